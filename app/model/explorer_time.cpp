// Time: the timeline over the parameter that plays, eases, entrances and pulses, all driven by `tick`.
// Nothing here reads a clock: a test or a film gives the seconds, so the same ticks give the same pictures.
#include "app/model/explorer_inside.h"

#include "app/model/numbers.h"
#include "viz/ease.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double longest_tick = 0.25;  // seconds: after a pause of the machine nothing leaps
constexpr double swell_seconds = 0.12;

double time_of(const Value& value) { return numbers_of(value)[0]; }

}  // namespace

const Timeline& Explorer::timeline() const { return in_->timeline; }

void Explorer::play() {
    const int param = playing_param(scene());
    if (param < 0 || in_->timeline.playing) return;
    in_->record_play();
    const Range& range = scene().params[static_cast<std::size_t>(param)].range;
    if (time_of(target()[static_cast<std::size_t>(param)]) >= range.max) to_start();
    in_->begin_run(scene(), time_of(target()[static_cast<std::size_t>(param)]), range.max);
    in_->timeline.playing = true;
}

void Explorer::pause() {
    in_->timeline.playing = false;
    in_->record_play();
}

void Explorer::toggle_play() {
    if (in_->timeline.playing) pause();
    else play();
}

void Explorer::scrub(double value) {
    const int param = playing_param(scene());
    if (param < 0 || !std::isfinite(value)) return;
    if (in_->timeline.playing) pause();
    const auto at = static_cast<std::size_t>(param);
    const std::string words = "Move " + scene().params[at].title;
    in_->record_play();
    in_->write_through(scene(), param, with_numbers(scene().defaults[at], std::vector{value}));
    if (in_->in_gesture) in_->gesture_words = words;
    else in_->session().history.record(target(), words, in_->now);
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
    in_->begin_run(scene(), start, scene().params[static_cast<std::size_t>(param)].range.max);
    in_->timeline.playing = playing;
}

double TimeRun::at(double elapsed_seconds) const {
    const double part = seconds > 0 ? std::clamp(elapsed_seconds / seconds, 0.0, 1.0) : 1;
    return eased ? lerp(from, to, smooth(part)) : std::floor(lerp(from, to, part));
}

// The whole range takes the seconds that its scene asks for, a part of it as much less.
void Explorer::Inside::begin_run(const Scene& scene, double from, double to) {
    const Param& row = scene.params[static_cast<std::size_t>(playing_param(scene))];
    const double span = row.range.max - row.range.min;
    run = {from, to, span > 0 ? row.seconds * std::abs(to - from) / span : 0, 0, row.kind == Kind::real};
}

// False when the end is reached. In a loop a real number goes there and back, an integer starts over.
bool Explorer::Inside::tick_run(const Scene& scene, double seconds) {
    const int param = playing_param(scene);
    const auto at = static_cast<std::size_t>(param);
    const Range& range = scene.params[at].range;
    run.elapsed += timeline.speed * seconds;
    if (run.elapsed >= run.seconds && timeline.loop && range.max > range.min) {
        const double over = run.elapsed - run.seconds;
        const bool back = run.eased && run.to == range.max;
        begin_run(scene, run.eased ? run.to : range.min, back ? range.min : range.max);
        run.elapsed = std::fmod(over, run.seconds);
    }
    write_through(scene, param, with_numbers(scene.defaults[at], std::vector{run.at(run.elapsed)}));
    return run.elapsed < run.seconds;
}

double Explorer::appearing() const { return smooth(in_->opened / entrance_seconds); }

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

    if (in.opened < entrance_seconds) {
        in.opened = in.reduced_motion ? entrance_seconds : in.opened + seconds;
        changed = true;
    }
    if (in.easing.moving()) {
        in.easing.tick(seconds);
        here.state = in.easing.moving() ? in.easing.at(scene()) : here.target;
        changed = true;
    }
    if (in.timeline.playing && !(in.in_gesture && in.hold.what == Hold::nothing)) {
        if (!in.tick_run(scene(), seconds)) pause();
        changed = true;
    }
    if (changed && in.hold.what == Hold::handle) in.follow(scene());
    changed |= in.tick_looking(seconds);
    changed |= in.tick_spin(seconds);
    changed |= in.frame.progress().has_value();  // what is computed in the background has come further
    return in.tick_swells(seconds) || changed;
}

bool Explorer::idle() const {
    const Inside& in = *in_;
    if (in.easing.moving() || in.timeline.playing || in.pulsing()) return false;
    if (in.looking.done < 1 || in.opened < entrance_seconds || in.frame.progress()) return false;
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
