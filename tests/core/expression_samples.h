// Formulas of x and y, read for a test.
#pragma once

#include "core/calculus/expression.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace eigenscape {

inline const std::vector<std::string> xy{"x", "y"};

inline Expression parsed(const std::string& text) {
    auto result = Expression::parse(text, xy);
    INFO(text);
    REQUIRE_MESSAGE(result, result.error.message);
    return *result.expression;
}

}  // namespace eigenscape
