// The table of families, what their parameters may be, and quantiles by bisection for those without a formula.
// Bisection runs over the doubles themselves, so it ends at neighbours whatever the scale.
#include "core/probability/distribution.h"

#include "core/probability/family_rows.h"

#include <algorithm>
#include <bit>

namespace eigenscape {
namespace {

constexpr double most = 1e9;  // of n and of a Poisson's lambda

constexpr std::array<FamilyInfo, 10> family_table{{
    {Family::normal,
     "normal",
     "Normal",
     {"mu", "sigma"},
     false,
     R"(\frac{1}{\sigma\sqrt{2\pi}} e^{-(x-\mu)^2/2\sigma^2})",
     "The sum of many small independent effects.",
     {Family::normal, 0, 1}},
    {Family::uniform,
     "uniform",
     "Uniform",
     {"a", "b"},
     false,
     R"(\frac{1}{b-a})",
     "Every value between two ends is as likely as any other.",
     {Family::uniform, 0, 1}},
    {Family::exponential,
     "exponential",
     "Exponential",
     {"lambda", ""},
     false,
     R"(\lambda e^{-\lambda x})",
     "The wait for the next event when events come at a steady rate; having waited tells nothing.",
     {Family::exponential, 1, 0}},
    {Family::gamma,
     "gamma",
     "Gamma",
     {"k", "lambda"},
     false,
     R"(\frac{\lambda^k x^{k-1} e^{-\lambda x}}{\Gamma(k)})",
     "The wait for k events that come at a steady rate.",
     {Family::gamma, 2, 1}},
    {Family::beta,
     "beta",
     "Beta",
     {"a", "b"},
     false,
     R"(\frac{x^{a-1}(1-x)^{b-1}}{B(a,b)})",
     "What is known of a probability after a - 1 successes and b - 1 failures.",
     {Family::beta, 2, 5}},
    {Family::student_t,
     "student_t",
     "Student's t",
     {"nu", ""},
     false,
     R"(\frac{\Gamma(\frac{\nu+1}{2})}{\sqrt{\nu\pi}\,\Gamma(\frac{\nu}{2})} (1 + x^2/\nu)^{-(\nu+1)/2})",
     "A normal mean measured against a standard deviation that is itself estimated.",
     {Family::student_t, 3, 0}},
    {Family::chi_squared,
     "chi_squared",
     "Chi-squared",
     {"k", ""},
     false,
     R"(\frac{x^{k/2-1} e^{-x/2}}{2^{k/2}\Gamma(k/2)})",
     "The sum of the squares of k standard normal numbers.",
     {Family::chi_squared, 3, 0}},
    {Family::cauchy,
     "cauchy",
     "Cauchy",
     {"x0", "gamma"},
     false,
     R"(\frac{1}{\pi\gamma(1 + ((x-x_0)/\gamma)^2)})",
     "Tails so heavy that there is no mean: averages never settle.",
     {Family::cauchy, 0, 1}},
    {Family::binomial,
     "binomial",
     "Binomial",
     {"n", "p"},
     true,
     R"(\binom{n}{k} p^k (1-p)^{n-k})",
     "The number of successes in n independent trials.",
     {Family::binomial, 10, 0.5}},
    {Family::poisson,
     "poisson",
     "Poisson",
     {"lambda", ""},
     true,
     R"(\frac{\lambda^k e^{-\lambda}}{k!})",
     "The number of events in a while when they come at a steady rate.",
     {Family::poisson, 3, 0}},
}};

const FamilyRow& row(const Distribution& d) {
    return info(d.family).discrete ? discrete_row(d.family) : continuous_row(d.family);
}

// The doubles in order as whole numbers, so that a midpoint is taken between representations.
std::int64_t place(double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
double at_place(std::int64_t place) {
    return std::bit_cast<double>(place < 0 ? std::numeric_limits<std::int64_t>::min() - place : place);
}

// The smallest double in [low, high] for which `reached` holds; it holds from somewhere on, at high at the latest.
template <class Reached>
double first_where(double low, double high, const Reached& reached) {
    std::int64_t below = place(low), above = place(high);
    if (reached(low)) return low;
    while (below + 1 < above) {
        const std::int64_t middle = (below & above) + ((below ^ above) >> 1);
        (reached(at_place(middle)) ? above : below) = middle;
    }
    return at_place(above);
}

double first_whole_where(const Distribution& d, const auto& reached) {
    const auto [low, end] = row(d).support(d);
    if (reached(low)) return low;
    double below = low, above = std::max(1.0, 2 * row(d).mean(d) + 10);
    while (above < end && !reached(above)) below = above, above *= 2;
    above = std::min(above, end);
    while (below + 1 < above) {
        const double middle = std::floor(below + (above - below) / 2);
        (reached(middle) ? above : below) = middle;
    }
    return above;
}

std::optional<ParameterProblem> refuse(std::string_view name, std::string_view wants) {
    return ParameterProblem{name, std::string(name) + " must be " + std::string(wants) + "."};
}

bool is_whole(double x) { return std::isfinite(x) && x == std::floor(x); }

std::optional<ParameterProblem> problem_of_continuous(const Distribution& d) {
    const auto& [first, second] = info(d.family).parameters;
    const bool location = d.family == Family::normal || d.family == Family::cauchy;
    if (location && !std::isfinite(d.a)) return refuse(first, "a finite number");
    if (!location && !(d.a > 0 && std::isfinite(d.a))) return refuse(first, "a finite number above 0");
    if (!second.empty() && !(d.b > 0 && std::isfinite(d.b))) return refuse(second, "a finite number above 0");
    return {};
}

}  // namespace

std::span<const FamilyInfo> families() { return family_table; }
const FamilyInfo& info(Family family) { return family_table[static_cast<std::size_t>(family)]; }

std::optional<Family> find_family(std::string_view name) {
    const auto found = std::ranges::find(family_table, name, &FamilyInfo::name);
    return found == family_table.end() ? std::nullopt : std::optional(found->family);
}

std::optional<ParameterProblem> problem(const Distribution& d) {
    if (d.family == Family::binomial) {
        if (!is_whole(d.a) || d.a < 0 || d.a > most) return refuse("n", "a whole number from 0 to 1e9");
        if (!(d.b >= 0 && d.b <= 1)) return refuse("p", "between 0 and 1");
        return {};
    }
    if (d.family == Family::poisson)
        return d.a >= 0 && d.a <= most ? std::nullopt : refuse("lambda", "between 0 and 1e9");
    if (d.family == Family::uniform) {
        if (!std::isfinite(d.a)) return refuse("a", "a finite number");
        return d.b > d.a && std::isfinite(d.b - d.a) ? std::nullopt : refuse("b", "a finite number above a");
    }
    return problem_of_continuous(d);
}

double log_density(const Distribution& d, double x) {
    return problem(d) || std::isnan(x) ? undefined : row(d).log_density(d, x);
}

double density(const Distribution& d, double x) {
    if (d.family == Family::uniform && !problem(d)) return x < d.a || x > d.b ? 0 : 1 / (d.b - d.a);
    return std::exp(log_density(d, x));
}

double cdf(const Distribution& d, double x) { return problem(d) || std::isnan(x) ? undefined : row(d).cdf(d, x); }
double tail(const Distribution& d, double x) { return problem(d) || std::isnan(x) ? undefined : row(d).tail(d, x); }

double quantile(const Distribution& d, double p) {
    if (problem(d) || !(p >= 0 && p <= 1)) return undefined;
    const FamilyRow& of = row(d);
    const auto [low, high] = of.support(d);
    if (p == 0 || p == 1) return p == 0 ? low : high;
    if (of.quantile) return of.quantile(d, p);
    const double enough = p * (1 - 64 * std::numeric_limits<double>::epsilon());
    if (info(d.family).discrete) return first_whole_where(d, [&](double k) { return of.cdf(d, k) >= enough; });
    constexpr double largest = std::numeric_limits<double>::max();
    const double from = std::max(low, -largest), to = std::min(high, largest);
    if (p > 0.5) return first_where(from, to, [&](double x) { return of.tail(d, x) <= 1 - p; });
    return first_where(from, to, [&](double x) { return of.cdf(d, x) >= p; });
}

double tail_quantile(const Distribution& d, double q) {
    if (problem(d) || info(d.family).discrete || !(q >= 0 && q <= 1)) return undefined;
    const FamilyRow& of = row(d);
    const auto [low, high] = of.support(d);
    if (q == 0 || q == 1) return q == 1 ? low : high;
    if (of.tail_quantile) return of.tail_quantile(d, q);
    constexpr double largest = std::numeric_limits<double>::max();
    return first_where(std::max(low, -largest), std::min(high, largest), [&](double x) { return of.tail(d, x) <= q; });
}

double mean(const Distribution& d) { return problem(d) ? undefined : row(d).mean(d); }
double variance(const Distribution& d) { return problem(d) ? undefined : row(d).variance(d); }

std::pair<double, double> spread(const Distribution& d, double outside) {
    const double high = info(d.family).discrete ? quantile(d, 1 - outside) : tail_quantile(d, outside);
    return {quantile(d, outside), high};
}

}  // namespace eigenscape
