// The picture goes to the prediction's start, stays there while one guesses, and is shown the answer by "See".
// Nobody is told to be wrong: what is told is what happens, and how far it is from the guess.
#include "app/panels/predicting.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/strip.h"

#include "app/model/explorer.h"
#include "app/study/review.h"
#include "viz/number.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

Predicting& predicting(Ui& ui) { return ui.learning.predicting; }

// A guess begins where nothing is said by it: in the middle.
Vec2 middle_of(const Guess& guess, const Frame& frame) {
    if (!guess.is_point()) return {(guess.from + guess.to) / 2, 0};
    const Panel* panel = guessed_on(guess, frame);
    return panel ? Vec2((panel->home.lo + panel->home.hi) / 2) : Vec2(0, 0);
}

double size_of(const Guess& guess, const Frame& frame) {
    if (!guess.is_point()) return guess.to - guess.from;
    const Panel* panel = guessed_on(guess, frame);
    return panel ? panel->home.size().minCoeff() : 1;
}

bool go(Ui& ui, const std::vector<std::string>& settings, const char* words) {
    const Scene& scene = ui.explorer.scene();
    const Outcome outcome = set_all(scene, scene.defaults, settings);
    if (const auto* state = std::get_if<State>(&outcome)) ui.explorer.go(*state, words);
    return std::holds_alternative<State>(outcome);
}

bool made(Ui& ui, const Prediction& prediction) {
    return ui.studying.remembered.progress.predicted.contains(id_of(*ui.studying.lesson, prediction));
}

void see(Ui& ui) {
    Predicting& p = predicting(ui);
    const Prediction& of = *p.of;
    if (!go(ui, of.answer, "See what was predicted")) return;
    p.seen = true;
    if (of.guess) p.truth = truth(*of.guess, moment_of(ui.explorer.scene(), ui.explorer.target()));
    ui.studying.remembered.progress.predicted.insert(id_of(*ui.studying.lesson, of));
    if (const std::string trouble = ui.studying.keep_progress(); !trouble.empty())
        ui.toasts.say(Icon::warning, trouble);
    ui.more_pictures = true;
}

// One answer among several: a ring before it; afterwards a tick before what happens.
void option_row(Ui& ui, std::size_t index, const Moment& moment) {
    Predicting& p = predicting(ui);
    const Prediction::Option& option = p.of->options[index];
    const bool mine = p.chosen == static_cast<int>(index), told = p.seen && option.right;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = ui.at(6);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({from.x + ui.at(60), from.y + pad});
    ImGui::BeginGroup();
    rich_line(ui, option.words, moment, p.seen && !told && !mine ? ui.palette.soft : ui.palette.text);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y + 2 * pad, middle = from.y + height / 2;
    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(from);
    ImGui::BeginDisabled(p.seen);
    const bool pressed = ImGui::InvisibleButton("##option", {width, height});
    ImGui::EndDisabled();
    if (mine || (ImGui::IsItemHovered() && !p.seen))
        list.AddRectFilled(from, {from.x + width, from.y + height}, packed(mine ? ui.palette.track : ui.palette.hover),
                           ui.at(6));
    list.ChannelsMerge();
    if (!p.seen) key_cap(ui, std::to_string(index + 1), from.x + ui.at(30), middle);
    draw_icon(list, told ? Icon::check : Icon::dot, from.x + ui.at(44), middle, ui.scale,
              packed(told ? ui.palette.good : ui.palette.soft, p.seen && !told && !mine ? 0.4 : 1));
    ring_if_focused(ui);
    record(ui, "Option " + std::to_string(index + 1));
    if (!p.seen) tip(ui, "I think so  (" + std::to_string(index + 1) + ")");
    ImGui::PopStyleVar();
    if (pressed) choose_option(ui, index);
}

void options(Ui& ui, const Moment& moment) {
    for (std::size_t i = 0; i < predicting(ui).of->options.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        option_row(ui, i, moment);
        ImGui::PopID();
    }
}

