// Any bytes as a formula: parsing, printing, differentiating and evaluating must never crash, hang or leak.
// What parses must print to something that parses back to the same formula, within the limits of length and depth.
#include "core/calculus/expression.h"
#include "core/calculus/scalar_field.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace eigenscape;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_error(const ParseError& error, std::string_view text) {
    require(!error.message.empty() && error.message.size() < 1000);
    require(error.column >= 1 && error.column <= text.size() + 1);
}

void check_values(const Expression& e) {
    const double x[]{0, 1, -2.5, 1e300, 0.5}, y[]{0, -1, 3, 1e-300, 0.25};
    const double* const inputs[]{x, y};
    const Expression outputs[]{e, e.derivative(0), e.derivative(1), e.with_constant(0, 0)};
    double results[4][5];
    double* const slots[]{results[0], results[1], results[2], results[3]};
    Program(outputs).run(inputs, 5, slots);
    for (std::size_t i = 0; i < 5; ++i) {
        const double point[]{x[i], y[i]}, alone = e(point);
        require(alone == results[0][i] || (alone != alone && results[0][i] != results[0][i]));
    }
    require(!outputs[1].tex().empty() && !outputs[1].text().empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<std::string> variables{"x", "y"};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = Expression::parse(text, variables);
    if (!parsed) {
        check_error(parsed.error, text);
        return 0;
    }
    const Expression& e = *parsed.expression;
    const std::string printed = e.text();
    const auto again = Expression::parse(printed, variables);
    if (again) require(*again.expression == e);
    else require(printed.size() > 5000 || again.error.message.find("deep") != std::string::npos);
    require(!e.tex().empty());
    check_values(e);
    return 0;
}
