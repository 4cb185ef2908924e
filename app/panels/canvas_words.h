// The words on the canvas come alive: numbers in formulas are dragged, turned by the wheel and typed; a term under the
// pointer lights up what it names in the picture, and a thing under the pointer lights up its terms.
#pragma once

#include "app/panels/formula_play.h"
#include "app/panels/ui.h"

namespace eigenscape {

void canvas_words(Ui& ui, const Rect& canvas, PlayedTerm& played);  // once a picture, before canvas_hands

}  // namespace eigenscape
