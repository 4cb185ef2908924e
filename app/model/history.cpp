// Whole states in a bounded list; see history.h.
// What falls off is the oldest: a person who undoes five hundred steps wants the default state, which `reset` gives.
#include "app/model/history.h"

#include <algorithm>

namespace eigenscape {

std::size_t bytes_of(const State& state) {
    std::size_t bytes = sizeof(State) + state.capacity() * sizeof(Value);
    for (const Value& value : state) {
        if (const auto* points = std::get_if<Points>(&value)) bytes += points->capacity() * sizeof(Vec2);
        if (const auto* points = std::get_if<Points3>(&value)) bytes += points->capacity() * sizeof(Vec3);
        if (const auto* numbers = std::get_if<Numbers>(&value)) bytes += numbers->capacity() * sizeof(double);
        if (const auto* picture = std::get_if<Picture>(&value); picture && picture->image)
            bytes += picture->image->rgba.capacity();
        if (const auto* formula = std::get_if<Formula>(&value)) bytes += formula->text.capacity();
    }
    return bytes;
}

void History::record(const State& state, const std::string& words, double now) {
    if (state == present()) return;
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, steps_.end());
    Step& last = steps_.back();
    if (open_ && at_ > 0 && last.words == words && now - last.when < 1) {
        last.state = state;
        last.when = now;
    } else {
        steps_.push_back({state, words, now});
        ++at_;
    }
    open_ = true;
    shorten();
}

const State& History::undo() {
    close();
    if (can_undo()) --at_;
    return present();
}

const State& History::redo() {
    close();
    if (can_redo()) ++at_;
    return present();
}

void History::shorten() {
    std::size_t bytes = 0, kept = 0;
    while (kept < steps_.size() && kept < most_steps) {
        bytes += bytes_of(steps_[steps_.size() - 1 - kept].state);
        if (bytes > most_bytes && kept >= 2) break;  // the present and one step back are always kept
        ++kept;
    }
    const std::size_t dropped = steps_.size() - kept;
    steps_.erase(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(dropped));
    at_ -= dropped;
}

}  // namespace eigenscape
