// The grammar of values: one printer and one parser for every kind; see value.h.
// A message is "name: what is wrong with what was given. What is allowed." so that it can stand anywhere by itself.
#include "app/model/value.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "app/model/picture_text.h"
#include "app/model/state.h"
#include "core/calculus/nearest_name.h"
#include "core/calculus/scalar_field.h"

#include <cmath>

namespace eigenscape {
namespace {

std::string span_of(const Range& range) { return "from " + number_text(range.min) + " to " + number_text(range.max); }

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return out;
}

// What may be given, as the end of "It must be …".
bool of_x_and_y(const FormulaNames& names) { return names.variables == std::vector<std::string>{"x", "y"}; }

std::string formula_words(const FormulaNames& names) {
    if (of_x_and_y(names)) return "a formula in x and y, such as x^2 + y^2, or the name of a surface";
    std::string words;
    for (std::size_t i = 0; i < names.variables.size(); ++i)
        words += (i == 0 ? "" : i + 1 == names.variables.size() ? " and " : ", ") + names.variables[i];
    return "a formula in " + words + (names.examples.empty() ? "" : ", such as " + names.examples.front());
}

std::string allowed(const Param& param) {
    const std::string span = span_of(param.range);
    switch (param.kind) {
        case Kind::boolean: return "true or false";
        case Kind::integer: return "a whole number " + span;
        case Kind::real: return "a number " + span;
        case Kind::choice: return (param.range.choices.size() > 1 ? "one of " : "") + joined(param.range.choices);
        case Kind::vec2: return "two numbers " + span + ", such as [1,-2]";
        case Kind::vec3: return "three numbers " + span + ", such as [1,-2,0]";
        case Kind::mat2: return "four numbers " + span + ", row by row, such as [[2,1],[1,2]]";
        case Kind::mat3: return "nine numbers " + span + ", row by row, such as [[1,0,0],[0,1,0],[0,0,1]]";
        case Kind::points: return "pairs of numbers " + span + ", such as [[0,0],[1,2]]";
        case Kind::points3: return "triples of numbers " + span + ", such as [[0,0,1],[1,2,0]]";
        case Kind::numbers: return "a list of numbers " + span + ", such as [1,-2], or [] for none";
        case Kind::picture:
            return "a PNG in base 64, or \"\" for none; on the command line also @ and the path of a PNG or JPEG";
        case Kind::formula: return formula_words(param.formula);
    }
    return {};
}

BadValue bad(const Param& param, const std::string& problem) {
    return {param.name + ": " + problem + ". It must be " + allowed(param) + ".", 0};
}

std::string number_list(std::span<const double> numbers) {
    std::string out = "[";
    for (std::size_t i = 0; i < numbers.size(); ++i) out += (i ? "," : "") + number_text(numbers[i]);
    return out + "]";
}

std::string rows(std::span<const double> numbers, std::size_t width) {
    std::string out = "[";
    for (std::size_t i = 0; i < numbers.size(); i += width)
        out += (i ? "," : "") + number_list(numbers.subspan(i, std::min(width, numbers.size() - i)));
    return out + "]";
}

std::string name_of_choice(const Param& param, Choice choice) {
    const auto& names = param.range.choices;
    const bool known = choice.index >= 0 && static_cast<std::size_t>(choice.index) < names.size();
    return known ? names[static_cast<std::size_t>(choice.index)] : std::to_string(choice.index);
}

// How many numbers a kind has, and in rows of how many; 0: any.
struct Shape {
    std::size_t count, row;
};
Shape shape_of(Kind kind) {
    switch (kind) {
        case Kind::vec2: return {2, 2};
        case Kind::vec3: return {3, 3};
        case Kind::mat2: return {4, 2};
        case Kind::mat3: return {9, 3};
        case Kind::points: return {0, 2};
        case Kind::points3: return {0, 3};
        case Kind::numbers: return {0, 1};
        default: return {1, 1};
    }
}

std::string count_words(std::size_t count) {
    return count == 1 ? "one number was" : number_text(double(count)) + " numbers were";
}

// Empty when the list has the shape of the kind.
std::string misshapen(const NumberList& list, Kind kind) {
    if (kind == Kind::numbers) return list.depth == 2 ? "one pair of brackets is enough" : "";
    const Shape shape = shape_of(kind);
    if (list.numbers.empty()) return "no number was given";
    if (shape.count && list.numbers.size() != shape.count) return count_words(list.numbers.size()) + " given";
    if (list.numbers.size() % shape.row) return "a number is missing: " + count_words(list.numbers.size()) + " given";
    const bool nested = list.depth == 2;
    if (nested && (kind == Kind::vec2 || kind == Kind::vec3)) return "one pair of brackets is enough";
    for (const std::size_t row : list.rows)
        if (nested && row != shape.row)
            return "a row holds " + number_text(double(row)) + " numbers instead of " + number_text(double(shape.row));
    return {};
}

Value value_like(Kind kind, const std::vector<double>& numbers) {
    switch (kind) {
        case Kind::vec2: return with_numbers(Vec2(0, 0), numbers);
        case Kind::vec3: return with_numbers(Vec3(0, 0, 0), numbers);
        case Kind::mat2: return with_numbers(Mat2(Mat2::Zero()), numbers);
        case Kind::mat3: return with_numbers(Mat3(Mat3::Zero()), numbers);
        case Kind::points: return with_numbers(Points{}, numbers);
        case Kind::points3: return with_numbers(Points3{}, numbers);
        case Kind::numbers: return numbers;
        case Kind::integer: return static_cast<int>(numbers[0]);
        default: return numbers[0];
    }
}

std::variant<Value, BadValue> checked(const Param& param, Value value) {
    if (auto problem = refusal(param, value)) return *problem;
    return value;
}

// "1,5" where a single number is wanted: the comma was meant as a decimal point.
std::string with_point(std::string_view text) {
    std::string out(text);
    out[out.find(',')] = '.';
    return out;
}

std::variant<Value, BadValue> parse_scalar(const Param& param, std::string_view text) {
    const NumberList list = read_numbers(text);
    if (list.depth == 0 && list.numbers.size() == 2 && list.problem.empty())
        return bad(param, as_given(text) + " is two numbers; for a decimal point write " + with_point(text));
    if (!list.problem.empty()) return bad(param, list.problem);
    if (list.depth > 0 || list.numbers.size() != 1) return bad(param, as_given(text) + " is not one number");
    const double x = list.numbers[0];
    if (param.kind == Kind::real) return checked(param, x);
    if (x != std::floor(x)) return bad(param, as_given(text) + " is not a whole number");
    if (!(x >= param.range.min && x <= param.range.max)) return bad(param, as_given(text) + " is out of range");
    return checked(param, static_cast<int>(x));
}

std::variant<Value, BadValue> parse_numbers(const Param& param, std::string_view text) {
    const NumberList list = read_numbers(text);
    if (!list.problem.empty()) return bad(param, list.problem);
    if (const std::string problem = misshapen(list, param.kind); !problem.empty()) return bad(param, problem);
    return checked(param, value_like(param.kind, list.numbers));
}

// A bare word or one in quotes.
std::variant<std::string, BadValue> parse_word(const Param& param, std::string_view text) {
    if (!text.starts_with('"')) return std::string(text);
    std::string word;
    if (!read_string(text, word)) return bad(param, as_given(text) + " has a quotation mark that does not match");
    return word;
}

std::variant<Value, BadValue> parse_choice(const Param& param, const std::string& word) {
    const auto& names = param.range.choices;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == word) return Choice{static_cast<int>(i)};
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string near = nearest_name(word, known);
    BadValue problem = bad(param, as_given(word) + " is not a choice");
    if (!near.empty()) problem.message += " Did you mean " + near + "?";
    return problem;
}

