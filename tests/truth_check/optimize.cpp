// Descents replayed against 60-digit trajectories: every point and value of gradient descent to Newton.
// A run that comes to rest early is compared as one that stays there, which is what the file lists.
#include "tests/truth_check/ops.h"

#include "core/optimize/descend.h"

#include <stdexcept>

namespace eigenscape::truth {
namespace {

Vec2 point(const Json& pair) { return {number(pair.at(0)), number(pair.at(1))}; }

Json point_json(const Vec2& p) { return Json::array({p.x(), p.y()}); }

Settings settings_of(const Json& params) {
    Settings settings;
    const auto read = [&](const char* key, double& into) {
        if (params.contains(key)) into = number(params[key]);
    };
    read("lr", settings.rate);
    read("mu", settings.momentum);
    read("alpha", settings.alpha);
    read("b1", settings.beta1);
    read("b2", settings.beta2);
    read("eps", settings.eps);
    read("wd", settings.weight_decay);
    read("damping", settings.damping);
    return settings;
}

Run replay(const Json& input, int steps, const Stop& stop) {
    const auto formula = input.at("f").get<std::string>();
    const auto field = scalar_field(formula);
    if (!field) throw std::runtime_error("core does not understand " + formula);
    const auto method = find_method(input.at("optimizer").get<std::string>());
    if (!method) throw std::runtime_error("core has no such optimiser");
    return descend(*field, *method, settings_of(input.at("params")), point(input.at("start")), steps, stop);
}

Outcome trajectory(const Json& check) {
    Ledger ledger(check);
    const Json& expect = check["expect"];
    const bool fails = expect.contains("status");
    const std::size_t count = expect["points"].size();
    const Run run = replay(check["input"], fails ? 50 : static_cast<int>(count) - 1, Stop::never());
    const bool singular = run.ending == Ending::singular_hessian;
    ledger.same("status", singular ? "singular_hessian" : "ran", fails ? expect["status"] : Json("ran"));
    if (fails) {
        ledger.same("at_step", run.at_step, expect["at_step"]);
        ledger.same("number of points", run.points.size(), count);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = std::min(i, run.points.size() - 1);
        const std::string name = "[" + std::to_string(i) + "]";
        ledger.close("points" + name, point_json(run.points[at]), expect["points"][i]);
        if (expect.contains("values")) ledger.close("values" + name, run.values[at], expect["values"][i]);
    }
    return ledger.outcome();
}

Outcome trajectory_divergence(const Json& check) {
    Ledger ledger(check);
    const Json& expect = check["expect"];
    const Run run = replay(check["input"], 1000, Stop{1e6, -1});
    ledger.same("ending", run.ending == Ending::diverged, true);
    ledger.same("first_step_above_1e6", run.at_step, expect["first_step_above_1e6"]);
    Json points = Json::array();
    for (const Vec2& p : run.points) points.push_back(point_json(p));
    ledger.close("points_before_1e6", points, expect["points_before_1e6"]);
    const Run further = replay(check["input"], 1000, Stop::never());
    ledger.same("first_step_not_finite_in_double", further.at_step, expect["first_step_not_finite_in_double"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> optimize_ops() {
    return {{"trajectory", trajectory}, {"trajectory_divergence", trajectory_divergence}};
}

}  // namespace eigenscape::truth
