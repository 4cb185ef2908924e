// The guess on the canvas: a ring that is moved by hand, and then the way from it to the truth; see predicting.h.
#include "app/panels/predicting.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {
namespace {

// A ring that is taken hold of wherever one presses on its panel.
void take_hold(Ui& ui, const Rect& canvas, const Camera& camera) {
    ImGui::SetNextWindowPos({ui.at(canvas.x + camera.plot.x), ui.at(canvas.y + camera.plot.y)});
    ImGui::SetNextWindowSize({ui.at(camera.plot.width), ui.at(camera.plot.height)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    constexpr int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                          ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing |
                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoNav;
    ImGui::Begin("##guess", nullptr, flags);
    ImGui::InvisibleButton("##ghost", {ui.at(camera.plot.width), ui.at(camera.plot.height)});
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsItemActive() && ImGui::IsMousePosValid(&io.MousePos)) {
        const Vec2 at = camera.to_plane(Vec2(io.MousePos.x / ui.scale - canvas.x, io.MousePos.y / ui.scale - canvas.y));
        if (at.allFinite()) ui.learning.predicting.guess = at.cwiseMax(camera.visible.lo).cwiseMin(camera.visible.hi);
    }
    ImGui::End();
    ImGui::PopStyleVar(2);
}

void name_beside(Ui& ui, ImVec2 at, const char* words, const Color& color) {
    compat::push_font(ui.faces.small);
    const ImVec2 size = ImGui::CalcTextSize(words);
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({at.x - ui.at(4), at.y - ui.at(2)}, {at.x + size.x + ui.at(4), at.y + size.y + ui.at(2)},
                       packed((*ui.palette.theme)[Ink::paper], 0.8), ui.at(4));
    list.AddText(at, packed(color), words);
    ImGui::PopFont();
}

void dashed(Ui& ui, ImVec2 from, ImVec2 to, const Color& color) {
    const Vec2 a(from.x, from.y), way = Vec2(to.x, to.y) - a;
    const double length = way.norm(), dash = ui.at(6);
    const int count = static_cast<int>(std::min(400.0, length / (2 * dash)));
    for (int i = 0; i < count; ++i) {
        const Vec2 p = a + way * (2 * i * dash / length), q = a + way * ((2 * i + 1) * dash / length);
        ImGui::GetBackgroundDrawList()->AddLine({static_cast<float>(p.x()), static_cast<float>(p.y())},
                                                {static_cast<float>(q.x()), static_cast<float>(q.y())}, packed(color),
                                                std::max(1.0f, ui.at(1.5)));
    }
}

}  // namespace

const Panel* guessed_on(const Guess& guess, const Frame& frame) {
    const auto found = std::ranges::find(frame.panels(), guess.panel, &Panel::name);
    return found == frame.panels().end() || found->kind == PanelKind::space ? nullptr : &*found;
}

void ghost_point(Ui& ui, const Rect& canvas) {
    const Predicting& p = ui.learning.predicting;
    if (!p.of || !p.of->guess || !p.of->guess->is_point()) return;
    const Panel* panel = guessed_on(*p.of->guess, ui.explorer.frame());
    if (!panel) return;
    const Camera camera = camera_of(*panel, ui.explorer.views(), ui.explorer.canvas());
    if (!p.seen) take_hold(ui, canvas, camera);
    const auto pixels = [&](const Vec2& world) {
        const Vec2 at = camera.to_screen({world.x(), world.y(), 0});
        return ImVec2{ui.at(canvas.x + at.x()), ui.at(canvas.y + at.y())};
    };
    const ImVec2 at = pixels(ui.learning.predicting.guess);
    const Color& ink = ui.palette.text;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const Rect& plot = camera.plot;
    list.PushClipRect({ui.at(canvas.x + plot.x), ui.at(canvas.y + plot.y)},
                      {ui.at(canvas.x + plot.x + plot.width), ui.at(canvas.y + plot.y + plot.height)});
    const bool arrived = p.seen && p.truth && ui.explorer.state() == ui.explorer.target();
    if (arrived) {
        const ImVec2 there = pixels(*p.truth);
        dashed(ui, at, there, ink);
        list.AddCircle(there, ui.at(14), packed(ui.palette.good), 0, std::max(1.5f, ui.at(2)));
    }
    list.AddCircle(at, ui.at(10), packed((*ui.palette.theme)[Ink::paper]), 0, ui.at(5));
    list.AddCircle(at, ui.at(10), packed(ink), 0, std::max(1.5f, ui.at(2)));
    list.AddCircleFilled(at, ui.at(2.5), packed(ink));
    name_beside(ui, {at.x + ui.at(16), at.y - ui.at(22)}, "your guess", ink);
    list.PopClipRect();
    ui.places["Ghost"] = {at.x - ui.at(10), at.y - ui.at(10), ui.at(20), ui.at(20)};
}

}  // namespace eigenscape
