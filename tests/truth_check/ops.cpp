// How a computed number is held against an expected one: tolerances, special numbers, and a record of disagreements.
// Use Ledger from any op; it states which entry differs, what core gave and what the file wants.
#include "tests/truth_check/ops.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace eigenscape::truth {
namespace {

bool is_number(const Json& value) {
    return value.is_number() ||
           (value.is_string() && (value == "inf" || value == "-inf" || value == "nan" || value == "+inf"));
}

Json sorted(const Json& list) {
    Json copy = list;
    std::sort(copy.begin(), copy.end());
    return copy;
}

}  // namespace

double number(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (value == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (value == "inf" || value == "+inf") return std::numeric_limits<double>::infinity();
    if (value == "-inf") return -std::numeric_limits<double>::infinity();
    throw std::invalid_argument("expected a number, found " + value.dump());
}

VecX vector_of(const Json& list) {
    VecX v(static_cast<Eigen::Index>(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) v(static_cast<Eigen::Index>(i)) = number(list[i]);
    return v;
}

MatX matrix_of(const Json& rows) {
    MatX A(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.empty() ? 0 : rows[0].size()));
    for (Eigen::Index i = 0; i < A.rows(); ++i) A.row(i) = vector_of(rows.at(static_cast<std::size_t>(i)));
    return A;
}

std::vector<double> list_of(const Json& list) {
    const VecX v = vector_of(list);
    return {v.begin(), v.end()};
}

Json json_of(const VecX& v) {
    Json list = Json::array();
    for (const double x : v) list.push_back(x);
    return list;
}

Json rows_of(const MatX& A) {
    Json rows = Json::array();
    for (Eigen::Index i = 0; i < A.rows(); ++i) rows.push_back(json_of(A.row(i)));
    return rows;
}

std::string words(const Json& value) {
    if (value.is_array()) {
        std::string text = "[";
        for (std::size_t i = 0; i < value.size(); ++i) text += (i ? ", " : "") + words(value[i]);
        return text + "]";
    }
    if (!value.is_number_float()) return value.dump();
    const double x = value.get<double>();
    if (std::isnan(x)) return "nan";
    if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, x).ptr;
    return {digits, end};
}

Tolerance tolerance_of(const Json& check) {
    if (!check.contains("tol")) return {};
    return {check["tol"].value("rel", 0.0), check["tol"].value("abs", 0.0)};
}

bool close(double got, double want, Tolerance tol) {
    if (std::isnan(want)) return std::isnan(got);
    if (std::isinf(want) || !std::isfinite(got)) return got == want;
    return std::abs(got - want) <= tol.abs + tol.rel * std::abs(want);
}

Ledger::Ledger(const Json& check) : tol(tolerance_of(check)) {}

void Ledger::close(std::string_view what, const Json& got, const Json& want) { close(what, got, want, tol); }

void Ledger::close(std::string_view what, const Json& got, const Json& want, Tolerance with) {
    const std::string name(what);
    if (is_number(want) && is_number(got)) {
        if (!truth::close(number(got), number(want), with)) disagree(name, words(got), words(want));
    } else if (want.is_array() && got.is_array() && want.size() == got.size()) {
        for (std::size_t i = 0; i < want.size(); ++i)
            close(name + "[" + std::to_string(i) + "]", got[i], want[i], with);
    } else if (want.is_object() && got.is_object()) {
        for (const auto& [key, value] : want.items())
            close(name + "." + key, got.contains(key) ? got[key] : Json("missing"), value, with);
    } else {
        same(name, got, want);
    }
}

void Ledger::meets(std::string_view what, double got, const Json& want) {
    if (!want.is_string() || is_number(want)) return close(what, got, want);
    const auto text = want.get<std::string>();
    const bool infinite = text.rfind("unbounded", 0) == 0 || text.rfind("infinite", 0) == 0;
    if (infinite ? !std::isinf(got) : !std::isnan(got)) disagree(what, words(got), text);
}

void Ledger::same(std::string_view what, const Json& got, const Json& want) {
    if (got != want) disagree(what, words(got), words(want));
}

void Ledger::same_set(std::string_view what, const Json& got, const Json& want) {
    if (sorted(got) != sorted(want)) disagree(what, words(got), words(want));
}

void Ledger::disagree(std::string_view what, std::string_view got, std::string_view want) {
    disagreements += "  " + std::string(what) + ": got " + std::string(got) + ", want " + std::string(want) + "\n";
}

Outcome Ledger::outcome() const { return {disagreements.empty() ? Outcome::passed : Outcome::failed, disagreements}; }

}  // namespace eigenscape::truth
