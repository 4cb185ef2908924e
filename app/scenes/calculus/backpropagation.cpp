// Backpropagation: a formula as a graph, values forwards through it, gradients back, each step by its own slope alone.
// Drag the inputs on their number lines, play time, and nudge an input to see what its gradient foretells.
#include "app/scenes/calculus/computation_cards.h"
#include "app/scenes/calculus/computation_wires.h"
#include "app/scenes/calculus/computation_words.h"
#include "app/scenes/calculus/nudge.h"
#include "app/scenes/calculus/one_variable.h"
#include "app/scenes/list.h"
#include "core/memo.h"
#include "viz/number.h"
#include "viz/shapes/point_plane.h"
#include "viz/tex/typeset.h"

#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double input_reach = 4, most_nudge = 1;
constexpr double formula_size = 21;
constexpr std::size_t most_parts = 400;  // of a formula that is still taken apart into its steps

const std::vector<std::string>& input_names() {
    static const std::vector<std::string> names = {"x", "y", "w", "v", "b", "c"};
    return names;
}

enum class Input { x, y, w, v, b, c };

std::shared_ptr<const Expression> formula_of(const Formula& formula) {
    static Memo<std::string, Expression> remembered(16);
    const auto parsed = Expression::parse(formula.text, input_names());
    if (!parsed) return nullptr;
    return remembered(formula.text, [&] { return *parsed.expression; });
}

struct Backpropagation {
    Formula f{"x*sin(y) + x^2"};
    double x = 1.2, y = 0.8, w = 0.7, v = -1.5, b = 0.3, c = 0.5;
    double t = 1;
    Input nudged = Input::x;
    double delta = 0.4;

    static Words words() {
        return {
            "backpropagation", "Backpropagation", "Calculus and optimisation",
            "How does a network know which weight to blame?",
            "chain rule computation graph autograd automatic differentiation reverse mode backward gradient vanishing "
            "exploding fork sum local derivative finite difference gradient check"};
    }
    static Params<Backpropagation> params() {
        using S = Backpropagation;
        const auto input = [](const char* name, double S::*member, const char* words) {
            return Row<S>(name, name, member, {-input_reach, input_reach, words});
        };
        return {{"f", "f", &S::f, Range("Any formula in x, y, w, v, b and c. Equal parts of it are one step."),
                 FormulaNames{.variables = input_names(),
                              .constants = {},
                              .examples = {"x*sin(y) + x^2", "x*y", "x*y + x", "tanh(tanh(tanh(tanh(x))))",
                                           "(v*tanh(w*x + b) + c - y)^2", "abs(x - y)", "relu(w*x + b)",
                                           "sin(x)^2 + cos(x)^2", "ln(x)", "max(x, y)*w", "x/y - y/x"}}},
                input("x", &S::x, "An input. In the network it is the data."),
                input("y", &S::y, "Another input. In the network it is the answer wanted."),
                input("w", &S::w, "An input. In the network it is the weight of the first layer."),
                input("v", &S::v, "An input. In the network it is the weight of the second layer."),
                input("b", &S::b, "An input. In the network it is the bias of the first layer."),
                input("c", &S::c, "An input. In the network it is the bias of the second layer."),
                {"t", "Time", &S::t, {0, 1, "Values go forwards until 0.5, then gradients come back."}, plays(10)},
                {"nudged", "Nudged input", &S::nudged, {{"x", "y", "w", "v", "b", "c"}, "Which input is nudged."}},
                {"delta", "Nudge", &S::delta, {-most_nudge, most_nudge, "By how much that input is changed."}}};
    }
    static std::vector<Preset> presets() {
        return {{"A product", "Each factor's gradient is the other factor.", {"f=\"x*y\"", "x=3", "y=-2"}},
                {"A fork",
                 "x is used twice: what comes back on both ways is added.",
                 {"f=\"x*y + x\"", "x=1.5", "y=0.5", "t=0.75"}},
                {"They cancel",
                 "Gradients flow on both ways, and yet x gets none: the result is 1 wherever x is.",
                 {"f=\"sin(x)^2 + cos(x)^2\"", "x=0.8"}},
                {"Vanishing",
                 "Four slopes below 1, multiplied: hardly anything comes back to x.",
                 {"f=\"tanh(tanh(tanh(tanh(x))))\"", "x=2"}},
                {"Exploding",
                 "Three squares: the slopes multiply to over a hundred.",
                 {"f=\"((x^2)^2)^2\"", "x=1.5", "delta=0.1"}},
                {"One weight, three times",
                 "A recurrent network: the same w in every step, and the earliest use counts least.",
                 {"f=\"tanh(w*tanh(w*tanh(w*x)))\"", "x=1", "w=1.5", "nudged=w"}},
                {"A small network",
                 "Two layers and the squared error: one pass back gives every weight its gradient.",
                 {"f=\"(v*tanh(w*x + b) + c - y)^2\"", "x=1", "y=1", "w=0.7", "v=-1.5", "b=0.3", "c=0.5", "nudged=w"}},
                {"A dead unit",
                 "relu is flat here: nothing comes back, and no step of training will ever wake it.",
                 {"f=\"(v*relu(w*x + b) - y)^2\"", "x=1", "w=-1.5", "v=1.2", "b=0.5", "y=1", "nudged=w"}},
                {"A kink",
                 "At x = y the distance has no slope, and the gradient has no answer.",
                 {"f=\"abs(x - y)\"", "x=1", "y=1"}},
                {"No value",
                 "The logarithm of a negative number: all that follows is undefined.",
                 {"f=\"x*ln(y)\"", "x=2", "y=-1", "nudged=y"}}};
    }

