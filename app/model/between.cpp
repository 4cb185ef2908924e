// The state between two states, so that a jump becomes a motion; see state.h.
// Matrices: A = QP with a turn Q and a stretch P; Q turns on while P changes evenly, so the plane never collapses on
// the way. And what remains of one motion within another: `drifted`.
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"

#include <cmath>

namespace eigenscape {
namespace {

// Q0 (Q0ᵀ Q1)ᵗ ((1 − t) P0 + t P1): Q0ᵀ Q1 is a rotation when both are or both reflect, and the mixture of two positive
// definite P stays positive definite, so det keeps its sign.
template <int N>
Mat<N> matrix_between(const Mat<N>& a, const Mat<N>& b, double t) {
    const int sign = determinant_sign(a);
    if (sign != 0 && sign == determinant_sign(b)) {
        const Polar<N> from = polar(a), to = polar(b);
        if (from.unique && to.unique) {
            const Mat<N> turn = from.Q.transpose() * to.Q;
            const Mat<N> result = from.Q * polar_path(turn, t) * ((1 - t) * from.P + t * to.P);
            if (result.allFinite()) return result;
        }
    }
    return (1 - t) * a + t * b;
}

double number_between(const Range& range, double a, double b, double t) {
    if (a == b) return a;
    if (range.scale == Scale::log && a > 0 && b > 0) return a * std::pow(b / a, t);
    return (1 - t) * a + t * b;
}

Value value_between(const Param& param, const Value& a, const Value& b, double t) {
    if (a == b || a.index() != b.index()) return b;
    if (const auto* matrix = std::get_if<Mat2>(&a)) return matrix_between<2>(*matrix, std::get<Mat2>(b), t);
    if (const auto* matrix = std::get_if<Mat3>(&a)) return matrix_between<3>(*matrix, std::get<Mat3>(b), t);
    if (std::holds_alternative<int>(a)) return b;
    const std::vector<double> from = numbers_of(a), to = numbers_of(b);
    if (from.size() != to.size() || from.empty()) return b;
    std::vector<double> numbers(from.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = number_between(param.range, from[i], to[i], t);
    return with_numbers(b, numbers);
}

double number_drifted(const Range& range, double x, double from, double moved, double share) {
    if (from == moved) return x;
    if (range.scale == Scale::log && from > 0 && moved > 0) return x * std::pow(moved / from, share);
    return x + share * (moved - from);
}

Value value_drifted(const Param& param, const Value& value, const Value& from, const Value& moved, double share) {
    if (from == moved || std::holds_alternative<int>(value)) return value;
    std::vector<double> numbers = numbers_of(value);
    const std::vector<double> before = numbers_of(from), now = numbers_of(moved);
    if (numbers.empty() || before.size() != numbers.size() || now.size() != numbers.size()) return value;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = number_drifted(param.range, numbers[i], before[i], now[i], share);
    return clamped(param, with_numbers(value, numbers), value);
}

}  // namespace

State drifted(const Scene& scene, const State& state, const State& from, const State& moved, double share) {
    if (!(share > 0)) return state;
    State result = state;
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = value_drifted(scene.params[i], state[i], from[i], moved[i], share);
    return scene.settle(std::move(result));
}

State between(const Scene& scene, const State& a, const State& b, double t) {
    if (!(t > 0)) return a;
    if (t >= 1) return b;
    State state = b;
    for (std::size_t i = 0; i < state.size(); ++i) state[i] = value_between(scene.params[i], a[i], b[i], t);
    return scene.settle(std::move(state));
}

}  // namespace eigenscape
