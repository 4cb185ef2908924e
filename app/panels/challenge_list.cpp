// The challenges of a lesson: one is taken up by pressing it, tried with whatever is at hand, and is met or not yet
// met. Hints come one by one; nobody fails.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"

#include "app/model/explorer.h"

#include <algorithm>

namespace eigenscape {
namespace {

void heading_of_list(Ui& ui, const Lesson& lesson) {
    const auto solved =
        std::ranges::count_if(lesson.challenges, [&](const Challenge& each) { return ui.studying.solved(each); });
    ImGui::Dummy({0, ui.at(10)});
    rule(ui);
    ImGui::Dummy({0, ui.at(4)});
    compat::push_font(ui.faces.strong);
    const std::string count = std::to_string(solved) + " of " + std::to_string(lesson.challenges.size()) + " solved";
    paragraph(ui, "Challenges: " + count, ui.palette.text);
    ImGui::PopFont();
    record(ui, "Challenges: " + count);
    ImGui::Dummy({0, ui.at(2)});
}

std::string task_words(const Studying& studying, std::size_t index) {
    const auto& blocks = studying.tasks[index];
    return blocks.empty() ? studying.lesson->challenges[index].task : source_words(blocks.front().spans);
}

void task_row(Ui& ui, std::size_t index, const Moment& moment) {
    static const std::vector<Span> no_words;
    Studying& studying = ui.studying;
    const bool taken = studying.taken == static_cast<int>(index),
               solved = studying.solved(studying.lesson->challenges[index]);
    const auto& task = studying.tasks[index];
    const std::string number = std::to_string(index + 1);
    const bool pressed =
        question_row(ui, task.empty() ? no_words : task.front().spans, moment, taken, solved, "Challenge " + number,
                     taken    ? "Lay it down"
                     : solved ? "Solved. Take it up again"
                              : "Take it up: the picture goes to its start");
    if (solved) record(ui, "Solved " + number);
    if (!pressed) return;
    end_prediction(ui);
    if (taken) studying.lay_down();
    else studying.take_up(ui.explorer, static_cast<int>(index));
}

void hints(Ui& ui, const Challenge& challenge, const Moment& moment) {
    std::size_t& shown = ui.studying.hints;
    for (std::size_t i = 0; i < std::min(shown, challenge.hints.size()); ++i) {
        ImGui::PushID(static_cast<int>(i));
        rich_line(ui, challenge.hints[i], moment, ui.palette.text);
        record(ui, "Hint " + std::to_string(i + 1));
        ImGui::Dummy({0, ui.at(4)});
        ImGui::PopID();
    }
    const std::size_t left = challenge.hints.size() - std::min(shown, challenge.hints.size());
    if (left > 0 && text_button(ui,
                                shown == 0  ? "A hint"
                                : left == 1 ? "The last hint"
                                            : "Another hint",
                                std::to_string(left) + (left == 1 ? " is left" : " are left")))
        ++shown;
    if (left > 0) ImGui::SameLine();
    if (text_button(ui, "Start again", "The picture goes back to the start of the challenge"))
        ui.studying.take_up(ui.explorer, ui.studying.taken);
}

void taken_up(Ui& ui, const Challenge& challenge, const Moment& moment) {
    Studying& studying = ui.studying;
    ImGui::Dummy({0, ui.at(4)});
    ImGui::Indent(ui.at(12));
    rich_words(ui, challenge.more, moment);
    paragraph(ui, studying.met ? "It is met." : "Not yet.", studying.met ? ui.palette.good : ui.palette.soft);
    record(ui, studying.met ? "Challenge met" : "Challenge not yet met");
    if (studying.met) {
        ImGui::Dummy({0, ui.at(2)});
        rich_words(ui, challenge.found, moment);
    }
    ImGui::Dummy({0, ui.at(2)});
    hints(ui, challenge, moment);
    ImGui::Unindent(ui.at(12));
    ImGui::Dummy({0, ui.at(6)});
}

}  // namespace

// What is asked, on a ground that can be pressed; a tick or a ring before it.
bool question_row(Ui& ui, const std::vector<Span>& words, const Moment& moment, bool taken, bool done,
                  const std::string& place, const std::string& explanation) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = ui.at(7), left = ui.at(28);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({from.x + left, from.y + pad});
    ImGui::BeginGroup();
    rich_line(ui, words, moment, ui.palette.text);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y + 2 * pad;
    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(from);
    const bool pressed = ImGui::InvisibleButton(place.c_str(), {width, height});
    if (taken || ImGui::IsItemHovered())
        list.AddRectFilled(from, {from.x + width, from.y + height}, packed(taken ? ui.palette.track : ui.palette.hover),
                           ui.at(6));
    list.ChannelsMerge();
    draw_icon(list, done ? Icon::check : Icon::dot, from.x + ui.at(14), from.y + pad + ui.at(9), ui.scale,
              packed(done ? ui.palette.good : ui.palette.soft));
    ring_if_focused(ui);
    record(ui, place);
    tip(ui, explanation);
    ImGui::PopStyleVar();
    return pressed;
}

void look_at_challenge(Ui& ui) {
    std::string trouble;
    if (const Challenge* solved = ui.studying.look(ui.explorer, trouble)) {
        const auto index = static_cast<std::size_t>(solved - ui.studying.lesson->challenges.data());
        ui.toasts.say(Icon::check, "Solved: " + task_words(ui.studying, index) + ".");
        ui.more_pictures = true;
    }
    if (!trouble.empty()) ui.toasts.say(Icon::warning, trouble);
}

void challenge_list(Ui& ui, const Moment& moment) {
    const Lesson& lesson = *ui.studying.lesson;
    if (lesson.challenges.empty()) return;
    heading_of_list(ui, lesson);
    for (std::size_t i = 0; i < lesson.challenges.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        task_row(ui, i, moment);
        if (ui.studying.taken == static_cast<int>(i)) taken_up(ui, lesson.challenges[i], moment);
        ImGui::PopID();
    }
}

}  // namespace eigenscape
