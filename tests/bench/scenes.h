// What the benchmarks do to a scene: change it a little each time, as a hand would, and draw it.
// Use `varied(scene, i)` for the i-th state, so that nothing remembered by its arguments answers for the work.
#pragma once

#include "app/model/scene.h"

#include <cmath>
#include <memory>
#include <variant>

namespace eigenscape::bench {

// The defaults with one number shifted by a different trifle for each i: of a matrix or a vector, else of a real.
inline State varied(const Scene& scene, long i) {
    State state = scene.defaults;
    const double trifle = 1e-3 * std::sin(0.7 * static_cast<double>(i + 1));
    for (auto& value : state) {
        if (auto* m = std::get_if<Mat2>(&value)) return (*m)(0, 0) += trifle, state;
        if (auto* v = std::get_if<Vec2>(&value)) return v->x() += trifle, state;
    }
    for (auto& value : state)
        if (auto* x = std::get_if<double>(&value)) return *x *= 1 + trifle, state;
    return state;
}

inline std::shared_ptr<const Frame> drawn(const Scene& scene, const State& state, const Stage& stage = {}) {
    auto frame = std::make_shared<Frame>(stage);
    scene.draw(state, *frame);
    return frame;
}

}  // namespace eigenscape::bench
