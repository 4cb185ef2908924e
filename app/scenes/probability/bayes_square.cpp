// Bayes' rule as areas: the unit square split by the prior, each strip by the test; see bayes_views.h.
// What does not fit the result fades, what is left slides together and is stretched to a whole again.
#include "app/scenes/probability/bayes_views.h"

#include "viz/ease.h"
#include "viz/number.h"
#include "viz/shapes/rectangle.h"
#include "viz/tex/typeset.h"

namespace eigenscape {
namespace {

void part_outline(Panel& square, const Box2& part, Ink ink) {
    outlined_box(square, part,
                 {.ink = ink, .width_points = 1.5, .dash = ink == Ink::first ? Dash::solid : Dash::dashed});
}

void square_words(Panel& square, const BayesMoment& now, const Nouns& nouns, const Box2& ill, const Box2& well) {
    const bool after = now.known && now.stretch == 1;
    const double share = after ? now.step.posterior : now.step.prior;
    const auto below = [&](double x, const std::string& name, double part, Ink ink) {
        square.label(Vec2(x, 0), name + "\\;" + tex_words(brief(part, 3)), ink, {0, -1}).size_points = 15;
    };
    below(0.2, tex_words(nouns.yes), share, Ink::first);
    below(0.8, tex_words(nouns.no), 1 - share, Ink::second);
    for (const auto& [strip, ink] : {std::pair{ill, Ink::first}, std::pair{well, Ink::second}}) {
        if (strip.size().x() < 0.2 || strip.size().y() < 0.12) continue;
        const double area = ink == Ink::first ? now.step.joint_yes() : now.step.joint_no();
        square.label(Vec2(strip.center()), tex_words(brief(after ? strip.size().x() : area, 3)), Ink::text)
            .size_points = 17;
    }
}

void square_handles(Panel& square, const BayesMoment& now, const Nouns& nouns, const Box2& ill) {
    square.handle(Vec2(now.ruled_out > 0 ? ill.hi.x() : now.step.prior, 1), "prior",
                  "Drag the border: how many are " + nouns.yes, Ink::first);
    if (now.ruled_out > 0) return;
    const double s = now.step.test.sensitivity, f = 1 - now.step.test.specificity;
    square.handle(Vec2(0, s), "sensitivity",
                  "Drag the sensitivity: how many of the " + nouns.yes + " " + nouns.many_positive, Ink::third);
    square.handle(Vec2(1, f), "specificity",
                  "Drag how many of the " + nouns.no + " " + nouns.many_positive + ", by mistake", Ink::third);
    square.label(Vec2(0, s), tex_words(brief(s, 3)), Ink::third, {-1, 0}).size_points = 14;
    square.label(Vec2(1, f), tex_words(brief(f, 3)), Ink::third, {1, 0}).size_points = 14;
}

}  // namespace

void bayes_square(Panel& square, const BayesMoment& now, const Nouns& nouns) {
    square.note("Area is probability", Ink::faint);
    square.notes.back().size_points = 14;
    const double p = now.step.prior, s = now.step.test.sensitivity, f = 1 - now.step.test.specificity;
    const double out = now.known ? lerp(now.index ? 0.5 : 0.26, 0.06, now.ruled_out) * (1 - now.stretch) : 0.4,
                 lit = now.known ? 0.75 : 0.4;
    const bool low = now.step.positive;  // positives lie at the bottom
    filled_box(square, {{0, low ? s : 0}, {p, low ? 1 : s}}, Ink::first, out);
    filled_box(square, {{p, low ? f : 0}, {1, low ? 1 : f}}, Ink::second, out);
    const Pen rim{.ink = Ink::axis, .width_points = 1.5};
    const Vec2 corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    square.stroke(std::span<const Vec2>(corners), rim).closed = true;
    const auto [ill, well] = now.strips();
    filled_box(square, ill, Ink::first, lit);
    filled_box(square, well, Ink::second, lit);
    part_outline(square, ill, Ink::first);
    part_outline(square, well, Ink::second);
    square_words(square, now, nouns, ill, well);
    square_handles(square, now, nouns, ill);
}

}  // namespace eigenscape
