// A scene by its name with some parameters set, and the numbers that its picture shows.
#pragma once

#include "tests/app/every_scene.h"

#include <string>
#include <vector>

namespace eigenscape::testing {

inline State state_with(const Scene& scene, const std::vector<std::string>& settings) {
    const Outcome outcome = set_all(scene, scene.defaults, settings);
    INFO((outcome.index() ? std::get<BadValue>(outcome).message : ""));
    REQUIRE(std::holds_alternative<State>(outcome));
    return std::get<State>(outcome);
}
inline State state_with(const char* scene, const std::vector<std::string>& settings) {
    return state_with(*find_scene(scene), settings);
}

inline Frame drawn_with(const char* scene, const std::vector<std::string>& settings, const Stage& stage = {}) {
    return drawn(*find_scene(scene), state_with(scene, settings), stage);
}

inline double number(const Frame& frame, const char* name) {  // that must be shown
    CAPTURE(name);
    REQUIRE(frame.number(name));
    return *frame.number(name);
}
inline double number_or_nan(const Frame& frame, const char* name) { return frame.number(name).value_or(undefined); }
inline bool is_undefined(const Frame& frame, const char* name) { return frame.find_fact(name)->value.index() == 0; }

}  // namespace eigenscape::testing
