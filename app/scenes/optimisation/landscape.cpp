// Sampling, colouring and marking a loss surface; see landscape.h.
// The map is sampled over the part of the region that is visible, so it stays sharp however far one zooms.
#include "app/scenes/optimisation/landscape.h"

#include "core/calculus/breaks.h"
#include "core/calculus/surfaces.h"
#include "core/memo.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/box_axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/level_numbers.h"
#include "viz/shapes/path.h"
#include "viz/shapes/surface.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr int samples = 161;  // per side of the surface
constexpr int level_count = 14;
constexpr std::size_t most_marked = 200;

std::map<std::string, double> constants_of(const Ground& ground) {
    return {{"kappa", ground.kappa}, {"phi", ground.phi}};
}

Landscape sampled(const Ground& ground) {
    Landscape land;
    land.field = scalar_field(ground.f.text, constants_of(ground));
    land.grid = land.field->on_grid(region_of(ground), samples, samples);
    land.relief = relief_of(land.grid);
    if (ground.heights == Heights::true_to_scale) land.relief.stretched = false;
    land.levels = land.relief.scale.levels(level_count);
    land.lines = level_lines(land.grid, land.levels, land.field);
    land.formula = land.field->expression().text();
    return land;
}

struct MapKey {
    const ScalarField* field;
    Box2 window;
    bool operator==(const MapKey&) const = default;
};

// The field is kept alive by the entry, so that its address stays its own.
struct MapGrid {
    std::shared_ptr<const ScalarField> field;
    Grid grid;
};

std::shared_ptr<const MapGrid> map_grid(const Landscape& land, const Box2& window) {
    static Memo<MapKey, MapGrid> remembered(8);
    return remembered({land.field.get(), window}, [&] {
        const double aspect = window.size().x() / window.size().y();
        const int columns = std::clamp(static_cast<int>(samples * std::sqrt(aspect)), 32, 512);
        const int rows = std::clamp(static_cast<int>(samples / std::sqrt(aspect)), 32, 512);
        return MapGrid{land.field, land.field->on_grid(window, columns, rows)};
    });
}

Box2 common(const Box2& a, const Box2& b) { return {a.lo.cwiseMax(b.lo), a.hi.cwiseMin(b.hi)}; }

// Room for the numbers along the frame. Where the panel is taller than the map, notes get theirs above it first.
Box2 with_margin(const Box2& box, const Vec2& panel_points) {
    constexpr double note_points = 110, number_points = 44;  // numbers such as −0.5 stand to the left
    Box2 home{box.lo - 0.1 * box.size(), box.hi + 0.06 * box.size()};
    home.lo.x() =
        std::min(home.lo.x(), box.lo.x() - box.size().x() * number_points / std::max(60.0, panel_points.x() - 70));
    const double unit = home.size().x() / panel_points.x(), spare = unit * panel_points.y() - home.size().y();
    const double for_notes = std::min(spare, unit * note_points);
    if (spare > 0) home.lo.y() -= 0.5 * (spare - for_notes), home.hi.y() += 0.5 * (spare + for_notes);
    return home;
}

// Down and a little smaller where the formulas in the upper left corner would cover the surface. A box that is turned
// about takes three quarters of its width in height.
View3 below_formulas(const Vec2& panel_points, double formula_points) {
    const double height = panel_points.y(), natural = std::min(height, 0.74 * panel_points.x());
    const double free = 0.5 * (height - natural), wanted = std::max(0.0, formula_points - free);
    const double lacking = std::min(wanted - std::min(wanted, free), 0.2 * height);
    View3 view{-1.1, 0.5};
    view.zoom = 1 - 0.5 * lacking / height;
    view.pan.y() = -(std::min(wanted, free) + 0.25 * lacking) / height;
    return view;
}

Mark mark_of(CriticalKind kind) {
    switch (kind) {
        case CriticalKind::minimum: return Mark::disc;
        case CriticalKind::maximum: return Mark::triangle;
        case CriticalKind::saddle: return Mark::cross;
        case CriticalKind::degenerate: return Mark::diamond;
        case CriticalKind::not_differentiable: return Mark::star;
    }
    return Mark::ring;
}

}  // namespace

