// Results one after the other; see bayes_step.h. The posterior of one is the prior of the next.
// A strip of area a and height h becomes a column of the same area: its width is a divided by its height, all the way.
#include "app/scenes/probability/bayes_step.h"

#include "core/probability/bayes.h"
#include "viz/ease.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double fades = 0.2, slides = 0.62;  // until then, of the time of one step

BayesStep step_from(double prior, const BayesTest& test, bool positive) {
    BayesStep step{prior, test, positive};
    const std::array before = {prior, 1 - prior}, likelihood = {step.likelihood_yes(), step.likelihood_no()};
    const Posterior after = bayes(before, likelihood);
    step.evidence = after.evidence;
    if (after.problem.empty()) step.posterior = after.posterior[0];
    return step;
}

Box2 turned_to_column(const Box2& strip, double left, double t) {
    const double height = lerp(strip.size().y(), 1.0, t), area = strip.size().x() * strip.size().y();
    const double width = height > 0 ? area / height : strip.size().x();
    const double low = lerp(strip.lo.y(), 0.0, t);
    return {{left, low}, {left + width, low + height}};
}

}  // namespace

double odds_of(double probability) { return probability == 1 ? infinity : probability / (1 - probability); }

double BayesStep::ratio() const {
    const double yes = likelihood_yes(), no = likelihood_no();
    return yes == 0 && no == 0 ? undefined : yes / no;
}

BayesRun bayes_run(double prior, const BayesTest& test, const std::vector<bool>& results) {
    BayesRun run{prior, test, results};
    run.posterior = prior;
    for (const bool positive : results) {
        const BayesStep step = step_from(prior, test, positive);
        run.likelihood *= step.likelihood_yes();
        run.likelihood_otherwise *= step.likelihood_no();
        if (run.impossible()) continue;
        run.evidence *= step.evidence;
        run.posterior = prior = step.posterior;
        run.steps.push_back(step);
    }
    const double yes = run.likelihood, no = run.likelihood_otherwise;
    run.likelihood_ratio = yes == 0 && no == 0 ? undefined : yes / no;
    return run;
}

BayesMoment moment_of(const BayesRun& run, double t) {
    BayesMoment now;
    now.step = {run.prior, run.test, true};
    if (run.steps.empty()) return now;
    now.known = true;
    const int count = static_cast<int>(run.steps.size());
    now.index = std::clamp(static_cast<int>(std::floor(t * count)), 0, count - 1);
    now.step = run.steps[static_cast<std::size_t>(now.index)];
    const double u = std::clamp(t * count - now.index, 0.0, 1.0);
    const double going = now.step.possible() ? u : std::min(u, fades);  // nothing is left to slide
    now.ruled_out = smooth(going / fades);
    now.together = smooth((going - fades) / (slides - fades));
    now.stretch = smooth((going - slides) / (1 - slides));
    using Stage = BayesMoment::Stage;
    now.stage = going <= 0        ? Stage::before
                : going <= fades  ? Stage::rule_out
                : going <= slides ? Stage::together
                                  : Stage::stretched;
    return now;
}

std::pair<Box2, Box2> BayesMoment::strips() const {
    const double p = step.prior, a = step.likelihood_yes(), b = step.likelihood_no();
    const auto strip = [&](double from, double to, double height) {
        return step.positive ? Box2{{from, 0}, {to, height}} : Box2{{from, 1 - height}, {to, 1}};
    };
    Box2 yes = turned_to_column(strip(0, p, a), 0, together);
    Box2 no = turned_to_column(strip(p, 1, b), 0, together);
    const double left = lerp(p, yes.hi.x(), together);
    no.lo.x() += left, no.hi.x() += left;
    const double by = std::pow(step.evidence, -stretch);
    if (stretch > 0) yes.hi.x() *= by, no.lo.x() *= by, no.hi.x() *= by;
    return {yes, no};
}

}  // namespace eigenscape
