// Linear regression by least squares: the plane nearest the points, how sure its slopes are, and what pulls at them.
// Look at `problem`, then at `unique`: collinear columns leave the slopes undetermined while the fit stays the same.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

/// Coefficients count the intercept as number 0; column j of X is coefficient j + 1. Undefined numbers are NaN.
struct Regression {
    VecX beta;            // where not unique: the shortest after standardising the columns
    bool unique = false;  // false for constant or collinear columns and for too few rows
    int rank = 0;         // of [1 X]; beta.size() when unique
    VecX fitted, residuals;
    double rss = undefined, tss = undefined;  // sums of squared residuals, and of y about its mean
    double r2 = undefined;                    // 1 - rss/tss; undefined for a constant y
    double adjusted_r2 = undefined;           // 1 - (1 - r2)(n - 1)/(n - p); undefined when n = p
    int freedom = 0;                          // n - rank; 0 means that the plane passes through every point
    double s = undefined;                     // sqrt(rss / freedom), the noise; undefined when freedom is 0
    MatX covariance;                          // of beta: s^2 (X^T X)^-1; empty unless unique and freedom > 0
    VecX standard_errors, t;                  // t is infinite or undefined where the error is 0
    double F = undefined;                     // all slopes together against none
    VecX leverage;                            // how far each point decides its own fit: 0 .. 1, sums to rank
    VecX vif;  // of each column of X, 1/(1 - R_j^2): infinite when collinear, undefined when constant
    double condition = undefined;  // of the centred columns scaled to length 1: s_max/s_min; infinite when collinear
    VecX singular_values;          // of those columns
    std::vector<int> constant_columns;  // of X, counted from 0
    std::string problem;                // nothing was computed, and why
    std::string warning;                // computed, but not unique or through every point: what to tell
};

/// X is n x p without a column of ones, y has n entries; n >= 1. Columns are centred and scaled to length 1 before the
/// SVD, so that units and offsets cost no digits; a singular value below the rounding of the data counts as zero.
Regression regress(const MatX& X, const VecX& y);

/// One VIF per column; infinity when it is a combination of the others, undefined (NaN) when it is constant.
VecX variance_inflation(const MatX& X);

/// Points of the ellipse that holds coefficients i and j together with this confidence (0 .. 1): |c - c_hat|_C^2 = 2 F,
/// with F the quantile of F(2, freedom), which has a closed form. Empty where `covariance` is.
Points confidence_ellipse(const Regression& r, int i, int j, double confidence = 0.95, int points = 96);

}  // namespace eigenscape
