// A prediction in hand: the question stands below the picture before the change; a guess is made on the canvas, on a
// scale or among answers; then the picture shows it, and the words say how far away it was.
#pragma once

#include "app/study/lesson.h"
#include "core/types.h"
#include "viz/frame.h"

#include <optional>
#include <string>

namespace eigenscape {

struct Ui;

struct Predicting {
    const Prediction* of = nullptr;  // null: none is made
    std::string scene;               // whose it is
    Vec2 guess{0, 0};                // where the ghost is, in the panel's coordinates; of a number its x
    std::optional<Vec2> truth;       // once it was seen
    int chosen = -1;                 // of the options
    bool seen = false;

    bool guessing() const { return of && !seen; }
    bool on_canvas() const { return guessing() && of->guess && of->guess->is_point(); }
    bool by_arrows() const { return guessing() && of->guess; }
};

void begin_prediction(Ui& ui, const Prediction& prediction);
void next_prediction(Ui& ui);  // of the scene: the first that was not made yet, or the one after this
void end_prediction(Ui& ui);   // the picture stays as it is
void prediction_strip(Ui& ui);
void ghost_point(Ui& ui, const Rect& canvas);  // on the canvas: the guess, and then the way to the truth
const Panel* guessed_on(const Guess& guess, const Frame& frame);  // null where no point can be guessed
void prediction_list(Ui& ui, const Moment& moment);               // on the page of the lesson

// What the keys of a question do.
void predict_on(Ui& ui);  // see; and then the next one
void choose_option(Ui& ui, std::size_t option);
void move_guess(Ui& ui, double x, double y, bool far);

}  // namespace eigenscape
