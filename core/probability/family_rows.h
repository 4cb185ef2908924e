// What each family answers, as one row of functions; internal to core/probability.
// To add a family: its row in continuous.cpp or discrete.cpp, its words in distribution.cpp.
#pragma once

#include "core/probability/distribution.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

/// Called with parameters that `problem` found to be in order; p strictly between 0 and 1.
struct FamilyRow {
    double (*log_density)(const Distribution&, double x);
    double (*cdf)(const Distribution&, double x);
    double (*tail)(const Distribution&, double x);
    double (*quantile)(const Distribution&, double p);       // null: by bisection
    double (*tail_quantile)(const Distribution&, double q);  // null: by bisection
    double (*mean)(const Distribution&);
    double (*variance)(const Distribution&);
    std::pair<double, double> (*support)(const Distribution&);
};

const FamilyRow& continuous_row(Family family);
const FamilyRow& discrete_row(Family family);

}  // namespace eigenscape
