// Keeps the few latest messages and when each leaves: longer texts stay longer.
// Drawn by canvas_panel.cpp.
#include "app/panels/toasts.h"

#include <algorithm>
#include <limits>

namespace eigenscape {

void Toasts::say(Icon icon, std::string words) {
    constexpr std::size_t most = 3;
    const double until = now_ + 4 + 0.04 * static_cast<double>(words.size());
    const auto same = std::ranges::find(shown_, words, &Toast::words);
    if (same != shown_.end()) {
        same->until = until;
        return;
    }
    shown_.push_back({icon, std::move(words), until});
    if (shown_.size() > most) shown_.erase(shown_.begin());
}

void Toasts::forget_old(double now) {
    now_ = now;
    std::erase_if(shown_, [now](const Toast& toast) { return toast.until <= now; });
}

double Toasts::next_end() const {
    double end = std::numeric_limits<double>::infinity();
    for (const Toast& toast : shown_) end = std::min(end, toast.until);
    return end;
}

}  // namespace eigenscape
