// The bar on top: panels at its ends, what the picture is in the middle, deeds beside it.
// Every button is a command of the shortcut table.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {
namespace {

float name_width(Ui& ui) {
    compat::push_font(ui.faces.title);
    const float width = ImGui::CalcTextSize(ui.explorer.scene().words.title.c_str()).x;
    ImGui::PopFont();
    return width;
}

void scene_name(Ui& ui, float height, float room) {
    compat::push_font(ui.faces.title);
    ImGui::SetCursorPosY((height - ImGui::GetFontSize()) / 2);
    ImGui::TextUnformatted(elided(ui.explorer.scene().words.title, room).c_str());
    ImGui::PopFont();
}

// Looks like a field, opens the finder; where there is no room for one, a button.
void find_field(Ui& ui, float left, float right) {
    const float room = right - left, middle = ImGui::GetWindowWidth() / 2, width = std::min(ui.at(320), room);
    const CommandRow& row = row_of(Command::find);
    const std::string name(row.words);
    if (room < ui.at(144)) {
        if (room < ui.at(32)) return;
        ImGui::SetCursorPos({right - ui.at(32), ui.at(8)});
        return command_button(ui, Icon::search, Command::find);
    }
    ImGui::SetCursorPos({std::clamp(middle - width / 2, left, right - width), ui.at(8)});
    if (wide_button(ui, Icon::search, name, row.keys.substr(0, row.keys.find(' ')), width,
                    "Scenes, presets, parameters and actions, by a word of them  (" + keys_of(Command::find) + ")"))
        ui.asked.push_back(Command::find);
}

void history_button(Ui& ui, Icon icon, Command command, bool can, const std::string& what) {
    const std::string name(row_of(command).words);
    const std::string words = (what.empty() ? name : name + ": " + what) + "  (" + keys_of(command) + ")";
    if (icon_button(ui, icon, name, words, can ? Look::plain : Look::off)) ui.asked.push_back(command);
}

void gap(Ui& ui) { ImGui::SameLine(0, ui.at(16)); }

}  // namespace

void bar_panel(Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(8), ui.at(8)});
    const bool shown = begin_panel(ui, "Bar", place, false);
    ImGui::PopStyleVar();
    if (!shown) return;
    const float height = ui.at(place.height), top = ui.at(8);
    const bool library = ui.preferences.library, inspector = ui.preferences.inspector;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(4), ui.at(4)});
    command_button(ui, Icon::library, Command::library, library ? Look::on : Look::plain);
    ImGui::SameLine(0, ui.at(12));
    const bool roomy =
        place.width >= 640;  // a narrow bar keeps what undoes, finds and explains; the finder has the rest
    const float deeds = ui.at(roomy ? 11 * 36 - 4 + 3 * 12 : 4 * 36 - 4), right = ui.at(place.width - 8) - deeds,
                left = ui.at(52);
    const float named = std::min(name_width(ui), std::max(ui.at(48), right - left - ui.at(66)));
    scene_name(ui, height, named);
    find_field(ui, left + named + ui.at(16), right - ui.at(16));

    ImGui::SetCursorPos({right, top});
    history_button(ui, Icon::undo, Command::undo, ui.explorer.can_undo(), ui.explorer.undo_words());
    ImGui::SameLine();
    history_button(ui, Icon::redo, Command::redo, ui.explorer.can_redo(), ui.explorer.redo_words());
    ImGui::SameLine();
    if (roomy) {
        command_button(ui, Icon::reset, Command::reset_scene);
        gap(ui);
        command_button(ui, Icon::fit, Command::reset_view);
        ImGui::SameLine();
        command_button(ui, Icon::camera, Command::screenshot);
        ImGui::SameLine();
        command_button(ui, Icon::folder, Command::open);
        gap(ui);
        command_button(ui, Icon::cards, Command::review_cards, ui.learning.review.shown ? Look::on : Look::plain);
        ImGui::SameLine();
        command_button(ui, Icon::web, Command::concept_map);
        gap(ui);
        command_button(ui, Icon::theme, Command::next_theme);
        ImGui::SameLine();
    }
    command_button(ui, Icon::help, Command::help);
    ImGui::SameLine();
    command_button(ui, Icon::inspector, Command::inspector, inspector ? Look::on : Look::plain);
    ImGui::PopStyleVar();
    const ImVec2 lo = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(lo, {lo.x + size.x, lo.y + size.y});
    list.AddRectFilled({lo.x, lo.y + size.y - std::max(1.0f, ui.at(1))}, {lo.x + size.x, lo.y + size.y},
                       packed(ui.palette.line));
    list.PopClipRect();
    end_panel();
}

}  // namespace eigenscape
