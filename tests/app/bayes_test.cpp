// What the picture of Bayes' rule must keep: areas while strips slide, one number in every panel, two tests as one
// product, and words instead of a number where the evidence is impossible.
#include "core/probability/bayes.h"
#include "app/model/drag.h"
#include "app/model/state.h"
#include "app/scenes/probability/bayes_step.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Scene& bayes_scene() { return *find_scene("bayes"); }

double area(const Box2& box) { return box.size().x() * box.size().y(); }

}  // namespace

TEST_CASE("what fits a result keeps its area while it slides, and is then shared out like the posterior") {
    for (const bool positive : {true, false})
        for (const double prior : {0.003, 0.1, 0.5, 0.98}) {
            const BayesRun run = bayes_run(prior, {0.9, 0.75}, {positive});
            const BayesStep& step = run.steps[0];
            for (int k = 0; k <= 60; ++k) {
                const BayesMoment now = moment_of(run, k / 60.0);
                const auto [yes, no] = now.strips();
                const double whole = area(yes) + area(no);
                CHECK(area(yes) / whole == doctest::Approx(step.joint_yes() / step.evidence).epsilon(1e-9));
                if (now.stretch == 0) CHECK(whole == doctest::Approx(step.evidence));
            }
            const auto [yes, no] = moment_of(run, 1).strips();
            CHECK(yes.hi.x() == doctest::Approx(run.posterior));
            CHECK(no.lo.x() == doctest::Approx(run.posterior));
            CHECK(no.hi.x() == doctest::Approx(1));
            CHECK(no.size().y() == doctest::Approx(1));
        }
}

TEST_CASE("two results are one product, in either order") {
    for (const double prior : {0.01, 0.4})
        for (const bool first : {true, false})
            for (const bool second : {true, false}) {
                const BayesRun run = bayes_run(prior, {0.9, 0.7}, {first, second});
                CHECK(run.posterior ==
                      doctest::Approx(after_tests(prior, 0.9, 0.7, first + second, 2 - first - second)));
                CHECK(run.posterior == doctest::Approx(bayes_run(prior, {0.9, 0.7}, {second, first}).posterior));
                CHECK(run.posterior_odds() == doctest::Approx(run.prior_odds() * run.likelihood_ratio));
                CHECK(run.steps[1].prior == run.steps[0].posterior);
            }
}

TEST_CASE("the panels show the number that the facts tell") {
    const Frame frame = drawn_with("bayes", {"prior=0.01", "sensitivity=0.9", "specificity=0.91"});
    CHECK(*frame.number("posterior") == doctest::Approx(0.009 / (0.009 + 0.0891)));
    CHECK(*frame.number("people[0]") == 9);
    CHECK(*frame.number("people[1]") == 1);
    CHECK(*frame.number("people[2]") == 89);
    CHECK(*frame.number("people[3]") == 901);
    const auto people = std::ranges::find(frame.panels(), "people", &Panel::name);
    CHECK(people->dots.size() == 1000);
    CHECK(std::ranges::count(people->dots, Ink::first, &Dot::ink) == 10);
}

TEST_CASE("impossible evidence is said, also where only the second result is impossible") {
    for (const auto& settings :
         {std::vector<std::string>{"prior=0", "specificity=1", "t=1"},
          std::vector<std::string>{"prior=1", "sensitivity=1", "evidence=negative"},
          std::vector<std::string>{"sensitivity=1", "specificity=1", "second=negative", "t=1"}}) {
        const Frame frame = drawn_with("bayes", settings);
        const Fact* posterior = frame.find_fact("posterior");
        REQUIRE(posterior);
        CHECK(posterior->reason.find("Impossible") != std::string::npos);
        const auto rule = std::ranges::find(frame.panels(), "rule", &Panel::name);
        REQUIRE(!rule->notes.empty());
        CHECK(rule->notes[0].text.find("Impossible") != std::string::npos);
    }
    CHECK(!drawn_with("bayes", {"prior=1", "specificity=1"}).find_fact("prior_odds")->reason.empty());
}

TEST_CASE("the answer can be dragged: the prior that gives this posterior is found") {
    const State before = bayes_scene().defaults;
    Frame frame;
    bayes_scene().draw(before, frame);
    const auto bars = std::ranges::find(frame.panels(), "bars", &Panel::name);
    const Grip grip{"bars", 0};
    const Camera camera = camera_of(*bars, {}, frame.stage().canvas_points);
    const Vec2 from = camera.to_screen(bars->handles[0].at), other = camera.to_screen(bars->handles[1].at);
    const double begins = camera.to_screen(Vec3(16, 0, 0)).x();
    const double whole = (other.x() - begins) / 0.9;  // the other bar ends at the sensitivity
    Drag drag(bayes_scene(), frame, grip);
    const Drag::Step step = drag.to(before, {begins + 0.5 * whole, from.y()}, frame.stage());
    Frame after;
    bayes_scene().draw(step.state, after);
    CHECK(*after.number("posterior") == doctest::Approx(0.5).epsilon(0.005));
    CHECK(*after.number("prior_odds") == doctest::Approx(1 / 4.5).epsilon(0.01));
}

TEST_CASE("a tiny prior can be dragged along the odds axis, down to what is one in a million and up again") {
    State state = state_with("bayes", {"prior=1e-6", "specificity=0.9999"});
    Frame frame;
    bayes_scene().draw(state, frame);
    Drag drag(bayes_scene(), frame, Grip{"odds", 0});
    const Vec2 from = *handle_on_screen(frame, {"odds", 0}, frame.stage());
    for (const double by : {30.0, 90.0, 210.0, 30.0, 10.0}) {
        const Drag::Step step = drag.to(state, from + Vec2(by, 0), frame.stage());
        CHECK(step.miss_points < 0.5);
        state = step.state;
    }
}
