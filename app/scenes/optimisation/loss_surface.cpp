// Loss surface: a function of two weights as a landscape, with its slope and its bending at one point.
// Drag the point on the map or the surface, type any f(x, y), and see gradient, tangent plane and curvatures follow.
#include "app/scenes/list.h"
#include "app/scenes/optimisation/landscape.h"
#include "core/optimize/curvature.h"
#include "viz/number.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/path.h"
#include "viz/shapes/round.h"
#include "viz/shapes/surface.h"
#include "viz/shapes/ticks.h"
#include "viz/shapes/vector_field.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

enum class Sheet { tangent_plane, paraboloid, neither };
enum class Field { none, gradient, downhill };

struct LossSurface {
    Formula f{"himmelblau"};
    Vec2 p{1.4, -1};
    Sheet shown_sheet = Sheet::tangent_plane;
    double kappa = 10, phi = 0.4;
    double width = 1;
    Heights heights = Heights::suited;
    MapStyle map_style = MapStyle::filled;
    Field shown_field = Field::none;

    static Words words() {
        return {
            "loss-surface", "Loss surface", "Calculus and optimisation",
            "What does the loss look like around my weights?",
            "gradient contour level set tangent plane hessian curvature saddle minimum maximum critical point convex"};
    }
    static Params<LossSurface> params() {
        using S = LossSurface;
        return landscape_params<S>(
            {{"f", "f(x, y)", &S::f, Range("Any formula in x and y, or a surface from the library."),
              FormulaNames{.constants = {"kappa", "phi"}}},
             {"p", "Point", &S::p, {-25, 25, "Where slope and bending are looked at."}},
             {"sheet",
              "Sheet",
              &S::shown_sheet,
              {{"tangent_plane", "paraboloid", "neither"},
               "What is laid against the surface at the point: the plane with its slope, or the paraboloid with its "
               "bending too."}}},
            {{"field",
              "Field",
              &S::shown_field,
              {{"none", "gradient", "downhill"},
               "Arrows all over the map: the gradient, or the way down (its negative)."}}});
    }
    static std::vector<Preset> presets() {
        return {
            {"Four valleys", "Himmelblau: four minima, four saddles, one hilltop.", {"f=himmelblau"}},
            {"Curved valley",
             "Rosenbrock: look how unlike the two curvatures are in the valley.",
             {"f=rosenbrock", "p=[-0.5,0.3]"}},
            {"A saddle",
             "The gradient is zero, and yet it is no minimum: one curvature is negative.",
             {"f=\"x^2 - y^2\"", "p=[0,0]", "sheet=paraboloid", "width=0.5"}},
            {"Monkey saddle",
             "The Hessian is zero: curvature cannot decide.",
             {"f=monkey_saddle", "p=[0,0]", "sheet=paraboloid"}},
            {"Narrow bowl", "Turn kappa up: the bowl becomes a trench.", {"f=bowl", "p=[2,1]", "kappa=25"}},
            {"Egg box", "Rastrigin: a minimum in every pit.", {"f=rastrigin", "p=[0.6,0.4]", "width=0.5"}},
            {"A pole", "1/(x y) has no value on the axes: the surface is cut there.", {"f=\"1/(x*y)\"", "p=[1.5,1.5]"}},
            {"Downhill everywhere",
             "Arrows show which way is down from each point: see which valley they lead to.",
             {"f=himmelblau", "field=downhill", "map=lines", "sheet=neither"}},
            {"Your own", "Any formula works: derivatives are exact.", {"f=\"sin(x)*cos(y) + 0.1*x^2\"", "p=[1,0.5]"}}};
    }

    Ground ground() const { return {f, kappa, phi, width, heights}; }

