// Sums, products and quotients term by term; a function f(u) from the differential equation that it satisfies.
// A kink is no kink where its argument keeps one sign on both sides, as in |x^2|.
#include "core/calculus/power_series.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace eigenscape {
namespace {

template <class S>
constexpr bool is_real = std::is_same_v<S, double>;
double real_part(double x) { return x; }
double real_part(Complex x) { return x.real(); }

template <class S>
using Coefficients = std::vector<S>;

template <class S>
bool zero(const Series<S>& u) {
    return std::ranges::all_of(u.c, [](const S& x) { return x == S(0); });
}

// Without leading zeros; a series of zeros only keeps one.
template <class S>
Series<S> stripped(Series<S> u) {
    std::size_t lead = 0;
    while (lead + 1 < u.c.size() && u.c[lead] == S(0)) ++lead;
    u.c.erase(u.c.begin(), u.c.begin() + static_cast<std::ptrdiff_t>(lead));
    u.order += static_cast<int>(lead);
    return u;
}

// The same series from t^0 on; undefined when it has a pole.
template <class S>
Series<S> regular(Series<S> u) {
    if (u.order < 0) u = stripped(std::move(u));
    if (u.order < 0 || u.c.empty()) throw NoSeries::no_value;
    u.c.insert(u.c.begin(), static_cast<std::size_t>(u.order), S(0));
    u.order = 0;
    if (!std::isfinite(std::abs(u.c[0]))) throw NoSeries::no_value;
    return u;
}

template <class S>
Series<S> sum(const Series<S>& a, const Series<S>& b) {
    Series<S> s{std::min(a.order, b.order), {}, a.flat || b.flat};
    for (int k = s.order; k < std::min(a.end(), b.end()); ++k) s.c.push_back(a.at(k) + b.at(k));
    if (s.c.empty()) throw NoSeries::no_value;
    return s;
}

template <class S>
Series<S> scaled_series(Series<S> u, S factor) {
    for (S& x : u.c) x *= factor;
    return u;
}

template <class S>
Series<S> product(const Series<S>& a, const Series<S>& b) {
    Series<S> p{a.order + b.order, Coefficients<S>(std::min(a.c.size(), b.c.size())), a.flat || b.flat};
    for (std::size_t k = 0; k < p.c.size(); ++k)
        for (std::size_t i = 0; i <= k; ++i) p.c[k] += a.c[i] * b.c[k - i];
    return p;
}

template <class S>
Series<S> inverse(const Series<S>& u) {
    const Series<S> v = stripped(u);
    if (zero(v) || v.flat) throw NoSeries::no_value;
    Series<S> q{-v.order, Coefficients<S>(v.c.size()), false};
    q.c[0] = S(1) / v.c[0];
    for (std::size_t k = 1; k < q.c.size(); ++k) {
        S rest(0);
        for (std::size_t i = 1; i <= k; ++i) rest += v.c[i] * q.c[k - i];
        q.c[k] = -rest * q.c[0];
    }
    return q;
}

template <class S>
Series<S> slope(const Series<S>& u) {  // of a regular series
    Series<S> d{0, {}, u.flat};
    for (std::size_t k = 1; k < u.c.size(); ++k) d.c.push_back(static_cast<double>(k) * u.c[k]);
    if (d.c.empty()) d.c.push_back(S(0));
    return d;
}

template <class S>
Series<S> integral(const Series<S>& d, S start) {
    const Series<S> from = regular(d);
    Series<S> u{0, {start}, d.flat};
    for (std::size_t k = 0; k < from.c.size(); ++k) u.c.push_back(from.c[k] / static_cast<double>(k + 1));
    return u;
}

template <class S>
Series<S> exponential_series(const Series<S>& raw) {
    const Series<S> v = stripped(raw);
    if constexpr (is_real<S>)  // -1/x^2 and the like: all derivatives are 0
        if (v.order < 0 && v.order % 2 == 0 && v.c[0] < 0) return {0, Coefficients<S>(raw.c.size()), true};
    const Series<S> u = regular(raw);
    Series<S> e{0, Coefficients<S>(u.c.size()), u.flat};
    e.c[0] = std::exp(u.c[0]);
    for (std::size_t k = 1; k < e.c.size(); ++k) {
        for (std::size_t i = 1; i <= k; ++i) e.c[k] += static_cast<double>(i) * u.c[i] * e.c[k - i];
        e.c[k] /= static_cast<double>(k);
    }
    return e;
}

template <class S>
struct Pair {
    Series<S> first, second;
};

// s' = u' c and c' = sign u' s: sine and cosine for -1, their hyperbolic kin for 1.
template <class S>
Pair<S> waves(const Series<S>& raw, double sign) {
    const Series<S> u = regular(raw);
    Pair<S> w{{0, Coefficients<S>(u.c.size()), u.flat}, {0, Coefficients<S>(u.c.size()), u.flat}};
    w.first.c[0] = sign < 0 ? std::sin(u.c[0]) : std::sinh(u.c[0]);
    w.second.c[0] = sign < 0 ? std::cos(u.c[0]) : std::cosh(u.c[0]);
    for (std::size_t k = 1; k < u.c.size(); ++k) {
        for (std::size_t i = 1; i <= k; ++i) {
            const S step = static_cast<double>(i) / static_cast<double>(k) * u.c[i];
            w.first.c[k] += step * w.second.c[k - i];
            w.second.c[k] += sign * step * w.first.c[k - i];
        }
    }
    return w;
}

template <class S>
Series<S> logarithm(const Series<S>& raw) {
    const Series<S> u = regular(raw);
    if (u.c[0] == S(0) || (is_real<S> && real_part(u.c[0]) < 0)) throw NoSeries::no_value;
    return integral(product(slope(u), inverse(u)), std::log(u.c[0]));
}

bool small_whole(double x) { return x == std::floor(x) && std::abs(x) <= 1e6; }

// u^p for a series that begins with a constant other than 0.
template <class S>
Series<S> power_of_unit(const Series<S>& u, double p) {
    Series<S> r{0, Coefficients<S>(u.c.size()), u.flat};
    r.c[0] = std::pow(u.c[0], p);
    for (std::size_t k = 1; k < r.c.size(); ++k) {
        for (std::size_t i = 1; i <= k; ++i)
            r.c[k] += (p * static_cast<double>(i) - static_cast<double>(k - i)) * u.c[i] * r.c[k - i];
        r.c[k] /= static_cast<double>(k) * u.c[0];
    }
    return r;
}

template <class S>
Series<S> power(const Series<S>& raw, double p) {
    if (p == 0) return constant_series(S(1), static_cast<int>(raw.c.size()));
    if (small_whole(p)) {
        Series<S> result = constant_series(S(1), static_cast<int>(raw.c.size())), square = raw;
        for (auto left = static_cast<unsigned>(std::abs(p)); left > 0; left >>= 1) {
            if (left & 1) result = product(result, square);
            if (left > 1) square = product(square, square);
        }
        return p > 0 ? result : inverse(result);
    }
    Series<S> u = stripped(raw);
    if (zero(u)) throw p > 0 ? NoSeries::kink : NoSeries::no_value;
    if (is_real<S> && real_part(u.c[0]) < 0) throw NoSeries::no_value;
    const double lead = u.order * p;  // (t^order)^p = |t|^lead, smooth on both sides only for an even lead
    if (u.order != 0 && (u.order % 2 != 0 || !small_whole(lead) || std::fmod(lead, 2) != 0))
        throw u.order > 0 && p > 0 && u.order % 2 == 0 ? NoSeries::kink : NoSeries::no_value;
    u.order = 0;
    Series<S> r = power_of_unit(u, p);
    r.order = static_cast<int>(lead);
    return r;
}

// 1/sqrt(1 - u^2) u', whose integral is asin.
template <class S>
Series<S> arcsine(const Series<S>& raw, S start, double sign) {
    const Series<S> u = regular(raw), one = constant_series(S(1), static_cast<int>(u.c.size()));
    if (is_real<S> && std::abs(u.c[0]) > 1) throw NoSeries::no_value;
    const Series<S> inside = sum(one, scaled_series(product(u, u), S(-1)));
    if (inside.c[0] == S(0) && !zero(slope(u))) throw NoSeries::kink;
    if (inside.c[0] == S(0)) return constant_series(start, static_cast<int>(u.c.size()));
    return integral(scaled_series(product(slope(u), power(inside, -0.5)), S(sign)), start);
}

template <class S>
Series<S> arctangent(const Series<S>& raw) {
    const Series<S> u = regular(raw), one = constant_series(S(1), static_cast<int>(u.c.size()));
    return integral(product(slope(u), inverse(sum(one, product(u, u)))), std::atan(u.c[0]));
}

template <class S>
Series<S> arctangent_of(const Series<S>& raw_y, const Series<S>& raw_x, double start) {
    const Series<S> y = regular(raw_y), x = regular(raw_x);
    if (y.c[0] == S(0) && real_part(x.c[0]) <= 0 && is_real<S>) throw NoSeries::kink;
    const Series<S> turn = sum(product(slope(y), x), scaled_series(product(y, slope(x)), S(-1)));
    return integral(product(turn, inverse(sum(product(x, x), product(y, y)))), S(start));
}

template <class S>
Series<S> logistic(const Series<S>& u) {
    const Series<S> one = constant_series(S(1), static_cast<int>(u.c.size()));
    return inverse(sum(one, exponential_series(scaled_series(u, S(-1)))));
}

// Which side of 0 a series is on, on both sides of t = 0: 1, -1, or 0 where it is zero throughout. A kink otherwise.
template <class S>
int side(const Series<S>& raw, double value) {
    if (!is_real<S>) return value > 0 ? 1 : value < 0 ? -1 : 0;
    const Series<S> u = stripped(raw);
    if (zero(u)) return 0;
    if (u.order % 2 != 0) throw NoSeries::kink;
    return real_part(u.c[0]) > 0 ? 1 : -1;
}

template <class S>
Series<S> step_function(const Series<S>& raw, double value, double rounded) {
    if (is_real<S> && value == rounded && !zero(slope(regular(raw)))) throw NoSeries::kink;
    return constant_series(S(rounded), static_cast<int>(raw.c.size()));
}

template <class S>
Series<S> extreme(Op op, std::span<const Series<S>> args, std::span<const double> values) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < args.size(); ++k) {
        const int lead = side(sum(args[k], scaled_series(args[best], S(-1))), values[k] - values[best]);
        if (op == Op::max ? lead > 0 : lead < 0) best = k;
    }
    return args[best];
}

}  // namespace

