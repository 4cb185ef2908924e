// The colours of the interface, made from the same theme as the picture: paper and text mixed, never a colour of their
// own. Roles keep their inks (a matrix column is drawn in the column's ink); everything else stays neutral.
#pragma once

#include "viz/theme.h"

#include <cstdint>

namespace eigenscape {

struct Palette {
    Color paper, panel, raised, hover, pressed, line, track, fill, text, soft, focus, bad, good;
    const Theme* theme = nullptr;
};

Palette palette_of(const Theme& theme);

// A role's ink as words can be read in it on a field's ground: no farther from the ink than that takes (4.5 in WCAG 2).
Color legible(const Palette& palette, Ink ink);
double contrast(const Color& one, const Color& other);  // ratio of WCAG 2, from 1 to 21

std::uint32_t packed(const Color& color, double opacity = 1);  // as ImGui's draw lists take it

// ImGui's own style, for the pieces that it draws itself: fields, lists, scroll bars. `scale` is pixels per point.
void apply_style(const Palette& palette, double scale);

}  // namespace eigenscape
