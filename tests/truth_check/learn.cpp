// Components, regression and classification: each op of pca.json, regression.json and logistic.json.
// A status in the file is met by the status that core states, in the file's spelling.
#include "core/learn/logistic.h"
#include "core/learn/pca.h"
#include "core/learn/polynomial.h"
#include "core/learn/regression.h"
#include "core/learn/ridge.h"
#include "tests/truth_check/ops.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::truth {
namespace {

// Each row agrees up to one sign, which `scores` of the same component share.
void compare_components(Ledger& ledger, const Pca& p, const Json& want) {
    for (std::size_t k = 0; k < want.at("components").size(); ++k) {
        const auto row = static_cast<Eigen::Index>(k);
        const VecX wanted = vector_of(want["components"][k]);
        const double sign = wanted.dot(p.components.row(row).transpose()) < 0 ? -1 : 1;
        ledger.close("components[" + std::to_string(k) + "]", json_of(sign * p.components.row(row)),
                     want["components"][k]);
        const std::string scores = "scores_pc" + std::to_string(k + 1);
        if (want.contains(scores)) ledger.close(scores, json_of(sign * p.scores.col(row)), want[scores]);
    }
}

template <bool standardised>
Outcome pca_check(const Json& check) {
    Ledger ledger(check);
    const Json& want = check["expect"];
    const Pca p = pca(matrix_of(check["input"].at("X")), standardised);
    if (want.contains("status")) {
        if (p.problem.empty()) ledger.disagree("status", "no problem", words(want["status"]));
        if (want.contains("columns")) ledger.same("columns", Json(p.constant_columns), want["columns"]);
        return ledger.outcome();
    }
    if (!p.problem.empty()) return {Outcome::failed, "  refused: " + p.problem + "\n"};
    ledger.close("mean", json_of(p.mean), want.at("mean"));
    ledger.close("covariance", rows_of(p.covariance), want.at("covariance"));
    ledger.close("variances", json_of(p.variances), want.at("variances"));
    if (want.at("explained_ratio").is_string()) ledger.same("explained ratios", p.explained.size(), 0);
    else ledger.close("explained_ratio", json_of(p.explained), want["explained_ratio"]);
    if (want.contains("directions_unique"))
        ledger.same("directions_unique", p.directions_unique(), want["directions_unique"]);
    if (want.contains("components")) compare_components(ledger, p, want);
    return ledger.outcome();
}

std::string status_of(const Regression& r) {
    if (!r.problem.empty()) return "refused";
    return r.unique ? "" : "rank_deficient";
}

Outcome ols(const Json& check) {
    Ledger ledger(check);
    const Json& expect = check["expect"];
    const Regression r = regress(matrix_of(check["input"].at("X")), vector_of(check["input"].at("y")));
    ledger.same("status", status_of(r), expect.value("status", ""));
    const auto numbers = [&](const char* key, double got) {
        if (expect.contains(key)) ledger.meets(key, got, expect[key]);
    };
    numbers("rss", r.rss);
    numbers("r2", r.r2);
    numbers("s", r.s);
    numbers("adj_r2", r.adjusted_r2);
    numbers("F", r.F);
    const auto lists = [&](const char* key, const VecX& got) {
        if (!expect.contains(key)) return;
        if (!expect[key].is_string()) return ledger.close(key, json_of(got), expect[key]);
        if (got.size() > 0 && got.array().isFinite().all())
            ledger.disagree(key, words(json_of(got)), words(expect[key]));
    };
    lists("beta", r.beta);
    lists("se", r.standard_errors);
    lists("t", r.t);
    lists("fitted", r.fitted);
    lists("residuals", r.residuals);
    lists("leverage", r.leverage);
    if (expect.contains("rank")) ledger.same("rank", r.rank, expect["rank"]);
    for (const auto& [key, want] : expect.items()) {
        static const std::vector<std::string> known{"status", "rss", "r2",     "s",         "adj_r2",   "F",   "beta",
                                                    "se",     "t",   "fitted", "residuals", "leverage", "rank"};
        if (std::find(known.begin(), known.end(), key) == known.end())
            ledger.disagree(key, "not computed", words(want));
    }
    return ledger.outcome();
}

Outcome vif(const Json& check) {
    Ledger ledger(check);
    const VecX got = variance_inflation(matrix_of(check["input"].at("X")));
    const Json& want = check["expect"].at("vif");
    ledger.same("number of columns", got.size(), want.size());
    for (std::size_t j = 0; j < want.size(); ++j)
        ledger.meets("vif[" + std::to_string(j) + "]", got(static_cast<Eigen::Index>(j)), want[j]);
    return ledger.outcome();
}

template <bool standardised>
Outcome ridge(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const RidgePath path(matrix_of(input.at("X")), vector_of(input.at("y")), standardised);
    const RidgeFit fit = path.at(number(input.at("lambda")));
    const Json got{{"beta", json_of(fit.beta)},
                   {"rss", fit.rss},
                   {"norm2", fit.length},
                   {"df", fit.freedom},
                   {"intercept", fit.intercept}};
    for (const auto& [key, want] : check["expect"].items()) ledger.close(key, got.value(key, Json("missing")), want);
    return ledger.outcome();
}

Outcome overfit(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const auto x = list_of(input.at("x_train")), y = list_of(input.at("y_train"));
    const PolynomialFit fit = fit_polynomial(x, y, input.at("degree").get<int>());
    double largest = 0;
    for (const double c : fit.monomials) largest = std::max(largest, std::abs(c));
    const Json got{{"coeffs_low_to_high", fit.monomials},
                   {"train_mse", mean_squared_error(fit, x, y)},
                   {"test_mse", mean_squared_error(fit, list_of(input.at("x_test")), list_of(input.at("y_test")))},
                   {"max_abs_coeff", largest}};
    for (const auto& [key, want] : check["expect"].items()) ledger.close(key, got.value(key, Json("missing")), want);
    return ledger.outcome();
}

void compare_norms(Ledger& ledger, const Logistic& fit, const Json& norms) {
    for (std::size_t k = 0; k + 1 < fit.history.size() && k < norms.size(); ++k)
        ledger.close("norm_after_newton_iteration[" + std::to_string(k) + "]", fit.history[k + 1].norm(), norms[k],
                     {1e-6, 1e-8});
}

Outcome logistic(const Json& check) {
    Ledger ledger(check);
    const Json& expect = check["expect"];
    const Logistic fit = fit_logistic(matrix_of(check["input"].at("X")), vector_of(check["input"].at("y")));
    std::string status(eigenscape::words(fit.status));
    std::replace(status.begin(), status.end(), ' ', '_');
    ledger.same("status", status, expect.value("status", "converged"));
    const Json got{{"beta", json_of(fit.beta)},    {"se", json_of(fit.standard_errors)},
                   {"loglik", fit.log_likelihood}, {"deviance", -2 * fit.log_likelihood},
                   {"p", json_of(fit.p)},          {"iterations_to_1e-10", fit.iterations()}};
    for (const auto& [key, want] : expect.items()) {
        if (key == "norm_after_newton_iteration") compare_norms(ledger, fit, want);
        else if (key != "status") ledger.close(key, got.value(key, Json("missing")), want);
    }
    return ledger.outcome();
}

Outcome log_loss_check(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const LogLoss loss = log_loss(matrix_of(input.at("X")), vector_of(input.at("y")), vector_of(input.at("beta")));
    ledger.close("mean_log_loss", loss.mean, check["expect"].at("mean_log_loss"));
    if (check["expect"].contains("grad")) ledger.close("grad", json_of(loss.gradient), check["expect"]["grad"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> learn_ops() {
    return {{"pca", pca_check<false>},
            {"pca_standardized", pca_check<true>},
            {"ols", ols},
            {"vif", vif},
            {"ridge", ridge<false>},
            {"ridge_standardized", ridge<true>},
            {"overfit", overfit},
            {"logistic", logistic},
            {"log_loss", log_loss_check}};
}

}  // namespace eigenscape::truth
