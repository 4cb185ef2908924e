// Folding; see computation_steps.h.
// A rule is the formula's own graph, cut at the steps below it: there its arguments stand as variables.
#include "core/calculus/computation_steps.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr Index nowhere = ~Index{0};

std::string argument_name(std::size_t i) {
    constexpr std::string_view letters = "uvwpqrs";
    return i < letters.size() ? std::string(1, letters[i]) : "u" + std::to_string(i + 1);
}

std::vector<std::string> argument_names(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) names.push_back(argument_name(i));
    return names;
}

class Folding {
  public:
    Folding(const Expression& f, const ComputationGraph& graph)
        : nodes_(graph.nodes),
          root_(graph.root),
          cut_(f.graph()),
          fixed_(nodes_.size(), 1),
          folded_(nodes_.size(), 0),
          place_(nodes_.size(), nowhere) {
        for (Index i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].op == Op::variable) fixed_[i] = 0;
            for (const Index a : nodes_[i].args) {
                fixed_[i] = fixed_[i] && fixed_[a];
                folded_[a] = belongs_to(nodes_[a], nodes_[i].op);
            }
        }
        folded_[root_] = 0;
    }

    ComputationSteps run(const Expression& f) {
        ComputationSteps result;
        for (Index i = 0; i <= root_; ++i) {
            if ((fixed_[i] || folded_[i]) && i != root_) continue;
            place_[i] = static_cast<Index>(result.steps.size());
            result.steps.push_back(step_of(f, i));
            for (const Index a : result.steps.back().args) ++result.steps[a].uses;
        }
        return result;
    }

  private:
    static bool belongs_to(const ComputationNode& part, Op user) {
        return part.uses == 1 && ((part.op == Op::neg && user == Op::add) || (part.op == Op::inv && user == Op::mul));
    }

    ComputationStep step_of(const Expression& f, Index i) {
        const ComputationNode& node = nodes_[i];
        ComputationStep step{
            Expression(reachable(cut_, i), argument_names(1)), {}, {}, {}, {}, node.value, node.gradient, 0};
        if (node.op == Op::variable) {
            step.input = f.variables()[node.which];
            step.rule = rule_of(i, {i});
            return step;
        }
        const bool valued = std::isfinite(node.value);
        std::vector<Index> from;  // vertices, in the order of the step's arguments
        for (std::size_t k = 0; k < node.args.size(); ++k) {
            Index a = node.args[k];
            double local = node.local[k], flow = node.flow[k];
            if (folded_[a]) {
                local *= nodes_[a].local[0];
                flow = nodes_[a].flow[0];
                a = nodes_[a].args[0];
            }
            if (fixed_[a]) continue;
            const auto known = std::ranges::find(from, a);
            const auto place = static_cast<std::size_t>(known - from.begin());
            if (known == from.end()) {
                from.push_back(a);
                step.args.push_back(place_[a]);
                step.local.push_back(0);
                step.flow.push_back(0);
            }
            step.local[place] += valued ? local : undefined;
            step.flow[place] += flow;
        }
        if (!from.empty()) step.rule = rule_of(i, from);
        return step;
    }

    Expression rule_of(Index i, const std::vector<Index>& from) {
        std::vector<Vertex> were;
        for (std::size_t k = 0; k < from.size(); ++k) {
            were.push_back(cut_.vertices[from[k]]);
            cut_.vertices[from[k]] = {Op::variable, true, 0, static_cast<Index>(k), 0, 0};
        }
        Expression rule(reachable(cut_, i), argument_names(from.size()));
        for (std::size_t k = 0; k < from.size(); ++k) cut_.vertices[from[k]] = were[k];
        return rule;
    }

    const std::vector<ComputationNode>& nodes_;
    Index root_;
    Graph cut_;
    std::vector<char> fixed_, folded_;  // fixed: without any variable inside
    std::vector<Index> place_;          // of a vertex among the steps
};

// Where the result is not finite no gradient means anything.
ComputationSteps meaningful(ComputationSteps result) {
    if (std::isfinite(result.steps.back().value)) return result;
    std::ranges::fill(result.gradient, undefined);
    for (ComputationStep& step : result.steps) {
        step.gradient = undefined;
        std::ranges::fill(step.flow, undefined);
    }
    return result;
}

}  // namespace

ComputationSteps computation_steps(const Expression& f, std::span<const double> values) {
    const ComputationGraph graph = computation_graph(f, values);
    ComputationSteps result = Folding(f, graph).run(f);
    result.gradient = graph.gradient;
    return meaningful(std::move(result));
}

ComputationSteps as_one_step(const Expression& f, std::span<const double> values) {
    const ComputationGraph graph = computation_graph(f, values);
    ComputationSteps result;
    result.gradient = graph.gradient;
    Graph whole = f.graph();
    std::vector<std::string> names;
    std::vector<Index> place(f.variables().size(), 0);  // of a variable among the names
    ComputationStep step{f, {}, {}, {}, {}, graph.nodes[graph.root].value, 1, 0};
    for (std::size_t i = 0; i < f.variables().size(); ++i) {
        if (!f.depends_on(i)) continue;
        GraphBuilder input;
        input.graph.root = input.variable(0);
        place[i] = static_cast<Index>(names.size());
        names.push_back(f.variables()[i]);
        step.args.push_back(place[i]);
        step.local.push_back(graph.gradient[i]);
        step.flow.push_back(graph.gradient[i]);
        result.steps.push_back({Expression(input.graph, argument_names(1)),
                                f.variables()[i],
                                {},
                                {},
                                {},
                                values[i],
                                graph.gradient[i],
                                1});
    }
    for (Vertex& vertex : whole.vertices)
        if (vertex.op == Op::variable) vertex.which = place[vertex.which];
    if (names.empty()) names = argument_names(1);
    step.rule = Expression(std::move(whole), std::move(names));
    result.steps.push_back(std::move(step));
    return meaningful(std::move(result));
}

}  // namespace eigenscape
