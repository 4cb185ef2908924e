// Formulas as the literature on test functions gives them; `home` holds what is worth seeing.
// Each start and rate is tried by a test: a hundred steps of gradient descent go down and stay at home.
#include "core/calculus/surfaces.h"

#include <algorithm>
#include <vector>

namespace eigenscape {
namespace {

Box2 square(double half) { return {{-half, -half}, {half, half}}; }

const std::vector<Surface>& library() {
    static const std::vector<Surface> list{
        {"bowl",
         "Quadratic bowl",
         "((x*cos(phi) + y*sin(phi))^2 + kappa*(y*cos(phi) - x*sin(phi))^2)/2",
         square(4),
         {-3, 2},
         0.08,
         "The steeper its narrow direction (kappa times the wide one), the more descent zigzags."},
        {"himmelblau",
         "Himmelblau",
         "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
         square(5),
         {-1, -1},
         0.005,
         "Four equally deep minima: the start decides which one is found."},
        {"rosenbrock",
         "Rosenbrock",
         "(1 - x)^2 + 100*(y - x^2)^2",
         {{-2, -1}, {2, 3}},
         {-1.2, 1},
         0.001,
         "A curved valley: reaching it is easy, following it to (1, 1) is slow."},
        {"beale",
         "Beale",
         "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
         square(4.5),
         {1, 1},
         0.01,
         "Flat nearly everywhere and steep at the corners: one learning rate cannot suit both."},
        {"booth",
         "Booth",
         "(x + 2*y - 7)^2 + (2*x + y - 5)^2",
         {{-6, -4}, {8, 10}},
         {-4, 8},
         0.05,
         "A plain quadratic with its one minimum at (1, 3), tilted against the axes."},
        {"three_hump_camel",
         "Three-hump camel",
         "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
         square(2.2),
         {-1.9, 1.6},
         0.05,
         "Three minima, one of them global: descent may settle for less."},
        {"styblinski_tang",
         "Styblinski–Tang",
         "(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2",
         square(4.5),
         {0.5, -0.5},
         0.01,
         "Four valleys of different depth, separable: each coordinate descends by itself."},
        {"rastrigin",
         "Rastrigin",
         "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)",
         square(5.12),
         {2.3, -1.6},
         0.002,
         "A lattice of local minima: descent stops in the nearest pit."},
        {"ackley",
         "Ackley",
         "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20",
         square(5),
         {2.6, 1.7},
         0.01,
         "A funnel with ripples, and a tip where there is no gradient."},
        {"monkey_saddle",
         "Monkey saddle",
         "x^3 - 3*x*y^2",
         square(2),
         {1.5, 0.02},
         0.01,
         "A saddle with a place for the tail: the Hessian at the origin is zero and says nothing."},
        {"plateau",
         "Plateau",
         "1 - exp(-(x^2 + y^2)/4) + (x^2 + y^2)/200",
         square(6),
         {-4.2, 3.4},
         0.5,
         "Far from the minimum there is almost no slope, so plain descent hardly moves."},
        {"hills",
         "Hills",
         "sin(1.3*x)*cos(0.9*y) + 0.4*sin(2.1*x + 1.7*y) + 0.05*(x^2 + y^2)",
         square(5),
         {0.8, 0.6},
         0.1,
         "A rolling landscape: hills, passes and hollows of many depths."},
    };
    return list;
}

}  // namespace

std::span<const Surface> surfaces() { return library(); }

const Surface* find_surface(std::string_view name) {
    const auto found = std::ranges::find(library(), name, &Surface::name);
    return found == library().end() ? nullptr : &*found;
}

}  // namespace eigenscape
