// Critical points of every library surface and of the awkward cases: degenerate, not isolated, not differentiable.
// Positions are closed forms or are checked by ∇f = 0; counts are checked against the index of ∇f as well.
#include "core/calculus/surfaces.h"
#include "core/optimize/critical_points.h"
#include "core/optimize/turning_points.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace eigenscape;

namespace {

CriticalPoints everywhere(const std::string& formula) {
    const auto f = scalar_field(formula);
    REQUIRE(f);
    return all_critical_points(*f);
}

const CriticalPoints& inside(const std::string& formula, const Box2& box) {
    const auto f = scalar_field(formula);
    REQUIRE(f);
    return *critical_points(*f, box);
}

const CriticalPoint* at(const CriticalPoints& found, const Vec2& where, double tolerance = 1e-9) {
    for (const auto& point : found.points)
        if ((point.at - where).norm() <= tolerance) return &point;
    return nullptr;
}

struct Counts {
    int minima, maxima, saddles, degenerate, kinks;
    bool operator==(const Counts&) const = default;
};

Counts counts(const CriticalPoints& found) {
    return {found.count(CriticalKind::minimum), found.count(CriticalKind::maximum), found.count(CriticalKind::saddle),
            found.count(CriticalKind::degenerate), found.count(CriticalKind::not_differentiable)};
}

std::ostream& operator<<(std::ostream& out, const Counts& c) {
    return out << c.minima << " minima " << c.maxima << " maxima " << c.saddles << " saddles " << c.degenerate
               << " degenerate " << c.kinks << " kinks";
}

Box2 box(double half) { return {{-half, -half}, {half, half}}; }

}  // namespace

TEST_CASE("known polynomials, in the whole plane") {
    CHECK(counts(everywhere("(1-x)^2+100*(y-x^2)^2")) == Counts{1, 0, 0, 0, 0});
    CHECK(counts(everywhere("(x^2+y-11)^2+(x+y^2-7)^2")) == Counts{4, 1, 4, 0, 0});
    CHECK(counts(everywhere("(x+2*y-7)^2+(2*x+y-5)^2")) == Counts{1, 0, 0, 0, 0});
    CHECK(counts(everywhere("(x^4-16*x^2+5*x+y^4-16*y^2+5*y)/2")) == Counts{4, 1, 4, 0, 0});
    CHECK(counts(everywhere("2*x^2-1.05*x^4+x^6/6+x*y+y^2")) == Counts{3, 0, 2, 0, 0});
    CHECK(counts(everywhere("(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2")) == Counts{6, 2, 7, 0, 0});  // six-hump camel
    CHECK(counts(everywhere("x^3-3*x+y^3-3*y")) == Counts{1, 1, 2, 0, 0});
    CHECK(counts(everywhere("x+y")) == Counts{0, 0, 0, 0, 0});
}

TEST_CASE("Beale's three points, two of them where x stops mattering") {
    const auto found = everywhere("(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2");
    CHECK(counts(found) == Counts{1, 0, 2, 0, 0});
    CHECK(at(found, {3, 0.5}));
    CHECK(at(found, {0, 1}));
    CHECK(at(found, {0.10053793732415836, -2.644513585023125}));
    CHECK(at(found, {3, 0.5})->value < 1e-18);
}

TEST_CASE("points far from the origin and close together are found") {
    const auto far = everywhere("(x-1000)^2+(y+2500)^2");
    CHECK(counts(far) == Counts{1, 0, 0, 0, 0});
    CHECK(at(far, {1000, -2500}));
    const auto close = everywhere("(x^2-0.0001)^2+y^2");  // minima at x = ±0.01, a saddle between
    CHECK(counts(close) == Counts{2, 0, 1, 0, 0});
    CHECK(at(close, {0.01, 0}));
    const auto stretched = everywhere("1e-4*(x-20)^2+1e4*(y+0.03)^2");
    CHECK(counts(stretched) == Counts{1, 0, 0, 0, 0});
    CHECK(at(stretched, {20, -0.03}));
}

