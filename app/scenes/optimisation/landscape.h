// A loss surface as both of its scenes show it: in space with its level lines and shadow, and as a map from above.
// Look one up with `landscape`, draw it with the functions below, then put points and paths on it with `on_surface`.
#pragma once

#include "app/model/param.h"
#include "app/model/value.h"
#include "core/calculus/scalar_field.h"
#include "core/optimize/critical_points.h"
#include "viz/frame.h"
#include "viz/shapes/level_lines.h"
#include "viz/shapes/relief.h"

#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

// How heights are drawn: `suited` spreads them where f is steep as a canyon, `true_to_scale` never does.
enum class Heights { suited, true_to_scale };

// How the map shows heights: coloured between its level lines, or by the lines alone.
enum class MapStyle { filled, lines };

struct Ground {
    Formula f{"himmelblau"};
    double kappa = 10, phi = 0.4;  // constants that f may name
    double width = 1;              // of the region, relative to the surface's home
    Heights heights = Heights::suited;
    bool operator==(const Ground&) const = default;
};

struct Landscape {
    std::shared_ptr<const ScalarField> field;
    Grid grid;  // over the region shown
    Relief relief;
    std::vector<double> levels;
    LevelLines lines;
    std::string formula;  // as people read it

    const Box2& region() const { return grid.box; }
    bool shows(const Vec2& p) const { return grid.box.contains(p); }
    Vec3 on_surface(const Vec2& p) const { return relief.lift(p, (*field)(p)); }
};

// Null when the formula is not understood. Remembered by its arguments.
std::shared_ptr<const Landscape> landscape(const Ground& ground);
Box2 region_of(const Ground& ground);

// `formula_points`: how far the formulas in its corner reach down; the surface keeps clear of them where it can.
Panel& landscape_space(Frame& frame, const Landscape& land, const Rect& place, double formula_points);
// The room that a tall panel has to spare lies above the map, where notes go. Its level lines come last, with
// `map_levels`: their numbers keep clear of all that has been drawn by then.
Panel& landscape_map(Frame& frame, const Landscape& land, const Rect& place, MapStyle style);
void map_levels(const Frame& frame, Panel& map, const Landscape& land, MapStyle style);

// Minima, maxima, saddles and points without a gradient, each kind with its own mark, in both panels.
std::shared_ptr<const CriticalPoints> mark_critical_points(Panel& space, Panel& map, const Landscape& land);
void critical_facts(Frame& frame, const CriticalPoints& found);

// The pieces of a path inside the region, between the steps that cross a pole, a jump or a hole.
std::vector<Points> unbroken(const Landscape& land, std::span<const Vec2> stations);

// A path over the land, on the map and on the surface: there it bends with the ground instead of cutting through it,
// and drops a shadow on the floor. No line is drawn where a step crosses a pole, a jump or a hole.
struct Trace {
    Pen pen;
    double dot_points = 4;
    Mark mark = Mark::disc;
};
void path_over(Panel& space, Panel& map, const Landscape& land, std::span<const Vec2> stations, const Trace& trace);

// A point that a parameter places: a mark and a handle on the map, and on the surface where it lies above the region.
// Outside the picture it is not drawn: `outside_words` is not empty then.
struct Placed {
    std::string parameter;
    std::string words;  // "Drag the point"
    Mark mark = Mark::disc;
};
void place_point(Panel& space, Panel& map, const Landscape& land, const Vec2& p, const Placed& placed);
std::string outside_words(const Panel& map, const Vec2& p);

// For a formula that cannot be drawn: says so instead of a picture.
void explain_missing(Frame& frame, const Ground& ground);

// The parameters of every scene with a landscape, between its own.
template <class S>
Params<S> landscape_params(Params<S> before, const Params<S>& after) {
    const Params<S> shared = {
        {"kappa",
         "κ",
         &S::kappa,
         {1, 100, "The constant kappa, for formulas that name it: the bowl's condition number.", "", Scale::log}},
        {"phi",
         "φ",
         &S::phi,
         {-1.5707963267948966, 1.5707963267948966, "The constant phi, for formulas that name it: the bowl's rotation.",
          "rad"}},
        {"width", "Region", &S::width, {0.1, 5, "How much is shown, relative to the surface's home.", "", Scale::log}},
        {"heights",
         "Heights",
         &S::heights,
         {{"suited", "true_to_scale"},
          "Spread steep heights so that flat parts can be seen, or draw them true to scale."}},
        {"map",
         "Map",
         &S::map_style,
         {{"filled", "lines"}, "Colour the map by height, or show its level lines alone."}}};
    before.insert(before.end(), shared.begin(), shared.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

}  // namespace eigenscape
