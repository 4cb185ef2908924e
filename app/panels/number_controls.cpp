// Numbers that can be dragged or typed, and sliders. All arithmetic is done here, in double: ImGui is never handed a
// range, so no NaN, empty or huge range can reach it.
#include "app/panels/controls.h"

#include "app/panels/imgui_compat.h"
#include "viz/number.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void begin_typing(Ui& ui, const std::string& place, const std::string& text) {
    ui.typing = {place, text, {}, 0, true, text};
}

// A drag is a click while the pointer has not really moved.
bool dragged_far() { return ImGui::IsMouseDragging(0, -1); }

bool stepped_by_keys(const Ui& ui) { return ui.step != 0 && ImGui::IsItemFocused(); }

void draw_number(Ui& ui, const std::string& words, const NumberLook& look, bool over) {
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(lo, hi, packed(over ? ui.palette.hover : ui.palette.track), ui.at(5));
    ImVec2 size = ImGui::CalcTextSize(words.c_str());
    ImFont* font = ui.faces.body;
    if (size.x > hi.x - lo.x - ui.at(8)) font = ui.faces.small;  // a long number shrinks before it is cut
    compat::push_font(font);
    size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 at{hi.x - ui.at(8) - size.x, (lo.y + hi.y - size.y) / 2};
    list.PushClipRect({lo.x + ui.at(2), lo.y}, hi, true);
    list.AddText({std::max(at.x, lo.x + ui.at(4)), at.y}, packed(look.color), words.c_str());
    list.PopClipRect();
    ImGui::PopFont();
}

// On a formula: a line under digits that can be taken hold of, and a soft ground while the pointer is there.
void mark_number(Ui& ui, bool over) {
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (over) list.AddRectFilled(lo, hi, packed(ui.palette.text, 0.14), ui.at(4));
    const float y = std::round(hi.y - ui.at(2)), thick = std::max(1.0f, std::round(ui.at(1)));
    list.AddRectFilled({lo.x + ui.at(3), y}, {hi.x - ui.at(3), y + thick}, packed(ui.palette.text, over ? 0.9 : 0.35));
}

}  // namespace

Edit typing_field(Ui& ui, const std::string& place, double width_points) {
    Edit edit;
    const bool fresh = ui.typing.fresh;
    ImGui::SetNextItemWidth(ui.at(width_points));
    if (fresh) ImGui::SetKeyboardFocusHere();
    const bool bad = !ui.typing.problem.empty();
    if (bad) ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.palette.bad));
    constexpr int flags = ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_EnterReturnsTrue;
    const bool entered = ImGui::InputText(("##typed " + place).c_str(), &ui.typing.text, flags);
    if (bad) ImGui::PopStyleColor();
    record(ui, place);
    if (bad) {
        const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddLine({lo.x, hi.y}, hi, packed(ui.palette.bad), ui.at(2));
    }
    ui.typing.fresh = fresh && !ImGui::IsItemActive();
    if (entered) edit.typed = ui.typing.text;
    else if (!fresh && ImGui::IsItemDeactivated()) ui.typing = {};  // Escape, or the pointer went elsewhere
    return edit;
}

Edit number_cell(Ui& ui, const std::string& place, double value, const std::string& text, const NumberLook& look) {
    if (ui.typing.place == place) return typing_field(ui, place, look.width_points);
    Edit edit;
    const ImVec2 size{ui.at(look.width_points), ui.at(look.height_points)};
    const bool pressed = ImGui::InvisibleButton(("##number " + place).c_str(), size);
    edit.began = ImGui::IsItemActivated() && ImGui::IsMouseDown(0);
    edit.ended = ImGui::IsItemDeactivated();
    const bool moved = dragged_far() || ImGui::GetIO().MouseDragMaxDistanceSqr[0] > 9;
    if (ImGui::IsItemActive() && ImGui::IsMouseDown(0) && dragged_far()) {
        const ImGuiIO& io = ImGui::GetIO();
        const double fine = io.KeyShift ? 0.1 : io.KeyAlt ? 10 : 1;
        if (io.MouseDelta.x != 0) edit.value = value + io.MouseDelta.x / ui.scale * look.per_point * fine;
    }
    if (stepped_by_keys(ui)) edit.value = value + ui.step * look.per_point * 10;
    if (pressed && !moved) begin_typing(ui, place, text);
    const bool over = ImGui::IsItemHovered() || ImGui::IsItemActive();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (look.bare) mark_number(ui, over);
    else draw_number(ui, fixed(value, look.decimals) + look.unit, look, over);
    if (look.bare && ImGui::IsItemHovered() && ImGui::GetIO().MouseWheel != 0)
        edit.value =
            value + std::clamp(static_cast<double>(ImGui::GetIO().MouseWheel), -20.0, 20.0) * look.per_point * 10;
    ring_if_focused(ui);
    record(ui, place);
    return edit;
}

namespace {

void draw_track(Ui& ui, float lo, float hi, float y, float knob, const Color& color, bool over) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float h = ui.at(2);
    list.AddRectFilled({lo, y - h}, {hi, y + h}, packed(ui.palette.pressed), h);
    list.AddRectFilled({lo, y - h}, {std::max(lo, knob), y + h}, packed(color, 0.75), h);
    list.AddCircleFilled({knob, y}, ui.at(over ? 8 : 7), packed(ui.palette.panel));
    list.AddCircleFilled({knob, y}, ui.at(over ? 7 : 6), packed(color));
}

}  // namespace

Edit slider_track(Ui& ui, const std::string& place, double part, const Color& color) {
    Edit edit;
    const float width = std::max(ui.at(32), ImGui::GetContentRegionAvail().x), height = ui.at(24);
    ImGui::InvisibleButton(("##slider " + place).c_str(), {width, height});
    const ImVec2 lo = ImGui::GetItemRectMin();
    const float inset = ui.at(8), room = width - 2 * inset;
    const bool active = ImGui::IsItemActive() && ImGui::IsMouseDown(0);
    edit.began = ImGui::IsItemActivated() && ImGui::IsMouseDown(0);
    edit.ended = ImGui::IsItemDeactivated();
    if (active && !ImGui::GetIO().KeyCtrl) {
        const double wanted =
            std::clamp((ImGui::GetIO().MousePos.x - lo.x - inset) / static_cast<double>(room), 0.0, 1.0);
        if (std::isfinite(wanted) && wanted != part) edit.value = wanted;
    }
    if (stepped_by_keys(ui)) edit.value = std::clamp(part + ui.step * 0.01, 0.0, 1.0);
    const float knob = lo.x + inset + room * static_cast<float>(std::isfinite(part) ? std::clamp(part, 0.0, 1.0) : 0.0);
    draw_track(ui, lo.x + inset, lo.x + inset + room, lo.y + height / 2, knob, color, active || ImGui::IsItemHovered());
    ring_if_focused(ui);
    record(ui, place);
    return edit;
}

}  // namespace eigenscape