TEST_CASE("degenerate points: what f does nearby is said") {
    const auto monkey = everywhere("x^3-3*x*y^2");
    CHECK(counts(monkey) == Counts{0, 0, 0, 1, 0});
    REQUIRE(at(monkey, {0, 0}));
    CHECK(at(monkey, {0, 0})->nearby == Nearby::both);
    CHECK(at(monkey, {0, 0})->words.find("neither") != std::string::npos);
    const auto quartic = everywhere("x^4+y^4");
    CHECK(counts(quartic) == Counts{0, 0, 0, 1, 0});
    CHECK(at(quartic, {0, 0})->nearby == Nearby::higher);
    CHECK(at(quartic, {0, 0})->words.find("strict minimum") != std::string::npos);
    CHECK(at(everywhere("-x^4-y^2"), {0, 0})->nearby == Nearby::lower);
    const auto fold = everywhere("x^3+y^2");  // f_x touches zero without changing sign
    CHECK(counts(fold) == Counts{0, 0, 0, 1, 0});
    CHECK(at(fold, {0, 0})->nearby == Nearby::both);
    CHECK(counts(everywhere("(x-0.3)^4+(y-0.7)^2")) == Counts{0, 0, 0, 1, 0});
    CHECK(counts(everywhere("x^4-4/3*x^3+2/3*x^2-4/27*x+y^2")) == Counts{0, 0, 0, 1, 0});  // (x − 1/3)⁴ + y² expanded
    CHECK(counts(everywhere("x^2+1e-6*x^4+1e-8*y^2")) == Counts{1, 0, 0, 0, 0});           // flat, but not degenerate
}

TEST_CASE("points that are not isolated are one set, not thousands of points") {
    const auto trough = everywhere("x^2");
    CHECK(trough.words == "Level along the line x = 0.");
    CHECK(trough.points.empty());
    REQUIRE(trough.sets.size() == 1);
    CHECK(trough.sets[0].where == "x = 0");
    CHECK(trough.sets[0].type == "degenerate (non-strict minimum)");
    CHECK(everywhere("-(y-2)^2").sets.at(0).where == "y = 2");
    CHECK(everywhere("-(y-2)^2").sets.at(0).type == "degenerate (non-strict maximum)");
    CHECK(everywhere("(x-y)^2").sets.at(0).where == "y = x");
    CHECK(everywhere("(x+2*y-3)^4").sets.at(0).where == "y = −0.5 x + 1.5");
    CHECK(everywhere("x^3").sets.at(0).type == "degenerate (neither minimum nor maximum)");
    const auto ring = everywhere("(x^2+y^2-1)^2");
    REQUIRE(ring.sets.size() == 1);
    CHECK(ring.sets[0].closed);
    CHECK(ring.sets[0].where == "a closed curve");
    for (const Vec2& p : ring.sets[0].path) CHECK(p.norm() == doctest::Approx(1).epsilon(1e-9));
    CHECK(counts(ring) == Counts{0, 1, 0, 0, 0});  // the bump in the middle
    CHECK(everywhere("3+0*x").sets.at(0).region);
    CHECK(everywhere("x*y*0+1").points.empty());
    const auto waves = inside("sin(x)", box(5));
    CHECK(waves.points.empty());
    CHECK(waves.sets.size() == 4);  // x = ±π/2 and ±3π/2
}

TEST_CASE("a flat underflow is not taken for critical points") {
    const auto bump = everywhere("exp(-x^2-y^2)");
    CHECK(counts(bump) == Counts{0, 1, 0, 0, 0});
    CHECK(at(bump, {0, 0}));
}

TEST_CASE("minima at kinks are reported as not differentiable") {
    const auto ackley = inside("-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20", box(1.2));
    REQUIRE(at(ackley, {0, 0}));
    CHECK(at(ackley, {0, 0})->kind == CriticalKind::not_differentiable);
    CHECK(at(ackley, {0, 0})->nearby == Nearby::higher);
    CHECK(std::abs(at(ackley, {0, 0})->value) < 1e-14);
    CHECK(std::isnan(at(ackley, {0, 0})->curvatures.x()));
    CHECK(counts(ackley).kinks == 1);
    const auto tent = inside("-abs(x-0.3)-abs(y+0.2)", box(2));
    CHECK(counts(tent) == Counts{0, 0, 0, 0, 1});
    REQUIRE(at(tent, {0.3, -0.2}));
    CHECK(at(tent, {0.3, -0.2})->nearby == Nearby::lower);
    CHECK(counts(inside("sqrt(x^2+y^2)", box(2))) == Counts{0, 0, 0, 0, 1});
    CHECK(counts(inside("1/(x^2+y^2)", box(2))) == Counts{0, 0, 0, 0, 0});  // a pole is no maximum
    CHECK(counts(inside("floor(x)+y^2", box(2.3))).kinks == 0);
}

TEST_CASE("Rastrigin's 25 points") {
    const auto& found = inside("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", box(1.25));
    CHECK(counts(found) == Counts{9, 4, 12, 0, 0});
    CHECK(found.complete);
    CHECK(found.words == "9 minima, 4 maxima and 12 saddles.");
    CHECK(at(found, {0, 0}));
    CHECK(at(found, {0.5025460365546747, 0.5025460365546747})->kind == CriticalKind::maximum);
    CHECK(counts(inside("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", box(5.12))) == Counts{121, 100, 220, 0, 0});
}

