// Repeats one step of an optimiser and watches for everything that can end a descent.
// See descend.h; the words are made here so that a picture, a fact and a test say the same.
#include "core/optimize/descend.h"

#include "core/optimize/critical_points.h"
#include "core/optimize/words.h"

#include <array>
#include <cmath>

namespace eigenscape {

namespace {

// f overflows before its gradient does; a path that explodes is followed until a coordinate overflows.
Vec2 slope(const ScalarField& f, const Vec2& point, double value) {
    const Vec2 gradient = f.gradient(point);
    if (gradient.allFinite() || !std::isinf(value)) return gradient;
    const std::array at{point.x(), point.y()};
    return {f.expression().derivative(0)(at), f.expression().derivative(1)(at)};
}

void arrive(const ScalarField& f, const Vec2& point, Run& run) {
    run.points.push_back(point);
    run.values.push_back(f(point));
    run.gradients.push_back(slope(f, point, run.values.back()));
}

Run& end(Run& run, Ending ending, int step) {
    run.ending = ending;
    run.at_step = step;
    return run;
}

bool at_rest(const Anatomy& anatomy) {
    return anatomy.gradient.isZero(0) && anatomy.step.isZero(0) && anatomy.velocity.isZero(0);
}

bool is_still(const Anatomy& anatomy, const Stop& stop) {
    return anatomy.gradient.norm() <= stop.still && anatomy.step.norm() <= stop.still;
}

Run walk(const ScalarField& f, Method method, const Settings& settings, const Vec2& start, int steps,
         const Stop& stop) {
    Run run;
    arrive(f, start, run);
    OptimizerState state;
    Vec2 point = start;
    for (int step = 1; step <= steps; ++step) {
        const Vec2 gradient = run.gradients.back();
        if (!gradient.allFinite())
            return end(run, step > 1 && std::isinf(run.values.back()) ? Ending::not_finite : Ending::undefined_gradient,
                       step);
        const Mat2 hessian = method == Method::newton ? f.hessian(point) : Mat2::Zero();
        if (!hessian.allFinite()) return end(run, Ending::undefined_gradient, step);
        const auto anatomy = take_step(method, settings, gradient, hessian, state, point);
        if (!anatomy) return end(run, Ending::singular_hessian, step);
        run.anatomy.push_back(*anatomy);
        if (!point.allFinite()) return end(run, Ending::not_finite, step);
        if (point.norm() > stop.beyond) return end(run, Ending::diverged, step);
        if (at_rest(*anatomy)) return end(run, Ending::at_rest, step - 1);
        arrive(f, point, run);
        if (is_still(*anatomy, stop)) return end(run, Ending::converged, step);
    }
    return end(run, Ending::out_of_steps, steps);
}

// "a minimum", "a saddle", ...: where a run that stopped moving has stopped.
std::string place(const ScalarField& f, const Vec2& point) {
    switch (classify(f, point).kind) {
        case CriticalKind::minimum: return "a minimum";
        case CriticalKind::maximum: return "a maximum";
        case CriticalKind::saddle: return "a saddle";
        default: return "a point where the curvature decides nothing";
    }
}

std::string rest_words(const ScalarField& f, const Run& run) {
    const std::string where = place(f, run.points.back()) + ".";
    if (run.at_step == 0) return "Nothing moves: the gradient is zero at the start, which is " + where;
    return "At rest after step " + std::to_string(run.at_step) + ": the gradient is zero at " + where;
}

std::string divergence_words(const Run& run, const Stop& stop, Method method) {
    const std::string at = "step " + std::to_string(run.at_step);
    const bool downhill = run.values.back() < run.values.front();
    if (downhill) return "Ran away downhill at " + at + ": f has no bottom on this path.";
    const std::string advice = method == Method::newton ? "Try more damping." : "Try a smaller rate.";
    return "Diverged at " + at + ": the point left beyond " + spoken(stop.beyond) + " from the origin. " + advice;
}

std::string words_of(const ScalarField& f, const Run& run, const Stop& stop, Method method) {
    const std::string at = "step " + std::to_string(run.at_step);
    switch (run.ending) {
        case Ending::at_rest: return rest_words(f, run);
        case Ending::converged: return "Converged at " + at + " to " + place(f, run.points.back()) + ".";
        case Ending::diverged: return divergence_words(run, stop, method);
        case Ending::not_finite: return "Diverged at " + at + ": the numbers overflowed. Try a smaller rate.";
        case Ending::singular_hessian:
            return "Stopped before " + at +
                   ": the Hessian is singular here, so Newton's step does not exist. Add damping.";
        case Ending::undefined_gradient:
            if (!std::isfinite(run.values.back()))
                return "Stopped before " + at + ": f is not defined at " + spoken(run.points.back()) + ".";
            return "Stopped before " + at + ": f is not differentiable at " + spoken(run.points.back()) + ".";
        case Ending::out_of_steps: break;
    }
    return "After " + std::to_string(run.at_step) + " steps the gradient is " +
           spoken(run.gradients.back().stableNorm()) + " long.";
}

}  // namespace

Run descend(const ScalarField& f, Method method, const Settings& settings, const Vec2& start, int steps,
            const Stop& stop) {
    Run run = walk(f, method, settings, start, steps, stop);
    run.words = words_of(f, run, stop, method);
    return run;
}

}  // namespace eigenscape
