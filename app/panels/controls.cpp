// Buttons and rows of the interface, drawn on the 8-point grid with ImGui's invisible buttons beneath.
// Words are in words_controls.cpp, numbers and sliders in number_controls.cpp.
#include "app/panels/controls.h"

#include "app/panels/imgui_compat.h"

#include <algorithm>

namespace eigenscape {
namespace {

// A pressable area with the ground that says whether it is hovered, pressed or on.
bool pressable(Ui& ui, const std::string& id, ImVec2 size, Look look) {
    ImGui::BeginDisabled(look == Look::off);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    ImGui::EndDisabled();
    const bool held = ImGui::IsItemActive(), over = ImGui::IsItemHovered();
    if (look != Look::off && (held || over || look == Look::on)) {
        const Color& ground = held ? ui.palette.pressed : over ? ui.palette.hover : ui.palette.track;
        ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), packed(ground),
                                                  ui.at(6));
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
    const std::string deed = deed_of(row_of(command)), words = deed.empty() ? name : deed;
    if (icon_button(ui, icon, name, keys.empty() ? words : words + "  (" + keys + ")", look, size_points))
        ui.asked.push_back(command);
}

bool wide_button(Ui& ui, Icon icon, const std::string& name, std::string_view keys, float width,
                 const std::string& explanation) {
    const float height = ui.at(32);
    const bool pressed = pressable(ui, "##" + name, {width, height}, Look::on);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = lo.y + height / 2;
    draw_icon(list, icon, lo.x + ui.at(18), middle, ui.scale, packed(ui.palette.soft));
    const float left = key_cap(ui, std::string(keys), hi.x - ui.at(6), middle);
    list.AddText({lo.x + ui.at(34), middle - ImGui::GetFontSize() / 2}, packed(ui.palette.soft),
                 elided(name, left - lo.x - ui.at(42)).c_str());
    record(ui, name);
    tip(ui, explanation);
    return pressed;
}

bool text_button(Ui& ui, const std::string& words, const std::string& explanation, bool chosen) {
    const ImVec2 text = ImGui::CalcTextSize(words.c_str(), nullptr, true);
    const bool pressed = pressable(ui, words, {text.x + ui.at(16), ui.at(32)}, chosen ? Look::on : Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin();
    const double shown = ImGui::GetStyle().Alpha;  // less where it is disabled
    ImGui::GetWindowDrawList()->AddText({lo.x + ui.at(8), lo.y + (ui.at(32) - text.y) / 2},
                                        packed(ui.palette.text, shown), words.c_str());
    if (chosen)
        ImGui::GetWindowDrawList()->AddRectFilled({lo.x + ui.at(8), lo.y + ui.at(28)},
                                                  {lo.x + ui.at(8) + text.x, lo.y + ui.at(30)},
                                                  packed(ui.palette.text, shown), ui.at(1));
    record(ui, words);
    tip(ui, explanation);
    return pressed;
}

bool stacked_button(Ui& ui, const std::string& words, const std::string& below, const std::string& key, float width,
                    const std::string& explanation) {
    const float height = ui.at(48);
    const bool pressed = pressable(ui, "##" + words, {std::max(1.0f, width), height}, Look::on);
    const ImVec2 lo = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float left = lo.x + ui.at(10);
    if (width > ui.at(100)) {
        key_cap(ui, key, lo.x + ui.at(28), lo.y + height / 2);
        left = lo.x + ui.at(38);
    }
    list.AddText({left, lo.y + ui.at(7)}, packed(ui.palette.text), words.c_str());
    compat::push_font(ui.faces.small);
    list.AddText({left, lo.y + ui.at(27)}, packed(ui.palette.soft), below.c_str());
    ImGui::PopFont();
    record(ui, words);
    tip(ui, explanation);
    return pressed;
}

namespace {

// The mark of what is chosen in a list: a bar at its left edge, beside the darker ground.
void chosen_bar(Ui& ui, ImVec2 lo, ImVec2 hi) {
    ImGui::GetWindowDrawList()->AddRectFilled({lo.x, lo.y + ui.at(6)}, {lo.x + ui.at(3), hi.y - ui.at(6)},
                                              packed(ui.palette.text), ui.at(2));
}

}  // namespace

bool list_row(Ui& ui, const std::string& words, const std::string& explanation, bool chosen) {
    const float height = ui.at(32), width = ImGui::GetContentRegionAvail().x;
    const bool pressed =
        pressable(ui, "##row " + words, {std::max(1.0f, width), height}, chosen ? Look::on : Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    if (chosen) chosen_bar(ui, lo, hi);
    compat::push_font(chosen ? ui.faces.strong : ui.faces.body);
    ImGui::GetWindowDrawList()->AddText({lo.x + ui.at(12), lo.y + (height - ImGui::GetFontSize()) / 2},
                                        packed(ui.palette.text, chosen ? 1 : 0.86),
                                        elided(words, width - ui.at(20)).c_str());
    ImGui::PopFont();
    record(ui, words);
    tip(ui, explanation);
    return pressed;
}

bool card(Ui& ui, const std::string& title, const std::string& words, bool chosen) {
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x), pad = ui.at(12), top = ui.at(7);
    compat::push_font(ui.faces.strong);
    const std::string name = wrapped(title, width - 2 * pad);
    const float named = ImGui::CalcTextSize(name.c_str()).y + ui.at(1);
    ImGui::PopFont();
    compat::push_font(ui.faces.small);
    const std::string told = wrapped(words, width - 2 * pad);
    const float height = 2 * top + named + ImGui::CalcTextSize(told.c_str()).y;
    ImGui::PopFont();
    const bool pressed = pressable(ui, "##card " + title, {width, height}, chosen ? Look::on : Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    if (chosen) chosen_bar(ui, lo, hi);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    compat::push_font(chosen ? ui.faces.strong : ui.faces.body);
    list.AddText({lo.x + pad, lo.y + top}, packed(ui.palette.text, chosen ? 1 : 0.9), name.c_str());
    ImGui::PopFont();
    compat::push_font(ui.faces.small);
    list.AddText({lo.x + pad, lo.y + top + named}, packed(ui.palette.soft), told.c_str());
    ImGui::PopFont();
    record(ui, title);
    return pressed;
}

std::optional<int> select(Ui& ui, const std::string& place, const std::vector<std::string>& choices, int now,
                          const std::string& explanation) {
    const bool known = now >= 0 && now < static_cast<int>(choices.size());
    const char* shown = known ? choices[static_cast<std::size_t>(now)].c_str() : "";
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 lo = ImGui::GetCursorScreenPos(), hi{lo.x + ImGui::CalcItemWidth(), lo.y + ImGui::GetFrameHeight()};
    const bool open =
        ImGui::BeginCombo(("##" + place).c_str(), shown, ImGuiComboFlags_HeightLarge | ImGuiComboFlags_NoArrowButton);
    std::optional<int> chosen;
    if (open) {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (ImGui::Selectable(choices[i].c_str(), static_cast<int>(i) == now)) chosen = static_cast<int>(i);
            record(ui, choices[i]);
        }
        ImGui::EndCombo();
    }
    draw_icon(list, Icon::down, hi.x - ui.at(14), (lo.y + hi.y) / 2, ui.scale, packed(ui.palette.soft));
    ui.places[place] = {lo.x, lo.y, hi.x - lo.x, hi.y - lo.y};
    if (!open) tip(ui, explanation);
    return chosen;
}

std::optional<int> segments(Ui& ui, const std::vector<std::string>& names, int now, const std::string& explanation) {
    std::optional<int> chosen;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.at(30), gap = ui.at(2);
    compat::push_font(ui.faces.strong);  // each is as wide as its words need when chosen, and the rest is shared
    float spare = width;
    std::vector<float> needed;
    for (const std::string& name : names) spare -= needed.emplace_back(ImGui::CalcTextSize(name.c_str()).x);
    ImGui::PopFont();
    float x = at.x;
    list.AddRectFilled(at, {at.x + width, at.y + height}, packed(ui.palette.track), ui.at(7));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool here = static_cast<int>(i) == now;
        const float each = std::max(1.0f, needed[i] + spare / static_cast<float>(names.size()));
        ImGui::SetCursorScreenPos({x, at.y});
        x += each;
        if (ImGui::InvisibleButton(("##segment " + names[i]).c_str(), {each, height})) chosen = static_cast<int>(i);
        const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
        if (here || ImGui::IsItemHovered())
            list.AddRectFilled({lo.x + gap, lo.y + gap}, {hi.x - gap, hi.y - gap},
                               packed(here ? ui.palette.raised : ui.palette.hover), ui.at(5));
        if (here)
            compat::add_rect(list, {lo.x + gap, lo.y + gap}, {hi.x - gap, hi.y - gap}, packed(ui.palette.line),
                             ui.at(5), 1);
        compat::push_font(here ? ui.faces.strong : ui.faces.body);
        const ImVec2 size = ImGui::CalcTextSize(names[i].c_str());
        list.AddText({(lo.x + hi.x - size.x) / 2, (lo.y + hi.y - size.y) / 2},
                     packed(here ? ui.palette.text : ui.palette.soft), names[i].c_str());
        ImGui::PopFont();
        ring_if_focused(ui);
        record(ui, names[i]);
        tip(ui, explanation);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({width, 0});
    return chosen;
}

bool check_box(Ui& ui, const std::string& words, bool on) {
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x), height = ui.at(28);
    const bool pressed = pressable(ui, "##check " + words, {width, height}, Look::plain);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float w = ui.at(32), h = ui.at(18), y = lo.y + (height - h) / 2, x = hi.x - w - ui.at(4);
    list.AddRectFilled({x, y}, {x + w, y + h}, packed(on ? ui.palette.fill : ui.palette.pressed), h / 2);
    list.AddCircleFilled({on ? x + w - h / 2 : x + h / 2, y + h / 2}, h / 2 - ui.at(3),
                         packed(on ? ui.palette.panel : ui.palette.text));
    list.AddText({lo.x, lo.y + (height - ImGui::GetFontSize()) / 2}, packed(ui.palette.text), words.c_str());
    record(ui, words);
    return pressed;
}

}  // namespace eigenscape
