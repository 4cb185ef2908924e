// "What hurts?": a sheet in which a learner says it in own words, and the way from there to the scene that does the
// same. What to look at is then told on the strip below the picture.
#pragma once

#include "app/study/lesson.h"

#include <string>

namespace eigenscape {

struct Ui;

struct SymptomFinder {
    bool shown = false;  // the sheet
    bool moved = false;  // by the keyboard: the list scrolls along
    std::string typed;
    int at = 0;                    // the row that Enter chooses
    const Symptom* led = nullptr;  // the one that led to the picture, until something else is opened
};

void symptom_sheet(Ui& ui);
void symptom_strip(Ui& ui);
void lead_to(Ui& ui, const Symptom& symptom);  // after this picture

}  // namespace eigenscape
