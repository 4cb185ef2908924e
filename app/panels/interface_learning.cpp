// The commands of a learner's tools: each opens its sheet or strip, and what stands in the same place gives way.
#include "app/panels/interface_inside.h"

#include "app/model/explorer.h"

#include <utility>

namespace eigenscape {

bool Interface::Inside::perform_on_learning(Command command) {
    Learning& learning = ui.learning;
    switch (command) {
        case Command::what_hurts: {
            const bool shown = !learning.hurts.shown;
            learning.hurts.typed.clear();
            learning.hurts.at = 0;
            return show_sheet(learning.hurts.shown, shown);
        }
        case Command::review_cards: {
            const bool shown = !learning.review.shown;
            ui.close_sheets();
            close_strips(ui);
            panels_hidden = false;
            if (shown) begin_review(ui);
            return true;
        }
        case Command::answer_on:
            if (learning.review.shown) review_on(ui);
            return true;
        case Command::look_at_card:
            if (learning.review.shown) look_at_card(ui);
            return true;
        case Command::first_answer:
        case Command::second_answer:
        case Command::third_answer:
        case Command::fourth_answer: {
            const auto which = static_cast<std::size_t>(command) - static_cast<std::size_t>(Command::first_answer);
            if (learning.review.shown) grade_card(ui, which);
            return true;
        }
        default:
            return false;
    }
}

// The picture that a symptom leads to has come: now what to look at is told below it.
void Interface::Inside::tell_advice() {
    const Symptom* led = std::exchange(ui.learning.led_next, nullptr);
    if (!led || led->at.scene != explorer.scene().words.id) return;
    if (ui.welcome.shown) show_welcome(false);
    ui.learning.hurts.led = led;
}

}  // namespace eigenscape
