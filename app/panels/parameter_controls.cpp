// One control per row of the scene's table, chosen by the parameter's kind: the table is the only declaration.
// Values shown are the target of an ease, so that a control stands still while the picture moves to it.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// A parameter's place in the table, its row, and its value now.
struct ParamRow {
    int index;
    const Param& param;
    const Value& value;
};

std::string range_words(const Param& param) {
    const bool numeric = param.kind == Kind::integer || param.kind == Kind::real ||
                         (param.kind >= Kind::vec2 && param.kind <= Kind::numbers);
    if (!numeric) return {};
    return "\n" + brief(param.range.min) + " to " + brief(param.range.max) +
           (param.range.unit.empty() ? "" : " " + param.range.unit);
}

std::string explanation(const Param& param) {
    return param.range.help + range_words(param) + "\nDouble click on the name: back to the start";
}

// The parameter's title; a double click on it, or Enter with the keyboard's ring, brings the default back.
void name(Ui& ui, const ParamRow& row, float width) {
    const float height = ui.at(28);
    const bool pressed = ImGui::InvisibleButton("##name", {std::max(1.0f, width), height});
    if ((ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) || (pressed && compat::keyboard_cursor_shown()))
        ui.explorer.reset_param(row.index);
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ui.explorer.held_param() == row.index)
        list.AddRectFilled({lo.x - ui.at(10), lo.y + ui.at(5)}, {lo.x - ui.at(7), hi.y - ui.at(5)},
                           packed(ui.palette.text), ui.at(2));
    list.PushClipRect(lo, hi, true);
    list.AddText({lo.x, lo.y + (height - ImGui::GetFontSize()) / 2}, packed(ui.palette.text), row.param.title.c_str());
    list.PopClipRect();
    ring_if_focused(ui);
    record(ui, "Name " + row.param.name);
    tip(ui, explanation(row.param));
}

// Enough decimals to tell a five-hundredth of the range apart; on a log scale three figures of the value.
int decimals_of(const Range& range, double value) {
    const double span = range.scale == Scale::log ? std::abs(value) * 10 : range.max - range.min;
    if (!std::isfinite(span) || span <= 0) return 2;
    return std::clamp(static_cast<int>(std::ceil(2.7 - std::log10(span))), range.scale == Scale::log ? 0 : 1, 8);
}

double per_point_of(const Param& param, double value) {
    if (param.kind == Kind::integer) return std::max((param.range.max - param.range.min) / 300, 0.05);
    const double span = param.range.scale == Scale::log ? std::abs(value) * 3 : param.range.max - param.range.min;
    return std::isfinite(span) && span > 0 ? span / 600 : 0.01;
}

// Passes what was done to one number of a value on to the explorer.
void apply(Ui& ui, const ParamRow& row, int entry, const std::string& place, const Edit& edit) {
    if (edit.began) ui.explorer.begin_gesture();
    if (edit.value && std::isfinite(*edit.value)) {
        std::vector<double> numbers = numbers_of(row.value);
        numbers[static_cast<std::size_t>(entry)] = std::clamp(*edit.value, row.param.range.min, row.param.range.max);
        if (row.param.kind == Kind::integer && ui.dragged.place == place) {  // whole numbers gather parts of a step
            ui.dragged.sum = std::clamp(ui.dragged.sum + *edit.value - numbers_of(row.value)[0], row.param.range.min,
                                        row.param.range.max);
            numbers[0] = ui.dragged.sum;
        }
        ui.explorer.set(row.index, with_numbers(row.value, numbers));
        ui.number_set = true;
    }
    if (edit.began && !place.starts_with("Slider"))
        ui.dragged = {place, numbers_of(row.value)[static_cast<std::size_t>(entry)]};
    if (edit.ended) ui.explorer.end_gesture();
    if (!edit.typed) return;
    if (const auto bad = ui.explorer.set_entry(row.index, entry, *edit.typed)) {
        ui.typing.problem = bad->message;
        ui.typing.fresh = true;
    } else {
        ui.typing = {};
        ui.number_set = true;
    }
}

void problem_below(Ui& ui, const ParamRow& row, int entries) {
    if (ui.typing.problem.empty()) return;
    for (int entry = 0; entry < entries; ++entry)
        if (ui.typing.place == row.param.name + " " + std::to_string(entry))
            paragraph(ui, ui.typing.problem, ui.palette.bad);
}

