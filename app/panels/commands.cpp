// The one shortcut table, and how a chord is looked up and written in words.
// To add a command: a name in the header, a row here, a case in interface_commands.cpp.
#include "app/panels/commands.h"

#include <algorithm>
#include <vector>

namespace eigenscape {
namespace {

constexpr Mods ctrl{true, false, false}, ctrl_shift{true, true, false}, shift{false, true, false},
    alt{false, false, true};

constexpr CommandRow table[] = {
    {Command::play, "Time", "Play or pause", {{Key::space, {}}}},
    {Command::step_back, "Time", "One step back", {{Key::comma, {}}}},
    {Command::step_forward, "Time", "One step forward", {{Key::period, {}}}},
    {Command::to_start, "Time", "Back to the start of time", {{Key::comma, shift}}},
    {Command::loop, "Time", "Go on at the end: back and forth, or over again where steps are counted", {{Key::o, {}}}},
    {Command::slower, "Time", "Slower", {{Key::left_bracket, {}}}},
    {Command::faster, "Time", "Faster", {{Key::right_bracket, {}}}},

    {Command::undo, "Picture", "Undo", {{Key::z, ctrl}}},
    {Command::redo, "Picture", "Redo", {{Key::z, ctrl_shift}, {Key::y, ctrl}}},
    {Command::reset_scene, "Picture", "Start this scene afresh", {{Key::r, {}}}},
    {Command::reset_view, "Picture", "Look from home", {{Key::home, {}}}},
    {Command::next_handle, "Picture", "Next handle (Shift: previous)", {{Key::tab, {}}}, "", "Next handle"},
    {Command::previous_handle, "Picture", "", {{Key::tab, shift}}, "", "Previous handle"},
    {Command::nudge_left,
     "Picture",
     "Move the handle (Shift: further)",
     {{Key::left, {}}, {Key::left, shift}},
     "Arrows"},
    {Command::nudge_right, "Picture", "", {{Key::right, {}}, {Key::right, shift}}},
    {Command::nudge_up, "Picture", "", {{Key::up, {}}, {Key::up, shift}}},
    {Command::nudge_down, "Picture", "", {{Key::down, {}}, {Key::down, shift}}},
    {Command::pan_left, "Picture", "Move the view", {{Key::left, alt}}, "Alt+Arrows"},
    {Command::pan_right, "Picture", "", {{Key::right, alt}}},
    {Command::pan_up, "Picture", "", {{Key::up, alt}}},
    {Command::pan_down, "Picture", "", {{Key::down, alt}}},
    {Command::more,
     "Picture",
     "Closer, farther; or change a number",
     {{Key::plus, {}}, {Key::plus, shift}},
     "+ and \u2212",
     "Look closer"},
    {Command::less, "Picture", "", {{Key::minus, {}}}, "", "Look from farther away"},

    {Command::brush, "Data", "Paint points, or no longer", {{Key::b, {}}}},
    {Command::eraser, "Data", "Erase points, or no longer", {{Key::b, shift}}},
    {Command::noise, "Data", "Add noise to the points", {{Key::j, {}}}},
    {Command::outlier, "Data", "Add an outlier", {{Key::j, shift}}},
    {Command::own_data, "Data", "Own data: open a table", {{Key::d, {}}}},
    {Command::paste, "Data", "Paste a table", {{Key::v, ctrl}}},
    {Command::save_data, "Data", "Save the points as CSV", {{Key::d, shift}}},

    {Command::screenshot, "Files", "Take a picture", {{Key::f12, {}}}},
    {Command::screenshot_double, "Files", "A picture with twice the pixels", {{Key::f12, shift}}},
    {Command::copy_picture, "Files", "Copy the picture", {{Key::c, ctrl}}},
    {Command::note, "Files", "Put the picture into your notes", {{Key::n, {}}}},
    {Command::notes,
     "Files",
     "Notes: read, write, search; or back",
     {{Key::n, shift}},
     "",
     "Show the notes, or the parameters"},
    {Command::capture, "Files", "A picture as you want it: card, sheet, SVG", {{Key::p, ctrl}}},
    {Command::freeze, "Files", "Freeze this state behind the next, or let it go", {{Key::f, {}}}},
    {Command::film, "Files", "Make a film", {{Key::e, ctrl}}},
    {Command::open, "Files", "Open a file", {{Key::o, ctrl}}},
    {Command::save, "Files", "Save the state as a file", {{Key::s, ctrl}}},
    {Command::quit, "Files", "Quit", {{Key::q, ctrl}}},

    {Command::what_hurts, "Learning", "What hurts? Find the scene that shows it", {{Key::w, {}}}},
    {Command::lesson,
     "Learning",
     "Lesson, or parameters again",
     {{Key::e, {}}},
     "",
     "Show the lesson, or the parameters"},
    {Command::predict, "Learning", "Predict, then see", {{Key::p, {}}}},
    {Command::review_cards, "Learning", "Review cards", {{Key::c, {}}}},
    {Command::make_card, "Learning", "Make a card of this picture", {{Key::c, shift}}},
    {Command::concept_map, "Learning", "Map of concepts", {{Key::g, {}}}},

    {Command::answer_on,
     of_questions,
     "Show the answer, see, go on",
     {{Key::space, {}}, {Key::enter, {}}},
     "Space or Enter"},
    {Command::look_at_card, of_questions, "Look at the card's picture, or no longer", {{Key::v, {}}}},
    {Command::first_answer, of_questions, "Again, hard, good, easy; or an answer", {{Key::one, {}}}, "1 to 4"},
    {Command::second_answer, of_questions, "", {{Key::two, {}}}},
    {Command::third_answer, of_questions, "", {{Key::three, {}}}},
    {Command::fourth_answer, of_questions, "", {{Key::four, {}}}},

    {Command::find, "Around", "Find or do anything", {{Key::k, ctrl}, {Key::f, ctrl}, {Key::slash, {}}}, "Ctrl+K or /"},
    {Command::hide_panels, "Around", "Hide or show all panels", {{Key::h, {}}}},
    {Command::library, "Around", "Library", {{Key::l, {}}}, "", "Show or hide the library"},
    {Command::inspector, "Around", "Inspector", {{Key::i, {}}}, "", "Show or hide the inspector"},
    {Command::next_panel, "Around", "Keyboard into the next panel", {{Key::f6, {}}}},
    {Command::leave, "Around", "Leave a panel or sheet", {{Key::escape, {}}}},
    {Command::full_screen, "Around", "Full screen", {{Key::f11, {}}}},
    {Command::next_theme, "Around", "Next theme", {{Key::t, {}}}},
    {Command::theme_1, "Around", "Dark, light, print, contrast", {{Key::one, {}}}, "1 to 4", "Theme: dark"},
    {Command::theme_2, "Around", "", {{Key::two, {}}}, "", "Theme: light"},
    {Command::theme_3, "Around", "", {{Key::three, {}}}, "", "Theme: print"},
    {Command::theme_4, "Around", "", {{Key::four, {}}}, "", "Theme: high contrast"},
    {Command::reduced_motion, "Around", "Less motion, or as before", {{Key::m, {}}}},
    {Command::larger,
     "Around",
     "Larger, smaller, usual size",
     {{Key::plus, ctrl}, {Key::plus, ctrl_shift}},
     "Ctrl and +, \u2212, 0",
     "Larger interface"},
    {Command::smaller, "Around", "", {{Key::minus, ctrl}}, "", "Smaller interface"},
    {Command::normal_size, "Around", "", {{Key::zero, ctrl}}, "", "Interface of usual size"},
    {Command::help,
     "Around",
     "This sheet",
     {{Key::f1, {}}, {Key::question, {}}, {Key::slash, shift}},
     "F1 or ?",
     "Keys and hands"},
    {Command::welcome, "Around", "First steps: five things to try", {{Key::f1, shift}}, "", "First steps"},
};

constexpr std::string_view key_names[] = {
    "",          "Tab",   "Left",  "Right", "Up", "Down",   "Page up", "Page down", "Home", "End", "Insert", "Delete",
    "Backspace", "Space", "Enter", "Esc",   "A",  "B",      "C",       "D",         "E",    "F",   "G",      "H",
    "I",         "J",     "K",     "L",     "M",  "N",      "O",       "P",         "Q",    "R",   "S",      "T",
    "U",         "V",     "W",     "X",     "Y",  "Z",      "0",       "1",         "2",    "3",   "4",      "5",
    "6",         "7",     "8",     "9",     "+",  "\u2212", ",",       ".",         "[",    "]",   "/",      "?",
    "F1",        "F2",    "F3",    "F4",    "F5", "F6",     "F7",      "F8",        "F9",   "F10", "F11",    "F12"};
static_assert(std::size(key_names) == static_cast<std::size_t>(Key::count_));

// Writes a sign or moves within a field while something is typed.
bool means_text(const Chord& chord) {
    const bool function = chord.key >= Key::f1 && chord.key <= Key::f12;
    const bool of_the_field = chord.key == Key::z || chord.key == Key::y || chord.key == Key::c ||
                              chord.key == Key::v;  // its own undo, copy and paste
    return !function && (!chord.mods.ctrl || of_the_field);
}

bool moves_keyboard_cursor(Key key) {
    return key == Key::space || key == Key::enter || key == Key::tab || (key >= Key::left && key <= Key::end);
}

}  // namespace

std::span<const CommandRow> command_table() { return table; }

const CommandRow& row_of(Command command) {
    static constexpr CommandRow nothing{Command::none, "", "", {}};
    const auto found = std::ranges::find(table, command, &CommandRow::command);
    return found == std::end(table) ? nothing : *found;
}

std::string key_words(const Chord& chord) {
    std::string words;
    if (chord.mods.ctrl) words += "Ctrl+";
    if (chord.mods.alt) words += "Alt+";
    if (chord.mods.shift && chord.key != Key::question) words += "Shift+";
    return words.append(key_names[static_cast<std::size_t>(chord.key)]);
}

std::string keys_of(Command command) {
    std::vector<std::string> known;
    for (const Chord& chord : row_of(command).chords)
        if (chord.key != Key::none)
            if (const std::string words = key_words(chord); std::ranges::find(known, words) == known.end())
                known.push_back(words);
    if (!row_of(command).keys.empty()) return std::string(row_of(command).keys);
    std::string all;
    for (const std::string& words : known) all += (all.empty() ? "" : " or ") + words;
    return all;
}

std::string deed_of(const CommandRow& row) {
    if (row.group == of_questions || row.command == Command::leave || row.command == Command::find ||
        row.command == Command::next_panel)
        return {};
    if (!row.deed.empty()) return std::string(row.deed);
    return row.keys.empty() ? std::string(row.words) : std::string();
}

Command command_for(const Chord& chord, bool typing, bool walking, bool asked) {
    for (const bool of_question : {true, false})
        for (const CommandRow& row : table)
            for (const Chord& known : row.chords) {
                if (known.key == Key::none || !(known == chord) || (row.group == of_questions) != of_question) continue;
                if (of_question && !asked) continue;
                if (typing && means_text(chord)) continue;
                if (walking && !chord.mods.ctrl && moves_keyboard_cursor(chord.key)) continue;
                return row.command;
            }
    return Command::none;
}

}  // namespace eigenscape
