// A formula typed by a person: parsed once, then evaluated, differentiated exactly and printed as TeX.
// Read `parse` for what may be typed; an Expression is immutable and cheap to copy (it shares its tree).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// What is wrong with a typed formula, where, and what to do.
struct ParseError {
    std::string message;     // a sentence, e.g. "Unknown name \"sinn\". Did you mean \"sin\"?"
    std::size_t column = 0;  // 1-based, counted in Unicode code points; length + 1 means "at the end"
    std::size_t length = 1;  // how many code points to underline
};

struct Graph;  // the formula as data, private to core/calculus (graph.h)

class Expression {
  public:
    struct Result;

    // The grammar: numbers (1, .5, 1e-3), the given variables, pi, e, tau; + - * / ^ (right associative, binds tighter
    // than unary minus: -2^2 is -4); juxtaposition multiplies, as tightly as * does: 2x, 2(x+1), x y, and 1/2x is x/2.
    // sin cos tan asin acos atan atan2(y, x) sinh cosh tanh exp ln (natural) log (base 10) log2 sqrt cbrt abs sign
    // floor ceil min max mod (sign of the divisor) sigmoid relu softplus; angles in radians. U+2212 counts as -, U+00B7
    // and U+00D7 as *. A variable may not be called like a function or constant. Limits: 10,000 bytes, depth 200.
    // Outside the real domain a value is NaN (ln(-1), (-8)^(1/3)) or infinite (1/0); 0^0 is 1.
    static Result parse(std::string_view text, std::span<const std::string> variables);

    // One value per variable, in the order given to parse. The same bits as a Program gives for that sample.
    double operator()(std::span<const double> values) const;
    // Exact, simplified; meaningful where the expression itself has a finite value. NaN at kinks and jumps: abs at 0,
    // floor at whole numbers, min and max where arguments tie, sqrt(x^2 + y^2) at the origin.
    Expression derivative(std::size_t variable) const;
    Expression with_constant(std::size_t variable, double value) const;  // variable replaced by a number, simplified
    bool depends_on(std::size_t variable) const;
    std::string text()
        const;  // parses back to an equal expression, within parse's limits (a derivative: to equal values)
    std::string tex()
        const;  // \dots when a derivative would print longer than 50,000 characters; text() ends in an ellipsis
    const std::vector<std::string>& variables() const;
    const Graph& graph() const;
    friend bool operator==(const Expression&, const Expression&);  // the same formula over the same variables

    Expression(Graph graph, std::vector<std::string> variables);  // of core/calculus; others parse

  private:
    struct Body;
    std::shared_ptr<const Body> body_;
};

struct Expression::Result {
    std::optional<Expression> expression;  // set exactly when the text was understood
    ParseError error;                      // meaningful only when it was not
    explicit operator bool() const { return expression.has_value(); }
};

// Several expressions over the same variables, compiled together (common parts are computed once) for whole arrays.
class Program {
  public:
    explicit Program(std::span<const Expression> outputs);
    // inputs[v][i] is variable v at sample i; outputs[o][i] receives output o. Outputs must not overlap the inputs or
    // each other. Deterministic: a sample's result does not depend on `count` nor on its position. Thread-safe.
    void run(std::span<const double* const> inputs, std::size_t count, std::span<double* const> outputs) const;

  private:
    struct Code;
    std::shared_ptr<const Code> code_;
};

}  // namespace eigenscape
