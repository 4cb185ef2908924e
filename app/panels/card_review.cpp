// While a card is asked the picture is veiled, because it might tell; looking lifts the veil and moves the card to the
// canvas's foot. Numbers in its words are told, not held: they belong to the card's picture.
#include "app/panels/card_review.h"

#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/panels.h"
#include "app/panels/strip.h"

#include "app/model/explorer.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

CardReview& review(Ui& ui) { return ui.learning.review; }
ReviewSession& session(Ui& ui) { return review(ui).session; }

void look_no_longer(Ui& ui) {
    if (!std::exchange(review(ui).looking, false)) return;
    ui.explorer.end_visit();
}

void choose(Ui& ui) {
    look_no_longer(ui);
    choose_card(ui);
}

// The picture of the card, drawn once.
const Moment& moment_of_card(Ui& ui) {
    CardReview& r = review(ui);
    const DueCard& due = *r.session.card();
    if (r.of == due.card.get() && r.moment.scene) return r.moment;
    const Scene& scene = *find_scene(due.scene);
    const Outcome outcome = set_all(scene, scene.defaults, due.card->state);
    r.moment = moment_of(scene, std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : scene.defaults);
    r.of = due.card.get();
    return r.moment;
}

std::string counts(const Standing& left) {
    return std::to_string(left.due) + " due, " + std::to_string(left.fresh) + " new";
}

void whose(Ui& ui) {
    const std::string own = ui.explorer.own_scene().words.id;
    const auto chosen = segments(ui, {"All scenes", "This scene"}, session(ui).scene().empty() ? 0 : 1,
                                 "Cards of all scenes, or of the one that is open");
    if (!chosen) return;
    session(ui).only(*chosen == 1 ? own : "");
    choose(ui);
}

void review_head(Ui& ui) {
    const Studying& s = ui.studying;
    const std::string words = "Cards: " + counts(session(ui).left(s.remembered.progress, s.own.own, s.day()));
    if (strip_title(ui, words)) ui.asked.push_back(Command::review_cards);
    if (review(ui).looking) return;  // the room is the picture's
    compat::begin_child("whose", {std::min(ui.at(240), ImGui::GetContentRegionAvail().x), ui.at(32)});
    whose(ui);
    ImGui::EndChild();
    ImGui::Dummy({0, ui.at(2)});
}

void question(Ui& ui, const DueCard& due, const Moment& moment) {
    rich_title(ui, due.card->asked, moment);
    record(ui, "Card question");
    if (!review(ui).looking)
        small_words(ui, find_scene(due.scene)->words.title + (due.lesson ? "" : ", a card of your own"),
                    ui.palette.soft);
}

void answer_words(Ui& ui, const DueCard& due, const Moment& moment) {
    rule(ui);
    rich_words(ui, due.card->answer, moment);
    record(ui, "Card answer");
}

void look_button(Ui& ui) {
    const std::string keys = "  (" + keys_of(Command::look_at_card) + ")";
    if (text_button(
            ui, review(ui).looking ? "Enough seen" : "Look at the picture",
            (review(ui).looking ? "The picture goes back to what it was" : "The picture that belongs to the card") +
                keys))
        ui.asked.push_back(Command::look_at_card);
}

void before_answer(Ui& ui) {
    if (text_button(ui, "Show the answer", "When you have said it to yourself  (" + keys_of(Command::answer_on) + ")",
                    true))
        ui.asked.push_back(Command::answer_on);
    ImGui::SameLine();
    look_button(ui);
}

void grade_buttons(Ui& ui) {
    static constexpr const char* meanings[] = {"I did not know it", "I knew it, with much trouble", "I knew it",
                                               "I knew it at once"};
    constexpr Command commands[] = {Command::first_answer, Command::second_answer, Command::third_answer,
                                    Command::fourth_answer};
    const auto days = session(ui).days_until(ui.studying.remembered.progress, ui.studying.day());
    const float gap = ui.at(8), width = (ImGui::GetContentRegionAvail().x - 3 * gap) / 4;
    const float top = ImGui::GetCursorPosY();
    look_button(ui);
    ImGui::SameLine(0, ui.at(16));
    ImGui::SetCursorPosY(top + ui.at(8));
    small_words(ui, "How well did you know it? Beneath each: when it comes again.", ui.palette.soft);
    ImGui::SetCursorPosY(std::max(top + ui.at(36), ImGui::GetCursorPosY()));  // those words may need three lines
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, gap);
        const std::string name(name_of(grades[i]));
        if (stacked_button(ui, name, interval_words(days[i]), std::to_string(i + 1), width,
                           std::string(meanings[i]) + "  (" + std::to_string(i + 1) + ")"))
            ui.asked.push_back(commands[i]);
        record(ui, name + ": " + interval_words(days[i]));
    }
}

