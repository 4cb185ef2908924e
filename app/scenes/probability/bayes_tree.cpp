// The tree of Bayes' rule; see bayes_views.h.
#include "app/scenes/probability/bayes_views.h"

#include "viz/ease.h"
#include "viz/number.h"
#include "viz/shapes/chance_tree.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <array>

namespace eigenscape {

void bayes_tree(Panel& panel, const BayesMoment& now, const Nouns& nouns) {
    panel.note("Multiply along the branches", Ink::faint);
    panel.notes.back().size_points = 14;
    const double p = now.step.prior, s = now.step.test.sensitivity, c = now.step.test.specificity;
    const auto end = [&](bool yes, bool positive) {
        const double share = yes ? (positive ? s : 1 - s) : (positive ? 1 - c : c), joint = (yes ? p : 1 - p) * share;
        const bool fits = !now.known || positive == now.step.positive;
        return Chance{
            share,
            tex_words((positive ? nouns.positive : nouns.negative) + " ") + "\\;" + tex_words(brief(joint, 3)),
            tex_words(brief(share, 3)),
            yes ? Ink::first : Ink::second,
            fits ? 1 : lerp(1.0, 0.25, now.ruled_out),
            {}};
    };
    const std::vector<Chance> chances = {
        {p, tex_words(nouns.yes), tex_words(brief(p, 3)), Ink::first, 1, {end(true, true), end(true, false)}},
        {1 - p,
         tex_words(nouns.no),
         tex_words(brief(1 - p, 3)),
         Ink::second,
         1,
         {end(false, true), end(false, false)}}};
    const Vec2 size = panel.home.hi;
    const double names = std::min(0.45, 120 / (size.x() - 32));
    const Points beads = chance_tree(panel, {{16, 10}, {size.x() - 16, size.y() - 50}}, chances, names);
    const std::array parameters = {"prior", "sensitivity", "sensitivity", "prior", "specificity", "specificity"};
    for (std::size_t i = 0; i < beads.size(); ++i)
        panel.handle(beads[i], parameters[i], "Drag the bead: the chance of this branch",
                     i == 0 || i == 3 ? Ink::first : Ink::third);
}

}  // namespace eigenscape
