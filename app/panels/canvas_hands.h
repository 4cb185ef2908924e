// The pointer on the canvas, told to the explorer in its own coordinates: points from the canvas's corner.
// A press that began on the canvas belongs to it until the button is let go, wherever the pointer goes meanwhile.
#pragma once

#include "app/panels/ui.h"

namespace eigenscape {

class CanvasHands {
  public:
    void follow(Ui& ui, const Rect& canvas);  // once a picture, after ImGui::NewFrame
    void let_go(Ui& ui);                      // the window lost the pointer: the gesture ends where it is

  private:
    int held_ = -1;  // the button
    bool inside_ = false;
};

}  // namespace eigenscape
