// Handles without a pointer: the keyboard goes from one to the next and moves it.
#include "app/model/explorer_inside.h"

#include "app/model/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

// The next multiple of `step` in that direction, so that nudged values are round.
double next_multiple(double at, double step, double direction) {
    if (direction == 0) return at;
    const double whole = at / step;
    return step * (direction > 0 ? std::floor(whole + 1e-3) + 1 : std::ceil(whole - 1e-3) - 1);
}

// The neighbour of a whole number whose handle lies farthest that way: its places may be farther apart than a nudge.
State next_whole(Explorer& explorer, const Drag& drag, const Grip& grip, const Vec2& way) {
    const auto at = static_cast<std::size_t>(drag.param());
    State best = explorer.state();
    if (explorer.scene().params[at].kind != Kind::integer) return best;
    double farthest = 0;
    const Stage stage{explorer.canvas(), explorer.views()};
    const auto here = handle_on_screen(explorer.frame(), grip, stage);
    for (const int step : {1, -1}) {
        State next = with(explorer.scene(), explorer.state(), drag.param(), std::get<int>(explorer.state()[at]) + step);
        Frame frame(stage);
        explorer.scene().draw(next, frame);
        const auto there = handle_on_screen(frame, grip, stage);
        if (!here || !there || (*there - *here).dot(way) <= farthest) continue;
        farthest = (*there - *here).dot(way);
        best = std::move(next);
    }
    return best;
}

}  // namespace

void Explorer::next_handle(int direction) {
    std::vector<Grip> all;
    for (const Panel& panel : frame().panels()) {
        const Camera camera = camera_of(panel, in_->session().views, in_->canvas);
        for (std::size_t i = 0; i < panel.handles.size(); ++i)
            if (Inside::shows(camera, panel.handles[i])) all.push_back({panel.name, static_cast<int>(i)});
    }
    if (all.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto now = in_->chosen ? std::find(all.begin(), all.end(), *in_->chosen) : all.end();
    std::ptrdiff_t at = direction > 0 ? 0 : count - 1;
    if (now != all.end()) at = ((now - all.begin() + direction) % count + count) % count;
    in_->chosen = all[static_cast<std::size_t>(at)];
    in_->hovered.reset();
    in_->session().shown = std::max(in_->session().shown, pulse_seconds);
}

void Explorer::no_handle() { in_->chosen.reset(); }

void Explorer::nudge(double x, double y, bool far) {
    Inside& in = *in_;
    frame();
    const std::optional<Grip> grip = in.grip_in_hand();
    const Handle* handle = grip ? handle_at(in.frame, *grip) : nullptr;
    if (!handle || in.in_gesture) return;
    const Panel& panel = *panel_named(in.frame, grip->panel);
    const Camera camera = camera_of(panel, in.session().views, in.canvas);
    Vec2 goal = camera.to_screen(handle->at) + (far ? 40.0 : 8.0) * Vec2(x, -y);
    if (camera.flat) {
        const auto step_of = [&](double size) {
            return std::pow(10.0, std::floor(std::log10(size / 20))) * (far ? 10 : 1);
        };
        const Vec2 size = camera.visible.size();
        const Vec2 steps = panel.kind == PanelKind::chart ? Vec2(step_of(size.x()), step_of(size.y()))
                                                          : Vec2::Constant(step_of(size.minCoeff()));
        goal = camera.to_screen(
            {next_multiple(handle->at.x(), steps.x(), x), next_multiple(handle->at.y(), steps.y(), y), 0});
    }
    Drag drag(scene(), in.frame, *grip);
    if (drag.param() < 0 || !goal.allFinite()) return;
    in.record_play();
    const std::vector<Handle::Taken> first = handle->first;
    const State from = taken(scene(), state(), *handle);
    State next = drag.to(from, goal, in.stage()).state;
    if (next == from && first.empty()) next = next_whole(*this, drag, *grip, Vec2(x, -y));
    const auto at = static_cast<std::size_t>(drag.param());
    if (next == from) return;
    if (!first.empty()) in.timeline.playing = false;
    for (const Handle::Taken& each : first)
        if (const int param = scene().find_param(each.parameter); param >= 0)
            in.write_through(scene(), param, next[static_cast<std::size_t>(param)]);
    in.write_through(scene(), drag.param(), next[at]);
    in.session().history.record(target(), "Move " + scene().params[at].title, in.now);
}

}  // namespace eigenscape
