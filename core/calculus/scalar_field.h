// A function f(x, y) with its exact gradient and Hessian, from a typed formula and named constants.
// Make one with `scalar_field` (remembered by its arguments); ask it for values, derivatives and whole grids.
#pragma once

#include "core/calculus/expression.h"
#include "core/calculus/samples.h"
#include "core/types.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

// A rectangle of the plane, lo < hi in both coordinates.
struct Box2 {
    Vec2 lo{-1, -1}, hi{1, 1};
    bool operator==(const Box2&) const = default;
    Vec2 size() const { return hi - lo; }
    Vec2 center() const { return 0.5 * (lo + hi); }
    bool contains(const Vec2& p) const { return (p.array() >= lo.array()).all() && (p.array() <= hi.array()).all(); }
};

// f sampled at columns × rows points, x fastest: values[row * columns + column]; corners lie on the box.
struct Grid {
    Box2 box;
    int columns = 0, rows = 0;
    Samples values;  // a vector of doubles
    double at(int column, int row) const { return values[static_cast<std::size_t>(row) * columns + column]; }
    Vec2 point(int column, int row) const;
};

class ScalarField {
  public:
    // `expression` has exactly the variables x, y.
    explicit ScalarField(Expression expression);
    double operator()(const Vec2& p) const;
    Vec2 gradient(const Vec2& p) const;  // an entry is NaN where f is not differentiable
    Mat2 hessian(const Vec2& p) const;   // symmetric; NaN where undefined
    Grid on_grid(const Box2& box, int columns, int rows, int threads = 1) const;
    struct WithGradient {
        Grid value, dx, dy;
    };
    WithGradient with_gradient_on_grid(const Box2& box, int columns, int rows, int threads = 1) const;
    const Expression& expression() const;

  private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

// Parses `text` (a formula in x, y and the names of `constants`, or the name of a library surface, see surfaces.h).
// Remembers the last results; the pointer is null when the text is not understood: `check_formula` says why.
std::shared_ptr<const ScalarField> scalar_field(const std::string& text,
                                                const std::map<std::string, double>& constants = {});
std::optional<ParseError> check_formula(const std::string& text, const std::vector<std::string>& constants = {});

}  // namespace eigenscape