void scale(Ui& ui) {
    Predicting& p = predicting(ui);
    const Guess& guess = *p.of->guess;
    const double length = guess.to - guess.from;
    const float cell = ui.at(88), room = ImGui::GetContentRegionAvail().x - cell - ui.at(12);
    const float top = ImGui::GetCursorPosY();
    compat::begin_child("scale", {std::max(ui.at(64), room), ui.at(28)});
    ImGui::SetCursorPosY(ui.at(2));
    const Edit slid = slider_track(ui, "Guess", (p.guess.x() - guess.from) / length, ui.palette.focus);
    ImGui::EndChild();
    if (slid.value) p.guess.x() = guess.from + *slid.value * length;
    ImGui::SameLine(0, ui.at(12));
    ImGui::SetCursorPosY(top);
    const int decimals = decimals_for(length);
    const NumberLook look{88, length / 200, decimals, ui.palette.text, {}};
    const Edit typed = number_cell(ui, "Guessed number", p.guess.x(), plain(p.guess.x(), decimals), look);
    if (typed.value) p.guess.x() = std::clamp(*typed.value, guess.from, guess.to);
    if (!typed.typed) return;
    Param single;
    single.name = single.title = "Your guess";
    single.range = Range(guess.from, guess.to, "on this scale");
    const auto value = parse(single, *typed.typed);
    if (const auto* bad = std::get_if<BadValue>(&value)) ui.toasts.say(Icon::warning, bad->message);
    else p.guess.x() = std::get<double>(std::get<Value>(value)), ui.typing = {};
}

void asked(Ui& ui, const Moment& moment) {
    const Prediction& of = *predicting(ui).of;
    if (!of.guess) return options(ui, moment);
    if (!of.guess->is_point()) scale(ui);
    const float top = ImGui::GetCursorPosY();
    if (text_button(ui, "See", "Let the picture show it  (" + keys_of(Command::answer_on) + ")", true)) predict_on(ui);
    ImGui::SameLine(0, ui.at(16));
    ImGui::SetCursorPosY(top + ui.at(8));
    small_words(ui,
                of.guess->is_point() ? "Drag the ring to where you think, or move it with the arrows. Then look."
                                     : "Slide, type, or use the arrows. Then look.",
                ui.palette.soft);
    ImGui::SetCursorPosY(top + ui.at(34));
}

std::string what_it_came_to(Ui& ui) {
    const Predicting& p = predicting(ui);
    if (!p.of->guess)
        return p.of->options[static_cast<std::size_t>(std::max(0, p.chosen))].right
                   ? "You saw it coming."
                   : "It goes another way: the ticked one.";
    if (!p.truth) return "There is no such value in this picture.";
    return distance_words(*p.of->guess, p.guess, *p.truth, size_of(*p.of->guess, ui.explorer.frame()));
}

void answered(Ui& ui, const Moment& moment) {
    if (!predicting(ui).of->guess) options(ui, moment);
    const std::string words = what_it_came_to(ui);
    paragraph(ui, words, ui.palette.good);
    record(ui, words);
    rich_words(ui, predicting(ui).of->explanation, moment);
    record(ui, "Explanation");
    if (text_button(ui, "The next prediction", "Of this scene  (" + keys_of(Command::answer_on) + ")", true))
        predict_on(ui);
    ImGui::SameLine();
    if (text_button(ui, "Done predicting", "Back to the picture, as it is now  (Esc)")) end_prediction(ui);
}

}  // namespace

void begin_prediction(Ui& ui, const Prediction& prediction) {
    close_strips(ui);
    ui.studying.lay_down();
    ui.studying.story.pause();
    ui.explorer.no_handle();
    if (!go(ui, prediction.start, "Start of a prediction")) return;
    Predicting& p = predicting(ui);
    p = {};
    p.of = &prediction;
    p.scene = ui.explorer.scene().words.id;
    if (prediction.guess) p.guess = middle_of(*prediction.guess, ui.explorer.frame());
    ui.more_pictures = true;
}

