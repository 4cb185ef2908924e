// The library: the scenes by topic, and beneath them the presets of the open one, each with what there is to notice.
// Everything comes from the scenes' own words. Searching is the finder's (Ctrl+K).
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"

#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

// A scene that was opened by another way than this list comes into sight in it.
void bring_into_sight(Ui& ui, const Scene& scene) {
    int& last = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("last"));
    const int id = static_cast<int>(ImGui::GetID(scene.words.id.c_str()));
    if (std::exchange(last, id) == id) return;
    const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight();
    if (ImGui::GetItemRectMin().y < top || ImGui::GetItemRectMax().y > bottom) {
        ImGui::SetScrollHereY();
        ui.more_pictures = true;
    }
}

void scenes(Ui& ui) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    std::string topic;
    for (const Scene& scene : ui.explorer.scenes()) {
        if (scene.words.topic != topic) {
            if (!topic.empty()) ImGui::Dummy({0, ui.at(10)});
            heading(ui, topic = scene.words.topic);
            ImGui::Dummy({0, ui.at(2)});
        }
        const bool open = scene.words.id == ui.explorer.scene().words.id;
        ImGui::PushID(scene.words.id.c_str());
        if (list_row(ui, scene.words.title, scene.words.summary, open) && !open) ui.explorer.open(scene.words.id);
        ImGui::PopID();
        if (open) bring_into_sight(ui, scene);
    }
    ImGui::PopStyleVar();
}

// Time runs through a preset: it is the same preset at every moment. How far away in time, then; infinity for another.
double time_between(const Scene& scene, const State& state, const State& preset) {
    if (state.size() != preset.size()) return infinity;
    double apart = 0;
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (state[i] == preset[i]) continue;
        if (!scene.params[i].plays()) return infinity;
        apart = std::abs(numbers_of(state[i])[0] - numbers_of(preset[i])[0]);
    }
    return apart;
}

// The preset that is shown, the nearest in time where some differ in nothing else; -1 for none.
int shown_preset(const Scene& scene, const State& state, std::span<const State> presets) {
    int shown = -1;
    double nearest = infinity;
    for (std::size_t i = 0; i < presets.size(); ++i)
        if (const double apart = time_between(scene, state, presets[i]); apart < nearest) {
            nearest = apart;
            shown = static_cast<int>(i);
        }
    return shown;
}

void presets(Ui& ui) {
    const Scene& scene = ui.explorer.scene();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    heading(ui, "Presets");
    ImGui::Dummy({0, ui.at(2)});
    const int shown = shown_preset(scene, ui.explorer.target(), ui.preset_states);
    for (std::size_t i = 0; i < scene.presets.size(); ++i) {
        if (card(ui, scene.presets[i].name, scene.presets[i].words, shown == static_cast<int>(i)))
            ui.explorer.apply_preset(static_cast<int>(i));
    }
    ImGui::PopStyleVar();
    if (scene.presets.empty()) paragraph(ui, "This scene has none.", ui.palette.soft);
}

}  // namespace

void library_panel(Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const bool shown = begin_panel(ui, "Library", place, false);
    ImGui::PopStyleVar();
    if (!shown) return;
    ImGui::SetCursorPos({ui.at(16), ui.at(12)});
    if (wide_button(
            ui, Icon::pulse, "What hurts?", keys_of(Command::what_hurts), std::round(ui.at(place.width)) - ui.at(32),
            "Say it in your own words, and see the scene that does the same  (" + keys_of(Command::what_hurts) + ")"))
        ui.asked.push_back(Command::what_hurts);
    ImGui::SetCursorPos({0, ui.at(48)});
    in_two_parts(ui, place, ui.library_parts, scenes, presets);
    end_panel();
}

}  // namespace eigenscape
