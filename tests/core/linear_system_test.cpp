// Linear systems, projections and decompositions of any shape, by theorems over random matrices and by degenerate ones.
// Reference values are run by truth_check.
#include "core/linalg/linear_system.h"
#include "core/probability/random.h"
#include "tests/core/normal_table.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

TEST_CASE("A = U S V^T for tall, square, wide and large tables, with V square and orthogonal") {
    for (const auto& [m, n] : {std::pair{7, 3}, {4, 4}, {3, 7}, {1, 5}, {5, 1}, {90, 70}, {40, 70}}) {
        CAPTURE(m);
        CAPTURE(n);
        const MatX A = normal_table(static_cast<std::uint64_t>(m * 100 + n), m, n);
        const DynamicSvd parts = dynamic_svd(A);
        const int k = std::min(m, n);
        REQUIRE(parts.U.cols() == k);
        REQUIRE(parts.V.cols() == n);
        CHECK((parts.U * parts.s.asDiagonal() * parts.V.leftCols(k).transpose() - A).norm() < 1e-12 * A.norm());
        CHECK((parts.V.transpose() * parts.V - MatX::Identity(n, n)).norm() < 1e-12);
        CHECK(parts.rank == k);
        CHECK(A.squaredNorm() == doctest::Approx(parts.s.squaredNorm()));
        for (int i = 0; i < n; ++i) CHECK(parts.V.col(i).maxCoeff() >= -parts.V.col(i).minCoeff() * (1 - 1e-9));
        CHECK((A * parts.V.rightCols(n - k)).norm() < 1e-12 * A.norm());
    }
}

TEST_CASE("huge and tiny entries neither overflow nor lose rank") {
    for (const double size : {1e200, 1e-200}) {
        const MatX A = size * MatX{{1, 2}, {3, 4}};
        const Solution found = solve(A, VecX(size * Eigen::Vector2d(5, 11)));
        CHECK(found.status == Solvability::unique);
        CHECK((found.x - Eigen::Vector2d(1, 2)).norm() < 1e-12);
    }
}

TEST_CASE("a random square system is solved, its Hilbert cousin too, with a warning") {
    const MatX A = normal_table(5, 6, 6);
    const VecX x = normal_table(6, 6, 1);
    const Solution found = solve(A, A * x);
    CHECK(found.status == Solvability::unique);
    CHECK((found.x - x).norm() < 1e-12);
    CHECK(found.problem.empty());
    MatX hilbert(10, 10);
    for (int i = 0; i < 10; ++i)
        for (int j = 0; j < 10; ++j) hilbert(i, j) = 1.0 / (i + j + 1);
    CHECK(solve(hilbert, hilbert * VecX::Ones(10)).problem.find("Nearly singular") == 0);
}

TEST_CASE("underdetermined: the shortest solution is orthogonal to the null space, and adding from it still solves") {
    const MatX A = normal_table(8, 3, 6);
    const VecX b = normal_table(9, 3, 1);
    const Solution found = solve(A, b);
    CHECK(found.status == Solvability::infinite);
    CHECK(found.rank == 3);
    REQUIRE(found.null_space.cols() == 3);
    CHECK((found.null_space.transpose() * found.x).norm() < 1e-12);
    CHECK((A * (found.x + found.null_space * Eigen::Vector3d(1, -2, 3)) - b).norm() < 1e-11);
}

TEST_CASE("inconsistent: none, and x is the least-squares answer") {
    const MatX A = normal_table(10, 6, 3);
    const VecX b = normal_table(11, 6, 1);
    const Solution found = solve(A, b);
    CHECK(found.status == Solvability::none);
    CHECK(found.problem.find("No solution") == 0);
    CHECK((A.transpose() * (b - A * found.x)).norm() < 1e-12);
    CHECK((found.x - least_squares(A, b).x).norm() == 0);
}

TEST_CASE("a projection squares to itself, is symmetric, and leaves a residual across every column") {
    for (const MatX& A :
         {normal_table(12, 6, 3), MatX(normal_table(13, 5, 1) * normal_table(14, 1, 4)), MatX(MatX::Zero(3, 2))}) {
        const VecX b = normal_table(15, static_cast<int>(A.rows()), 1);
        const Projection found = project(A, b);
        CHECK((found.P * found.P - found.P).norm() < 1e-13);
        CHECK((found.P - found.P.transpose()).norm() < 1e-15);
        CHECK((found.p + found.residual - b).norm() < 1e-14);
        CHECK((A.transpose() * found.residual).norm() < 1e-13);
        CHECK(found.P.trace() == doctest::Approx(found.rank));
    }
}

TEST_CASE("shapes that do not fit and entries that are not finite are said") {
    CHECK(solve(MatX(2, 2), VecX(3)).problem == "A has 2 rows, b 3.");
    CHECK_FALSE(solve(MatX(0, 0), VecX(0)).problem.empty());
    MatX A = MatX::Identity(2, 2);
    A(0, 1) = undefined;
    CHECK(solve(A, VecX::Ones(2)).problem.find("Row 1, column 2 is not a number") == 0);
    CHECK(solve(A, VecX::Ones(2)).status == Solvability::not_finite);
    CHECK_FALSE(project(A, VecX::Ones(2)).problem.empty());
    CHECK_FALSE(least_squares(MatX::Identity(2, 2), VecX::Constant(2, infinity)).problem.empty());
}
