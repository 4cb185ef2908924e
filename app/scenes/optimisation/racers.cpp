// The loss strip of a race; see racers.h.
// Curves run faintly to their end and strongly up to the step shown.
#include "app/scenes/optimisation/racers.h"

#include "core/optimize/critical_points.h"
#include "core/optimize/methods.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/path.h"
#include "viz/shapes/point_plane.h"
#include "viz/tex/typeset.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double most_loss_decades = 12;
constexpr std::array<Mark, 8> marks = {Mark::disc,          Mark::square, Mark::diamond, Mark::triangle,
                                       Mark::triangle_down, Mark::star,   Mark::ring,    Mark::cross};

double lowest_known(const Landscape& land, std::span<const Racer> racers) {
    double lowest = infinity;
    for (const auto& point : critical_points(*land.field, land.region())->points)
        if (std::isfinite(point.value)) lowest = std::min(lowest, point.value);
    for (const Racer& racer : racers)
        for (const double value : racer.run.values)
            if (std::isfinite(value)) lowest = std::min(lowest, value);
    return lowest;
}

// Losses in decades above the lowest known, and which of them the strip shows.
struct LossScale {
    double lowest, bottom, top;
    double height(double loss) const { return std::log10(std::max(loss - lowest, 1e-300)); }
};

LossScale scale_of(const Landscape& land, std::span<const Racer> racers) {
    LossScale scale{lowest_known(land, racers), 0, 1};
    const double first = racers.empty() ? undefined : racers.front().run.values.front() - scale.lowest;
    if (std::isfinite(first) && first > 0) scale.top += std::ceil(std::log10(first));
    scale.bottom = scale.top - 3;
    for (const Racer& racer : racers)
        for (const double value : racer.run.values)
            scale.bottom = std::min(scale.bottom, std::floor(scale.height(value)));
    scale.bottom = std::max(scale.bottom, scale.top - most_loss_decades);
    return scale;
}

void draw_losses(Panel& strip, const Racer& racer, const LossScale& scale, RaceClock clock) {
    Points curve;
    for (std::size_t k = 0; k < racer.run.values.size(); ++k)
        curve.emplace_back(static_cast<double>(k), std::max(scale.height(racer.run.values[k]), scale.bottom));
    Pen ghost = racer.pen;
    ghost.opacity = 0.35;
    ghost.width_points = 1.2;
    path(strip, std::span<const Vec2>(curve), ghost, 0);
    const auto shown = taken(std::span<const Vec2>(curve), clock.now);
    path(strip, shown, racer.pen, 0);
    // One that has left upwards waits at the edge: a note tells what became of it.
    const Vec2& last = shown.back();
    if (last.x() <= clock.most && std::isfinite(last.x()))
        strip.dot(Vec2(last.x(), std::isnan(last.y()) ? scale.top : std::min(last.y(), scale.top)), racer.pen.ink, 9,
                  racer.mark);
}

// Who is who, one below the other beside the strip, where no curve passes.
void name_racers(Panel& legend, std::span<const Racer> racers) {
    const double row = std::min(22.0, (legend.home.hi.y() - 24) / static_cast<double>(racers.size()));
    for (std::size_t i = 0; i < racers.size(); ++i) {
        const Vec2 at(20, legend.home.hi.y() - 24 - row * static_cast<double>(i)), half(14, 0);
        legend.line(Vec2(at - half), Vec2(at + half), racers[i].pen);
        legend.dot(at, racers[i].pen.ink, 9, racers[i].mark);
        Label& label =
            legend.label(Vec2(at + half), tex_words(info(racers[i].method).title), racers[i].pen.ink, {1, 0});
        label.size_points = 14;
        label.gap_points = 5;
    }
}

}  // namespace

Pen pen_of(Method method) {
    const int i = static_cast<int>(method);
    return {.ink = static_cast<Ink>(static_cast<int>(Ink::racer_1) + i),
            .width_points = 2.6,
            .dash = i % 2 ? Dash::dashed : Dash::solid,
            .depth = Depth::see_through};
}

Mark mark_of(Method method) { return marks[static_cast<std::size_t>(method)]; }

void loss_strip(Frame& frame, const Rect& place, const Landscape& land, std::span<const Racer> racers,
                RaceClock clock) {
    const LossScale scale = scale_of(land, racers);
    constexpr double legend_points = 150;
    const double legend = std::min(0.3, legend_points / std::max(1.0, frame.stage().canvas_points.x()));
    Panel& strip = frame.chart("loss", {{0, scale.bottom}, {double(clock.most), scale.top}},
                               {place.x, place.y, place.width - legend, place.height});
    chart_axes(strip, {.x_title = "step", .y_title = "loss above the lowest known", .log_y = true});
    for (const Racer& racer : racers) draw_losses(strip, racer, scale, clock);
    name_racers(point_plane(frame, "racers", {place.x + place.width - legend, place.y, legend, place.height}), racers);
}

}  // namespace eigenscape
