// One pass of the formula over series gives the coefficients; the same pass over complex series of two terms gives
// values and slopes for Newton's method, which finds the singularities that limit convergence.
#include "core/calculus/taylor.h"

#include "core/calculus/graph.h"
#include "core/calculus/power_series.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int spare = 24;                 // terms that divisions by vanishing series may use up
constexpr int long_enough = 80;           // terms from which growth is judged
constexpr double singularity_reach = 60;  // how far from a singularities are looked for

template <class S>
struct Evaluated {
    std::vector<Series<S>> series;  // of each vertex up to the root
    std::vector<double> values;     // at t = 0, in real arithmetic
};

double value_of(const Series<double>& u) { return u.order > 0 ? 0 : u.order < 0 ? undefined : u.c[0]; }

// `values`: what each vertex is at a, to settle the sides of kinks; for a real pass it is filled from the series.
template <class S>
Evaluated<S> evaluate(const Graph& graph, const Series<S>& x, std::vector<double> values, Index upto) {
    Evaluated<S> result{{}, std::move(values)};
    const int terms = static_cast<int>(x.c.size());
    for (Index i = 0; i <= upto; ++i) {
        const Vertex& v = graph[i];
        if (v.op == Op::number) result.series.push_back(constant_series(S(v.number), terms));
        else if (v.op == Op::constant)
            result.series.push_back(constant_series(S(named_constants()[v.which].value), terms));
        else if (v.op == Op::variable) result.series.push_back(x);
        else {
            std::vector<Series<S>> args;
            std::vector<double> at;
            for (const Index a : graph.args_of(i)) args.push_back(result.series[a]), at.push_back(result.values[a]);
            result.series.push_back(apply_to_series<S>(v.op, args, at));
        }
        if constexpr (std::is_same_v<S, double>) result.values.push_back(value_of(result.series.back()));
    }
    return result;
}

Series<double> line(double a, double step, int terms) {
    Series<double> x = constant_series(a, terms);
    if (terms > 1) x.c[1] = step;
    return x;
}

// A part of the formula, and where f breaks: where condition(part) is zero.
struct Suspect {
    Index part;
    enum Kind { zero, cosine, hyperbolic_cosine, unit, imaginary_unit, minus_one_exponential } kind;
};

// u = 0 by its factors, so that a double zero is found as a simple one.
void add_zeros(const Graph& graph, Index u, std::vector<Suspect>& list) {
    const Vertex& v = graph[u];
    const bool root = v.op == Op::sqrt || v.op == Op::cbrt || v.op == Op::abs || v.op == Op::neg || v.op == Op::pow;
    if (v.op == Op::mul)
        for (const Index a : graph.args_of(u)) add_zeros(graph, a, list);
    else if (root) add_zeros(graph, graph.arg(u), list);
    else if (v.op != Op::number && v.op != Op::constant && v.op != Op::inv && v.op != Op::exp)
        list.push_back({u, Suspect::zero});
}

bool is_counting_power(const Graph& graph, Index exponent) {
    const Vertex& v = graph[exponent];
    return v.op == Op::number && v.number >= 0 && v.number == std::floor(v.number);
}

std::vector<Suspect> suspects(const Graph& graph) {
    std::vector<Suspect> list;
    for (Index i = 0; i <= graph.root; ++i) {
        const Vertex& v = graph[i];
        if (v.op <= Op::variable) continue;
        const Index u = graph.arg(i);
        switch (v.op) {
            case Op::inv:
            case Op::ln:
            case Op::log10:
            case Op::log2:
            case Op::sqrt:
            case Op::cbrt: add_zeros(graph, u, list); break;
            case Op::pow:
                if (!is_counting_power(graph, graph.arg(i, 1))) add_zeros(graph, u, list);
                break;
            case Op::tan: list.push_back({u, Suspect::cosine}); break;
            case Op::tanh: list.push_back({u, Suspect::hyperbolic_cosine}); break;
            case Op::asin:
            case Op::acos: list.push_back({u, Suspect::unit}); break;
            case Op::atan: list.push_back({u, Suspect::imaginary_unit}); break;
            case Op::sigmoid:
            case Op::softplus: list.push_back({u, Suspect::minus_one_exponential}); break;
            default: break;
        }
    }
    return list;
}

