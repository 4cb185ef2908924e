// What the tests of all scenes share: which states are tried, and how a picture's numbers are visited.
// A failure names scene and state in the grammar of --set, so that it can be opened: eigenscape ID --set ….
#pragma once

#include "app/model/state.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>

namespace eigenscape::testing {

inline void for_each_scene(const std::function<void(const Scene&)>& check) {
    REQUIRE(!all_scenes().empty());
    for (const Scene& scene : all_scenes()) {
        INFO("scene " << scene.words.id);
        check(scene);
    }
}

inline const Stage usual_stage;  // 1280 × 720 points

inline Frame drawn(const Scene& scene, const State& state, const Stage& stage = {}) {
    Frame frame(stage);
    scene.draw(state, frame);
    return frame;
}

// The defaults and the presets: what a person sees first.
inline std::vector<State> shown_states(const Scene& scene) {
    std::vector<State> states{scene.defaults};
    for (const Preset& preset : scene.presets) {
        const Outcome outcome = preset_state(scene, preset);
        INFO("preset " << preset.name << ": " << (outcome.index() ? std::get<BadValue>(outcome).message : ""));
        REQUIRE(std::holds_alternative<State>(outcome));
        states.push_back(std::get<State>(outcome));
    }
    return states;
}

inline constexpr const char* handle_word = "handle";

// Every place in a panel, with the word for what lies there.
inline void for_each_place(const Panel& panel, const std::function<void(const Vec3&, const char*)>& visit) {
    for (const Vec3& p : panel.points) visit(p, "stroke or fill");
    for (const Dot& dot : panel.dots) visit(dot.at, "dot");
    for (const Label& label : panel.labels) visit(label.at, "label");
    for (const Handle& handle : panel.handles) visit(handle.at, handle_word);
    for (const Mesh& mesh : panel.meshes)
        for (const Vec3& p : mesh.data->positions) visit(p, "mesh");
    for (const Photo& photo : panel.photos)
        for (const auto& [x, y] : {std::pair(0, 0), std::pair(1, 0), std::pair(0, 1), std::pair(1, 1)}) {
            const Vec2 p = photo.corner + x * photo.right + y * photo.up;
            visit({p.x(), p.y(), 0}, "photo");
        }
}

}  // namespace eigenscape::testing
