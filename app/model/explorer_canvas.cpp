// Hands on the canvas: hover, press, drag, release. The keyboard's way to do the same is explorer_nudge.cpp's, views
// alone are explorer_views.cpp's. A press holds one thing until that button is released; other buttons meanwhile are
// ignored.
#include "app/model/explorer_inside.h"

#include "app/model/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr double least_throw = 60;  // points per second: slower, and a space let go stays where it is

void keep_view(Hold& hold, const Views& views) {
    const auto found = views.find(hold.panel);
    hold.had_view = found != views.end();
    if (hold.had_view) hold.view = found->second;
}

}  // namespace

void Explorer::set_canvas(const Vec2& points) {
    const auto length = [](double x) { return std::isfinite(x) ? std::clamp(x, 1.0, 100'000.0) : 1.0; };
    in_->canvas = {length(points.x()), length(points.y())};
}
const Vec2& Explorer::canvas() const { return in_->canvas; }

const Panel* Explorer::Inside::panel_at(const Vec2& point) const {
    const auto& panels = frame.panels();
    for (auto panel = panels.rbegin(); panel != panels.rend(); ++panel)
        if (camera_of(*panel, session().views, canvas).place.contains(point)) return &*panel;
    return nullptr;
}

// A chart that was moved may have handles beyond its axes, among the numbers there; one on the very edge still shows.
bool Explorer::Inside::shows(const Camera& camera, const Handle& handle) {
    constexpr double edge = 8;
    const Rect& plot = camera.plot;
    const Vec2 at = camera.to_screen(handle.at);
    return at.x() >= plot.x - edge && at.x() <= plot.x + plot.width + edge && at.y() >= plot.y - edge &&
           at.y() <= plot.y + plot.height + edge;
}

// The nearest handle within reach; among those drawn at one place the one drawn last, and in a space the nearest to the
// eye.
std::optional<Grip> Explorer::Inside::grip_at(const Vec2& point) const {
    std::optional<Grip> best;
    double least = hit_radius_points;
    const Panel* panel = panel_at(point);
    if (!panel) return best;
    const Camera camera = camera_of(*panel, session().views, canvas);
    for (std::size_t i = 0; i < panel->handles.size(); ++i) {
        if (!shows(camera, panel->handles[i])) continue;
        const double distance = (camera.to_screen(panel->handles[i].at) - point).norm();
        if (!(distance <= least)) continue;
        least = distance;
        best = Grip{panel->name, static_cast<int>(i)};
    }
    return best;
}

std::optional<Grip> Explorer::Inside::grip_in_hand() const {
    if (hold.what == Hold::handle) return hold.drag->grip();
    if (hovered) return hovered;
    return chosen;
}

// Before the first move and not at the press, since a click alone changes nothing. Time stops: what is set may be where
// time is.
void Explorer::Inside::take(const Scene& scene) {
    if (std::exchange(hold.taken, true)) return;
    const Handle* handle = handle_at(frame, hold.drag->grip());
    if (!handle || handle->first.empty()) return;
    const Grip grip = hold.drag->grip();
    const std::vector<Handle::Taken> first = handle->first;
    timeline.playing = false;
    for (const Handle::Taken& each : first)
        if (const int param = scene.find_param(each.parameter); param >= 0) {
            const Value& like = session().state[static_cast<std::size_t>(param)];
            write_through(scene, param, with_numbers(like, each.numbers));
        }
    draw(scene);
    hold.drag.emplace(scene, frame, grip);
}

void Explorer::Inside::follow(const Scene& scene) {
    take(scene);
    const Drag::Step step = hold.drag->to(session().state, pointer - hold.offset, stage());
    hold.stuck = step.stuck;
    chosen = hold.drag->grip();
    const int param = hold.drag->param();
    if (param < 0 || step.state == session().state) return;
    write_through(scene, param, step.state[static_cast<std::size_t>(param)]);
}

void Explorer::pointer_moved(const Vec2& at) {
    if (!at.allFinite()) return;
    Inside& in = *in_;
    const Vec2 by = at - in.hold.last;
    in.pointer = at;
    in.pointer_here = true;
    in.hold.last = at;
    if (in.hold.what == Hold::nothing) {
        frame();
        in.hovered = in.tool == Tool::hand ? in.grip_at(at) : std::nullopt;
        in.hovered_row = in.hovered ? std::nullopt : in.row_at(scene(), at);
        return;
    }
    if (in.hold.what == Hold::handle) {
        if (by != Vec2(0, 0)) in.follow(scene());
        return;
    }
    if (in.hold.changes_state()) {
        frame();  // a stroke looks at the picture that it has changed
        if (by != Vec2(0, 0)) in.follow_stroke(scene(), false);
        return;
    }
    const Panel* panel = panel_named(in.frame, in.hold.panel);
    if (!panel) return;
    Views& views = in.session().views;
    if (in.hold.what == Hold::panning) {
        views[in.hold.panel] = panned(*panel, views, in.canvas, by);
    } else {
        views[in.hold.panel] = orbited(*panel, views, by);
        in.hold.moved += by;
    }
}

void Explorer::pointer_left() {
    in_->pointer_here = false;
    if (in_->hold.what != Hold::nothing) return;
    in_->hovered.reset();
    in_->hovered_row.reset();
}

void Explorer::pressed(Button button, bool shift) {
    Inside& in = *in_;
    if (in.hold.what != Hold::nothing || in.in_gesture) return;
    in.spin = {};
    in.stop_looking();
    in.session().shown = std::max(in.session().shown, pulse_seconds);  // the pulse has been understood
    frame();
    const Panel* panel = in.panel_at(in.pointer);
    if (!panel) return;
    Hold hold;
    hold.button = button;
    hold.panel = panel->name;
    hold.last = in.pointer;
    hold.state = state();
    hold.target = target();
    const bool takes_hold = button == Button::left && !shift;
    const bool strokes = takes_hold && in.tool != Tool::hand && in.points_at(scene(), in.pointer);
    const std::optional<Grip> grip = takes_hold && !strokes ? in.grip_at(in.pointer) : std::nullopt;
    if (!grip && takes_hold && in.begin_stroke(scene(), hold)) {
        begin_gesture();
        in.chosen.reset();
        const std::string& title = scene().params[static_cast<std::size_t>(hold.param)].title;
        in.gesture_words = (hold.what == Hold::painting  ? "Paint "
                            : hold.what == Hold::erasing ? "Erase "
                                                         : "Drag ") +
                           title;
        in.hold = std::move(hold);
        return in.follow_stroke(scene(), true);
    }
    if (grip) {
        begin_gesture();
        hold.what = Hold::handle;
        hold.drag.emplace(scene(), in.frame, *grip);
        hold.offset = in.pointer - handle_on_screen(in.frame, *grip, in.stage()).value_or(in.pointer);
        hold.stuck = hold.drag->param() < 0;
        in.chosen = grip;
        if (!hold.stuck)
            in.gesture_words = "Drag " + scene().params[static_cast<std::size_t>(hold.drag->param())].title;
    } else {
        const bool orbits = button == Button::left && !shift && panel->kind == PanelKind::space;
        hold.what = orbits ? Hold::orbiting : Hold::panning;
        in.chosen.reset();
        keep_view(hold, in.session().views);
        if (orbits) in.spin = {panel->name, {0, 0}};
    }
    in.hold = std::move(hold);
}

void Explorer::released(Button button) {
    Inside& in = *in_;
    if (in.hold.what == Hold::nothing || in.hold.button != button) return;
    const bool thrown = in.hold.what == Hold::orbiting && in.spin.speed.norm() > least_throw && !in.reduced_motion;
    if (!thrown) in.spin = {};
    if (in.hold.changes_state()) end_gesture();
    in.hold = {};
    in.hold.last = in.pointer;
    frame();
    in.hovered = in.pointer_here && in.tool == Tool::hand ? in.grip_at(in.pointer) : std::nullopt;
    in.hovered_row = in.pointer_here && !in.hovered ? in.row_at(scene(), in.pointer) : std::nullopt;
}

void Explorer::cancel() {
    Inside& in = *in_;
    const Hold hold = std::move(in.hold);
    in.hold = {};
    in.spin = {};
    if (hold.changes_state()) {
        in.in_gesture = false;
        const int param = hold.changed_param();
        if (param >= 0) in.write_through(scene(), param, hold.target[static_cast<std::size_t>(param)]);
        if (!in.easing.moving() && !in.timeline.playing) {  // nothing else moved meanwhile: exactly as it was
            in.session().state = hold.state;
            in.session().target = hold.target;
            in.stop_ease();
        }
    } else if (hold.what != Hold::nothing) {
        in.stop_looking();
        if (hold.had_view) in.session().views[hold.panel] = hold.view;
        else in.session().views.erase(hold.panel);
    }
}

bool Explorer::dragging() const { return in_->hold.what != Hold::nothing; }

void Explorer::double_clicked() {
    cancel();
    frame();
    const Panel* panel = in_->panel_at(in_->pointer);
    if (!panel) return;
    if (in_->tool != Tool::hand && in_->points_at(scene(), in_->pointer)) {  // two quick dabs
        pressed(Button::left);
        return released(Button::left);
    }
    if (const std::optional<Grip> grip = in_->grip_at(in_->pointer)) {
        const int param = scene().find_param(handle_at(in_->frame, *grip)->parameter);
        if (param >= 0) reset_param(param);
    } else {
        Views home = in_->looking.done < 1 ? in_->looking.to : views();
        home.erase(panel->name);
        in_->look(home);
    }
}

}  // namespace eigenscape
