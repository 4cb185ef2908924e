// Normal distributions in one and more dimensions: each op of gaussians.json.
// "any" stands for an angle that a circle does not have, "degenerate" for the mass of a line or point.
#include "core/probability/gaussian.h"
#include "core/probability/information.h"
#include "tests/truth_check/ops.h"

#include <cmath>

namespace eigenscape::truth {
namespace {

std::string status_of(const CovarianceEllipse& e) {
    if (e.problem.find("semidefinite") != std::string::npos) return "not_positive_semidefinite";
    if (e.problem.find("symmetric") != std::string::npos) return "not_symmetric";
    return e.problem.empty() ? "" : "refused";
}

Outcome ellipse(const Json& check) {
    Ledger ledger(check);
    const Json& want = check["expect"];
    const auto e = covariance_ellipse(matrix_of(check["input"].at("cov")), number(check["input"].at("k")));
    ledger.same("status", status_of(e), want.value("status", ""));
    if (want.contains("eigenvalues")) ledger.close("eigenvalues", json_of(e.eigenvalues), want["eigenvalues"]);
    if (want.contains("semi_axes")) ledger.close("semi_axes", json_of(e.semi_axes), want["semi_axes"]);
    if (want.contains("angle")) ledger.meets("angle", e.angle, want["angle"]);
    if (want.contains("rho")) ledger.meets("rho", e.rho, want["rho"]);
    if (want.contains("mass")) ledger.meets("mass", e.mass, want["mass"]);
    if (want.contains("mass")) ledger.same("degenerate", e.degenerate, want["mass"].is_string());
    return ledger.outcome();
}

Outcome radius(const Json& check) {
    Ledger ledger(check);
    ledger.meets("k", ellipse_radius(number(check["input"].at("p"))), check["expect"].at("k"));
    return ledger.outcome();
}

Outcome distance(const Json& check) {
    Ledger ledger(check);
    const Json &input = check["input"], &want = check["expect"];
    const Gaussian g{vector_of(input.at("mean")), matrix_of(input.at("cov"))};
    const VecX x = vector_of(input.at("x"));
    if (want.contains("status")) ledger.meets("distance", mahalanobis(g, x), "undefined");
    if (want.contains("distance")) ledger.meets("distance", mahalanobis(g, x), want["distance"]);
    if (want.contains("pdf")) ledger.meets("pdf", density(g, x), want["pdf"]);
    if (want.contains("logpdf")) ledger.meets("logpdf", log_density(g, x), want["logpdf"]);
    return ledger.outcome();
}

Outcome divergence_1d(const Json& check) {
    Ledger ledger(check);
    const Json &input = check["input"], &want = check["expect"];
    const double m1 = number(input.at("mu1")), s1 = number(input.at("sigma1"));
    const double m2 = number(input.at("mu2")), s2 = number(input.at("sigma2"));
    if (want.contains("status")) ledger.meets("kl_pq", kl_normal(m1, s1, m2, s2), "undefined");
    if (want.contains("kl_pq")) ledger.meets("kl_pq", kl_normal(m1, s1, m2, s2), want["kl_pq"]);
    if (want.contains("kl_qp")) ledger.meets("kl_qp", kl_normal(m2, s2, m1, s1), want["kl_qp"]);
    return ledger.outcome();
}

Outcome divergence(const Json& check) {
    Ledger ledger(check);
    const Json &input = check["input"], &want = check["expect"];
    const Gaussian p{vector_of(input.at("mu1")), matrix_of(input.at("cov1"))};
    const Gaussian q{vector_of(input.at("mu2")), matrix_of(input.at("cov2"))};
    const double there = kl_divergence(p, q), back = kl_divergence(q, p);
    if (want.contains("status") && std::isfinite(there)) ledger.disagree("kl_pq", words(there), words(want["status"]));
    if (want.contains("kl_pq")) ledger.meets("kl_pq", there, want["kl_pq"]);
    if (want.contains("kl_qp")) ledger.meets("kl_qp", back, want["kl_qp"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> gaussian_ops() {
    return {{"cov_ellipse", ellipse},
            {"ellipse_radius_for_mass", radius},
            {"mahalanobis", distance},
            {"kl_normal", divergence_1d},
            {"kl_mvn", divergence}};
}

}  // namespace eigenscape::truth
