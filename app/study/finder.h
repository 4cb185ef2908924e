// From what hurts to the scene that shows it: every symptom of every lesson, searched in plain words.
// "my loss is nan" finds "The loss explodes." with the state that makes it explode.
#pragma once

#include "app/study/lesson.h"

#include <string_view>
#include <vector>

namespace eigenscape {

std::vector<const Symptom*> all_symptoms();  // in menu order

// Those that share words with what was typed, best first: words may be typed as far as they are known ("explo"),
// endings and small words do not matter. Nothing typed: all of them.
std::vector<const Symptom*> find_symptoms(std::string_view typed);

}  // namespace eigenscape
