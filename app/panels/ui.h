// What every panel is handed: the explorer, the colours and faces, the 8-point grid, and where controls were drawn.
// Panels are functions of it; they ask for commands instead of doing them, so that keys and buttons are one path.
#pragma once

#include "app/model/formula_history.h"
#include "app/model/value.h"
#include "app/panels/capture_sheet.h"
#include "app/panels/commands.h"
#include "app/panels/data_sheet.h"
#include "app/panels/faces.h"
#include "app/panels/film_sheet.h"
#include "app/panels/finder.h"
#include "app/panels/learning.h"
#include "app/panels/notes_shown.h"
#include "app/panels/palette.h"
#include "app/panels/panel_words.h"
#include "app/panels/preferences.h"
#include "app/panels/studying.h"
#include "app/panels/thumbnails.h"
#include "app/panels/toasts.h"
#include "app/panels/welcome.h"
#include "viz/ink.h"
#include "viz/view.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

class Explorer;

// The one number, vector entry or formula that is being typed.
struct Typing {
    std::string place;  // whose field it is; empty: nobody types
    std::string text;
    std::string problem;      // why the last Enter was refused
    std::size_t column = 0;   // of a formula's error, 1-based
    bool fresh = false;       // the field has not been given the keyboard yet
    std::string before = {};  // a formula: what Escape and a broken text go back to
    std::string draft = {};   // a formula: what was being typed before an arrow key brought an earlier one back
    int recalled = -1;        // a formula: which of the earlier ones the arrow keys brought back; −1: none
};

// The number that is being dragged, with the parts of steps that a whole number does not show yet.
struct Dragged {
    std::string place;
    double sum = 0;
};

// The sheet of Ctrl+K.
struct Finding {
    bool shown = false;
    bool moved = false;  // by the keyboard: the list scrolls along
    bool again = false;  // the line gets the keyboard back
    std::string typed;
    int at = 0;                       // the row that Enter chooses
    std::optional<Answer> chosen;     // to be done after this picture
    std::vector<std::string> recent;  // names, latest first
};

// Words about the control under the pointer wait a little, so that a passing pointer does not make them flicker.
struct WaitingTip {
    unsigned int of = 0, seen = 0;  // ImGui's name of the control; the one under the pointer in this picture
    double due = 0, shown_at = -9;  // seconds
    bool shown = false;
};

// Pixels that the two lists of a side panel took last.
struct Parts {
    float upper = 400, lower = 200;
};

// The sheet that asks for a picture of the user's own.
struct PictureWanted {
    bool shown = false;
    int param = -1;       // of the open scene
    std::string path;     // typed
    std::string problem;  // why there is no picture under it
};

// A role that is looked at, and how far its light has come.
struct Lit {
    std::optional<Ink> role;
    double amount = 0;   // 0 to 1
    bool moves = false;  // draw again: it is on its way
};

struct Ui {
    Ui(Explorer& explorer_, Preferences& preferences_) : explorer(explorer_), preferences(preferences_) {}

    Explorer& explorer;
    Preferences& preferences;
    Toasts toasts;
    Palette palette;
    Faces faces;
    PanelWords words;  // typeset words in the panels
    Thumbnails thumbnails;
    Theme words_theme;  // the theme with its roles as they can be read in words
    Studying studying;
    double scale = 1;  // pixels per point
    double now = 0;    // seconds since the interface started; stands still in tests
    Typing typing;
    Dragged dragged;
    std::optional<double> waiting_since;  // seconds: the picture has been incomplete since then
    bool number_set = false;              // in this picture: dragged, typed, turned, or found
    Welcome welcome;
    Finding finding;
    WaitingTip waiting_tip;
    Lit lit_by_term, lit_by_thing;       // by the pointer on a formula: the picture shows; on the picture: the formula
    std::optional<Ink> term_in_panel;    // of a coloured word under the pointer, for the next picture
    std::optional<Link> link_now;        // chosen: to be followed after this picture
    std::vector<Command> asked;          // by buttons, this picture
    std::map<std::string, Rect> places;  // pixels: where each control was drawn, by its words
    Parts library_parts, inspector_parts;
    bool more_pictures = false;  // something appeared that ImGui measures before it shows it
    FilmMaking film;
    PictureWanted picture_wanted;
    OwnData own_data;
    FormulaHistory formulas;
    int formula_typed = 0;  // the parameter whose formula has the keyboard
    Learning learning;
    NotesShown notes;
    CaptureSheet capture;
    std::vector<Event> strokes;  // letters and keys of this picture, for the text that has the keyboard
    bool help_shown = false, open_shown = false;
    bool sheet_shown() const {
        return help_shown || open_shown || finding.shown || film.shown || picture_wanted.shown || own_data.shown ||
               capture.shown || learning.sheet_shown();
    }
    void close_sheets() {
        help_shown = open_shown = finding.shown = film.shown = picture_wanted.shown = own_data.shown = capture.shown =
            false;
        learning.close_sheets();
    }
    bool time_to_enter = false;          // the timeline's number, likewise
    int param_to_enter = -1;             // its field gets the keyboard in the next picture
    std::vector<State> preset_states;    // of the open scene, to tell which one is shown
    std::string path_to_open, open_now;  // typed; and chosen: to be opened after this picture
    int step = 0;                        // +1 or -1: the number with the keyboard's ring moves by one step
    std::string panel_to_enter;          // by the keyboard, in the next picture

    float at(double points) const { return static_cast<float>(points * scale); }
};

}  // namespace eigenscape
