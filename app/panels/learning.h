// The tools of a learner beside the lesson: what hurts, cards, predictions, the map of concepts.
// Sheets lie over everything; strips lie on the canvas, one at a time.
#pragma once

#include "app/panels/card_review.h"
#include "app/panels/concept_sheet.h"
#include "app/panels/own_card_sheet.h"
#include "app/panels/predicting.h"
#include "app/panels/symptoms.h"
#include "viz/view.h"

namespace eigenscape {

struct Ui;

// The room at the canvas's foot, in points: where it is, and how high its words were when they were filled in last.
struct StripRoom {
    Rect place{0, 0, 0, 0};
    double needed = 120;
    bool filled = false;
};

struct Learning {
    StripRoom strip;
    SymptomFinder hurts;
    CardReview review;
    OwnCardDesk own;
    Predicting predicting;
    ConceptBrowser concepts;
    const Symptom* led_next = nullptr;  // it is told when its scene is there

    bool sheet_shown() const { return hurts.shown || own.shown || concepts.shown; }
    void close_sheets() { hurts.shown = own.shown = concepts.shown = false; }
    bool strip_shown() const { return hurts.led || review.shown || predicting.of; }
    bool foot_shown() const { return hurts.led || predicting.of || (review.shown && review.looking); }
    bool asks() const { return review.shown || predicting.of; }                      // some keys are the question's
    bool hides_picture() const { return review.asks_picture(); }                     // no hand reaches it
    bool holds_numbers() const { return hides_picture() || predicting.guessing(); }  // those of the canvas stand still
};

void learning_sheets(Ui& ui);
void learning_strips(Ui& ui, const Rect& canvas);
void close_strips(Ui& ui);

}  // namespace eigenscape
