// Powers and functions, and the way a whole graph goes through all the rules; see algebra.h.
// Sums are in algebra_sums.cpp, products in algebra_products.cpp.
#include "core/calculus/algebra.h"

#include "core/calculus/kernels.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

std::vector<Index> Algebra::take(const Graph& from, std::optional<std::pair<Index, double>> replacement) {
    std::vector<Index> copies(from.vertices.size());
    std::vector<Index> args;
    for (Index i = 0; i < copies.size(); ++i) {
        const Vertex& vertex = from[i];
        args.clear();
        for (const Index a : from.args_of(i)) args.push_back(copies[a]);
        if (vertex.op == Op::number) copies[i] = builder_.number(vertex.number);
        else if (vertex.op == Op::constant) copies[i] = builder_.constant(static_cast<int>(vertex.which));
        else if (vertex.op == Op::variable)
            copies[i] = replacement && replacement->first == vertex.which ? number(replacement->second)
                                                                          : builder_.variable(vertex.which);
        else copies[i] = apply(vertex.op, args);
    }
    return copies;
}

Index Algebra::apply(Op op, std::span<const Index> args) {
    switch (op) {
        case Op::add: return sum(args);
        case Op::mul: return product(args);
        case Op::neg: return minus(args[0]);
        case Op::inv: return over(args[0]);
        case Op::pow: return power(args[0], args[1]);
        default: return call(op, args);
    }
}

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
        case Op::relu: break;
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
