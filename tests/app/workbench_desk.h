// The workbench in an explorer, its canvas 1600 × 600 points, for tests that drive it by hand.
#pragma once

#include "tests/app/workbench.h"

#include "app/model/explorer.h"

#include <cmath>
#include <string_view>

namespace eigenscape::testing {

struct WorkbenchDesk {
    Explorer explorer{workbench_scenes()};
    const Scene& scene = workbench();

    WorkbenchDesk() {
        explorer.set_canvas({1600, 600});
        explorer.frame();
    }
    int param(std::string_view name) const { return index_of(scene, name); }
    template <class T>
    T shown(std::string_view name) const {
        return held<T>(scene, explorer.state(), name);
    }
    Vec2 grip(int index) {
        return *handle_on_screen(explorer.frame(), {"plane", index}, {explorer.canvas(), explorer.views()});
    }
    Vec2 at(const Vec2& world) {
        const Panel& plane = explorer.frame().panels()[0];
        return camera_of(plane, explorer.views(), explorer.canvas()).to_screen({world.x(), world.y(), 0});
    }
    void run(double seconds) {
        for (int i = 0; i < std::lround(seconds * 60); ++i) explorer.tick(1.0 / 60);
    }
    void drag(const Vec2& from, const Vec2& to, Button button = Button::left, bool shift = false) {
        explorer.pointer_moved(from);
        explorer.pressed(button, shift);
        for (int i = 1; i <= 5; ++i) explorer.pointer_moved(from + (to - from) * (i / 5.0));
        explorer.released(button);
    }
};

}  // namespace eigenscape::testing
