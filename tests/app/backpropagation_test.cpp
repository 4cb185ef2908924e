// The scene Backpropagation: its cards and wires keep clear of each other, its numbers add up, its words say what
// fails. What is true of every scene is tested in every_scene_test.cpp.
#include "app/model/drag.h"
#include "app/scenes/calculus/computation_cards.h"
#include "app/scenes/calculus/computation_wires.h"
#include "app/scenes/calculus/computation_words.h"
#include "app/scenes/calculus/nudge.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const std::vector<std::string> names = {"x", "y", "w", "v", "b", "c"};
const std::array<double, 6> some_values = {1.2, 0.8, 0.7, -1.5, 0.3, 0.5};

std::vector<ComputationStep> steps_of(const std::string& formula, const std::array<double, 6>& values = some_values) {
    const auto parsed = Expression::parse(formula, names);
    REQUIRE(parsed);
    return computation_steps(*parsed.expression, values).steps;
}

const Scene& backpropagation_scene() { return *find_scene("backpropagation"); }

// All words of a panel's labels, one after the other.
std::string labels_of(const Frame& frame, const char* panel) {
    std::string all;
    for (const Label& label : panel_named(frame, panel)->labels) all += label.text + "\n";
    return all;
}

bool overlap(const Box2& a, const Box2& b) {
    return a.lo.x() < b.hi.x() && b.lo.x() < a.hi.x() && a.lo.y() < b.hi.y() && b.lo.y() < a.hi.y();
}

const Box2 rooms[] = {{{10, 6}, {1270, 446}}, {{10, 6}, {736, 398}}, {{10, 6}, {890, 346}}};

}  // namespace

TEST_CASE("backpropagation: in every example cards and wires keep clear of each other and inside the picture") {
    const Param& param =
        backpropagation_scene().params[static_cast<std::size_t>(backpropagation_scene().find_param("f"))];
    std::vector<std::string> formulas = param.formula.examples;
    for (const State& state : shown_states(backpropagation_scene()))
        formulas.push_back(std::get<Formula>(state[0]).text);
    for (const std::string& formula : formulas)
        for (const Box2& room : rooms) {
            CAPTURE(formula);
            CAPTURE(room.hi.x());
            const auto steps = steps_of(formula);
            const ComputationPlan plan = plan_of(steps, room);
            REQUIRE(plan.refusal == "");
            for (std::size_t i = 0; i < plan.cards.size(); ++i) {
                const Box2& box = plan.cards[i].box;
                CHECK(box.lo.x() >= room.lo.x() - 0.5);
                CHECK(box.hi.x() <= room.hi.x() + 0.5);
                CHECK(box.lo.y() >= room.lo.y() - 0.5);
                CHECK(box.hi.y() <= room.hi.y() + 0.5);
                for (std::size_t j = 0; j < i; ++j) CHECK(!overlap(box, plan.cards[j].box));
                for (const Wire& wire : plan.wires)
                    for (const Vec2& at : wire.through) {
                        const Box2 inner{box.lo + Vec2(0.5, 0.5), box.hi - Vec2(0.5, 0.5)};
                        CHECK(!inner.contains(at));
                    }
            }
            for (const Wire& wire : plan.wires) {
                CHECK(wire.through.front().x() == doctest::Approx(plan.cards[wire.from].box.hi.x()));
                CHECK(wire.through.back().x() == doctest::Approx(plan.cards[wire.to].box.lo.x()));
            }
        }
}

TEST_CASE("backpropagation: cards stay where they are while an input is dragged") {
    const std::string formula = "(v*tanh(w*x + b) + c - y)^2";
    const ComputationPlan one = plan_of(steps_of(formula), rooms[0]),
                          other = plan_of(steps_of(formula, {-4, 4, 3.999, 0, -0.001, 2}), rooms[0]);
    for (std::size_t i = 0; i < one.cards.size(); ++i) {
        CHECK(one.cards[i].box.lo == other.cards[i].box.lo);
        CHECK(one.cards[i].box.hi == other.cards[i].box.hi);
    }
}

