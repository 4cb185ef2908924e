// Buttons, rows and words of the interface, drawn on the 8-point grid with ImGui's invisible buttons beneath.
// Numbers and sliders are in number_controls.cpp.
#include "app/panels/controls.h"

#include "app/panels/imgui_compat.h"

#include <algorithm>

namespace eigenscape {

void record(Ui& ui, const std::string& words) {
    const ImVec2 lo = ImGui::GetItemRectMin(), size = ImGui::GetItemRectSize();
    ui.places[words] = {lo.x, lo.y, size.x, size.y};
}

void tip(Ui& ui, const std::string& words) {
    if (words.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled) || ImGui::IsItemActive()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(12), ui.at(8)});
    compat::push_font(ui.faces.small);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.at(272));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopFont();
    ImGui::PopStyleVar();
}

void ring_if_focused(Ui& ui) {
    if (!ImGui::IsItemFocused() || !compat::keyboard_cursor_shown()) return;
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    const float out = ui.at(1);
    compat::add_rect(*ImGui::GetWindowDrawList(), {lo.x - out, lo.y - out}, {hi.x + out, hi.y + out},
                     packed(ui.palette.focus), ui.at(6), std::max(1.5f, ui.at(2)));
}

void heading(Ui& ui, const std::string& words) {
    compat::push_font(ui.faces.small);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.palette.soft));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void paragraph(Ui&, const std::string& words, const Color& color) {
    ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void rule(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y}, {at.x + width, at.y}, packed(ui.palette.line), std::max(1.0f, ui.at(1)));
    ImGui::Dummy({width, ui.at(1)});
}

namespace {

// A pressable area with the ground that says whether it is hovered, pressed or on.
bool pressable(Ui& ui, const std::string& id, ImVec2 size, Look look) {
    ImGui::BeginDisabled(look == Look::off);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    ImGui::EndDisabled();
    const bool held = ImGui::IsItemActive(), over = ImGui::IsItemHovered();
    if (look != Look::off && (held || over || look == Look::on)) {
        const Color& ground = held ? ui.palette.pressed : over ? ui.palette.hover : ui.palette.track;
        ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), packed(ground), ui.at(6));
    }
    ring_if_focused(ui);
    return pressed;
}

}  // namespace

bool icon_button(Ui& ui, Icon icon, const std::string& name, const std::string& words, Look look, double size_points) {
    const float size = ui.at(size_points);
    const bool pressed = pressable(ui, "##" + name, {size, size}, look);
    const ImVec2 lo = ImGui::GetItemRectMin();
    draw_icon(*ImGui::GetWindowDrawList(), icon, lo.x + size / 2, lo.y + size / 2, ui.scale,
              packed(ui.palette.text, look == Look::off ? 0.3 : 0.9));
    record(ui, name);
    tip(ui, words);
    return pressed;
}

void command_button(Ui& ui, Icon icon, Command command, Look look, double size_points) {
    const std::string name(row_of(command).words), keys = keys_of(command);
    if (icon_button(ui, icon, name, keys.empty() ? name : name + "  (" + keys + ")", look, size_points)) ui.asked.push_back(command);
}

bool text_button(Ui& ui, const std::string& words, const std::string& explanation, bool chosen) {
    const ImVec2 text = ImGui::CalcTextSize(words.c_str(), nullptr, true);
    const bool pressed = pressable(ui, words, {text.x + ui.at(16), ui.at(32)}, chosen ? Look::on : Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddText({lo.x + ui.at(8), lo.y + (ui.at(32) - text.y) / 2}, packed(ui.palette.text), words.c_str());
    record(ui, words);
    tip(ui, explanation);
    return pressed;
}

bool list_row(Ui& ui, const std::string& words, const std::string& explanation, bool chosen, double indent_points) {
    const float height = ui.at(28), width = ImGui::GetContentRegionAvail().x;
    const bool pressed = pressable(ui, "##row " + words, {std::max(1.0f, width), height}, chosen ? Look::on : Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen) list.AddRectFilled({lo.x, lo.y + ui.at(6)}, {lo.x + ui.at(3), hi.y - ui.at(6)}, packed(ui.palette.text), ui.at(2));
    ImFont* font = chosen ? ui.faces.strong : ui.faces.body;
    compat::push_font(font);
    const float room = width - ui.at(20 + indent_points);
    std::string shown = words;
    while (shown.size() > 4 && ImGui::CalcTextSize(shown.c_str()).x > room) {
        shown.resize(shown.size() - 4);
        while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80) shown.pop_back();
        shown += "…";
    }
    const float text_height = ImGui::GetFontSize();
    list.AddText({lo.x + ui.at(12 + indent_points), lo.y + (height - text_height) / 2},
                 packed(ui.palette.text, chosen ? 1 : 0.86), shown.c_str());
    ImGui::PopFont();
    record(ui, words);
    tip(ui, explanation);
    return pressed;
}

bool check_box(Ui& ui, const std::string& words, bool on) {
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x), height = ui.at(28);
    const bool pressed = pressable(ui, "##check " + words, {width, height}, Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float w = ui.at(32), h = ui.at(18), y = lo.y + (height - h) / 2, x = hi.x - w - ui.at(4);
    list.AddRectFilled({x, y}, {x + w, y + h}, packed(on ? ui.palette.fill : ui.palette.pressed), h / 2);
    list.AddCircleFilled({on ? x + w - h / 2 : x + h / 2, y + h / 2}, h / 2 - ui.at(3), packed(on ? ui.palette.panel : ui.palette.text));
    list.AddText({lo.x, lo.y + (height - ImGui::GetFontSize()) / 2}, packed(ui.palette.text), words.c_str());
    record(ui, words);
    return pressed;
}

}  // namespace eigenscape
