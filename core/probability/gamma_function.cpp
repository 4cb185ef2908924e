// Loader's saddle-point forms for the factors, series and Lentz's continued fractions for the rest.
// The number of terms grows with the square root of a, so even a = 1e9 ends.
#include "core/probability/gamma_function.h"

#include "core/types.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr int most_terms = 2'000'000;

// f = b0 + a1/(b1 + a2/(b2 + ...)) by Lentz's method as modified by Thompson and Barnett; b0 may be 0.
template <class A, class B>
double continued_fraction(double b0, const A& a, const B& b) {
    static constexpr double tiny = 1e-300;
    const auto away = [](double x) { return std::abs(x) < tiny ? tiny : x; };
    double f = away(b0), c = f, d = 0;
    for (int n = 1; n < most_terms; ++n) {
        d = 1 / away(b(n) + a(n) * d);
        c = away(b(n) + a(n) / c);
        f *= c * d;
        if (std::abs(c * d - 1) < epsilon) break;
    }
    return f;
}

double gamma_series(double a, double x) {
    double term = 1, sum = 1;
    for (int n = 1; n < most_terms && term > sum * epsilon / 4; ++n) sum += term *= x / (a + n);
    return std::exp(log_poisson_mass(a, x)) * sum;
}

double gamma_fraction(double a, double x) {
    const double f = continued_fraction(
        x + 1 - a, [a](int n) { return -n * (n - a); }, [a, x](int n) { return x + 2 * n + 1 - a; });
    return std::exp(log_poisson_mass(a, x)) * a / f;
}

double beta_fraction(double a, double b, double x, double y) {
    const auto term = [=](int n) {
        if (n == 1) return 1.0;
        const int m = (n - 1) / 2;
        if (n % 2 == 1) return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double k = m;
        return -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1));
    };
    const double f = continued_fraction(0, term, [](int) { return 1.0; });
    // x^a y^b / (a B(a, b)) is the binomial mass of a in a + b, times b/(a + b).
    return std::exp(log_binomial_mass(a, a + b, x, y)) * b / (a + b) * f;
}

}  // namespace

double stirling_error(double a) {
    if (a == 0) return infinity;
    double below = 0;
    for (; a < 16; ++a) below += (a + 0.5) * std::log1p(1 / a) - 1;
    const double s = 1 / (a * a);
    constexpr double c[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156};
    double sum = 0;
    for (int k = 6; k >= 0; --k) sum = sum * s + c[k];
    return sum / a + below;
}

double log_gamma(double x) {
    if (!(x >= 0)) return undefined;
    if (x == 0 || x == infinity) return infinity;
    if (x == 1 || x == 2) return 0;
    return stirling_error(x) + (x - 0.5) * std::log(x) - x + half_log_two_pi;
}

double deviance(double x, double m) {
    if (std::abs(x - m) >= 0.1 * (x + m)) return std::max(0.0, x * std::log(x / m) + m - x);
    const double v = (x - m) / (x + m);
    double sum = (x - m) * v, term = 2 * x * v;
    for (int j = 1; j < 1000; ++j) {
        term *= v * v;
        const double next = sum + term / (2 * j + 1);
        if (next == sum) break;
        sum = next;
    }
    return sum;
}

double log_poisson_mass(double x, double m) {
    if (m == 0) return x == 0 ? 0 : -infinity;
    if (x == 0) return -m;
    if (x < 1e-280) return -m + x * std::log(m) - log_gamma(x + 1);
    return -stirling_error(x) - deviance(x, m) - half_log_two_pi - 0.5 * std::log(x);
}

double log_binomial_mass(double k, double n, double p, double q) {
    if (p == 0) return k == 0 ? 0 : -infinity;
    if (q == 0) return k == n ? 0 : -infinity;
    // (1 - p)^n: by the smaller of the two, whose logarithm is the better known
    if (k == 0) return n == 0 ? 0 : n * (p < 0.5 ? std::log1p(-p) : std::log(q));
    if (k == n) return n * (q < 0.5 ? std::log1p(-q) : std::log(p));
    const double rest = n - k;
    return stirling_error(n) - stirling_error(k) - stirling_error(rest) - deviance(k, n * p) - deviance(rest, n * q) -
           half_log_two_pi + 0.5 * (std::log(n / rest) - std::log(k));
}

double gamma_p(double a, double x) {
    if (!(a > 0) || !(x >= 0)) return undefined;
    if (x == 0) return 0;
    if (x == infinity) return 1;
    return x < a + 1 ? std::min(1.0, gamma_series(a, x)) : 1 - gamma_fraction(a, x);
}

double gamma_q(double a, double x) {
    if (!(a > 0) || !(x >= 0)) return undefined;
    if (x == 0) return 1;
    if (x == infinity) return 0;
    return x < a + 1 ? std::max(0.0, 1 - gamma_series(a, x)) : gamma_fraction(a, x);
}

double beta_i(double a, double b, double x, double y) {
    if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return undefined;
    if (x == 0) return 0;
    if (y == 0) return 1;
    if (x < (a + 1) / (a + b + 2)) return std::min(1.0, beta_fraction(a, b, x, y));
    return std::max(0.0, 1 - beta_fraction(b, a, y, x));
}

}  // namespace eigenscape
