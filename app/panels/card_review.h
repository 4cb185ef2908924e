// Cards that are due, asked on the canvas: the question, the picture when one wants to look, the answer, and how well
// it was known. The picture is visited (Explorer::begin_visit): afterwards all is as the learner left it.
#pragma once

#include "app/study/moment.h"
#include "app/study/review_session.h"

#include <string>

namespace eigenscape {

struct Ui;

struct CardReview {
    bool shown = false, looking = false;
    ReviewSession session;
    Moment moment;  // of the card that is asked
    const Card* of = nullptr;
    std::string visited;  // the scene that is looked at

    bool asks_picture() const { return shown && !looking; }  // the picture would tell too much
};

void begin_review(Ui& ui);
void end_review(Ui& ui);
void choose_card(Ui& ui);  // the one that is due now; the same while it is neither graded nor gone
void card_strip(Ui& ui, const Rect& canvas);

// What the keys of a question do.
void review_on(Ui& ui);  // show the answer; at the end: close
void look_at_card(Ui& ui);
void grade_card(Ui& ui, std::size_t grade);

}  // namespace eigenscape
