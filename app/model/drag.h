// Dragging a handle: the numbers of its parameter that bring it under the pointer are found by redrawing the scene.
// Make a Drag when the button goes down, ask it where to go for each pointer position; the scene needs no inverse.
#pragma once

#include "app/model/scene.h"
#include "core/optimize/reach.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// Which handle: the name of its panel and its place among that panel's handles.
struct Grip {
    std::string panel;
    int index = 0;
    bool operator==(const Grip&) const = default;
};

const Panel* panel_named(const Frame& frame, std::string_view name);
const Handle* handle_at(const Frame& frame, const Grip& grip);  // null when there is none
// Where it is drawn, in points on the canvas; nothing when there is no such handle or it is behind the eye.
std::optional<Vec2> handle_on_screen(const Frame& frame, const Grip& grip, const Stage& stage);

// The state in which a handle is dragged: with what taking hold of it sets first.
State taken(const Scene& scene, const State& state, const Handle& handle);

// How far a handle that is drawn at `at` is from where it should be: only across, where it follows no more than that.
double miss_of(const Handle& handle, const Vec2& at, const Vec2& pointer);

// Can handles move it? Numbers can: real ones are followed continuously, a whole one goes to the nearest place that it
// has. Switches, choices, pictures and formulas cannot.
bool draggable(Kind kind);

class Drag {
  public:
    // `frame` is a picture of the scene; the amounts that the handle holds are taken from it. `scene` must outlive the
    // Drag.
    Drag(const Scene& scene, const Frame& frame, Grip grip);

    struct Step {
        State state;
        double miss_points = 0;  // how far the handle stays from what it follows of the pointer
        bool stuck = false;      // it cannot move from here: its parameter does not move it
    };
    // From `now` (other parameters may have changed since the last move, as while time runs) towards the pointer.
    Step to(const State& now, const Vec2& pointer_points, const Stage& stage);

    const Grip& grip() const { return grip_; }  // where the handle is in the picture of the state given last
    int param() const { return param_; }        // -1: the handle names no parameter that can be dragged
    int draws() const { return draws_; }        // how often the scene was drawn, for measuring

  private:
    struct Search;
    Step keep(const Search& search, Step step, const Eigen::VectorXd& outputs);
    Step to_whole(const State& now, const Vec2& pointer_points, const Stage& stage);

    const Scene* scene_;
    Grip grip_;
    std::string parameter_, words_;  // handles with the same are its kin …
    int ordinal_ = 0;                // … and it is this one of them
    int param_ = -1;
    std::vector<double> holds_;  // the amounts that should stay
    std::vector<int> moves_;     // the numbers that may change; empty: all of them
    Follows follows_ = Follows::place;
    Slope slope_;  // remembered from move to move
    // Where the handle was left, so that a pointer that moves on needs no drawing to find it.
    struct Left {
        State state;
        Stage stage;
        Eigen::VectorXd outputs;
    };
    std::optional<Left> left_;
    int draws_ = 0;
};

}  // namespace eigenscape
