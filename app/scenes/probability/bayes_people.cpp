// The crowd of Bayes' rule; see bayes_views.h.
#include "app/scenes/probability/bayes_views.h"

#include "viz/ease.h"
#include "viz/number.h"
#include "viz/shapes/crowd.h"

#include <array>

namespace eigenscape {
namespace {

// Whole people, unless they are too rare for one of a thousand.
std::string people_count(int count, double share) {
    return count > 0 || share == 0 ? std::to_string(count) : brief(people * share, 2);
}

std::string people_words(const BayesMoment& now, const std::vector<int>& counts, const Nouns& nouns) {
    const int with = now.step.positive ? counts[1] : counts[0], without = now.step.positive ? counts[2] : counts[3];
    const std::string result = now.step.positive ? nouns.many_positive : nouns.many_negative;
    return people_count(with + without, now.step.evidence) + " of 1000 " + result + ", " +
           people_count(with, now.step.joint_yes()) + " of them " + nouns.yes + ".";
}

}  // namespace

std::vector<int> people_counts(const BayesStep& step) {
    const double p = step.prior, s = step.test.sensitivity, c = step.test.specificity;
    const std::array shares = {p * (1 - s), p * s, (1 - p) * (1 - c), (1 - p) * c};
    return whole_counts(shares, people);
}

// From below: ill and missed, ill and found, false alarms, well and cleared; so those who test positive stand
// together.
void bayes_people(Panel& panel, const BayesMoment& now, const Nouns& nouns) {
    const std::vector<int> counts = people_counts(now.step);
    const double ruled_out = now.known ? lerp(1.0, 0.12, now.ruled_out) : 1;
    const auto group = [&](int count, Ink ink, bool positive) {
        const double opacity = positive == now.step.positive ? 1 : ruled_out;
        return CrowdGroup{count, ink, ink == Ink::first ? Mark::square : Mark::disc, positive ? 5.5 : 3.2, opacity};
    };
    const std::array groups = {group(counts[0], Ink::first, false), group(counts[1], Ink::first, true),
                               group(counts[2], Ink::second, true), group(counts[3], Ink::second, false)};
    crowd(panel, groups, people_columns);
    const double p = now.step.prior, rows = people_rows;
    const auto [sensitivity, specificity] = now.step.test;
    const double missed = rows * p * (1 - sensitivity), found = rows * p,
                 alarms = rows * (p + (1 - p) * (1 - specificity));
    panel.line(Vec2(-1.2, 0), Vec2(-1.2, found), {.ink = Ink::first, .width_points = 3});
    panel.line(Vec2(26.2, missed), Vec2(26.2, alarms), {.ink = Ink::third, .width_points = 3});
    panel.handle(Vec2(-1.2, found), "prior", "Drag how many of the 1000 are " + nouns.yes, Ink::first);
    panel.handle(Vec2(26.2, missed), "sensitivity", "Drag where those who test positive begin: fewer missed, or more",
                 Ink::third);
    panel.handle(Vec2(26.2, alarms), "specificity",
                 "Drag where those who test positive end: fewer false alarms, or more", Ink::third);
    panel.note(people_words(now, counts, nouns), Ink::text);
    panel.notes.back().size_points = 14;
}

}  // namespace eigenscape
