// Matrices of two and three rows: determinant to matrix class, each op of tests/truth/matrices.json.
// An op here reads input.A, calls core/linalg and compares by the conventions stated in that file.
#include "core/linalg/determinant.h"
#include "core/linalg/eigen.h"
#include "core/linalg/inverse.h"
#include "core/linalg/matrix_class.h"
#include "core/linalg/polar.h"
#include "core/linalg/rank.h"
#include "core/linalg/svd.h"
#include "tests/truth_check/ops.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace eigenscape::truth {
namespace {

template <int N>
Mat<N> matrix(const Json& rows) {
    Mat<N> A;
    for (int i = 0; i < N; ++i)
        for (int j = 0; j < N; ++j) A(i, j) = number(rows.at(i).at(j));
    return A;
}

template <class Derived>
Json list_of(const Eigen::MatrixBase<Derived>& v) {
    Json list = Json::array();
    for (Eigen::Index i = 0; i < v.size(); ++i) list.push_back(v(i));
    return list;
}

Complex complex(const Json& value) {
    if (!value.is_object()) return number(value);
    return {number(value.at("re")), number(value.at("im"))};
}

std::string complex_words(Complex value) { return words(Json(value.real())) + " + i " + words(Json(value.imag())); }

template <int N>
Outcome check_determinant(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    ledger.close("det", determinant(A), check.at("expect").at("det"));
    return ledger.outcome();
}

template <int N>
Outcome check_trace(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    ledger.close("trace", trace(A), check.at("expect").at("trace"));
    return ledger.outcome();
}

template <int N>
Outcome check_charpoly(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    ledger.close("coeffs", characteristic_polynomial(A), check.at("expect").at("coeffs"));
    return ledger.outcome();
}

template <int N>
Outcome check_rank(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Json& want = check.at("expect");
    if (want.contains("rank_exact")) ledger.same("rank_exact", rank_exact(A), want["rank_exact"]);
    if (want.contains("rank_numeric")) ledger.same("rank_numeric", rank_numeric(A), want["rank_numeric"]);
    return ledger.outcome();
}

template <int N>
Outcome check_svd(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Svd<N> parts = svd(A);
    const Json& want = check.at("expect");
    ledger.close("s", list_of(parts.s), want.at("s"));
    if (want.contains("cond2")) ledger.close("cond2", parts.condition, want["cond2"]);
    return ledger.outcome();
}

/// Columns (u, v) agree up to one sign for both.
template <int N>
Outcome check_svd_vectors(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Svd<N> parts = svd(A);
    const Json& want = check.at("expect");
    for (std::size_t k = 0; k < want.at("index").size(); ++k) {
        const int i = want["index"][k].get<int>();
        Vec<N> u, v;
        for (int row = 0; row < N; ++row) u(row) = number(want.at("u")[k][row]), v(row) = number(want.at("v")[k][row]);
        const double sign = v.dot(parts.V.col(i)) < 0 ? -1 : 1;
        const std::string place = "[" + std::to_string(k) + "]";
        ledger.close("u" + place, list_of(sign * parts.U.col(i)), want["u"][k]);
        ledger.close("v" + place, list_of(sign * parts.V.col(i)), want["v"][k]);
    }
    return ledger.outcome();
}

template <int N>
Outcome check_inverse(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Inverse<N> found = inverse(A);
    const Json& want = check.at("expect");
    if (want.contains("status")) {
        auto status = want["status"].get<std::string>();
        std::replace(status.begin(), status.end(), '_', ' ');
        ledger.same("status", std::string(eigenscape::words(found.status)), status);
    }
    if (want.contains("inverse")) {
        if (found.status == Invertibility::singular) ledger.disagree("inverse", "singular", words(want["inverse"]));
        ledger.close("inverse", rows_of(found.matrix), want["inverse"]);
    }
    if (want.contains("pinv")) ledger.close("pinv", rows_of(found.pseudo), want["pinv"]);
    return ledger.outcome();
}

/// Spaces of the very doubles in the file: hence the exact rank.
template <int N>
Outcome check_space(const Json& check, const Subspace<N>& space) {
    Ledger ledger(check);
    ledger.same("dim", space.dimension, check.at("expect").at("dim"));
    ledger.close("projector", rows_of(space.projector), check["expect"].at("projector"));
    return ledger.outcome();
}

template <int N>
Outcome check_null_space(const Json& check, const Mat<N>& A) {
    return check_space(check, null_space(A, rank_exact(A)));
}

template <int N>
Outcome check_column_space(const Json& check, const Mat<N>& A) {
    return check_space(check, column_space(A, rank_exact(A)));
}

template <int N>
Outcome check_polar(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Polar<N> found = polar(A);
    const Json& want = check.at("expect");
    ledger.close("P", rows_of(found.P), want.at("P"));
    if (want.contains("Q")) ledger.close("Q", rows_of(found.Q), want["Q"]);
    if (want.contains("detQ")) ledger.same("detQ", found.handedness, want["detQ"]);
    ledger.same("Q_unique", found.unique, want.value("Q_unique", true));
    return ledger.outcome();
}

template <int N>
Outcome check_matrix_class(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    Json names = Json::array();
    for (const auto name : matrix_classes(A)) names.push_back(std::string(name));
    ledger.same_set("classes", names, check.at("expect").at("classes"));
    return ledger.outcome();
}

/// Every expected value takes the nearest of what is left, as often as its multiplicity.
void match_values(Ledger& ledger, std::vector<Complex> got, const Json& want) {
    for (std::size_t k = 0; k < want.at("values").size(); ++k) {
        const Complex value = complex(want["values"][k]);
        for (int times = want.at("algebraic")[k].get<int>(); times > 0; --times) {
            const auto nearest = std::min_element(got.begin(), got.end(), [&](Complex a, Complex b) {
                return std::abs(a - value) < std::abs(b - value);
            });
            if (nearest == got.end()) return ledger.disagree("values", "too few", complex_words(value));
            if (!(std::abs(*nearest - value) <= ledger.tol.abs + ledger.tol.rel * std::abs(value)))
                ledger.disagree("values", complex_words(*nearest), complex_words(value));
            got.erase(nearest);
        }
    }
}

/// (value, algebraic, geometric) per expected value; multiplicities of the nearest eigenvalue found.
template <int N>
void match_multiplicities(Ledger& ledger, const Spectrum<N>& found, const Json& want) {
    ledger.same("number of different values", found.spaces.size(), want.at("values").size());
    for (std::size_t k = 0; k < want["values"].size() && !found.spaces.empty(); ++k) {
        const Complex value = complex(want["values"][k]);
        const auto nearest = std::min_element(
            found.spaces.begin(), found.spaces.end(),
            [&](const auto& a, const auto& b) { return std::abs(a.value - value) < std::abs(b.value - value); });
        ledger.same("algebraic of " + complex_words(value), nearest->algebraic, want.at("algebraic")[k]);
        ledger.same("geometric of " + complex_words(value), nearest->geometric, want.at("geometric")[k]);
    }
}

template <int N>
Outcome check_eigenvalues(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Spectrum<N> found = eigen(A);
    const Json& want = check.at("expect");
    match_values(ledger, found.values(), want);
    match_multiplicities(ledger, found, want);
    if (want.contains("real")) ledger.same("real", found.is_real(), want["real"]);
    if (want.contains("diagonalizable_over_C"))
        ledger.same("diagonalizable_over_C", found.diagonalisable, want["diagonalizable_over_C"]);
    return ledger.outcome();
}

/// |A v - lambda v| with A at unit size (an absolute tolerance means nothing at 1e154), and |v| = 1.
template <int N>
void check_vector(Ledger& ledger, const Mat<N>& A, const Eigenspace<N>& space, const std::string& name) {
    const auto [unit, exponent] = scaled(A);
    const Eigen::Matrix<Complex, N, 1> v = space.basis.col(0);
    const Complex value(std::ldexp(space.value.real(), -exponent), std::ldexp(space.value.imag(), -exponent));
    const double residual = (unit.template cast<Complex>() * v - value * v).norm();
    if (!(residual <= ledger.tol.abs + ledger.tol.rel * std::abs(value)))
        ledger.disagree(name + " |A v - lambda v| / |A|", words(Json(residual)), "0");
    if (!(std::abs(v.norm() - 1) <= 1e-12)) ledger.disagree(name + " |v|", words(Json(v.norm())), "1");
}

template <int N>
Outcome check_eigenspaces(const Json& check, const Mat<N>& A) {
    Ledger ledger(check);
    const Spectrum<N> found = eigen(A);
    const Json& spaces = check.at("expect").at("spaces");
    ledger.same("number of spaces", found.spaces.size(), spaces.size());
    for (std::size_t k = 0; k < std::min(spaces.size(), found.spaces.size()); ++k) {
        const Complex value = complex(spaces[k].at("value"));
        const auto& space = *std::min_element(
            found.spaces.begin(), found.spaces.end(),
            [&](const auto& a, const auto& b) { return std::abs(a.value - value) < std::abs(b.value - value); });
        const std::string name = "space of " + complex_words(value);
        ledger.same(name + ", dim", space.geometric, spaces[k].at("dim"));
        if (space.geometric == 1) check_vector(ledger, A, space, name);
        if (spaces[k].contains("projector"))
            ledger.close(name + ", projector", rows_of(space.projector.real()), spaces[k]["projector"]);
    }
    return ledger.outcome();
}

/// Calls the 2x2 or the 3x3 version, by the rows given.
template <Outcome (*two)(const Json&, const Mat<2>&), Outcome (*three)(const Json&, const Mat<3>&)>
Outcome by_size(const Json& check) {
    const Json& rows = check.at("input").at("A");
    for (const auto& row : rows)
        if (row.size() != rows.size()) return {Outcome::skipped, "not square"};
    if (rows.size() == 2) return two(check, matrix<2>(rows));
    if (rows.size() == 3) return three(check, matrix<3>(rows));
    return {Outcome::skipped, "neither 2x2 nor 3x3"};
}

}  // namespace

std::vector<NamedOp> matrix_ops() {
    return {
        {"determinant", by_size<check_determinant<2>, check_determinant<3>>},
        {"trace", by_size<check_trace<2>, check_trace<3>>},
        {"charpoly", by_size<check_charpoly<2>, check_charpoly<3>>},
        {"rank", by_size<check_rank<2>, check_rank<3>>},
        {"svd", by_size<check_svd<2>, check_svd<3>>},
        {"svd_vectors", by_size<check_svd_vectors<2>, check_svd_vectors<3>>},
        {"inverse", by_size<check_inverse<2>, check_inverse<3>>},
        {"nullspace", by_size<check_null_space<2>, check_null_space<3>>},
        {"colspace", by_size<check_column_space<2>, check_column_space<3>>},
        {"polar", by_size<check_polar<2>, check_polar<3>>},
        {"matrix_class", by_size<check_matrix_class<2>, check_matrix_class<3>>},
        {"eigenvalues", by_size<check_eigenvalues<2>, check_eigenvalues<3>>},
        {"eigenspaces", by_size<check_eigenspaces<2>, check_eigenspaces<3>>},
    };
}

}  // namespace eigenscape::truth
