// Sums are lists of coefficient·rest: like terms are found by their rest and their coefficients added.
// See algebra.h. Every rule looks one level deep, because what it is given is simplified already.
#include "core/calculus/algebra.h"

#include <cmath>

namespace eigenscape {

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
        if (g[f].op == Op::number) result.coefficient.above *= g[f].number;
        else if (fraction) result.coefficient.below *= g[g.arg(f)].number;
        else rest.push_back(f);
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
    else if (rest) parts.push_back(*rest);
    if (c.below != 1) parts.push_back(builder_.apply(Op::inv, {number(c.below)}));
    return builder_.apply(Op::mul, parts);
}

Index Algebra::sum(std::span<const Index> given) {
    std::vector<Index> terms;
    for (const Index t : given) {
        const auto inner = graph().args_of(t);
        if (graph()[t].op == Op::add && inner.size() <= longest_merge)
            terms.insert(terms.end(), inner.begin(), inner.end());
        else terms.push_back(t);
    }
    constexpr Index plain = ~Index{0};  // stands for "no rest": the constant term
    std::vector<Term> collected;
    std::unordered_map<Index, std::size_t> place;
    for (const Index t : terms) {
        const Term term = split(t);
        const auto [at, fresh] = place.try_emplace(term.rest.value_or(plain), collected.size());
        if (fresh) collected.push_back(term);
        else collected[at->second].coefficient = plus(collected[at->second].coefficient, term.coefficient);
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

}  // namespace eigenscape
