// A camera on its way between two views; see view.h.
#include "viz/ease.h"
#include "viz/frame.h"
#include "viz/view.h"

#include <cmath>

namespace eigenscape {
namespace {

double by_ratio(double a, double b, double t) { return a > 0 && b > 0 ? a * std::pow(b / a, t) : lerp(a, b, t); }

// Each axis by itself: the edges lie where a zoom by the same ratio about one fixed point brings them.
View2 box_between(const View2& a, const View2& b, double t) {
    View2 box;
    const Vec2 from = a.size(), to = b.size();
    for (int axis = 0; axis < 2; ++axis) {
        const double size = by_ratio(from[axis], to[axis], t), change = to[axis] - from[axis];
        const bool zooms = std::abs(change) > 1e-6 * std::max(from[axis], to[axis]);
        const double share = zooms ? (size - from[axis]) / change : t;
        box.lo[axis] = lerp(a.lo[axis], b.lo[axis], share);
        box.hi[axis] = box.lo[axis] + size;
    }
    return box;
}

View3 orbit_between(const View3& a, const View3& b, double t) {
    return {lerp_angle(a.azimuth, b.azimuth, t), lerp(a.elevation, b.elevation, t), by_ratio(a.zoom, b.zoom, t),
            lerp(a.pan, b.pan, t)};
}

}  // namespace

View view_of(const Panel& panel, const Views& views) {
    if (const auto found = views.find(panel.name); found != views.end()) return found->second;
    return panel.kind == PanelKind::space ? View(panel.home_view) : View(View2(panel.home));
}

View view_between(const View& a, const View& b, double t) {
    if (t <= 0) return a;
    if (t >= 1 || a.index() != b.index()) return b;
    if (const auto* orbit = std::get_if<View3>(&a)) return orbit_between(*orbit, std::get<View3>(b), t);
    return box_between(std::get<View2>(a), std::get<View2>(b), t);
}

}  // namespace eigenscape
