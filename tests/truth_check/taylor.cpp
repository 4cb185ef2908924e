// Taylor series: each op of taylor.json, with the names of functions ("sin") read as formulas of x.
// A radius may be written as a constant ("pi/2"); it is read as core reads a formula.
#include "core/calculus/taylor.h"
#include "core/calculus/operation.h"
#include "core/calculus/univariate.h"
#include "tests/truth_check/ops.h"

#include <stdexcept>

namespace eigenscape::truth {
namespace {

Expression formula(const std::string& text) {
    const std::vector<std::string> x{"x"};
    if (find_function(text)) return formula(text + "(x)");
    auto parsed = Expression::parse(text, x);
    if (!parsed) throw std::runtime_error("core does not understand " + text + ": " + parsed.error.message);
    return *parsed.expression;
}

std::string_view status_of(TaylorStatus status) {
    if (status == TaylorStatus::not_differentiable) return "not_differentiable";
    return status == TaylorStatus::no_value ? "undefined" : "";
}

double radius_of(const Json& value) {
    if (value.is_string() && value != "inf") return value_at(formula(value.get<std::string>()), 0);
    return number(value);
}

Outcome expansion(const Json& check) {
    Ledger ledger(check);
    const Json &input = check["input"], &expect = check["expect"];
    const Expression f = formula(input.at("f").get<std::string>());
    const Taylor found = taylor(f, number(input.at("a")), input.at("n").get<int>());
    ledger.same("status", std::string(status_of(found.status)), expect.value("status", ""));
    if (expect.contains("status") && found.problem.empty()) ledger.disagree("problem", "nothing", "a sentence");
    const double x = expect.contains("value_at") ? number(expect["value_at"]) : 0;
    for (const auto& [key, want] : expect.items()) {
        if (key == "coeffs") ledger.close(key, Json(found.coefficients), want);
        else if (key == "radius") ledger.close(key, found.radius, radius_of(want));
        else if (key == "polynomial") ledger.close(key, found(x), want);
        else if (key == "f") ledger.meets(key, value_at(f, x), want);
        else if (key == "error") ledger.close(key, value_at(f, x) - found(x), want);
        else if (key != "status" && key != "exact" && key != "value_at")
            ledger.disagree(key, "not computed", words(want));
    }
    return ledger.outcome();
}

Outcome polynomial(const Json& check) {
    Ledger ledger(check);
    const Json &input = check["input"], &expect = check["expect"];
    const Expression f = formula(input.at("f").get<std::string>());
    const Taylor found = taylor(f, number(input.at("a")), input.at("n").get<int>());
    const double x = number(input.at("x"));
    ledger.close("polynomial", found(x), expect.at("polynomial"));
    if (expect.contains("error")) ledger.close("error", value_at(f, x) - found(x), expect["error"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> taylor_ops() { return {{"taylor", expansion}, {"taylor_value", polynomial}}; }

}  // namespace eigenscape::truth
