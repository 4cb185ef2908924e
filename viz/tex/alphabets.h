// The alphabets of mathematics: one letter in italics, bold, blackboard bold and so on, as Unicode's code points.
#pragma once

#include <cstdint>

namespace eigenscape {

enum class Alphabet : std::uint8_t {
    math,  // as formulas are set: Latin and small Greek letters in italics, the rest upright
    upright,
    italic,
    bold,
    bold_italic,
    blackboard,
    calligraphic,
    fraktur,
    sans,
    typewriter
};

// The letter itself when the alphabet has no such letter.
char32_t styled(char32_t letter, Alphabet alphabet);

}  // namespace eigenscape
