// Is a condition met? In Kleene's three-valued logic: yes, no, or nothing where something is undefined.
// Only a plain yes meets a condition.
#include "app/study/condition_part.h"

#include <cmath>

namespace eigenscape {
namespace {

using Truth = std::optional<bool>;

std::optional<std::string> words_of(const Side& side, const Moment& moment) {
    if (side.words) return side.words;
    if (side.path.empty()) return std::nullopt;
    const Named found = named(moment, side.path);
    if (const auto* words = std::get_if<std::string>(&found.value)) return *words;
    return std::nullopt;
}

std::optional<double> number_of(const Side& side, const Moment& moment) {
    if (!side.expression) return std::nullopt;
    std::vector<double> values;
    for (const std::string& path : side.paths) {
        const auto value = number_named(moment, path);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    const double result = (*side.expression)(values);
    return std::isnan(result) ? std::nullopt : std::optional(result);
}

Truth compared(const Side& left, std::string_view sign, const Side& right, const Moment& moment) {
    if (left.words || right.words) {
        const auto a = words_of(left, moment), b = words_of(right, moment);
        return a && b ? Truth((*a == *b) == (sign == "==")) : std::nullopt;
    }
    const auto a = number_of(left, moment), b = number_of(right, moment);
    if (!a || !b) return std::nullopt;
    if (sign == "<") return *a < *b;
    if (sign == "<=") return *a <= *b;
    if (sign == ">") return *a > *b;
    if (sign == ">=") return *a >= *b;
    return (*a == *b) == (sign == "==");
}

Truth truth(const ConditionPart& part, const Moment& moment);

// All of them (or, with `whole` false, any of them).
Truth joined(const ConditionPart& part, const Moment& moment, bool whole) {
    Truth result = whole;
    for (const ConditionPart& each : part.parts) {
        const Truth one = truth(each, moment);
        if (one && *one != whole) return !whole;
        if (!one) result.reset();
    }
    return result;
}

Truth chain(const ConditionPart& part, const Moment& moment) {
    Truth result = true;
    for (std::size_t i = 0; i < part.signs.size(); ++i) {
        const Truth one = compared(part.sides[i], part.signs[i], part.sides[i + 1], moment);
        if (one && !*one) return false;
        if (!one) result.reset();
    }
    return result;
}

Truth truth(const ConditionPart& part, const Moment& moment) {
    switch (part.kind) {
        case ConditionPart::all: return joined(part, moment, true);
        case ConditionPart::any: return joined(part, moment, false);
        case ConditionPart::opposite: {
            const Truth one = truth(part.parts.front(), moment);
            return one ? Truth(!*one) : std::nullopt;
        }
        case ConditionPart::compare: return chain(part, moment);
        case ConditionPart::defined: return !std::holds_alternative<std::monostate>(named(moment, part.path).value);
        case ConditionPart::bare: break;
    }
    const auto value = number_named(moment, part.path);
    return value ? Truth(*value != 0) : std::nullopt;
}

}  // namespace

std::optional<double> number_of(const NamedFormula& formula, const Moment& moment) {
    return formula.side ? number_of(*formula.side, moment) : std::nullopt;
}

bool holds(const Condition& condition, const Moment& moment) {
    return condition.part && truth(*condition.part, moment).value_or(false);
}

}  // namespace eigenscape
