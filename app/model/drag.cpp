// From a pointer to a parameter's values through core's `reach`; see drag.h.
// Inputs are parts of the range (0 to 1, logarithmic where the range is), outputs are points on the canvas.
#include "app/model/drag.h"

#include "app/model/numbers.h"
#include "app/model/state.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double longest_stride = 40;  // points: farther jumps are walked, so that the solution stays on its branch
constexpr int most_strides = 16;
constexpr double invisible = 0.05;  // points: rounding a number may move the handle by this much
constexpr double leap = 60;         // points: a handle this far from where it should be is not the same one

bool kin(const Handle& a, std::string_view parameter, std::string_view words) {
    return a.parameter == parameter && a.words == words;
}

// What counts of a place on the screen. The rest is left out by being the same everywhere.
Vec2 counted(Follows follows, const Vec2& at) { return {at.x(), follows == Follows::across ? 0.0 : at.y()}; }

}  // namespace

double miss_of(const Handle& handle, const Vec2& at, const Vec2& pointer) {
    return counted(handle.follows, at - pointer).norm();
}

const Panel* panel_named(const Frame& frame, std::string_view name) {
    for (const Panel& panel : frame.panels())
        if (panel.name == name) return &panel;
    return nullptr;
}

const Handle* handle_at(const Frame& frame, const Grip& grip) {
    const Panel* panel = panel_named(frame, grip.panel);
    const auto index = static_cast<std::size_t>(grip.index);
    return panel && grip.index >= 0 && index < panel->handles.size() ? &panel->handles[index] : nullptr;
}

std::optional<Vec2> handle_on_screen(const Frame& frame, const Grip& grip, const Stage& stage) {
    const Handle* handle = handle_at(frame, grip);
    if (!handle) return std::nullopt;
    const Vec2 at = camera_of(*panel_named(frame, grip.panel), stage.views, stage.canvas_points).to_screen(handle->at);
    return at.allFinite() ? std::optional(at) : std::nullopt;
}

State taken(const Scene& scene, const State& state, const Handle& handle) {
    State result = state;
    for (const Handle::Taken& each : handle.first) {
        const int param = scene.find_param(each.parameter);
        if (param < 0) continue;
        const Value& like = result[static_cast<std::size_t>(param)];
        result = with(scene, result, param, with_numbers(like, each.numbers));
    }
    return result;
}

bool draggable(Kind kind) {
    return kind == Kind::integer || kind == Kind::real || (kind >= Kind::vec2 && kind <= Kind::numbers);
}

Drag::Drag(const Scene& scene, const Frame& frame, Grip grip) : scene_(&scene), grip_(std::move(grip)) {
    const Handle* handle = handle_at(frame, grip_);
    if (!handle) return;
    parameter_ = handle->parameter;
    words_ = handle->words;
    holds_ = handle->holds;
    moves_ = handle->moves;
    follows_ = handle->follows;
    for (const Handle* other = &panel_named(frame, grip_.panel)->handles.front(); other != handle; ++other)
        ordinal_ += kin(*other, parameter_, words_);
    const int param = scene.find_param(parameter_);
    if (param >= 0 && draggable(scene.params[static_cast<std::size_t>(param)].kind)) param_ = param;
}

// One move: the state it starts from, and the scene as a function of the parameter's parts.
struct Drag::Search {
    Drag& drag;
    const State& now;
    const Stage& stage;
    const Param& param = drag.scene_->params[static_cast<std::size_t>(drag.param_)];
    const Value& value = now[static_cast<std::size_t>(drag.param_)];
    std::vector<double> before = numbers_of(value);
    std::vector<std::size_t> free = places_free();  // the numbers that are searched
    Eigen::VectorXd start = parts_of(before);
    int found = -1;  // where the handle was in the picture drawn last, and in that of `now`
    int found_now = -1;

    std::vector<std::size_t> places_free() const {
        std::vector<std::size_t> places;
        for (const int place : drag.moves_)
            if (place >= 0 && static_cast<std::size_t>(place) < before.size())
                places.push_back(static_cast<std::size_t>(place));
        for (std::size_t i = 0; drag.moves_.empty() && i < before.size(); ++i) places.push_back(i);
        return places;
    }

    Eigen::VectorXd parts_of(const std::vector<double>& numbers) const {
        Eigen::VectorXd parts(static_cast<Eigen::Index>(free.size()));
        for (std::size_t i = 0; i < free.size(); ++i)
            parts[static_cast<Eigen::Index>(i)] = std::clamp(to_part(param.range, numbers[free[i]]), 0.0, 1.0);
        return parts;
    }

