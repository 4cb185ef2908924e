// Recursive descent, one function per rule of the grammar; `Nesting` keeps the recursion within the stated depth.
//   sum = product { (+|-) product }       product = signed { [*|/] signed }
//   signed = {+|-} power                  power = atom [ ^ signed ]
//   atom = number | name | name ( sum {, sum} ) | ( sum )
#include "core/calculus/parse.h"

#include "core/calculus/nearest_name.h"
#include "core/calculus/tokens.h"

#include <algorithm>
#include <array>

namespace eigenscape {
namespace {

struct Refusal {
    ParseError error;
};

[[noreturn]] void refuse(std::string message, std::size_t column, std::size_t length = 1) {
    throw Refusal{{std::move(message), column, length}};
}
[[noreturn]] void refuse(std::string message, const Token& at) {
    refuse(std::move(message), at.column, std::max<std::size_t>(at.length, 1));
}

std::string quoted(std::string_view name) {
    return "\"" + (name.size() <= 40 ? std::string(name) : std::string(name.substr(0, 37)) + "…") + "\"";
}

std::string plural(std::size_t n, const std::string& word) {
    return std::to_string(n) + " " + word + (n == 1 ? "" : "s");
}

std::string usage(const Function& function) {
    if (function.most == 1) return std::string(function.name) + "(x)";
    return std::string(function.name) + (function.most == 2 ? "(x, y)" : "(x, y, …)");
}

class Parser {
  public:
    Parser(std::string_view text, std::span<const std::string> variables, std::span<const std::string_view> also_known)
        : tokens_(tokens(text)), variables_(variables), also_known_(also_known) {}

    Graph parse() {
        if (tokens_.front().kind == Token::end) refuse("Type a formula, for example x^2 + y^2.", tokens_.front());
        if (tokens_.back().text == "=") refuse(tokens_.back().complaint, tokens_.back());
        const Index root = sum();
        if (now().kind != Token::end) refuse_leftover();
        return reachable(builder_.graph, root);
    }

  private:
    const Token& now() const { return tokens_[at_]; }
    const Token& ahead() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    const Token* previous() const { return at_ == 0 ? nullptr : &tokens_[at_ - 1]; }
    bool sees(std::string_view sign) const { return now().kind == Token::sign && now().text == sign; }
    bool accept(std::string_view sign) {
        if (!sees(sign)) return false;
        ++at_;
        return true;
    }

    // Counts how deep the rules are inside one another, so that no text can exhaust the stack.
    class Nesting {
      public:
        explicit Nesting(Parser& parser) : depth_(parser.depth_) {
            if (++depth_ <= deepest_formula) return;
            refuse("The formula is nested more than " + std::to_string(deepest_formula) +
                       " deep from here. Use fewer parentheses, signs or powers inside one another.",
                   parser.now());
        }
        ~Nesting() { --depth_; }

      private:
        int& depth_;
    };

    Index sum() {
        std::vector<Index> terms{product()};
        while (sees("+") || sees("-")) {
            const bool minus = sees("-");
            ++at_;
            const Index term = product();
            terms.push_back(minus ? builder_.apply(Op::neg, {term}) : term);
        }
        return terms.size() == 1 ? terms[0] : builder_.apply(Op::add, terms);
    }

    Index product() {
        std::vector<Index> factors{signed_power()};
        while (true) {
            if (accept("*")) {
                if (sees("*") && now().touches_previous) refuse_double_star();
                factors.push_back(signed_power());
            } else if (accept("/")) {
                factors.push_back(builder_.apply(Op::inv, {signed_power()}));
            } else if (now().kind == Token::name || now().kind == Token::number || sees("(")) {
                if (now().kind == Token::number && previous()->kind == Token::number) refuse_two_numbers();
                factors.push_back(power());
            } else {
                return factors.size() == 1 ? factors[0] : builder_.apply(Op::mul, factors);
            }
        }
    }

    Index signed_power() {
        if (!sees("+") && !sees("-")) return power();
        const Nesting nesting(*this);
        const bool minus = sees("-");
        ++at_;
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
        const Token token = now();
        if (token.kind == Token::number) {
            ++at_;
            return builder_.number(token.value);
        }
        if (token.kind == Token::name) return name();
        if (!sees("(")) refuse_missing_value();
        const Nesting nesting(*this);
        ++at_;
        if (sees(")"))
            refuse("There is nothing between these parentheses.", token.column, now().column - token.column + 1);
        if (now().kind == Token::end) refuse("The \"(\" is never closed. Add a \")\".", token);
        const Index inside = sum();
        close(token);
        return inside;
    }