    std::array<double, 6> inputs() const { return {x, y, w, v, b, c}; }

    struct Now {
        std::shared_ptr<const Expression> f;
        ComputationSteps steps;  // none: there are too many
        ComputationSteps whole;  // all of them as one
        double value = undefined;
        Nudge nudge;
    };

    Now now() const {
        Now n{formula_of(f), {}, {}, undefined, {}};
        const std::array values = inputs();
        const auto which = static_cast<std::size_t>(nudged);
        n.value = (*n.f)(values);
        n.whole = as_one_step(*n.f, values);
        if (n.f->graph().vertices.size() <= most_parts) n.steps = computation_steps(*n.f, values);
        n.nudge = {input_names()[which],
                   [formula = n.f, values, which](double u) {
                       std::array moved = values;
                       moved[which] = u;
                       return (*formula)(moved);
                   },
                   values[which], delta, n.whole.gradient[which]};
        return n;
    }

    void draw(Frame& frame) const {
        if (!formula_of(f)) return explain_missing(frame);
        const Now n = now();
        const Vec2 canvas = frame.stage().canvas_points;
        const double head = std::min(0.25, head_points(n, canvas) / canvas.y()),
                     foot = std::clamp(176 / canvas.y(), 0.2, 0.3);
        Panel& words = point_plane(frame, "words", {0, 0, 1, head});
        draw_graph(frame, {0, head, 1, 1 - head - foot}, words, n);
        draw_nudge(frame, {0, 1 - foot, 0.34, foot}, n.nudge);
        write_nudge(point_plane(frame, "compare", {0.34, 1 - foot, 0.32, foot}), n.nudge);
        Panel& ways = point_plane(frame, "ways", {0.66, 1 - foot, 0.34, foot});
        const auto& steps = n.steps.steps.empty() ? n.whole.steps : n.steps.steps;
        write_ways(ways, ways_from(steps, n.nudge.input), n.nudge.input, n.nudge.gradient);
        state(frame, n);
    }

    void explain_missing(Frame& frame) const {
        const std::string reason = "The formula is not understood.";
        point_plane(frame, "words", {0, 0, 1, 1}).note(reason, Ink::negative);
        frame.undefined_fact("value", reason);
        frame.describe(reason);
    }

    std::string formula_tex(const Now& n) const {
        std::string names;
        for (std::size_t i = 0; i < input_names().size(); ++i)
            if (n.f->depends_on(i)) names += (names.empty() ? "" : ", ") + input_names()[i];
        return (names.empty() ? "f" : "f(" + names + ")") + " = " + short_tex(*n.f) + " = \\color{special}{" +
               (std::isfinite(n.value) ? "\\num{value:.4g}" : "\\text{undefined}") + "}";
    }