TEST_CASE("points on the edge of the box belong to it") {
    CHECK(counts(inside("(x-1)^2+(y+1)^2", box(1))) == Counts{1, 0, 0, 0, 0});
    CHECK(counts(inside("(x-1.01)^2+(y+1)^2", box(1))) == Counts{0, 0, 0, 0, 0});
}

TEST_CASE("every library surface: the gradient vanishes where it is said to, the count fits the index") {
    for (const auto& surface : surfaces()) {
        CAPTURE(surface.name);
        const auto f = scalar_field(surface.name);
        REQUIRE(f);
        const auto& found = *critical_points(*f, surface.home);
        CHECK(found.complete);
        CHECK_FALSE((found.points.empty() && found.sets.empty()));
        for (const auto& point : found.points) {
            CAPTURE(point.at.x());
            CAPTURE(point.at.y());
            CHECK(surface.home.contains(point.at));
            CHECK(point.value == (*f)(point.at));
            CHECK_FALSE(point.words.empty());
            if (point.kind == CriticalKind::not_differentiable) continue;
            CHECK(f->gradient(point.at).norm() <= 1e-9 * (1 + f->hessian(point.at).norm()));
            if (point.kind == CriticalKind::minimum) CHECK(point.curvatures.x() > 0);
            if (point.kind == CriticalKind::maximum) CHECK(point.curvatures.y() < 0);
            if (point.kind == CriticalKind::saddle) CHECK(point.curvatures.x() * point.curvatures.y() < 0);
        }
    }
}

TEST_CASE("the same box gives the same object, the points come lowest first") {
    const auto f = scalar_field("(x^2+y-11)^2+(x+y^2-7)^2");
    const auto first = critical_points(*f, box(5)), again = critical_points(*f, box(5));
    CHECK(first == again);
    for (std::size_t i = 1; i < first->points.size(); ++i) CHECK(first->points[i - 1].value <= first->points[i].value);
    CHECK(critical_points(*f, box(3)) != first);
}

TEST_CASE("products of lines: all crossings are saddles, found to the last") {
    // x(x−1)(x+1) · y(y−2)(y+1): nine crossings of zero lines, and four extrema of alternating sign between them.
    const auto found = everywhere("x*(x-1)*(x+1)*y*(y-2)*(y+1)");
    CHECK(counts(found) == Counts{2, 2, 9, 0, 0});
    for (const double x : {-1.0, 0.0, 1.0})
        for (const double y : {-1.0, 0.0, 2.0}) {
            REQUIRE(at(found, {x, y}));
            CHECK(at(found, {x, y})->kind == CriticalKind::saddle);
        }
}

TEST_CASE("turning points of one variable") {
    const auto parse = [](const char* text) {
        return *Expression::parse(text, std::vector<std::string>{"t"}).expression;
    };
    const auto cubic = turning_points(parse("t^3-3*t"), -5, 5);
    REQUIRE(cubic.size() == 2);
    CHECK(cubic[0].at == -1);
    CHECK(cubic[0].kind == CriticalKind::maximum);
    CHECK(cubic[1].at == 1);
    CHECK(cubic[1].second_derivative == doctest::Approx(6));
    const auto flat = turning_points(parse("t^3"), -1, 1.5);
    REQUIRE(flat.size() == 1);
    CHECK(flat[0].at == 0);
    CHECK(flat[0].kind == CriticalKind::degenerate);
    CHECK(turning_points(parse("1/t"), -1, 1.5).empty());
    CHECK(turning_points(parse("tan(t)"), -5, 5).empty());
    CHECK(turning_points(parse("t^3+t"), -5, 5).empty());
    CHECK(turning_points(parse("exp(t)"), -5, 5).empty());
    CHECK(turning_points(parse("sin(t)"), 0, 20).size() == 6);
    CHECK(all_turning_points(parse("(t-300)^2")).size() == 1);
}

TEST_CASE("a function that wiggles faster than the search looks is never counted as if all had been found") {
    for (const char* formula :
         {"sin(1e6*x)+sin(1e6*y)", "sin(40*x)+sin(40*y)", "sin(1e9*x*y)", "cos(300*x)*cos(300*y)"}) {
        CAPTURE(formula);
        CHECK(!inside(formula, box(4)).complete);
    }
    // As fast as can still be followed, and poles and steps, whose jumps are no wiggles.
    for (const char* formula : {"sin(8*x)+sin(8*y)", "tan(x)+y^2", "1/x+y^2", "floor(5*x)+y^2", "x^2+y^2", "5"}) {
        CAPTURE(formula);
        CHECK(inside(formula, box(4)).complete);
    }
    CHECK(counts(inside("sin(8*x)+sin(8*y)", box(4))) == Counts{100, 100, 200, 0, 0});
}
