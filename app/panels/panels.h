// The panels, each a function that fills its rectangle of the window for this picture.
// interface.cpp calls them in the order in which they lie on each other.
#pragma once

#include "app/panels/layout.h"
#include "app/panels/ui.h"

namespace eigenscape {

void bar_panel(Ui& ui, const Rect& place);
void library_panel(Ui& ui, const Rect& place);
void inspector_panel(Ui& ui, const Rect& place);
void timeline_panel(Ui& ui, const Rect& place);
void canvas_panel(Ui& ui, const Rect& place);   // what lies on the picture: the hovered handle's words, messages
void help_sheet(Ui& ui);
void open_sheet(Ui& ui);

// The pieces of the inspector.
void parameter_controls(Ui& ui);
void fact_table(Ui& ui);
void formula_control(Ui& ui, int param);
void parameter_name(Ui& ui, int param, float width);  // pixels

// One number of a parameter laid over its digits in a formula: dragged, typed, turned by the wheel. Sizes in points.
void canvas_number(Ui& ui, int param, int entry, double width, double height);

// A panel's window: begin, fill, end. `place` in points; `ground` false leaves the picture visible beneath.
bool begin_panel(Ui& ui, const char* name, const Rect& place, bool scrolls);
void end_panel();

}  // namespace eigenscape
