// Where a question or an advice stands: at the canvas's foot, which makes room for it so that the picture stays in
// sight whole; or in its middle, while nothing is to be seen. It takes no more room than its words need; F6 leads the
// keyboard to it.
#pragma once

#include "app/panels/layout.h"
#include "app/panels/ui.h"

#include <string>

namespace eigenscape {

// True while it is to be filled in; `end_strip` then, and only then.
bool begin_strip(Ui& ui, const char* name);                     // at the foot
bool begin_card(Ui& ui, const char* name, const Rect& canvas);  // in the middle
void end_strip(Ui& ui);

// What it is about, and the button that puts it away. True: it was pressed.
bool strip_title(Ui& ui, const std::string& words);

// The picture is not to be seen now: nearly all of it goes under its own paper.
void veil(Ui& ui, const Rect& canvas);

// Takes the foot's room from the canvas; points.
void make_room_for_strip(const Ui& ui, Layout& layout);

}  // namespace eigenscape
