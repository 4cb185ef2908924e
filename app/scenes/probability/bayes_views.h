// What the views of Bayes' rule share, and four of them: the unit square whose areas are chances, the crowd, the tree,
// and the axis on which odds are multiplied by adding arrows.
#pragma once

#include "app/scenes/probability/bayes_step.h"
#include "viz/frame.h"

#include <string>
#include <vector>

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

inline constexpr int people = 1000, people_columns = 25, people_rows = people / people_columns;
// Of the people: ill and missed, ill and found, false alarms, well and cleared.
std::vector<int> people_counts(const BayesStep& step);
// In this order from below, so that those who test positive stand together. A row of the crowd is a unit.
void bayes_people(Panel& panel, const BayesMoment& now, const Nouns& nouns);

void bayes_tree(Panel& panel, const BayesMoment& now, const Nouns& nouns);  // its unit is a point

// In a panel whose unit is a point. Equal factors of the odds are equal lengths, so ratios are arrows that add.
void odds_chart(Panel& panel, const BayesRun& run);

}  // namespace eigenscape
