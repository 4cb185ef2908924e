// Values from one program with every part as an output; then one sweep from the root back, adding at forks.
// The local rules are those of derivative.cpp, as numbers.
#include "core/calculus/computation_graph.h"

#include "core/calculus/kernels.h"
#include "core/calculus/print.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

std::vector<double> values_of_parts(const Expression& f, std::span<const double> at) {
    std::vector<Expression> parts;
    const auto count = static_cast<Index>(f.graph().root + 1);
    for (Index i = 0; i < count; ++i) parts.emplace_back(reachable(f.graph(), i), f.variables());
    std::vector<double> values(count);
    std::vector<const double*> inputs;
    std::vector<double*> outputs;
    inputs.reserve(at.size());
    outputs.reserve(values.size());
    for (const double& x : at) inputs.push_back(&x);
    for (double& value : values) outputs.push_back(&value);
    Program(parts).run(inputs, 1, outputs);
    return values;
}

std::string label_of(const Expression& f, const Vertex& v) {
    switch (v.op) {
        case Op::number: {
            Graph alone;
            alone.vertices.push_back(v);
            return formula_text(alone, f.variables());
        }
        case Op::constant: return std::string(named_constants()[v.which].name);
        case Op::variable: return f.variables()[v.which];
        case Op::add: return "+";
        case Op::mul: return "×";
        case Op::neg: return "−";
        case Op::inv: return "1/";
        case Op::pow: return "^";
        default: return is_function(v.op) ? std::string(function_of(v.op).name) : "slope";
    }
}

double side(double u) { return u > 0 ? 1 : u < 0 ? -1 : undefined; }

// Each factor's slope is the product of the others.
std::vector<double> slopes_of_product(const std::vector<double>& u) {
    std::vector<double> slopes(u.size(), 1);
    for (std::size_t i = 0; i < u.size(); ++i)
        for (std::size_t k = 0; k < u.size(); ++k)
            if (k != i) slopes[i] *= u[k];
    return slopes;
}

std::vector<double> slopes_of_extreme(Op op, const std::vector<double>& u) {
    const double best = op == Op::max ? *std::ranges::max_element(u) : *std::ranges::min_element(u);
    const bool tie = std::ranges::count(u, best) != 1;
    std::vector<double> slopes;
    slopes.reserve(u.size());
    for (const double x : u) slopes.push_back(x != best ? 0 : tie ? undefined : 1);
    return slopes;
}

std::vector<double> slopes_of_power(double b, double n, double value) {
    const double by_base = n == 0 ? 0 : n * apply_step(Step::pow, b, n - 1);
    return {by_base, b > 0 ? value * apply_step(Step::ln, b) : value == 0 && n > 0 ? 0 : undefined};
}

double slope_of_function(Op op, double u, double value) {
    switch (op) {
        case Op::sin: return apply_kernel(Op::cos, u);
        case Op::cos: return -apply_kernel(Op::sin, u);
        case Op::tan: return 1 + value * value;
        case Op::asin: return 1 / std::sqrt(1 - u * u);
        case Op::acos: return -1 / std::sqrt(1 - u * u);
        case Op::atan: return 1 / (1 + u * u);
        case Op::sinh: return apply_kernel(Op::cosh, u);
        case Op::cosh: return apply_kernel(Op::sinh, u);
        case Op::tanh: return 1 - value * value;
        case Op::exp: return value;
        case Op::ln: return 1 / u;
        case Op::log10: return 1 / (u * std::numbers::ln10);
        case Op::log2: return 1 / (u * std::numbers::ln2);
        case Op::sqrt: return 1 / (2 * value);
        case Op::cbrt: return 1 / (3 * value * value);
        case Op::abs: return side(u);
        case Op::relu: return (side(u) + 1) / 2;
        case Op::sign: return 0 * side(u);
        case Op::floor:
        case Op::ceil: return u == value ? undefined : 0;
        case Op::sigmoid: return value * (1 - value);
        case Op::softplus: return 1 / (1 + apply_kernel(Op::exp, -u));
        default: return undefined;
    }
}

std::vector<double> local_slopes(Op op, const std::vector<double>& u, double value) {
    switch (op) {
        case Op::number:
        case Op::constant:
        case Op::variable: return {};
        case Op::add: return std::vector<double>(u.size(), 1);
        case Op::mul: return slopes_of_product(u);
        case Op::neg: return {-1};
        case Op::inv: return {-value * value};
        case Op::pow: return slopes_of_power(u[0], u[1], value);
        case Op::atan2: {
            const double square = u[0] * u[0] + u[1] * u[1];
            if (u[0] == 0 && u[1] <= 0) return {undefined, undefined};
            return {u[1] / square, -u[0] / square};
        }
        case Op::min:
        case Op::max: return slopes_of_extreme(op, u);
        case Op::mod: return value == 0 ? std::vector{undefined, undefined} : std::vector{1, -std::floor(u[0] / u[1])};
        default: return {slope_of_function(op, u[0], value)};
    }
}

ComputationNode node_of(const Expression& f, Index i, const std::vector<double>& values) {
    const Graph& graph = f.graph();
    ComputationNode node;
    node.op = graph[i].op;
    node.label = label_of(f, graph[i]);
    node.which = node.op == Op::variable ? graph[i].which : 0;
    node.args.assign(graph.args_of(i).begin(), graph.args_of(i).end());
    node.value = values[i];
    std::vector<double> inputs;
    for (const Index a : node.args) inputs.push_back(values[a]);
    node.local = local_slopes(node.op, inputs, node.value);
    return node;
}

bool is_fixed(const ComputationNode& node) { return node.op == Op::number || node.op == Op::constant; }

void send_back(ComputationGraph& result, Index i) {
    ComputationNode& node = result.nodes[i];
    for (std::size_t k = 0; k < node.args.size(); ++k) {
        ComputationNode& arg = result.nodes[node.args[k]];
        // a number's own slope (of x^2 by the 2) may be undefined and concerns nobody
        const bool idle = node.gradient == 0 || is_fixed(arg);
        node.flow.push_back(idle && std::isnan(node.local[k]) ? 0 : node.gradient * node.local[k]);
        arg.gradient += node.flow.back();
    }
}

}  // namespace

ComputationGraph computation_graph(const Expression& f, std::span<const double> values) {
    const std::vector<double> of_parts = values_of_parts(f, values);
    ComputationGraph result;
    result.root = f.graph().root;
    for (Index i = 0; i <= result.root; ++i) {
        result.nodes.push_back(node_of(f, i, of_parts));
        ComputationNode& node = result.nodes.back();
        node.gradient = 0;
        for (const Index a : node.args) {
            node.layer = std::max(node.layer, result.nodes[a].layer + 1);
            ++result.nodes[a].uses;
        }
    }
    result.nodes[result.root].gradient = 1;
    for (Index i = result.root + 1; i-- > 0;) send_back(result, i);
    result.gradient.assign(f.variables().size(), 0);
    for (const ComputationNode& node : result.nodes)
        if (node.op == Op::variable) result.gradient[node.which] += node.gradient;
    return result;
}

}  // namespace eigenscape