TEST_CASE("backpropagation: a formula that would be a tangle is refused in words, and its numbers are still told") {
    std::string wide = "x", deep = "x";
    for (int i = 2; i < 20; ++i) wide += " + sin(" + std::to_string(i) + "x)";
    for (int i = 0; i < 9; ++i) deep = "sin(" + deep + ")";
    CHECK(plan_of(steps_of(wide), rooms[0]).refusal ==
          "This formula has 38 steps, and at most 18 are drawn. That would be a tangle: make the formula shorter.");
    CHECK(plan_of(steps_of(deep), rooms[0]).refusal ==
          "This formula is 10 steps deep, and at most 8 are drawn. That would be a tangle: make the formula shorter.");
    CHECK(plan_of(steps_of("sin(x)*sin(y)*sin(w)*sin(v)*sin(b)*sin(c)"), {{0, 0}, {700, 200}}).refusal ==
          "So many steps side by side do not fit into this picture: enlarge it, or make the formula shorter.");
    const Frame frame = drawn(backpropagation_scene(), state_with("backpropagation", {"f=\"" + wide + "\"", "x=0"}));
    CHECK(panel_named(frame, "words")->notes[0].text.find("at most 18 are drawn") != std::string::npos);
    CHECK(number(frame, "gradient_x") == 1 + (2 + 19) * 18 / 2);
    std::string endless = "x";
    for (int i = 0; i < 600; ++i) endless += " + x^" + std::to_string(i + 2);
    const Frame too_long =
        drawn(backpropagation_scene(), state_with("backpropagation", {"f=\"" + endless + "\"", "x=0.5"}));
    CHECK(panel_named(too_long, "words")->notes[0].text.find("so many parts") != std::string::npos);
    CHECK(number(too_long, "gradient_x") == doctest::Approx(4).epsilon(1e-6));  // Σ k/2^(k-1)
    CHECK(too_long.find_fact("steps")->reason == "There are too many to tell them apart.");
}

TEST_CASE("backpropagation: where the steps are not drawn, the inputs keep their cards and all the rest is one") {
    std::string wide = "x*w", endless = "x*w";
    for (int i = 2; i < 20; ++i) wide += " + sin(" + std::to_string(i) + "x)";
    for (int i = 0; i < 600; ++i) endless += " + x^" + std::to_string(i + 2);
    for (const std::string& formula : {wide, endless}) {
        const Frame frame =
            drawn(backpropagation_scene(), state_with("backpropagation", {"f=\"" + formula + "\"", "x=0.5", "w=2"}));
        CHECK(panel_named(frame, "words")->notes[0].text.find("make") != std::string::npos);
        CHECK(panel_named(frame, "words")->notes[0].text.ends_with("Meanwhile all of it is one card."));
        const std::string cards = labels_of(frame, "graph");
        CHECK(cards.find("x = \\text{0.50}") != std::string::npos);
        CHECK(cards.find("w = \\text{2.00}") != std::string::npos);
        CHECK(cards.find("\\dots") != std::string::npos);  // the formula is too long for its card
        CHECK(cards.find("\\partial\\;" + number_tex(number(frame, "gradient_x"))) != std::string::npos);
        CHECK(cards.find(number_tex(number(frame, "value"))) != std::string::npos);
        std::vector<std::string> handles;
        for (const Handle& handle : panel_named(frame, "graph")->handles) handles.push_back(handle.parameter);
        CHECK(handles == std::vector<std::string>{"x", "w"});
        CHECK(number(frame, "gradient_w") == 0.5);
    }
}

TEST_CASE("backpropagation: values are told on the way forwards, gradients on the way back") {
    const std::vector<std::string> setting{"f=\"x*y + x\"", "x=1.5", "y=0.5"};
    const auto at = [&](const char* t) {
        std::vector<std::string> settings = setting;
        settings.push_back(std::string("t=") + t);
        return labels_of(drawn(backpropagation_scene(), state_with("backpropagation", settings)), "graph");
    };
    const std::string sum = "0.50 + 1.00 = 1.50", value = "2.25", unknown = "\\partial\\;?";
    CHECK(at("0").find("2.25") == std::string::npos);
    CHECK(at("0").find("1.50") != std::string::npos);  // an input is known from the beginning
    CHECK(at("0.5").find(value) != std::string::npos);
    CHECK(at("0.49").find(unknown) != std::string::npos);
    CHECK(at("0.9").find(sum) == std::string::npos);
    CHECK(at("1").find(sum) != std::string::npos);
    CHECK(at("1").find("?") == std::string::npos);
}