    void draw(Frame& frame) const {
        const auto land = landscape(ground());
        if (!land || !land->relief.scale.has_values) return explain_missing(frame, ground());
        // Side by side; on a canvas that is not much wider than tall the map lies below, and what it says beside it.
        const Vec2 canvas = frame.stage().canvas_points;
        const bool stacked = canvas.x() < 1.3 * canvas.y();
        const std::string formula = "f(x, y) = " + land->field->expression().tex();
        const double taller = formula.find("\\frac") == std::string::npos ? 0 : 22;
        Panel& space = landscape_space(frame, *land, stacked ? Rect{0, 0, 1, 0.58} : Rect{0, 0, 0.58, 1},
                                       (stacked ? 85 : 80) + taller);
        Panel& map =
            landscape_map(frame, *land, stacked ? Rect{0.5, 0.56, 0.5, 0.44} : Rect{0.58, 0, 0.42, 1}, map_style);
        Panel& remarks = stacked ? frame.plane("remarks", {{0, 0}, {1, 1}}, {0, 0.6, 0.5, 0.4}) : map;
        space.formula(formula, 22);
        if (land->shows(p))
            space.formula(
                "\\nabla f(\\color{subject}{\\num{p[0]:.2f}}, \\color{subject}{\\num{p[1]:.2f}}) = "
                "\\color{gradient}{(\\num{gradient[0]:.3g},\\ \\num{gradient[1]:.3g})}",
                22);
        slope_field(frame, map, remarks, *land);
        const auto critical = mark_critical_points(space, map, *land);
        remarks.note(
            critical->complete ? critical->words : "Too many critical points to be sure of all: narrow the region.",
            Ink::special);
        critical_facts(frame, *critical);
        if (land->shows(p)) {
            lay_sheet(space, *land);
            gradient_arrow(map, remarks, *land, stacked ? 16 : 22);
            curvatures(space, map, *land);
        }
        place_point(space, map, *land, p, {"p", "Drag the point"});
        if (const std::string outside = outside_words(map, p); !outside.empty()) remarks.note(outside, Ink::negative);
        map_levels(frame, map, *land, map_style);
        state(frame, stacked ? remarks : space, *land);
    }

    double value(const Landscape& land) const { return (*land.field)(p); }
    Vec2 gradient(const Landscape& land) const { return land.field->gradient(p); }
    Mat2 hessian(const Landscape& land) const { return land.field->hessian(p); }

    void lay_sheet(Panel& space, const Landscape& land) const {
        const Vec2 slope = gradient(land);
        const Mat2 bend = shown_sheet == Sheet::paraboloid ? hessian(land) : Mat2(Mat2::Zero());
        if (shown_sheet == Sheet::neither || !slope.allFinite() || !bend.allFinite() || !std::isfinite(value(land)))
            return;
        if (land.relief.stretched)  // a plane would not look like one
            return space.note("Heights are spread out here, so no sheet is laid on: choose Heights: true to scale.",
                              Ink::faint);
        const Vec2 half = 0.16 * land.region().size();
        sheet(
            space, {p - half, p + half},
            [=, here = p, height = value(land)](const Vec2& q) {
                const Vec2 d = q - here;
                return height + slope.dot(d) + 0.5 * d.dot(bend * d);
            },
            land.relief, Ink::sheet);
    }

    void slope_field(Frame& frame, Panel& map, Panel& remarks, const Landscape& land) const {
        if (shown_field == Field::none) return;
        const double sign = shown_field == Field::downhill ? -1 : 1;
        const double typical =
            vector_field(map, land.region(), frame.stage().canvas_points,
                         [&](const Vec2& q) { return Vec2(sign * land.field->gradient(q)); },
                         {.ink = map_style == MapStyle::filled ? Ink::text : Ink::gradient, .opacity = 0.7});
        const std::string way = shown_field == Field::downhill ? "downhill" : "along the gradient";
        remarks.note("Small arrows point " + way + "; lengths are compressed, " + brief(typical, 2) +
                         " is drawn half as long as can be.",
                     Ink::faint);
    }

    // Arrows of one picture share a factor, a round one chosen from the slopes in view, so lengths can be compared.
    double arrow_factor(const Landscape& land) const {
        const Vec2 center = land.region().center(), quarter = 0.25 * land.region().size();
        double steep = 0;
        for (const double x : {-1.0, 0.0, 1.0})
            for (const double y : {-1.0, 0.0, 1.0})
                if (const double g = land.field->gradient(center + quarter.cwiseProduct(Vec2(x, y))).norm();
                    std::isfinite(g))
                    steep = std::max(steep, g);
        return steep > 0 ? round_step(0.12 * land.region().size().x() / steep) : 1;
    }

    void gradient_arrow(Panel& map, Panel& remarks, const Landscape& land, double name_points) const {
        const Vec2 slope = gradient(land);
        if (!slope.allFinite()) return remarks.note("Not differentiable here: there is no gradient.", Ink::negative);
        const double factor = arrow_factor(land);
        const Vec2 tip = p + factor * slope;
        arrow(map, p, tip, Ink::gradient);
        if (map.window.contains(tip))
            map.label(tip, "\\nabla f \\times " + brief(factor), Ink::gradient, name_side(land, tip, slope))
                .size_points = name_points;
        remarks.note("Drag the point: its gradient points the steepest way up, across the level lines; it is " +
                         brief(slope.norm()) + " long.",
                     Ink::gradient);
    }