    // Numbers that the search did not touch stay what they were, to the last bit.
    std::vector<double> numbers_at(const Eigen::VectorXd& parts) const {
        std::vector<double> numbers = before;
        for (std::size_t i = 0; i < free.size(); ++i) {
            const double part = parts[static_cast<Eigen::Index>(i)];
            if (std::abs(part - start[static_cast<Eigen::Index>(i)]) > 1e-11)
                numbers[free[i]] = from_part(param.range, part);
        }
        return numbers;
    }

    State state_with(const std::vector<double>& numbers) const {
        return with(*drag.scene_, now, drag.param_, with_numbers(value, numbers));
    }

    Vec2 seen(const Camera& camera, const Handle& handle) const {
        return counted(drag.follows_, camera.to_screen(handle.at));
    }

    // The handle in hand, in another picture. Others may come and go before it, so it is looked for among its kin: the
    // one of the same number, unless that has leapt away (an eigenvector changed its sign) and another is where it
    // should be.
    int index_in(const Panel& panel, const Camera& camera, const Vec2& expected) const {
        int same = -1, nearest = -1, ordinal = 0;
        double same_far = infinity, least = infinity;
        for (std::size_t i = 0; i < panel.handles.size(); ++i) {
            const Handle& handle = panel.handles[i];
            if (!kin(handle, drag.parameter_, drag.words_)) continue;
            const double far = (seen(camera, handle) - expected).norm();
            if (ordinal++ == drag.ordinal_) same = static_cast<int>(i), same_far = far;
            if (far < least) nearest = static_cast<int>(i), least = far;
        }
        if (!expected.allFinite()) return same;
        if (least > leap) return -1;  // it went over a seam: not a place that small steps lead to
        return same >= 0 && !(same_far > leap && same_far > 4 * least) ? same : nearest;
    }

    bool outputs(const State& state, const Vec2& expected, Eigen::VectorXd& out) {
        ++drag.draws_;
        Frame frame(stage);
        try {
            drag.scene_->draw(state, frame);
        } catch (const std::exception&) {
            return false;
        }
        const Panel* panel = panel_named(frame, drag.grip_.panel);
        if (!panel) return false;
        const Camera camera = camera_of(*panel, stage.views, stage.canvas_points);
        found = index_in(*panel, camera, expected);
        if (found < 0) return false;
        const Handle& handle = panel->handles[static_cast<std::size_t>(found)];
        // Where other amounts are held (one eigen-line instead of two) there is nothing to compare: as if they had
        // stayed.
        const std::vector<double>& holds = handle.holds.size() == drag.holds_.size() ? handle.holds : drag.holds_;
        out.resize(static_cast<Eigen::Index>(2 + holds.size()));
        out.head<2>() = seen(camera, handle);
        for (std::size_t i = 0; i < holds.size(); ++i) out[static_cast<Eigen::Index>(2 + i)] = holds[i];
        return out.allFinite();
    }

    bool start_from(Eigen::VectorXd& out) {
        const auto& left = drag.left_;
        if (left && left->state == now && left->stage.canvas_points == stage.canvas_points &&
            left->stage.views == stage.views) {
            out = left->outputs;
            found_now = drag.grip_.index;
            return true;
        }
        const Vec2 expected = left ? Vec2(left->outputs.head<2>()) : Vec2(undefined, undefined);
        const bool there = outputs(now, expected, out);
        found_now = found;
        return there;
    }

    Reached towards(const Vec2& pointer, const Reached& from, int steps) {
        ReachProblem problem;
        problem.outputs = [this](const Eigen::VectorXd& parts, const Eigen::VectorXd& expected, Eigen::VectorXd& out) {
            return outputs(state_with(numbers_at(parts)), expected.head<2>(), out);
        };
        problem.goals.resize(static_cast<Eigen::Index>(2 + drag.holds_.size()));
        problem.goals.head<2>() = pointer;
        for (std::size_t i = 0; i < drag.holds_.size(); ++i)
            problem.goals[static_cast<Eigen::Index>(2 + i)] = drag.holds_[i];
        problem.most_steps = steps;
        return reach(problem, from.x, from.outputs, drag.slope_);
    }

