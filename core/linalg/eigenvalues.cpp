// Roots of the characteristic polynomial about its mean, told apart or taken together by what the entries' digits can
// tell. Three scales of care: 32 digits for all, det A over the rest for one tiny root, sum and product for a tiny
// pair.
#include "core/linalg/eigenvalues.h"

#include "core/linalg/cubic.h"
#include "core/linalg/determinant.h"
#include "core/linalg/eigen.h"
#include "core/linalg/svd.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr double twofold_noise = 0x1p-96;  // what 32-digit arithmetic cannot tell from 0, with a margin

/// How much a function with these partial derivatives (transposed) can change when each entry of A changes by a
/// relative repeat_tolerance.
template <int N>
double blur(const Mat<N>& gradient, const Mat<N>& A) {
    return repeat_tolerance * gradient.transpose().cwiseProduct(A).cwiseAbs().sum();
}

double ratio(double part, double whole) { return part == 0 ? 0 : part / whole; }

void add_pair(Roots& roots, Twofold middle, Twofold spread) {
    const Twofold reach = sqrt(spread.hi < 0 ? -spread : spread);
    if (spread.hi >= 0) {
        roots.list.push_back({middle + reach});
        roots.list.push_back({middle - reach});
    } else {
        roots.list.push_back({middle, double(reach)});
        roots.list.push_back({middle, -double(reach)});
    }
}

/// Fills in `real`. Where one simple real eigenvalue is far smaller than the rest, det A over the others has more of
/// its digits than mean + offset.
template <int N>
Roots with_values(Roots roots, const Centred<N>& centred) {
    for (Root& root : roots.list)
        if (!root.tiny) root.real = double(centred.mean + root.offset);
    const auto size = [](const Root& root) { return std::hypot(root.real, root.imaginary); };
    const auto smallest = std::min_element(roots.list.begin(), roots.list.end(),
                                           [&](const Root& a, const Root& b) { return size(a) < size(b); });
    if (smallest->algebraic > 1 || smallest->imaginary != 0 || smallest->tiny) return roots;
    Wide others(1);
    for (const Root& root : roots.list) {
        if (&root == &*smallest) continue;
        if (size(root) <= 1e-14 * centred.norm) return roots;
        for (int k = 0; k < root.algebraic; ++k) others = others * Wide(root.imaginary == 0 ? root.real : size(root));
    }
    smallest->real = (wide_determinant(centred.A) / others).value();
    return roots;
}

/// 3 less the rank of B - x I for a repeated root x of a matrix that is no multiple of I: 1 or 2.
int geometric_multiplicity(const Centred<3>& centred, Twofold x) {
    const Vec3 s = singular_values(centred.less(x));
    int zeros = 0;
    for (int i = 0; i < 3; ++i) zeros += s(i) <= 32 * repeat_tolerance * centred.norm;
    return std::clamp(zeros, 1, 2);
}

/// The other two eigenvalues are so small beside the lone one that the digits about the mean no longer tell them apart.
bool is_tiny_pair(const Centred<3>& centred, const CubicRoots& found) {
    const double lone = double(centred.mean + found.lone), middle = double(centred.mean - 0.5 * found.lone);
    return std::abs(middle) + std::sqrt(std::abs(found.spread.hi)) < 1e-8 * std::abs(lone);
}

bool at_most(Wide a, Wide b) { return (magnitude(a) + Wide(-1) * magnitude(b)).mantissa <= 0; }

Wide root_of(Wide a) {
    const int odd = a.exponent & 1;
    return Wide(std::sqrt(std::ldexp(a.mantissa, odd)), (a.exponent - odd) / 2);
}

/// Whether A - x I has rank 1 up to the blur of its entries: 2 eigenvectors, otherwise 1.
int tiny_multiplicity(const Mat3& A, double x) {
    const Mat3 M = A - x * Mat3::Identity();
    const Mat3 size = A.cwiseAbs() + std::abs(x) * Mat3::Identity();
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) {
            const int r0 = i == 0, r1 = 2 - (i == 2), c0 = j == 0, c1 = 2 - (j == 2);
            const Wide terms = Wide(size(r0, c0)) * Wide(size(r1, c1)) + Wide(size(r0, c1)) * Wide(size(r1, c0));
            if (!at_most(wide_cofactor(M, i, j), Wide(32 * repeat_tolerance) * terms)) return 1;
        }
    return 2;
}

