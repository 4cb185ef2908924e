// Adaptive sampling of curves; see curve.h.
// A piece is halved until its middle lies on its chord; a piece that stays long however short its parameter gets is a
// jump.
#include "viz/shapes/curve.h"

#include "viz/shapes/clip.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int first_pieces = 160, most_halvings = 16;
constexpr double flat_enough = 1.0 / 2500;  // of the window: less than half a point on a canvas of 1280
constexpr double jump_size = 1.0 / 100;     // left over after all halvings

class Sampler {
  public:
    Sampler(const Parametric& f, const Box2& window, int budget)
        : f_(f), window_(window), reach_(widened(window, 0.25)), budget_(budget) {}

    SampledCurve run(double from, double to) {
        Sample a = sample(from);
        append(a);
        for (int i = 1; i <= first_pieces; ++i) {
            const Sample b = sample(from + (to - from) * i / first_pieces);
            piece(a, b, 0);
            a = b;
        }
        end_run();
        return std::move(result_);
    }

  private:
    struct Sample {
        double t;
        Vec2 p;
        bool good() const { return p.allFinite(); }
    };

    Sample sample(double t) {
        --budget_;
        return {t, f_(t)};
    }
    // About a half, never in step with a wave: equal steps would see a slow wave where there is a fast one.
    double uneven() {
        turn_ += 0.6180339887498949;
        turn_ -= std::floor(turn_);
        return 0.42 + 0.16 * turn_;
    }
    Vec2 scaled(const Vec2& by) const { return by.cwiseQuotient(window_.size()); }

    // Both ends beyond the same edge: whatever happens there is not seen.
    bool unseen(const Sample& a, const Sample& b) const {
        for (int axis = 0; axis < 2; ++axis)
            if ((a.p[axis] < reach_.lo[axis] && b.p[axis] < reach_.lo[axis]) ||
                (a.p[axis] > reach_.hi[axis] && b.p[axis] > reach_.hi[axis]))
                return true;
        return false;
    }

    bool flat(const Sample& a, const Sample& middle, const Sample& b) const {
        const Vec2 chord = scaled(b.p - a.p), to_middle = scaled(middle.p - a.p);
        const double length = chord.norm();
        if (length > 0.25) return false;  // long pieces are halved on principle: a symmetric wiggle hides in the middle
        if (length < 1e-12) return to_middle.norm() < flat_enough;
        const double along = chord.dot(to_middle) / (length * length);  // near 0 or 1: one half is a step
        return std::abs(chord.x() * to_middle.y() - chord.y() * to_middle.x()) / length < flat_enough &&
               (length < flat_enough || (along > 0.2 && along < 0.8));
    }

    // Adds everything after a up to and including b.
    void piece(const Sample& a, const Sample& b, int halvings) {
        if (!a.good() && !b.good() && halvings >= 4) return append(b);
        if (a.good() && b.good() && unseen(a, b)) return append(b);
        const bool finished = halvings >= (a.good() && b.good() ? most_halvings : 40);
        if (finished || budget_ <= 0) return finish(a, b, halvings);
        const Sample middle = sample(a.t + uneven() * (b.t - a.t));
        if (a.good() && b.good() && middle.good() && flat(a, middle, b)) {
            append(middle);
            append(b);
            return;
        }
        if (!a.good() && !middle.good() && !b.good()) return append(b);
        piece(a, middle, halvings + 1);
        piece(middle, b, halvings + 1);
    }

    void finish(const Sample& a, const Sample& b, int halvings) {
        if (budget_ <= 0 && halvings < most_halvings) result_.under_sampled = true;
        if (a.good() && b.good() && scaled(b.p - a.p).norm() > jump_size) end_run();
        append(b);
    }

    void append(const Sample& s) {
        if (s.good()) run_.push_back(s.p);
        else end_run();
    }

    void end_run() {
        for (auto& piece : clipped(std::span<const Vec2>(run_), reach_)) result_.runs.push_back(std::move(piece));
        run_.clear();
    }

    const Parametric& f_;
    Box2 window_, reach_;
    int budget_;
    double turn_ = 0;
    Points run_;
    SampledCurve result_;
};

}  // namespace

SampledCurve sample_curve(const Parametric& f, double from, double to, const Box2& window, int budget) {
    if (!std::isfinite(from) || !std::isfinite(to)) return {};
    return Sampler(f, window, budget).run(from, to);
}

namespace {

void tell_under_sampled(Panel& panel, Ink ink) {
    panel.note("Under-sampled: this curve wiggles faster than the picture can show. Zoom in.", ink);
}

// Where the values of a function lie when they cannot be told apart: a translucent band between their extremes.
void band(Panel& panel, const std::function<double(double)>& f, const Pen& pen) {
    constexpr int columns = 160, samples = 24;
    const Box2 reach = widened(panel.window, 0.25);
    Points above, below;
    for (int column = 0; column < columns; ++column) {
        double lo = infinity, hi = -infinity, turn = 0;
        for (int i = 0; i < samples; ++i) {
            turn = std::fmod(turn + 0.6180339887498949, 1.0);
            const double y = f(panel.window.lo.x() + panel.window.size().x() * (column + turn) / columns);
            if (!std::isfinite(y)) continue;
            lo = std::min(lo, y);
            hi = std::max(hi, y);
        }
        if (lo > hi) continue;
        const double x = panel.window.lo.x() + panel.window.size().x() * (column + 0.5) / columns;
        above.emplace_back(x, std::clamp(hi, reach.lo.y(), reach.hi.y()));
        below.emplace_back(x, std::clamp(lo, reach.lo.y(), reach.hi.y()));
    }
    Pen edge = pen;
    edge.dash = Dash::dotted;
    for (const Points& side : {above, below})
        if (side.size() > 1) panel.stroke(std::span<const Vec2>(side), edge);
    above.insert(above.end(), below.rbegin(), below.rend());
    if (above.size() > 2) panel.fill(std::span<const Vec2>(above), pen.ink, 0.25 * pen.opacity);
}

}  // namespace

bool curve(Panel& panel, const Parametric& f, double from, double to, const Pen& pen) {
    const SampledCurve sampled = sample_curve(f, from, to, panel.window);
    Pen drawn = pen;
    if (sampled.under_sampled) {
        drawn.dash = Dash::dotted;
        tell_under_sampled(panel, pen.ink);
    }
    for (const auto& run : sampled.runs) panel.stroke(std::span<const Vec2>(run), drawn);
    return !sampled.under_sampled;
}

bool curve(Panel& panel, const std::function<double(double)>& f, const Pen& pen) {
    const auto graph = [&](double x) { return Vec2(x, f(x)); };
    const SampledCurve sampled = sample_curve(graph, panel.window.lo.x(), panel.window.hi.x(), panel.window);
    if (sampled.under_sampled) {
        tell_under_sampled(panel, pen.ink);
        band(panel, f, pen);
        return false;
    }
    for (const auto& run : sampled.runs) panel.stroke(std::span<const Vec2>(run), pen);
    return true;
}

}  // namespace eigenscape
