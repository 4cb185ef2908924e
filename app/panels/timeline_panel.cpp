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
#include <utility>

namespace eigenscape {
namespace {

constexpr double cell_points = 72, speed_points = 64;

// Soft words on the height of the number beside them.
void beside(Ui& ui, const std::string& words) {
    ImGui::SetCursorPosY(ui.at(28) - ImGui::GetFontSize() / 2);
    paragraph(ui, words, ui.palette.soft);
}

// What a narrow timeline leaves out has its keys, and the finder.
enum class Room { play, steps, all };

void buttons(Ui& ui, bool playing, Room room) {
    const auto button = [&](Icon icon, Command command, Look look = Look::plain) {
        command_button(ui, icon, command, look);
        ImGui::SameLine();
    };
    if (room == Room::all) button(Icon::to_start, Command::to_start);
    if (room != Room::play) button(Icon::step_back, Command::step_back);
    button(playing ? Icon::pause : Icon::play, Command::play, Look::on);
    if (room != Room::play) button(Icon::step_forward, Command::step_forward);
    if (room == Room::all) button(Icon::loop, Command::loop, ui.explorer.timeline().loop ? Look::on : Look::plain);
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
    look.width_points = cell_points;
    look.decimals = param.kind == Kind::integer || param.range.max >= 1000 ? 0 : 2;
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
    const bool pressed = ImGui::InvisibleButton("##speed", {ui.at(speed_points), ui.at(32)});
    const ImVec2 lo = ImGui::GetItemRectMin(), hi = ImGui::GetItemRectMax();
    if (ImGui::IsItemHovered()) ImGui::GetWindowDrawList()->AddRectFilled(lo, hi, packed(ui.palette.hover), ui.at(6));
    ImGui::GetWindowDrawList()->AddText({hi.x - ui.at(24) - size.x, (lo.y + hi.y - size.y) / 2},
                                        packed(ui.palette.text), words.c_str());
    draw_icon(*ImGui::GetWindowDrawList(), Icon::down, hi.x - ui.at(14), (lo.y + hi.y) / 2, ui.scale * 0.875,
              packed(ui.palette.soft));
    ring_if_focused(ui);
    record(ui, "Speed");
    tip(ui, "How fast time runs  (" + keys_of(Command::slower) + " slower, " + keys_of(Command::faster) + " faster)");
    if (pressed) ImGui::OpenPopup("speeds");
    if (!ImGui::BeginPopup("speeds")) return;
    for (const double choice : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        if (ImGui::Selectable((brief(choice) + "×").c_str(), choice == speed)) ui.explorer.set_speed(choice);
        record(ui, "Speed " + brief(choice));
    }
    ImGui::EndPopup();
}

void close_timeline() {
    ImGui::PopStyleVar();
    end_panel();
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
    const Room width = place.width >= 440 ? Room::all : place.width >= 304 ? Room::steps : Room::play;
    buttons(ui, ui.explorer.timeline().playing, width);
    const Param& param = ui.explorer.scene().params[static_cast<std::size_t>(index)];
    const double value = numbers_of(ui.explorer.state()[static_cast<std::size_t>(index)])[0];
    if (std::exchange(ui.time_to_enter, false)) ui.typing = {"Time", number_text(value), {}, 0, true, {}};
    const std::string most = "of " + brief(param.range.max) + (param.range.unit.empty() ? "" : " " + param.range.unit);
    const float named = ImGui::CalcTextSize(param.title.c_str()).x + ImGui::CalcTextSize(most.c_str()).x + ui.at(24);
    const float all =
        ImGui::GetContentRegionAvail().x - ui.at(width == Room::play ? 0 : cell_points + speed_points + 16);
    const bool in_words = all - named > ui.at(96);  // a narrow timeline keeps the slider instead
    if (const float room = all - (in_words ? named : 0); room > ui.at(48)) {
        scrubber(ui, param, value, room);
        ImGui::SameLine(0, ui.at(8));
    }
    if (width == Room::play) return close_timeline();
    if (in_words) {
        beside(ui, param.title);
        ImGui::SameLine(0, ui.at(8));
    }
    ImGui::SetCursorPosY(ui.at(14));
    time_cell(ui, index, param, value);
    ImGui::SameLine(0, ui.at(8));
    if (in_words) {
        beside(ui, most);
        ImGui::SameLine(0, ui.at(8));
    }
    ImGui::SetCursorPosY(ui.at(12));
    speed_button(ui);
    close_timeline();
}

}  // namespace eigenscape
