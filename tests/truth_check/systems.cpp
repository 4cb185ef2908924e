// Linear systems of any shape: solvability, projections and least squares, each op of linear_systems.json.
// A null space is compared as its projector, since its basis is a choice.
#include "core/linalg/linear_system.h"
#include "tests/truth_check/ops.h"

#include <Eigen/QR>

namespace eigenscape::truth {
namespace {

MatX projector(const MatX& columns) {
    const Eigen::CompleteOrthogonalDecomposition<MatX> decomposition(columns);
    return columns * decomposition.pseudoInverse();
}

Outcome solve_check(const Json& check) {
    Ledger ledger(check);
    const Json& want = check.at("expect");
    const Solution found = solve(matrix_of(check["input"]["A"]), vector_of(check["input"]["b"]));
    ledger.same("status", std::string(eigenscape::words(found.status)), want.at("status"));
    if (want.contains("x")) ledger.close("x", json_of(found.x), want["x"]);
    if (want.contains("x_min_norm")) ledger.close("x_min_norm", json_of(found.x), want["x_min_norm"]);
    if (want.contains("nullspace"))
        ledger.close("projector on the null space", rows_of(projector(found.null_space)),
                     rows_of(projector(matrix_of(want["nullspace"]).transpose())));
    if (want.contains("rank")) ledger.same("rank", found.rank, want["rank"]);
    return ledger.outcome();
}

Outcome project_check(const Json& check) {
    Ledger ledger(check);
    const Projection found = project(matrix_of(check["input"]["A"]), vector_of(check["input"]["b"]));
    const Json got{{"p", json_of(found.p)},
                   {"residual", json_of(found.residual)},
                   {"residual_norm", found.residual.norm()},
                   {"P", rows_of(found.P)},
                   {"rank", found.rank}};
    for (const auto& [key, want] : check.at("expect").items()) ledger.close(key, got.value(key, Json("missing")), want);
    return ledger.outcome();
}

Outcome least_squares_check(const Json& check) {
    Ledger ledger(check);
    const LeastSquares found = least_squares(matrix_of(check["input"]["A"]), vector_of(check["input"]["b"]));
    const Json got{{"x", json_of(found.x)},
                   {"rank", found.rank},
                   {"rss", found.rss},
                   {"fitted", json_of(found.fitted)},
                   {"residual", json_of(found.residual)}};
    for (const auto& [key, want] : check.at("expect").items()) ledger.close(key, got.value(key, Json("missing")), want);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> system_ops() {
    return {{"solve", solve_check}, {"project", project_check}, {"lstsq", least_squares_check}};
}

}  // namespace eigenscape::truth
