// The distributions as values: a family and its parameters, asked for density, tails, quantiles and moments.
// Read the table `families()` for names, parameters and words; ask `problem` before anything else of typed parameters.
#pragma once

#include "core/types.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

enum class Family { normal, uniform, exponential, gamma, beta, student_t, chi_squared, cauchy, binomial, poisson };

/// The parameters in the order of FamilyInfo::parameters; a family of one parameter ignores b.
struct Distribution {
    Family family = Family::normal;
    double a = 0, b = 1;
    bool operator==(const Distribution&) const = default;
};

///   normal       a = mu, b = sigma > 0                    uniform      on [a, b], a < b
///   exponential  a = lambda > 0, the rate                 gamma        a = k > 0, the shape; b = lambda > 0, the rate
///   beta         a > 0, b > 0, on [0, 1]                  student_t    a = nu > 0 degrees of freedom
///   chi_squared  a = k > 0 degrees of freedom             cauchy       a = x0, b = gamma > 0, the half-width
///   binomial     a = n, whole, 0 to 1e9; b = p            poisson      a = lambda >= 0, to 1e9
struct FamilyInfo {
    Family family;
    std::string_view name;                       // as typed: "student_t"
    std::string_view title;                      // as shown: "Student's t"
    std::array<std::string_view, 2> parameters;  // the second is empty for a family of one
    bool discrete;
    std::string_view tex;    // the density or mass
    std::string_view words;  // where it comes from, one sentence
    Distribution defaults;
};

std::span<const FamilyInfo> families();
const FamilyInfo& info(Family family);
std::optional<Family> find_family(std::string_view name);

/// Why there is no such distribution: the parameter by name, and a sentence that says what it may be.
struct ParameterProblem {
    std::string_view parameter;
    std::string message;
};
std::optional<ParameterProblem> problem(const Distribution& d);

/// All of the following are undefined (NaN) when problem(d) is not empty. For a discrete family the density is the
/// mass, 0 between the whole numbers. Relative accuracy 1e-11 or better, tails included.
double density(const Distribution& d, double x);
double log_density(const Distribution& d, double x);  // finite where the density underflows; -infinity where it is 0
double cdf(const Distribution& d, double x);          // P(X <= x)
double tail(const Distribution& d, double x);         // P(X > x), never by subtraction where it is small

/// The smallest x with cdf(x) >= p; the ends of the support at 0 and 1 (for a binomial of p = 1 that is n), undefined
/// (NaN) outside [0, 1]. For a discrete family a cdf within 64 * 2^-52 of p counts as having reached it.
double quantile(const Distribution& d, double p);
/// The x with tail(x) = q: keeps its digits where p = 1 - q would round to 1. Continuous families only, else NaN.
double tail_quantile(const Distribution& d, double q);

/// Undefined (NaN) where there is none: the mean of a Cauchy, of a t with nu <= 1; infinite for a variance that
/// diverges.
double mean(const Distribution& d);
double variance(const Distribution& d);

/// [low, high] holds all but `outside` of the mass at each end: a window to draw in.
std::pair<double, double> spread(const Distribution& d, double outside = 1e-3);

}  // namespace eigenscape
