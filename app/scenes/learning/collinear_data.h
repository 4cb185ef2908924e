// Two predictors that almost say the same, and the planes fitted to one sample after another of them.
// Sample 1 is the data; later ones keep the predictors and draw new noise, or draw rows of your own data anew.
#pragma once

#include "core/learn/regression.h"
#include "core/types.h"

#include <cstdint>
#include <optional>

namespace eigenscape {

struct Sample {
    MatX X;  // n x 2
    VecX y;
};

/// y = truth . x + noise. Both columns have mean 0 and deviation 1 (divisor n), and their correlation is rho to the
/// last digits, so that the variance inflation is 1/(1 - rho^2). Sample r, from 1, depends on seed and r alone.
struct Recipe {
    double rho = 0.98, noise = 1;
    int n = 40;
    int seed = 1;
    Vec2 truth{1, 0.5};
};
Sample made_sample(const Recipe& recipe, int r);

/// Sample 1 is the rows (x1, x2, y) themselves, a later one as many rows drawn from them with replacement.
Sample own_sample(const Points3& rows, int seed, int r);

struct Plane {
    double intercept = undefined;
    Vec2 slopes{undefined, undefined};
    bool held_back = false;  // by a ridge; false where a ridge was asked for but a column is constant
    double operator()(const Vec2& x) const { return intercept + slopes.dot(x); }
};

/// Least squares, the shortest after standardising where that is not unique; with a lambda a ridge on the standardised
/// columns, its slopes given in the units of the data. Undefined (NaN) without rows.
Plane fitted_plane(const Sample& sample, std::optional<double> lambda);
Plane plane_of(const Regression& r);

}  // namespace eigenscape
