// The entries of a lesson that have a heading of their own, each from its section; private to app/study.
// What is missing in one is told at the line of its heading.
#pragma once

#include "app/study/lesson.h"
#include "app/study/lesson_parts.h"

namespace eigenscape {

Challenge challenge_in(const Section& section, std::vector<Problem>& problems);
Prediction prediction_in(const Section& section, std::vector<Problem>& problems);
Card card_in(const Section& section, std::vector<Problem>& problems);

}  // namespace eigenscape