    // Beyond the tip, but inwards near the map's left and right edges: names stay inside the frame.
    static Vec2 name_side(const Landscape& land, const Vec2& tip, const Vec2& slope) {
        Vec2 side = slope.stableNorm() > 0 ? Vec2(slope.stableNormalized()) : Vec2(0, 1);
        if (std::abs(side.y()) < 0.5)
            side.y() = 0.5;  // not along the arrow: the principal directions are drawn there too
        const double off = (tip.x() - land.region().center().x()) / (0.5 * land.region().size().x());
        if (std::abs(off) > 0.45 && off * side.x() > 0) side = {0, side.y() < 0 ? -1.0 : 1.0};
        if (std::abs(off) > 0.7) side = {off > 0 ? -0.8 : 0.8, side.y() < 0 ? -1.0 : 1.0};
        return side;
    }

    // Along each principal direction the surface bends like a parabola: upwards in one ink, downwards in another.
    void curvatures(Panel& space, Panel& map, const Landscape& land) const {
        const Mat2 H = hessian(land);
        if (!H.allFinite()) return;
        const Curvature bend = curvature(H);
        const double reach = 0.13 * land.region().size().x();
        for (const auto& [amount, axis] : {std::pair{bend.low, bend.low_axis}, std::pair{bend.high, bend.high_axis}}) {
            const Ink ink = amount > 0 ? Ink::positive : amount < 0 ? Ink::negative : Ink::ghost;
            const Pen pen{.ink = ink, .width_points = 2.5, .dash = amount < 0 ? Dash::dashed : Dash::solid};
            if (const auto part = clipped(Segment2(p - reach * axis, p + reach * axis), land.region()))
                map.line(part->first, part->second, pen);
            std::vector<Vec3> along;
            for (int i = -20; i <= 20; ++i) along.push_back(land.on_surface(p + reach * i / 20.0 * axis));
            along = unbroken_about_middle(std::move(along), 0.3 * space.box.size().z());
            Pen over = pen;
            over.depth = Depth::see_through;
            path(space, std::span<const Vec3>(along), over, 0);
        }
    }

    // The part around the middle point up to the first jump of more than `tallest`: nothing is drawn across a pole.
    static std::vector<Vec3> unbroken_about_middle(std::vector<Vec3> line, double tallest) {
        const auto middle = static_cast<std::ptrdiff_t>(line.size() / 2);
        const auto joined = [&](std::ptrdiff_t i) {
            return std::abs(line[static_cast<std::size_t>(i + 1)].z() - line[static_cast<std::size_t>(i)].z()) <=
                   tallest;
        };
        std::ptrdiff_t first = middle, last = middle;
        while (first > 0 && joined(first - 1)) --first;
        while (last + 1 < static_cast<std::ptrdiff_t>(line.size()) && joined(last)) ++last;
        return {line.begin() + first, line.begin() + last + 1};
    }

    void state(Frame& frame, Panel& words, const Landscape& land) const {
        const Vec2 slope = gradient(land);
        const Mat2 H = hessian(land);
        frame.fact("point", p);
        frame.fact("value", value(land), "f at the point");
        const std::string smooth = "f is not differentiable here.";
        if (slope.allFinite()) frame.fact("gradient", slope), frame.fact("gradient_length", slope.stableNorm());
        else frame.undefined_fact("gradient", smooth), frame.undefined_fact("gradient_length", smooth);
        if (H.allFinite()) {
            const Curvature bend = curvature(H);
            frame.fact("hessian", H);
            frame.fact("curvatures", std::vector<double>{bend.low, bend.high},
                       "Principal curvatures (eigenvalues of the Hessian)");
            words.note(bending_words(bend), bend.low < 0 ? Ink::negative : Ink::positive);
        } else {
            frame.undefined_fact("hessian", smooth);
            frame.undefined_fact("curvatures", smooth, "Principal curvatures (eigenvalues of the Hessian)");
        }
        frame.describe("The surface z = " + land.formula + " and its contour map. A point at (" + fixed(p.x()) + ", " +
                       fixed(p.y()) + ") at height " + brief(value(land)) +
                       " with its gradient, a touching sheet and its two principal curvatures.");
    }

    static std::string bending_words(const Curvature& bend) {
        const std::string both = brief(bend.low) + " and " + brief(bend.high);
        if (bend.low > 0) return "It bends upwards in every direction here: curvatures " + both + ".";
        if (bend.high < 0) return "It bends downwards in every direction here: curvatures " + both + ".";
        if (bend.low < 0 && bend.high > 0)
            return "Like a saddle here: it bends down one way and up the other, " + both + ".";
        return "Flat in some direction here: curvatures " + both + ".";
    }

    bool operator==(const LossSurface&) const = default;
};

}  // namespace

Scene loss_surface() { return scene_of<LossSurface>(); }

}  // namespace eigenscape
