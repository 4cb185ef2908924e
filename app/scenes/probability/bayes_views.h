// What the views of Bayes' rule share, and two of them: the unit square whose areas are chances, and the axis on which
// odds are multiplied by adding arrows.
#pragma once

#include "app/scenes/probability/bayes_step.h"
#include "viz/frame.h"

#include <string>

namespace eigenscape {

enum class Tale { illness, spam, court };

// What A and B are called.
struct Nouns {
    std::string yes, no, positive, negative, many_positive, many_negative;
};
const Nouns& nouns_of(Tale tale);

// A formula's part in the colour of a role.
std::string colored(const char* role, const std::string& tex);

void bayes_square(Panel& square, const BayesMoment& now, const Nouns& nouns);

// In a panel whose unit is a point. Equal factors of the odds are equal lengths, so ratios are arrows that add.
void odds_chart(Panel& panel, const BayesRun& run);

}  // namespace eigenscape
