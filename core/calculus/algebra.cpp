// Sums are lists of coefficient·rest, products are a coefficient and powers of distinct bases above and below the bar.
// Every rule looks one level deep, because what it is given is simplified already.
#include "core/calculus/algebra.h"

#include "core/calculus/kernels.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace eigenscape {
namespace {

constexpr Index longest_merge =
    16;  // a longer product or sum inside another is left as one part, so that sharing survives
constexpr double exact_below = 9007199254740992.0;  // 2^53: whole numbers up to here are exact

bool whole(double x) { return std::floor(x) == x && std::abs(x) < exact_below; }

// 0.4·2.1 as people expect it, 0.84: the neighbouring double that 15 digits write, if it is within the rounding error.
double tidy(double x) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::scientific, 14).ptr;
    double rounded = x;
    std::from_chars(buffer, end, rounded);
    return std::abs(rounded - x) <= std::numeric_limits<double>::epsilon() * std::abs(x) ? rounded : x;
}

Coefficient reduced(Coefficient c) {
    if (!whole(c.above) || !whole(c.below)) return {tidy(c.value()), 1};
    if (c.below < 0) c = {-c.above, -c.below};
    const auto divisor =
        static_cast<double>(std::gcd(static_cast<long long>(c.above), static_cast<long long>(c.below)));
    return {c.above / divisor, c.below / divisor};
}

Coefficient plus(Coefficient a, Coefficient b) {
    if (a.below == b.below) return reduced({a.above + b.above, a.below});
    const Coefficient exact{a.above * b.below + b.above * a.below, a.below * b.below};
    if (whole(a.above * b.below) && whole(b.above * a.below) && whole(exact.above) && whole(exact.below))
        return reduced(exact);
    return {tidy(a.value() + b.value()), 1};
}

}  // namespace

struct Algebra::Term {
    Coefficient coefficient;
    std::optional<Index> rest;
};

struct Algebra::Factors {
    struct Power {
        Index base;
        double exponent;
    };
    Coefficient coefficient;
    std::vector<Power> above, below;
    std::unordered_map<Index, std::size_t> place_above, place_below;

    void add(Index base, double exponent, bool inverse) {
        auto& list = inverse ? below : above;
        const auto [at, fresh] = (inverse ? place_below : place_above).try_emplace(base, list.size());
        if (fresh)
            list.push_back({base, exponent});
        else
            list[at->second].exponent += exponent;
    }
};

std::vector<Index> Algebra::take(const Graph& from, std::optional<std::pair<Index, double>> replacement) {
    std::vector<Index> copies(from.vertices.size());
    std::vector<Index> args;
    for (Index i = 0; i < copies.size(); ++i) {
        const Vertex& vertex = from[i];
        args.clear();
        for (const Index a : from.args_of(i)) args.push_back(copies[a]);
        if (vertex.op == Op::number)
            copies[i] = builder_.number(vertex.number);
        else if (vertex.op == Op::constant)
            copies[i] = builder_.constant(static_cast<int>(vertex.which));
        else if (vertex.op == Op::variable)
            copies[i] = replacement && replacement->first == vertex.which ? number(replacement->second)
                                                                          : builder_.variable(vertex.which);
        else
            copies[i] = apply(vertex.op, args);
    }
    return copies;
}

Index Algebra::apply(Op op, std::span<const Index> args) {
    switch (op) {
        case Op::add:
            return sum(args);
        case Op::mul:
            return product(args);
        case Op::neg:
            return minus(args[0]);
        case Op::inv:
            return over(args[0]);
        case Op::pow:
            return power(args[0], args[1]);
        default:
            return call(op, args);
    }
}

// ---- sums

Algebra::Term Algebra::split(Index term) {
    const Graph& g = graph();
    if (g[term].op == Op::neg) {
        Term inner = split(g.arg(term));
        inner.coefficient.above = -inner.coefficient.above;
        return inner;
    }
    const auto factors = g[term].op == Op::mul ? g.args_of(term) : std::span<const Index>(&term, 1);
    Term result;
    std::vector<Index> rest;
    for (const Index f : factors) {
        const bool fraction = g[f].op == Op::inv && g[g.arg(f)].op == Op::number && g[g.arg(f)].number != 0;
        if (g[f].op == Op::number)
            result.coefficient.above *= g[f].number;
        else if (fraction)
            result.coefficient.below *= g[g.arg(f)].number;
        else
            rest.push_back(f);
    }
    if (!rest.empty()) result.rest = rest.size() == 1 ? rest[0] : builder_.apply(Op::mul, rest);
    return result;
}

