// What the parser says when it cannot go on. Every sentence about a wrong formula stands in parse_words.cpp.
// Each function here ends the parse by throwing a Misread that names the place and what to type instead.
#pragma once

#include "core/calculus/expression.h"
#include "core/calculus/operation.h"
#include "core/calculus/tokens.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct Misread {
    ParseError error;
};

// A formula half read: its tokens, the one that comes next, and the names that mean something.
struct FormulaReading {
    std::vector<Token> tokens;
    std::span<const std::string> variables;
    std::span<const std::string_view> also_known;
    std::size_t at = 0;

    const Token& now() const { return tokens[at]; }
    const Token& ahead() const { return tokens[std::min(at + 1, tokens.size() - 1)]; }
    const Token* previous() const { return at == 0 ? nullptr : &tokens[at - 1]; }
    bool sees(std::string_view sign) const { return now().kind == Token::sign && now().text == sign; }
};

[[noreturn]] void refuse_nothing(const FormulaReading& reading);
[[noreturn]] void refuse_fault(const Token& fault);  // a character that no formula uses
[[noreturn]] void refuse_depth(const FormulaReading& reading);
[[noreturn]] void refuse_leftover(const FormulaReading& reading);  // something follows where the formula could end
[[noreturn]] void refuse_missing_value(const FormulaReading& reading);
[[noreturn]] void refuse_empty(const Token& opening, const Token& closing);
[[noreturn]] void refuse_unclosed(const Token& opening);
[[noreturn]] void refuse_double_star(const FormulaReading& reading);
[[noreturn]] void refuse_two_numbers(const FormulaReading& reading);
[[noreturn]] void refuse_unknown(const FormulaReading& reading);  // the name that comes next
// `name` is where the function was named.
[[noreturn]] void refuse_bare(const Function& function, const Token& name);
[[noreturn]] void refuse_power_of_name(const Function& function, const Token& name);
[[noreturn]] void refuse_no_argument(const Function& function, const Token& name);
[[noreturn]] void refuse_count(const Function& function, const Token& name, std::size_t given,
                               const std::string& comma_advice);

// " For the decimal number write 1.5 …" when the comma that comes next stands between two numbers without blanks.
std::string decimal_comma(const FormulaReading& reading);

// Why these cannot be the names of variables.
std::optional<ParseError> unusable_variable(std::span<const std::string> variables);

ParseError too_long(std::size_t bytes);

}  // namespace eigenscape
