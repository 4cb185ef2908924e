// What a colour means. A picture names inks; a theme (viz/theme.h) decides what each looks like.
// Pick the ink by the role of the thing drawn, never by how it should look.
#pragma once

#include <cstdint>

namespace eigenscape {

enum class Ink : std::uint8_t {
    paper,         // the background
    text,          // words and numbers
    faint,         // words that may stay in the background
    axis,          // coordinate axes
    still,         // the grid that never moves: where space was (major lines)
    still_minor,   // its half lines
    moving,        // the grid that moves: what space became (major lines)
    moving_minor,  // its half lines
    first,         // the first basis vector, the first coordinate
    second,        // the second
    third,         // the third
    subject,       // the thing under study
    image,         // what a map made of the subject
    special,       // the answer: eigen-lines, minima
    gradient,      // the gradient, steepest ascent
    positive,      // a positive amount, upward curvature, orientation kept
    negative,      // a negative amount, downward curvature, orientation flipped
    ghost,         // what was
    contour,       // level lines on a map or surface
    sheet,         // tangent planes, osculating sheets
    racer_1,
    racer_2,
    racer_3,
    racer_4,
    racer_5,
    racer_6,
    racer_7,
    racer_8,  // things raced or classes compared
    count_    // how many there are
};

inline constexpr int ink_count = static_cast<int>(Ink::count_);

enum class Dash : std::uint8_t { solid, dashed, dotted };

// What stands in front: `tested` hides behind surfaces, `see_through` is dimmed there, `on_top` is never hidden.
enum class Depth : std::uint8_t { tested, see_through, on_top };

enum class Mark : std::uint8_t { disc, ring, square, diamond, triangle, triangle_down, cross, star };

}  // namespace eigenscape
