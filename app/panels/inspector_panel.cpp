// The inspector: the scene's question, its parameters, and what the picture shows, each part scrolling by itself.
// Facts are the numbers that `draw` states; an undefined one gives its reason in words.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/facts.h"

#include <algorithm>

namespace eigenscape {
namespace {

// Title left, value right; below it, over the whole width, where it does not fit.
void fact_row(Ui& ui, const Fact& fact) {
    const std::string title = fact_title(fact), words = fact_words(fact);
    const float width = ImGui::GetContentRegionAvail().x, start = ImGui::GetCursorPosX();
    const bool undefined_value = std::holds_alternative<std::monostate>(fact.value);
    const float needed = ImGui::CalcTextSize(title.c_str()).x + ImGui::CalcTextSize(words.c_str()).x + ui.at(16);
    ImGui::BeginGroup();
    paragraph(ui, title, ui.palette.soft);
    if (needed <= width && !undefined_value && words.find('\n') == std::string::npos) {
        ImGui::SameLine();
        ImGui::SetCursorPosX(start + width - ImGui::CalcTextSize(words.c_str()).x);
        ImGui::TextUnformatted(words.c_str());
    } else {
        ImGui::Indent(ui.at(12));
        paragraph(ui, words, undefined_value ? ui.palette.soft : ui.palette.text);
        ImGui::Unindent(ui.at(12));
    }
    ImGui::EndGroup();
    record(ui, "Fact " + fact.name);
}

}  // namespace

void fact_table(Ui& ui) {
    heading(ui, "What the picture shows");
    const auto& facts = ui.explorer.frame().facts();
    for (const Fact& fact : facts) fact_row(ui, fact);
    if (facts.empty()) paragraph(ui, "Nothing to be measured here.", ui.palette.soft);
}

void inspector_panel(Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, ui.at(16)});
    const bool shown = begin_panel(ui, "Inspector", place, false);
    ImGui::PopStyleVar();
    if (!shown) return;
    const float width = ui.at(place.width), height = ui.at(place.height - 32);
    const float upper = std::min(ui.parameters_height, std::max(height * 0.6f, height - ui.facts_height - ui.at(17)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(16), 0});
    ImGui::BeginChild("parameters", {width, std::max(ui.at(64), upper)}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    paragraph(ui, ui.explorer.scene().words.summary, ui.palette.soft);
    ImGui::Dummy({0, ui.at(4)});
    parameter_controls(ui);
    ui.parameters_height = ImGui::GetCursorPosY() + ui.at(8);
    ImGui::EndChild();
    rule(ui);
    ImGui::BeginChild("facts", {width, 0}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::Dummy({0, 0});
    fact_table(ui);
    ui.facts_height = ImGui::GetCursorPosY();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    end_panel();
}

}  // namespace eigenscape
