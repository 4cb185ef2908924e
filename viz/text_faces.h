// The embedded font files, opened once with FreeType: which glyph a character has, how wide it is, what it looks like.
// Private to text*.cpp and viz/tex; everything here may be called from any thread.
#pragma once

#include "viz/text.h"

#include <optional>

namespace eigenscape {

// In ems, y upwards.
struct GlyphMetrics {
    double advance = 0;
    Box2 ink{{0, 0}, {0, 0}};
    bool empty() const { return ink.lo == ink.hi; }
};

std::uint32_t glyph_of(Face face, char32_t letter);  // 0 when the face lacks it
GlyphMetrics metrics_of(Face face, std::uint32_t id);
double digit_advance(Face face);  // of the widest digit

// Small raised and lowered letters of Unicode ("²", "₁") as the large ones that they are made from.
struct SmallLetter {
    char32_t letter = 0;
    bool raised = false;
};
std::optional<SmallLetter> small_letter(char32_t letter);

std::vector<char32_t> decoded(std::string_view utf8);  // what is not UTF-8 becomes U+FFFD
std::string encoded(char32_t letter);

}  // namespace eigenscape
