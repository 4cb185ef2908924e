// Time: the timeline over the parameter that plays, eases, inertia and pulses, all driven by `tick`.
// Nothing here reads a clock: a test or a film gives the seconds, so the same ticks give the same pictures.
#include "app/model/explorer_inside.h"

#include "app/model/numbers.h"
#include "viz/ease.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double longest_tick = 0.25;        // seconds: after a pause of the machine nothing leaps
constexpr double spin_time_constant = 0.25;  // seconds in which inertia falls to 1/e
constexpr double least_spin = 8;             // points per second
constexpr double swell_seconds = 0.12;

double time_of(const Value& value) { return numbers_of(value)[0]; }

}  // namespace

const Timeline& Explorer::timeline() const { return in_->timeline; }

void Explorer::play() {
    const int param = playing_param(scene());
    if (param < 0 || in_->timeline.playing) return;
    in_->record_play();
    const Range& range = scene().params[static_cast<std::size_t>(param)].range;
    in_->timeline.playing = true;
    in_->played = time_of(target()[static_cast<std::size_t>(param)]);
    if (in_->played >= range.max) to_start();
}

void Explorer::pause() {
    in_->timeline.playing = false;
    in_->record_play();
}

void Explorer::toggle_play() {
    if (in_->timeline.playing)
        pause();
    else
        play();
}

void Explorer::scrub(double value) {
    const int param = playing_param(scene());
    if (param < 0 || !std::isfinite(value)) return;
    if (in_->timeline.playing) pause();
    const auto at = static_cast<std::size_t>(param);
    const std::string words = "Move " + scene().params[at].title;
    in_->record_play();
    in_->write_through(scene(), param, with_numbers(scene().defaults[at], std::vector{value}));
    if (in_->in_gesture)
        in_->gesture_words = words;
    else
        in_->session().history.record(target(), words, in_->now);
}

void Explorer::step(int direction) {
    const int param = playing_param(scene());
    if (param < 0) return;
    const Param& row = scene().params[static_cast<std::size_t>(param)];
    const double now = time_of(target()[static_cast<std::size_t>(param)]);
    const double one = row.kind == Kind::integer ? 1 : (row.range.max - row.range.min) / (60 * row.seconds);
    scrub(std::clamp(now + direction * one, row.range.min, row.range.max));
}

void Explorer::to_start() {
    const int param = playing_param(scene());
    if (param < 0) return;
    const bool playing = in_->timeline.playing;
    const double start = scene().params[static_cast<std::size_t>(param)].range.min;
    in_->timeline.playing = false;
    scrub(start);
    in_->played = start;
    in_->timeline.playing = playing;
}

void Explorer::set_speed(double speed) {
    if (std::isfinite(speed)) in_->timeline.speed = std::clamp(speed, 1.0 / 16, 16.0);
}
void Explorer::set_loop(bool loop) { in_->timeline.loop = loop; }

bool Explorer::Inside::tick_swells(double seconds) {
    const std::optional<Grip> wanted = grip_in_hand();
    const auto known = [&](const auto& entry) { return wanted && entry.first == *wanted; };
    if (wanted && std::none_of(swells.begin(), swells.end(), known)) swells.push_back({*wanted, 0});
    bool changed = false;
    for (auto& [grip, amount] : swells) {
        const double goal = wanted && grip == *wanted ? 1 : 0, most = reduced_motion ? 1 : seconds / swell_seconds;
        const double next = amount + std::clamp(goal - amount, -most, most);
        changed |= next != amount;
        amount = next;
    }
    std::erase_if(swells, [&](const auto& entry) { return entry.second <= 0 && !known(entry); });
    return changed;
}

bool Explorer::Inside::pulsing() const {
    return !reduced_motion && session().shown < pulse_seconds && !frame.panels().empty() &&
           std::any_of(frame.panels().begin(), frame.panels().end(),
                       [](const Panel& panel) { return !panel.handles.empty(); });
}

bool Explorer::tick(double seconds) {
    if (!(seconds > 0)) seconds = 0;
    seconds = std::min(seconds, longest_tick);
    Inside& in = *in_;
    in.now += seconds;
    bool changed = in.pulsing();
    in.session().shown += seconds;
    Session& here = in.session();

    if (in.easing()) {
        in.ease.done = std::min(1.0, in.ease.done + seconds / ease_seconds);
        here.state = between(scene(), in.ease.from, here.target, smooth(in.ease.done));
        changed = true;
    }
    if (in.timeline.playing && !(in.in_gesture && in.hold.what == Hold::nothing)) {
        const int param = playing_param(scene());
        const Param& row = scene().params[static_cast<std::size_t>(param)];
        const double span = row.range.max - row.range.min;
        in.played += span / row.seconds * in.timeline.speed * seconds;
        const bool over = in.played >= row.range.max;
        if (over && in.timeline.loop && span > 0)
            in.played = row.range.min + std::fmod(in.played - row.range.min, span);
        else if (over)
            in.played = row.range.max;
        const double shown = row.kind == Kind::integer ? std::floor(in.played) : in.played;
        in.write_through(scene(), param,
                         with_numbers(scene().defaults[static_cast<std::size_t>(param)], std::vector{shown}));
        if (over && !in.timeline.loop) pause();
        changed = true;
    }
    if (changed && in.hold.what == Hold::handle) in.follow(scene());
    if (in.hold.what == Hold::orbiting && seconds > 0) {
        in.spin.speed = 0.5 * in.spin.speed + 0.5 * in.hold.moved / seconds;
        in.hold.moved = {0, 0};
    } else if (!in.spin.panel.empty()) {
        const double decay = std::exp(-seconds / spin_time_constant);
        if (const Panel* panel = panel_named(in.frame, in.spin.panel))
            here.views[in.spin.panel] = orbited(*panel, here.views, in.spin.speed * spin_time_constant * (1 - decay));
        in.spin.speed *= decay;
        if (in.spin.speed.norm() < least_spin) in.spin = {};
        changed = true;
    }
    return in.tick_swells(seconds) || changed;
}

bool Explorer::idle() const {
    const Inside& in = *in_;
    if (in.easing() || in.timeline.playing || in.pulsing()) return false;
    if (!in.spin.panel.empty() && in.hold.what != Hold::orbiting) return false;
    const std::optional<Grip> wanted = in.grip_in_hand();
    bool grown = !wanted;
    for (const auto& [grip, amount] : in.swells) {
        if (!(wanted && grip == *wanted)) return false;
        grown = amount >= 1;
    }
    return grown;
}

}  // namespace eigenscape
