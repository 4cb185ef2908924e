// From text to a condition, or to what is wrong with the text; see condition.h.
// The arithmetic between the comparisons is left to core's expressions, whose variables stand for the names.
#include "app/study/condition_part.h"

#include "app/model/literal.h"

#include <algorithm>

namespace eigenscape {

namespace {

constexpr int deepest = 60;
constexpr std::size_t longest = 2000;

bool name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// Calls visit(i) for each place outside quotes and parentheses; visit returns how far it read on (0: one character).
template <class Visit>
void at_top_level(std::string_view text, Visit visit) {
    int depth = 0;
    bool in_words = false;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') in_words = !in_words;
        const bool open = text[i] == '(' || text[i] == '[', close = text[i] == ')' || text[i] == ']';
        if (!in_words) depth += open - close;
        const std::size_t read = depth == 0 && !in_words && !close ? visit(i) : 0;
        i += std::max<std::size_t>(read, 1);
    }
}

bool word_at(std::string_view text, std::size_t i, std::string_view word) {
    if (text.substr(i, word.size()) != word || (i > 0 && name_char(text[i - 1]))) return false;
    const std::size_t end = i + word.size();
    return end == text.size() || !name_char(text[end]);
}

std::vector<std::string_view> split(std::string_view text, std::string_view word) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    at_top_level(text, [&](std::size_t i) -> std::size_t {
        if (!word_at(text, i, word)) return 0;
        parts.push_back(text.substr(start, i - start));
        start = i + word.size();
        return word.size();
    });
    parts.push_back(text.substr(start));
    return parts;
}

struct Unclear {
    std::string message;
};

// Is the whole text one pair of parentheses?
bool enclosed(std::string_view text) {
    if (text.size() < 2 || text.front() != '(') return false;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += (text[i] == '(') - (text[i] == ')');
        if (depth == 0) return i + 1 == text.size();
    }
    return false;
}

std::string_view comparison_at(std::string_view text, std::size_t i) {
    for (const std::string_view sign : {"<=", ">=", "==", "!=", "<", ">"})
        if (text.substr(i, sign.size()) == sign) return text.substr(i, sign.size());
    return {};
}

// A name with its indices and parts, from i on; empty where it is a function's name, which a parenthesis follows.
std::string_view path_at(std::string_view text, std::size_t i) {
    std::size_t end = i;
    while (end < text.size() && name_char(text[end])) ++end;
    std::size_t after = end;
    while (after < text.size() && blank(text[after])) ++after;
    if (after < text.size() && text[after] == '(') return {};
    while (end < text.size()) {
        if (text[end] == '[') {
            const std::size_t close = text.find(']', end);
            if (close == text.npos) throw Unclear{"A bracket is not closed in " + quoted(text) + "."};
            end = close + 1;
        } else if (text[end] == '.' && end + 1 < text.size() && name_char(text[end + 1]) &&
                   !(text[end + 1] >= '0' && text[end + 1] <= '9')) {
            for (++end; end < text.size() && name_char(text[end]);) ++end;
        } else {
            break;
        }
    }
    return text.substr(i, end - i);
}

bool constant(std::string_view name) { return name == "pi" || name == "e" || name == "tau"; }

Side read_side(std::string_view text) {
    Side side;
    text = trimmed(text);
    if (text.empty()) throw Unclear{"One side of a comparison is missing."};
    if (text.front() == '"') {
        if (text.size() < 2 || text.back() != '"')
            throw Unclear{"The quotation mark in " + std::string(text) + " is not closed."};
        side.words = std::string(text.substr(1, text.size() - 2));
        return side;
    }
    std::string formula;
    std::vector<std::string> variables;
    for (std::size_t i = 0; i < text.size();) {
        const bool starts = name_char(text[i]) && !(text[i] >= '0' && text[i] <= '9') &&
                            (i == 0 || !(name_char(text[i - 1]) || text[i - 1] == '.'));
        const std::string_view path = starts ? path_at(text, i) : std::string_view();
        if (path.empty() || constant(path)) {
            formula += text[i++];
            continue;
        }
        if (path == text) side.path = std::string(path);
        const auto known = std::ranges::find(side.paths, path);
        const auto index = static_cast<std::size_t>(known - side.paths.begin());
        if (known == side.paths.end()) {
            side.paths.emplace_back(path);
            variables.push_back("v_" + std::to_string(index));
        }
        formula += " " + variables[index] + " ";
        i += path.size();
    }
    const auto parsed = Expression::parse(formula, variables);
    if (!parsed) throw Unclear{quoted(text) + " is not understood: " + parsed.error.message};
    side.expression = parsed.expression;
    return side;
}

ConditionPart read(std::string_view text, int depth);

