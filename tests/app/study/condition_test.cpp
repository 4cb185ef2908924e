// Conditions of challenges: what they mean, what undefined does to them, and how they say what is wrong.
#include "app/study/condition.h"
#include "app/model/state.h"

#include <doctest/doctest.h>

#include <string>

using namespace eigenscape;

namespace {

Moment at(const char* scene, const std::vector<std::string>& settings = {}) {
    const Scene& s = *find_scene(scene);
    return moment_of(s, std::get<State>(set_all(s, s.defaults, settings)));
}

bool met(const std::string& condition, const Moment& moment) {
    const Condition read = read_condition(condition);
    INFO(condition << ": " << read.problem);
    CHECK(read.problem.empty());
    return holds(read, moment);
}

}  // namespace

TEST_CASE("conditions compare formulas over parameters and facts") {
    const Moment m = at("transform", {"A=[[2,1],[0,1.5]]"});
    CHECK(met("determinant == 3", m));
    CHECK(met("A[0][1] == 1 and A[1][0] == 0", m));
    CHECK(met("2 < abs(-determinant) + A[0][0]^2 <= 7", m));
    CHECK(!met("3 < determinant", m));
    CHECK(met("determinant != trace", m));
    CHECK(met("min(A[0][0], A[1][1]) > sqrt(2)", m));
    CHECK(met("rank == 2 or rank == 3", m));
    CHECK(met("not (rank == 1)", m));
    CHECK(met("(rank == 1 or trace > 3) and (determinant + 1) * 2 > 7", m));
    CHECK(met("2 determinant > 5", m));
    CHECK(met("determinant > 1e-3", m));
    CHECK(met("t * pi > 3", m));
}

TEST_CASE("not binds tighter than and, and tighter than or") {
    const Moment m = at("transform", {"A=[[2,1],[0,1.5]]"});
    CHECK(met("not rank == 1 and rank == 2", m));
    CHECK(met("rank == 2 or rank == 1 and rank == 5", m));
    CHECK(!met("(rank == 2 or rank == 1) and rank == 5", m));
}

TEST_CASE("words, switches and parts of complex numbers can be asked for") {
    const Moment turned = at("eigenvectors", {"A=[[0,-1],[1,0]]"});
    CHECK(met("case == \"a complex pair\"", turned));
    CHECK(met("case != \"real and distinct\"", turned));
    CHECK(met("eigenvalues[0].im == 1 and eigenvalues[1].im == -1", turned));
    CHECK(met("diagonalisable_over_the_complex_numbers", turned));
    const Moment race = at("gradient-descent");
    CHECK(met("momentum and not newton", race));
    CHECK(met("f == \"himmelblau\"", race));
    CHECK(!met("f == \"rosenbrock\"", race));
}

TEST_CASE("what is undefined meets no condition and its opposite neither") {
    const Moment flat = at("transform", {"A=[[1,1],[1,1]]"});
    CHECK(!met("condition_number > 5", flat));
    CHECK(!met("condition_number <= 5", flat));
    CHECK(!met("not condition_number > 5", flat));
    CHECK(!met("condition_number == condition_number", flat));
    CHECK(!met("defined(inverse)", flat));
    CHECK(met("not defined(inverse)", flat));
    CHECK(met("condition_number > 5 or rank == 1", flat));  // one side is enough
    CHECK(!met("condition_number > 5 and rank == 1", flat));
    CHECK(!met("no_such_name > 5", flat));
    CHECK(!met("A[7][0] > -100", flat));
    CHECK(!met("A[0] > -100", flat));  // a row is no number
    CHECK(!met("A.re > 0", flat));
    CHECK(!met("ln(-1) > 0 or ln(-1) <= 0", flat));
}

TEST_CASE("a condition that is not understood says why and is never met") {
    const Moment m = at("transform");
    const auto problem = [&](const std::string& text) {
        const Condition condition = read_condition(text);
        CHECK(!holds(condition, m));
        return condition.problem;
    };
    CHECK(problem("rank = 1").find("write two equals signs: rank == …") != std::string::npos);
    CHECK(problem("").find("A condition is missing here") != std::string::npos);
    CHECK(problem("rank == 1 and").find("A condition is missing here") != std::string::npos);
    CHECK(problem("(rank == 1").find("A parenthesis is not closed") != std::string::npos);
    CHECK(problem("rank == 1)").find("closed that was never opened") != std::string::npos);
    CHECK(problem("rank + 1").find("Compare it with something") != std::string::npos);
    CHECK(problem("< 3").find("One side of a comparison is missing") != std::string::npos);
    CHECK(problem("case > \"a\"").find("only be compared with == and !=") != std::string::npos);
    CHECK(problem("case == \"a").find("not closed") != std::string::npos);
    CHECK(problem("sinn(rank) > 1").find("Did you mean \"sin\"?") != std::string::npos);
    CHECK(problem("A[0 > 1").find("bracket") != std::string::npos);
    CHECK(problem(std::string(3000, '(')).find("longer than 2000") != std::string::npos);
    CHECK(problem(std::string(900, '(') + "1 > 0" + std::string(900, ')')).find("too deep") != std::string::npos);
}

TEST_CASE("a condition tells which names it looks up") {
    CHECK(names_in(read_condition("A[0][0] > rank and not defined(inverse) and momentum")) ==
          std::vector<std::string>{"A[0][0]", "rank", "inverse", "momentum"});
}
