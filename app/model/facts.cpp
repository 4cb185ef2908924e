// Facts and parameters as JSON and as words; see facts.h.
// The JSON is written by hand: the order of the scene is kept, and numbers are the shortest that read back the same.
#include "app/model/facts.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenscape {
namespace {

std::string json_number(double x) {
    if (!std::isfinite(x)) return "null";
    const std::string text = number_text(x);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;  // a real stays a real for every reader
}

template <class T, class Each>
std::string list(const std::vector<T>& entries, Each each, const char* between = ", ") {
    std::string out = "[";
    for (std::size_t i = 0; i < entries.size(); ++i) out += (i ? between : "") + each(entries[i]);
    return out + "]";
}

std::string json_of(const Fact::Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::monostate>) return "null";
            else if constexpr (std::is_same_v<T, bool>) return held ? "true" : "false";
            else if constexpr (std::is_same_v<T, std::int64_t>) return std::to_string(held);
            else if constexpr (std::is_same_v<T, double>) return json_number(held);
            else if constexpr (std::is_same_v<T, std::string>) return json_string(held);
            else if constexpr (std::is_same_v<T, std::vector<double>>) return list(held, json_number);
            else if constexpr (std::is_same_v<T, std::vector<Complex>>)
                return list(held, [](const Complex& z) {
                    return "{\"re\": " + json_number(z.real()) + ", \"im\": " + json_number(z.imag()) + "}";
                });
            else return list(held, [](const std::vector<double>& row) { return list(row, json_number); });
        },
        value);
}

// Entries this small beside the largest of their fact are what rounding left over; people read them as 0.
struct Noise {
    double below = 0;
    void beside(double x) {
        constexpr double few_roundings = 4 * std::numeric_limits<double>::epsilon();
        if (std::isfinite(x)) below = std::max(below, few_roundings * std::abs(x));
    }
    double without(double x) const { return std::abs(x) <= below ? 0 : x; }
};

std::string value_words(const Complex& z, const Noise& noise) {
    const double re = noise.without(z.real()), im = noise.without(z.imag());
    if (im == 0) return brief(re);
    return brief(re) + (im < 0 ? " − " : " + ") + brief(std::abs(im)) + "i";
}

std::string value_words(const std::vector<double>& numbers, const Noise& noise) {
    return list(numbers, [&](double x) { return brief(noise.without(x)); });
}

std::string value_words(const std::vector<double>& numbers) {
    Noise noise;
    for (const double x : numbers) noise.beside(x);
    return value_words(numbers, noise);
}

std::string value_words(const std::vector<Complex>& numbers) {
    Noise noise;
    for (const Complex& z : numbers) noise.beside(z.real()), noise.beside(z.imag());
    return list(numbers, [&](const Complex& z) { return value_words(z, noise); });
}

std::string value_words(const std::vector<std::vector<double>>& rows) {
    Noise noise;
    for (const auto& row : rows)
        for (const double x : row) noise.beside(x);
    return list(rows, [&](const std::vector<double>& row) { return value_words(row, noise); });
}

std::string value_words(const Fact::Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::monostate>) return "undefined";
            else if constexpr (std::is_same_v<T, bool>) return held ? "yes" : "no";
            else if constexpr (std::is_same_v<T, std::int64_t>) return brief(static_cast<double>(held), 15);
            else if constexpr (std::is_same_v<T, double>) return brief(held);
            else if constexpr (std::is_same_v<T, std::string>) return held;
            else return value_words(held);
        },
        value);
}

}  // namespace

std::string value_json(const Param& param, const Value& value) { return print(param, value); }

std::string facts_json(const Scene& scene, const State& state, const Frame& frame) {
    std::string out = "{\n  \"scene\": " + json_string(scene.words.id) + ",\n  \"parameters\": {";
    for (std::size_t i = 0; i < scene.params.size(); ++i)
        out += (i ? ",\n    " : "\n    ") + json_string(scene.params[i].name) + ": " +
               value_json(scene.params[i], state[i]);
    out += (scene.params.empty() ? "},\n" : "\n  },\n") + std::string("  \"facts\": {");
    bool first = true;
    for (const Fact& fact : frame.facts()) {
        out += (first ? "\n    " : ",\n    ") + json_string(fact.name) + ": " + json_of(fact.value);
        if (!fact.reason.empty())
            out += ",\n    " + json_string(fact.name + "_reason") + ": " + json_string(fact.reason);
        first = false;
    }
    out += first ? "}" : "\n  }";
    return out + ",\n  \"alt_text\": " + json_string(frame.alt_text()) + "\n}\n";
}

std::string fact_exact(const Fact& fact) { return json_of(fact.value); }

namespace {

std::vector<std::vector<std::string>> cells_of(const std::vector<std::vector<double>>& rows) {
    Noise noise;
    for (const auto& row : rows)
        for (const double x : row) noise.beside(x);
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows) {
        cells.emplace_back();
        for (const double x : row) cells.back().push_back(brief(noise.without(x)));
    }
    return cells;
}

std::vector<std::vector<std::string>> cells_of(const std::vector<Complex>& numbers) {
    Noise noise;
    for (const Complex& z : numbers) noise.beside(z.real()), noise.beside(z.imag());
    std::vector<std::vector<std::string>> cells(1);
    for (const Complex& z : numbers) cells.back().push_back(value_words(z, noise));
    return cells;
}

}  // namespace

std::vector<std::vector<std::string>> fact_cells(const Fact& fact) {
    if (const auto* rows = std::get_if<std::vector<std::vector<double>>>(&fact.value)) return cells_of(*rows);
    if (const auto* numbers = std::get_if<std::vector<double>>(&fact.value))
        return cells_of(std::vector<std::vector<double>>{*numbers});
    if (const auto* numbers = std::get_if<std::vector<Complex>>(&fact.value)) return cells_of(*numbers);
    return {};
}

std::string fact_title(const Fact& fact) {
    if (!fact.title.empty()) return fact.title;
    std::string title = fact.name;
    for (char& c : title)
        if (c == '_') c = ' ';
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string fact_words(const Fact& fact) { return fact.reason.empty() ? value_words(fact.value) : fact.reason; }

std::string caption(const Scene& scene, const State& state, const Frame& frame) {
    std::string out = scene.words.title + ": " + text_of(scene, state) + "\n";
    for (const Fact& fact : frame.facts()) out += fact_title(fact) + ": " + fact_words(fact) + "\n";
    return out;
}

}  // namespace eigenscape
