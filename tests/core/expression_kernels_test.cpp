// Every instruction set gives the same bits, and the bits are right: within 1–2 units in the last place of libm's.
// A table that this processor cannot run is not tested here.
#include "core/calculus/kernels.h"
#include "tests/core/same_bits.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity(), not_a_number = std::numeric_limits<double>::quiet_NaN();

// Numbers of every size and sign, and the awkward ones, to a multiple of the kernels' width.
std::vector<double> samples(unsigned seed) {
    std::vector<double> list{0.0,
                             -0.0,
                             1,
                             -1,
                             0.5,
                             -0.5,
                             inf,
                             -inf,
                             not_a_number,
                             1e-310,
                             -1e-310,
                             1e308,
                             -1e308,
                             1e22,
                             709.9,
                             -745.5,
                             1 + 1e-15,
                             1 - 1e-16,
                             3.5,
                             -2.5,
                             std::ldexp(1, 53),
                             -std::ldexp(1, 52) - 1};
    std::mt19937_64 random(seed);
    for (const double size : {1.0, 5.0, 50.0, 700.0, 1e6, 1e15, 1e22})
        for (int k = 0; k < 600; ++k) list.push_back(std::uniform_real_distribution(-size, size)(random));
    for (int k = 0; k < 2000; ++k) {  // any finite double
        const double any = std::bit_cast<double>(random());
        list.push_back(std::isfinite(any) ? any : 0.25);
    }
    while (list.size() % kernel_width != 0) list.push_back(2);
    return list;
}

std::vector<double> run(const KernelTable& table, Step step, const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<double>& c) {
    std::vector<double> out(a.size());
    table.kernels[static_cast<std::size_t>(step)](out.data(), a.data(), b.data(), c.data(), a.size());
    return out;
}

double ulps(double got, double want) {
    if (same(got, want) || got == want) return 0;
    if (!std::isfinite(got) || !std::isfinite(want)) return inf;
    const double size = std::max(std::abs(want), std::numeric_limits<double>::min());
    return std::abs(got - want) / (std::nextafter(size, inf) - size);
}

}  // namespace

TEST_CASE("kernels: the portable, SSE2, AVX2 and AVX-512 forms give the same bits") {
    const auto tables = kernel_tables();
    const std::vector<double> a = samples(1), b = samples(2), c = samples(3);
    for (std::size_t step = 0; step < static_cast<std::size_t>(Step::count_of_steps); ++step) {
        const std::vector<double> want = run(*tables.front(), static_cast<Step>(step), a, b, c);
        for (const KernelTable* table : tables.subspan(1)) {
            const std::vector<double> got = run(*table, static_cast<Step>(step), a, b, c);
            std::size_t different = 0, first = 0;
            for (std::size_t i = a.size(); i-- > 0;)
                if (!same(got[i], want[i])) ++different, first = i;
            CAPTURE(step);
            CAPTURE(table->instructions);
            CAPTURE(a[first]);
            CAPTURE(b[first]);
            CAPTURE(want[first]);
            CAPTURE(got[first]);
            CHECK(different == 0);
        }
    }
}

TEST_CASE("kernels: elementary functions are right for small, huge and undefined arguments") {
    struct Reference {
        Step step;
        double (*exact)(double);
        double allowed;  // libm itself may be half a unit or one off
    };
    const Reference references[] = {
        {Step::sin, std::sin, 1.5},   {Step::cos, std::cos, 1.5},   {Step::tan, std::tan, 2},
        {Step::asin, std::asin, 2},   {Step::acos, std::acos, 2},   {Step::atan, std::atan, 2},
        {Step::sinh, std::sinh, 2.5}, {Step::cosh, std::cosh, 2.5}, {Step::tanh, std::tanh, 3},
        {Step::exp, std::exp, 1.5},   {Step::ln, std::log, 1.5},    {Step::log10, std::log10, 2.5},
        {Step::log2, std::log2, 2},   {Step::log1p, std::log1p, 2}, {Step::cbrt, std::cbrt, 4},
        {Step::sqrt, std::sqrt, 0},   {Step::floor, std::floor, 0}, {Step::ceil, std::ceil, 0},
        {Step::abs, std::fabs, 0}};
    const std::vector<double> a = samples(7);
    for (const Reference& reference : references) {
        const Step step = reference.step;
        const auto exact = reference.exact;
        const std::vector<double> got = run(fastest_kernels(), step, a, a, a);
        for (std::size_t i = 0; i < a.size(); ++i) {
            const bool hyperbolic = step == Step::sinh || step == Step::cosh;
            if (hyperbolic && std::abs(a[i]) > 709)
                continue;  // SLEEF calls it infinite a little before the largest double
            if (step == Step::log1p && !(a[i] >= 0 && a[i] <= 1)) continue;  // all that softplus asks of it
            if (std::abs(exact(a[i])) < 1e-300)
                continue;  // near the smallest numbers a unit in the last place means little
            CAPTURE(static_cast<int>(step));
            CAPTURE(a[i]);
            CAPTURE(got[i]);
            CAPTURE(exact(a[i]));
            REQUIRE(ulps(got[i], exact(a[i])) <= reference.allowed);
        }
    }
}

TEST_CASE("kernels: powers and angles follow the conventions of C") {
    CHECK(apply_step(Step::pow, 0, 0) == 1);
    CHECK(std::isnan(apply_step(Step::pow, -8, 1.0 / 3)));
    CHECK(apply_step(Step::pow, -2, 3) == -8);
    CHECK(apply_step(Step::pow, 0, -1) == inf);
    CHECK(apply_step(Step::atan2, 1, -1) == doctest::Approx(2.356194490192345));
    std::mt19937_64 random(5);
    for (int k = 0; k < 3000; ++k) {
        const double x = std::uniform_real_distribution(0.0, 30.0)(random),
                     y = std::uniform_real_distribution(-20.0, 20.0)(random);
        CHECK(ulps(apply_step(Step::pow, x, y), std::pow(x, y)) <= 2);
        CHECK(ulps(apply_step(Step::atan2, y, x), std::atan2(y, x)) <= 2);
    }
}

TEST_CASE("kernels: NaN comes out of every choice, and kinks have no slope") {
    for (const Step step : {Step::min, Step::max}) {
        CHECK(std::isnan(apply_step(step, not_a_number, 1)));
        CHECK(std::isnan(apply_step(step, 1, not_a_number)));
        CHECK(apply_step(step, 2, 2) == 2);
    }
    CHECK(apply_step(Step::max, inf, inf) == inf);
    for (const Step step : {Step::abs_slope, Step::relu_slope, Step::gap}) {
        CHECK(std::isnan(apply_step(step, 0)));
        CHECK(std::isnan(apply_step(step, -0.0)));
        CHECK(std::isnan(apply_step(step, not_a_number)));
    }
    CHECK(apply_step(Step::abs_slope, -1e-300) == -1);
    CHECK(apply_step(Step::relu_slope, -inf) == 0);
    CHECK(apply_step(Step::relu_slope, 1e300) == 1);
    CHECK(apply_step(Step::gap, 7) == 0);
    CHECK(apply_step(Step::mod, -1, 3) == 2);
    CHECK(apply_step(Step::mod, 7, -3) == -2);
    CHECK(apply_step(Step::mod, 6, 3) == 0);
}
