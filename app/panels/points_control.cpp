// Beside a set of points: how many there are, the tools that paint and erase them, noise, an outlier, tables in and
// out. The buttons ask for commands, as keys do.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void how_many(Ui& ui, int param, std::size_t count) {
    const std::string words = counted(count, "point", "points");
    const float width = ImGui::CalcTextSize(words.c_str()).x;
    parameter_name(ui, param, ImGui::GetContentRegionAvail().x - width - ui.at(8));
    ImGui::SameLine();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (ui.at(28) - ImGui::GetFontSize()) / 2);
    paragraph(ui, words, ui.palette.soft);
}

void noise_amount(Ui& ui) {
    NumberLook look;
    look.width_points = 64;
    look.per_point = 0.25;
    look.decimals = 0;
    look.color = ui.palette.text;
    look.unit = " %";
    double percent = 100 * ui.own_data.noise;
    const Edit edit = number_cell(ui, "Noise amount", percent, number_text(percent), look);
    if (edit.value) percent = *edit.value;
    if (edit.typed) {
        Param row;
        row.name = "Noise";
        row.range = Range(0, 100, "");
        const auto typed = parse(row, *edit.typed);
        if (const auto* bad = std::get_if<BadValue>(&typed)) ui.toasts.say(Icon::warning, bad->message);
        else percent = std::get<double>(std::get<Value>(typed));
        ui.typing = {};
    }
    ui.own_data.noise = std::clamp(percent, 0.0, 100.0) / 100;
    tip(ui, "How much noise is added, as a share of each column's deviation.");
}

// Which class the brush paints: a few small buttons.
void class_choice(Ui& ui, const Param& param) {
    const int classes = std::min(param.columns.classes, 10);
    paragraph(ui, "Paint class", ui.palette.soft);
    for (int k = 0; k < classes; ++k) {
        ImGui::SameLine(0, ui.at(k == 0 ? 8 : 0));
        if (text_button(ui, std::to_string(k), "The brush paints points of class " + std::to_string(k),
                        ui.explorer.painted_class() == k))
            ui.explorer.set_tool(Tool::brush, k);
    }
}

}  // namespace

void points_control(Ui& ui, int param) {
    const Param& row = ui.explorer.scene().params[static_cast<std::size_t>(param)];
    const std::vector<double> numbers = numbers_of(ui.explorer.target()[static_cast<std::size_t>(param)]);
    const bool three = row.kind == Kind::points3;
    how_many(ui, param, numbers.size() / (three ? 3 : 2));
    if (param_for_table(ui) != param) return;  // another set is shown now: the tools stand beside that one
    const auto tool_look = [&](Tool tool) { return ui.explorer.tool() == tool ? Look::on : Look::plain; };
    command_button(ui, Icon::brush, Command::brush, tool_look(Tool::brush));
    ImGui::SameLine(0, 0);
    command_button(ui, Icon::eraser, Command::eraser, tool_look(Tool::eraser));
    ImGui::SameLine(0, 0);
    command_button(ui, Icon::outlier, Command::outlier);
    ImGui::SameLine(0, 0);
    command_button(ui, Icon::save, Command::save_data);
    ImGui::SameLine(0, ui.at(8));
    command_button(ui, Icon::noise, Command::noise);
    ImGui::SameLine(0, 0);
    noise_amount(ui);
    if (row.columns.class_column >= 0 && ui.explorer.tool() == Tool::brush) class_choice(ui, row);
    if (wide_button(ui, Icon::table, "Own data…", keys_of(Command::own_data), ImGui::GetContentRegionAvail().x,
                    "Points from a table of yours: a file, or what you have copied"))
        ui.asked.push_back(Command::own_data);
}

}  // namespace eigenscape