    // Numbers as short as a pixel can tell apart, so that 1.3999128 becomes 1.4.
    std::vector<double> tidied(const std::vector<double>& numbers, const Eigen::VectorXd& parts) const {
        double moved = 0;  // points that the handle moves when every number moves by one
        for (Eigen::Index i = 0; i < parts.size(); ++i) {
            const double x = numbers[free[static_cast<std::size_t>(i)]], h = 1e-6 * (param.range.max - param.range.min);
            const double parts_per_unit = std::abs(to_part(param.range, x + h) - to_part(param.range, x)) / h;
            moved += drag.slope_.rows.col(i).head<2>().norm() * parts_per_unit;
        }
        const double places = std::ceil(std::log10(std::max(0.5 * moved / invisible, 1e-3)));
        if (!(places < 13)) return numbers;
        const double unit = std::pow(10.0, std::max(places, 0.0));
        std::vector<double> result = numbers;
        for (std::size_t i = 0; i < result.size(); ++i)
            if (result[i] != before[i]) result[i] = std::round(result[i] * unit) / unit;
        return result;
    }
};

Drag::Step Drag::to(const State& now, const Vec2& pointer_points, const Stage& stage) {
    if (param_ < 0) return {now, 0, true};
    const Vec2 goal = counted(follows_, pointer_points);
    if (scene_->params[static_cast<std::size_t>(param_)].kind == Kind::integer) return to_whole(now, goal, stage);
    Search search{*this, now, stage};
    Reached found{search.start, {}, 0, false};
    if (search.free.empty() || !search.start_from(found.outputs)) return {now, 0, true};
    const Vec2 from = found.outputs.head<2>();
    const double far = (goal - from).norm();
    const int strides = std::clamp(static_cast<int>(std::ceil(far / longest_stride)), 1, most_strides);
    for (int i = 1; i <= strides; ++i)
        found = search.towards(from + (goal - from) * (double(i) / strides), found, i == strides ? 60 : 4);
    std::vector<double> numbers = search.numbers_at(found.x);
    if (numbers == search.before)
        return search.found = search.found_now, keep(search, {now, found.miss, found.stuck}, found.outputs);
    if (holds_.empty()) numbers = search.tidied(numbers, found.x);
    const Vec2 reached = found.outputs.head<2>();
    Eigen::VectorXd seen;
    State tidy = search.state_with(numbers);
    if (search.outputs(tidy, reached, seen) && (seen.head<2>() - reached).norm() < 3 * invisible)
        return keep(search, {std::move(tidy), (seen.head<2>() - goal).norm(), false}, seen);
    State exact = search.state_with(search.numbers_at(found.x));
    search.outputs(exact, reached, seen);
    return keep(search, {std::move(exact), found.miss, false}, found.outputs);
}

// A whole number has no slope: it walks while that brings the handle nearer, in steps that double and then halve.
Drag::Step Drag::to_whole(const State& now, const Vec2& pointer, const Stage& stage) {
    Search search{*this, now, stage};
    Eigen::VectorXd seen;
    const int start = std::get<int>(search.value);
    const auto miss_at = [&](int n) {
        return search.outputs(search.state_with({double(n)}), Vec2(undefined, undefined), seen)
                   ? (seen.head<2>() - pointer).norm()
                   : infinity;
    };
    int best = start;
    double least = miss_at(start);
    bool moves = false;
    const auto try_step = [&](int by) {
        const double wanted = std::clamp(double(best) + by, search.param.range.min, search.param.range.max);
        // The scene may allow less than the range does.
        const int n = std::get<int>(search.state_with({wanted})[static_cast<std::size_t>(param_)]);
        if (n == best) return false;
        const double miss = miss_at(n);
        moves = moves || miss != least;
        if (!(miss < least)) return false;
        best = n;
        least = miss;
        return true;
    };
    for (const int way : {1, -1}) {
        int size = 1;
        while (try_step(way * size)) size *= 2;
        for (; best != start && size > 0; size /= 2)
            if (!try_step(way * size)) try_step(-way * size);
        if (best != start) break;
    }
    State next = search.state_with({double(best)});
    search.outputs(next, Vec2(undefined, undefined), seen);
    return keep(search, {std::move(next), least, !moves}, seen);
}

Drag::Step Drag::keep(const Search& search, Step step, const Eigen::VectorXd& outputs) {
    if (search.found >= 0) grip_.index = search.found;
    left_ = Left{step.state, search.stage, outputs};
    return step;
}

}  // namespace eigenscape
