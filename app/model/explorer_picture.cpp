// The picture and the rings over it. The scene is drawn only when its state, a window on it or the canvas has changed.
// A scene that throws keeps its last good picture and says so; the other scenes live on.
#include "app/model/explorer_inside.h"

#include "app/model/numbers.h"
#include "viz/number.h"
#include "viz/window.h"

#include <cmath>
#include <new>

namespace eigenscape {

bool Explorer::Inside::up_to_date() const {
    if (drawn_scene != open || drawn_canvas != canvas || drawn != session().state || frame.progress()) return false;
    for (const Panel& panel : frame.panels())
        if (panel.kind != PanelKind::space && !(window_of(panel, session().views, canvas) == panel.window))
            return false;
    return true;
}

void Explorer::Inside::draw(const Scene& scene) {
    Frame next(stage());
    std::string problem;
    try {
        scene.draw(session().state, next);
    } catch (const std::bad_alloc&) {
        problem = "There is not enough memory to draw this picture.";
    } catch (const std::exception& error) {
        problem = "This picture could not be drawn (" + std::string(error.what()) + ").";
    }
    if (problem.empty()) {
        frame = std::move(next);
    } else {
        const bool had_one = drawn_scene == open && !frame.panels().empty();
        problem +=
            had_one ? " The last good one is shown; undo or change a value." : " Change a value or reset the scene.";
        if (!had_one) frame = Frame(stage());
    }
    if (problem.empty() || problem != trouble || drawn_scene != open) ++pictures;
    trouble = problem;
    drawn = session().state;
    drawn_scene = open;
    drawn_canvas = canvas;
}

const Frame& Explorer::frame() {
    if (!in_->up_to_date()) in_->draw(scene());
    return in_->frame;
}

std::uint64_t Explorer::picture() const { return in_->pictures; }
const std::string& Explorer::trouble() const { return in_->trouble; }

namespace {

Panel& same_panel(Frame& frame, const Panel& like) {
    if (like.kind == PanelKind::plane) return frame.plane(like.name, like.home, like.place);
    if (like.kind == PanelKind::chart) {
        Panel& chart = frame.chart(like.name, like.home, like.place);
        chart.titled_below = like.titled_below;
        return chart;
    }
    Panel& panel = frame.space(like.name, like.box, like.place, like.home_view);
    panel.proportions = like.proportions;
    return panel;
}

void ring(Panel& panel, const Handle& handle, double size_points, double opacity, Mark mark = Mark::ring) {
    Dot& dot = panel.dot(handle.at, handle.ink, size_points, mark);
    dot.opacity = opacity;
    dot.depth = Depth::on_top;
}

}  // namespace

const Frame& Explorer::overlay() {
    const Frame& now = frame();
    const Inside& in = *in_;
    Frame rings(in.stage());
    const double pulse = in.pulsing() ? std::fmod(in.session().shown, pulse_seconds / 3) / (pulse_seconds / 3) : 0;
    for (const Panel& panel : now.panels()) {
        Panel& over = same_panel(rings, panel);
        const Camera camera = camera_of(panel, in.session().views, in.canvas);
        for (std::size_t i = 0; i < panel.handles.size(); ++i) {
            const Handle& handle = panel.handles[i];
            const Grip grip{panel.name, static_cast<int>(i)};
            const bool held = in.hold.what == Hold::handle && in.hold.drag->grip() == grip;
            if (!held && !Inside::shows(camera, handle)) continue;
            double swell = 0;
            for (const auto& [known, amount] : in.swells)
                if (known == grip) swell = amount;
            const int param = scene().find_param(handle.parameter);
            const bool blocked = param < 0 || !draggable(scene().params[static_cast<std::size_t>(param)].kind) ||
                                 (held && in.hold.stuck);
            ring(over, handle, 14 + 10 * swell, 0.55 + 0.45 * swell);
            if (blocked) ring(over, handle, 10, 0.9, Mark::cross);
            if (pulse > 0) ring(over, handle, 14 + 26 * pulse, 0.7 * (1 - pulse));
            if (in.chosen == grip) ring(over, handle, 32, 0.9);  // the keyboard's: a second ring around the first
        }
        in.tool_ring(scene(), panel, over);
    }
    in_->overlay = std::move(rings);
    return in_->overlay;
}

// What the brush, the eraser or the hand would touch.
void Explorer::Inside::tool_ring(const Scene& scene, const Panel& panel, Panel& over) const {
    const auto points = pointer_here || hold.changes_state() ? points_at(scene, pointer) : std::nullopt;
    if (!points || points->panel->name != panel.name ||
        !(hovered_row || hold.what == Hold::row_moved || tool != Tool::hand))
        return;
    const std::vector<double> numbers =
        numbers_of(session().state[static_cast<std::size_t>(scene.find_param(points->param->name))]);
    const std::size_t width = points->width(), row = hold.what == Hold::row_moved ? hold.row : hovered_row.value_or(0);
    std::vector<double> at;
    if (tool == Tool::hand && (row + 1) * width <= numbers.size())
        at.assign(numbers.begin() + static_cast<std::ptrdiff_t>(row * width),
                  numbers.begin() + static_cast<std::ptrdiff_t>((row + 1) * width));
    else if (const auto under = points->row_under(pointer, points->third_of_new(painted_class))) at = *under;
    if (at.empty()) return;
    const bool deep = points->panel->kind == PanelKind::space && width == 3;
    Dot& dot = over.dot(Vec3(at[0], at[1], deep ? at[2] : 0), Ink::text,
                        tool == Tool::eraser ? 2 * eraser_radius_points : 18, Mark::ring);
    dot.depth = Depth::on_top;
    dot.opacity = 0.9;
}

CanvasCursor Explorer::cursor() {
    const Inside& in = *in_;
    if (in.hold.changes_state() && in.tool != Tool::hand) return CanvasCursor::arrow;
    if (in.hold.what == Hold::handle) return in.hold.stuck ? CanvasCursor::blocked : CanvasCursor::grabbing;
    if (in.hold.what != Hold::nothing) return CanvasCursor::grabbing;
    if (!in.hovered) return in.hovered_row ? CanvasCursor::hand : CanvasCursor::arrow;
    const Handle* handle = handle_at(frame(), *in.hovered);
    const int param = handle ? scene().find_param(handle->parameter) : -1;
    if (param < 0) return CanvasCursor::arrow;
    return draggable(scene().params[static_cast<std::size_t>(param)].kind) ? CanvasCursor::hand : CanvasCursor::blocked;
}

namespace {

// Of a handle that moves one number of many, that number: its picture may be too small to write it beside.
std::string number_moved(const Scene& scene, const State& state, const Handle& handle) {
    const int param = scene.find_param(handle.parameter);
    if (param < 0 || handle.moves.size() != 1) return {};
    const std::vector<double> numbers = numbers_of(taken(scene, state, handle)[static_cast<std::size_t>(param)]);
    const auto place = static_cast<std::size_t>(handle.moves.front());
    return place < numbers.size() ? ": " + fixed(numbers[place], 3) : "";
}

}  // namespace

std::string Explorer::tip() {
    const std::optional<Grip> grip = in_->grip_in_hand();
    const Handle* handle = grip ? handle_at(frame(), *grip) : nullptr;
    if (!handle) return {};
    const bool stuck = in_->hold.what == Hold::handle && in_->hold.stuck;
    if (stuck) return handle->words + ". It cannot move from here: nothing in this picture would change its place.";
    return handle->words + number_moved(scene(), state(), *handle);
}

std::optional<Vec2> Explorer::tip_at() {
    const std::optional<Grip> grip = in_->grip_in_hand();
    return grip ? handle_on_screen(frame(), *grip, in_->stage()) : std::nullopt;
}

std::optional<int> Explorer::held_param() {
    const std::optional<Grip> grip = in_->grip_in_hand();
    const Handle* handle = grip ? handle_at(frame(), *grip) : nullptr;
    const int param = handle ? scene().find_param(handle->parameter) : -1;
    return param < 0 ? std::nullopt : std::optional(param);
}

}  // namespace eigenscape