Box2 region_of(const Ground& ground) {
    const Surface* known = find_surface(ground.f.text);
    const Box2 home = known ? known->home : Box2{{-4, -4}, {4, 4}};
    const Vec2 half = 0.5 * ground.width * home.size();
    return {home.center() - half, home.center() + half};
}

std::shared_ptr<const Landscape> landscape(const Ground& ground) {
    static Memo<Ground, Landscape> remembered(8);
    if (!scalar_field(ground.f.text, constants_of(ground))) return nullptr;
    return remembered(ground, [&] { return sampled(ground); });
}

Panel& landscape_space(Frame& frame, const Landscape& land, const Rect& place, double formula_points) {
    const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    Panel& space =
        frame.space("surface", box_over(land.grid, land.relief), place, below_formulas(points, formula_points));
    space.proportions = {1, land.region().size().y() / land.region().size().x(), 0.62};
    box_axes(space, {.z_ticks = height_ticks(land.relief)});
    surface(space, land.grid, land.relief, land.field);
    surface_lines(space, land.lines, land.relief);
    floor_lines(space, land.lines);
    return space;
}

Panel& landscape_map(Frame& frame, const Landscape& land, const Rect& place, MapStyle style) {
    const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    Panel& map = frame.plane("map", with_margin(land.region(), points), place);
    const Box2 shown = common(land.region(), map.window);
    if ((shown.size().array() <= 0).any()) return map;  // looked away: nothing to see there
    if (style == MapStyle::filled) filled_map(map, map_grid(land, shown)->grid, land.relief.scale, land.field);
    framed_numbers(map, shown);
    return map;
}

void map_levels(const Frame& frame, Panel& map, const Landscape& land, MapStyle style) {
    const Box2 shown = common(land.region(), map.window);
    if ((shown.size().array() <= 0).any()) return;
    Pen pen = level_pen();
    if (style == MapStyle::lines) pen.opacity = 0.9;
    numbered_lines(map, level_lines(map_grid(land, shown)->grid, land.levels, land.field), shown,
                   frame.stage().canvas_points, pen);
}

std::shared_ptr<const CriticalPoints> mark_critical_points(Panel& space, Panel& map, const Landscape& land) {
    const auto found = critical_points(*land.field, land.region());
    // Too many to tell apart are not marked at all.
    const std::size_t marked = found->points.size() > most_marked ? 0 : found->points.size();
    for (std::size_t i = 0; i < marked; ++i) {
        const CriticalPoint& point = found->points[i];
        map.dot(point.at, Ink::special, 9, mark_of(point.kind));
        const Vec3 at = land.relief.lift(point.at, point.value);
        if (at.z() <= space.box.hi.z() && at.z() >= space.box.lo.z())
            space.dot(at, Ink::special, 9, mark_of(point.kind)).depth = Depth::see_through;
    }
    for (const CriticalSet& set : found->sets)
        path(map, std::span<const Vec2>(set.path), {.ink = Ink::special, .width_points = 3, .dash = Dash::dotted}, 0);
    return found;
}

void critical_facts(Frame& frame, const CriticalPoints& found) {
    if (!found.complete) {
        const std::string missing = "Too many to be sure of all: narrow the region.";
        frame.undefined_fact("minima_in_view", missing, "Minima in view");
        frame.undefined_fact("maxima_in_view", missing, "Maxima in view");
        frame.undefined_fact("saddles_in_view", missing, "Saddles in view");
        frame.undefined_fact("minima", missing, "Minima (x, y, f)");
        return;
    }
    std::vector<std::vector<double>> minima;
    for (const auto& point : found.points)
        if (point.kind == CriticalKind::minimum) minima.push_back({point.at.x(), point.at.y(), point.value});
    frame.fact("minima_in_view", std::int64_t{found.count(CriticalKind::minimum)}, "Minima in view");
    frame.fact("maxima_in_view", std::int64_t{found.count(CriticalKind::maximum)}, "Maxima in view");
    frame.fact("saddles_in_view", std::int64_t{found.count(CriticalKind::saddle)}, "Saddles in view");
    if (minima.empty())
        frame.undefined_fact("minima", "There is no minimum with an upward curvature in view.", "Minima (x, y, f)");
    else frame.fact("minima", minima, "Minima (x, y, f)");
}

