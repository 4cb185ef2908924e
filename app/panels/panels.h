// The panels, each a function that fills its rectangle of the window for this picture.
// interface.cpp calls them in the order in which they lie on each other.
#pragma once

#include "app/model/picture_text.h"
#include "app/panels/layout.h"
#include "app/panels/ui.h"

namespace eigenscape {

void bar_panel(Ui& ui, const Rect& place);
void library_panel(Ui& ui, const Rect& place);
void inspector_panel(Ui& ui, const Rect& place);
void timeline_panel(Ui& ui, const Rect& place);
void canvas_panel(Ui& ui, const Rect& place);  // what lies on the picture: the hovered handle's words, messages
void finder_sheet(Ui& ui);                     // Ctrl+K
void help_sheet(Ui& ui);
void open_sheet(Ui& ui);
void picture_sheet(Ui& ui);
void data_sheet(Ui& ui);  // one's own data

// The pieces of the inspector.
void parameter_controls(Ui& ui);
void fact_table(Ui& ui);
void formula_control(Ui& ui, int param);
void picture_control(Ui& ui, int param);
void points_control(Ui& ui, int param);               // brush, eraser, noise, outlier, own data
void parameter_name(Ui& ui, int param, float width);  // pixels

// The inspector's other page.
void lesson_page(Ui& ui, float width, float height);  // pixels
void look_at_challenge(Ui& ui);                       // once a picture: is it met?
void challenge_list(Ui& ui, const Moment& moment);
bool question_row(Ui& ui, const std::vector<Span>& words, const Moment& moment, bool taken, bool done,
                  const std::string& place, const std::string& explanation);

// The inspector's third page.
void notes_page(Ui& ui, float width, float height);  // pixels
void note_picture(Ui& ui, const Block& block);
void follow_note_link(Ui& ui, const std::string& link);
std::string notes_name(const Ui& ui);  // of the open note

// Pictures with options, and the state that was frozen.
void capture_sheet(Ui& ui, const std::string& folder);
void frozen_strip(Ui& ui, const Rect& canvas);  // what differs from it, on the picture

// Rich text where ImGui's cursor is: its numbers can be dragged, coloured words light up their role, links lead on.
void rich_words(Ui& ui, const std::vector<Block>& blocks, const Moment& moment);
void rich_line(Ui& ui, const std::vector<Span>& spans, const Moment& moment, const Color& color);
void rich_title(Ui& ui, const std::vector<Span>& spans, const Moment& moment);      // larger
float rich_height(Ui& ui, const std::vector<Block>& blocks, const Moment& moment);  // pixels

// One number of a parameter laid over its digits in a formula: dragged, typed, turned by the wheel. Sizes in points.
// `place` is what it is called: "Canvas A 1".
void number_over_words(Ui& ui, const std::string& place, int param, int entry, double width, double height);

// A panel's window: begin, fill, end. `place` in points; `ground` false leaves the picture visible beneath.
bool begin_panel(Ui& ui, const char* name, const Rect& place, bool scrolls);
void end_panel();
void enter_if_asked(Ui& ui, const char* name);  // the window being filled gets the keyboard, when F6 meant it

// Makes a picture that was brought in this parameter's value, in one step, and says so: with its size in words.
void take_picture_of_own(Ui& ui, int param, const BroughtIn& brought);

// Two lists in a side panel from ImGui's cursor down, one above the other with a line between; each scrolls by itself,
// and neither takes more than its share while the other has need of it. Their contents are as wide with a scroll bar as
// without.
void in_one_part(Ui& ui, const char* name, float width, float height, void (*fill)(Ui&));  // pixels
void in_two_parts(Ui& ui, const Rect& place, Parts& parts, void (*upper)(Ui&), void (*lower)(Ui&));

// A sheet in the middle of everything, closed by Escape or a click beside it. True while it is to be filled in.
bool begin_sheet(Ui& ui, const char* name, bool& shown, double width_points);
void end_sheet();
void sheet_title(Ui& ui, const std::string& words, bool& shown);

}  // namespace eigenscape
