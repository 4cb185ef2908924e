// The ground that panels and sheets stand on: ImGui windows without decoration, fixed in place or centred over
// everything. A panel asked for by the keyboard gets the ring on its first control.
#include "app/panels/controls.h"
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
    ImGui::SetNextWindowSize(
        {std::max(1.0f, pixel(place.x + place.width) - x), std::max(1.0f, pixel(place.y + place.height) - y)});
    int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (scrolls) flags &= ~static_cast<int>(ImGuiWindowFlags_NoScrollbar);
    else flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
    enter_if_asked(ui, name);
    return true;
}

void enter_if_asked(Ui& ui, const char* name) {
    if (ui.panel_to_enter != name) return;
    ImGui::SetWindowFocus();
    compat::enter_window_by_keyboard();
    ui.panel_to_enter.clear();
}

void end_panel() { ImGui::End(); }

namespace {

// A list that scrolls. Its contents keep their width whether or not the bar stands beside them.
void scrolling(Ui& ui, const char* name, float width, float height, void (*fill)(Ui&), float& took) {
    ImGui::SetNextWindowContentSize({width - ui.at(32), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(16), 0});
    compat::begin_part(name, {width, height});
    ImGui::PopStyleVar();
    ImGui::SetScrollX(0);
    ImGui::Dummy({0, ui.at(8)});
    fill(ui);
    took = ImGui::GetCursorPosY() + ui.at(8);
    ImGui::Dummy({0, 0});
    ImGui::EndChild();
}

}  // namespace

void in_one_part(Ui& ui, const char* name, float width, float height, void (*fill)(Ui&)) {
    float took = 0;
    scrolling(ui, name, width, std::max(1.0f, height), fill, took);
}

void in_two_parts(Ui& ui, const Rect& place, Parts& parts, void (*upper)(Ui&), void (*lower)(Ui&)) {
    constexpr double upper_share = 0.6;
    const float top = ImGui::GetCursorPosY(), width = std::round(ui.at(place.width)),
                height = std::round(ui.at(place.height)) - top, line = std::max(1.0f, ui.at(1));
    const float most = std::max(static_cast<float>(height * upper_share), height - parts.lower - line);
    const float first = std::max(ui.at(64), std::min(parts.upper, most));
    scrolling(ui, "upper", width, first, upper, parts.upper);
    const ImVec2 lo = ImGui::GetWindowPos();
    const float below = lo.y + top + first;
    ImGui::GetWindowDrawList()->AddRectFilled({lo.x, below}, {lo.x + width, below + line}, packed(ui.palette.line));
    ImGui::SetCursorPos({0, top + first + line});
    scrolling(ui, "lower", width, std::max(1.0f, height - first - line), lower, parts.lower);
}

// Opens when `shown`; clears it when closed. True while its contents are to be filled in.
bool begin_sheet(Ui& ui, const char* name, bool& shown, double width_points) {
    if (shown && !ImGui::IsPopupOpen(name)) ImGui::OpenPopup(name);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {size.x - ui.at(16), size.y - ui.at(16)});
    ImGui::SetNextWindowSize({std::min(ui.at(width_points), size.x - ui.at(16)), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(24), ui.at(24)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.at(12));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, packed(ui.palette.raised));
    constexpr int flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoSavedSettings;
    const bool open = ImGui::BeginPopupModal(name, nullptr, flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (!open) return false;
    const bool beside =
        ImGui::IsMouseClicked(0) &&
        !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        !ImGui::IsWindowAppearing();
    if (!shown || beside) {
        shown = false;
        ImGui::CloseCurrentPopup();
    }
    return true;
}

void end_sheet() { ImGui::EndPopup(); }

void sheet_title(Ui& ui, const std::string& words, bool& shown) {
    compat::push_font(ui.faces.title);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.at(32));
    if (icon_button(ui, Icon::close, "Close " + words, "Close  (Esc)")) shown = false;
    ImGui::Dummy({0, ui.at(4)});
}

}  // namespace eigenscape
