// The help sheet and the sheet that asks for a file: both centred over everything, closed by Escape or a click beside them.
// The keys come from the one shortcut table.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <vector>

namespace eigenscape {
namespace {

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
    constexpr int flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    const bool open = ImGui::BeginPopupModal(name, nullptr, flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (!open) return false;
    const bool beside = ImGui::IsMouseClicked(0) && !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && !ImGui::IsWindowAppearing();
    if (!shown || beside) {
        shown = false;
        ImGui::CloseCurrentPopup();
    }
    return true;
}

void sheet_title(Ui& ui, const std::string& words, bool& shown) {
    compat::push_font(ui.faces.title);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.at(32));
    if (icon_button(ui, Icon::close, "Close " + words, "Close  (Esc)")) shown = false;
    ImGui::Dummy({0, ui.at(4)});
}

void key_cap(Ui& ui, const std::string& words, float right) {
    compat::push_font(ui.faces.small);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pad = ui.at(6), h = ui.at(20), x = right - size.x - 2 * pad;
    list.AddRectFilled({x, at.y}, {right, at.y + h}, packed(ui.palette.track), ui.at(4));
    list.AddText({x + pad, at.y + (h - size.y) / 2}, packed(ui.palette.text, 0.9), words.c_str());
    ImGui::PopFont();
}

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
        key_cap(ui, keys_of(row.command), right);
        ImGui::SetCursorPosY(below);
    }
    ImGui::Dummy({0, ui.at(8)});
}

void hand_rows(Ui& ui) {
    heading(ui, "By hand");
    for (const char* words : {"Drag a ringed point: the picture follows. Drag the empty canvas to move, or to turn a surface.",
                              "The wheel zooms where the pointer is. A double click on the canvas looks from home again.",
                              "Numbers: drag sideways (Shift: finer, Alt: coarser), or click and type. A double click on a name resets it.",
                              "Drop a picture or a state file on the window to open it."})
        paragraph(ui, words, ui.palette.text);
}

}  // namespace

void help_sheet(Ui& ui) {
    if (!begin_sheet(ui, "Keys", ui.help_shown, 816)) return;
    sheet_title(ui, "Keys and hands", ui.help_shown);
    const float room = ImGui::GetContentRegionAvail().x;
    const bool two = room > ui.at(600);
    const float height = std::min(ImGui::GetIO().DisplaySize.y - ui.at(136), ui.at(two ? 536 : 900));
    const float width = two ? (room - ui.at(32)) / 2 : room;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(5)});
    compat::begin_child("left", {width, height});
    for (const char* group : {"Time", "Picture", "Files"}) command_rows(ui, group);
    if (two) {
        ImGui::EndChild();
        ImGui::SameLine(0, ui.at(32));
        compat::begin_child("right", {width, height});
    }
    command_rows(ui, "Around");
    hand_rows(ui);
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::EndPopup();
}

void open_sheet(Ui& ui) {
    if (!begin_sheet(ui, "Open", ui.open_shown, 560)) return;
    sheet_title(ui, "Open", ui.open_shown);
    paragraph(ui, "The path of a state file (.json) or of a picture that Eigenscape made (.png). Dropping the file on the window does the same.",
              ui.palette.soft);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##path", "/home/…/eigenvectors.png", &ui.path_to_open, ImGuiInputTextFlags_EnterReturnsTrue);
    record(ui, "Path");
    if (text_button(ui, "Open file", "Open it  (Enter)") || entered) {
        ui.open_now = ui.path_to_open;
        ui.open_shown = false;
    }
    ImGui::EndPopup();
}

}  // namespace eigenscape
