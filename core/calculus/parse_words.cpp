// Sentences for people who mistyped: what is wrong, where, and what to type instead; see parse_words.h.
// Everything quoted from the formula is cut to a length that fits a line.
#include "core/calculus/parse_words.h"

#include "core/calculus/nearest_name.h"
#include "core/calculus/parse.h"

#include <array>

namespace eigenscape {
namespace {

[[noreturn]] void refuse(std::string message, std::size_t column, std::size_t length = 1) {
    throw Misread{{std::move(message), column, length}};
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

std::string known_names(std::span<const std::string> variables) {
    std::string list;
    for (const std::string& name : variables) list += name + ", ";
    return list + "pi, e and tau";
}

bool is_value(std::string_view name, std::span<const std::string> variables) {
    return find_constant(name) >= 0 || std::ranges::find(variables, name) != variables.end();
}

// What was run together: xy is x*y, x2 is x*2, sinx is sin(x).
std::string split_name(const std::string& typed, std::span<const std::string> variables) {
    for (std::size_t n = typed.size() - 1; n > 0; --n) {
        const std::string head = typed.substr(0, n), tail = typed.substr(n);
        const bool digits = std::ranges::all_of(tail, [](char c) { return c >= '0' && c <= '9'; });
        if (is_value(head, variables) && (is_value(tail, variables) || digits)) return head + "*" + tail;
        const Function* function = find_function(head);
        if (function && function->most == 1 && is_value(tail, variables)) return head + "(" + tail + ")";
    }
    return {};
}

// What other programs call it.
std::string_view name_elsewhere(std::string_view typed) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> elsewhere{{{"arcsin", "asin"},
                                                                                             {"arccos", "acos"},
                                                                                             {"arctan", "atan"},
                                                                                             {"arctan2", "atan2"},
                                                                                             {"sgn", "sign"},
                                                                                             {"fabs", "abs"},
                                                                                             {"log10", "log"},
                                                                                             {"pow", "^"},
                                                                                             {"heaviside", "sign"}}};
    for (const auto& [theirs, ours] : elsewhere)
        if (typed == theirs) return ours;
    return {};
}

std::string suggestion(const FormulaReading& reading, const std::string& typed, bool called) {
    if (const std::string_view ours = name_elsewhere(typed); !ours.empty()) return std::string(ours);
    std::vector<std::string_view> names;
    for (const Function& function : functions()) names.push_back(function.name);
    if (!called) {
        if (const std::string split = split_name(typed, reading.variables); !split.empty()) return split;
        names.insert(names.begin(), reading.variables.begin(), reading.variables.end());
        for (const NamedConstant& constant : named_constants()) names.push_back(constant.name);
        names.insert(names.end(), reading.also_known.begin(), reading.also_known.end());
    }
    return nearest_name(typed, names);
}

}  // namespace

void refuse_nothing(const FormulaReading& reading) { refuse("Type a formula, for example x^2 + y^2.", reading.now()); }

void refuse_fault(const Token& fault) { refuse(fault.complaint, fault); }

void refuse_depth(const FormulaReading& reading) {
    refuse("The formula is nested more than " + std::to_string(deepest_formula) +
               " deep from here. Use fewer parentheses, signs or powers inside one another.",
           reading.now());
}

void refuse_leftover(const FormulaReading& reading) {
    const Token& token = reading.now();
    if (token.kind == Token::fault) refuse_fault(token);
    if (reading.sees(")")) refuse("There is no \"(\" that this \")\" closes.", token);
    if (reading.sees(","))
        refuse("A comma only separates the arguments of a function." + decimal_comma(reading), token);
    refuse("An operator such as + or * is missing before " + quoted(token.text) + ".", token);
}

void refuse_missing_value(const FormulaReading& reading) {
    const Token& token = reading.now();
    const Token* previous = reading.previous();
    if (token.kind == Token::fault) refuse_fault(token);
    if (token.kind == Token::end)
        refuse("The formula stops after " + quoted(previous->text) + ". Type a number, a name or \"(\" next.", token);
    if (reading.sees(")") && !previous) refuse("There is no \"(\" that this \")\" closes.", token);
    if (previous && previous->text == "(")
        refuse("A number or a name is missing between \"(\" and " + quoted(token.text) + ".", token);
    refuse("A number or a name is missing before " + quoted(token.text) + ".", token);
}

void refuse_empty(const Token& opening, const Token& closing) {
    refuse("There is nothing between these parentheses.", opening.column, closing.column - opening.column + 1);
}

void refuse_unclosed(const Token& opening) { refuse("The \"(\" is never closed. Add a \")\".", opening); }

void refuse_double_star(const FormulaReading& reading) {
    const auto simple = [](const Token& t) { return t.kind == Token::number || t.kind == Token::name; };
    const Token* base = reading.at >= 2 ? &reading.tokens[reading.at - 2] : nullptr;
    const Token& power = reading.ahead();
    const bool both = base && simple(*base) && simple(power) && base->text.size() + power.text.size() < 40;
    refuse("A power is written with ^, not **: " + (both ? base->text + "^" + power.text : "x^2") + ".",
           reading.previous()->column, 2);
}

void refuse_two_numbers(const FormulaReading& reading) {
    refuse("Two numbers stand side by side. Put an operator between " + quoted(reading.previous()->text) + " and " +
               quoted(reading.now().text) + ".",
           reading.now());
}

void refuse_unknown(const FormulaReading& reading) {
    const Token& token = reading.now();
    if (std::ranges::find(reading.also_known, token.text) != reading.also_known.end())
        refuse(quoted(token.text) +
                   " names a whole surface, so it cannot be a part of a formula. Use it alone, or type its formula.",
               token);
    const bool called = reading.ahead().kind == Token::sign && reading.ahead().text == "(";
    std::string message = std::string(called ? "Unknown function " : "Unknown name ") + quoted(token.text) + ".";
    if (const std::string better = suggestion(reading, token.text, called); !better.empty())
        message += " Did you mean " + quoted(better) + "?";
    else if (called) message += " Functions are sin, cos, exp, ln, sqrt and so on.";
    else message += " Names here are " + known_names(reading.variables) + ".";
    refuse(message, token);
}

void refuse_bare(const Function& function, const Token& name) {
    refuse(std::string(function.name) + " needs its argument in parentheses: " + usage(function) + ".", name);
}

void refuse_power_of_name(const Function& function, const Token& name) {
    const std::string word(function.name);
    refuse("Write the power after the argument: " + word + "(x)^2 is the square of " + word + "(x).", name);
}

void refuse_no_argument(const Function& function, const Token& name) {
    refuse(std::string(function.name) + " needs an argument between its parentheses: " + usage(function) + ".", name);
}

void refuse_count(const Function& function, const Token& name, std::size_t given, const std::string& comma_advice) {
    const auto fewest = static_cast<std::size_t>(function.fewest), most = static_cast<std::size_t>(function.most);
    const std::string range =
        fewest == most ? plural(fewest, "argument") : std::to_string(fewest) + " to " + plural(most, "argument");
    refuse(std::string(function.name) + " takes " + range + ", not " + std::to_string(given) + ": " + usage(function) +
               "." + comma_advice,
           name);
}

std::string decimal_comma(const FormulaReading& reading) {
    const Token &comma = reading.now(), &after = reading.ahead();
    const Token* before = reading.previous();
    if (!reading.sees(",") || !before || before->kind != Token::number || after.kind != Token::number) return {};
    if (!comma.touches_previous || !after.touches_previous) return {};
    const std::string number = before->text + "." + after.text;
    return number.size() > 40 ? std::string() : " For the decimal number write " + number + " with a point.";
}

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

ParseError too_long(std::size_t bytes) {
    return {"The formula is " + std::to_string(bytes) + " bytes long; at most " + std::to_string(longest_formula) +
                " are read. Shorten it.",
            1, 1};
}

}  // namespace eigenscape
