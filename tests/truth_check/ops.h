// The operations that core can be checked on: a name as the truth files spell it, and what to run for it.
// To teach truth_check a new op, add a row to the table of its topic; an op without a row is counted as skipped.
#pragma once

#include "core/linalg/dynamic.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace eigenscape::truth {

using Json = nlohmann::json;

struct Outcome {
    enum Verdict { passed, failed, skipped } verdict = passed;
    std::string message;  // why it failed or was skipped: every disagreement with got and want
};

/// Runs one check: reads check["input"], computes with core, compares with check["expect"].
using Op = Outcome (*)(const Json& check);

struct NamedOp {
    std::string_view name;
    Op run;
};

std::vector<NamedOp> matrix_ops();        // matrices.cpp
std::vector<NamedOp> calculus_ops();      // calculus.cpp: expressions, gradients, critical points
std::vector<NamedOp> optimize_ops();      // optimize.cpp: trajectories
std::vector<NamedOp> system_ops();        // systems.cpp: linear systems, projections
std::vector<NamedOp> distribution_ops();  // distributions.cpp
std::vector<NamedOp> gaussian_ops();      // gaussians.cpp: covariance ellipses, divergences
std::vector<NamedOp> inference_ops();     // inference.cpp: maximum likelihood, Bayes
std::vector<NamedOp> learn_ops();         // learn.cpp: components, regression, classification
std::vector<NamedOp> network_ops();       // network.cpp
std::vector<NamedOp> taylor_ops();        // taylor.cpp

/// The number that a JSON value stands for; the words "inf", "-inf", "nan" count as numbers. Throws on anything else.
double number(const Json& value);

/// Lists as Eigen types and of the standard library, and back.
VecX vector_of(const Json& list);
MatX matrix_of(const Json& rows);
std::vector<double> list_of(const Json& list);
Json json_of(const VecX& v);
Json rows_of(const MatX& A);

/// A number as the truth files would write it ("nan", "inf", "-inf" or 17 digits), for messages.
std::string words(const Json& value);

struct Tolerance {
    double rel = 0;
    double abs = 0;
};

/// What the check states under "tol".
Tolerance tolerance_of(const Json& check);

/// |got - want| <= abs + rel |want|; infinities and NaN only agree with themselves.
bool close(double got, double want, Tolerance tol);

/// Collects the disagreements of one check. `got` is given as JSON: a number, text, list of lists, {"re":…,"im":…}.
class Ledger {
  public:
    explicit Ledger(const Json& check);

    Tolerance tol;

    /// Every number within tol, everything else equal; lists and objects of the same shape.
    void close(std::string_view what, const Json& got, const Json& want);
    void close(std::string_view what, const Json& got, const Json& want, Tolerance with);
    /// A number that need not exist: where the file says in words that it does not ("undefined (constant y)"), got must
    /// be NaN, or infinite where the words are "unbounded" or "infinite".
    void meets(std::string_view what, double got, const Json& want);
    /// Equal: words, booleans, whole numbers, lists in order.
    void same(std::string_view what, const Json& got, const Json& want);
    /// Lists with the same members in any order.
    void same_set(std::string_view what, const Json& got, const Json& want);
    /// Records a disagreement found in another way.
    void disagree(std::string_view what, std::string_view got, std::string_view want);

    Outcome outcome() const;

  private:
    std::string disagreements;
};

}  // namespace eigenscape::truth
