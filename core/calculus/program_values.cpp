// From graph to values: sums and products become chains from the left, small powers become multiplications,
// constants are computed now, by the same kernels that would compute them later.
#include "core/calculus/program_values.h"

#include <bit>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double largest_unrolled_power = 16;  // beyond it the rounding of many multiplications exceeds that of pow

std::size_t hash(const Value& v) {
    std::uint64_t h = static_cast<std::uint64_t>(v.kind) << 8 | static_cast<std::uint64_t>(v.step);
    for (const std::uint64_t part :
         {std::uint64_t{v.a}, std::uint64_t{v.b}, std::bit_cast<std::uint64_t>(v.number), std::uint64_t{v.which}}) {
        h = (h ^ part) * 0x9E3779B97F4A7C15u;
        h ^= h >> 29;
    }
    return static_cast<std::size_t>(h);
}

bool same(const Value& x, const Value& y) {
    return x.kind == y.kind && x.step == y.step && x.operands == y.operands && x.a == y.a && x.b == y.b &&
           x.which == y.which && std::bit_cast<std::uint64_t>(x.number) == std::bit_cast<std::uint64_t>(y.number);
}

bool commutes(Step step) {
    return step == Step::add_vv || step == Step::mul_vv || step == Step::min || step == Step::max;
}

Step step_of(Op op) {
    switch (op) {
        case Op::abs_slope: return Step::abs_slope;
        case Op::relu_slope: return Step::relu_slope;
        case Op::gap: return Step::gap;
        default: return function_of(op).step;
    }
}

}  // namespace

ValueId Values::intern(const Value& value) {
    const std::size_t key = hash(value);
    for (auto [at, end] = known_.equal_range(key); at != end; ++at)
        if (same(values_[at->second], value)) return at->second;
    values_.push_back(value);
    const auto id = static_cast<ValueId>(values_.size() - 1);
    known_.emplace(key, id);
    return id;
}

ValueId Values::number(double x) { return intern({.kind = Value::constant, .number = x}); }

ValueId Values::input(std::uint32_t which) {
    return intern({.kind = Value::input, .which = which, .depends = std::uint64_t{1} << std::min(which, 63u)});
}

ValueId Values::step(Step step, ValueId a, std::optional<ValueId> b) {
    const Value &x = values_[a], &y = values_[b.value_or(a)];
    if (x.kind == Value::constant && y.kind == Value::constant) return number(apply_step(step, x.number, y.number));
    if (step == Step::div_vv && y.kind == Value::constant && std::isnormal(y.number) && std::isnormal(1 / y.number)) {
        int exponent = 0;
        if (std::abs(std::frexp(y.number, &exponent)) == 0.5)
            return this->step(Step::mul_vv, a, number(1 / y.number));  // exact
    }
    Value value{.kind = Value::computed,
                .step = step,
                .operands = static_cast<std::uint8_t>(b ? 2 : 1),
                .a = a,
                .b = b.value_or(0)};
    value.depends = x.depends | y.depends;
    if (b && commutes(step) && value.a > value.b) std::swap(value.a, value.b);
    return intern(value);
}

ValueId Values::add(const Graph& graph) {
    std::vector<ValueId> ids(graph.vertices.size());
    for (Index i = 0; i < ids.size(); ++i) ids[i] = of_vertex(graph, i, ids);
    return ids[graph.root];
}

ValueId Values::of_vertex(const Graph& graph, Index i, const std::vector<ValueId>& ids) {
    const Vertex& v = graph[i];
    switch (v.op) {
        case Op::number: return number(v.number);
        case Op::constant: return number(named_constants()[v.which].value);
        case Op::variable: return input(v.which);
        case Op::add: return of_sum(graph, i, ids);
        case Op::mul: return of_product(graph, i, ids);
        case Op::neg: return step(Step::neg, ids[graph.arg(i)]);
        case Op::inv: return step(Step::div_vv, number(1), ids[graph.arg(i)]);
        case Op::pow: return of_power(ids[graph.arg(i)], ids[graph.arg(i, 1)]);
        default: break;
    }
    std::vector<ValueId> args;
    for (const Index a : graph.args_of(i)) args.push_back(ids[a]);
    return of_function(v.op, args);
}

ValueId Values::of_sum(const Graph& graph, Index i, const std::vector<ValueId>& ids) {
    std::optional<ValueId> total;
    for (const Index term : graph.args_of(i)) {
        const bool minus = graph[term].op == Op::neg;
        if (!total) total = ids[term];
        else if (minus) total = step(Step::sub_vv, *total, ids[graph.arg(term)]);
        else total = step(Step::add_vv, *total, ids[term]);
    }
    return *total;
}

ValueId Values::of_product(const Graph& graph, Index i, const std::vector<ValueId>& ids) {
    std::optional<ValueId> total;
    for (const Index factor : graph.args_of(i)) {
        if (!total) total = ids[factor];
        else if (graph[factor].op == Op::inv) total = step(Step::div_vv, *total, ids[graph.arg(factor)]);
        else total = step(Step::mul_vv, *total, ids[factor]);
    }
    return *total;
}

ValueId Values::of_power(ValueId base, ValueId exponent) {
    const Value &b = values_[base], &n = values_[exponent];
    if (n.kind == Value::constant && b.kind != Value::constant) {
        const double power = n.number;
        if (power == 0.5) return step(Step::sqrt, base);
        if (power == 0) return number(1);
        if (power == std::floor(power) && std::abs(power) <= largest_unrolled_power) {
            auto left = static_cast<unsigned>(std::abs(power));
            std::optional<ValueId> result;
            for (ValueId square = base; left > 0; left >>= 1) {  // by the binary digits of the exponent
                if (left & 1) result = result ? step(Step::mul_vv, *result, square) : square;
                if (left > 1) square = step(Step::mul_vv, square, square);
            }
            return power > 0 ? *result : step(Step::div_vv, number(1), *result);
        }
    }
    return step(Step::pow, base, exponent);
}

ValueId Values::of_function(Op op, std::span<const ValueId> args) {
    const ValueId u = args[0];
    switch (op) {
        case Op::relu: return step(Step::max, u, number(0));
        case Op::sigmoid: {  // 1/(1 + exp(-u))
            const ValueId e = step(Step::exp, step(Step::neg, u));
            return step(Step::div_vv, number(1), step(Step::add_vv, e, number(1)));
        }
        case Op::softplus: {  // max(u, 0) + log1p(exp(-|u|)), which neither overflows nor loses digits
            const ValueId e = step(Step::exp, step(Step::neg, step(Step::abs, u)));
            return step(Step::add_vv, step(Step::max, u, number(0)), step(Step::log1p, e));
        }
        case Op::min:
        case Op::max: {
            ValueId best = u;
            for (const ValueId a : args.subspan(1)) best = step(step_of(op), best, a);
            return best;
        }
        default: return args.size() == 2 ? step(step_of(op), u, args[1]) : step(step_of(op), u);
    }
}

}  // namespace eigenscape
