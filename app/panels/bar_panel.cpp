// The bar on top: panels at its ends, what the picture is in the middle, deeds beside it.
// Every button is a command of the shortcut table.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

namespace eigenscape {
namespace {

void scene_name(Ui& ui, float height) {
    compat::push_font(ui.faces.title);
    const std::string& title = ui.explorer.scene().words.title;
    ImGui::SetCursorPosY((height - ImGui::GetFontSize()) / 2);
    ImGui::TextUnformatted(title.c_str());
    ImGui::PopFont();
}

void history_button(Ui& ui, Icon icon, Command command, bool can, const std::string& what) {
    const std::string name(row_of(command).words);
    const std::string words = (what.empty() ? name : name + ": " + what) + "  (" + keys_of(command) + ")";
    if (icon_button(ui, icon, name, words, can ? Look::plain : Look::off)) ui.asked.push_back(command);
}

void gap(Ui& ui) {
    ImGui::SameLine(0, ui.at(16));
}

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
    scene_name(ui, height);

    constexpr int buttons = 9, gaps = 2;
    const float deeds = ui.at(buttons * 36 - 4 + gaps * 12);
    ImGui::SameLine(std::max(ui.at(48), ui.at(place.width - 8) - deeds));
    ImGui::SetCursorPosY(top);
    history_button(ui, Icon::undo, Command::undo, ui.explorer.can_undo(), ui.explorer.undo_words());
    ImGui::SameLine();
    history_button(ui, Icon::redo, Command::redo, ui.explorer.can_redo(), ui.explorer.redo_words());
    ImGui::SameLine();
    command_button(ui, Icon::reset, Command::reset_scene);
    gap(ui);
    command_button(ui, Icon::fit, Command::reset_view);
    ImGui::SameLine();
    command_button(ui, Icon::camera, Command::screenshot);
    ImGui::SameLine();
    command_button(ui, Icon::folder, Command::open);
    gap(ui);
    command_button(ui, Icon::theme, Command::next_theme);
    ImGui::SameLine();
    command_button(ui, Icon::help, Command::help);
    ImGui::SameLine();
    command_button(ui, Icon::inspector, Command::inspector, inspector ? Look::on : Look::plain);
    ImGui::PopStyleVar();
    const ImVec2 lo = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ImGui::GetWindowDrawList()->AddLine({lo.x, lo.y + size.y - 1}, {lo.x + size.x, lo.y + size.y - 1}, packed(ui.palette.line));
    end_panel();
}

}  // namespace eigenscape
