// Low rank against what the theorem says: distances are tails of the spectrum, and no other table of that rank is
// nearer. Also what must not break it: tables of zeros, of one entry, of one row, repeated ranks beyond the table.
#include "core/linalg/low_rank.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace eigenscape;

namespace {

MatX random_table(int rows, int columns, unsigned seed) {
    std::mt19937 random(seed);
    MatX A(rows, columns);
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < columns; ++j) A(i, j) = static_cast<double>(random() % 2001) / 1000 - 1;
    return A;
}

}  // namespace

TEST_CASE("low rank: the distance to the copy is the tail of the spectrum, in both norms") {
    for (const auto& [rows, columns] : {std::pair(12, 12), std::pair(20, 7), std::pair(5, 30), std::pair(90, 70)}) {
        const MatX A = random_table(rows, columns, 3);
        const auto parts = remembered_svd(A);
        for (const int k : {0, 1, 3, 5}) {
            const MatX rest = A - of_rank(*parts, k);
            const auto left = parts->s.size() - k;
            CHECK(rest.norm() == doctest::Approx(parts->s.tail(left).norm()).epsilon(1e-9));
            const double first = left > 0 ? parts->s(k) : 0.0;
            CHECK(dynamic_svd(rest).s(0) == doctest::Approx(first).epsilon(1e-9));
            CHECK(energy_kept(parts->s, k) == doctest::Approx(1 - rest.squaredNorm() / A.squaredNorm()).epsilon(1e-9));
        }
        CHECK((A - of_rank(*parts, 1000)).cwiseAbs().maxCoeff() < 1e-12);
        CHECK((of_rank(*parts, 4) - of_rank(*parts, 3) - piece_of(*parts, 3)).cwiseAbs().maxCoeff() < 1e-12);
    }
}

TEST_CASE("low rank: no table of that rank is nearer") {
    const MatX A = random_table(9, 11, 5);
    const auto parts = remembered_svd(A);
    const double best = (A - of_rank(*parts, 3)).norm();
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const double size = std::pow(10.0, -static_cast<double>(seed % 5));
        const MatX tall = parts->U.leftCols(3) * parts->s.head(3).asDiagonal();
        const MatX other = (tall + size * random_table(9, 3, seed)) *
                           (parts->V.leftCols(3) + size * random_table(11, 3, seed + 1000)).transpose();
        REQUIRE((A - other).norm() >= best - 1e-12);
    }
}

TEST_CASE("low rank: shares of energy, and the fewest parts that hold one") {
    const VecX s = (VecX(4) << 3, 2, 1, 0).finished();  // squares 9, 4, 1, 0
    CHECK(energy_kept(s, 0) == 0);
    CHECK(energy_kept(s, 1) == doctest::Approx(9.0 / 14));
    CHECK(energy_kept(s, 3) == 1);
    CHECK(energy_kept(s, 99) == 1);
    CHECK(rank_for_energy(s, 0) == 0);
    CHECK(rank_for_energy(s, 9.0 / 14) == 1);
    CHECK(rank_for_energy(s, 0.65) == 2);
    CHECK(rank_for_energy(s, 1) == 3);
    CHECK(energy_kept(VecX::Zero(3), 0) == 1);
    CHECK(rank_for_energy(VecX::Zero(3), 1) == 0);
    CHECK(energy_kept((VecX(2) << 1e200, 1e199).finished(), 1) == doctest::Approx(1 / 1.01));
}

TEST_CASE("low rank: tables of zeros, of one entry and of one row") {
    const MatX nothing = MatX::Zero(3, 4), one = MatX::Constant(1, 1, -2), row = random_table(1, 80, 2);
    CHECK(of_rank(*remembered_svd(nothing), 2) == nothing);
    CHECK(of_rank(*remembered_svd(one), 1)(0, 0) == doctest::Approx(-2));
    CHECK((of_rank(*remembered_svd(row), 1) - row).cwiseAbs().maxCoeff() < 1e-14);
    CHECK(remembered_svd(row)->rank == 1);
}

TEST_CASE("low rank: what is stored") {
    CHECK(numbers_of_rank(96, 96, 12) == 2316);
    CHECK(numbers_of_rank(50'000, 1000, 100) == 5'100'100);
    CHECK(numbers_of_rank(3, 4, 0) == 0);
}

TEST_CASE("low rank: a table is decomposed once") {
    const MatX A = random_table(40, 40, 9);
    CHECK(remembered_svd(A) == remembered_svd(MatX(A)));
    CHECK(remembered_svd(A) != remembered_svd(random_table(40, 40, 10)));
}
