// The deepest formulas that are accepted, on a stack as small as that of a thread: nothing recurses as deep as they are
// long. A thread that overflows its stack ends the program, so these cases pass by coming to their end.
#include "core/calculus/expression.h"
#include "core/calculus/parse.h"
#include "core/calculus/print.h"
#include "tests/core/expression_samples.h"

#include <doctest/doctest.h>
#include <pthread.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t instrumented = 32;  // frames are many times larger
#else
constexpr std::size_t instrumented = 1;
#endif
constexpr std::size_t stack_for_reading = instrumented * 128u << 10, stack_for_printing = instrumented * 512u << 10;

void* perform(void* work) {
    (*static_cast<std::function<void()>*>(work))();
    return nullptr;
}

void on_stack(std::size_t bytes, std::function<void()> work) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, bytes) == 0);
    pthread_t thread;
    REQUIRE(pthread_create(&thread, &attributes, perform, &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
}

std::string nested(std::string_view open, std::string_view close, int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += open;
    text += 'x';
    for (int i = 0; i < depth; ++i) text += close;
    return text;
}

struct Row {
    std::string_view open, close;
};
constexpr Row rows[] = {{"(", ")"},          {"-", ""},          {"2^", ""},       {"sin(", ")"},
                        {"(x+y*(", "))"},    {"1/(1+", ")"},     {"min(y,", ")"},  {"max(1,y,-", ")"},
                        {"atan2(y,", ")"},   {"mod(y,2+", ")"},  {"abs(y-", ")"},  {"relu(1-", ")"},
                        {"x^(y+", ")"},      {"sqrt(1+", ")^3"}, {"exp(-", ")*y"}, {"softplus(", ")/(2+y)"},
                        {"sigmoid(y*", ")"}, {"floor(2", ")"},   {"cbrt(", ")-x"}, {"ln(2+", ")"}};

// The deepest that is accepted: how many of these fit into one another depends on what they are made of.
Expression deepest(const Row& row) {
    for (int depth = deepest_formula;; --depth)
        if (auto parsed = Expression::parse(nested(row.open, row.close, depth), xy)) return *parsed.expression;
}

}  // namespace

TEST_CASE("the deepest formulas are read, printed, evaluated and differentiated on a small stack") {
    for (const Row& row : rows) {
        CAPTURE(row.open);
        on_stack(stack_for_reading, [&] { CHECK(deepest(row).variables() == xy); });
        bool same = false, all_shown = true;
        double value = 0, value_again = 1;
        on_stack(stack_for_printing, [&] {
            const Expression f = deepest(row);
            const auto again = Expression::parse(f.text(), xy);
            same = again && *again.expression == f;
            const double at[] = {0.3, 0.7};
            value = f(at);
            value_again = again ? (*again.expression)(at) : 1;
            for (const Expression& e : {f, f.derivative(0), f.derivative(0).derivative(1)})
                all_shown = all_shown && !e.text().empty() && !e.tex().empty();
        });
        CHECK(same);
        CHECK(all_shown);
        CHECK((value == value_again || std::isnan(value)));
    }
}

TEST_CASE("a formula built deeper than any that can be typed ends in an ellipsis, not in a crash") {
    GraphBuilder builder;
    Index a = builder.variable(0);
    for (int i = 0; i < 100'000; ++i) a = builder.apply(Op::sin, {a});
    const Graph graph = reachable(builder.graph, a);
    std::string text, tex;
    on_stack(stack_for_printing, [&] {
        text = formula_text(graph, xy);
        tex = formula_tex(graph, xy);
    });
    CHECK(text.starts_with("sin(sin(sin("));
    CHECK(text.ends_with("…"));
    CHECK(tex == "\\dots");
}
