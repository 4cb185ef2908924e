// Grids as two families of parallel lines, clipped to the window; see grid.h.
// When a map packs lines closer than the eye parts them, every other one fades, then every other of those, and so on.
#include "viz/shapes/grid.h"

#include "viz/shapes/clip.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/ticks.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct GridPens {
    Pen major, minor, axis;
};

GridPens still_pens() {
    return {{.ink = Ink::still, .width_points = 1.2},
            {.ink = Ink::still_minor, .width_points = 1},
            {.ink = Ink::axis, .width_points = 1.4, .opacity = 0.55}};
}
GridPens moving_pens(double opacity) {
    return {{.ink = Ink::moving, .width_points = 1.8, .opacity = opacity},
            {.ink = Ink::moving_minor, .width_points = 1.1, .opacity = opacity},
            {.ink = Ink::axis, .width_points = 2.2, .opacity = opacity}};
}

// Lines through k · half_step for all whole k, in one direction; even k are major, odd k minor, k = 0 is the axis.
struct Family {
    Vec2 along, half_step;
};

// How often 2 divides k.
double level_of(long k) {
    double level = 0;
    for (; k % 2 == 0 && level < 40; k /= 2) ++level;
    return level;
}

// How much of line k is shown when neighbours are `gap` apart and `clear` is the least gap that reads well. Lines
// within `familiar`, those that fill the window before the map, stay while they draw together; others thin out and
// fade.
double share_of(long k, double gap, double clear, long familiar) {
    if (gap >= clear) return 1;
    const auto thinned = [&](double least_gap) {
        return gap >= least_gap ? 1.0 : std::clamp(level_of(k) - std::log2(least_gap / gap) + 1, 0.0, 1.0);
    };
    if (std::labs(k) <= familiar) {
        const double half = std::clamp(2 * gap / clear - 1, 0.0, 1.0);
        return k % 2 == 0 ? (0.35 + 0.65 * gap / clear) * thinned(clear / 12) : half;
    }
    return thinned(clear) * std::sqrt(gap / clear) * std::clamp(gap / (0.01 * clear), 0.0, 1.0);
}

// The step from one line to the next that can be seen at all, so that a thousand invisible lines cost nothing.
long stride_of(double gap, double clear) {
    long stride = 1;
    while (stride < (1L << 30) && 2 * static_cast<double>(stride) * gap <= clear) stride *= 2;
    return stride;
}

class Lines {
  public:
    Lines(Panel& panel, const GridPens& pens, double half_step) : panel_(panel), pens_(pens) {
        const Vec2 size = panel.window.size();
        clear_ = size.maxCoeff() / 130;
        const double far = panel.window.lo.cwiseAbs().cwiseMax(panel.window.hi.cwiseAbs()).maxCoeff();
        familiar_ = static_cast<long>(std::clamp(std::ceil(far / half_step), 1.0, 200.0));
    }

    // Only the minor lines (parity 1) or only the major ones (0), so that minor ones lie under all major ones.
    void draw(const Family& family, int parity) {
        parity_ = parity;
        const double length = family.along.norm();
        if (!(length > 1e-12 * family.half_step.norm()) || length < 1e-150)
            return;  // points: the other family has them
        const Vec2 normal(-family.along.y() / length, family.along.x() / length);
        const double gap = normal.dot(family.half_step);
        const Box2& window = panel_.window;
        const Vec2 near = window.center();
        const double reach =
            0.5 * (std::abs(normal.x()) * window.size().x() + std::abs(normal.y()) * window.size().y());
        const double middle = normal.dot(near);
        if (!(std::abs(gap) > 1e-9 * reach)) return;  // all lines are one: drawn as the axis
        const double k0 = (middle - reach) / gap, k1 = (middle + reach) / gap;
        range(family, std::min(k0, k1), std::max(k0, k1), std::abs(gap));
    }

    void axis(const Vec2& along) {
        if (along.norm() < 1e-12 * panel_.window.size().maxCoeff()) return;
        if (const auto piece = across({0, 0}, along, panel_.window))
            panel_.line(piece->first, piece->second, pens_.axis);
    }

  private:
    void range(const Family& family, double k0, double k1, double gap) {
        const long stride = stride_of(gap, clear_);
        for (double k = std::ceil(k0 / stride) * stride; k <= k1; k += stride) line(family, k, gap);
        if (stride == 1) return;
        for (long k = -familiar_; k <= familiar_; ++k)
            if (k % stride != 0 && k >= k0 && k <= k1) line(family, static_cast<double>(k), gap);
    }

    void line(const Family& family, double k, double gap) {
        if (k == 0 || std::abs(k) > 1e15) return;
        const long whole = static_cast<long>(k);
        if (std::labs(whole % 2) != parity_) return;
        const bool major = whole % 2 == 0;
        Pen pen = major ? pens_.major : pens_.minor;
        constexpr double unseen = 0.02;  // fades to nothing there, so that leaving lines out makes no jump
        const double share = share_of(whole, gap, clear_, familiar_);
        if (share <= unseen) return;
        pen.opacity *= (share - unseen) / (1 - unseen);
        if (const auto piece = across(k * family.half_step, family.along, panel_.window))
            panel_.line(piece->first, piece->second, pen);
    }

    Panel& panel_;
    GridPens pens_;
    double clear_ = 1;
    long familiar_ = 1;
    int parity_ = 0;
};

void grid(Panel& panel, const Mat2& M, const GridPens& pens) {
    if (!M.allFinite()) return;
    const double half = 0.5 * grid_step(panel.window, panel.place);
    Lines lines(panel, pens, half);
    for (const int parity : {1, 0}) {
        lines.draw({M.col(1), half * M.col(0)}, parity);
        lines.draw({M.col(0), half * M.col(1)}, parity);
    }
    lines.axis(M.col(0));
    lines.axis(M.col(1));
}

void bent_line(Panel& panel, const Parametric& f, double from, double to, const Pen& pen) {
    for (const auto& run : sample_curve(f, from, to, panel.window, 3000).runs)
        panel.stroke(std::span<const Vec2>(run), pen);
}

}  // namespace

double grid_step(const Box2& window, const Rect& place) {
    const double share = std::max(place.width, 9.0 / 16 * place.height);  // of a wide canvas
    return round_step(window.size().maxCoeff() / std::max(9.0, 21 * share));
}

void still_grid(Panel& panel) { grid(panel, Mat2::Identity(), still_pens()); }

void moving_grid(Panel& panel, const Mat2& M, double opacity) {
    grid(panel, M, moving_pens(opacity));
    if (M.isZero(1e-12 * panel.window.size().maxCoeff())) panel.dot(Vec2(0, 0), Ink::moving, 9).opacity = opacity;
}

void curved_grid(Panel& panel, const std::function<Vec2(const Vec2&)>& map, const Box2& source, double opacity) {
    const GridPens pens = moving_pens(opacity);
    const double half = 0.5 * grid_step(source, panel.place);
    for (const int parity : {1, 0}) {  // minor lines under major ones
        for (const int axis : {0, 1}) {
            for (double k = std::ceil(source.lo[axis] / half); k * half <= source.hi[axis]; ++k) {
                const bool minor = std::fmod(std::abs(k), 2) == 1;
                if (minor != (parity == 1)) continue;
                const auto point = [&, at = k * half](double along) {
                    return map(axis == 0 ? Vec2(at, along) : Vec2(along, at));
                };
                bent_line(panel, point, source.lo[1 - axis], source.hi[1 - axis],
                          minor    ? pens.minor
                          : k == 0 ? pens.axis
                                   : pens.major);
            }
        }
    }
}

}  // namespace eigenscape
