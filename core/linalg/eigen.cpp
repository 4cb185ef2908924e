// Eigenspaces: null vectors of A - lambda I for the eigenvalues found in eigenvalues.cpp, and the case they make.
// Real spaces come from singular vectors, complex ones from cross products; the order and signs are set here.
#include "core/linalg/eigen.h"

#include "core/linalg/eigenvalues.h"
#include "core/linalg/svd.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double coinciding = 1e-2;  // tangent of half the angle between eigenvectors that all but coincide

using Vector2c = Eigen::Matrix<Complex, 2, 1>;
using Vector3c = Eigen::Matrix<Complex, 3, 1>;

/// A vector that both rows send to zero (no conjugation): from the longer row.
Vector2c null_vector(const Eigen::Matrix2cd& M) {
    const auto row = M.row(0).norm() >= M.row(1).norm() ? M.row(0) : M.row(1);
    return Vector2c(row(1), -row(0)).normalized();
}

/// Likewise in 3-D: the longest cross product of two rows.
Vector3c null_vector(const Eigen::Matrix3cd& M) {
    const auto crossed = [&](int i, int j) {
        return Vector3c(M(i, 1) * M(j, 2) - M(i, 2) * M(j, 1), M(i, 2) * M(j, 0) - M(i, 0) * M(j, 2),
                        M(i, 0) * M(j, 1) - M(i, 1) * M(j, 0));
    };
    Vector3c best = crossed(0, 1);
    for (const Vector3c& other : {crossed(0, 2), crossed(1, 2)})
        if (other.norm() > best.norm()) best = other;
    return best.normalized();
}

template <int N>
Eigenspace<N> space_of(const Root& root, const Centred<N>& centred, int exponent) {
    Eigenspace<N> space;
    space.value = {std::ldexp(root.real, exponent) + 0.0, std::ldexp(root.imaginary, exponent)};
    space.algebraic = root.algebraic;
    space.geometric = root.geometric;
    const Mat<N> shifted = shifted_by(root, centred);
    if (root.imaginary == 0) {
        space.basis = right_singular_vectors<N>(shifted).rightCols(root.geometric).template cast<Complex>();
    } else {
        Eigen::Matrix<Complex, N, N> M = shifted.template cast<Complex>();
        M.diagonal().array() -= Complex(0, root.imaginary);
        space.basis = null_vector(M);
        int largest = 0;
        for (int k = 1; k < N; ++k)
            if (std::abs(space.basis(k, 0)) > std::abs(space.basis(largest, 0)) * (1 + 1e-12)) largest = k;
        const Complex lead = space.basis(largest, 0);
        space.basis *= std::conj(lead) / std::abs(lead);
        space.basis(largest, 0) = std::abs(lead);
    }
    space.projector = space.basis * space.basis.adjoint();
    return space;
}

template <int N>
EigenCase case_of(const std::vector<Eigenspace<N>>& spaces) {
    EigenCase which = EigenCase::distinct;
    for (const auto& space : spaces) {
        if (!space.is_real()) return EigenCase::complex;
        if (space.geometric < space.algebraic) return EigenCase::defective;
        if (space.algebraic > 1) which = EigenCase::repeated;
    }
    return which;
}

}  // namespace

std::string_view words(EigenCase which) {
    switch (which) {
        case EigenCase::distinct: return "real and distinct";
        case EigenCase::repeated: return "repeated, diagonalisable";
        case EigenCase::defective: return "repeated, not diagonalisable";
        case EigenCase::complex: return "a complex pair";
        case EigenCase::not_finite: return "not finite";
    }
    return {};
}

template <int N>
std::vector<Complex> Spectrum<N>::values() const {
    std::vector<Complex> all;
    for (const auto& space : spaces) all.insert(all.end(), static_cast<std::size_t>(space.algebraic), space.value);
    return all;
}

template <int N>
Spectrum<N> eigen(const Mat<N>& A) {
    Spectrum<N> found;
    found.problem = entry_problem(A);
    if (!found.problem.empty()) return found;
    const auto [unit, exponent] = scaled(A);
    const Centred<N> centred(unit);
    const Roots roots = roots_of(centred);
    for (const Root& root : roots.list) found.spaces.push_back(space_of(root, centred, exponent));
    std::stable_sort(found.spaces.begin(), found.spaces.end(), [](const auto& a, const auto& b) {
        return a.value.real() != b.value.real() ? a.value.real() > b.value.real() : a.value.imag() > b.value.imag();
    });
    found.which = case_of(found.spaces);
    found.diagonalisable = found.which != EigenCase::defective;
    found.distance_to_repeated = roots.list.size() < N ? 0 : roots.distance;
    found.nearly_defective = !found.diagonalisable || (roots.list.size() == N && roots.distance <= near_tolerance &&
                                                       roots.distance <= coinciding * roots.half_gap);
    return found;
}

template <int N>
std::vector<Eigenpair<N>> real_eigenpairs(const Mat<N>& A) {
    std::vector<Eigenpair<N>> pairs;
    for (const auto& space : eigen(A).spaces)
        for (int k = 0; space.is_real() && k < space.geometric; ++k)
            pairs.push_back({space.value.real(), space.basis.col(k).real(), space.algebraic, space.geometric});
    return pairs;
}

template struct Spectrum<2>;
template struct Spectrum<3>;
template Spectrum<2> eigen(const Mat<2>&);
template Spectrum<3> eigen(const Mat<3>&);
template std::vector<Eigenpair<2>> real_eigenpairs(const Mat<2>&);
template std::vector<Eigenpair<3>> real_eigenpairs(const Mat<3>&);

}  // namespace eigenscape
