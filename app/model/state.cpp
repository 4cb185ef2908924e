// Setting parameters by text, name or value, and repairing values; see state.h.
// A change is: parse or clamp, replace one value, let the scene settle its own rules.
#include "app/model/state.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "core/calculus/nearest_name.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

std::variant<int, BadValue> param_named(const Scene& scene, std::string_view name) {
    if (const int index = scene.find_param(name); index >= 0) return index;
    std::vector<std::string_view> known;
    std::string list;
    for (const Param& param : scene.params) {
        known.push_back(param.name);
        list += (list.empty() ? "" : ", ") + param.name;
    }
    std::string message = "The scene " + scene.words.id + " has no parameter " + as_given(name) + ". ";
    const std::string near = nearest_name(name, known);
    message += near.empty() ? "It has: " + list + "." : "Did you mean " + near + "? It has: " + list + ".";
    return BadValue{message, 0};
}

Outcome set(const Scene& scene, const State& state, std::string_view setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos)
        return BadValue{
            as_given(setting) + " is not a setting. Write a name, an equals sign and a value: " +
                (scene.params.empty() ? "t=1"
                                      : scene.params[0].name + "=" + print(scene.params[0], scene.defaults[0])) +
                ".",
            0};
    const auto index = param_named(scene, trimmed(setting.substr(0, equals)));
    if (const auto* problem = std::get_if<BadValue>(&index)) return *problem;
    const auto at = static_cast<std::size_t>(std::get<int>(index));
    auto value = parse(scene.params[at], setting.substr(equals + 1));
    if (const auto* problem = std::get_if<BadValue>(&value)) return *problem;
    State next = state;
    next[at] = std::get<Value>(std::move(value));
    return scene.settle(std::move(next));
}

Outcome set_all(const Scene& scene, const State& state, std::span<const std::string> settings) {
    State next = state;
    for (const std::string& setting : settings) {
        Outcome outcome = set(scene, next, setting);
        if (std::holds_alternative<BadValue>(outcome)) return outcome;
        next = std::get<State>(std::move(outcome));
    }
    return next;
}

Outcome preset_state(const Scene& scene, const Preset& preset) {
    return set_all(scene, scene.defaults, preset.settings);
}

Value clamped(const Param& param, const Value& value, const Value& otherwise) {
    if (value.index() != static_cast<std::size_t>(param.kind)) return otherwise;
    std::vector<double> numbers = numbers_of(value);
    if (numbers.empty()) return refusal(param, value) ? otherwise : value;
    for (double& x : numbers) {
        if (std::isnan(x)) return otherwise;
        x = std::max(param.range.min, std::min(param.range.max, x));
    }
    return with_numbers(value, numbers);
}

State with(const Scene& scene, const State& state, int param, const Value& value) {
    const auto at = static_cast<std::size_t>(param);
    State next = state;
    next[at] = clamped(scene.params[at], value, state[at]);
    return scene.settle(std::move(next));
}

int playing_param(const Scene& scene) {
    const auto found =
        std::find_if(scene.params.begin(), scene.params.end(), [](const Param& param) { return param.plays(); });
    return found == scene.params.end() ? -1 : static_cast<int>(found - scene.params.begin());
}

std::string text_of(const Scene& scene, const State& state) {
    std::string out;
    for (std::size_t i = 0; i < scene.params.size(); ++i) {
        const auto* picture = std::get_if<Picture>(&state[i]);
        const bool own = picture && picture->image;  // thousands of letters, which nobody reads
        out += (i ? " " : "") + scene.params[i].name + "=" + (own ? "(own picture)" : print(scene.params[i], state[i]));
    }
    return out;
}

}  // namespace eigenscape
