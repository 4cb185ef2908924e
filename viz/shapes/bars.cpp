// Bars of probabilities; see bars.h.
// Half of each bar's share of the height is its name's.
#include "viz/shapes/bars.h"

#include "viz/number.h"
#include "viz/shapes/rectangle.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
Points probability_bars(Panel& panel, const Box2& box, std::span<const Bar> bars) {
    Points ends;
    const double share = box.size().y() / static_cast<double>(bars.size()), thickness = 0.36 * share;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const double low = box.hi.y() - static_cast<double>(i + 1) * share + 0.06 * share;
        const auto at = [&](double p) { return box.lo.x() + std::clamp(p, 0.0, 1.0) * box.size().x(); };
        const bool defined = std::isfinite(bar.value);
        const Vec2 end(defined ? at(bar.value) : box.lo.x(), low + 0.5 * thickness);
        filled_box(panel, {{box.lo.x(), low}, {box.hi.x(), low + thickness}}, Ink::still, 0.6);
        if (defined) filled_box(panel, {{box.lo.x(), low}, {end.x(), low + thickness}}, bar.ink, 0.85);
        if (std::isfinite(bar.was))
            panel.line(Vec2(at(bar.was), low - 0.1 * thickness), Vec2(at(bar.was), low + 1.1 * thickness),
                       {.ink = Ink::ghost, .width_points = 2.5, .dash = Dash::dashed});
        Label& name = panel.label(Vec2(box.lo.x(), low + thickness), bar.name, bar.ink, {1, 0.9});
        name.size_points = 16;
        name.gap_points = 4;
        Label& number =
            panel.label(Vec2(box.hi.x(), end.y()), tex_words(defined ? brief(bar.value, 3) : bar.undefined_words),
                        bar.ink, {defined ? 1.0 : -1.0, 0});
        number.size_points = 16;
        ends.push_back(end);
    }
    return ends;
}

}  // namespace eigenscape