void no_cards(Ui& ui) {
    paragraph(ui, session(ui).scene().empty() ? "There are no cards yet." : "This scene has no cards yet.",
              ui.palette.text);
    record(ui, "No cards");
    ImGui::Dummy({0, ui.at(4)});
    if (text_button(ui, "Write the first",
                    deed_of(row_of(Command::make_card)) + "  (" + keys_of(Command::make_card) + ")", true))
        ui.asked.push_back(Command::make_card);
    ImGui::SameLine();
}

void nothing_left(Ui& ui, const Standing& now, const Standing& left, int day) {
    std::string words = session(ui).graded() > 0 ? "Done for today." : "Nothing is due today.";
    if (now.next_day > 0)
        words += now.next_count == 1 ? " The next card is due " + day_words(now.next_day, day) + "."
                                     : " The next " + std::to_string(now.next_count) + " cards are due " +
                                           day_words(now.next_day, day) + ".";
    const int waiting = now.fresh - left.fresh;
    if (waiting > 0)
        words +=
            " " + std::to_string(waiting) + (waiting == 1 ? " new one waits" : " new ones wait") + " for another day.";
    paragraph(ui, words, ui.palette.text);
    record(ui, words);
    ImGui::Dummy({0, ui.at(4)});
    if (waiting > 0) {
        if (text_button(ui, "New ones now", "As many as " + std::to_string(ReviewSession::new_a_day) + " more today",
                        true)) {
            session(ui).more_new();
            choose(ui);
        }
        ImGui::SameLine();
    }
}

void at_the_end(Ui& ui) {
    const Studying& s = ui.studying;
    const Standing now = standing(s.remembered.progress, s.day(), {session(ui).scene(), &s.own.own});
    if (now.all == 0) no_cards(ui);
    else nothing_left(ui, now, session(ui).left(s.remembered.progress, s.own.own, s.day()), s.day());
    if (text_button(ui, "Close the cards", "Back to the picture  (" + keys_of(Command::answer_on) + ")"))
        ui.asked.push_back(Command::review_cards);
}

void one_card(Ui& ui) {
    const DueCard due = *session(ui).card();
    const Moment& moment = moment_of_card(ui);
    ui.studying.still = true;
    question(ui, due, moment);
    if (session(ui).turned()) answer_words(ui, due, moment);
    ui.studying.still = false;
    if (!session(ui).turned()) return before_answer(ui);
    grade_buttons(ui);
}

}  // namespace

void choose_card(Ui& ui) {
    const Studying& s = ui.studying;
    session(ui).choose(s.remembered.progress, s.own.own, s.day());
    ui.more_pictures = true;
}

void begin_review(Ui& ui) {
    CardReview& r = review(ui);
    r.shown = true;
    r.of = nullptr;
    ui.explorer.pause();
    ui.explorer.no_handle();
    ui.explorer.pointer_left();
    ui.studying.story.pause();
    if (!r.session.scene().empty()) r.session.only(ui.explorer.own_scene().words.id);
    choose(ui);
}

void end_review(Ui& ui) {
    look_no_longer(ui);
    review(ui).shown = false;
}

void review_on(Ui& ui) {
    if (!session(ui).card()) return end_review(ui);
    session(ui).turn();
    ui.more_pictures = true;
}

void look_at_card(Ui& ui) {
    if (!session(ui).card()) return;
    if (review(ui).looking) return look_no_longer(ui);
    const Moment& moment = moment_of_card(ui);
    ui.explorer.begin_visit();
    ui.explorer.open(moment.scene->words.id);
    ui.explorer.go(moment.state, "Look at a card");
    review(ui).looking = true;
    review(ui).visited = moment.scene->words.id;
    ui.more_pictures = true;
}

void grade_card(Ui& ui, std::size_t grade) {
    if (!session(ui).card() || !session(ui).turned()) return;
    session(ui).grade(ui.studying.remembered.progress, grades[grade], ui.studying.day());
    if (const std::string trouble = ui.studying.keep_progress(); !trouble.empty())
        ui.toasts.say(Icon::warning, trouble);
    choose(ui);
}

void card_strip(Ui& ui, const Rect& canvas) {
    CardReview& r = review(ui);
    if (!r.shown) return;
    if (r.looking && ui.explorer.scene().words.id != r.visited) {  // another scene was opened: the learner has gone on
        const std::string chosen = ui.explorer.scene().words.id;
        end_review(ui);
        ui.explorer.open(chosen);
        return;
    }
    if (!r.looking) veil(ui, canvas);
    if (!(r.looking ? begin_strip(ui, "Card below") : begin_card(ui, "Card", canvas))) return;
    review_head(ui);
    if (session(ui).card()) one_card(ui);
    else at_the_end(ui);
    end_strip(ui);
}

}  // namespace eigenscape