ConditionPart read_all(ConditionPart::Kind kind, const std::vector<std::string_view>& texts, int depth) {
    ConditionPart part;
    part.kind = kind;
    for (const std::string_view text : texts) part.parts.push_back(read(text, depth + 1));
    return part;
}

ConditionPart read_comparison(std::string_view text) {
    ConditionPart part;
    part.kind = ConditionPart::compare;
    std::size_t start = 0;
    at_top_level(text, [&](std::size_t i) -> std::size_t {
        const std::string_view sign = comparison_at(text, i);
        if (sign.empty()) {
            if (text[i] == '=')
                throw Unclear{"To compare, write two equals signs: " + std::string(trimmed(text.substr(0, i))) +
                              " == …"};
            return 0;
        }
        part.sides.push_back(read_side(text.substr(start, i - start)));
        part.signs.emplace_back(sign);
        start = i + sign.size();
        return sign.size();
    });
    part.sides.push_back(read_side(text.substr(start)));
    for (const Side& side : part.sides)
        for (const std::string& sign : part.signs)
            if (side.words && sign != "==" && sign != "!=")
                throw Unclear{"Words can only be compared with == and !=, not with " + sign + "."};
    return part;
}

bool has_comparison(std::string_view text) {
    bool found = false;
    at_top_level(text, [&](std::size_t i) -> std::size_t {
        found = found || !comparison_at(text, i).empty() || text[i] == '=';
        return 0;
    });
    return found;
}

ConditionPart read_bare(std::string_view text) {
    ConditionPart part;
    part.kind = ConditionPart::bare;
    if (text.starts_with("defined(") && text.back() == ')') {
        part.kind = ConditionPart::defined;
        text = trimmed(text.substr(8, text.size() - 9));
    }
    if (text.empty() || path_at(text, 0) != text || (text[0] >= '0' && text[0] <= '9'))
        throw Unclear{quoted(text) + " is no condition. Compare it with something: " +
                      std::string(text.empty() ? "rank" : text) + " > 0."};
    part.path = std::string(text);
    return part;
}

ConditionPart read(std::string_view text, int depth) {
    text = trimmed(text);
    if (depth > deepest) throw Unclear{"The parentheses lie too deep inside one another."};
    if (text.empty()) throw Unclear{"A condition is missing here. Write one such as rank == 1."};
    if (const auto parts = split(text, "or"); parts.size() > 1) return read_all(ConditionPart::any, parts, depth);
    if (const auto parts = split(text, "and"); parts.size() > 1) return read_all(ConditionPart::all, parts, depth);
    if (word_at(text, 0, "not")) return read_all(ConditionPart::opposite, {text.substr(3)}, depth);
    if (has_comparison(text)) return read_comparison(text);
    if (enclosed(text)) return read(text.substr(1, text.size() - 2), depth + 1);
    return read_bare(text);
}

void check_parentheses(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        depth += (c == '(') - (c == ')');
        if (depth < 0) break;
    }
    if (depth < 0) throw Unclear{"A parenthesis is closed that was never opened."};
    if (depth > 0) throw Unclear{"A parenthesis is not closed."};
}

void collect(const ConditionPart& part, std::vector<std::string>& names) {
    if (!part.path.empty()) names.push_back(part.path);
    for (const Side& side : part.sides) names.insert(names.end(), side.paths.begin(), side.paths.end());
    for (const ConditionPart& each : part.parts) collect(each, names);
}

}  // namespace

Condition read_condition(std::string_view text) {
    Condition condition{std::string(text), nullptr, {}};
    try {
        if (text.size() > longest) throw Unclear{"The condition is longer than 2000 letters."};
        check_parentheses(text);
        condition.part = std::make_shared<const ConditionPart>(read(text, 0));
    } catch (const Unclear& unclear) {
        condition.problem = unclear.message;
    }
    return condition;
}

NamedFormula read_formula(std::string_view text) {
    NamedFormula formula{std::string(text), nullptr, {}};
    try {
        if (text.size() > longest) throw Unclear{"The formula is longer than 2000 letters."};
        check_parentheses(text);
        const Side side = read_side(text);
        if (!side.expression) throw Unclear{quoted(text) + " is no number."};
        formula.side = std::make_shared<const Side>(side);
    } catch (const Unclear& unclear) {
        formula.problem = unclear.message;
    }
    return formula;
}

std::vector<std::string> names_in(const NamedFormula& formula) {
    return formula.side ? formula.side->paths : std::vector<std::string>();
}

std::vector<std::string> names_in(const Condition& condition) {
    std::vector<std::string> names;
    if (condition.part) collect(*condition.part, names);
    return names;
}

}  // namespace eigenscape
