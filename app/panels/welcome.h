// The first minute: five gestures, each ticked off once it was done for real, on a strip below the picture.
// It lies on the canvas and takes nothing from it; Escape or its button puts it away, Shift+F1 brings it back.
#pragma once

#include "app/model/value.h"
#include "viz/view.h"

#include <array>
#include <string>

namespace eigenscape {

struct Ui;

struct Welcome {
    enum Gesture { handle, number, look, play, picture, count_ };
    bool shown = false;
    std::array<bool, count_> done{};
    bool all_done() const;

    // The picture before this one, to see what a gesture has changed.
    std::string scene;
    State state;
    Views views;
};

void watch_gestures(Ui& ui);                     // once a picture; ticks off what was done since the last
void welcome_strip(Ui& ui, const Rect& canvas);  // points

}  // namespace eigenscape
