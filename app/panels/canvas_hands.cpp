// Reads ImGui's pointer once a picture; panels that lie over the canvas keep what is theirs.
// Two presses close together are a double click instead of a second press.
#include "app/panels/canvas_hands.h"

#include "app/panels/imgui_compat.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr Button pointer_buttons[] = {Button::left, Button::right, Button::middle};

}  // namespace

void CanvasHands::follow(Ui& ui, const Rect& canvas) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool known = ImGui::IsMousePosValid(&io.MousePos);
    const Vec2 window = known ? Vec2(io.MousePos.x / ui.scale, io.MousePos.y / ui.scale) : Vec2(-1, -1);
    const Vec2 at = window - Vec2(canvas.x, canvas.y);
    const bool over = known && canvas.contains(window) && !io.WantCaptureMouse;
    if (held_ >= 0 || over) ui.explorer.pointer_moved(at);
    else if (inside_) ui.explorer.pointer_left();
    inside_ = over;
    for (int b = 0; b < 3; ++b) {
        if (held_ < 0 && over && ImGui::IsMouseClicked(b)) {
            if (b == 0 && ImGui::IsMouseDoubleClicked(0)) {
                ui.explorer.double_clicked();
                continue;
            }
            ui.explorer.pressed(pointer_buttons[b], io.KeyShift);
            held_ = b;
        }
        if (held_ == b && !io.MouseDown[b]) {
            ui.explorer.released(pointer_buttons[b]);
            held_ = -1;
        }
    }
    if (over && io.MouseWheel != 0) ui.explorer.wheel(std::clamp(static_cast<double>(io.MouseWheel), -20.0, 20.0));
}

void CanvasHands::let_go(Ui& ui) {
    if (held_ >= 0) ui.explorer.released(pointer_buttons[held_]);
    held_ = -1;
}

}  // namespace eigenscape