std::variant<Value, BadValue> parse_switch(const Param& param, const std::string& word) {
    if (word == "true") return true;
    if (word == "false") return false;
    return bad(param, as_given(word) + " is not a switch's value");
}

// Written as a word rather than as numbers.
bool worded(Kind kind) {
    return kind == Kind::boolean || kind == Kind::choice || kind == Kind::picture || kind == Kind::formula;
}

}  // namespace

bool Picture::operator==(const Picture& other) const {
    return image == other.image || (image && other.image && *image == *other.image);
}

std::string print(const Param& param, const Value& value) {
    const std::vector<double> numbers = numbers_of(value);
    if (const auto* on = std::get_if<bool>(&value)) return *on ? "true" : "false";
    if (const auto* choice = std::get_if<Choice>(&value)) return json_string(name_of_choice(param, *choice));
    if (const auto* formula = std::get_if<Formula>(&value)) return json_string(formula->text);
    if (const auto* picture = std::get_if<Picture>(&value)) return json_string(text_of_picture(*picture));
    if (std::holds_alternative<Numbers>(value)) return number_list(numbers);
    if (std::holds_alternative<Mat2>(value) || std::holds_alternative<Points>(value)) return rows(numbers, 2);
    if (std::holds_alternative<Mat3>(value) || std::holds_alternative<Points3>(value)) return rows(numbers, 3);
    if (std::holds_alternative<Vec2>(value) || std::holds_alternative<Vec3>(value)) return number_list(numbers);
    return number_text(numbers[0]);
}

