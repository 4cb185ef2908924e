// The help sheet and the sheet that asks for a file.
// The keys come from the one shortcut table.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <string>
#include <vector>

namespace eigenscape {
namespace {

void command_rows(Ui& ui, std::string_view group) {
    heading(ui, std::string(group));
    for (const CommandRow& row : command_table()) {
        if (row.group != group || row.words.empty()) continue;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float right = at.x + ImGui::GetContentRegionAvail().x;
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - ui.at(112));
        ImGui::TextUnformatted(row.words.data(), row.words.data() + row.words.size());
        ImGui::PopTextWrapPos();
        const float below = ImGui::GetCursorPosY();
        ImGui::SetCursorScreenPos(at);
        key_cap(ui, keys_of(row.command), right, at.y + ui.at(10));
        ImGui::SetCursorPosY(below);
    }
    ImGui::Dummy({0, ui.at(8)});
}

void hand_rows(Ui& ui) {
    heading(ui, "By hand");
    if (text_button(ui, "First steps", "Five things to try, on the picture  (" + keys_of(Command::welcome) + ")", true))
        ui.asked.push_back(Command::welcome);
    for (const char* words :
         {"Drag a ringed point: the picture follows. Drag the empty canvas to move, or to turn a surface.",
          "Ctrl+K finds a scene, a preset, a parameter or an action, and sets values: rate 0.1.",
          "The wheel zooms where the pointer is. A double click on the canvas looks from home again.",
          "Numbers: drag sideways (Shift: finer, Alt: coarser), or click and type. A double click on a name resets it.",
          // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one sentence
          "Drop a picture, a state file or a table (.csv, .tsv, .txt) on the window to open it; where a scene shows a "
          "picture of your own, any PNG or JPEG."})
        paragraph(ui, words, ui.palette.text);
}

}  // namespace

void help_sheet(Ui& ui) {
    if (!begin_sheet(ui, "Keys", ui.help_shown, 1160)) return;
    sheet_title(ui, "Keys and hands", ui.help_shown);
    static const std::vector<std::vector<std::string_view>> layouts[] = {
        {{"Time", "Picture", "Data", "Files", "Learning", of_questions, "Around"}},
        {{"Time", "Picture", "Data", "Files"}, {"Learning", of_questions, "Around"}},
        {{"Time", "Picture", "Data"}, {"Files", "Learning", of_questions}, {"Around"}}};
    const float room = ImGui::GetContentRegionAvail().x, gap = ui.at(32);
    const auto& columns = layouts[room > ui.at(1000) ? 2 : room > ui.at(600) ? 1 : 0];
    const auto count = static_cast<float>(columns.size());
    const float height = std::min(ImGui::GetIO().DisplaySize.y - ui.at(136), ui.at(columns.size() > 1 ? 568 : 940));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(5)});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, gap);
        compat::begin_child(("column " + std::to_string(i)).c_str(), {(room - (count - 1) * gap) / count, height});
        for (const std::string_view group : columns[i]) command_rows(ui, group);
        if (i + 1 == columns.size()) hand_rows(ui);
        ImGui::EndChild();
    }
    ImGui::PopStyleVar();
    end_sheet();
}

void open_sheet(Ui& ui) {
    if (!begin_sheet(ui, "Open", ui.open_shown, 560)) return;
    sheet_title(ui, "Open", ui.open_shown);
    paragraph(ui,
              "The path of a state file (.json) or of a picture that Eigenscape made (.png). Dropping the file on the "
              "window does the same.",
              ui.palette.soft);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##path", "/home/…/eigenvectors.png", &ui.path_to_open,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, "Path");
    tip(ui, "~/ stands for the home folder");
    if (text_button(ui, "Open file", "Open it  (Enter)", true) || entered) {
        ui.open_now = ui.path_to_open;
        ui.open_shown = false;
    }
    end_sheet();
}

}  // namespace eigenscape
