// The cards to ask today, of all lessons and those that the learner wrote; what a lesson's cards, challenges and
// predictions are called in the file of progress. A session (review_session.h) asks them one after the other.
#pragma once

#include "app/study/lesson.h"
#include "app/study/own_cards.h"
#include "app/study/progress.h"

#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

struct DueCard {
    std::string id;
    std::string scene;
    const Lesson* lesson = nullptr;    // null: a card of the learner's own
    std::shared_ptr<const Card> card;  // stays readable when the learner's own is rewritten meanwhile
};

std::string id_of(const Lesson& lesson, const Card& card);
std::string id_of(const Lesson& lesson, const Challenge& challenge);
std::string id_of(const Lesson& lesson, const Prediction& prediction);

// Whose cards: of one scene, or of all when `scene` is empty; the learner's own among them when they are given.
struct CardsOf {
    std::string_view scene = {};
    const OwnCards* own = nullptr;
};

// Overdue longest first, then new ones in menu order, the learner's own after the lesson's.
std::vector<DueCard> due_cards(const Progress& progress, int day, int most_new = 10, const CardsOf& of = {});
void answer(Progress& progress, const DueCard& card, Grade grade, int day);

// How it stands: how many are due, how many were never asked, and on which day the next of the others is due.
struct Standing {
    int all = 0, due = 0, fresh = 0;
    int begun_today = 0;  // asked today for the first time
    int next_day = 0;     // 0: no card waits for a later day
    int next_count = 0;   // how many are due on that day
};
Standing standing(const Progress& progress, int day, const CardsOf& of = {});

std::string interval_words(int days);           // "today", "1 day", "3 weeks", "5 months", "2 years"
std::string day_words(int due_day, int today);  // "tomorrow", "in 5 days, on 29 November"

}  // namespace eigenscape
