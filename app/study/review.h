// The cards to ask today, over all lessons; what a lesson's cards and challenges are called in the file of progress.
// A session asks the first, records the grade with `answer`, and asks for the list again.
#pragma once

#include "app/study/lesson.h"
#include "app/study/progress.h"

#include <string>
#include <vector>

namespace eigenscape {

struct DueCard {
    std::string id;
    const Lesson* lesson = nullptr;
    const Card* card = nullptr;
};

std::string id_of(const Lesson& lesson, const Card& card);
std::string id_of(const Lesson& lesson, const Challenge& challenge);

// Overdue longest first, then new ones in menu order. `scene`: only that scene's cards; empty: all.
std::vector<DueCard> due_cards(const Progress& progress, int day, int most_new = 10, std::string_view scene = {});
void answer(Progress& progress, const DueCard& card, Grade grade, int day);

}  // namespace eigenscape