void next_prediction(Ui& ui) {
    const Lesson* lesson = ui.studying.lesson;
    if (!lesson || lesson->predictions.empty())
        return ui.toasts.say(Icon::info, "The lesson of this scene has nothing to predict.");
    const auto& all = lesson->predictions;
    const auto fresh = std::ranges::find_if(all, [&](const Prediction& each) { return !made(ui, each); });
    if (fresh != all.end()) return begin_prediction(ui, *fresh);
    const Prediction* now = predicting(ui).of;
    const std::size_t at = now ? static_cast<std::size_t>(now - all.data() + 1) % all.size() : 0;
    begin_prediction(ui, all[at]);
}

void end_prediction(Ui& ui) { predicting(ui) = {}; }

void predict_on(Ui& ui) {
    Predicting& p = predicting(ui);
    if (p.seen) return next_prediction(ui);
    if (p.of->guess) see(ui);
}

void choose_option(Ui& ui, std::size_t option) {
    Predicting& p = predicting(ui);
    if (p.seen || option >= p.of->options.size()) return;
    p.chosen = static_cast<int>(option);
    see(ui);
}

void move_guess(Ui& ui, double x, double y, bool far) {
    Predicting& p = predicting(ui);
    const Guess& guess = *p.of->guess;
    const double step = size_of(guess, ui.explorer.frame()) / (far ? 10 : 60);
    p.guess += step * Vec2(x, guess.is_point() ? y : 0);
    if (!guess.is_point()) p.guess.x() = std::clamp(p.guess.x() + step * y, guess.from, guess.to);
    const Panel* panel = guessed_on(guess, ui.explorer.frame());
    if (!panel) return;
    const Box2 seen = camera_of(*panel, ui.explorer.views(), ui.explorer.canvas()).visible;
    p.guess = p.guess.cwiseMax(seen.lo).cwiseMin(seen.hi);
}

void prediction_strip(Ui& ui) {
    Predicting& p = predicting(ui);
    const Lesson* lesson = ui.studying.lesson;
    const bool ours = lesson && p.scene == ui.explorer.scene().words.id;
    if (p.of && !ours) end_prediction(ui);  // another scene was opened
    if (!p.of || !begin_strip(ui, "Prediction")) return;
    const auto number = static_cast<std::size_t>(p.of - lesson->predictions.data()) + 1;
    const Moment moment = moment_seen(ui.explorer.scene(), ui.explorer.state(), ui.explorer.frame());
    const bool closed =
        strip_title(ui, "Prediction " + std::to_string(number) + " of " + std::to_string(lesson->predictions.size()));
    rich_title(ui, p.of->asked, moment);
    record(ui, "Prediction question");
    if (p.seen) answered(ui, moment);
    else asked(ui, moment);
    if (closed) end_prediction(ui);
    end_strip(ui);
}

void prediction_list(Ui& ui, const Moment& moment) {
    const auto& all = ui.studying.lesson->predictions;
    if (all.empty()) return;
    const auto count = std::ranges::count_if(all, [&](const Prediction& each) { return made(ui, each); });
    ImGui::Dummy({0, ui.at(10)});
    rule(ui);
    ImGui::Dummy({0, ui.at(4)});
    const std::string title = "Predictions: " + std::to_string(count) + " of " + std::to_string(all.size()) + " made";
    compat::push_font(ui.faces.strong);
    paragraph(ui, title, ui.palette.text);
    ImGui::PopFont();
    record(ui, title);
    ImGui::Dummy({0, ui.at(2)});
    for (std::size_t i = 0; i < all.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (question_row(ui, all[i].asked, moment, predicting(ui).of == &all[i], made(ui, all[i]),
                         "Prediction " + std::to_string(i + 1),
                         made(ui, all[i]) ? "Made. Make it again" : "Guess first: the picture goes to its start"))
            begin_prediction(ui, all[i]);
        ImGui::PopID();
    }
}

}  // namespace eigenscape
