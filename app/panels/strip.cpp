// One strip at a time. Its height is measured while it is filled, and given to it in the next picture; what is higher
// than half of the canvas scrolls.
#include "app/panels/strip.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr double widest = 760;  // points: longer lines are hard to read
constexpr double pad_x = 20, pad_y = 14;

void push_looks(Ui& ui, float rounding, float border, const Color& ground) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(pad_x), ui.at(pad_y)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, rounding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, border);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ground));
}

constexpr int usual_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                            ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;

}  // namespace

bool begin_strip(Ui& ui, const char* name) {
    const StripRoom& room = ui.learning.strip;
    if (room.place.width <= 0 || room.place.height <= 0) return false;
    const auto pixel = [&](double points) { return std::round(ui.at(points)); };
    const float x = pixel(room.place.x), y = pixel(room.place.y);
    ImGui::SetNextWindowPos({x, y});
    ImGui::SetNextWindowSize({std::max(1.0f, pixel(room.place.x + room.place.width) - x),
                              std::max(1.0f, pixel(room.place.y + room.place.height) - y)});
    ImGui::SetNextWindowContentSize({ui.at(std::min(room.place.width - 2 * pad_x, widest)), 0});
    push_looks(ui, 0, 0, ui.palette.panel);
    const bool fits = room.needed <= room.place.height + 0.5;
    const int flags = fits ? ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse : 0;
    ImGui::Begin(name, nullptr, usual_flags | flags);
    enter_if_asked(ui, "Strip");
    const ImVec2 lo = ImGui::GetWindowPos();
    const ImVec2 end{lo.x + ImGui::GetWindowWidth(), lo.y + std::max(1.0f, ui.at(1))};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(lo, end);
    list.AddRectFilled(lo, end, packed(ui.palette.line));
    list.PopClipRect();
    ui.learning.strip.filled = true;
    return true;
}

bool begin_card(Ui& ui, const char* name, const Rect& canvas) {
    if (canvas.width <= 0 || canvas.height <= 0) return false;
    const float width = ui.at(std::min(std::max(canvas.width - 32, 96.0), 640.0));
    const ImVec2 middle{ui.at(canvas.x + canvas.width / 2), ui.at(canvas.y + canvas.height / 2)};
    ImGui::SetNextWindowPos(middle, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, ui.at(std::max(96.0, canvas.height - 48))});
    push_looks(ui, ui.at(12), 1, ui.palette.raised);
    ImGui::Begin(name, nullptr, usual_flags);
    if (ImGui::IsWindowAppearing()) ui.more_pictures = true;  // it is measured first
    enter_if_asked(ui, "Strip");
    return true;
}

void end_strip(Ui& ui) {
    StripRoom& room = ui.learning.strip;
    if (std::exchange(room.filled, false)) {
        const double needed = ImGui::GetCursorPosY() / ui.scale + pad_y - ImGui::GetStyle().ItemSpacing.y / ui.scale;
        if (std::abs(needed - room.needed) > 0.5) ui.more_pictures = true;
        room.needed = needed;
    }
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ui.places["Strip"] = {at.x, at.y, size.x, size.y};
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

bool strip_title(Ui& ui, const std::string& words) {
    const float left = ImGui::GetCursorPosX(), right = left + ImGui::GetContentRegionAvail().x,
                top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(top + ui.at(4));
    heading(ui, elided(words, right - left - ui.at(40)));
    record(ui, words);
    ImGui::SetCursorPos({right - ui.at(28), top - ui.at(4)});
    const bool closed = icon_button(ui, Icon::close, "Close strip", "Close  (Esc)", Look::plain, 28);
    ImGui::SetCursorPos({left, top + ui.at(28)});
    return closed;
}

void veil(Ui& ui, const Rect& canvas) {
    ImGui::GetBackgroundDrawList()->AddRectFilled({ui.at(canvas.x), ui.at(canvas.y)},
                                                  {ui.at(canvas.x + canvas.width), ui.at(canvas.y + canvas.height)},
                                                  packed((*ui.palette.theme)[Ink::paper], 0.95));
}

void make_room_for_strip(const Ui& ui, Layout& layout) {
    const double most = 0.5 * layout.canvas.height;
    layout.strip = layout.canvas;
    layout.strip.height =
        ui.learning.foot_shown() ? std::clamp(ui.learning.strip.needed, std::min(48.0, most), most) : 0;
    layout.canvas.height -= layout.strip.height;
    layout.strip.y += layout.canvas.height;
}

}  // namespace eigenscape
