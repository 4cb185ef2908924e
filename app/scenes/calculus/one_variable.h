// A function of x as the scenes of calculus show it: parsed once, with its derivative, and its bad places in words.
// Ask for `one_variable`, draw it with viz/shapes/curve.h, and say what `behaviour_at` finds by `words_of`.
#pragma once

#include "app/model/value.h"
#include "core/calculus/one_sided.h"
#include "core/calculus/univariate.h"

#include <memory>
#include <string>

namespace eigenscape {

struct OneVariable {
    Expression f, derivative;
    double operator()(double x) const { return value_at(f, x); }
    double slope(double x) const { return value_at(derivative, x); }
};

// Null when the formula is not understood. Remembered by its text.
std::shared_ptr<const OneVariable> one_variable(const Formula& formula);

// Errors of the secant's slope at a, as (log₁₀ h, log₁₀ error) from h = 1 down to 10⁻¹⁶; no error is drawn as 10⁻¹⁸.
struct SecantErrors {
    std::vector<Vec2> forward, central;
    BestWidths best;
};
std::shared_ptr<const SecantErrors> secant_errors(const Formula& formula, double a);

// "corner"; and what is to be seen there, a sentence or two: empty where f is smooth.
std::string name_of(Behaviour kind);
std::string words_of(const LocalBehaviour& behaviour);

// TeX that fits into a picture: of a formula of pages, its beginning of dots.
std::string short_tex(const Expression& f);

}  // namespace eigenscape
