// Cards of lessons as text that other programs read: Anki's import format, and Markdown.
// Each card names a picture of its state; whoever writes the deck draws the pictures (`pictures`).
#pragma once

#include "app/study/lesson.h"
#include "app/study/moment.h"
#include "app/study/own_cards.h"

#include <span>
#include <string>
#include <vector>

namespace eigenscape {

// Whose cards: a scene, and the state that each card's own settings start from (usually the scene's initial one).
struct DeckSubject {
    const Scene* scene = nullptr;
    State from;
    std::vector<OwnCard> own = {};  // the learner's, which bring their own state
    bool lessons = true;            // false: the learner's alone
};

struct DeckPicture {
    std::string name;  // of the file: eigenscape-transform-1.png
    std::string alt;
    const Scene* scene = nullptr;
    State state;
};

struct Deck {
    std::string text;
    std::vector<DeckPicture> pictures;
};

// Anki: File > Import. One card a line: question, answer with its picture, tags (the scene, the level, and "own" for
// the learner's own); formulas in
// \( \), which Anki sets with MathJax. The pictures belong into Anki's folder collection.media.
Deck anki_deck(std::span<const DeckSubject> subjects);

// Markdown: a heading per scene, a question, its picture from the folder `pictures` beside the file, the answer.
Deck markdown_deck(std::span<const DeckSubject> subjects, const std::string& pictures);

}  // namespace eigenscape
