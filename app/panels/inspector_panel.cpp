// The inspector: the scene's question, its parameters, and what the picture shows, each part scrolling by itself; or
// the lesson (lesson_page.cpp). Facts are the numbers that `draw` states; an undefined one gives its reason in words, a
// list of points lies in columns.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/facts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

using Cells = std::vector<std::vector<std::string>>;

std::vector<float> column_widths(const Cells& cells) {
    std::vector<float> widths;
    for (const auto& row : cells) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], ImGui::CalcTextSize(row[c].c_str()).x);
    }
    return widths;
}

// Numbers in columns, each flush right, the whole at the right edge: beside the title where it fits, else below.
// False: they are wider than the panel, nothing was drawn.
bool cell_grid(Ui& ui, const Cells& cells, float start, float width, float title_width) {
    const std::vector<float> widths = column_widths(cells);
    const float gap = ui.at(16),
                whole = std::accumulate(widths.begin(), widths.end(), -gap) + gap * static_cast<float>(widths.size());
    if (cells.empty() || whole > width) return false;
    if (title_width + gap + whole <= width) ImGui::SameLine();
    for (const auto& row : cells) {
        float x = start + width - whole;
        for (std::size_t c = 0; c < row.size(); ++c) {
            ImGui::SetCursorPosX(x + widths[c] - ImGui::CalcTextSize(row[c].c_str()).x);
            ImGui::TextUnformatted(row[c].c_str());
            if (c + 1 < row.size()) ImGui::SameLine();
            x += widths[c] + gap;
        }
    }
    return true;
}

// Title left, value right; below it, over the whole width, where it does not fit.
void fact_row(Ui& ui, const Fact& fact) {
    const std::string title = fact_title(fact), words = fact_words(fact);
    const float width = ImGui::GetContentRegionAvail().x, start = ImGui::GetCursorPosX(),
                title_width = ImGui::CalcTextSize(title.c_str()).x;
    const bool undefined_value = std::holds_alternative<std::monostate>(fact.value);
    ImGui::BeginGroup();
    paragraph(ui, title, ui.palette.soft);
    const bool in_line = title_width + ImGui::CalcTextSize(words.c_str()).x + ui.at(16) <= width && !undefined_value &&
                         words.find('\n') == std::string::npos;
    const bool in_columns = cell_grid(ui, fact_cells(fact), start, width, title_width);
    if (!in_columns && in_line) {
        ImGui::SameLine();
        ImGui::SetCursorPosX(start + width - ImGui::CalcTextSize(words.c_str()).x);
        ImGui::TextUnformatted(words.c_str());
    } else if (!in_columns) {
        ImGui::Indent(ui.at(12));
        paragraph(ui, words, undefined_value ? ui.palette.soft : ui.palette.text);
        ImGui::Unindent(ui.at(12));
    }
    ImGui::EndGroup();
    record(ui, "Fact " + fact.name);
    if (!undefined_value && !std::holds_alternative<std::string>(fact.value))
        tip(ui, "With all figures: " + fact_exact(fact));
}

void question_and_parameters(Ui& ui) {
    paragraph(ui, ui.explorer.scene().words.summary, ui.palette.text);
    ImGui::Dummy({0, ui.at(8)});
    parameter_controls(ui);
}

// Parameters, lesson or notes: the switch at the top.
void pages(Ui& ui, float width) {
    ImGui::SetCursorPos({ui.at(16), ui.at(12)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    compat::begin_part("pages", {width - ui.at(32), ui.at(32)});
    ImGui::PopStyleVar();
    const int now = ui.preferences.notes ? 2 : ui.preferences.lesson ? 1 : 0;
    const auto chosen = segments(ui, {"Parameters", "Lesson", "Notes"}, now,
                                 "Lesson: " + keys_of(Command::lesson) + ". Notes: " + keys_of(Command::notes) + ".");
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (chosen) ui.preferences.lesson = *chosen == 1, ui.preferences.notes = *chosen == 2;
    ImGui::SetCursorPos({0, ui.at(48)});
}

}  // namespace

void fact_table(Ui& ui) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(6)});
    heading(ui, "What the picture shows");
    ImGui::Dummy({0, 0});
    const auto& facts = ui.explorer.frame().facts();
    for (const Fact& fact : facts) fact_row(ui, fact);
    ImGui::PopStyleVar();
    if (facts.empty()) paragraph(ui, "Nothing to be measured here.", ui.palette.soft);
}

void inspector_panel(Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const bool shown = begin_panel(ui, "Inspector", place, false);
    ImGui::PopStyleVar();
    if (!shown) return;
    const float width = std::round(ui.at(place.width)), height = std::round(ui.at(place.height));
    pages(ui, width);
    if (ui.preferences.notes) notes_page(ui, width, height - ImGui::GetCursorPosY());
    else if (ui.preferences.lesson) lesson_page(ui, width, height - ImGui::GetCursorPosY());
    else in_two_parts(ui, place, ui.inspector_parts, question_and_parameters, fact_table);
    end_panel();
}

}  // namespace eigenscape
