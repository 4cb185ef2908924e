// The least-squares polynomial of any degree, in a basis that is orthogonal on the points themselves.
// Add a degree and the earlier coefficients stay: so degree 0 .. d are all had from one fit.
#pragma once

#include "core/types.h"

#include <span>

namespace eigenscape {

struct PolynomialFit {
    int degree = -1;  // as asked, or the number of different x less one where that is smaller (then `warning` says so)
    std::vector<double> alpha, beta;   // P_0 = 1, P_{k+1} = (x - alpha_k) P_k - beta_k P_{k-1}
    std::vector<double> coefficients;  // of P_0 .. P_degree
    std::vector<double>
        monomials;        // the same polynomial as c_0 + c_1 x + ...; huge numbers that cancel for high degrees
    std::string problem;  // empty, or why there is nothing
    std::string warning;  // interpolation: the curve passes through every point, noise included

    double operator()(double x) const;
};

/// x and y of the same length, one point at least, 0 <= degree <= 30. Forsythe's method (1957) in 32-digit arithmetic,
/// so even the monomials of a degree-9 fit through ten points have 10 digits.
PolynomialFit fit_polynomial(std::span<const double> x, std::span<const double> y, int degree);

/// The mean of (f(x) - y)^2; undefined (NaN) without points.
double mean_squared_error(const PolynomialFit& f, std::span<const double> x, std::span<const double> y);

}  // namespace eigenscape
