// Truncated power series as numbers that are calculated with: what a formula does to a + t it does to their
// coefficients. Series may begin below t^0, so that sin(x)/x at 0 comes out as 1 - x^2/6; internal to core/calculus,
// see taylor.h.
#pragma once

#include "core/calculus/operation.h"
#include "core/types.h"

#include <span>

namespace eigenscape {

/// Why there is no series: thrown by the functions below.
enum class NoSeries {
    no_value,  // the formula has no finite value there
    kink,      // defined, but some derivative is missing
};

/// c[0] t^order + c[1] t^(order + 1) + ...; what comes after the last is unknown. S is double or Complex.
template <class S>
struct Series {
    int order = 0;
    std::vector<S> c;
    bool flat = false;  // a part like exp(-1/x^2) vanished with all its derivatives: smooth, but not its series

    S at(int exponent) const {
        const int k = exponent - order;
        return k < 0 || k >= static_cast<int>(c.size()) ? S(0) : c[static_cast<std::size_t>(k)];
    }
    int end() const { return order + static_cast<int>(c.size()); }
};

template <class S>
Series<S> constant_series(S value, int terms);

/// One operation on series, by the recurrences of Knuth (TAOCP 2, 4.7) and Griewank and Walther ("Evaluating
/// Derivatives", table 13.2). `value` is what the operation gives at t = 0 in real arithmetic: it settles which side of
/// a kink holds when S is complex, and its sign is read from the series itself when S is real.
template <class S>
Series<S> apply_to_series(Op op, std::span<const Series<S>> args, std::span<const double> values_of_args);

}  // namespace eigenscape
