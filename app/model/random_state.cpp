// States at random and at the corners of the ranges, for tests and for "surprise me"; see state.h.
// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, unlike the standard distributions.
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "core/calculus/surfaces.h"

#include <algorithm>

namespace eigenscape {
namespace {

struct Dice {
    std::uint64_t seed;
    std::uint64_t next() {
        std::uint64_t z = (seed += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    double part() { return static_cast<double>(next() >> 11) * 0x1p-53; }  // in [0, 1)
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
};

bool understood(const Param& param, const std::string& formula) { return !refusal(param, Formula{formula}); }

// Small, in every colour, with an edge that can be seen through: enough to notice a flip, a turn or a lost channel.
Picture sample_picture() {
    auto image = std::make_shared<Image>(12, 8);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 12; ++x) {
            std::uint8_t* pixel = image->pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(20 * x);
            pixel[1] = static_cast<std::uint8_t>(30 * y);
            pixel[2] = static_cast<std::uint8_t>((x + y) % 3 * 100);
            pixel[3] = x == 0 ? 128 : 255;
        }
    return {image};
}

// What a switch, choice or formula can be; empty for kinds made of numbers.
std::vector<Value> alternatives(const Param& param, const Value& usual) {
    std::vector<Value> result;
    if (param.kind == Kind::boolean) result = {false, true};
    if (param.kind == Kind::picture) result = {Value(Picture{}), Value(sample_picture())};
    for (std::size_t i = 0; i < param.range.choices.size(); ++i) result.emplace_back(Choice{static_cast<int>(i)});
    if (param.kind != Kind::formula) return result;
    result.push_back(usual);
    for (const std::string& example : param.formula.examples) result.emplace_back(Formula{example});
    for (const Surface& surface : surfaces())
        if (understood(param, surface.name)) result.emplace_back(Formula{surface.name});
    return result;
}

template <class Part>
Value filled(const Param& param, const Value& like, Part part) {
    std::vector<double> numbers = numbers_of(like);
    for (double& x : numbers) x = from_part(param.range, part());
    return clamped(param, with_numbers(like, numbers), like);
}

State with_all_numbers_at(const Scene& scene, State state, double part) {
    for (std::size_t i = 0; i < state.size(); ++i)
        if (!numbers_of(state[i]).empty()) state[i] = filled(scene.params[i], state[i], [&] { return part; });
    return state;
}

}  // namespace

State random_state(const Scene& scene, std::uint64_t seed) {
    Dice dice{seed};
    State state = scene.defaults;
    for (std::size_t i = 0; i < state.size(); ++i) {
        const std::vector<Value> options = alternatives(scene.params[i], state[i]);
        state[i] = options.empty() ? filled(scene.params[i], state[i], [&] { return dice.part(); })
                                   : options[dice.below(options.size())];
    }
    return scene.settle(std::move(state));
}

std::vector<State> corner_states(const Scene& scene, std::size_t most) {
    std::vector<State> corners;
    const auto add = [&](State state) {
        if (corners.size() < most) corners.push_back(scene.settle(std::move(state)));
    };
    for (const double part : {0.0, 1.0}) add(with_all_numbers_at(scene, scene.defaults, part));
    for (std::size_t i = 0; i < scene.params.size();
         ++i) {  // one parameter at an edge, the others at both edges and as usual
        const std::vector<Value> options = alternatives(scene.params[i], scene.defaults[i]);
        for (const Value& option : options) {
            State state = scene.defaults;
            state[i] = option;
            for (const double part : {0.0, 1.0}) add(with_all_numbers_at(scene, state, part));
        }
        if (!options.empty()) continue;
        for (const double part : {0.0, 1.0}) {
            const Value edge = filled(scene.params[i], scene.defaults[i], [&] { return part; });
            State alone = scene.defaults, against = with_all_numbers_at(scene, scene.defaults, 1 - part);
            alone[i] = against[i] = edge;
            add(alone);
            add(against);
        }
    }
    return corners;
}

}  // namespace eigenscape