NumberLook look_of(const ParamRow& row, double value, double width_points) {
    NumberLook look;
    look.width_points = width_points;
    look.per_point = per_point_of(row.param, value);
    look.decimals = row.param.kind == Kind::integer ? 0 : decimals_of(row.param.range, value);
    return look;
}

void entry_cell(Ui& ui, const ParamRow& row, int entry, double width_points, Ink ink) {
    const double value = numbers_of(row.value)[static_cast<std::size_t>(entry)];
    NumberLook look = look_of(row, value, width_points);
    look.color = ink == Ink::text ? ui.palette.text : legible(ui.palette, ink);
    if (!row.param.range.unit.empty()) look.unit = " " + row.param.range.unit;
    const std::string place = row.param.name + " " + std::to_string(entry);
    apply(ui, row, entry, place, number_cell(ui, place, value, number_text(value), look));
    tip(ui, "Drag sideways, or click and type." + range_words(row.param));
}

void scalar(Ui& ui, const ParamRow& row) {
    constexpr double cell = 88;
    name(ui, row, ImGui::GetContentRegionAvail().x - ui.at(cell + 8));
    ImGui::SameLine();
    entry_cell(ui, row, 0, cell, Ink::text);
    problem_below(ui, row, 1);
    const double value = numbers_of(row.value)[0];
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.at(6));  // the slider belongs to the name above it
    Edit edit = slider_track(ui, "Slider " + row.param.name, to_part(row.param.range, value), ui.palette.fill);
    tip(ui, explanation(row.param));
    if (edit.value) edit.value = from_part(row.param.range, *edit.value);
    apply(ui, row, 0, "Slider " + row.param.name, edit);
}

Ink column_ink(int column) { return column == 0 ? Ink::first : column == 1 ? Ink::second : Ink::third; }

void vector(Ui& ui, const ParamRow& row, int size) {
    const float all = ImGui::GetContentRegionAvail().x, gap = ui.at(4);
    const double cell = size == 2 ? 80 : 64;
    name(ui, row, all - static_cast<float>(size) * (ui.at(cell) + gap));
    for (int i = 0; i < size; ++i) {
        ImGui::SameLine(0, gap);
        entry_cell(ui, row, i, cell, Ink::text);
    }
    problem_below(ui, row, size);
}

// Tall brackets about the grid of a matrix.
void brackets(Ui& ui, ImVec2 lo, ImVec2 hi) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float serif = ui.at(6), out = ui.at(6);
    for (const auto& [x, turn] : {std::pair{lo.x - out, serif}, std::pair{hi.x + out, -serif}}) {
        const ImVec2 points[] = {{x + turn, lo.y}, {x, lo.y}, {x, hi.y}, {x + turn, hi.y}};
        compat::add_polyline(list, points, 4, packed(ui.palette.text, 0.8), false, std::max(1.0f, ui.at(1.5)));
    }
}

void matrix(Ui& ui, const ParamRow& row, int size) {
    const double cell = size == 2 ? 80 : 62;
    const float all = ImGui::GetContentRegionAvail().x, gap = ui.at(4);
    const float grid = static_cast<float>(size) * (ui.at(cell) + gap) - gap,
                left = ImGui::GetCursorPosX() + all - grid - ui.at(8);
    name(ui, row, all - grid - ui.at(24));
    ImGui::SameLine(left);
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, gap});
    for (int r = 0; r < size; ++r)
        for (int c = 0; c < size; ++c) {
            if (c > 0) ImGui::SameLine(0, gap);
            entry_cell(ui, row, r * size + c, cell, column_ink(c));
        }
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    brackets(ui, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    problem_below(ui, row, size * size);
}

std::string spaced(std::string words) {
    std::ranges::replace(words, '_', ' ');
    return words;
}

void choice(Ui& ui, const ParamRow& row) {
    std::vector<std::string> choices = row.param.range.choices;
    std::ranges::transform(choices, choices.begin(), spaced);
    const float cell = ui.at(168);
    name(ui, row, ImGui::GetContentRegionAvail().x - cell - ui.at(8));
    ImGui::SameLine();
    ImGui::SetNextItemWidth(cell);
    const auto chosen =
        select(ui, "Choice " + row.param.name, choices, std::get<Choice>(row.value).index, explanation(row.param));
    if (chosen) ui.explorer.set(row.index, Choice{*chosen});
}

