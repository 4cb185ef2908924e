// Placeholders in the lesson's Python, and the two forms in which it leaves the program; see code.h.
// Numbers have all digits that read back to the same double, so that the program computes with the scene's own values.
#include "app/study/code.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "app/study/telling.h"
#include "core/calculus/expression.h"
#include "core/calculus/surfaces.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace eigenscape {
namespace {

using nlohmann::ordered_json;

std::string real(double x) {
    const std::string text = number_text(x);
    return text.find_first_of(".en") == text.npos ? text + ".0" : text;  // a real stays a real in Python
}

template <class List>
std::string list(const List& entries) {
    std::string out = "[";
    for (const auto& each : entries) {
        if (out.size() > 1) out += ", ";
        if constexpr (std::is_same_v<std::decay_t<decltype(each)>, double>) out += real(each);
        else out += list(each);
    }
    return out + "]";
}

std::string literal(const Fact::Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, bool>) return held ? "True" : "False";
            else if constexpr (std::is_same_v<T, std::int64_t>) return std::to_string(held);
            else if constexpr (std::is_same_v<T, double>) return real(held);
            else if constexpr (std::is_same_v<T, std::string>) return json_string(held);
            else if constexpr (std::is_same_v<T, std::vector<double>> ||
                               std::is_same_v<T, std::vector<std::vector<double>>>)
                return list(held);
            else return "None";
        },
        value);
}

// A formula, or with part "dx" its derivative by x, as Python; None when it is not understood. Nothing where there is
// no such part.
std::optional<std::string> formula_literal(const Param& param, const Formula& formula, std::string_view part) {
    std::vector<std::string> variables = param.formula.variables;
    const Surface* surface = variables == std::vector<std::string>{"x", "y"} ? find_surface(formula.text) : nullptr;
    const auto by = part.empty() ? variables.end() : std::ranges::find(variables, part.substr(1));
    if (!part.empty() && (part[0] != 'd' || by == variables.end())) return std::nullopt;
    const auto which = static_cast<std::size_t>(by - variables.begin());
    variables.insert(variables.end(), param.formula.constants.begin(), param.formula.constants.end());
    const auto parsed = Expression::parse(surface ? surface->formula : formula.text, variables);
    if (!parsed) return "None";
    const Expression& f = *parsed.expression;
    return python_formula(part.empty() ? f.text() : f.derivative(which).text());
}

// The value of a placeholder; nothing when it is none.
std::optional<std::string> placeholder(std::string_view path, const Scene& scene, const State& state) {
    const std::size_t end = std::min(path.find_first_of("[."), path.size());
    const int i = scene.find_param(path.substr(0, end));
    if (i < 0) return std::nullopt;
    const Param& param = scene.params[static_cast<std::size_t>(i)];
    if (const auto* formula = std::get_if<Formula>(&state[static_cast<std::size_t>(i)])) {
        return formula_literal(param, *formula, path.substr(std::min(end + 1, path.size())));
    }
    const Moment blind{&scene, state, nullptr};  // parameters alone: no picture is needed
    const Named found = named(blind, path);
    if (std::holds_alternative<std::monostate>(found.value)) return std::nullopt;
    return literal(found.value);
}

std::string commented(const std::string& text) {
    std::string out = "# ";
    for (const char c : text) {
        out += c;
        if (c == '\n') out += "# ";
    }
    while (out.ends_with("\n# ")) out.resize(out.size() - 3);
    for (std::size_t at = 0; (at = out.find("# \n", at)) != out.npos;) out.erase(at + 1, 1);
    return out + "\n";
}

std::string command(const Moment& moment) { return "eigenscape " + moment.scene->words.id; }

ordered_json lines_of(const std::string& text) {
    ordered_json lines = ordered_json::array();
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        lines.push_back(text.substr(start, end - start));
        start = end;
    }
    if (!lines.empty() && lines.back().get<std::string>().ends_with('\n')) {
        std::string last = lines.back();
        last.pop_back();
        lines.back() = last;
    }
    return lines;
}

ordered_json cell(const char* kind, const std::string& text, int number) {
    ordered_json cell = {
        {"cell_type", kind}, {"id", "eigenscape-" + std::to_string(number)}, {"metadata", ordered_json::object()}};
    if (std::string_view(kind) == "code") cell["execution_count"] = nullptr, cell["outputs"] = ordered_json::array();
    cell["source"] = lines_of(text);
    return cell;
}

}  // namespace

std::string filled_code(std::string_view code, const Scene& scene, const State& state) {
    std::string out;
    while (!code.empty()) {
        const std::size_t open = std::min(code.find('{'), code.size());
        out += code.substr(0, open);
        code.remove_prefix(open);
        if (code.empty()) break;
        const std::size_t close = code.find('}');
        const auto value = close == code.npos ? std::nullopt : placeholder(code.substr(1, close - 1), scene, state);
        if (value) out += *value;
        else out += '{';
        code.remove_prefix(value ? close + 1 : 1);
    }
    return out;
}

std::string python_script(const Lesson& lesson, const Moment& moment) {
    std::string out = "# " + moment.scene->words.title + ": " + moment.scene->words.summary +
                      "\n# Made by: " + command(moment) + ", with " + text_of(*moment.scene, moment.state) + "\n";
    for (const Block& block : lesson.code) {
        out += "\n";
        out += block.kind == Block::code ? filled_code(block.text, *moment.scene, moment.state)
                                         : commented(told(std::span(&block, 1), moment, Telling::spoken, 100));
    }
    return out;
}

std::string python_notebook(const Lesson& lesson, const Moment& moment) {
    ordered_json cells = ordered_json::array();
    const auto add = [&](const char* kind, const std::string& text) {
        cells.push_back(cell(kind, text, static_cast<int>(cells.size()) + 1));
    };
    add("markdown", "# " + moment.scene->words.title + "\n\n" + moment.scene->words.summary + "\n\nThe picture: `" +
                        command(moment) + "`, with `" + text_of(*moment.scene, moment.state) + "`.");
    for (const Block& block : lesson.code) {
        if (block.kind == Block::code) add("code", filled_code(block.text, *moment.scene, moment.state));
        else add("markdown", told(std::span(&block, 1), moment, Telling::markdown, 1'000'000));
    }
    const ordered_json notebook = {
        {"cells", cells},
        {"metadata",
         {{"kernelspec", {{"display_name", "Python 3"}, {"language", "python"}, {"name", "python3"}}},
          {"language_info", {{"name", "python"}}}}},
        {"nbformat", 4},
        {"nbformat_minor", 5}};
    return notebook.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace eigenscape
