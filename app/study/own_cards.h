// Cards that the learner wrote: a question and an answer in own words about a picture that was on the canvas.
// One JSON file in the user's data folder, written atomically; a damaged one is set aside, a newer one left alone.
#pragma once

#include "app/study/lesson.h"

#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

struct OwnCard {
    std::string id;  // stays when the card is rewritten, and what is remembered of it with it
    std::string scene;
    std::string question, answer;  // Markdown as lessons have it, as typed
    Level level = Level::medium;
    std::string state;                 // the picture: A=[[2,1],[1,2]] t=1
    std::shared_ptr<const Card> card;  // the same, read; of one without a card, `read_own`
};

struct OwnCards {
    std::vector<OwnCard> cards;  // the latest last
    int next = 1;  // of the ids; never given twice, so that a new card inherits no memory of a deleted one
    std::string unknown = "{}";  // JSON: what a newer program wrote beside them, kept and written back
};

struct RememberedOwnCards {
    OwnCards own;
    std::string trouble;    // what went wrong and where the file is now; empty when all is well
    bool may_write = true;  // false: the file must not be replaced
};

std::string own_cards_path();
RememberedOwnCards remembered_own_cards(const std::string& path);
std::string remember_own_cards(const std::string& path, const OwnCards& own);  // what went wrong; empty when saved

// Why a card cannot be kept as it is; empty: it can.
std::string objection(const OwnCard& card);

// Adds it, or puts it in the place of the one with its id. A card without an id gets one that nothing else has.
void keep_card(OwnCards& own, OwnCard card);

std::shared_ptr<const Card> read_own(const OwnCard& card);

}  // namespace eigenscape
