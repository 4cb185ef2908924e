// Hands on points that a panel takes: the brush adds some along its way, the eraser removes them, the hand moves the
// nearest. A whole stroke is one step of undo.
#include "app/model/explorer_inside.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"

#include <cmath>

namespace eigenscape {

std::optional<PaintedPanel> Explorer::Inside::points_at(const Scene& scene, const Vec2& point) const {
    const Panel* panel = panel_at(point);
    return panel ? points_on(scene, *panel) : std::nullopt;
}

std::optional<PaintedPanel> Explorer::Inside::points_on(const Scene& scene, const Panel& panel) const {
    if (!panel.taking) return std::nullopt;
    const int param = scene.find_param(panel.taking->parameter);
    if (param < 0) return std::nullopt;
    const Param& row = scene.params[static_cast<std::size_t>(param)];
    if (row.kind != Kind::points && row.kind != Kind::points3) return std::nullopt;
    return PaintedPanel{&panel, &row, camera_of(panel, session().views, canvas)};
}

std::optional<std::size_t> Explorer::Inside::row_at(const Scene& scene, const Vec2& point) const {
    const auto points = points_at(scene, point);
    if (!points || tool != Tool::hand) return std::nullopt;
    const auto at = static_cast<std::size_t>(scene.find_param(points->param->name));
    return nearest_row(*points, session().state[at], point, hit_radius_points);
}

bool Explorer::Inside::begin_stroke(const Scene& scene, Hold& started) {
    const auto points = points_at(scene, pointer);
    if (!points) return false;
    started.param = scene.find_param(points->param->name);
    if (tool == Tool::hand) {
        const auto row = row_at(scene, pointer);
        if (!row) return false;
        started.what = Hold::row_moved;
        started.row = *row;
        const std::size_t width = points->width();
        const std::vector<double> numbers = numbers_of(session().state[static_cast<std::size_t>(started.param)]);
        started.offset = pointer - points->on_screen(std::span(numbers).subspan(*row * width, width));
    } else {
        started.what = tool == Tool::brush ? Hold::painting : Hold::erasing;
    }
    started.stroke_at = pointer;
    return true;
}

void Explorer::Inside::paint(const Scene& scene, const PaintedPanel& points, bool first) {
    const auto at = static_cast<std::size_t>(hold.param);
    std::vector<double> numbers = numbers_of(session().state[at]);
    const std::size_t before = numbers.size();
    const auto add = [&](const Vec2& screen) {
        if (numbers.size() / points.width() >= most_points) return;
        const auto row = points.row_under(screen, points.third_of_new(painted_class));
        if (row && points.in_range(*row)) numbers.insert(numbers.end(), row->begin(), row->end());
    };
    if (first) add(pointer);
    const Vec2 way = pointer - hold.stroke_at;
    const int more = std::min(static_cast<int>(way.norm() / brush_spacing_points), 200);
    const Vec2 from = hold.stroke_at;
    for (int i = 1; i <= more; ++i) add(hold.stroke_at = from + way * (i * brush_spacing_points / way.norm()));
    if (numbers.size() == before) return;
    const bool flat = points.param->kind == Kind::points;
    write_through(scene, hold.param, flat ? with_numbers(Points{}, numbers) : with_numbers(Points3{}, numbers));
}

void Explorer::Inside::move_row(const Scene& scene, const PaintedPanel& points) {
    const auto at = static_cast<std::size_t>(hold.param);
    std::vector<double> numbers = numbers_of(session().state[at]);
    const std::size_t width = points.width(), first = hold.row * width;
    if (first + width > numbers.size()) return;
    const auto moved = points.row_under(pointer - hold.offset, width == 3 ? numbers[first + 2] : 0);
    if (!moved) return;
    numbers[first] = (*moved)[0];
    numbers[first + 1] = (*moved)[1];
    write_through(scene, hold.param, with_numbers(session().state[at], numbers));
}

void Explorer::Inside::follow_stroke(const Scene& scene, bool first) {
    const Panel* panel = panel_named(frame, hold.panel);
    const auto points = panel ? points_on(scene, *panel) : std::nullopt;
    if (!points) return;
    if (hold.what == Hold::painting) return paint(scene, *points, first);
    if (hold.what == Hold::row_moved) return first ? void() : move_row(scene, *points);
    const Value before = session().state[static_cast<std::size_t>(hold.param)];
    const Value kept = erased(*points, before, hold.stroke_at, pointer);
    hold.stroke_at = pointer;
    if (!(kept == before)) write_through(scene, hold.param, kept);
}

void Explorer::set_tool(Tool tool, int class_of_points) {
    cancel();
    in_->tool = tool;
    in_->painted_class = class_of_points;
    in_->hovered_row.reset();
}

Tool Explorer::tool() const { return in_->tool; }
int Explorer::painted_class() const { return in_->painted_class; }

std::optional<int> Explorer::painted_param() {
    for (const Panel& panel : frame().panels())
        if (const auto points = in_->points_on(scene(), panel)) return scene().find_param(points->param->name);
    return std::nullopt;
}

}  // namespace eigenscape
