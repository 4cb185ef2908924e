// Formulas of one variable: values at one or many points, and slopes measured by secants with the error they make.
// The log-log picture of error against h is a valley: truncation on the right, rounding on the left.
#pragma once

#include "core/calculus/expression.h"
#include "core/types.h"

namespace eigenscape {

/// f at x; f must have one variable.
inline double value_at(const Expression& f, double x) { return f(std::span(&x, 1)); }

/// f at every x, compiled once: NaN or infinite where f is.
std::vector<double> values_at(const Expression& f, std::span<const double> x);

/// The slope of f at a from secants of width h, and how far each is off. Undefined (NaN) where f or a derivative is.
struct SecantSlope {
    double h = 0;
    double forward = undefined;                                   // (f(a + h) - f(a)) / h
    double central = undefined;                                   // (f(a + h) - f(a - h)) / 2h
    double forward_error = undefined, central_error = undefined;  // less the exact f'(a)
    /// What theory expects of the size of the errors: |f''| h/2 + e/h and |f'''| h^2/6 + e/h, where e = 2^-52 |f(a)| is
    /// the rounding of a value.
    double forward_expected = undefined, central_expected = undefined;
};
SecantSlope secant_slope(const Expression& f, double a, double h);

/// The same for many h with the derivatives taken once.
std::vector<SecantSlope> secant_slopes(const Expression& f, double a, std::span<const double> h);

/// The h at which theory expects the smallest error: sqrt(2 e/|f''|) and cbrt(3 e/|f'''|); infinity where the
/// derivative in question is 0, undefined (NaN) where it is.
struct BestWidths {
    double forward = undefined, central = undefined;
};
BestWidths best_widths(const Expression& f, double a);

}  // namespace eigenscape
