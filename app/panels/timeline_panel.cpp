// The timeline: play, step and scrub the parameter that plays; how fast; and whether it starts over.
// Shown only for scenes that have such a parameter.
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

void buttons(Ui& ui, bool playing) {
    command_button(ui, Icon::to_start, Command::to_start);
    ImGui::SameLine();
    command_button(ui, Icon::step_back, Command::step_back);
    ImGui::SameLine();
    command_button(ui, playing ? Icon::pause : Icon::play, Command::play, Look::on);
    ImGui::SameLine();
    command_button(ui, Icon::step_forward, Command::step_forward);
    ImGui::SameLine();
    const bool loop = ui.explorer.timeline().loop;
    if (icon_button(ui, Icon::loop, "Loop", loop ? "Stop at the end" : "Go on at the end: back and forth, or over again where steps are counted", loop ? Look::on : Look::plain))
        ui.explorer.set_loop(!loop);
    ImGui::SameLine(0, ui.at(12));
}

void scrubber(Ui& ui, const Param& param, double value, float room) {
    compat::begin_child("scrubber", {room, ui.at(32)});
    ImGui::SetCursorPosY(ui.at(4));
    const Edit edit = slider_track(ui, "Scrub", to_part(param.range, value), ui.palette.fill);
    tip(ui, param.range.help);
    ImGui::EndChild();
    if (edit.began) ui.explorer.begin_gesture();
    if (edit.value) ui.explorer.scrub(from_part(param.range, *edit.value));
    if (edit.ended) ui.explorer.end_gesture();
}

void time_cell(Ui& ui, int index, const Param& param, double value) {
    NumberLook look;
    look.width_points = 72;
    look.decimals = param.kind == Kind::integer ? 0 : 2;
    look.per_point = (param.range.max - param.range.min) / 400;
    look.color = ui.palette.text;
    const Edit edit = number_cell(ui, "Time", value, number_text(value), look);
    tip(ui, param.title + ": " + param.range.help + "\n" + brief(param.range.min) + " to " + brief(param.range.max));
    if (edit.began) ui.explorer.begin_gesture();
    if (edit.value) ui.explorer.scrub(std::clamp(*edit.value, param.range.min, param.range.max));
    if (edit.ended) ui.explorer.end_gesture();
    if (!edit.typed) return;
    if (const auto bad = ui.explorer.set_entry(index, 0, *edit.typed)) {
        ui.typing.problem = bad->message;
        ui.toasts.say(Icon::warning, bad->message);
    } else {
        ui.typing = {};
    }
}

void speed_button(Ui& ui) {
    const double speed = ui.explorer.timeline().speed;
    const std::string words = brief(speed) + "×";
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const bool pressed = ImGui::InvisibleButton("##speed", {ui.at(48), ui.at(32)});
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    if (ImGui::IsItemHovered()) ImGui::GetWindowDrawList()->AddRectFilled(lo, hi, packed(ui.palette.hover), ui.at(6));
    ImGui::GetWindowDrawList()->AddText({(lo.x + hi.x - size.x) / 2, (lo.y + hi.y - size.y) / 2}, packed(ui.palette.text), words.c_str());
    ring_if_focused(ui);
    record(ui, "Speed");
    tip(ui, "How fast time runs  (" + keys_of(Command::slower) + " slower, " + keys_of(Command::faster) + " faster)");
    if (pressed) ImGui::OpenPopup("speeds");
    if (!ImGui::BeginPopup("speeds")) return;
    for (const double choice : {0.25, 0.5, 1.0, 2.0, 4.0})
        if (ImGui::Selectable((brief(choice) + "×").c_str(), choice == speed)) ui.explorer.set_speed(choice);
    ImGui::EndPopup();
}

int playing_of(const Scene& scene) {
    const auto found = std::ranges::find_if(scene.params, [](const Param& param) { return param.plays(); });
    return found == scene.params.end() ? -1 : static_cast<int>(found - scene.params.begin());
}

}  // namespace

void timeline_panel(Ui& ui, const Rect& place) {
    const int index = playing_of(ui.explorer.scene());
    if (index < 0) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.at(12), ui.at(12)});
    const bool shown = begin_panel(ui, "Timeline", place, false);
    ImGui::PopStyleVar();
    if (!shown) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.at(4), ui.at(4)});
    buttons(ui, ui.explorer.timeline().playing);
    const Param& param = ui.explorer.scene().params[static_cast<std::size_t>(index)];
    const double value = numbers_of(ui.explorer.state()[static_cast<std::size_t>(index)])[0];
    const float room = ImGui::GetContentRegionAvail().x - ui.at(72 + 48 + 3 * 8);
    if (room > ui.at(48)) {
        scrubber(ui, param, value, room);
        ImGui::SameLine(0, ui.at(8));
    }
    ImGui::SetCursorPosY(ui.at(14));
    time_cell(ui, index, param, value);
    ImGui::SameLine(0, ui.at(8));
    ImGui::SetCursorPosY(ui.at(12));
    speed_button(ui);
    ImGui::PopStyleVar();
    end_panel();
}

}  // namespace eigenscape