Index Algebra::joined(Coefficient c, std::optional<Index> rest) {
    if (!rest && (c.below == 1 || c.above == 0)) return number(c.above);
    std::vector<Index> parts{number(c.above)};
    if (c.above == 0 && graph()[*rest].total) return parts[0];
    if (rest && graph()[*rest].op == Op::mul)
        parts.insert(parts.end(), graph().args_of(*rest).begin(), graph().args_of(*rest).end());
    else if (rest)
        parts.push_back(*rest);
    if (c.below != 1) parts.push_back(builder_.apply(Op::inv, {number(c.below)}));
    return builder_.apply(Op::mul, parts);
}

Index Algebra::sum(std::span<const Index> given) {
    std::vector<Index> terms;
    for (const Index t : given) {
        const auto inner = graph().args_of(t);
        if (graph()[t].op == Op::add && inner.size() <= longest_merge)
            terms.insert(terms.end(), inner.begin(), inner.end());
        else
            terms.push_back(t);
    }
    constexpr Index plain = ~Index{0};  // stands for "no rest": the constant term
    std::vector<Term> collected;
    std::unordered_map<Index, std::size_t> place;
    for (const Index t : terms) {
        const Term term = split(t);
        const auto [at, fresh] = place.try_emplace(term.rest.value_or(plain), collected.size());
        if (fresh)
            collected.push_back(term);
        else
            collected[at->second].coefficient = plus(collected[at->second].coefficient, term.coefficient);
    }
    std::vector<Index> result;
    for (const Term& term : collected) {
        if (!std::isfinite(term.coefficient.value())) return builder_.apply(Op::add, terms);  // overflow: leave it be
        const Index whole_term = joined(term.coefficient, term.rest);
        if (!graph().is_number(whole_term, 0)) result.push_back(whole_term);
    }
    if (result.empty()) return number(0);
    return result.size() == 1 ? result[0] : builder_.apply(Op::add, result);
}

// ---- products

void Algebra::collect(Factors& into, Index factor, bool inverse) {
    const Graph& g = graph();
    const Vertex& vertex = g[factor];
    if (vertex.op == Op::neg) {
        into.coefficient.above = -into.coefficient.above;
        collect(into, g.arg(factor), inverse);
    } else if (vertex.op == Op::number && !(inverse && vertex.number == 0)) {
        (inverse ? into.coefficient.below : into.coefficient.above) *= vertex.number;
    } else if (vertex.op == Op::mul && vertex.count <= longest_merge) {
        for (Index n = 0; n < vertex.count; ++n) collect(into, g.arg(factor, n), inverse);
    } else if (vertex.op == Op::inv && !inverse) {
        collect(into, g.arg(factor), true);
    } else if (vertex.op == Op::pow && g[g.arg(factor, 1)].op == Op::number && whole(g[g.arg(factor, 1)].number) &&
               g[g.arg(factor, 1)].number > 0) {
        into.add(g.arg(factor), g[g.arg(factor, 1)].number, inverse);
    } else {
        into.add(factor, 1, inverse);
    }
}

Index Algebra::product(std::span<const Index> given) {
    Factors factors;
    for (const Index f : given) {
        const auto inner = std::vector<Index>(graph().args_of(f).begin(), graph().args_of(f).end());
        if (graph()[f].op == Op::mul && given.size() == 1)
            for (const Index a : inner) collect(factors, a, false);
        else
            collect(factors, f, false);
    }
    const Coefficient c = factors.coefficient;
    if (!std::isfinite(c.value()) || !std::isfinite(c.above) || !std::isfinite(c.below) ||
        (c.value() == 0 && c.above != 0))
        return builder_.apply(Op::mul, given);  // it overflows or vanishes: leave it as it stands
    factors.coefficient = reduced(c);
    return assemble(factors);
}

