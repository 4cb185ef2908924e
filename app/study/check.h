// What a teacher may have got wrong in a lesson, beyond its notation: names, settings and links that lead nowhere, and
// whatever a lesson must have and this one lacks. Tests run it over every lesson.
#pragma once

#include "app/study/lesson.h"
#include "app/study/moment.h"

#include <vector>

namespace eigenscape {

// Draws the scene in all its states that the lesson names, so that facts which appear only in some of them are known.
// Problems of the notation (Lesson::problems) come first. Also checked: no challenge is met at its start, each by its
// answer, each prediction's condition holds where its answer is shown.
std::vector<Problem> check_lesson(const Scene& scene, const Lesson& lesson);

}  // namespace eigenscape
