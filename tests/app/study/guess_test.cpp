// Guesses as lessons write them, and the words for how far away they were.
#include "app/study/guess.h"
#include "app/model/state.h"

#include "app/study/check.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {

Moment moment(const char* scene, const std::vector<std::string>& settings = {}) {
    const Scene& there = *find_scene(scene);
    return moment_of(there, std::get<State>(set_all(there, there.defaults, settings)));
}

std::string words(const char* guess, const Vec2& guessed, const Vec2& truth, double size) {
    return distance_words(read_guess(guess), guessed, truth, size);
}

std::vector<std::string> problems_of(const std::string& prediction) {
    const Scene& scene = *find_scene("eigenvectors");
    const Lesson lesson = read_lesson("eigenvectors", "# Eigenvectors\n\n## Predictions\n\n" + prediction);
    std::vector<std::string> messages;
    for (const Problem& problem : check_lesson(scene, lesson))
        if (problem.line > 1) messages.push_back(problem.message);
    return messages;
}

}  // namespace

TEST_CASE("a guess is read as a fact of two numbers, two formulas or a number on a scale") {
    const Guess fact = read_guess("guess image_of_v on plane");
    CHECK(fact.problem.empty());
    CHECK(fact.is_point());
    CHECK(fact.panel == "plane");
    CHECK(truth(fact, moment("eigenvectors", {"v=[1,0]"})) == Vec2(2, 1));
    const Guess pair = read_guess("guess (A[0][0] + max(1, 2), 2*(A[1][1])) on plane");
    CHECK(pair.problem.empty());
    CHECK(truth(pair, moment("eigenvectors")) == Vec2(4, 4));
    const Guess number = read_guess("guess sqrt(determinant) from -0.5 to 3");
    CHECK(number.problem.empty());
    CHECK(!number.is_point());
    CHECK(number.from == -0.5);
    CHECK(number.to == 3);
    CHECK(truth(number, moment("transform"))->x() == doctest::Approx(std::sqrt(1.75)));
    CHECK(!truth(read_guess("guess stretch_of_v from 0 to 1"), moment("eigenvectors")));
}

TEST_CASE("what is wrong with a guess is told") {
    CHECK(read_guess("guess trace").problem ==
          "A guess says where it is made: guess image_of_v on plane, or on which scale: guess posterior from 0 to 1.");
    for (const char* scale : {"guess trace from 1 to 0", "guess trace from x to 1", "guess trace from 1"})
        CHECK(read_guess(scale).problem == "A number is guessed on a scale: guess posterior from 0 to 1.");
    CHECK(!read_guess("guess (trace + , 1) on plane").problem.empty());
    CHECK(!read_guess("guess trace ) from 0 to 1").problem.empty());
}

TEST_CASE("far and near are told in words with directions, and nothing is ever wrong") {
    const char* point = "guess image_of_v on plane";
    CHECK(words(point, {0, 0}, {0.05, 0}, 6) == "Just there: you saw it coming.");
    CHECK(words(point, {0, 0}, {0.3, 0.4}, 6) == "Close: 0.50 from your guess, 0.30 further right and 0.40 higher.");
    CHECK(words(point, {0, 0}, {-2, 0}, 6) == "It is 2.00 from your guess: 2.00 further left.");
    CHECK(words(point, {1, 1}, {1, -2}, 6) == "It is 3.00 from your guess: 3.00 lower.");
    const char* number = "guess posterior from 0 to 1";
    CHECK(words(number, {0.5, 0}, {0.505, 0}, 1) == "Just that: you said 0.50, and it is 0.51.");
    CHECK(words(number, {0.5, 0}, {0.56, 0}, 1) == "Close: you said 0.50, and it is 0.56.");
    CHECK(words(number, {0.5, 0}, {0.09, 0}, 1) == "You said 0.50, and it is 0.09, 0.41 less.");
    CHECK(words(number, {10, 0}, {90, 0}, 100) == "You said 10, and it is 90, 80 more.");
}

TEST_CASE("the check of a lesson finds a guess that cannot be made or told") {
    const std::string start = "### Where?\n:: v=[1,0] t=0\n\n", end = "\n\nThere.\n\n:: v=[1,0] t=1\n";
    CHECK(problems_of(start + "`guess image_of_v on plane`" + end).empty());
    const auto one = [&](const std::string& guess, const std::string& ending) {
        const auto all = problems_of(start + "`" + guess + "`" + ending);
        REQUIRE(all.size() == 1);
        return all[0];
    };
    CHECK(one("guess image_of_w on plane", end).starts_with("\"image_of_w\" is neither a parameter nor a fact"));
    CHECK(one("guess image_of_v on plan", end) ==
          "There is no flat panel \"plan\" to guess on. There are: plane, eigenvalues, turn.");
    CHECK(one("guess trace from 0 to 1", end) == "The scale of this guess does not reach its answer, 4.");
    CHECK(one("guess (50, 0) on plane", end) == "The answer lies outside what the panel \"plane\" shows.");
    CHECK(one("guess stretch_of_v from 0 to 1", end) ==
          "What is guessed here is undefined where the answer is shown: guess stretch_of_v from 0 to 1.");
    CHECK(one("guess trace from 0 to 9", "\n\nThere.\n\n:: v=[1,0] t=0\n") ==
          "This prediction is seen before it is made: its start is its answer.");
    CHECK(one("guess trace from 0 to 9", "\n\nThere.\n") ==
          "A prediction ends with the state that shows the answer: :: NAME=VALUE.");
}