void control(Ui& ui, const ParamRow& row) {
    switch (row.param.kind) {
        case Kind::boolean: {
            const bool on = std::get<bool>(row.value);
            if (check_box(ui, row.param.title, on)) ui.explorer.set(row.index, !on);
            return tip(ui, row.param.range.help);
        }
        case Kind::integer:
        case Kind::real: return scalar(ui, row);
        case Kind::choice: return choice(ui, row);
        case Kind::vec2: return vector(ui, row, 2);
        case Kind::vec3: return vector(ui, row, 3);
        case Kind::mat2: return matrix(ui, row, 2);
        case Kind::mat3: return matrix(ui, row, 3);
        case Kind::points:
        case Kind::points3: {
            if (takes_table(row.param)) return points_control(ui, row.index);
            const std::size_t count = numbers_of(row.value).size() / (row.param.kind == Kind::points ? 2 : 3);
            const std::string words = std::to_string(count) + (count == 1 ? " point" : " points");
            const float width = ImGui::CalcTextSize(words.c_str()).x;
            name(ui, row, ImGui::GetContentRegionAvail().x - width - ui.at(8));
            ImGui::SameLine();
            ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (ui.at(28) - ImGui::GetFontSize()) / 2);
            return paragraph(ui, words, ui.palette.soft);
        }
        case Kind::numbers: return name(ui, row, ImGui::GetContentRegionAvail().x);
        case Kind::picture: return picture_control(ui, row.index);
        case Kind::formula: return formula_control(ui, row.index);
    }
}

}  // namespace

void parameter_name(Ui& ui, int param, float width) {
    name(ui,
         {param, ui.explorer.scene().params[static_cast<std::size_t>(param)],
          ui.explorer.target()[static_cast<std::size_t>(param)]},
         width);
}

namespace {

// The finder named this parameter: its first number opens for typing, or the keyboard's ring goes to its control.
void enter(Ui& ui, int index, const Param& param, const Value& value) {
    if (ui.param_to_enter != index) return;
    const std::vector<double> numbers = numbers_of(value);
    const bool typed = !(param.kind >= Kind::points && param.kind <= Kind::numbers) && !numbers.empty();
    if (typed) ui.typing = {param.name + " 0", number_text(numbers[0]), {}, 0, true, {}};
    ImGui::SetWindowFocus();
}

void entered(Ui& ui, int index, Kind kind) {
    if (ui.param_to_enter != index) return;
    ImGui::SetScrollHereY();
    if (kind == Kind::boolean || kind == Kind::choice || kind == Kind::picture) compat::keyboard_to_last_control();
    ui.param_to_enter = -1;
}

}  // namespace

void number_over_words(Ui& ui, const std::string& place, int param, int entry, double width, double height) {
    const auto at = static_cast<std::size_t>(param);
    const Value held = ui.explorer.target()[at];
    const ParamRow row{param, ui.explorer.scene().params[at], held};
    const double value = numbers_of(held)[static_cast<std::size_t>(entry)];
    NumberLook look = look_of(row, value, ui.typing.place == place ? std::max(width, 88.0) : width);
    look.height_points = height;
    look.bare = true;
    const Edit edit = number_cell(ui, place, value, number_text(value), look);
    apply(ui, row, entry, place, edit);
    if (edit.typed && !ui.typing.problem.empty()) ui.toasts.say(Icon::warning, ui.typing.problem);
    tip(ui, row.param.title + ": drag sideways, turn the wheel, or click and type." + range_words(row.param));
}

void parameter_controls(Ui& ui) {
    const auto& params = ui.explorer.scene().params;
    for (std::size_t i = 0; i < params.size(); ++i) {
        if (params[i].plays()) continue;  // the timeline has it
        ImGui::PushID(static_cast<int>(i));
        const Value value = ui.explorer.target()[i];  // a copy: setting one changes the list
        enter(ui, static_cast<int>(i), params[i], value);
        control(ui, {static_cast<int>(i), params[i], value});
        entered(ui, static_cast<int>(i), params[i].kind);
        ImGui::PopID();
    }
}

}  // namespace eigenscape