/// From their product det / lone and their sum (c2 - product) / lone, c2 being the sum of the principal minors.
void add_tiny_pair(Roots& roots, const Centred<3>& centred) {
    const Mat3& A = centred.A;
    const Wide lone(double(centred.mean + roots.list[0].offset));
    Wide minors, product_terms, minor_terms;  // the sums of moduli of what each depends on, for its blur
    for (int i = 0; i < 3; ++i) {
        minors = minors + wide_cofactor(A, i, i);
        for (int j = 0; j < 3; ++j) {
            const double slope = i == j ? std::abs(A((i + 1) % 3, (i + 1) % 3)) + std::abs(A((i + 2) % 3, (i + 2) % 3))
                                        : std::abs(A(j, i));
            product_terms = product_terms + magnitude(wide_cofactor(A, i, j)) * Wide(std::abs(A(i, j)));
            minor_terms = minor_terms + Wide(slope) * Wide(std::abs(A(i, j)));
        }
    }
    const Wide product = wide_determinant(A) / lone;
    const Wide half = Wide(0.5) * (minors + Wide(-1) * product) / lone;
    const Wide spread = half * half + Wide(-1) * product;
    const Wide blurred = Wide(repeat_tolerance) * (magnitude(half) * minor_terms + product_terms) / magnitude(lone);

    const double middle = half.value();
    Root root{{}, 0, 1, 1, middle, true};
    if (at_most(spread, blurred)) {
        root.algebraic = 2;
        root.geometric = tiny_multiplicity(A, middle);
        roots.list.push_back(root);
        return;
    }
    const Wide reach = root_of(magnitude(spread));
    for (const double side : {1.0, -1.0}) {
        if (spread.mantissa < 0) {
            root.imaginary = side * reach.value();
        } else {
            const bool outer = (half.mantissa < 0) == (side < 0);  // the inner one would cancel
            const Wide value = half + Wide(side) * reach;
            root.real = outer ? value.value() : (product / (half + Wide(-side) * reach)).value();
        }
        roots.list.push_back(root);
    }
}

}  // namespace

/// B = [[h, b], [c, -h]]: roots ± sqrt(h^2 + bc). With sigma = |(h, (b+c)/2)| and rho = |b-c|/2 the singular values of
/// B are sigma ± rho, and |sigma - rho| is the distance to a matrix with a repeated eigenvalue.
Roots roots_of(const Centred<2>& centred) {
    const Mat2& A = centred.A;
    const Twofold h = centred.diagonal[0], spread = h * h + exact_product(A(0, 1), A(1, 0));
    const double half = double(h), rho = std::abs(A(0, 1) - A(1, 0)) / 2;
    const double size = std::hypot(half, (A(0, 1) + A(1, 0)) / 2) + rho;

    Roots roots;
    roots.distance = ratio(std::abs(spread.hi), size * centred.norm);
    roots.half_gap = ratio(std::sqrt(std::abs(spread.hi)), centred.norm);
    const Mat2 gradient{{half, A(0, 1)}, {A(1, 0), -half}};
    const bool scalar = size <= repeat_tolerance * centred.norm;
    if (scalar || std::abs(spread.hi) <= blur<2>(gradient, A)) roots.list.push_back({{}, 0, 2, scalar ? 2 : 1});
    else add_pair(roots, {}, spread);
    return with_values<2>(std::move(roots), centred);
}

/// The characteristic polynomial of B is x^3 + p x + q. Its discriminant D = -4p^3 - 27q^2 is 0 at a repeated root;
/// dp = -<B^T, dA>, dq = -<(B^2)^T, dA> (traceless parts) give its gradient.
Roots roots_of(const Centred<3>& centred) {
    const Mat3& A = centred.A;
    const auto& d = centred.diagonal;
    const auto off = [&](int i, int j) { return exact_product(A(i, j), A(j, i)); };
    const Twofold p = d[0] * d[1] + d[0] * d[2] + d[1] * d[2] - off(0, 1) - off(0, 2) - off(1, 2);
    const Twofold loops =
        Twofold(A(0, 1)) * exact_product(A(1, 2), A(2, 0)) + Twofold(A(0, 2)) * exact_product(A(1, 0), A(2, 1));
    const Twofold q = d[0] * off(1, 2) + d[1] * off(0, 2) + d[2] * off(0, 1) - d[0] * d[1] * d[2] - loops;
    const Mat3 B = centred.less({});
    const Mat3 square = B * B - Mat3::Identity() * ((B * B).trace() / 3);
    const double n = centred.norm;

    const bool scalar = B.norm() <= repeat_tolerance * n;
    const bool no_p = std::abs(p.hi) <= twofold_noise * n * n || std::abs(p.hi) <= blur<3>(B, A);
    const bool no_q = std::abs(q.hi) <= twofold_noise * n * n * n || std::abs(q.hi) <= blur<3>(square, A);
    if (scalar || (no_p && no_q)) {
        const Twofold none;
        return with_values<3>({{{none, 0, 3, scalar ? 3 : geometric_multiplicity(centred, none)}}, 0, 0}, centred);
    }

    const CubicRoots found = depressed_cubic(p, q);
    const Twofold middle = -0.5 * found.lone;
    const double others = double(2.25 * (found.lone * found.lone) - found.spread);  // (lone - x2)(lone - x3)
    const double D = 4 * found.spread.hi * others * others;
    const Mat3 gradient = 12 * p.hi * p.hi * B + 54 * q.hi * square;

    Roots roots;
    roots.distance = ratio(std::abs(D), gradient.norm() * n);
    roots.half_gap = ratio(std::sqrt(std::abs(found.spread.hi)), n);
    roots.list.push_back({found.lone});
    if (is_tiny_pair(centred, found)) {
        add_tiny_pair(roots, centred);
    } else if (std::abs(found.spread.hi) <= twofold_noise * n * n || std::abs(D) <= blur<3>(gradient, A)) {
        roots.list.push_back({middle, 0, 2, geometric_multiplicity(centred, middle)});
    } else {
        add_pair(roots, middle, found.spread);
    }
    return with_values<3>(std::move(roots), centred);
}

}  // namespace eigenscape
