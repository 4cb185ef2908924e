// Values and facts of two states in words; see differences.h.
#include "app/film/differences.h"

#include "app/model/facts.h"
#include "app/model/numbers.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr const char* between_values = "  ·  ";

// As a fact, since facts have their words already.
Fact::Value fact_of(const Param& param, const Value& value) {
    return std::visit(
        [&](const auto& held) -> Fact::Value {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, bool>) return std::string(held ? "on" : "off");
            else if constexpr (std::is_same_v<T, int>) return static_cast<std::int64_t>(held);
            else if constexpr (std::is_same_v<T, double>) return held;
            else if constexpr (std::is_same_v<T, Choice>)
                return param.range.choices.at(static_cast<std::size_t>(held.index));
            else if constexpr (std::is_same_v<T, Formula>) return held.text;
            else if constexpr (std::is_same_v<T, Numbers>) return std::to_string(held.size()) + " numbers";
            else if constexpr (std::is_same_v<T, Picture>) return std::string(held.image ? "own picture" : "none");
            else if constexpr (std::is_same_v<T, Points> || std::is_same_v<T, Points3>)
                return std::to_string(held.size()) + " points";
            else if constexpr (T::ColsAtCompileTime == 1) return std::vector<double>(held.begin(), held.end());
            else {
                std::vector<std::vector<double>> rows;
                for (const auto& row : held.rowwise()) rows.emplace_back(row.begin(), row.end());
                return rows;
            }
        },
        value);
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& one : words) all += (all.empty() ? "" : between_values) + one;
    return all;
}

std::string value_words(const Param& param, const Value& value) {
    std::string words = fact_words({param.name, fact_of(param, value), {}, {}});
    if (!param.range.unit.empty()) words += " " + param.range.unit;
    return words;
}

bool repeats(const Scene& scene, const Fact& fact) {
    return std::ranges::any_of(scene.params, [&](const Param& param) { return param.title == fact_title(fact); });
}

namespace {

// Calls tell(was, is) for each fact of both states that reads differently.
template <class Tell>
void for_each_difference(const Scene& scene, const State& before, const State& now, const Tell& tell) {
    const Stage stage{{1280, 720}, {}};
    Frame was(stage), is(stage);
    scene.draw(before, was);
    scene.draw(now, is);
    for (const Fact& fact : is.facts())
        if (const Fact* old = was.find_fact(fact.name);
            old && !repeats(scene, fact) && fact_words(*old) != fact_words(fact))
            tell(*old, fact);
}

// The words of facts in one list: why one is undefined is told once.
class FactTeller {
  public:
    std::string operator()(const Fact& fact) {
        if (fact.reason.empty()) return fact_words(fact);
        if (std::ranges::find(told_, fact.reason) != told_.end()) return "undefined";
        told_.push_back(fact.reason);
        return "undefined (" + fact.reason.substr(0, fact.reason.size() - fact.reason.ends_with('.')) + ")";
    }
    // What it was is past: there the reason matters only where it is all that has changed.
    std::string before(const Fact& was, const Fact& is) {
        return was.reason.empty() || !is.reason.empty() ? (*this)(was) : "undefined";
    }

  private:
    std::vector<std::string> told_;
};

// How many of them, and of how many, are not the same: "2 of 40 points moved".
std::string how_many(const std::vector<double>& before, const std::vector<double>& now, std::size_t each,
                     const char* words) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + each <= now.size(); i += each)
        if (!std::equal(now.begin() + static_cast<long>(i), now.begin() + static_cast<long>(i + each),
                        before.begin() + static_cast<long>(i)))
            ++count;
    return std::to_string(count) + " of " + std::to_string(now.size() / each) + words;
}

// For two values that read the same although they differ.
std::string how_changed(const Param& param, const Value& before, const Value& now) {
    if (std::holds_alternative<Picture>(now)) return "another picture";
    const bool points = std::holds_alternative<Points>(now), space = std::holds_alternative<Points3>(now);
    if (points || space) return how_many(numbers_of(before), numbers_of(now), space ? 3 : 2, " points moved");
    if (std::holds_alternative<Numbers>(now))
        return how_many(numbers_of(before), numbers_of(now), 1, " numbers changed");
    return print(param, before) + " → " + print(param, now);  // in full precision
}

std::vector<std::string> values_apart(const Scene& scene, const State& state, const State& other) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (state[i] == other[i]) continue;
        const Param& param = scene.params[i];
        const std::string words = value_words(param, state[i]);
        values.push_back(param.title + ": " +
                         (words == value_words(param, other[i]) ? how_changed(param, other[i], state[i]) : words));
    }
    return values;
}

}  // namespace

std::string apart(const Scene& scene, const State& state, const State& other) {
    std::vector<std::string> lines = values_apart(scene, state, other);
    FactTeller told;
    for_each_difference(scene, other, state,
                        [&](const Fact&, const Fact& is) { lines.push_back(fact_title(is) + ": " + told(is)); });
    return joined(lines);
}

std::vector<std::string> differences(const Scene& scene, const State& before, const State& now) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (before[i] == now[i]) continue;
        const Param& param = scene.params[i];
        const std::string was = value_words(param, before[i]), is = value_words(param, now[i]);
        lines.push_back(param.title + ": " + (was == is ? how_changed(param, before[i], now[i]) : was + " → " + is));
    }
    FactTeller told;
    for_each_difference(scene, before, now, [&](const Fact& was, const Fact& is) {
        const std::string past = told.before(was, is);
        lines.push_back(fact_title(is) + ": " + past + " → " + told(is));
    });
    return lines;
}

}  // namespace eigenscape
