// The way of a state that was sent to several places one after another; see easing.h.
// Leg k alone would be x(t) = between(from_k, to_k, s(t)) with s = smooth: at rest at both ends. The motion that was
// under way when it began, X, is not cut off but faded out: x(t) + (1 − s(t)) (X(t) − from_k). With s = s' = s'' = 0 at
// its beginning this is X there, with its velocity and acceleration; with s = 1 at its end it is to_k, at rest.
#include "app/model/easing.h"

#include "viz/ease.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr double ease_seconds = 0.5;
constexpr std::size_t most_legs = 64;  // more than a held key can send within half a second

}  // namespace

void Easing::go(const State& shown, const State& to) {
    if (legs_.size() == most_legs) legs_.clear();
    legs_.push_back({shown, to, 0});
}

void Easing::tick(double seconds) {
    for (Leg& leg : legs_) leg.done = std::min(1.0, leg.done + seconds / ease_seconds);
    // A leg that has arrived hides all before it.
    const auto last = std::find_if(legs_.rbegin(), legs_.rend(), [](const Leg& leg) { return leg.done >= 1; });
    if (last != legs_.rend()) legs_.erase(legs_.begin(), last == legs_.rbegin() ? legs_.end() : last.base() - 1);
}

State Easing::at(const Scene& scene) const {
    State shown;
    for (const Leg& leg : legs_) {
        const double s = smooth(leg.done);
        State way = between(scene, leg.from, leg.to, s);
        shown = shown.empty() ? std::move(way) : drifted(scene, way, leg.from, shown, 1 - s);
    }
    return shown;
}

void Easing::put(int param, const Value& value) {
    const auto at = static_cast<std::size_t>(param);
    for (Leg& leg : legs_) leg.from[at] = leg.to[at] = value;
}

}  // namespace eigenscape