namespace {

// A step as the ground bends it, from the point after `from` on.
void add_bent(std::vector<Vec3>& bent, const Landscape& land, const Vec2& from, const Vec2& to) {
    const double longest = land.region().size().x() / 60;  // what may be straight
    const int pieces = std::clamp(static_cast<int>((to - from).norm() / longest) + 1, 1, 60);
    for (int k = 1; k <= pieces; ++k) bent.push_back(land.on_surface(from + (to - from) * k / pieces));
}

void draw_run(Panel& space, Panel& map, const Landscape& land, std::span<const Vec2> run, const Pen& pen) {
    path(map, run, pen, 0);
    std::vector<Vec3> bent = {land.on_surface(run.front())};
    for (std::size_t i = 1; i < run.size(); ++i) add_bent(bent, land, run[i - 1], run[i]);
    const std::vector<Vec3> shadow = on_floor(space, run);
    path(space, std::span<const Vec3>(shadow), {.ink = pen.ink, .width_points = 1.2, .opacity = 0.35 * pen.opacity}, 0);
    path(space, std::span<const Vec3>(bent), pen, 0);
}

}  // namespace

std::vector<Points> unbroken(const Landscape& land, std::span<const Vec2> stations) {
    std::vector<Points> runs;
    for (std::size_t first = 0; first < stations.size();) {
        std::size_t end = first + 1;
        while (end < stations.size() && !breaks_between(*land.field, stations[end - 1], stations[end])) ++end;
        for (Points& run : clipped(stations.subspan(first, end - first), land.region())) runs.push_back(std::move(run));
        first = end;
    }
    return runs;
}

void path_over(Panel& space, Panel& map, const Landscape& land, std::span<const Vec2> stations, const Trace& trace) {
    for (const Points& run : unbroken(land, stations)) draw_run(space, map, land, run, trace.pen);
    Points inside;
    std::vector<Vec3> lifted;
    for (const Vec2& p : stations)
        if (land.shows(p)) inside.push_back(p), lifted.push_back(land.on_surface(p));
    Pen dots = trace.pen;
    dots.width_points = 0;
    path(map, std::span<const Vec2>(inside), dots, trace.dot_points, trace.mark);
    path(space, std::span<const Vec3>(lifted), dots, trace.dot_points, trace.mark);
}

std::string outside_words(const Panel& map, const Vec2& p) {
    if (map.window.contains(p)) return {};
    return "The point (" + brief(p.x()) + ", " + brief(p.y()) +
           ") lies outside the part shown: widen the region, or reset the point.";
}

void place_point(Panel& space, Panel& map, const Landscape& land, const Vec2& p, const Placed& placed) {
    if (!map.window.contains(p)) return;
    map.dot(p, Ink::subject, 12, placed.mark);
    map.handle(p, placed.parameter, placed.words, Ink::subject);
    const Vec3 at = land.on_surface(p);
    if (!land.shows(p) || !at.allFinite()) return;
    const Vec3 shown(at.x(), at.y(), std::clamp(at.z(), space.box.lo.z(), space.box.hi.z()));
    const Vec3 below(at.x(), at.y(), space.box.lo.z());
    space.line(below, shown,
               {.ink = Ink::subject, .width_points = 1.2, .dash = Dash::dotted, .depth = Depth::see_through});
    space.dot(below, Ink::subject, 6).depth = Depth::see_through;
    space.dot(shown, Ink::subject, 12, placed.mark).depth = Depth::see_through;
    space.handle(shown, placed.parameter, placed.words + " over the surface", Ink::subject);
}

void explain_missing(Frame& frame, const Ground& ground) {
    Panel& map = frame.plane("map", {{-4, -4}, {4, 4}});
    axes(map);
    const auto problem = check_formula(ground.f.text, {"kappa", "phi"});
    const std::string reason = problem ? problem->message : "The formula has no value anywhere in view.";
    map.note(reason, Ink::negative);
    frame.undefined_fact("value", reason);
    frame.describe("No surface is drawn. " + reason);
}

}  // namespace eigenscape
