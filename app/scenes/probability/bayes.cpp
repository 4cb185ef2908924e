// Bayes' rule: what a test result does to a belief, as a square, a crowd, a tree, and arrows that add.
// Drag any edge, bead, arrow or bar: all of them show the same three numbers. Play to learn the result.
#include "core/probability/bayes.h"
#include "app/scenes/list.h"
#include "app/scenes/probability/bayes_step.h"
#include "app/scenes/probability/bayes_views.h"
#include "viz/number.h"
#include "viz/shapes/bars.h"
#include "viz/shapes/point_plane.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

enum class Seen { not_yet, positive, negative };

struct BayesRule {
    double prior = 0.1, sensitivity = 0.9, specificity = 0.8;
    Seen evidence = Seen::positive, second = Seen::not_yet;
    double t = 0;
    Tale tale = Tale::illness;

    static Words words() {
        return {"bayes", "Bayes' rule", "Statistics and probability", "The test is positive: how likely is it true?",
                "bayes theorem conditional probability base rate neglect prior posterior likelihood odds sensitivity "
                "specificity "
                "false positive prosecutor's fallacy spam filter naive bayes precision recall"};
    }
    static Params<BayesRule> params() {
        using S = BayesRule;
        return {
            {"prior", "Prior", &S::prior, {0, 1, "How common it is before anything is known: the share of the ill."}},
            {"sensitivity", "Sensitivity", &S::sensitivity, {0, 1, "How many of the ill test positive."}},
            {"specificity",
             "Specificity",
             &S::specificity,
             {0, 1, "How many of the well test negative; the rest are false alarms."}},
            {"evidence", "Result", &S::evidence, {{"not_yet", "positive", "negative"}, "What the test says."}},
            {"second",
             "Second result",
             &S::second,
             {{"not_yet", "positive", "negative"},
              "What a second test says, whose errors have nothing to do with the first one's."}},
            {"t", "Time", &S::t, {0, 1, "From before the results (0) to after them (1)."}, plays(6)},
            {"tale",
             "Story",
             &S::tale,
             {{"illness", "spam", "court"}, "What it is about: the numbers mean the same in each."}}};
    }
    static std::vector<Preset> presets() {
        return {{"A rare illness",
                 "The test is right nine times in ten, and yet ten of eleven positives are well.",
                 {"prior=0.01", "sensitivity=0.9", "specificity=0.91"}},
                {"Ask again",
                 "A second positive test: the odds are multiplied once more.",
                 {"prior=0.01", "sensitivity=0.9", "specificity=0.91", "second=positive", "t=1"}},
                {"Two tests disagree",
                 "What one arrow adds the other takes away, and then some.",
                 {"second=negative", "t=1"}},
                {"All clear", "A negative result says much more here than a positive one.", {"evidence=negative"}},
                {"Prosecutor's fallacy",
                 "One innocent in 10 000 matches. In a city of a million suspects the match is still most likely an "
                 "accident.",
                 {"tale=court", "prior=1e-6", "sensitivity=1", "specificity=0.9999"}},
                {"Spam filter",
                 "A word that half the spam has, and one wanted message in a hundred.",
                 {"tale=spam", "prior=0.4", "sensitivity=0.5", "specificity=0.99", "t=1"}},
                {"A useless test",
                 "Ill and well test positive equally often: the ratio is 1 and nothing is learnt.",
                 {"prior=0.3", "sensitivity=0.7", "specificity=0.3", "t=1"}},
                {"A closed mind",
                 "Who gives it no chance at all learns from no evidence.",
                 {"prior=0", "second=positive", "t=1"}},
                {"Impossible evidence",
                 "Nobody can test positive, and somebody did: the rule has no answer.",
                 {"prior=0", "specificity=1", "t=1"}}};
    }

    std::vector<bool> results() const {
        std::vector<bool> all;
        for (const Seen seen : {evidence, second})
            if (seen != Seen::not_yet) all.push_back(seen == Seen::positive);
        return all;
    }
    BayesTest test() const { return {sensitivity, specificity}; }