    // Room for the formula and a note under it, which a narrow canvas breaks into two lines.
    double head_points(const Now& n, const Vec2& canvas) const {
        const auto formula = typeset(formula_tex(n), formula_size);
        return formula->ascent + formula->descent + (canvas.x() < 1000 ? 90 : 66);
    }

    void draw_graph(Frame& frame, const Rect& place, Panel& words, const Now& n) const {
        Panel& graph = point_plane(frame, "graph", place);
        words.formula(formula_tex(n), formula_size);
        const Box2 room{{10, 6}, graph.home.hi - Vec2(10, 6)};
        ComputationPlan plan;
        if (n.steps.steps.empty())
            plan.refusal = "This formula has so many parts that its steps are not told apart: make it shorter.";
        else plan = plan_of(n.steps.steps, room);
        if (!plan.refusal.empty()) return draw_whole(graph, words, plan.refusal, n.whole.steps, room);
        draw_steps(graph, plan, n.steps.steps);
        const std::string trouble = trouble_words(n.steps.steps);
        words.note(trouble.empty() ? time_words() : trouble, trouble.empty() ? Ink::faint : Ink::negative);
    }

    void draw_steps(Panel& graph, const ComputationPlan& plan, const std::vector<ComputationStep>& steps) const {
        const ComputationClock clock(t, plan.last_column());
        draw_wires(graph, plan, steps, clock);
        draw_cards(graph, plan, steps, clock, input_reach);
    }

    // The inputs keep their cards, and what is between them and the result is one: all that it shows is still true.
    void draw_whole(Panel& graph, Panel& words, const std::string& refusal, const std::vector<ComputationStep>& steps,
                    const Box2& room) const {
        const ComputationPlan plan = plan_of(steps, room);
        if (!plan.refusal.empty()) return words.note(refusal, Ink::negative);
        draw_steps(graph, plan, steps);
        words.note(refusal + " Meanwhile all of it is one card.", Ink::negative);
    }

    std::string time_words() const {
        if (t == 0) return "Drag the inputs. Then play: values go forwards, and gradients come back.";
        if (t < 0.5) return "Forwards: each step works out its value and, on its own little curve, its slope ×.";
        if (t < 1) return "Back: each step multiplies what arrives by its slopes. Where ways meet, gradients ∂ add up.";
        return "Drag any input. ∂ is how much f changes for each unit that a step's value changes.";
    }

    void state(Frame& frame, const Now& n) const {
        const char* no_gradient = "A value is missing, or a step has no slope here.";
        frame.number_fact("value", n.value, "f has no value here.", "Value of f");
        for (std::size_t i = 0; i < input_names().size(); ++i)
            frame.number_fact("gradient_" + input_names()[i], n.whole.gradient[i], no_gradient,
                              "∂f/∂" + input_names()[i]);
        frame.number_fact("change", n.nudge.change(), "f has no value before or after the nudge.",
                          "Change of f by the nudge");
        frame.number_fact("foretold", n.nudge.foretold(), no_gradient, "Change foretold: gradient times nudge");
        frame.number_fact("off", n.nudge.off(), no_gradient, "What the foretelling misses");
        const auto& steps = n.steps.steps;
        if (steps.empty()) {
            frame.undefined_fact("steps", "There are too many to tell them apart.", "Steps");
            frame.undefined_fact("forks", "There are too many steps to tell them apart.",
                                 "Forks: values used more than once");
            return frame.describe(alt_text(n));
        }
        frame.fact(
            "steps",
            static_cast<std::int64_t>(std::ranges::count_if(steps, [](const auto& s) { return s.input.empty(); })),
            "Steps");
        frame.fact("forks",
                   static_cast<std::int64_t>(std::ranges::count_if(steps, [](const auto& s) { return s.uses > 1; })),
                   "Forks: values used more than once");
        frame.describe(alt_text(n));
    }

    std::string alt_text(const Now& n) const {
        std::string text =
            "A computation graph of f = " + n.f->text() + " with the value " + short_number(n.value) + ".";
        for (const ComputationStep& step : n.whole.steps)
            if (!step.input.empty())
                text += " The gradient by " + step.input + " = " + short_number(step.value) + " is " +
                        short_number(step.gradient) + ".";
        return text;
    }

    bool operator==(const Backpropagation&) const = default;
};

}  // namespace

Scene backpropagation() { return scene_of<Backpropagation>(); }

}  // namespace eigenscape
