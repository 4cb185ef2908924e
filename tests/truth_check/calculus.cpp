// Formulas, derivatives and critical points held against exact values: what a typed text evaluates to, or why not.
// An expected text in the place of a number ("undefined") is met by a number that does not exist.
#include "tests/truth_check/ops.h"

#include "core/calculus/difference.h"
#include "core/optimize/critical_points.h"
#include "core/optimize/curvature.h"
#include "core/optimize/turning_points.h"

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

namespace eigenscape::truth {
namespace {

const ScalarField& field(const Json& input) {
    static std::map<std::string, std::shared_ptr<const ScalarField>> kept;
    const auto formula = input.at("f").get<std::string>();
    auto& f = kept[formula];
    if (!f) f = scalar_field(formula);
    if (!f) throw std::runtime_error("core does not understand " + formula);
    return *f;
}

Json as_json(double value) { return std::isnan(value) ? Json("undefined") : Json(value); }
Json as_json(const Vec2& v) { return Json::array({as_json(v.x()), as_json(v.y())}); }
Json as_json(const Mat2& m) { return Json::array({as_json(Vec2(m.row(0))), as_json(Vec2(m.row(1)))}); }

Outcome grad_hess(const Json& check) {
    Ledger ledger(check);
    const auto& input = check["input"];
    const ScalarField& f = field(input);
    const Vec2 at(number(input["x"]), number(input["y"]));
    const Mat2 hessian = f.hessian(at);
    const Curvature bend = curvature(hessian);
    const Json got{{"value", as_json(f(at))},
                   {"grad", as_json(f.gradient(at))},
                   {"hess", as_json(hessian)},
                   {"hess_eig", as_json(Vec2(bend.low, bend.high))}};
    for (const auto& [key, want] : check["expect"].items())
        ledger.close(key, got.contains(key) ? got[key] : Json("not computed"), want);
    return ledger.outcome();
}

Outcome central_difference_check(const Json& check) {
    Ledger ledger(check);
    const auto& input = check["input"];
    const ScalarField& f = field(input);
    const Vec2 at(number(input["x"]), number(input["y"]));
    const double fd = central_difference(f, at, Vec2(1, 0), number(input["h"])), exact = f.gradient(at).x();
    ledger.close("fd", fd, check["expect"]["fd"]);
    ledger.close("exact", exact, check["expect"]["exact"]);
    ledger.close("truncation_error", fd - exact, check["expect"]["truncation_error"]);
    return ledger.outcome();
}

const CriticalPoints& found_points(const Json& input) {
    static std::map<std::string, CriticalPoints> kept;  // one formula serves many checks
    const Json box = input.value("box", Json());
    const auto [entry, is_new] = kept.try_emplace(input.at("f").get<std::string>() + box.dump());
    if (!is_new) return entry->second;
    if (box.is_null()) return entry->second = all_critical_points(field(input));
    const double lo = number(box.at(0)), hi = number(box.at(1));
    return entry->second = *critical_points(field(input), {{lo, lo}, {hi, hi}});
}

Outcome critical_point(const Json& check) {
    Ledger ledger(check);
    const auto& expect = check["expect"];
    const Vec2 wanted(number(expect["x"]), number(expect["y"]));
    const CriticalPoint* nearest = nullptr;
    for (const auto& point : found_points(check["input"]).points)
        if (!nearest || (point.at - wanted).norm() < (nearest->at - wanted).norm()) nearest = &point;
    if (!nearest) return {Outcome::failed, "  no critical point found\n"};
    ledger.close("x", nearest->at.x(), expect["x"]);
    ledger.close("y", nearest->at.y(), expect["y"]);
    ledger.close("value", nearest->value, expect["value"]);
    ledger.same("type", name(nearest->kind), expect["type"]);
    if (expect.contains("hess_eig")) ledger.close("hess_eig", as_json(nearest->curvatures), expect["hess_eig"]);
    return ledger.outcome();
}

Outcome critical_point_count(const Json& check) {
    Ledger ledger(check);
    const CriticalPoints& found = found_points(check["input"]);
    Json got{{"total", found.points.size()}};
    for (const auto kind :
         {CriticalKind::minimum, CriticalKind::maximum, CriticalKind::saddle, CriticalKind::degenerate})
        got[std::string(name(kind))] = found.count(kind);
    if (!found.sets.empty()) {
        got["total"] = "infinite";
        got["set"] = found.sets.front().where;
        got["type"] = found.sets.front().type;
    }
    for (const auto& [key, want] : check["expect"].items())
        ledger.same(key, got.contains(key) ? got[key] : Json("not computed"), want);
    return ledger.outcome();
}

Outcome critical_point_1d(const Json& check) {
    Ledger ledger(check);
    const auto& expect = check["expect"];
    const double wanted = number(expect["t"]);
    const auto parsed = Expression::parse(check["input"]["f"].get<std::string>(), std::vector<std::string>{"t"});
    if (!parsed) return {Outcome::failed, "  not understood: " + parsed.error.message + "\n"};
    TurningPoint nearest{infinity};
    for (const auto& point : all_turning_points(*parsed.expression))
        if (std::abs(point.at - wanted) < std::abs(nearest.at - wanted)) nearest = point;
    ledger.close("t", nearest.at, expect["t"]);
    ledger.close("value", nearest.value, expect["value"]);
    ledger.same("type", name(nearest.kind), expect["type"]);
    ledger.close("second_derivative", nearest.second_derivative, expect["second_derivative"]);
    return ledger.outcome();
}

std::string text_of(const Json& input) {
    if (input.contains("text")) return input["text"].get<std::string>();
    std::string text;
    for (const auto& part : input.at("text_parts"))
        for (int i = 0; i < part[1].get<int>(); ++i) text += part[0].get<std::string>();
    return text;
}

// The file says of some errors what the message has to offer, and of some texts that they may be accepted instead.
void judge_error(Ledger& ledger, const Expression::Result& parsed, const std::string& why) {
    if (parsed && why.find("accept") == std::string::npos)
        return ledger.disagree("status", "understood", "error: " + why);
    if (parsed) return;
    if (parsed.error.message.empty() || parsed.error.column < 1)
        ledger.disagree("message", "empty or without a column", why);
    for (const std::string offer : {"1.5", "^"})
        if (why.find("must suggest " + offer) != std::string::npos &&
            parsed.error.message.find(offer) == std::string::npos)
            ledger.disagree("message", parsed.error.message, "one that suggests " + offer);
}

std::string status_of(double value) {
    if (std::isnan(value)) return "undefined";
    if (value == infinity) return "inf";
    return value == -infinity ? "-inf" : "value";
}

Outcome evaluate(const Json& check) {
    Ledger ledger(check);
    const auto& expect = check["expect"];
    const auto status = expect["status"].get<std::string>();
    std::vector<std::string> names;
    std::vector<double> values;
    for (const auto& [key, value] : check["input"]["vars"].items())
        names.push_back(key), values.push_back(number(value));
    const auto parsed = Expression::parse(text_of(check["input"]), names);
    if (status == "error") {
        judge_error(ledger, parsed, expect.value("why", ""));
        return ledger.outcome();
    }
    if (!parsed) return {Outcome::failed, "  not understood: " + parsed.error.message + "\n"};
    const double got = (*parsed.expression)(values);
    if (status == "undefined_or_minus_inf") {
        if (!std::isnan(got) && got != -infinity) ledger.disagree("status", words(got), status);
    } else {
        ledger.same("status", status_of(got), status);
    }
    if (expect.contains("value")) ledger.close("value", got, expect["value"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> calculus_ops() {
    return {{"grad_hess", grad_hess},
            {"central_difference", central_difference_check},
            {"critical_point", critical_point},
            {"critical_point_count", critical_point_count},
            {"critical_point_1d", critical_point_1d},
            {"evaluate", evaluate}};
}

}  // namespace eigenscape::truth
