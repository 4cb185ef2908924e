// The lattice and its arrows; see vector_field.h.
// Lattice points are whole multiples of the step, so arrows stay where they are while the window moves.
#include "viz/shapes/vector_field.h"

#include "viz/shapes/arrow.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr std::size_t most_arrows = 4000;
constexpr double longest = 0.86;  // of the lattice's step

// World units for so many points: the window is what the canvas shows and a little more.
double step_for(const Panel& panel, const Vec2& canvas, double points) {
    const Vec2 size = panel.window.size();
    const double per_point =
        std::min(size.x() / (panel.place.width * canvas.x()), size.y() / (panel.place.height * canvas.y()));
    return std::exp2(std::round(2 * std::log2(0.83 * points * per_point)) / 2);
}

}  // namespace

double vector_field(Panel& panel, const Box2& box, const Vec2& canvas_points,
                    const std::function<Vec2(const Vec2&)>& field, const FieldArrows& arrows) {
    const Box2 shown{box.lo.cwiseMax(panel.window.lo), box.hi.cwiseMin(panel.window.hi)};
    const double step = step_for(panel, canvas_points, arrows.spacing_points);
    if ((shown.size().array() <= 0).any() || !(step > 0) || shown.size().prod() / (step * step) > most_arrows)
        return undefined;
    struct At {
        Vec2 place, v;
    };
    std::vector<At> found;
    std::vector<double> lengths;
    const double inset = 0.45 * step;  // arrows stay inside the box
    for (double j = std::ceil((shown.lo.y() + inset) / step); j * step <= shown.hi.y() - inset; ++j)
        for (double i = std::ceil((shown.lo.x() + inset) / step); i * step <= shown.hi.x() - inset; ++i) {
            const Vec2 place(i * step, j * step), v = field(place);
            const double length = v.stableNorm();
            if (!v.allFinite() || !std::isfinite(length)) continue;
            found.push_back({place, v});
            lengths.push_back(length);
        }
    if (found.empty()) return undefined;
    std::ranges::nth_element(lengths, lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2));
    const double typical = lengths[lengths.size() / 2];
    const Pen pen{.ink = arrows.ink, .width_points = 1.6, .opacity = arrows.opacity};
    for (const At& at : found) {
        const double length = at.v.stableNorm();
        if (!(length > 0)) continue;
        const double share = typical > 0 ? length / (length + typical) : 0.5;
        const Vec2 half = 0.5 * longest * step * share * (at.v / length);
        arrow(panel, Vec2(at.place - half), Vec2(at.place + half), pen);
    }
    return typical;
}

}  // namespace eigenscape
