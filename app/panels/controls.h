// The interface's own controls: buttons with icons, rows of lists, numbers that are dragged or typed, sliders.
// Each records its place under its words, shows its keys in the tooltip, and can be reached by the keyboard.
#pragma once

#include "app/panels/icons.h"
#include "app/panels/ui.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

void record(Ui& ui, const std::string& words);                           // the last item's place
void tip(Ui& ui, const std::string& words);                              // of the last item
void ring_if_focused(Ui& ui);                                            // the keyboard's ring about the last item
void heading(Ui& ui, const std::string& words);                          // of a group, small and soft
void small_words(Ui& ui, const std::string& words, const Color& color);  // wrapped
void paragraph(Ui& ui, const std::string& words, const Color& color);
void rule(Ui& ui);  // a thin line across

std::string wrapped(const std::string& words, float room);  // broken at spaces only: never within 1.67·10⁻⁵
std::string elided(const std::string& words, float room);   // pixels, in the face in use: "Newton jumps …"
float key_cap(Ui& ui, const std::string& words, float right, float middle);  // drawn up to `right`; gives its left

enum class Look { plain, on, off };  // off: cannot be pressed now
bool icon_button(Ui& ui, Icon icon, const std::string& name, const std::string& words, Look look = Look::plain,
                 double size_points = 32);
void command_button(Ui& ui, Icon icon, Command command, Look look = Look::plain, double size_points = 32);
// An icon, words and the keys, on a ground like a field's.
bool wide_button(Ui& ui, Icon icon, const std::string& name, std::string_view keys, float width,
                 const std::string& explanation);
bool text_button(Ui& ui, const std::string& words, const std::string& explanation, bool chosen = false);
// A key's cap, words and smaller ones beneath, on a ground of a given width (pixels).
bool stacked_button(Ui& ui, const std::string& words, const std::string& below, const std::string& key, float width,
                    const std::string& explanation);
bool list_row(Ui& ui, const std::string& words, const std::string& explanation, bool chosen);
bool card(Ui& ui, const std::string& title, const std::string& words, bool chosen);  // two lines and more

// What happened to a value this picture.
struct Edit {
    std::optional<double> value;        // it was dragged or moved to this
    std::optional<std::string> typed;   // it was typed: to be parsed by the model
    bool began = false, ended = false;  // a gesture: what lies between is one step of undo
    bool reset = false;                 // double click
};

struct NumberLook {
    double width_points = 72;
    double per_point = 0.01;  // how much one point of dragging changes it
    int decimals = 2;
    Color color;
    std::string unit;
    double height_points = 28;
    bool bare = false;  // over a formula: its digits are there already, only the hand's marks are drawn
};

// A number that can be dragged sideways, or typed after a click, Enter or a double click. `text` is its full precision.
Edit number_cell(Ui& ui, const std::string& place, double value, const std::string& text, const NumberLook& look);

// A text field in the place of a control; Enter gives `typed`, Escape forgets it.
Edit typing_field(Ui& ui, const std::string& place, double width_points);

// A track over the whole width with the value at `part` of it; gives the new part. + and − move it when it has the
// ring.
Edit slider_track(Ui& ui, const std::string& place, double part, const Color& color);

// One of a few, side by side on a common ground. Gives what was chosen now.
std::optional<int> segments(Ui& ui, const std::vector<std::string>& names, int now, const std::string& explanation);

bool check_box(Ui& ui, const std::string& words, bool on);

// One of several names, chosen from a list that opens. Gives what was chosen now.
std::optional<int> select(Ui& ui, const std::string& place, const std::vector<std::string>& choices, int now,
                          const std::string& explanation);

}  // namespace eigenscape
