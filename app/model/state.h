// States of a scene: set one parameter by text or value, apply a preset, find the state between two, draw one at
// random. Every state that comes out of here is settled and in range. Typed values out of range are refused; `clamped`
// is for drags.
#pragma once

#include "app/model/scene.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace eigenscape {

using Outcome = std::variant<State, BadValue>;

// "rate=0.1": a name, an equals sign, a value in the grammar of `parse`. An unknown name is refused with the nearest
// one.
Outcome set(const Scene& scene, const State& state, std::string_view setting);
Outcome set_all(const Scene& scene, const State& state, std::span<const std::string> settings);

// The parameter of that name, or why there is none: "There is no parameter "rat" in …. Did you mean "rate"?"
std::variant<int, BadValue> param_named(const Scene& scene, std::string_view name);

// Why a value cannot be this parameter's: of another kind, not finite, out of range, a formula not understood.
std::optional<BadValue> refusal(const Param& param, const Value& value);

// The nearest value in range; one of another kind, or not a number, gives `otherwise`.
Value clamped(const Param& param, const Value& value, const Value& otherwise);

// With one value replaced (clamped) and the scene's own rules applied.
State with(const Scene& scene, const State& state, int param, const Value& value);

Outcome preset_state(const Scene& scene, const Preset& preset);  // the defaults, then the preset's settings

// Exactly a at t <= 0, exactly b at t >= 1. Numbers on a log scale move in the logarithm; matrices turn and stretch
// (their polar factors move apart) while the signs of their determinants agree, else entry by entry; integers,
// switches, choices and formulas are b's at once.
State between(const Scene& scene, const State& a, const State& b, double t);

// `state` with what `moved` has moved away from `from` added to it, times `share`: how a motion under way lives on in
// another (easing.h). On a log scale the ratio counts; what holds no numbers is left as it is. In range, settled.
State drifted(const Scene& scene, const State& state, const State& from, const State& moved, double share);

// The same seed gives the same state everywhere. `corner_states`: all numbers at their minimum or maximum, also with
// one parameter at the opposite edge, alone at an edge, or at each of its choices; at most so many.
State random_state(const Scene& scene, std::uint64_t seed);
std::vector<State> corner_states(const Scene& scene, std::size_t most = 64);

int playing_param(const Scene& scene);  // the one the timeline plays; -1 when there is none

// All parameters as settings, for messages and captions: "A=[[2,1],[1,2]] t=1". Of a picture only that there is one.
std::string text_of(const Scene& scene, const State& state);

}  // namespace eigenscape