template <class S>
Series<S> constant_series(S value, int terms) {
    Series<S> u{0, Coefficients<S>(static_cast<std::size_t>(terms)), false};
    u.c[0] = value;
    return u;
}

template <class S>
Series<S> apply_to_series(Op op, std::span<const Series<S>> args, std::span<const double> values) {
    const Series<S>& u = args[0];
    const double value = values[0];
    switch (op) {
        case Op::add:
        case Op::mul: {
            Series<S> total = u;
            for (const auto& next : args.subspan(1)) total = op == Op::add ? sum(total, next) : product(total, next);
            return total;
        }
        case Op::neg: return scaled_series(u, S(-1));
        case Op::inv: return inverse(u);
        case Op::pow: {
            const Series<S> n = regular(args[1]);
            if (zero(slope(n))) return power(u, real_part(n.c[0]));
            return exponential_series(product(n, logarithm(u)));
        }
        case Op::sin: return waves(u, -1).first;
        case Op::cos: return waves(u, -1).second;
        case Op::tan: {
            const auto w = waves(u, -1);
            return regular(product(w.first, inverse(w.second)));
        }
        case Op::sinh: return waves(u, 1).first;
        case Op::cosh: return waves(u, 1).second;
        case Op::tanh: {
            // exp(-2|u|) does not overflow; near 0 the mirrored form is as good
            const Series<S> v = regular(u);
            const double mirror = real_part(v.c[0]) > 0 ? -1 : 1;
            const Series<S> e = exponential_series(scaled_series(v, S(2 * mirror)));
            const Series<S> one = constant_series(S(1), static_cast<int>(e.c.size()));
            return scaled_series(product(sum(e, scaled_series(one, S(-1))), inverse(sum(e, one))), S(mirror));
        }
        case Op::asin: return arcsine(u, S(std::asin(regular(u).c[0])), 1);
        case Op::acos: return arcsine(u, S(std::acos(regular(u).c[0])), -1);
        case Op::atan: return arctangent(u);
        case Op::atan2: return arctangent_of(u, args[1], std::atan2(value, values[1]));
        case Op::exp: return exponential_series(u);
        case Op::ln: return logarithm(u);
        case Op::log10: return scaled_series(logarithm(u), S(1 / std::numbers::ln10));
        case Op::log2: return scaled_series(logarithm(u), S(1 / std::numbers::ln2));
        case Op::sqrt: return power(u, 0.5);
        case Op::cbrt: {
            const Series<S> v = stripped(u);
            if (zero(v)) throw NoSeries::kink;
            if (v.order % 3 != 0) throw NoSeries::kink;
            Series<S> unit = v;
            unit.order = 0;
            const bool flip = is_real<S> && real_part(v.c[0]) < 0;
            Series<S> r = power_of_unit(flip ? scaled_series(unit, S(-1)) : unit, 1.0 / 3);
            r.order = v.order / 3;
            return flip ? scaled_series(r, S(-1)) : r;
        }
        case Op::abs: return scaled_series(u, S(side(u, value)));
        case Op::sign:
        case Op::abs_slope: return constant_series(S(side(u, value)), static_cast<int>(u.c.size()));
        case Op::relu: return scaled_series(u, S(std::max(0, side(u, value))));
        case Op::relu_slope: return constant_series(S(std::max(0, side(u, value))), static_cast<int>(u.c.size()));
        case Op::gap:
            if (side(u, value) == 0) throw NoSeries::no_value;
            return constant_series(S(0), static_cast<int>(u.c.size()));
        case Op::floor: return step_function(u, value, std::floor(value));
        case Op::ceil: return step_function(u, value, std::ceil(value));
        case Op::mod: {
            const Series<S> steps = product(u, inverse(args[1]));
            const double ratio = value / values[1];
            return sum(u, scaled_series(product(args[1], step_function(steps, ratio, std::floor(ratio))), S(-1)));
        }
        case Op::min:
        case Op::max: return extreme(op, args, values);
        case Op::sigmoid: return logistic(regular(u));
        case Op::softplus: {
            const double from = value > 0 ? value + std::log1p(std::exp(-value)) : std::log1p(std::exp(value));
            const S start = is_real<S> ? S(from) : std::log(S(1) + std::exp(regular(u).c[0]));
            return integral(product(slope(regular(u)), logistic(regular(u))), start);
        }
        default: throw NoSeries::no_value;
    }
}

template Series<double> constant_series(double, int);
template Series<Complex> constant_series(Complex, int);
template Series<double> apply_to_series(Op, std::span<const Series<double>>, std::span<const double>);
template Series<Complex> apply_to_series(Op, std::span<const Series<Complex>>, std::span<const double>);

}  // namespace eigenscape