    void draw(Frame& frame) const {
        const BayesRun run = bayes_run(prior, test(), results());
        const BayesMoment now = moment_of(run, t);
        // The formula keeps room for a line of words below it, however low the canvas is.
        const double top = std::clamp(112 / frame.stage().canvas_points.y(), 0.19, 0.3);
        const double middle = 0.64 * (1 - top), low = top + middle;
        Panel& rule = frame.plane("rule", {{0, 0}, {1, 1}}, {0, 0, 1, top});
        rule.formula(formula(run));
        explain(rule, run, now);
        const double tall = middle * frame.stage().canvas_points.y();
        bayes_square(frame.plane("square", {{-0.17, -0.16}, {1.17, 1 + room_above(1.16, 0.26, 62, tall)}},
                                 {0, top, 0.36, middle}),
                     now, nouns_of(tale));
        bayes_people(frame.plane("people", {{-4, -1}, {29, people_rows + room_above(people_rows + 1, 10, 70, tall)}},
                                 {0.36, top, 0.28, middle}),
                     now, nouns_of(tale));
        bayes_tree(point_plane(frame, "tree", {0.64, top, 0.36, middle}), now, nouns_of(tale));
        odds_chart(point_plane(frame, "odds", {0, low, 0.62, 1 - low}), run);
        draw_bars(point_plane(frame, "bars", {0.62, low, 0.38, 1 - low}), run);
        state(frame, run);
    }

    // So much of a panel of this height, in its own units, keeps so many points above its body for words.
    static double room_above(double body, double least, double points, double tall) {
        return std::max(least, points * body / std::max(tall - points, 0.5 * tall));
    }

    std::string result_words(const std::vector<bool>& seen) const {
        const Nouns& nouns = nouns_of(tale);
        std::string all;
        for (const bool positive : seen)
            all += (all.empty() ? "" : ", ") + (positive ? nouns.positive : nouns.negative);
        return all;
    }
    std::string yes() const { return colored("first", tex_words(nouns_of(tale).yes)); }
    std::string no() const { return colored("second", tex_words(nouns_of(tale).no)); }

    std::string formula(const BayesRun& run) const {
        const std::string p = colored("first", "\\num{prior:.4g}"), q = colored("second", "(1-\\num{prior:.4g})");
        if (run.results.empty()) return "P(" + yes() + ") = " + p;
        std::string of_yes = p, of_no = q;
        for (const bool positive : run.results) {
            of_yes += "\\cdot" + colored("third", positive ? "\\num{sensitivity:.3g}" : "(1-\\num{sensitivity:.3g})");
            of_no += "\\cdot" + colored("third", positive ? "(1-\\num{specificity:.4g})" : "\\num{specificity:.4g}");
        }
        return "P(" + yes() + "\\mid" + colored("third", tex_words(result_words(run.results))) + ") = \\frac{" +
               of_yes + "}{" + of_yes + " + " + of_no + "} = " + colored("special", "\\num{posterior:.3g}");
    }

    void explain(Panel& rule, const BayesRun& run, const BayesMoment& now) const {
        if (run.impossible()) {
            rule.note("Impossible evidence: nobody can get this result. One of the numbers is wrong.", Ink::negative);
            return;
        }
        if (run.results.empty())
            return rule.note("Nothing is known yet. Drag any edge, bead, arrow or bar, then choose a result.",
                             Ink::faint);
        if (run.prior == 0 || run.prior == 1)
            rule.note("A belief of exactly " + brief(run.prior) + " cannot be moved by any evidence.", Ink::special);
        else if (std::abs(run.likelihood_ratio - 1) < 1e-12)
            rule.note("The likelihood ratio is 1: the result is as likely either way, and the belief stays as it was.",
                      Ink::special);
        if (t == 0)
            return rule.note("Drag any edge, bead, arrow or bar: all follow. Then play: learn the result.", Ink::faint);
        rule.note(stage_words(run, now), Ink::text);
    }

    std::string stage_words(const BayesRun& run, const BayesMoment& now) const {
        const std::string which = run.results.size() < 2 ? ""
                                  : now.index == 0       ? "First test. "
                                                         : "Second test, from the new prior. ";
        switch (now.stage) {
            case BayesMoment::Stage::before: return which + "The lit parts fit the result.";
            case BayesMoment::Stage::rule_out: return which + "What does not fit the result is ruled out.";
            case BayesMoment::Stage::together: return which + "What is left slides together; its areas stay.";
            case BayesMoment::Stage::stretched: break;
        }
        return which + "Stretched to a whole again: every area is divided by P(" + result_words({now.step.positive}) +
               ") = " + brief(now.step.evidence, 3) + ".";
    }