TEST_CASE("backpropagation: packets move with time, forwards and then back, and meet at their card") {
    const ComputationClock half(0.25, 4), late(0.75, 4);
    CHECK(half.forward == 2);
    CHECK(half.forward_part(1, 3) == 0.5);
    CHECK(half.knows_value(2));
    CHECK(!half.knows_value(3));
    CHECK(!half.knows_gradient(4));
    CHECK(late.back == 2);
    CHECK(late.back_part(0, 4) == 0.5);
    CHECK(late.back_part(1, 3) == 0.5);
    CHECK(late.knows_gradient(2));
    CHECK(!late.knows_gradient(1));
    CHECK(ComputationClock(0.5, 0).knows_gradient(0));
    CHECK(!ComputationClock(0.4, 0).knows_gradient(0));
}

TEST_CASE("backpropagation: a wire is the thicker the more flows back, whatever its sign") {
    double last = 0;
    for (const double flow : {0.0, 0.01, 0.1, 0.5, 1.0, 3.0, 100.0}) {
        CHECK(wire_width(flow) > last);
        CHECK(wire_width(flow) == wire_width(-flow));
        last = wire_width(flow);
    }
    CHECK(last < 10);
}

TEST_CASE("backpropagation: numbers and sums as they are written") {
    CHECK(short_number(0.5) == "0.50");
    CHECK(short_number(-12.345) == "−12.35");
    CHECK(short_number(0.0123) == "0.012");
    CHECK(short_number(undefined) == "undefined");
    CHECK(fork_sum({0.5, 1.2}, 1.7) == std::vector<std::string>{"0.50", "+ 1.20", "= 1.70"});
    CHECK(fork_sum({-0.5, -1.2, 1}, -0.7) == std::vector<std::string>{"−0.50", "− 1.20", "+ 1.00", "= −0.70"});
}

TEST_CASE("backpropagation: what is undefined is said, with the step that makes it so") {
    const auto words = [](const char* formula, const std::array<double, 6>& values) {
        return trouble_words(steps_of(formula, values));
    };
    CHECK(words("x*y", some_values) == "");
    CHECK(words("x*ln(y)", {2, -1, 0, 0, 0, 0}) ==
          "$\\ln u$ has no value at u = −1.00: nothing can be told from here on.");
    CHECK(words("abs(x - y)", {1, 1, 0, 0, 0, 0}) ==
          "$\\left|u\\right|$ at u = 0.00 has no slope. A corner: slope −1 from the left, 1 from the right. It has two "
          "slopes, so it has no derivative.");
    CHECK(words("max(x, y)", {1, 1, 0, 0, 0, 0}) ==
          "$\\max\\left(u, v\\right)$ at u = 1.00, v = 1.00 has no slope: no gradient comes back through it.");
    CHECK(words("0*abs(x) + y", {0, 1, 0, 0, 0, 0}) == "");  // nothing flows there
    const Frame kink =
        drawn(backpropagation_scene(), state_with("backpropagation", {"f=\"abs(x - y)\"", "x=1", "y=1"}));
    CHECK(kink.find_fact("gradient_x")->reason == "A value is missing, or a step has no slope here.");
    CHECK(number(kink, "value") == 0);
}

TEST_CASE("backpropagation: ways from an input, their products added, are its gradient") {
    for (const char* formula :
         {"x*sin(y) + x^2", "tanh(x*tanh(x*tanh(x*y)))", "x*y + x", "(v*tanh(w*x + b) + c - y)^2"}) {
        const auto steps = steps_of(formula);
        for (const ComputationStep& step : steps) {
            if (step.input.empty()) continue;
            double sum = 0;
            for (const auto& slopes : ways_from(steps, step.input).slopes)
                sum += std::accumulate(slopes.begin(), slopes.end(), 1.0, std::multiplies<>());
            CHECK(sum == doctest::Approx(step.gradient).epsilon(1e-12));
        }
    }
    CHECK(ways_from(steps_of("x + y"), "w").slopes.empty());
    const Ways some = ways_from(steps_of("tanh(x*tanh(x*tanh(x*y)))"), "x", 2);
    CHECK(some.slopes.size() == 2);
    CHECK(!some.all);
}

TEST_CASE("backpropagation: a small nudge does what the gradient foretells") {
    for (const char* input : {"x", "y", "w", "v", "b", "c"}) {
        const State state = state_with(
            "backpropagation", {"f=\"(v*tanh(w*x + b) + c - y)^2\"", std::string("nudged=") + input, "delta=0.001"});
        const Frame frame = drawn(backpropagation_scene(), state);
        CAPTURE(input);
        CHECK(std::abs(number(frame, "off")) < 1e-4 * std::abs(number(frame, "foretold")) + 1e-5);
        CHECK(number(frame, "foretold") ==
              doctest::Approx(0.001 * number(frame, (std::string("gradient_") + input).c_str())));
    }
}
