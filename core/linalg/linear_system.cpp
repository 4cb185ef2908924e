// Everything from one singular value decomposition; the residual that decides is formed in 32 digits.
// Golub and Van Loan, "Matrix Computations", 5.5 and 3.5.3.
#include "core/linalg/linear_system.h"

#include "core/linalg/twofold.h"

#include <cmath>

namespace eigenscape {
namespace {

std::string problem_of(const MatX& A, const VecX& b) {
    if (A.size() == 0) return "The matrix is empty.";
    if (A.rows() != b.size()) return "A has " + std::to_string(A.rows()) + " rows, b " + std::to_string(b.size()) + ".";
    const std::string in_matrix = table_problem(A);
    return in_matrix.empty() && !b.allFinite() ? "An entry of b is not finite." : in_matrix;
}

VecX residual_of(const MatX& A, const VecX& x, const VecX& b) {
    VecX r(b.size());
    for (Eigen::Index i = 0; i < A.rows(); ++i) {
        Twofold sum = b(i);
        for (Eigen::Index j = 0; j < A.cols(); ++j) sum = sum - exact_product(A(i, j), x(j));
        r(i) = double(sum);
    }
    return r;
}

VecX shortest(const DynamicSvd& parts, const VecX& b) {
    const int r = parts.rank;
    const VecX along = (parts.U.leftCols(r).transpose() * b).cwiseQuotient(parts.s.head(r));
    return parts.V.leftCols(r) * along;
}

// Twofold products overflow and underflow sooner than doubles: then the plain answer stands.
VecX refined(const MatX& A, const DynamicSvd& parts, const VecX& b) {
    const VecX x = shortest(parts, b), better = x + shortest(parts, residual_of(A, x, b));
    return better.allFinite() ? better : x;
}

}  // namespace

std::string_view words(Solvability status) {
    switch (status) {
        case Solvability::unique: return "unique";
        case Solvability::none: return "none";
        case Solvability::infinite: return "infinite";
        case Solvability::not_finite: return "not finite";
    }
    return {};
}

Solution solve(const MatX& A, const VecX& b) {
    Solution found;
    found.problem = problem_of(A, b);
    if (!found.problem.empty()) return found;
    const DynamicSvd parts = dynamic_svd(A);
    found.rank = parts.rank;
    found.condition = parts.condition;
    found.x = refined(A, parts, b);
    found.null_space = parts.V.rightCols(A.cols() - parts.rank);
    found.residual = residual_of(A, found.x, b).norm();
    const double blur = 64.0 * static_cast<double>(std::max(A.rows(), A.cols())) *
                        std::numeric_limits<double>::epsilon() * (parts.s(0) * found.x.norm() + b.norm());
    if (found.residual > blur) {
        found.status = Solvability::none;
        found.problem = "No solution: b is not in the column space of A.";
    } else if (parts.rank < A.cols()) {
        found.status = Solvability::infinite;
        found.problem = "Infinitely many solutions; this is the shortest.";
    } else {
        found.status = Solvability::unique;
        if (parts.condition > 1e12) found.problem = "Nearly singular: few digits of x can be trusted.";
    }
    return found;
}

Projection project(const MatX& A, const VecX& b) {
    Projection found;
    found.problem = problem_of(A, b);
    if (!found.problem.empty()) return found;
    const DynamicSvd parts = dynamic_svd(A);
    const MatX basis = parts.U.leftCols(parts.rank);
    found.rank = parts.rank;
    found.P = basis * basis.transpose();
    found.p = basis * (basis.transpose() * b);
    found.residual = b - found.p;
    found.residual -= basis * (basis.transpose() * found.residual);  // twice is enough (Kahan, Parlett)
    found.p = b - found.residual;
    return found;
}

LeastSquares least_squares(const MatX& A, const VecX& b) {
    LeastSquares found;
    found.problem = problem_of(A, b);
    if (!found.problem.empty()) return found;
    const DynamicSvd parts = dynamic_svd(A);
    found.rank = parts.rank;
    found.condition = parts.condition;
    found.x = refined(A, parts, b);
    found.residual = residual_of(A, found.x, b);
    found.fitted = b - found.residual;
    found.rss = found.residual.squaredNorm();
    return found;
}

}  // namespace eigenscape
