// Forward over the vertices: the derivative of each from those of its arguments (chain, product and quotient rule).
// Kinks and jumps: |u|/u is the slope of |u| and undefined at 0; adding gap(g), which is 0/g, leaves a gap where g is
// 0.
#include "core/calculus/derivative.h"

#include "core/calculus/algebra.h"

#include <vector>

namespace eigenscape {
namespace {

class Derivation {
  public:
    Derivation(const Graph& graph, Index variable) : variable_(variable) {
        root_ = algebra_.take(graph)[graph.root];
        zero_ = algebra_.number(0);
        one_ = algebra_.number(1);
    }

    Graph run() {
        std::vector<bool> needed(root_ + 1);
        needed[root_] = true;
        for (Index i = root_ + 1; i-- > 0;)
            if (needed[i])
                for (const Index a : g().args_of(i)) needed[a] = true;
        slope_.assign(root_ + 1, zero_);
        for (Index i = 0; i <= root_; ++i)
            if (needed[i]) slope_[i] = slope_of(i);
        return reachable(g(), slope_[root_]);
    }

  private:
    const Graph& g() const { return algebra_.graph(); }
    bool varies(Index i) const { return slope_[i] != zero_; }
    Index square(Index a) { return algebra_.power(a, algebra_.number(2)); }
    Index times(Index a, Index b) { return algebra_.product({a, b}); }
    Index difference(Index a, Index b) { return algebra_.sum({a, algebra_.minus(b)}); }
    Index call(Op op, Index a) { return algebra_.call(op, {a}); }
    Index gap(Index a) { return call(Op::gap, a); }

    Index slope_of(Index i) {
        const Vertex vertex = g()[i];
        if (vertex.op == Op::variable) return vertex.which == variable_ ? one_ : zero_;
        const std::vector<Index> args(g().args_of(i).begin(), g().args_of(i).end());
        std::vector<Index> moving;
        for (const Index a : args)
            if (varies(a)) moving.push_back(a);
        if (moving.empty()) return zero_;
        switch (vertex.op) {
            case Op::add: return of_sum(moving);
            case Op::mul: return of_product(args, moving);
            case Op::neg: return algebra_.minus(slope_[args[0]]);
            case Op::inv: return of_inverse(args[0]);
            case Op::pow: return of_power(i, args[0], args[1]);
            case Op::atan2: return of_atan2(args[0], args[1]);
            case Op::min:
            case Op::max: return of_extreme(vertex.op, args);
            case Op::mod: return of_mod(i, args[0], args[1]);
            case Op::sign:
            case Op::abs_slope:
            case Op::relu_slope:
            case Op::gap: return gap(args[0]);
            case Op::floor:
            case Op::ceil: return gap(difference(args[0], i));
            default: return times(of_function(vertex.op, i, args[0]), slope_[args[0]]);
        }
    }

    Index of_sum(const std::vector<Index>& moving) {
        std::vector<Index> terms;
        terms.reserve(moving.size());
        for (const Index a : moving) terms.push_back(slope_[a]);
        return algebra_.sum(terms);
    }

    // The product rule on halves: its size grows with the number of factors, not with the square of it.
    struct Factors {
        Index value, slope;
    };
    Factors of_factors(std::span<const Index> factors) {
        if (factors.size() == 1) return {factors[0], slope_[factors[0]]};
        const auto [left, left_slope] = of_factors(factors.first(factors.size() / 2));
        const auto [right, right_slope] = of_factors(factors.subspan(factors.size() / 2));
        return {times(left, right), algebra_.sum({times(left_slope, right), times(left, right_slope)})};
    }

    Index of_product(const std::vector<Index>& args, const std::vector<Index>& moving) {
        std::vector<Index> factors;
        for (const Index a : args)
            if (!varies(a)) factors.push_back(a);
        factors.push_back(of_factors(moving).slope);
        return algebra_.product(factors);
    }

    Index of_inverse(Index u) {  // (1/u)' = -u'/u², and (1/b^n)' = -n·b'/b^(n+1) without squaring the power
        const bool power = g()[u].op == Op::pow && !varies(g().arg(u, 1));
        if (!power) return algebra_.minus(times(slope_[u], algebra_.over(square(u))));
        const Index base = g().arg(u), n = g().arg(u, 1);
        const Index higher = algebra_.power(base, algebra_.sum({n, one_}));
        return algebra_.minus(algebra_.product({n, slope_[base], algebra_.over(higher)}));
    }

