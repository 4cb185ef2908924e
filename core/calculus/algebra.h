// Building formulas that come out simplified: like terms collected, powers of one base joined, fractions reduced.
// It never cancels across a fraction bar nor drops 0·a where a may be undefined, so x/x, 0/x and 0·ln(x) keep their
// gaps.
#pragma once

#include "core/calculus/coefficient.h"
#include "core/calculus/graph.h"

#include <optional>
#include <vector>

namespace eigenscape {

class Algebra {
  public:
    const Graph& graph() const { return builder_.graph; }

    // Simplified copies of all vertices of another graph, in its order. `replacement` stands for one variable.
    std::vector<Index> take(const Graph& from, std::optional<std::pair<Index, double>> replacement = {});

    Index number(double value) { return builder_.number(value); }
    Index sum(std::span<const Index> terms);
    Index product(std::span<const Index> factors);
    Index power(Index base, Index exponent);
    Index call(Op function, std::span<const Index> args);
    Index apply(Op op, std::span<const Index> args);  // any of the above, by its operation

    Index sum(std::initializer_list<Index> terms) { return sum(std::span(terms.begin(), terms.size())); }
    Index product(std::initializer_list<Index> factors) { return product(std::span(factors.begin(), factors.size())); }
    Index call(Op function, std::initializer_list<Index> args) {
        return call(function, std::span(args.begin(), args.size()));
    }
    Index over(Index a) { return product({builder_.apply(Op::inv, {a})}); }  // 1/a
    Index minus(Index a) { return product({number(-1), a}); }

  private:
    static constexpr Index longest_merge = 16;  // a longer product or sum inside another stays one part, still shared

    struct Term {  // coefficient·rest
        Coefficient coefficient;
        std::optional<Index> rest;
    };
    struct Factors;
    Term split(Index term);
    Index joined(Coefficient coefficient, std::optional<Index> rest);
    void collect(Factors& into, Index factor, bool inverse);
    Index assemble(Factors& factors);
    std::optional<Index> folded(Op function, std::span<const Index> args);

    GraphBuilder builder_;
};

}  // namespace eigenscape
