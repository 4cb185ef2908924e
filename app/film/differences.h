// Two states of a scene told apart in words: which values are others, and which numbers that come out. A caption, a
// sheet and the strip of the frozen state read them out.
#pragma once

#include "app/model/scene.h"

#include <string>
#include <vector>

namespace eigenscape {

// "0.25", "[1, −2]", "on": a value as people read it.
std::string value_words(const Param& param, const Value& value);

std::string joined(const std::vector<std::string>& words);  // on one line, dots between

// "Learning rate: 0.1 · Determinant: 3": the values and facts that another state has differently, as this state has
// them.
std::string apart(const Scene& scene, const State& state, const State& other);

// "Determinant: 3 → 5", one for each value and fact that differs between two states.
std::vector<std::string> differences(const Scene& scene, const State& before, const State& now);

// Does a fact only repeat a parameter?
bool repeats(const Scene& scene, const Fact& fact);

}  // namespace eigenscape
