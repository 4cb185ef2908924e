// Derivative: the slope of a curve at a point, from secants that close in on it until rounding gets in their way.
// Drag x along its axis and Q towards P; the microscope, the curve of slopes, the number lines and the errors follow.
#include "app/scenes/calculus/one_variable.h"
#include "app/scenes/list.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/line.h"
#include "viz/shapes/path.h"
#include "viz/shapes/round.h"
#include "viz/tex/typeset.h"
#include "viz/window.h"

#include <algorithm>
#include <cmath>
#include <functional>

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

    // What all panels speak of.
    struct Now {
        std::shared_ptr<const OneVariable> f;
        LocalBehaviour here;
        double x = 0, h = 0;
        double ahead = 0, behind = 0;                // the two ends of the secant, as doubles have them
        double top = undefined, bottom = undefined;  // f there
        double secant_slope = undefined;
        Vec2 P() const { return {x, here.value}; }
        Vec2 Q() const { return {ahead, top}; }
        Vec2 start() const { return {behind, bottom}; }
    };

    Now now() const {
        Now n{one_variable(f), {}, x, std::pow(10, -k)};
        n.here = behaviour_at(n.f->f, n.f->derivative, x);
        n.ahead = x + n.h;
        n.behind = secant == Secant::central ? x - n.h : x;
        n.top = (*n.f)(n.ahead);
        n.bottom = (*n.f)(n.behind);
        const double slope = (n.top - n.bottom) / (n.ahead - n.behind);
        if (std::isfinite(slope)) n.secant_slope = slope;
        return n;
    }

    void draw(Frame& frame) const {
        if (!one_variable(f)) return explain_missing(frame);
        const Now n = now();
        Panel& graph = draw_graph(frame, n);
        draw_slopes(frame, n, graph);
        draw_microscope(frame, n);
        draw_number_lines(frame, n);
        draw_errors(frame, n);
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
        const Rect plot = plot_area(place_on(place, frame.stage().canvas_points));
        const double half = reach * plot.height / plot.width;
        constexpr double formulas_height = 130;  // points of the plot that lie under them
        const double covered = std::clamp(formulas_height / plot.height, 0.0, 0.6);
        return {{-reach, (covered - 1) * half}, {reach, (covered + 1) * half}};
    }

    static constexpr Rect graph_place{0, 0, 0.6, 0.66}, slopes_place{0, 0.66, 0.6, 0.34};
    static constexpr Rect microscope_place{0.6, 0, 0.4, 0.4}, lines_place{0.6, 0.4, 0.4, 0.26},
        errors_place{0.6, 0.66, 0.4, 0.34};

    Panel& draw_graph(Frame& frame, const Now& n) const {
        Panel& graph = frame.chart("graph", home(frame, graph_place), graph_place);
        chart_axes(graph, {.x_title = "$x$", .y_title = {}});
        zero_lines(graph);
        plumb_line(graph, n);
        draw_curve(graph, [&](double u) { return (*n.f)(u); }, {.ink = Ink::subject, .width_points = 3});
        tangents(graph, n);
        secant_line(graph, n);
        lens(graph, n);
        points(graph, n);
        graph.formula("f(x) = " + short_tex(n.f->f), 22);
        graph.formula(live_quotient(), 20);
        if (const std::string words = words_of(n.here); !words.empty())
            graph.note(words, Ink::negative);
        else
            graph.note("Drag x at the foot of P, and Q towards P.", Ink::faint);
        return graph;
    }

    std::string live_quotient() const {
        const std::string at = "\\color{subject}{\\num{x:.2f}}",
                          step = std::string("\\color{special}{10^{") + (k > 0 ? "-" : "") + "\\num{k:.2f}} = \\num{h:.3g}}";
        const bool both = secant == Secant::central;
        return "\\dfrac{f(" + at + " + h) - f(" + at + (both ? " - h" : "") + ")}{" + (both ? "2h" : "h") +
               "} = \\color{special}{\\num{secant_slope:.6g}}\\qquad h = " + step;
    }

    static void zero_lines(Panel& panel) {
        const Pen pen{.ink = Ink::axis, .width_points = 1.2, .opacity = 0.7};
        line_through(panel, {0, 0}, {1, 0}, pen);
        line_through(panel, {0, 0}, {0, 1}, pen);
    }

    static void plumb_line(Panel& panel, const Now& n) {
        line_through(panel, {n.x, 0}, {0, 1},
                     {.ink = Ink::subject, .width_points = 1, .dash = Dash::dotted, .opacity = 0.8});
    }

    // Near a pole values are too large to cut at the window's edge without rounding: they stop a few windows away.
    static void draw_curve(Panel& panel, const std::function<double(double)>& f, const Pen& pen) {
        const double lo = panel.window.lo.y() - 3 * panel.window.size().y(),
                     hi = panel.window.hi.y() + 3 * panel.window.size().y();
        curve(
            panel, [&](double u) { return std::clamp(f(u), lo, hi); }, pen);
    }

    // One tangent; at a corner one from each side, dashed.
    static void tangents(Panel& panel, const Now& n) {
        if (!std::isfinite(n.here.value)) return;
        if (std::isfinite(n.here.slope)) return line_through(panel, n.P(), {1, n.here.slope}, line_pen(Ink::gradient));
        for (const auto& [side, direction] : {std::pair{n.here.left_slope, -1.0}, std::pair{n.here.right_slope, 1.0}})
            if (side.finite()) ray(panel, n.P(), direction * Vec2(1, side.value));
    }

    static void ray(Panel& panel, const Vec2& from, const Vec2& direction) {
        const Vec2 far = from + 2 * panel.window.size().norm() * direction.normalized();
        if (const auto piece = clipped(Segment2{from, far}, panel.window))
            panel.line(piece->first, piece->second, {.ink = Ink::gradient, .width_points = 2.2, .dash = Dash::dashed});
    }

    void secant_line(Panel& graph, const Now& n) const {
        if (std::isnan(n.secant_slope)) return;
        line_through(graph, n.Q(), {1, n.secant_slope},
                     {.ink = Ink::special, .width_points = 2.2, .dash = Dash::dashed});
        const Vec2 foot(n.ahead, n.bottom);
        side(graph, n.start(), foot, Ink::first, secant == Secant::central ? "2h" : "h",
             {0, n.secant_slope < 0 ? 1.0 : -1.0});
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

    double field() const { return reach / zoom; }  // half the width of what the microscope shows

    void lens(Panel& graph, const Now& n) const {
        if (zoom >= 1.5 && field() > 0.008 * graph.window.size().x() && graph.window.contains(n.P()))
            circle(graph, n.P(), field(), {.ink = Ink::ghost, .width_points = 1.4});
    }

    // A handle stays at the graph's edge, or on the axis, where the curve is out of sight or has no value.
    static Vec2 within_reach(const Panel& panel, const Vec2& at) {
        const double y = std::isfinite(at.y()) ? at.y() : 0;
        return {at.x(), std::clamp(y, panel.window.lo.y(), panel.window.hi.y())};
    }

    static void name_point(Panel& panel, const Vec2& at, Ink ink, Mark mark, const std::string& name,
                           const Vec2& toward) {
        if (!panel.window.contains(at)) return;
        panel.dot(at, ink, 12, mark);
        if (!name.empty()) panel.label(at, name, ink, toward);
    }

    // Rings where values tend to without getting there: a hole, the open end of a jump.
    static void open_ends(Panel& graph, const Now& n) {
        for (const OneSided& side : {n.here.left_value, n.here.right_value})
            if (n.here.kind != Behaviour::smooth && !(std::abs(side.value - n.here.value) < 1e-4))
                name_point(graph, {n.x, side.value}, Ink::subject, Mark::ring, "", {0, 0});
    }

    void points(Panel& graph, const Now& n) const {
        open_ends(graph, n);
        const bool apart = n.h > 0.03 * graph.window.size().x();
        if (secant == Secant::central) name_point(graph, n.start(), Ink::special, Mark::ring, "", {0, 0});
        name_point(graph, n.Q(), Ink::special, Mark::disc, apart ? "Q" : "", {1, 1});
        name_point(graph, n.P(), Ink::subject, Mark::disc, "P", {-1, 1});
        graph.handle(within_reach(graph, n.Q()), "k", "Drag Q: towards P the secant turns into the tangent",
                     Ink::special);
        // At the foot of P, not on it: on a curve with many wiggles the nearest place of P is rarely the one that is
        // meant.
        const Vec2 foot(x, graph.home.lo.y() + 0.06 * graph.home.size().y());
        name_point(graph, foot, Ink::subject, Mark::disc, "", {0, 0});
        graph.handle(foot, "x", "Drag x: P moves along the curve", Ink::subject);
    }

    void draw_slopes(Frame& frame, const Now& n, const Panel& graph) const {
        Panel& panel =
            frame.chart("slopes", {{graph.window.lo.x(), -slopes}, {graph.window.hi.x(), slopes}}, slopes_place);
        chart_axes(panel, {.x_title = "$x$", .y_title = {}});
        zero_lines(panel);
        plumb_line(panel, n);
        draw_curve(panel, [&](double u) { return n.f->slope(u); }, {.ink = Ink::gradient, .width_points = 2.6});
        name_point(panel, {x, n.secant_slope}, Ink::special, Mark::ring, "", {0, 0});
        for (const OneSided& side : {n.here.left_slope, n.here.right_slope})
            name_point(panel, {x, side.value}, Ink::gradient, std::isfinite(n.here.slope) ? Mark::disc : Mark::ring, "",
                       {0, 0});
        panel.formula("\\color{gradient}{f'(x) = " + short_tex(n.f->derivative) + "}", 20);
        if (std::abs(n.here.slope) > slopes)
            panel.note("f′ is " + brief(n.here.slope) + " here, out of the picture: show larger slopes.", Ink::faint);
    }

    // The curve around P in the microscope's own units: its field is from −1 to 1, both ways.
    void draw_microscope(Frame& frame, const Now& n) const {
        Panel& panel = frame.plane("microscope", {{-1.1, -1.1}, {1.1, 1.5}}, microscope_place);
        const double w = field(), base = middle_value(n);
        draw_curve(panel, [&](double u) { return ((*n.f)(x + w * u) - base) / w; },
                   {.ink = Ink::subject, .width_points = 3});
        Now local = n;
        local.x = 0;
        local.here.value = std::isfinite(n.here.value) ? 0 : undefined;
        tangents(panel, local);
        circle(panel, {0, 0}, 1, {.ink = Ink::ghost, .width_points = 1.4});
        name_point(panel, local.P(), Ink::subject, Mark::disc, "P", {-1, 1});
        panel.formula("\\times\\,\\num{zoom:.3g}", 20);
        panel.note(microscope_words(n), n.here.kind == Behaviour::smooth ? Ink::text : Ink::negative);
    }

    static double middle_value(const Now& n) {
        if (std::isfinite(n.here.value)) return n.here.value;
        return n.here.left_value.finite()    ? n.here.left_value.value
               : n.here.right_value.finite() ? n.here.right_value.value
                                             : 0;
    }

    // The largest distance between curve and tangent in the microscope, in half widths of its field.
    double bend(const Now& n) const {
        double most = 0;
        for (int i = -20; i <= 20; ++i) {
            const double step = field() * i / 20.0;
            const double off = std::abs((*n.f)(x + step) - n.here.value - n.here.slope * step) / field();
            if (!(off <= most)) most = off;
        }
        return most;
    }

    std::string microscope_words(const Now& n) const {
        const std::string width = brief(2 * field(), 3) + " across: ";
        if (n.here.kind != Behaviour::smooth) return width + "no magnification makes this a straight line through P.";
        const double off = bend(n);
        if (off < 0.01) return width + "as good as straight, of slope " + brief(n.here.slope, 5) + ".";
        return width + (off < 0.1 ? "nearly straight." : "still bent. Magnify more.");
    }

    // Two number lines in steps of h: where each x goes. The closer one looks, the more evenly they are stretched.
    void draw_number_lines(Frame& frame, const Now& n) const {
        Panel& panel = frame.plane("lines", {{-2.6, -0.2}, {2.6, 0.2}}, lines_place);
        const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(lines_place.width, lines_place.height));
        const double unit = points.x() / 5.2, half = 0.5 * points.y() / unit;
        const double above = half - 78 / unit, below = -half + 34 / unit;
        for (const double y : {above, below})
            line_through(panel, {0, y}, {1, 0}, {.ink = Ink::axis, .width_points = 1.6});
        const auto lands = [&](double u) { return Vec2(((*n.f)(x + u * n.h) - n.here.value) / n.h, below); };
        for (int i = -8; i <= 8; ++i)
            strand(panel, Vec2(0.25 * i, above), lands(0.25 * i), {.ink = Ink::ghost, .width_points = 1.2});
        strand(panel, {0, above}, lands(0), {.ink = Ink::subject, .width_points = 2.4});
        strand(panel, {1, above}, lands(1), {.ink = Ink::special, .width_points = 2.4});
        strand(panel, {0, above}, {1, above}, {.ink = Ink::first, .width_points = 6});
        strand(panel, lands(0), lands(1), {.ink = Ink::second, .width_points = 6});
        number_name(panel, {0, above}, "x", Ink::first, 1);
        number_name(panel, {1, above}, "x+h", Ink::first, 1);
        number_name(panel, lands(0), "f(x)", Ink::second, -1);
        if (std::abs(lands(1).x()) > 0.9) number_name(panel, lands(1), "f(x+h)", Ink::second, -1);
        panel.note(stretch_words(n));
    }

    static void strand(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen) {
        if (!to.allFinite() || !from.allFinite()) return;
        if (const auto piece = clipped(Segment2{from, to}, widened(panel.window, 0.1)))
            panel.line(piece->first, piece->second, pen);
    }

    static void number_name(Panel& panel, const Vec2& at, const std::string& name, Ink ink, double up) {
        if (!at.allFinite() || std::abs(at.x()) > 2.4) return;
        Label& label = panel.label(at, name, ink, {0, up});
        label.size_points = 15;
        label.gap_points = 6;
    }

    std::string stretch_words(const Now& n) const {
        const double stretch = ((*n.f)(n.ahead) - n.here.value) / (n.ahead - x);
        if (!std::isfinite(stretch)) return n.ahead == x ? "$x + h$ is $x$ itself." : "A value is missing.";
        return stretch == 0 ? "Pressed into a point." : "Stretched " + brief(stretch, 4) + " times.";
    }

    void draw_errors(Frame& frame, const Now& n) const {
        Panel& panel = frame.chart("errors", {{-16.3, -16}, {0.6, 2}}, errors_place);
        const bool has_slope = std::isfinite(n.here.slope);
        chart_axes(panel, {.x_title = "$h$",
                           .y_title = has_slope ? "error of the secant's slope" : "",
                           .log_x = true,
                           .log_y = true});
        const Vec2 knob(-k, panel.home.lo.y() + 0.8);
        panel.handle(knob, "k", "Drag h: the distance of Q from P", Ink::special);
        name_point(panel, knob, Ink::special, Mark::disc, "", {0, 0});
        line_through(panel, {-k, 0}, {0, 1}, {.ink = Ink::special, .width_points = 1.4, .dash = Dash::dotted});
        if (!has_slope) return panel.note("There is no slope here to be wrong about.", Ink::negative);
        const auto errors = secant_errors(f, x);
        error_curve(panel, errors->central, secant == Secant::central, "\\text{central}");
        error_curve(panel, errors->forward, secant == Secant::forward, "\\text{forward}");
        const double best = std::log10(best_h(*errors));
        if (std::isfinite(best) && std::abs(best + 8) < 8.5) {
            line_through(panel, {best, 0}, {0, 1}, {.ink = Ink::positive, .width_points = 1.6, .dash = Dash::dashed});
            panel.label(Vec2(best, -12.5), "\\text{best }h", Ink::positive, {1, 0}).size_points = 15;
        }
        name_point(panel, {-k, std::max(std::log10(std::abs(n.secant_slope - n.here.slope)), panel.window.lo.y())},
                   Ink::special, Mark::ring, "", {0, 0});
    }

    double best_h(const SecantErrors& errors) const {
        return secant == Secant::central ? errors.best.central : errors.best.forward;
    }

    static void error_curve(Panel& panel, const std::vector<Vec2>& errors, bool chosen, const std::string& name) {
        const Pen pen{.ink = chosen ? Ink::special : Ink::ghost,
                      .width_points = chosen ? 2.4 : 1.6,
                      .dash = chosen ? Dash::solid : Dash::dashed};
        for (const Points& run : clipped(std::span<const Vec2>(errors), panel.window))
            panel.stroke(std::span<const Vec2>(run), pen);
        for (const Vec2& at : errors)
            if (std::abs(at.x() + 2) < 0.02 && panel.window.contains(at))
                panel.label(at, name, pen.ink, {1, -1}).size_points = 15;
    }

    void state(Frame& frame, const Now& n) const {
        const std::string why = words_of(n.here);
        frame.fact("behaviour", name_of(n.here.kind), "What f does here");
        const auto tell = [&](const char* name, double value, const std::string& reason, const char* title) {
            if (std::isfinite(value))
                frame.fact(name, value, title);
            else
                frame.undefined_fact(name, reason, title);
        };
        const std::string no_secant =
            n.ahead == x ? "h is so small that x + h is x itself: 0/0." : "f has no value at P or at Q.";
        tell("value", n.here.value, "f has no value here.", "f(x)");
        tell("slope", n.here.slope, why, "f′(x)");
        frame.fact("h", n.h);
        tell("secant_slope", n.secant_slope, no_secant, "Slope of the secant");
        tell("secant_error", n.secant_slope - n.here.slope, "There is no slope to compare, or no secant.",
             "Error of the secant's slope");
        tell("left_slope", n.here.left_slope.value, "The slopes from the left tend to no number.",
             "Slope from the left");
        tell("right_slope", n.here.right_slope.value, "The slopes from the right tend to no number.",
             "Slope from the right");
        tell("best_h", std::isfinite(n.here.slope) ? best_h(*secant_errors(f, x)) : undefined,
             "No h is best: the truncation error or the derivative it depends on is missing.", "Best h");
        tell("bend", std::isfinite(n.here.slope) ? bend(n) : undefined,
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
