// Cards of one's own: written about the picture that is on the canvas, changed, deleted and put back.
// They are kept in the user's data (app/study/own_cards.h) and asked with the others.
#pragma once

#include "app/study/moment.h"
#include "app/study/own_cards.h"

#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

struct Ui;

struct OwnCardDesk {
    bool shown = false, listed = false;   // the second page: all of them
    bool fresh = false;                   // the question's field gets the keyboard
    OwnCard draft;                        // stays until it is kept, also while the sheet is closed
    std::string problem;                  // why the draft was not kept
    std::shared_ptr<const Card> preview;  // of the draft, and its picture
    Moment moment;
    std::vector<OwnCard> deleted;  // while the sheet is open: they can be put back
};

void write_card(Ui& ui);  // about the present picture
void own_card_sheet(Ui& ui);

}  // namespace eigenscape
