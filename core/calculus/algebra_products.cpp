// Products are a coefficient and powers of distinct bases above and below the bar.
// See algebra.h. Every rule looks one level deep, because what it is given is simplified already.
#include "core/calculus/algebra.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace eigenscape {

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
        if (fresh) list.push_back({base, exponent});
        else list[at->second].exponent += exponent;
    }
};

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
        else collect(factors, f, false);
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

}  // namespace eigenscape