    Index of_power(Index i, Index base, Index exponent) {
        std::vector<Index> terms;
        if (varies(base)) {
            const Index lower = algebra_.power(base, algebra_.sum({exponent, algebra_.number(-1)}));
            terms.push_back(algebra_.product({exponent, lower, slope_[base]}));
        }
        if (varies(exponent)) terms.push_back(algebra_.product({i, call(Op::ln, base), slope_[exponent]}));
        return algebra_.sum(terms);
    }

    // (a'b - ab')/(a² + b²); the angle jumps where a = 0 and b < 0, that is where max(b, |a|) is 0.
    Index of_atan2(Index a, Index b) {
        const Index above = difference(times(slope_[a], b), times(a, slope_[b]));
        const Index jump = algebra_.call(Op::max, {b, call(Op::abs, a)});
        return algebra_.sum({times(above, algebra_.over(algebra_.sum({square(a), square(b)}))), gap(jump)});
    }

    // Each argument's slope counts where it is ahead of all others; a tie is a kink.
    Index of_extreme(Op op, const std::vector<Index>& args) {
        Index best = args[0], slope = slope_[args[0]];
        for (std::size_t k = 1; k < args.size(); ++k) {
            const Index a = args[k];
            Index lead = difference(best, a), lag = difference(a, best);
            if (op == Op::min) std::swap(lead, lag);
            std::vector<Index> terms;
            if (slope != zero_) terms.push_back(times(slope, call(Op::relu_slope, lead)));
            if (varies(a)) terms.push_back(times(slope_[a], call(Op::relu_slope, lag)));
            slope = algebra_.sum(terms);
            best = algebra_.call(op, {best, a});
        }
        return slope;
    }

    Index of_mod(Index i, Index a, Index b) {  // a - b·floor(a/b), which jumps where it is 0
        if (!varies(b)) return algebra_.sum({slope_[a], gap(i)});
        const Index steps = call(Op::floor, times(a, algebra_.over(b)));
        return algebra_.sum({slope_[a], algebra_.minus(times(slope_[b], steps)), gap(i)});
    }

    Index of_function(Op op, Index i, Index u) {
        const auto one_minus = [this](Index a) { return difference(one_, a); };
        const auto log_slope = [&](double base) {
            return algebra_.over(times(u, call(Op::ln, algebra_.number(base))));
        };
        switch (op) {
            case Op::sin: return call(Op::cos, u);
            case Op::cos: return algebra_.minus(call(Op::sin, u));
            case Op::tan: return algebra_.sum({one_, square(i)});
            case Op::asin: return algebra_.over(call(Op::sqrt, one_minus(square(u))));
            case Op::acos: return algebra_.minus(algebra_.over(call(Op::sqrt, one_minus(square(u)))));
            case Op::atan: return algebra_.over(algebra_.sum({one_, square(u)}));
            case Op::sinh: return call(Op::cosh, u);
            case Op::cosh: return call(Op::sinh, u);
            case Op::tanh: return one_minus(square(i));
            case Op::exp: return i;
            case Op::ln: return algebra_.over(u);
            case Op::log10: return log_slope(10);
            case Op::log2: return log_slope(2);
            case Op::sqrt: return algebra_.over(times(algebra_.number(2), i));
            case Op::cbrt: return algebra_.over(times(algebra_.number(3), square(i)));
            case Op::abs: return call(Op::abs_slope, u);
            case Op::sigmoid: return times(i, one_minus(i));
            case Op::relu: return call(Op::relu_slope, u);
            case Op::softplus: return call(Op::sigmoid, u);
            default: return zero_;  // the other operations have rules of their own above
        }
    }

    Algebra algebra_;
    Index variable_, root_ = 0, zero_ = 0, one_ = 0;
    std::vector<Index> slope_;
};

}  // namespace

Graph derivative_of(const Graph& graph, Index variable) { return Derivation(graph, variable).run(); }

}  // namespace eigenscape