    void close(const Token& opening) {
        if (accept(")")) return;
        if (now().kind == Token::end) refuse("The \"(\" is never closed. Add a \")\".", opening);
        refuse_leftover();
    }

    Index name() {
        const Token token = now();
        const auto variable = std::ranges::find(variables_, token.text);
        if (variable != variables_.end()) {
            ++at_;
            return builder_.variable(static_cast<Index>(variable - variables_.begin()));
        }
        if (const int place = find_constant(token.text); place >= 0) {
            ++at_;
            return builder_.constant(place);
        }
        const Function* function = find_function(token.text);
        if (!function) refuse_unknown(token);
        ++at_;
        return call(*function, token);
    }

    Index call(const Function& function, const Token& name) {
        const std::string word(function.name);
        if (now().kind == Token::fault) refuse(now().complaint, now());
        if (sees("^"))
            refuse("Write the power after the argument: " + word + "(x)^2 is the square of " + word + "(x).", name);
        if (!sees("(")) refuse(word + " needs its argument in parentheses: " + usage(function) + ".", name);
        const Nesting nesting(*this);
        const Token opening = now();
        ++at_;
        if (accept(")")) refuse(word + " needs an argument between its parentheses: " + usage(function) + ".", name);
        if (now().kind == Token::end) refuse("The \"(\" is never closed. Add a \")\".", opening);
        std::vector<Index> args{sum()};
        std::string comma_advice = decimal_comma();
        while (accept(",")) {
            args.push_back(sum());
            if (comma_advice.empty()) comma_advice = decimal_comma();
        }
        close(opening);
        check_count(function, name, args.size(), comma_advice);
        return builder_.apply(function.op, args);
    }

    void check_count(const Function& function, const Token& name, std::size_t given, const std::string& comma_advice) {
        const auto fewest = static_cast<std::size_t>(function.fewest), most = static_cast<std::size_t>(function.most);
        if (given >= fewest && given <= most) return;
        const std::string range =
            fewest == most ? plural(fewest, "argument") : std::to_string(fewest) + " to " + plural(most, "argument");
        refuse(std::string(function.name) + " takes " + range + ", not " + std::to_string(given) + ": " +
                   usage(function) + "." + comma_advice,
               name);
    }

    // " Write 1.5 …" when the comma that comes now stands between two numbers without blanks, as in 1,5.
    std::string decimal_comma() const {
        if (!sees(",") || previous()->kind != Token::number || ahead().kind != Token::number) return {};
        if (!now().touches_previous || !ahead().touches_previous) return {};
        const std::string number = previous()->text + "." + ahead().text;
        return number.size() > 40 ? std::string() : " For the decimal number write " + number + " with a point.";
    }

    [[noreturn]] void refuse_leftover() const {
        const Token& token = now();
        if (token.kind == Token::fault) refuse(token.complaint, token);
        if (sees(")")) refuse("There is no \"(\" that this \")\" closes.", token);
        if (sees(",")) refuse("A comma only separates the arguments of a function." + decimal_comma(), token);
        refuse("An operator such as + or * is missing before " + quoted(token.text) + ".", token);
    }

    [[noreturn]] void refuse_missing_value() const {
        const Token& token = now();
        if (token.kind == Token::fault) refuse(token.complaint, token);
        if (token.kind == Token::end)
            refuse("The formula stops after " + quoted(previous()->text) + ". Type a number, a name or \"(\" next.",
                   token);
        if (sees(")") && !previous()) refuse("There is no \"(\" that this \")\" closes.", token);
        if (previous() && previous()->text == "(")
            refuse("A number or a name is missing between \"(\" and " + quoted(token.text) + ".", token);
        refuse("A number or a name is missing before " + quoted(token.text) + ".", token);
    }

    [[noreturn]] void refuse_double_star() const {
        const auto simple = [](const Token& t) { return t.kind == Token::number || t.kind == Token::name; };
        const Token* base = at_ >= 2 ? &tokens_[at_ - 2] : nullptr;
        const bool both = base && simple(*base) && simple(ahead()) && base->text.size() + ahead().text.size() < 40;
        refuse("A power is written with ^, not **: " + (both ? base->text + "^" + ahead().text : "x^2") + ".",
               previous()->column, 2);
    }

