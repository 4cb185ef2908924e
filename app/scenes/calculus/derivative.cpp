// Derivative: the slope of a curve at a point, from secants that close in on it until rounding gets in their way.
// Drag P along the curve and Q towards P; the microscope, the curve of slopes, the number lines and the errors follow.
#include "app/scenes/calculus/error_valley.h"
#include "app/scenes/calculus/microscope.h"
#include "app/scenes/calculus/number_lines.h"
#include "app/scenes/calculus/slope_curve.h"
#include "app/scenes/list.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/line.h"
#include "viz/shapes/round.h"
#include "viz/window.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

enum class Secant { forward, central };

struct Derivative {
    Formula f{"x^3/4 - x"};
    double x = 1.6;
    double k = 0;
    Secant secant = Secant::forward;
    double zoom = 25;
    double reach = 3;
    double slopes = 3;

    static Words words() {
        return {"derivative", "Derivative", "Calculus and optimisation", "How steep is a curve at one single point?",
                "slope tangent secant difference quotient limit rate of change numerical differentiation rounding h "
                "corner kink jump pole"};
    }
    static Params<Derivative> params() {
        using S = Derivative;
        return {
            {"f", "f(x)", &S::f, Range("Any formula in x."),
             FormulaNames{.variables = {"x"},
                          .constants = {},
                          .examples = {"x^3/4 - x", "sin(x)", "exp(x)", "ln(x)", "abs(x)", "cbrt(x)", "floor(x)", "1/x",
                                       "x^2*sin(1/x)", "sin(100x)", "sqrt(1 - x^2)", "sigmoid(x)", "relu(x)"}}},
            {"x", "Point x", &S::x, {-10, 10, "Where the slope is wanted: the point P stands above this x."}},
            {"k", "Closeness", &S::k, {0, 16, "Q stands h = 10⁻ᵏ from P: one more is ten times closer."}, plays(8)},
            {"secant",
             "Secant",
             &S::secant,
             {{"forward", "central"},
              "From P to Q ahead of it, or from as far behind P to Q: the same work, a far smaller error."}},
            {"zoom",
             "Microscope",
             &S::zoom,
             {1, 1e6, "How many times narrower the microscope's field is than the graph.", "", Scale::log}},
            {"reach",
             "Region",
             &S::reach,
             {0.01, 10, "The graph is shown from minus this x to this x.", "", Scale::log}},
            {"slopes",
             "Slopes shown",
             &S::slopes,
             {0.5, 1000, "The curve of slopes is shown from minus this to this: it never rescales by itself.", "",
              Scale::log}}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Secant to tangent",
             "Play: Q runs into P, and the secant turns into the tangent.",
             {"f=\"x^3/4 - x\"", "x=1.6", "k=0"}},
            {"Too close",
             "Nearer is not always better: below the best h the error grows again, by rounding.",
             {"f=\"sin(x)\"", "x=1", "k=13"}},
            {"Two-sided secant",
             "Two slopes in the error chart: the central secant gains two digits where the other gains one.",
             {"f=\"exp(x)\"", "x=-1", "k=0.3", "secant=central"}},
            {"Its own slope",
             "exp: height and slope are the same number, wherever you stand.",
             {"f=\"exp(x)\"", "x=-0.7", "k=0.5"}},
            {"A corner",
             "Magnify as far as you like: |x| never looks straight at 0.",
             {"f=\"abs(x)\"", "x=0", "k=0.3"}},
            {"Upright",
             "The cube root has a tangent at 0, but no slope: it stands upright.",
             {"f=\"cbrt(x)\"", "x=0", "k=1", "slopes=10"}},
            {"Steps", "floor is flat wherever it has a slope, and yet it climbs.", {"f=\"floor(x)\"", "x=1", "k=0.4"}},
            {"A pole",
             "1/x goes down on both sides of 0: slopes are negative everywhere, and yet its right half is higher.",
             {"f=\"1/x\"", "x=1.2", "k=0"}},
            {"Endless wiggles",
             "x² sin(1/x) has no value at 0, tends to 0, and its slopes swing for ever.",
             {"f=\"x^2*sin(1/x)\"", "x=0", "k=0.5", "reach=0.4", "slopes=2"}},
            {"A fast wave",
             "The secant jumps over whole waves and says: nearly flat. The slope is near 100.",
             {"f=\"sin(100x)\"", "x=0.5027", "k=1.2", "reach=1", "slopes=150", "zoom=40"}}};
    }

    TwoPoints now() const { return two_points(one_variable(f), x, std::pow(10, -k), central()); }
    bool central() const { return secant == Secant::central; }
    double field() const { return reach / zoom; }  // half the width of what the microscope shows

    void draw(Frame& frame) const {
        if (!one_variable(f)) return explain_missing(frame);
        const TwoPoints n = now();
        Panel& graph = draw_graph(frame, n);
        draw_slope_curve(frame, slopes_place, n, {graph.window.lo.x(), graph.window.hi.x()}, slopes);
        draw_microscope(frame, microscope_place, n, field());
        draw_number_lines(frame, lines_place, n);
        draw_error_valley(frame, errors_place, f, n, k, central());
        state(frame, n);
    }

    void explain_missing(Frame& frame) const {
        const std::string reason = "The formula is not understood.";
        Panel& graph = frame.plane("graph", {{-3, -2}, {3, 2}});
        graph.note(reason, Ink::negative);
        frame.undefined_fact("slope", reason);
        frame.describe(reason);
    }

    // Both axes have one scale, so that a slope of 1 looks like 45°. Zero is in the middle of what the formulas leave
    // free.
    Box2 home(const Frame& frame, const Rect& place) const {
        const Rect plot = plot_area(place_on(place, frame.stage().canvas_points), true);
        const double half = reach * plot.height / plot.width;
        constexpr double formulas_height = 130;  // points of the plot that lie under them
        const double covered = std::clamp(formulas_height / plot.height, 0.0, 0.6);
        return {{-reach, (covered - 1) * half}, {reach, (covered + 1) * half}};
    }

    static constexpr Rect graph_place{0, 0, 0.6, 0.66}, slopes_place{0, 0.66, 0.6, 0.34};
    static constexpr Rect microscope_place{0.6, 0, 0.4, 0.4}, lines_place{0.6, 0.4, 0.4, 0.26},
        errors_place{0.6, 0.66, 0.4, 0.34};

    Panel& draw_graph(Frame& frame, const TwoPoints& n) const {
        Panel& graph = frame.chart("graph", home(frame, graph_place), graph_place);
        chart_axes(graph, {.x_title = "$x$", .y_title = {}});
        draw_zero_lines(graph);
        draw_plumb_line(graph, n);
        draw_graph_of(graph, [&](double u) { return (*n.f)(u); }, {.ink = Ink::subject, .width_points = 3});
        draw_tangents(graph, n);
        secant_line(graph, n);
        lens(graph, n);
        points(graph, n);
        graph.formula("f(x) = " + short_tex(n.f->f), 22);
        graph.formula(live_quotient(), 20);
        if (const std::string words = words_of(n.here); !words.empty()) graph.note(words, Ink::negative);
        else graph.note("Drag P along the curve, and Q towards P.", Ink::faint);
        return graph;
    }

    std::string live_quotient() const {
        const std::string at = "\\color{subject}{\\num{x:.2f}}", step = std::string("\\color{special}{10^{") +
                                                                        (k > 0 ? "-" : "") +
                                                                        "\\num{k:.2f}} = \\num{h:.3g}}";
        const bool both = central();
        return "\\dfrac{f(" + at + " + h) - f(" + at + (both ? " - h" : "") + ")}{" + (both ? "2h" : "h") +
               "} = \\color{special}{\\num{secant_slope:.6g}}\\qquad h = " + step;
    }

    void secant_line(Panel& graph, const TwoPoints& n) const {
        if (std::isnan(n.secant_slope)) return;
        line_through(graph, n.Q(), {1, n.secant_slope},
                     {.ink = Ink::special, .width_points = 2.2, .dash = Dash::dashed});
        const Vec2 foot(n.ahead, n.bottom);
        side(graph, n.start(), foot, Ink::first, central() ? "2h" : "h", {0, n.secant_slope < 0 ? 1.0 : -1.0});
        side(graph, foot, n.Q(), Ink::second, "\\Delta f", {1, 0});
    }

    // A side of the triangle, named where there is room.
    static void side(Panel& graph, const Vec2& from, const Vec2& to, Ink ink, const std::string& name,
                     const Vec2& toward) {
        const auto piece = clipped(Segment2{from, to}, graph.window);
        if (!piece) return;
        graph.line(piece->first, piece->second, {.ink = ink, .width_points = 2.4});
        if ((piece->second - piece->first).norm() > 0.06 * graph.window.size().x())
            graph.label(Vec2(0.5 * (piece->first + piece->second)), name, ink, toward);
    }

    void lens(Panel& graph, const TwoPoints& n) const {
        if (zoom >= 1.5 && field() > 0.008 * graph.window.size().x() && graph.window.contains(n.P()))
            circle(graph, n.P(), field(), {.ink = Ink::ghost, .width_points = 1.4});
    }

    // Rings where values tend to without getting there: a hole, the open end of a jump.
    static void open_ends(Panel& graph, const TwoPoints& n) {
        for (const OneSided& side : {n.here.left_value, n.here.right_value})
            if (n.here.kind != Behaviour::smooth && !(std::abs(side.value - n.here.value) < 1e-4))
                name_point(graph, {n.x, side.value}, Ink::subject, Mark::ring);
    }

    void points(Panel& graph, const TwoPoints& n) const {
        open_ends(graph, n);
        const bool apart = n.h > 0.03 * graph.window.size().x();
        if (central()) name_point(graph, n.start(), Ink::special, Mark::ring);
        name_point(graph, n.Q(), Ink::special, Mark::disc, apart ? "Q" : "", {1, 1});
        name_point(graph, n.P(), Ink::subject, Mark::disc, "P", {-1, 1});
        graph
            .handle(within_reach(graph, n.Q()), "k", "Drag Q: towards P the secant turns into the tangent",
                    Ink::special)
            .follows = Follows::across;
        graph.handle(within_reach(graph, n.P()), "x", "Drag P along the curve", Ink::subject).follows = Follows::across;
    }

    void state(Frame& frame, const TwoPoints& n) const {
        const std::string why = words_of(n.here);
        frame.fact("behaviour", name_of(n.here.kind), "What f does here");
        const std::string no_secant =
            n.ahead == x ? "h is so small that x + h is x itself: 0/0." : "f has no value at P or at Q.";
        frame.number_fact("value", n.here.value, "f has no value here.", "f(x)");
        frame.number_fact("slope", n.here.slope, why, "f′(x)");
        frame.fact("h", n.h, "Step h");
        frame.number_fact("secant_slope", n.secant_slope, no_secant, "Slope of the secant");
        frame.number_fact("secant_error", n.secant_slope - n.here.slope, "There is no slope to compare, or no secant.",
                          "Error of the secant's slope");
        frame.number_fact("left_slope", n.here.left_slope.value, "The slopes from the left tend to no number.",
                          "Slope from the left");
        frame.number_fact("right_slope", n.here.right_slope.value, "The slopes from the right tend to no number.",
                          "Slope from the right");
        frame.number_fact("best_h", std::isfinite(n.here.slope) ? best_h(f, x, central()) : undefined,
                          "No h is best: the truncation error or the derivative it depends on is missing.", "Best h");
        frame.number_fact("bend", std::isfinite(n.here.slope) ? bend_in(n, field()) : undefined,
                          "There is no tangent, or f has no value nearby.", "Bend left in the microscope");
        frame.describe("The graph of f(x) = " + n.f->f.text() + " with a point P at x = " + fixed(x) +
                       " and Q at distance h = " + brief(n.h, 3) + ". The secant through them has slope " +
                       fixed(n.secant_slope, 4) + ", the tangent at P " + fixed(n.here.slope, 4) + ". " + why);
    }

    bool operator==(const Derivative&) const = default;
};

}  // namespace

Scene derivative() { return scene_of<Derivative>(); }

}  // namespace eigenscape