    // Both ways round, always: they are what is most often confused.
    void draw_bars(Panel& panel, const BayesRun& run) const {
        const std::vector<bool> seen = run.results.empty() ? std::vector{true} : run.results;
        const BayesRun known = run.results.empty() ? bayes_run(prior, test(), seen) : run;
        const std::string result = colored("third", tex_words(result_words(seen)));
        const std::string would = run.results.empty() ? "\\quad\\text{(if so)}" : "";
        const std::array bars = {Bar{"P(" + yes() + "\\mid " + result + ")" + would, known.posterior, Ink::special,
                                     known.impossible() ? undefined : prior, "impossible result"},
                                 Bar{"P(" + result + "\\mid " + yes() + ")" + would, known.likelihood, Ink::third}};
        const Vec2 size = panel.home.hi;
        const Points ends = probability_bars(panel, {{16, 12}, {size.x() - 70, size.y() - 14}}, bars);
        panel.handle(ends[0], "prior", "Drag the belief after the result: the prior that gives it is found",
                     Ink::special);
        panel.handle(ends[1], "sensitivity", "Drag how likely the result is for the " + nouns_of(tale).yes, Ink::third);
    }

    void state(Frame& frame, const BayesRun& run) const {
        const std::string impossible =
            "Impossible evidence: nobody can get this result, so no share of them can be told.";
        const auto tell = [&](const char* name, double value, const char* title, const std::string& why) {
            if (std::isfinite(value)) frame.fact(name, value, title);
            else
                frame.undefined_fact(name, std::isinf(value) ? "Infinite: the other side has no chance at all." : why,
                                     title);
        };
        const TestResult one = test_result(prior, sensitivity, specificity);
        const std::string no_ratio = "Nobody can get this result, ill or well: 0 to 0 is no ratio.";
        frame.fact("false_positive_rate", 1 - specificity, "False alarms among the well");
        frame.fact("joint",
                   std::vector<std::vector<double>>{{prior * sensitivity, prior * (1 - sensitivity)},
                                                    {(1 - prior) * (1 - specificity), (1 - prior) * specificity}},
                   "Chances (rows: ill, well; columns: positive, negative)");
        frame.fact("tests", static_cast<std::int64_t>(run.results.size()), "Results known");
        frame.fact("likelihood", run.likelihood, "P(result | ill)");
        frame.fact("likelihood_otherwise", run.likelihood_otherwise, "P(result | well)");
        frame.fact("evidence_probability", run.evidence, "P(result)");
        tell("likelihood_ratio", run.likelihood_ratio, "Likelihood ratio of what is known", no_ratio);
        tell("prior_odds", run.prior_odds(), "Prior odds", "");
        tell("posterior", run.posterior, "P(ill | result)", impossible);
        tell("posterior_odds", run.posterior_odds(), "Posterior odds", impossible);
        tell("after_first", run.steps.empty() ? prior : run.steps[0].posterior, "P(ill) after the first result",
             impossible);
        tell("ppv", one.ppv, "P(ill | positive)", "Nobody can test positive.");
        tell("npv", one.npv, "P(well | negative)", "Nobody can test negative.");
        tell("likelihood_ratio_positive", one.likelihood_ratio_positive, "Likelihood ratio of a positive result",
             no_ratio);
        tell("likelihood_ratio_negative", one.likelihood_ratio_negative, "Likelihood ratio of a negative result",
             no_ratio);
        const std::vector<int> counts = people_counts({prior, test(), true});
        frame.fact("people",
                   std::vector<double>{double(counts[1]), double(counts[0]), double(counts[2]), double(counts[3])},
                   "Of 1000: found, missed, false alarms, cleared");
        const Nouns& nouns = nouns_of(tale);
        frame.describe(
            "Bayes' rule as a unit square, 1000 people, a tree, odds on a logarithmic axis, and two bars. The prior "
            "of " +
            nouns.yes + " is " + brief(prior) + ". " +
            (run.results.empty() ? "No result is known yet."
                                 : "Given " + result_words(run.results) + ", it is " +
                                       (run.impossible() ? "without a value: the evidence is impossible."
                                                         : brief(run.posterior, 3) + ".")));
    }

    bool operator==(const BayesRule&) const = default;
};

}  // namespace

Scene bayes_rule() { return scene_of<BayesRule>(); }

}  // namespace eigenscape
