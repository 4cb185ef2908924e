// The Taylor series of a typed formula of one variable: coefficients, polynomial, and how far the series converges.
// Coefficients come from calculating with series, not from derivatives of derivatives, so degree 60 is no trouble.
#pragma once

#include "core/calculus/expression.h"
#include "core/types.h"

namespace eigenscape {

enum class TaylorStatus {
    smooth,
    not_differentiable,  // defined there, with a kink or an endless slope
    no_value,            // no finite value there, nor a limit with a series
};

/// f(x) = sum c_k (x - a)^k, c_k = f^(k)(a)/k!.
struct Taylor {
    TaylorStatus status = TaylorStatus::no_value;
    double at = 0;
    std::vector<double> coefficients;  // c_0 .. c_degree; empty unless smooth
    /// Distance to the nearest complex singularity (infinity when there is none within reach): beyond it the
    /// polynomials drift away from f however high the degree. Undefined (NaN) unless smooth.
    double radius = undefined;
    /// All derivatives vanish with a part like exp(-1/x^2): the series converges, but not to f.
    bool flat = false;
    /// The formula itself has no value at a, as sin(x)/x at 0; the series has its limit.
    bool removable = false;
    std::string problem;  // empty when smooth; else a sentence

    /// The polynomial of the given degree (all coefficients by default) at x, by Horner's rule.
    double operator()(double x, int degree = 1'000'000) const;
};

inline constexpr int highest_taylor_degree = 100;

/// f must have one variable. degree is clamped to 0 .. highest_taylor_degree. Singularities are looked for where the
/// formula divides, takes roots or logarithms, tangents and so on, by Newton's method in the complex plane within 60 of
/// a, and kept when the coefficients grow as they must; what a kink like |x| does farther out is no singularity.
Taylor taylor(const Expression& f, double a, int degree);

}  // namespace eigenscape
