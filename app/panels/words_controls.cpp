// Words of the interface: headings, paragraphs, what is told of the control under the pointer. See controls.h.
#include "app/panels/controls.h"

#include "app/panels/imgui_compat.h"

#include <algorithm>

namespace eigenscape {

void record(Ui& ui, const std::string& words) {
    const ImVec2 lo = ImGui::GetItemRectMin(), size = ImGui::GetItemRectSize();
    ui.places[words] = {lo.x, lo.y, size.x, size.y};
}

namespace {

// Is it time to show the words of the control under the pointer? Next to one that is shown, at once.
bool tip_is_due(Ui& ui, unsigned int control) {
    constexpr double patience = 0.45, warm = 0.35;  // seconds
    WaitingTip& tip = ui.waiting_tip;
    tip.seen = control;
    if (tip.of != control) {
        tip.due = ui.now - tip.shown_at < warm ? ui.now : ui.now + patience;
        tip.of = control;
        tip.shown = false;
    }
    if (ui.now < tip.due) return false;
    ui.more_pictures |= !tip.shown;
    tip.shown = true;
    tip.shown_at = ui.now;
    return true;
}

}  // namespace

void tip(Ui& ui, const std::string& words) {
    if (words.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled) || ImGui::IsItemActive()) return;
    if (!tip_is_due(ui, ImGui::GetID(words.c_str()))) return;
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

void small_words(Ui& ui, const std::string& words, const Color& color) {
    compat::push_font(ui.faces.small);
    paragraph(ui, words, color);
    ImGui::PopFont();
}

void paragraph(Ui&, const std::string& words, const Color& color) {
    ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
    ImGui::PushTextWrapPos(0);  // for a word that is longer than the line
    ImGui::TextUnformatted(wrapped(words, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void rule(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y}, {at.x + width, at.y}, packed(ui.palette.line),
                                        std::max(1.0f, ui.at(1)));
    ImGui::Dummy({width, ui.at(1)});
}

std::string wrapped(const std::string& words, float room) {
    std::string lines;
    std::size_t line = 0;  // where the last one begins
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find_first_of(" \n", at), words.size());
        const std::size_t before = lines.size();
        lines.append(words, at, end - at);
        if (before > line && ImGui::CalcTextSize(lines.c_str() + line).x > room) {
            lines[before - 1] = '\n';
            line = before;
        }
        if (end < words.size()) lines += words[end];
        if (end < words.size() && words[end] == '\n') line = lines.size();
        at = end + 1;
    }
    return lines;
}

std::string elided(const std::string& words, float room) {
    std::string shown = words;
    while (shown.size() > 4 && ImGui::CalcTextSize(shown.c_str()).x > room) {
        shown.resize(shown.size() - 4);
        while (!shown.empty() && ((static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80 || shown.back() == ' '))
            shown.pop_back();
        shown += "…";
    }
    return shown;
}

float key_cap(Ui& ui, const std::string& words, float right, float middle) {
    compat::push_font(ui.faces.small);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pad = ui.at(6), h = ui.at(20), left = right - size.x - 2 * pad;
    list.AddRectFilled({left, middle - h / 2}, {right, middle + h / 2}, packed(ui.palette.track), ui.at(4));
    list.AddText({left + pad, middle - size.y / 2}, packed(ui.palette.text, 0.9), words.c_str());
    ImGui::PopFont();
    return left;
}

}  // namespace eigenscape
