// The number in front of a term: a fraction kept as two doubles, so that x^6/6 differentiates to x^5 and 1/3 stays
// exactly one third. Sums and shortening are exact while the numbers are whole and below 2^53.
#pragma once

namespace eigenscape {

struct Coefficient {
    double above = 1, below = 1;
    double value() const { return above / below; }
};

bool whole(double x);  // an integer that a double holds exactly, as it does its neighbours
Coefficient reduced(Coefficient c);
Coefficient plus(Coefficient a, Coefficient b);

}  // namespace eigenscape
