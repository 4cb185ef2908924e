// The library: a search field, the scenes by topic, and beneath the open scene its presets.
// Everything comes from the scenes' own words.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/search.h"

#include "app/model/explorer.h"

#include <imgui_stdlib.h>

namespace eigenscape {
namespace {

void search_field(Ui& ui) {
    if (ui.focus_search) ImGui::SetKeyboardFocusHere();
    ui.focus_search = false;
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.at(32), ui.at(7.5)});
    ImGui::InputTextWithHint("##search", "Find a scene", &ui.search);
    ImGui::PopStyleVar();
    record(ui, "Search");
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    draw_icon(*ImGui::GetWindowDrawList(), Icon::search, lo.x + ui.at(18), (lo.y + hi.y) / 2, ui.scale, packed(ui.palette.soft));
    tip(ui, "Words of a title, a question or a symptom  (" + keys_of(Command::search) + ")");
}

void presets(Ui& ui) {
    const auto& known = ui.explorer.scene().presets;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (list_row(ui, known[i].name, known[i].words, false, 12)) ui.explorer.apply_preset(static_cast<int>(i));
}

void scene_row(Ui& ui, const Scene& scene) {
    const bool open = scene.words.id == ui.explorer.scene().words.id;
    if (list_row(ui, scene.words.title, scene.words.summary, open) && !open) ui.explorer.open(scene.words.id);
    if (open) presets(ui);
}

}  // namespace

void library_panel(Ui& ui, const Rect& place) {
    if (!begin_panel(ui, "Library", place, true)) return;
    search_field(ui);
    ImGui::Dummy({0, ui.at(4)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(8), ui.at(2)});
    std::string topic;
    const auto found = find_scenes(ui.search, ui.explorer.scenes());
    for (const Scene* scene : found) {
        if (scene->words.topic != topic) {
            if (!topic.empty()) ImGui::Dummy({0, ui.at(10)});
            heading(ui, topic = scene->words.topic);
            ImGui::Dummy({0, ui.at(2)});
        }
        ImGui::PushID(scene->words.id.c_str());
        scene_row(ui, *scene);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    if (found.empty()) paragraph(ui, "No scene speaks of this. Try a shorter word.", ui.palette.soft);
    end_panel();
}

}  // namespace eigenscape
