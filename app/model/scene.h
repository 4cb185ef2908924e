// A scene is a value: a struct whose members are its parameters, with one table and one `draw`.
// `scene_of<S>()` turns such a struct into the type-erased Scene that the whole program works with.
#pragma once

#include "app/model/named_number.h"
#include "app/model/param.h"
#include "viz/frame.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// A named starting point worth seeing. `settings` use the grammar of --set: {"A=[[0,-1],[1,0]]", "t=1"}.
struct Preset {
    std::string name;
    std::string words;  // what to notice, one sentence
    std::vector<std::string> settings;
};

struct Words {
    std::string id;        // eigenvectors
    std::string title;     // Eigenvectors
    std::string topic;     // Linear algebra
    std::string summary;   // the question it answers, one sentence
    std::string keywords;  // what people search for: symptoms, other names
};

struct Scene {
    Words words;
    std::vector<Param> params;
    State defaults;
    std::vector<Preset> presets;
    std::function<void(const State&, Frame&)> draw;
    std::function<State(State)> settle;  // rules across parameters; called after every change

    int find_param(std::string_view name) const {  // -1 when there is none
        for (std::size_t i = 0; i < params.size(); ++i)
            if (params[i].name == name) return static_cast<int>(i);
        return -1;
    }
};

// S must have: `static Words words()`, `static Params<S> params()`, `static std::vector<Preset> presets()`,
// `void draw(Frame&) const`, equality; and may have `void settle()`.
template <class S>
Scene scene_of() {
    const Params<S> rows = S::params();
    const auto unpack = [rows](const State& state) {
        S scene;
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].write(scene, state[i]);
        return scene;
    };
    const auto pack = [rows](const S& scene) {
        State state;
        for (const auto& row : rows) state.push_back(row.read(scene));
        return state;
    };
    Scene result;
    result.words = S::words();
    for (const auto& row : rows) result.params.push_back(row.param);
    result.defaults = pack(S{});
    result.presets = S::presets();
    result.draw = [unpack, params = result.params](const State& state, Frame& frame) {
        unpack(state).draw(frame);
        frame.fill_in_numbers([&](std::string_view name) { return value_named(params, state, name); });
    };
    result.settle = [unpack, pack](State state) {
        if constexpr (requires(S scene) { scene.settle(); }) {
            S scene = unpack(state);
            scene.settle();
            return pack(scene);
        } else {
            return state;
        }
    };
    return result;
}

const std::vector<Scene>& all_scenes();          // app/scenes/all.cpp, in menu order
const Scene* find_scene(std::string_view id);    // null when there is none
std::string nearest_scene(std::string_view id);  // the known id most like it; empty when none is near

}  // namespace eigenscape
