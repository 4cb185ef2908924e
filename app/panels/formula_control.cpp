// A formula is checked while it is typed: the picture follows as long as it can be understood, and keeps the last good
// one when not, with the words why and a mark under the column. Typing is one step of undo; Escape takes it back. The
// arrow keys up and down bring back what was typed before.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "core/calculus/surfaces.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace eigenscape {
namespace {

// A short red bar under the character at the error, where the text is not scrolled.
void mark_column(Ui& ui, const std::string& text, std::size_t column, ImVec2 lo, ImVec2 hi) {
    if (column == 0) return;
    std::size_t byte = 0;  // columns count characters, not bytes
    for (std::size_t left = column - 1; byte < text.size() && left > 0; --left) do
            ++byte;
        while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80);
    const float pad = ImGui::GetStyle().FramePadding.x, em = ui.at(8);
    if (ImGui::CalcTextSize(text.c_str()).x > hi.x - lo.x - 2 * pad) return;
    const float x = lo.x + pad + ImGui::CalcTextSize(text.c_str(), text.c_str() + byte).x;
    ImGui::GetWindowDrawList()->AddRectFilled({x, hi.y - ui.at(5)}, {x + em, hi.y - ui.at(3)}, packed(ui.palette.bad),
                                              1);
}

void offer(Ui& ui, int param, const std::string& title, const std::string& text, const std::string& words) {
    if (ImGui::Selectable(title.c_str())) {
        if (const auto bad = ui.explorer.set_text(param, text)) ui.toasts.say(Icon::warning, bad->message);
        ui.typing = {};
    }
    record(ui, title);
    if (!words.empty()) tip(ui, words);
}

// Functions worth trying: the scene's own examples, and for functions of x and y the library of surfaces; then what was
// typed before.
void function_menu(Ui& ui, int param) {
    if (icon_button(ui, Icon::folder, "Functions", "Choose a function", Look::plain, 30)) ImGui::OpenPopup("functions");
    if (!ImGui::BeginPopup("functions")) return;
    const Param& row = ui.explorer.scene().params[static_cast<std::size_t>(param)];
    for (const std::string& example : row.formula.examples) offer(ui, param, example, example, {});
    for (const Surface& surface : surfaces())
        if (!formula_problem(row, surface.name))
            offer(ui, param, surface.title, surface.name, surface.words + "\n" + surface.formula);
    const std::vector<std::string> before = ui.formulas.of(row);  // a copy: choosing one changes the list
    if (!before.empty()) heading(ui, "Typed before");
    for (std::size_t i = 0; i < before.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (!formula_problem(row, before[i])) offer(ui, param, before[i], before[i], {});
        ImGui::PopID();
    }
    ImGui::EndPopup();
}

// The arrow keys up and down in the field: earlier formulas, and back to what was being typed.
int recall(ImGuiInputTextCallbackData* field) {
    Ui& ui = *static_cast<Ui*>(field->UserData);
    const int param = ui.formula_typed;
    const std::vector<std::string>& before =
        ui.formulas.of(ui.explorer.scene().params[static_cast<std::size_t>(param)]);
    Typing& typing = ui.typing;
    const int wanted = typing.recalled + (field->EventKey == ImGuiKey_UpArrow ? 1 : -1);
    if (wanted < -1 || wanted >= static_cast<int>(before.size())) return 0;
    if (typing.recalled < 0) typing.draft.assign(field->Buf, static_cast<std::size_t>(field->BufTextLen));
    typing.recalled = wanted;
    const std::string& text = wanted < 0 ? typing.draft : before[static_cast<std::size_t>(wanted)];
    field->DeleteChars(0, field->BufTextLen);
    field->InsertChars(0, text.c_str());
    return 0;
}

void try_text(Ui& ui, int param) {
    const auto bad = ui.explorer.set_text(param, ui.typing.text);
    ui.typing.problem = bad ? bad->message : "";
    ui.typing.column = bad ? bad->column : 0;
}

void stop_typing(Ui& ui, int param, bool keep) {
    if (!keep) ui.explorer.set_text(param, ui.typing.before);
    ui.explorer.end_gesture();
    if (keep && ui.typing.text != ui.typing.before)
        if (const std::string trouble =
                ui.formulas.add(ui.explorer.scene().params[static_cast<std::size_t>(param)], ui.typing.text);
            !trouble.empty())
            ui.toasts.say(Icon::warning, trouble);
    ui.typing = {};
}

}  // namespace

void formula_control(Ui& ui, int param) {
    const Param& row = ui.explorer.scene().params[static_cast<std::size_t>(param)];
    parameter_name(ui, param, ImGui::GetContentRegionAvail().x - ui.at(40));
    ImGui::SameLine(0, ui.at(8));
    function_menu(ui, param);
    const std::string place = "Formula " + row.name;
    const bool typing = ui.typing.place == place;
    std::string text =
        typing ? ui.typing.text : std::get<Formula>(ui.explorer.target()[static_cast<std::size_t>(param)]).text;
    ImGui::SetNextItemWidth(-1);
    if (ui.param_to_enter == param) ImGui::SetKeyboardFocusHere();
    if (typing) ui.formula_typed = param;
    const bool changed =
        ImGui::InputText(("##" + place).c_str(), &text, ImGuiInputTextFlags_CallbackHistory, recall, &ui);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    const bool began = ImGui::IsItemActivated(), ended = ImGui::IsItemDeactivated();
    record(ui, place);
    if (began) {
        ui.typing = {place, text, {}, 0, false, text};
        ui.explorer.begin_gesture();
    }
    if (changed && ui.typing.place == place) {
        ui.typing.text = text;
        try_text(ui, param);
    }
    if (typing && !ui.typing.problem.empty()) {
        mark_column(ui, ui.typing.text, ui.typing.column, lo, hi);
        paragraph(ui, ui.typing.problem, ui.typing.text.empty() ? ui.palette.soft : ui.palette.bad);
    }
    if (ended && ui.typing.place == place) stop_typing(ui, param, ui.typing.problem.empty());
}

}  // namespace eigenscape
