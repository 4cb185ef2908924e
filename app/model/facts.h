// What a picture shows, as JSON for scripts and as words for people.
// Numbers in JSON have full double precision; an undefined fact is null with its reason beside it.
#pragma once

#include "app/model/scene.h"

#include <string>
#include <vector>

namespace eigenscape {

// {"scene": "...", "parameters": {...}, "facts": {"determinant": 3.0, "inverse": null, "inverse_reason": "..."}}
std::string facts_json(const Scene& scene, const State& state, const Frame& frame);

std::string value_json(const Param& param, const Value& value);  // always valid JSON on one line

// One line per fact: "Determinant: 3", "Inverse: A has none, because its determinant is zero."
std::string fact_title(const Fact& fact);  // its title, else made from its name
std::string fact_words(const Fact& fact);  // its value as shown to people, or the reason
std::string fact_exact(const Fact& fact);  // its value with all figures, as JSON; "null" when it is undefined
std::vector<std::vector<std::string>> fact_cells(const Fact& fact);  // row by row; none unless it is several numbers
std::string caption(const Scene& scene, const State& state, const Frame& frame);

}  // namespace eigenscape