Index Algebra::assemble(Factors& factors) {
    const auto place = [this](const Factors::Power& p) {
        const Vertex& v = graph()[p.base];
        const int kind = v.op == Op::constant ? 0 : v.op == Op::variable ? 1 : v.op == Op::add ? 3 : 2;
        return std::tuple(kind, kind == 1 ? v.which : 0, p.base);
    };
    const auto powers = [&](std::vector<Factors::Power>& list, std::vector<Index>& into) {
        std::ranges::sort(list, {}, place);
        for (const auto& [base, exponent] : list)
            into.push_back(exponent == 1 ? base : builder_.apply(Op::pow, {base, number(exponent)}));
    };
    std::vector<Index> parts{number(factors.coefficient.above)}, below;
    if (factors.coefficient.above == 0)
        std::erase_if(factors.above, [this](const auto& p) { return graph()[p.base].total; });
    if (factors.coefficient.above == 0) factors.coefficient.below = 1;
    powers(factors.above, parts);
    if (factors.coefficient.below != 1) below.push_back(number(factors.coefficient.below));
    powers(factors.below, below);
    if (!below.empty())
        parts.push_back(builder_.apply(Op::inv, {below.size() == 1 ? below[0] : builder_.apply(Op::mul, below)}));
    return builder_.apply(Op::mul, parts);
}

// ---- powers and functions

Index Algebra::power(Index base, Index exponent) {
    const Graph& g = graph();
    const Vertex b = g[base], n = g[exponent];
    if (g.is_number(exponent, 1)) return base;
    if (g.is_number(exponent, 0) || g.is_number(base, 1)) return number(1);
    if (const Term t = split(exponent); !t.rest && t.coefficient.value() < 0) return over(power(base, minus(exponent)));
    if (n.op != Op::number || !whole(n.number)) return builder_.apply(Op::pow, {base, exponent});
    const bool even = std::fmod(n.number, 2) == 0;
    if (b.op == Op::number && whole(b.number) && whole(std::pow(b.number, n.number)))
        return number(std::pow(b.number, n.number));
    if (b.op == Op::neg) return even ? power(g.arg(base), exponent) : minus(power(g.arg(base), exponent));
    if (b.op == Op::inv) return over(power(g.arg(base), exponent));
    if (b.op == Op::pow && g[g.arg(base, 1)].op == Op::number && whole(g[g.arg(base, 1)].number))
        return power(g.arg(base), number(g[g.arg(base, 1)].number * n.number));
    if (b.op == Op::mul && b.count <= longest_merge) {
        std::vector<Index> factors(g.args_of(base).begin(), g.args_of(base).end());
        for (Index& f : factors) f = power(f, exponent);
        return product(factors);
    }
    return builder_.apply(Op::pow, {base, exponent});
}

// Calls whose value is exact and needs no rounding: |-3|, sqrt(4), ln(1), cos(0) …
std::optional<Index> Algebra::folded(Op function, std::span<const Index> args) {
    const Graph& g = graph();
    if (function == Op::ln && g[args[0]].op == Op::constant &&
        g[args[0]].which == static_cast<Index>(find_constant("e")))
        return number(1);
    std::vector<double> values;
    for (const Index a : args) {
        if (g[a].op != Op::number) return {};
        values.push_back(g[a].number);
    }
    double result = values[0];
    if (values.size() > 1 && function != Op::min && function != Op::max) return {};
    if (values.size() == 1) result = apply_kernel(function, values[0]);
    for (std::size_t i = 1; i < values.size(); ++i) result = apply_kernel(function, result, values[i]);
    switch (function) {
        case Op::abs:
        case Op::sign:
        case Op::floor:
        case Op::ceil:
        case Op::min:
        case Op::max:
        case Op::relu:
            break;
        case Op::sqrt:
            if (result * result != values[0] || !whole(values[0])) return {};
            break;
        case Op::ln:
        case Op::log10:
        case Op::log2:
            if (values[0] != 1) return {};
            break;
        default:
            if (values[0] != 0 || !whole(result)) return {};
    }
    return std::isfinite(result) ? std::optional(number(result)) : std::nullopt;
}

Index Algebra::call(Op function, std::span<const Index> args) {
    if (const auto value = folded(function, args)) return *value;
    if (function != Op::min && function != Op::max) return builder_.apply(function, args);
    std::vector<Index> distinct;
    for (const Index a : args)
        if (std::ranges::find(distinct, a) == distinct.end()) distinct.push_back(a);
    return distinct.size() == 1 ? distinct[0] : builder_.apply(function, distinct);
}

}  // namespace eigenscape