    [[noreturn]] void refuse_two_numbers() const {
        refuse("Two numbers stand side by side. Put an operator between " + quoted(previous()->text) + " and " +
                   quoted(now().text) + ".",
               now());
    }

    [[noreturn]] void refuse_unknown(const Token& token) const {
        if (std::ranges::find(also_known_, token.text) != also_known_.end())
            refuse(quoted(token.text) + " names a whole surface, so it cannot be a part of a formula. Use it alone, or type "
                   "its formula.", token);
        const bool called = ahead().kind == Token::sign && ahead().text == "(";
        std::string message = std::string(called ? "Unknown function " : "Unknown name ") + quoted(token.text) + ".";
        const std::string better = suggestion(token.text, called);
        if (!better.empty())
            message += " Did you mean " + quoted(better) + "?";
        else if (called)
            message += " Functions are sin, cos, exp, ln, sqrt and so on.";
        else
            message += " Names here are " + known_names() + ".";
        refuse(message, token);
    }

    std::string known_names() const {
        std::string list;
        for (const std::string& name : variables_) list += name + ", ";
        return list + "pi, e and tau";
    }

    std::string suggestion(const std::string& typed, bool called) const {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> elsewhere{
            {{"arcsin", "asin"},
             {"arccos", "acos"},
             {"arctan", "atan"},
             {"arctan2", "atan2"},
             {"sgn", "sign"},
             {"fabs", "abs"},
             {"log10", "log"},
             {"pow", "^"},
             {"heaviside", "sign"}}};
        for (const auto& [theirs, ours] : elsewhere)
            if (typed == theirs) return std::string(ours);
        std::vector<std::string_view> names;
        for (const Function& function : functions()) names.push_back(function.name);
        if (!called) {
            if (const std::string split = split_name(typed); !split.empty()) return split;
            names.insert(names.begin(), variables_.begin(), variables_.end());
            for (const NamedConstant& constant : named_constants()) names.push_back(constant.name);
            names.insert(names.end(), also_known_.begin(), also_known_.end());
        }
        return nearest_name(typed, names);
    }

    bool is_value(std::string_view name) const {
        return find_constant(name) >= 0 || std::ranges::find(variables_, name) != variables_.end();
    }

    // What was run together: xy is x*y, x2 is x*2, sinx is sin(x).
    std::string split_name(const std::string& typed) const {
        for (std::size_t n = typed.size() - 1; n > 0; --n) {
            const std::string head = typed.substr(0, n), tail = typed.substr(n);
            const bool digits = std::ranges::all_of(tail, [](char c) { return c >= '0' && c <= '9'; });
            if (is_value(head) && (is_value(tail) || digits)) return head + "*" + tail;
            const Function* function = find_function(head);
            if (function && function->most == 1 && is_value(tail)) return head + "(" + tail + ")";
        }
        return {};
    }

    std::vector<Token> tokens_;
    std::span<const std::string> variables_;
    std::span<const std::string_view> also_known_;
    GraphBuilder builder_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

std::optional<ParseError> unusable_variable(std::span<const std::string> variables) {
    for (auto at = variables.begin(); at != variables.end(); ++at) {
        const std::string start = "The name " + quoted(*at);
        if (find_function(*at)) return ParseError{start + " is taken: it is a function. Choose another name.", 1, 0};
        if (find_constant(*at) >= 0)
            return ParseError{start + " is taken: it is a constant. Choose another name.", 1, 0};
        if (std::find(variables.begin(), at, *at) != at)
            return ParseError{start + " is used twice. Choose another name.", 1, 0};
        const std::vector<Token> parts = tokens(*at);
        if (parts.size() != 2 || parts[0].kind != Token::name || parts[0].text != *at)
            return ParseError{start + " is not a name: use a letter, then letters, digits or _.", 1, 0};
    }
    return {};
}

}  // namespace

Parsed parse_formula(std::string_view text, std::span<const std::string> variables,
                     std::span<const std::string_view> also_known) {
    if (auto error = unusable_variable(variables)) return {{}, std::move(error)};
    if (text.size() > longest_formula)
        return {{},
                ParseError{"The formula is " + std::to_string(text.size()) + " bytes long; at most " +
                               std::to_string(longest_formula) + " are read. Shorten it.",
                           1, 1}};
    try {
        return {Parser(text, variables, also_known).parse(), {}};
    } catch (const Refusal& refusal) {
        return {{}, refusal.error};
    }
}

}  // namespace eigenscape
