// The library: the scenes by topic, and beneath them the presets of the open one, each with what there is to notice.
// Everything comes from the scenes' own words. Searching is the finder's (Ctrl+K).
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <cmath>

namespace eigenscape {
namespace {

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
    }
    ImGui::PopStyleVar();
}

// Time runs through a preset: it is the same preset at every moment.
bool shows(const Scene& scene, const State& state, const State& preset) {
    if (state.size() != preset.size()) return false;
    for (std::size_t i = 0; i < state.size(); ++i)
        if (!scene.params[i].plays() && state[i] != preset[i]) return false;
    return true;
}

void presets(Ui& ui) {
    const Scene& scene = ui.explorer.scene();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    heading(ui, "Presets");
    ImGui::Dummy({0, ui.at(2)});
    const State state = ui.explorer.target();
    for (std::size_t i = 0; i < scene.presets.size(); ++i) {
        const bool shown = i < ui.preset_states.size() && shows(scene, state, ui.preset_states[i]);
        if (card(ui, scene.presets[i].name, scene.presets[i].words, shown))
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
