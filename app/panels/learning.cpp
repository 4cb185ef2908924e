// All of a learner's tools in the order in which they lie on each other.
#include "app/panels/learning.h"

#include "app/panels/ui.h"

namespace eigenscape {

void learning_sheets(Ui& ui) {
    symptom_sheet(ui);
    own_card_sheet(ui);
    concept_sheet(ui);
}

void learning_strips(Ui& ui, const Rect& canvas) {
    symptom_strip(ui);
    card_strip(ui, canvas);
    prediction_strip(ui);
    ghost_point(ui, canvas);
}

void close_strips(Ui& ui) {
    ui.learning.hurts.led = nullptr;
    if (ui.learning.review.shown) end_review(ui);
    end_prediction(ui);
}

}  // namespace eigenscape
