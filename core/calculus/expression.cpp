// An Expression is a shared, unchanging body: its graph, its variables and, once it has been evaluated, its program.
// The work is done elsewhere: parse.cpp, derivative.cpp, algebra.cpp, print_*.cpp, program.cpp.
#include "core/calculus/expression.h"

#include "core/calculus/algebra.h"
#include "core/calculus/derivative.h"
#include "core/calculus/parse.h"
#include "core/calculus/print.h"

#include <algorithm>
#include <mutex>

namespace eigenscape {

struct Expression::Body {
    Graph graph;
    std::vector<std::string> variables;
    mutable std::once_flag compiled_once;
    mutable std::optional<Program> program;
};

Expression::Expression(Graph graph, std::vector<std::string> variables) {
    auto body = std::make_shared<Body>();
    body->graph = std::move(graph);
    body->variables = std::move(variables);
    body_ = std::move(body);
}

Expression::Result Expression::parse(std::string_view text, std::span<const std::string> variables) {
    Parsed parsed = parse_formula(text, variables);
    if (parsed.error) return {{}, std::move(*parsed.error)};
    return {Expression(std::move(parsed.graph), {variables.begin(), variables.end()}), {}};
}

double Expression::operator()(std::span<const double> values) const {
    std::call_once(body_->compiled_once, [this] { body_->program.emplace(std::span(this, 1)); });
    std::vector<const double*> inputs;
    for (const double& value : values) inputs.push_back(&value);
    double result = 0;
    double* const output = &result;
    body_->program->run(inputs, 1, std::span(&output, 1));
    return result;
}

Expression Expression::derivative(std::size_t variable) const {
    return Expression(derivative_of(body_->graph, static_cast<Index>(variable)), body_->variables);
}

Expression Expression::with_constant(std::size_t variable, double value) const {
    Algebra algebra;
    const auto copies = algebra.take(body_->graph, std::pair(static_cast<Index>(variable), value));
    return Expression(reachable(algebra.graph(), copies[body_->graph.root]), body_->variables);
}

bool Expression::depends_on(std::size_t variable) const {
    return std::ranges::any_of(body_->graph.vertices,
                               [&](const Vertex& v) { return v.op == Op::variable && v.which == variable; });
}

std::string Expression::text() const { return formula_text(body_->graph, body_->variables); }
std::string Expression::tex() const { return formula_tex(body_->graph, body_->variables); }
const std::vector<std::string>& Expression::variables() const { return body_->variables; }
const Graph& Expression::graph() const { return body_->graph; }

bool operator==(const Expression& a, const Expression& b) {
    return a.body_ == b.body_ || (a.variables() == b.variables() && a.graph() == b.graph());
}

}  // namespace eigenscape
