// Recursive descent, one function per rule of the grammar; `Nesting` keeps the recursion within the stated depth.
//   sum = product { (+|-) product }       product = signed { [*|/] signed }
//   signed = {+|-} power                  power = atom [ ^ signed ]
//   atom = number | name | name ( sum {, sum} ) | ( sum )
#include "core/calculus/parse.h"

#include "core/calculus/parse_words.h"

#include <algorithm>

namespace eigenscape {
namespace {

// The rules hold nothing but references and small vectors, so that the deepest formula fits a stack of 128 KiB.
class Parser {
  public:
    Parser(std::string_view text, std::span<const std::string> variables, std::span<const std::string_view> also_known)
        : r_{tokens(text), variables, also_known} {}

    Graph parse() {
        if (r_.now().kind == Token::end) refuse_nothing(r_);
        if (r_.tokens.back().text == "=") refuse_fault(r_.tokens.back());
        const Index root = sum();
        if (r_.now().kind != Token::end) refuse_leftover(r_);
        return reachable(builder_.graph, root);
    }

  private:
    // Counts how deep the rules are inside one another, so that no text can exhaust the stack.
    class Nesting {
      public:
        explicit Nesting(Parser& parser) : depth_(parser.depth_) {
            if (++depth_ > deepest_formula) refuse_depth(parser.r_);
        }
        ~Nesting() { --depth_; }

      private:
        int& depth_;
    };

    bool accept(std::string_view sign) {
        if (!r_.sees(sign)) return false;
        ++r_.at;
        return true;
    }

    Index sum() {
        std::vector<Index> terms{product()};
        while (r_.sees("+") || r_.sees("-")) {
            const bool minus = r_.sees("-");
            ++r_.at;
            const Index term = product();
            terms.push_back(minus ? builder_.apply(Op::neg, {term}) : term);
        }
        return terms.size() == 1 ? terms[0] : builder_.apply(Op::add, terms);
    }

    Index product() {
        std::vector<Index> factors{signed_power()};
        while (true) {
            const Token& next = r_.now();
            if (accept("*")) {
                if (r_.sees("*") && r_.now().touches_previous) refuse_double_star(r_);
                factors.push_back(signed_power());
            } else if (accept("/")) {
                factors.push_back(builder_.apply(Op::inv, {signed_power()}));
            } else if (next.kind == Token::name || next.kind == Token::number || r_.sees("(")) {
                if (next.kind == Token::number && r_.previous()->kind == Token::number) refuse_two_numbers(r_);
                factors.push_back(power());
            } else {
                return factors.size() == 1 ? factors[0] : builder_.apply(Op::mul, factors);
            }
        }
    }

    Index signed_power() {
        if (!r_.sees("+") && !r_.sees("-")) return power();
        const Nesting nesting(*this);
        const bool minus = r_.sees("-");
        ++r_.at;
        const Index a = signed_power();
        return minus ? builder_.apply(Op::neg, {a}) : a;
    }

    Index power() {
        const Index base = atom();
        if (!accept("^")) return base;
        const Nesting nesting(*this);
        return builder_.apply(Op::pow, {base, signed_power()});
    }

    Index atom() {
        const Token& token = r_.now();
        if (token.kind == Token::name) return name();
        if (token.kind != Token::number) return in_parentheses();
        ++r_.at;
        return builder_.number(token.value);
    }

    Index in_parentheses() {
        if (!r_.sees("(")) refuse_missing_value(r_);
        const Nesting nesting(*this);
        const Token& opening = r_.now();
        ++r_.at;
        if (r_.sees(")")) refuse_empty(opening, r_.now());
        if (r_.now().kind == Token::end) refuse_unclosed(opening);
        const Index inside = sum();
        close(opening);
        return inside;
    }

    void close(const Token& opening) {
        if (accept(")")) return;
        if (r_.now().kind == Token::end) refuse_unclosed(opening);
        refuse_leftover(r_);
    }

    Index name() {
        const Token& token = r_.now();
        const auto variable = std::ranges::find(r_.variables, token.text);
        const int constant = find_constant(token.text);
        const Function* function = find_function(token.text);
        if (variable == r_.variables.end() && constant < 0 && !function) refuse_unknown(r_);
        ++r_.at;
        if (variable != r_.variables.end())
            return builder_.variable(static_cast<Index>(variable - r_.variables.begin()));
        return constant >= 0 ? builder_.constant(constant) : call(*function, token);
    }

    Index call(const Function& function, const Token& name) {
        if (r_.now().kind == Token::fault) refuse_fault(r_.now());
        if (r_.sees("^")) refuse_power_of_name(function, name);
        if (!r_.sees("(")) refuse_bare(function, name);
        const Nesting nesting(*this);
        const Token& opening = r_.now();
        ++r_.at;
        if (accept(")")) refuse_no_argument(function, name);
        if (r_.now().kind == Token::end) refuse_unclosed(opening);
        std::vector<Index> args{sum()};
        std::string comma_advice = decimal_comma(r_);
        while (accept(",")) {
            args.push_back(sum());
            if (comma_advice.empty()) comma_advice = decimal_comma(r_);
        }
        close(opening);
        if (args.size() < static_cast<std::size_t>(function.fewest) ||
            args.size() > static_cast<std::size_t>(function.most))
            refuse_count(function, name, args.size(), comma_advice);
        return builder_.apply(function.op, args);
    }

    FormulaReading r_;
    GraphBuilder builder_;
    int depth_ = 0;
};

}  // namespace

Parsed parse_formula(std::string_view text, std::span<const std::string> variables,
                     std::span<const std::string_view> also_known) {
    if (auto error = unusable_variable(variables)) return {{}, std::move(error)};
    if (text.size() > longest_formula) return {{}, too_long(text.size())};
    try {
        return {Parser(text, variables, also_known).parse(), {}};
    } catch (const Misread& misread) {
        return {{}, misread.error};
    }
}

}  // namespace eigenscape
