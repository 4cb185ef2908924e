// The commands of a learner's tools: each opens its sheet or strip, and what stands in the same place gives way.
#include "app/panels/interface_inside.h"

#include "app/panels/imgui_compat.h"

#include "app/model/explorer.h"

#include <utility>

namespace eigenscape {

bool Interface::Inside::perform_on_learning(Command command) { return open_tool(command) || answer_question(command); }

bool Interface::Inside::open_tool(Command command) {
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
        case Command::predict:
            ui.close_sheets();
            panels_hidden = false;
            next_prediction(ui);
            return true;
        case Command::make_card:
            ui.close_sheets();
            write_card(ui);
            return true;
        case Command::concept_map:
            if (learning.concepts.shown) return show_sheet(learning.concepts.shown, false);
            ui.close_sheets();
            browse_concepts(ui);
            return true;
        default: return false;
    }
}

bool Interface::Inside::answer_question(Command command) {
    const bool card = ui.learning.review.shown, guess = ui.learning.predicting.of != nullptr;
    const bool far = ImGui::GetIO().KeyShift;
    switch (command) {
        case Command::answer_on:
            if (card) review_on(ui);
            if (guess) predict_on(ui);
            return true;
        case Command::look_at_card:
            if (card) look_at_card(ui);
            return true;
        case Command::first_answer:
        case Command::second_answer:
        case Command::third_answer:
        case Command::fourth_answer: {
            const auto which = static_cast<std::size_t>(command) - static_cast<std::size_t>(Command::first_answer);
            if (card) grade_card(ui, which);
            if (guess) choose_option(ui, which);
            return true;
        }
        case Command::nudge_left:
        case Command::nudge_right:
        case Command::nudge_up:
        case Command::nudge_down: {
            if (!ui.learning.predicting.by_arrows()) return false;
            const bool across = command == Command::nudge_left || command == Command::nudge_right;
            const double by = command == Command::nudge_right || command == Command::nudge_up ? 1 : -1;
            move_guess(ui, across ? by : 0, across ? 0 : by, far);
            return true;
        }
        default: return false;
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
