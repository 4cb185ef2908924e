// The sheet of Ctrl+K: a line to type in, and beneath it what answers, in groups. Arrows choose, Enter does it.
// What there is and in which order is finder.cpp's; doing it is the interface's.
#include "app/model/explorer.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

Icon icon_of(const Answer& found) {
    switch (found.kind) {
        case Answer::scene: return Icon::fit;
        case Answer::preset: return Icon::dot;
        case Answer::action: return Icon::play;
        case Answer::symptom: return Icon::pulse;
        default: return found.refused ? Icon::warning : Icon::sliders;
    }
}

// ImGui hands over Up and Down while the line is typed in.
int move_choice(ImGuiInputTextCallbackData* data) {
    Finding& finding = *static_cast<Finding*>(data->UserData);
    finding.at += data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
    finding.moved = true;
    return 0;
}

bool typed_line(Ui& ui) {
    Finding& finding = ui.finding;
    if (ImGui::IsWindowAppearing() || std::exchange(finding.again, false)) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.at(40), ui.at(11.5)});
    const std::string before = finding.typed;
    constexpr int flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory;
    const bool entered = ImGui::InputTextWithHint(
        "##find", "A scene, preset, parameter, action; rate 0.1; or what hurts: my loss is NaN", &finding.typed, flags,
        move_choice, &finding);
    ImGui::PopStyleVar();
    record(ui, "Find line");
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    draw_icon(*ImGui::GetWindowDrawList(), Icon::search, lo.x + ui.at(20), (lo.y + hi.y) / 2, ui.scale,
              packed(ui.palette.soft));
    if (finding.typed != before) finding.at = 0;
    return entered;
}

// Icon, title, and as much of its words as there is room for before the keys.
bool found_row(Ui& ui, const Answer& found, bool at) {
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x), height = ui.at(32);
    const bool pressed = ImGui::InvisibleButton(found.name().c_str(), {width, height});
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    const float middle = (lo.y + hi.y) / 2, top = middle - ImGui::GetFontSize() / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (at || ImGui::IsItemHovered())
        list.AddRectFilled(lo, hi, packed(at ? ui.palette.hover : ui.palette.track), ui.at(6));
    const Color& ink = found.refused ? ui.palette.bad : ui.palette.soft;
    draw_icon(list, icon_of(found), lo.x + ui.at(20), middle, ui.scale * 0.875, packed(ink));
    float right = hi.x - ui.at(8);
    if (!found.keys.empty()) right = key_cap(ui, found.keys, right, middle) - ui.at(8);
    const std::string title = elided(found.title, right - lo.x - ui.at(40));
    list.AddText({lo.x + ui.at(40), top}, packed(ui.palette.text), title.c_str());
    const float left = lo.x + ui.at(52) + ImGui::CalcTextSize(title.c_str()).x;
    compat::push_font(ui.faces.small);
    if (right - left > ui.at(48))
        list.AddText({left, middle - ImGui::GetFontSize() / 2}, packed(ink), elided(found.words, right - left).c_str());
    ImGui::PopFont();
    record(ui, "Found " + found.title);
    tip(ui, found.words);
    return pressed;
}

// The row that was chosen, by a click or by `entered`; -1: none.
int rows(Ui& ui, const std::vector<Answer>& all, bool entered) {
    Finding& finding = ui.finding;
    int chosen = entered && !all.empty() ? finding.at : -1;
    std::string_view heading_before;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const Answer& found = all[static_cast<std::size_t>(i)];
        if (const std::string_view words = heading_of(found); words != heading_before) {
            if (i > 0) ImGui::Dummy({0, ui.at(6)});
            ImGui::Indent(ui.at(12));
            heading(ui, std::string(heading_before = words));
            ImGui::Unindent(ui.at(12));
        }
        ImGui::PushID(i);
        if (found_row(ui, found, i == finding.at)) chosen = i;
        if (finding.moved && i == finding.at) ImGui::SetScrollHereY();
        ImGui::PopID();
    }
    finding.moved = false;
    return chosen;
}

}  // namespace

void finder_sheet(Ui& ui) {
    Finding& finding = ui.finding;
    if (!begin_sheet(ui, "Find", finding.shown, 640)) return;
    const bool entered = typed_line(ui);
    const std::vector<Answer> all = find_all(finding.typed, ui.explorer.scenes(), ui.explorer.scene(), finding.recent);
    const int last = std::max(0, static_cast<int>(all.size()) - 1);
    if (finding.at < 0 || finding.at > last) finding.at = finding.at < 0 ? last : 0;  // round and round
    const float height = std::max(ui.at(64), std::min(ui.at(424), ImGui::GetIO().DisplaySize.y - ui.at(160)));
    compat::begin_child("found", {0, height}, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    const int chosen = rows(ui, all, entered);
    ImGui::PopStyleVar();
    if (all.empty())
        paragraph(ui, "Nothing speaks of this. Try a shorter word; or a parameter's name and a value, as in: rate 0.1",
                  ui.palette.soft);
    ImGui::EndChild();
    const bool refused = !all.empty() && all[static_cast<std::size_t>(finding.at)].refused;
    if (refused) small_words(ui, all[static_cast<std::size_t>(finding.at)].words, ui.palette.bad);
    else small_words(ui, "\u2191 \u2193 choose     Enter does it     Esc closes", ui.palette.soft);
    if (chosen >= 0) {
        finding.chosen = all[static_cast<std::size_t>(chosen)];
        finding.shown = finding.chosen->refused;  // refused: the words stay, and the line can be corrected
        if (finding.shown) finding.again = true;
    }
    end_sheet();
}

}  // namespace eigenscape
