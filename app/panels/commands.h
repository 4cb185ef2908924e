// Everything that can be done by a key or a button of the frame, in one table: keys, words, group of the help sheet.
// The window feeds keys to `command_for`; buttons, tooltips and the help sheet read the same rows.
#pragma once

#include "app/panels/events.h"

#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

enum class Command : std::uint8_t {
    none,
    play,
    step_back,
    step_forward,
    slower,
    faster,
    to_start,
    loop,
    undo,
    redo,
    reset_scene,
    reset_view,
    nudge_left,
    nudge_right,
    nudge_up,
    nudge_down,
    more,
    less,
    pan_left,
    pan_right,
    pan_up,
    pan_down,
    next_handle,
    previous_handle,
    leave,
    brush,
    eraser,
    noise,
    outlier,
    own_data,
    paste,
    save_data,
    screenshot,
    screenshot_double,
    copy_picture,
    note,
    notes,
    capture,
    freeze,
    film,
    open,
    save,
    next_theme,
    theme_1,
    theme_2,
    theme_3,
    theme_4,
    reduced_motion,
    larger,
    smaller,
    normal_size,
    hide_panels,
    library,
    inspector,
    lesson,
    find,
    next_panel,
    full_screen,
    help,
    welcome,
    quit,
    what_hurts,
    review_cards,
    make_card,
    predict,
    concept_map,
    answer_on,
    look_at_card,
    first_answer,
    second_answer,
    third_answer,
    fourth_answer
};

struct Chord {
    Key key = Key::none;
    Mods mods;
    bool operator==(const Chord&) const = default;
};

struct CommandRow {
    Command command;
    std::string_view group;
    std::string_view words;      // what it does; empty: the row above speaks for this one too
    Chord chords[3] = {};        // unused ones have Key::none
    std::string_view keys = {};  // how the sheet writes them; empty: made from the chords
    std::string_view deed = {};  // what it does, where it stands alone; empty: its words, when it has keys of its own
};

std::span<const CommandRow> command_table();
const CommandRow& row_of(Command command);
std::string keys_of(Command command);        // "Ctrl+Shift+Z or Ctrl+Y"; empty when it has none
std::string deed_of(const CommandRow& row);  // for a list of single deeds; empty: it belongs in none
std::string key_words(const Chord& chord);   // "Ctrl+Shift+Z"

// The group of those that have their keys only while a question stands on the canvas.
inline constexpr std::string_view of_questions = "While a question is asked";

// The command of a key, or none. `typing`: a text field has the keyboard. `walking`: the keyboard cursor is on a
// control, which then gets Space, Enter, Home, End and the arrows. `asked`: a question stands on the canvas.
Command command_for(const Chord& chord, bool typing, bool walking, bool asked = false);

}  // namespace eigenscape
