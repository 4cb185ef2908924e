// The population and one sample of it; see central_rows.h.
// Draws fall from the curve above and come to rest in stacks, so that a sample looks like what it is: points, not bars.
#include "app/scenes/probability/central_rows.h"

#include "core/probability/summary.h"
#include "viz/ease.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/histogram_bars.h"
#include "viz/shapes/ticks.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace eigenscape {
namespace {

double tallest(const Population& from) {
    if (from.is_drawn()) return 10;
    double top = 0;
    for (int i = 0; i <= 400; ++i) {
        const double x = std::lerp(from.low, from.high, i / 400.0);
        if (const double d = from.density(from.discrete() ? std::round(x) : x); std::isfinite(d))
            top = std::max(top, d);
    }
    return top;
}
Points sorted(Points knots) {
    std::ranges::stable_sort(knots, {}, [](const Vec2& p) { return p.x(); });
    return knots;
}

Points sampled_density(const Panel& row, const Population& from) {
    Points line;
    if (from.law.family == Family::uniform) {
        const double height = from.density(from.mean);
        return {{from.law.a, 0}, {from.law.a, height}, {from.law.b, height}, {from.law.b, 0}};
    }
    const double low = from.law.family == Family::exponential ? 0 : row.window.lo.x(), high = row.window.hi.x();
    for (int i = 0; low < high && i <= 400; ++i) {
        const double x = std::lerp(low, high, i / 400.0);
        line.emplace_back(x, from.density(x));
    }
    return line;
}

void outline(Panel& row, const Points& line) {
    if (line.size() < 2) return;
    Points ring = line;
    ring.emplace_back(line.back().x(), 0);
    ring.emplace_back(line.front().x(), 0);
    row.fill(std::span<const Vec2>(ring), population_ink, 0.3);
    row.stroke(std::span<const Vec2>(line), {.ink = population_ink, .width_points = 2.5});
}

void masses(Panel& row, const Population& from) {
    const double width = from.law.a > 1 ? 0.5 : 0.1;
    for (int k = 0; k <= static_cast<int>(from.law.a); ++k) bar(row, k, width, from.density(k), population_ink, 0.4);
}

void mean_line(Panel& row, double at, double height, Ink ink, const std::string& name) {
    row.line(Vec2(at, row.window.lo.y()), Vec2(at, height), {.ink = ink, .width_points = 1.6, .dash = Dash::dotted});
    Label& label = row.label(Vec2(at, height), name, ink, {0, 1});
    label.size_points = 16;
    label.gap_points = 3;
}

std::vector<double> draws_of(const Population& from, const FallingSample& falling) {
    std::vector<double> x(static_cast<std::size_t>(falling.n));
    from.sampler()(Stream(static_cast<std::uint64_t>(falling.seed)), falling.number * x.size(), x);
    return x;
}

// How many of x lie beyond the window.
std::size_t stack(Panel& row, const std::vector<double>& x, double part) {
    constexpr int columns = 110;
    std::map<long, int> counts, placed;
    const double wide = row.home.size().x() / columns;
    const auto column = [&](double v) { return static_cast<long>(std::floor((v - row.home.lo.x()) / wide)); };
    std::size_t outside = 0;
    int most = 1;
    for (const double v : x)
        if (inside(row, v)) most = std::max(most, ++counts[column(v)]);
        else ++outside;
    const double step = std::min(0.075, 0.62 / most);
    for (const double v : x) {
        if (!inside(row, v)) continue;
        const double rest = 0.14 + (0.5 + placed[column(v)]++) * step;
        row.dot(Vec2(v, std::lerp(1.0, rest, part)), sample_ink, std::clamp(110 * step, 3.0, 8.0));
    }
    return outside;
}

}  // namespace

void headline(Panel& row, const std::string& words, Ink ink) {
    Label& label = row.label(Vec2(row.window.lo.x(), row.window.hi.y()), tex_prose(words), ink, {1, -1});
    label.size_points = 15;
    label.gap_points = 9;
}

void bracket(Panel& row, double middle, double reach, double height, Ink ink, const std::string& name) {
    const double tick = 0.03 * row.home.size().y();
    for (const double end : {middle - reach, middle + reach})
        row.line(Vec2(end, height - tick), Vec2(end, height + tick), {.ink = ink, .width_points = 2});
    row.line(Vec2(middle - reach, height), Vec2(middle + reach, height), {.ink = ink, .width_points = 2});
    row.label(Vec2(middle + reach, height), name, ink, {1, 0}).size_points = 15;
}

void population_row(Frame& frame, const Rect& place, const Population& from, const Points& drawn) {
    Panel& row = frame.chart("population", {{from.low, 0}, {from.high, 1.45 * tallest(from)}}, place);
    chart_axes(row);
    if (from.is_drawn()) outline(row, sorted(drawn));
    else if (from.discrete()) masses(row, from);
    else outline(row, sampled_density(row, from));
    if (from.has_moments()) {
        mean_line(row, from.mean, 1.05 * tallest(from), population_ink, "\\mu");
        bracket(row, from.mean, from.sd, 1.05 * tallest(from), population_ink, "\\sigma");
    }
    if (from.is_drawn())
        for (const Vec2& knot : drawn) row.handle(knot, "drawn", "Drag a corner of the population", population_ink);
    headline(row, "1. Population: " + from.words, population_ink);
}

// Draws fall from the population above and come to rest in stacks; their mean goes down, past them, to the pile.
void sample_row(Frame& frame, const Rect& place, const Population& from, const FallingSample& falling) {
    Panel& row = frame.chart("sample", {{from.low, 0}, {from.high, 1.25}}, place);
    for (const Tick& tick : ticks(row.window.lo.x(), row.window.hi.x(), 12))
        row.line(Vec2(tick.at, row.window.lo.y()), Vec2(tick.at, row.window.hi.y()),
                 {.ink = Ink::still_minor, .width_points = 1});
    const std::vector<double> x = draws_of(from, falling);
    const double mean = summary(x).mean, part = falling.part;
    const std::size_t outside = stack(row, x, smooth(part / 0.6));
    if (const double gone = smooth((part - 0.55) / 0.45); part > 0.55 && inside(row, mean)) {
        row.line(Vec2(mean, 0), Vec2(mean, 0.8), {.ink = means_ink, .width_points = 2});
        row.dot(Vec2(mean, std::lerp(0.8, 0.07, gone)), means_ink, 13, Mark::diamond);
        row.label(Vec2(mean, 0.8), "\\bar x = " + tex_words(fixed(mean)), means_ink, {1, 0.3}).size_points = 16;
    }
    std::string title = "2. One sample: number " + std::to_string(falling.number + 1) + ", " +
                        (falling.n == 1 ? "a single draw" : std::to_string(falling.n) + " draws") + " and their mean";
    if (falling.n == 1) title.replace(title.find(" and their"), std::string::npos, ", its own mean");
    if (outside > 0) title += "; " + std::to_string(outside) + " beyond the edges";
    headline(row, title, sample_ink);
}

}  // namespace eigenscape
