// What differs from the frozen state, read out on the picture while that lies behind it.
#include "app/film/differences.h"
#include "app/model/explorer.h"
#include "app/panels/capture_inside.h"
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include <algorithm>

namespace eigenscape {

const State* frozen_here(const Ui& ui) {
    const Frozen& frozen = ui.capture.frozen;
    return frozen.scene == ui.explorer.scene().words.id ? &frozen.state : nullptr;
}

void frozen_strip(Ui& ui, const Rect& canvas) {
    Frozen& frozen = ui.capture.frozen;
    if (!frozen_here(ui) || canvas.width < 200 || canvas.height < 160) return;
    if (frozen.picture != ui.explorer.picture()) {
        frozen.picture = ui.explorer.picture();
        frozen.words = joined(differences(ui.explorer.scene(), frozen.state, ui.explorer.state()));
    }
    const float width = ui.at(std::min(canvas.width - 32, 640.0));
    ImGui::SetNextWindowPos({ui.at(canvas.x + canvas.width / 2), ui.at(canvas.y + canvas.height - 12)},
                            ImGuiCond_Always, {0.5f, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, ui.at(canvas.height / 2)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(12), ui.at(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.at(10));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.palette.raised, 0.95));
    constexpr int flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin("Frozen", nullptr, flags);
    const float right = ImGui::GetContentRegionMax().x;
    heading(ui, "Frozen behind, dashed; and what has changed since");
    ImGui::SameLine(right - ui.at(24));
    if (icon_button(ui, Icon::close, "Let go", "Let the frozen state go  (" + keys_of(Command::freeze) + ")",
                    Look::plain, 24))
        ui.asked.push_back(Command::freeze);
    compat::push_font(canvas.width < 560 ? ui.faces.small : ui.faces.body);
    paragraph(ui, frozen.words.empty() ? "Nothing yet: change something." : frozen.words, ui.palette.text);
    ImGui::PopFont();
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ui.places["Frozen strip"] = {at.x, at.y, size.x, size.y};
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace eigenscape