std::variant<Value, BadValue> parse(const Param& param, std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return bad(param, "nothing was given");
    if (text.size() > most_value_bytes) return bad(param, "what was given is longer than a million letters");
    if (param.kind == Kind::real || param.kind == Kind::integer) return parse_scalar(param, text);
    if (!worded(param.kind)) return parse_numbers(param, text);
    const auto word = parse_word(param, text);
    if (const auto* problem = std::get_if<BadValue>(&word)) return *problem;
    const std::string& read = std::get<std::string>(word);
    if (param.kind == Kind::boolean) return parse_switch(param, read);
    if (param.kind == Kind::choice) return parse_choice(param, read);
    if (param.kind == Kind::picture) {
        auto picture = picture_of_text(read);
        if (const auto* why = std::get_if<std::string>(&picture)) return bad(param, *why);
        return checked(param, std::get<Picture>(std::move(picture)));
    }
    return checked(param, Formula{read});
}

std::optional<ParseError> formula_problem(const Param& param, const std::string& text) {
    if (of_x_and_y(param.formula)) return check_formula(text, param.formula.constants);
    std::vector<std::string> names = param.formula.variables;
    names.insert(names.end(), param.formula.constants.begin(), param.formula.constants.end());
    const auto parsed = Expression::parse(text, names);
    return parsed ? std::nullopt : std::optional(parsed.error);
}

std::optional<BadValue> refusal(const Param& param, const Value& value) {
    if (const auto* formula = std::get_if<Formula>(&value); formula && param.kind == Kind::formula) {
        const auto problem = formula_problem(param, formula->text);
        if (!problem) return std::nullopt;
        return BadValue{param.name + ": " + problem->message + " (column " + std::to_string(problem->column) + ")",
                        problem->column};
    }
    if (value.index() != static_cast<std::size_t>(param.kind)) return bad(param, "a value of another kind was given");
    if (const auto* choice = std::get_if<Choice>(&value))
        if (choice->index < 0 || static_cast<std::size_t>(choice->index) >= param.range.choices.size())
            return bad(param, "there is no such choice");
    if (const auto* picture = std::get_if<Picture>(&value); picture && picture->image)
        if (std::max(picture->image->width, picture->image->height) > most_picture_side)
            return bad(param,
                       "a picture of more than " + std::to_string(most_picture_side) + " pixels a side was given");
    const std::vector<double> numbers = numbers_of(value);
    if (numbers.size() > most_numbers) return bad(param, "there are too many numbers");
    const bool points = param.kind == Kind::points || param.kind == Kind::points3;
    if (points && numbers.empty()) return bad(param, "no point was given");
    if (points && numbers.size() / shape_of(param.kind).row > most_points)
        return bad(param, "there are more than 10,000 points");
    for (const double x : numbers) {
        if (!std::isfinite(x)) return bad(param, "a number that is not finite was given");
        if (x < param.range.min || x > param.range.max) return bad(param, number_text(x) + " is out of range");
    }
    return std::nullopt;
}

static_assert(std::variant_size_v<Value> == static_cast<std::size_t>(Kind::formula) + 1,
              "Kind lists Value's kinds in order");

}  // namespace eigenscape
