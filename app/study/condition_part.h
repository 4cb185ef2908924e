// A condition as data: what condition.cpp reads and condition_truth.cpp asks. Private to app/study.
// A tree of and, or, not over comparisons, bare names and defined(name).
#pragma once

#include "app/study/condition.h"
#include "core/calculus/expression.h"

#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

// One side of a comparison.
struct Side {
    std::optional<std::string> words;      // "defective"
    std::string path;                      // a bare name: may hold words, a switch or a number
    std::optional<Expression> expression;  // of the numbers `paths`
    std::vector<std::string> paths;
};

struct ConditionPart {
    enum Kind { all, any, opposite, compare, bare, defined } kind = all;
    std::vector<ConditionPart> parts;
    std::vector<Side> sides;  // compare: one more than signs
    std::vector<std::string> signs;
    std::string path;  // bare, defined
};

}  // namespace eigenscape
