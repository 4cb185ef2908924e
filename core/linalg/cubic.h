// The roots of x^3 + p x + q in 32 digits, as one real root that stands apart and the mean and spread of the other two.
// Internal to core/linalg: the eigenvalues of a 3x3 matrix about their mean are the roots of such a cubic.
#pragma once

#include "core/linalg/twofold.h"

namespace eigenscape {

/// lone; and -lone/2 ± sqrt(spread), a complex pair where spread is negative. The lone root has the sign opposite to
/// the other two (or is the only real one), so it is at least 1.5 |lone| away from them: Newton finds it without
/// trouble.
struct CubicRoots {
    Twofold lone, spread;
};

CubicRoots depressed_cubic(Twofold p, Twofold q);

}  // namespace eigenscape