// The condition's value over its slope in u.
Complex newton_ratio(Suspect::Kind kind, Complex u) {
    switch (kind) {
        case Suspect::zero: return u;
        case Suspect::cosine: return -std::cos(u) / std::sin(u);
        case Suspect::hyperbolic_cosine: return std::cosh(u) / std::sinh(u);
        case Suspect::unit: return (u * u - 1.0) / (2.0 * u);
        case Suspect::imaginary_unit: return (u * u + 1.0) / (2.0 * u);
        case Suspect::minus_one_exponential: return 1.0 + std::exp(-u);
    }
    return u;
}

// Newton's method from z; NaN when it does not settle.
Complex root_near(const Graph& graph, const Suspect& suspect, const std::vector<double>& values, Complex z) {
    for (int k = 0; k < 60; ++k) {
        Series<Complex> x = constant_series(z, 2);
        x.c[1] = 1;
        const Series<Complex> u = evaluate(graph, x, values, suspect.part).series.back();
        const Complex step = newton_ratio(suspect.kind, u.at(0)) / u.at(1);
        if (u.at(1) == Complex(0) || !std::isfinite(std::abs(step))) break;
        z -= step;
        if (std::abs(step) <= 4e-16 * std::abs(z) || step == Complex(0)) return z;
        if (std::abs(z) > 1e6) break;
    }
    return {undefined, undefined};
}

std::vector<double> distances(const Graph& graph, const std::vector<double>& values, double a) {
    std::vector<double> found;
    for (const Suspect& suspect : suspects(graph))
        for (double r = 0.05; r < singularity_reach; r *= 1.5)
            for (int k = 0; k < 12; ++k) {
                try {
                    const Complex z = root_near(graph, suspect, values, a + std::polar(r, 2 * pi * (k + 0.3) / 12));
                    if (std::abs(z - a) < singularity_reach) found.push_back(std::abs(z - a));  // false for NaN
                } catch (NoSeries) {
                }
            }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end(), [](double x, double y) { return y - x <= 1e-9 * y; }),
                found.end());
    return found;
}

// With x = a + r s a singularity at distance r keeps the coefficients of s^k from falling like a power of k less
// than 1.
bool grows(const Graph& graph, double a, double r) {
    try {
        const Series<double> u = evaluate(graph, line(a, r, long_enough + spare), {}, graph.root).series.back();
        for (int k = long_enough / 2; k < long_enough; ++k)
            if (std::pow(std::abs(u.at(k)), 1.0 / k) > 0.7) return true;
    } catch (NoSeries) {
        return true;
    }
    return false;
}

double radius_of(const Graph& graph, const std::vector<double>& values, double a) {
    for (const double r : distances(graph, values, a))
        if (r > 1e-9 && grows(graph, a, r)) return r;
    return infinity;
}

void read_coefficients(Taylor& result, const Series<double>& u, int degree) {
    for (int k = u.order; k < 0; ++k)
        if (u.at(k) != 0) throw NoSeries::no_value;
    if (u.end() <= degree) throw NoSeries::no_value;
    for (int k = 0; k <= degree; ++k) result.coefficients.push_back(u.at(k));
    if (!std::ranges::all_of(result.coefficients, [](double c) { return std::isfinite(c); })) throw NoSeries::no_value;
    result.status = TaylorStatus::smooth;
    result.flat = u.flat;
}

}  // namespace

double Taylor::operator()(double x, int degree) const {
    if (coefficients.empty()) return undefined;
    double sum = 0;
    for (int k = std::min(degree, static_cast<int>(coefficients.size()) - 1); k >= 0; --k)
        sum = sum * (x - at) + coefficients[static_cast<std::size_t>(k)];
    return sum;
}

Taylor taylor(const Expression& f, double a, int degree) {
    Taylor result;
    result.at = a;
    degree = std::clamp(degree, 0, highest_taylor_degree);
    const double direct = f.variables().size() == 1 ? f(std::span(&a, 1)) : undefined;
    try {
        const Graph& graph = f.graph();
        if (f.variables().size() != 1 || !std::isfinite(a)) throw NoSeries::no_value;
        const auto all = evaluate(graph, line(a, 1, degree + 1 + spare), {}, graph.root);
        read_coefficients(result, all.series.back(), degree);
        result.removable = !std::isfinite(direct);
        result.radius = result.flat ? infinity : radius_of(graph, all.values, a);
    } catch (NoSeries why) {
        const bool kink = why == NoSeries::kink && std::isfinite(direct);
        result.coefficients.clear();
        result.status = kink ? TaylorStatus::not_differentiable : TaylorStatus::no_value;
        result.problem =
            kink ? "Not differentiable here: the curve has a kink, so no polynomial touches it in every order."
                 : "No value here, so nothing to expand about.";
    }
    return result;
}

}  // namespace eigenscape
