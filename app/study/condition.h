// A condition over what a picture shows, as challenges write it: `rank == 1 and abs(A[0][0]) > 0.1`.
// `read_condition` reads it once; `holds` asks it of a moment. What is undefined meets no condition, and fails none.
#pragma once

#include "app/study/moment.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct ConditionPart;  // the condition as data, private to condition.cpp
struct Side;           // one side of a comparison, likewise

// The grammar: comparisons < <= > >= == != of formulas (those of core/calculus: + - * / ^, abs, min, sqrt …) over the
// names that moment.h knows, also in a chain (0 < rate < 0.2); words are compared with == and != ("defective"); a
// switch stands alone; defined(inverse) asks whether there is a value. Joined by and, or, not, grouped by parentheses.
struct Condition {
    std::string text;
    std::shared_ptr<const ConditionPart> part;  // null when it was not understood
    std::string problem;                        // then: what is wrong and what to write, in a sentence or two
    bool operator==(const Condition& other) const { return text == other.text; }
};

Condition read_condition(std::string_view text);
bool holds(const Condition& condition, const Moment& moment);
std::vector<std::string> names_in(const Condition& condition);  // the paths that it looks up, in reading order

// One formula of the same grammar, for its value: A[0][0] + 2*trace.
struct NamedFormula {
    std::string text;
    std::shared_ptr<const Side> side;  // null when it was not understood
    std::string problem;
};

NamedFormula read_formula(std::string_view text);
std::optional<double> number_of(const NamedFormula& formula, const Moment& moment);
std::vector<std::string> names_in(const NamedFormula& formula);

}  // namespace eigenscape
