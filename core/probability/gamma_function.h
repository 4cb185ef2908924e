// The gamma function and its incomplete relatives: what the tails of most distributions are made of.
// All are good to about 1e-13 relative, small tails included, because factors are subtracted as deviances, not as logs.
#pragma once

namespace eigenscape {

inline constexpr double half_log_two_pi = 0.91893853320467274178;  // ln(sqrt(2 pi))

/// ln Gamma(x) for x > 0; infinity at 0, undefined (NaN) below.
double log_gamma(double x);

/// ln(a!) - ln(sqrt(2 pi a) (a/e)^a) for a > 0: what Stirling's formula leaves out, about 1/(12 a). Infinity at 0.
/// Series for a >= 16 (DLMF 5.11.1), the recurrence from a to a + 1 below.
double stirling_error(double a);

/// x ln(x/m) + m - x for x, m > 0 without cancellation where x is near m (Loader, "Fast and accurate computation of
/// binomial probabilities", 2000). Never negative; 0 exactly for x = m.
double deviance(double x, double m);

/// ln(m^x e^-m / Gamma(x + 1)) for real x >= 0 and m >= 0: the Poisson mass, and the front factor of P and Q below.
double log_poisson_mass(double x, double m);

/// ln(Gamma(n+1)/(Gamma(k+1) Gamma(n-k+1)) p^k q^(n-k)) for real 0 <= k <= n; p + q = 1, both given so that neither is
/// rounded away. The binomial mass, and the front factor of the incomplete beta function.
double log_binomial_mass(double k, double n, double p, double q);

/// P(a, x) and Q(a, x) = 1 - P(a, x), the regularised incomplete gamma functions, each computed without subtracting
/// where it is the small one. a > 0, x >= 0; undefined (NaN) elsewhere. Series 8.11.4, continued fraction 8.9.2 of
/// DLMF.
double gamma_p(double a, double x);
double gamma_q(double a, double x);

/// I_x(a, b), the regularised incomplete beta function; a, b > 0, x + y = 1, both given. Continued fraction 8.17.22 of
/// DLMF; undefined (NaN) outside its range.
double beta_i(double a, double b, double x, double y);

}  // namespace eigenscape
