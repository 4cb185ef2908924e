// The ground every panel stands on: a fixed ImGui window without decoration, with a thin line towards the canvas.
// A panel asked for by the keyboard gets the ring on its first control.
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

bool begin_panel(Ui& ui, const char* name, const Rect& place, bool scrolls) {
    if (place.width <= 0 || place.height <= 0) return false;
    const auto pixel = [&](double points) { return std::round(ui.at(points)); };  // no gap towards the canvas
    const float x = pixel(place.x), y = pixel(place.y);
    ImGui::SetNextWindowPos({x, y});
    ImGui::SetNextWindowSize({std::max(1.0f, pixel(place.x + place.width) - x), std::max(1.0f, pixel(place.y + place.height) - y)});
    int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (scrolls) flags &= ~static_cast<int>(ImGuiWindowFlags_NoScrollbar);
    else flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
    if (ui.panel_to_enter == name) {
        ImGui::SetWindowFocus();
        compat::enter_window_by_keyboard();
        ui.panel_to_enter.clear();
    }
    return true;
}

void end_panel() { ImGui::End(); }

}  // namespace eigenscape
