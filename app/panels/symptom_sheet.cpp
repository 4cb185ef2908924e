// The sheet has a line to type in and what answers to it; with nothing typed, every symptom there is.
// Finding is app/study/finder.h's.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/strip.h"
#include "app/study/finder.h"
#include "app/study/telling.h"

#include "app/model/explorer.h"

#include <imgui_stdlib.h>

#include <algorithm>

namespace eigenscape {
namespace {

// ImGui hands over Up and Down while the line is typed in.
int move_symptom(ImGuiInputTextCallbackData* data) {
    auto& hurts = *static_cast<SymptomFinder*>(data->UserData);
    hurts.at += data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
    hurts.moved = true;
    return 0;
}

bool symptom_line(Ui& ui) {
    SymptomFinder& hurts = ui.learning.hurts;
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.at(12), ui.at(10)});
    const std::string before = hurts.typed;
    constexpr int flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory;
    const bool entered = ImGui::InputTextWithHint("##hurts", "In your own words, such as: my loss is NaN", &hurts.typed,
                                                  flags, move_symptom, &hurts);
    ImGui::PopStyleVar();
    record(ui, "What hurts line");
    if (hurts.typed != before) hurts.at = 0;
    return entered;
}

std::string title_of(const Symptom& symptom) {
    const Scene* scene = find_scene(symptom.at.scene);
    return scene ? scene->words.title : symptom.at.scene;
}

// The pain in the learner's words, and beneath it where it is shown.
bool symptom_row(Ui& ui, const Symptom& symptom, bool at) {
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x), pad = ui.at(12), top = ui.at(6);
    const std::string words = wrapped(symptom.words, width - 2 * pad);
    const float height = 2 * top + ImGui::CalcTextSize(words.c_str()).y + ui.at(17);
    const bool pressed = ImGui::InvisibleButton("##symptom", {width, height});
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (at || ImGui::IsItemHovered())
        list.AddRectFilled(lo, hi, packed(at ? ui.palette.hover : ui.palette.track), ui.at(6));
    list.AddText({lo.x + pad, lo.y + top}, packed(ui.palette.text), words.c_str());
    compat::push_font(ui.faces.small);
    list.AddText({lo.x + pad, hi.y - top - ui.at(14)}, packed(ui.palette.soft), title_of(symptom).c_str());
    ImGui::PopFont();
    record(ui, "Hurts: " + symptom.words);
    return pressed;
}

// The row that was chosen, by a click or by `entered`; null: none.
const Symptom* rows(Ui& ui, const std::vector<const Symptom*>& found, bool entered) {
    SymptomFinder& hurts = ui.learning.hurts;
    const Symptom* chosen = entered && !found.empty() ? found[static_cast<std::size_t>(hurts.at)] : nullptr;
    for (int i = 0; i < static_cast<int>(found.size()); ++i) {
        ImGui::PushID(i);
        if (symptom_row(ui, *found[static_cast<std::size_t>(i)], i == hurts.at))
            chosen = found[static_cast<std::size_t>(i)];
        if (hurts.moved && i == hurts.at) ImGui::SetScrollHereY();
        ImGui::PopID();
    }
    hurts.moved = false;
    return chosen;
}

void nothing_found(Ui& ui) {
    paragraph(ui,
              "No scene speaks of this yet. Try the word that an error message would use: loss, gradient, singular, "
              "accuracy, variance.",
              ui.palette.soft);
    ImGui::Dummy({0, ui.at(4)});
    if (text_button(ui, "Show everything that hurts", "The whole list", true)) ui.learning.hurts.typed.clear();
}

}  // namespace

void symptom_sheet(Ui& ui) {
    SymptomFinder& hurts = ui.learning.hurts;
    if (!begin_sheet(ui, "What hurts", hurts.shown, 640)) return;
    sheet_title(ui, "What hurts?", hurts.shown);
    const bool entered = symptom_line(ui);
    const std::vector<const Symptom*> found = find_symptoms(hurts.typed);
    const int last = std::max(0, static_cast<int>(found.size()) - 1);
    if (hurts.at < 0 || hurts.at > last) hurts.at = hurts.at < 0 ? last : 0;  // round and round
    const float height = std::max(ui.at(64), std::min(ui.at(400), ImGui::GetIO().DisplaySize.y - ui.at(208)));
    compat::begin_child("symptoms", {0, height}, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    const Symptom* chosen = rows(ui, found, entered);
    ImGui::PopStyleVar();
    if (found.empty()) nothing_found(ui);
    ImGui::EndChild();
    small_words(ui, "\u2191 \u2193 choose     Enter opens the scene that does the same     Esc closes",
                ui.palette.soft);
    if (chosen) {
        lead_to(ui, *chosen);
        hurts.shown = false;
    }
    end_sheet();
}

void lead_to(Ui& ui, const Symptom& symptom) {
    ui.learning.led_next = &symptom;
    ui.link_now = symptom.at;
}

void symptom_strip(Ui& ui) {
    SymptomFinder& hurts = ui.learning.hurts;
    if (hurts.led && hurts.led->at.scene != ui.explorer.scene().words.id) hurts.led = nullptr;
    if (!hurts.led || !begin_strip(ui, "Advice")) return;
    const Moment moment = moment_seen(ui.explorer.scene(), ui.explorer.state(), ui.explorer.frame());
    const bool closed = strip_title(ui, hurts.led->words);
    rich_words(ui, hurts.led->advice, moment);
    ImGui::Dummy({0, ui.at(2)});
    if (text_button(ui, ui.preferences.lesson ? "Close the lesson" : "Read the lesson",
                    deed_of(row_of(Command::lesson)) + "  (" + keys_of(Command::lesson) + ")", !ui.preferences.lesson))
        ui.asked.push_back(Command::lesson);
    ImGui::SameLine();
    if (text_button(ui, "Something else hurts", "Back to the list  (" + keys_of(Command::what_hurts) + ")"))
        ui.asked.push_back(Command::what_hurts);
    if (closed) hurts.led = nullptr;
    end_strip(ui);
}

}  // namespace eigenscape
