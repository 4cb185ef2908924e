// Where one looks from: wheel, pan, zoom, the way home, and a space that goes on turning after it was let go.
// A hand on a view takes it over from wherever an ease has brought it.
#include "app/model/explorer_inside.h"

#include "viz/ease.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double zoom_per_notch = 1.15;
constexpr double spin_time_constant = 0.25;  // seconds in which inertia falls to 1/e
constexpr double least_spin = 8;             // points per second

}  // namespace

void Explorer::Inside::look(const Views& to) {
    spin = {};
    looking = {session().views, to, 0};
    if (reduced_motion || looking.from == to) look_at_end();
}

void Explorer::Inside::look_at_end() {
    if (looking.done < 1 && sessions[open]) session().views = looking.to;
    looking.done = 1;
}

bool Explorer::Inside::tick_looking(double seconds) {
    if (looking.done >= 1) return false;
    looking.done += seconds / look_seconds;
    if (looking.done >= 1) {
        session().views = looking.to;
        return true;
    }
    for (const Panel& panel : frame.panels())
        if (looking.from.contains(panel.name) || looking.to.contains(panel.name))
            session().views[panel.name] =
                view_between(view_of(panel, looking.from), view_of(panel, looking.to), smooth(looking.done));
    return true;
}

bool Explorer::Inside::tick_spin(double seconds) {
    if (hold.what == Hold::orbiting && seconds > 0) {
        spin.speed = 0.5 * spin.speed + 0.5 * hold.moved / seconds;
        hold.moved = {0, 0};
        return false;
    }
    if (spin.panel.empty() || hold.what == Hold::orbiting) return false;
    const double decay = std::exp(-seconds / spin_time_constant);
    Views& views = session().views;
    if (const Panel* panel = panel_named(frame, spin.panel))
        views[spin.panel] = orbited(*panel, views, spin.speed * spin_time_constant * (1 - decay));
    spin.speed *= decay;
    if (spin.speed.norm() < least_spin) spin = {};
    return true;
}

void Explorer::wheel(double notches) {
    if (!std::isfinite(notches) || in_->hold.changes_state()) return;
    frame();
    const Panel* panel = in_->panel_at(in_->pointer);
    if (!panel) return;
    in_->stop_looking();
    Views& views = in_->session().views;
    views[panel->name] =
        zoomed(*panel, views, in_->canvas, in_->pointer, std::pow(zoom_per_notch, std::clamp(notches, -20.0, 20.0)));
}

void Explorer::pan(const Vec2& by_points) {
    const Frame& now = frame();
    if (now.panels().empty() || !by_points.allFinite()) return;
    const Panel* under = in_->pointer_here ? in_->panel_at(in_->pointer) : nullptr;
    const Panel& panel = under ? *under : now.panels().front();
    in_->stop_looking();
    Views& views = in_->session().views;
    views[panel.name] = panned(panel, views, in_->canvas, by_points);
}

void Explorer::zoom(double factor) {
    const Frame& now = frame();
    if (now.panels().empty() || !std::isfinite(factor)) return;
    const Panel* under = in_->pointer_here ? in_->panel_at(in_->pointer) : nullptr;
    const Panel& panel = under ? *under : now.panels().front();
    in_->stop_looking();
    Views& views = in_->session().views;
    const Rect plot = camera_of(panel, views, in_->canvas).plot;
    const Vec2 middle(plot.x + plot.width / 2, plot.y + plot.height / 2);
    views[panel.name] = zoomed(panel, views, in_->canvas, middle, factor);
}

void Explorer::reset_view() { in_->look({}); }

}  // namespace eigenscape
