// FSRS-5 against values worked out by hand from its published formulas (to ten digits, in another language).
#include "app/study/memory.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using doctest::Approx;

TEST_CASE("a first review sets stability and difficulty by the grade") {
    const double stability[] = {0.40255, 1.18385, 3.173, 15.69105};
    const double difficulty[] = {7.1949, 6.488305268471453, 5.282434422319005, 3.2245015893713678};
    for (int g = 1; g <= 4; ++g) {
        const Memory memory = reviewed({}, static_cast<Grade>(g), 100);
        CHECK(memory.stability == Approx(stability[g - 1]).epsilon(1e-12));
        CHECK(memory.difficulty == Approx(difficulty[g - 1]).epsilon(1e-12));
        CHECK(memory.last_day == 100);
    }
}

TEST_CASE("a history of reviews is followed as the formulas say") {
    struct Step {
        int days;
        Grade grade;
        double stability, difficulty;
        int interval;
    };
    const Step steps[] = {{0, Grade::good, 3.173, 5.282434422319005, 3},
                          {3, Grade::good, 10.73892584613159, 5.272967931287446, 11},
                          {11, Grade::again, 2.185775232039225, 6.790567694566929, 0},
                          {0, Grade::good, 3.077071453551091, 6.774163790483029, 3},
                          {5, Grade::easy, 29.258360013278214, 6.236797505596044, 29},
                          {20, Grade::hard, 36.92756303106251, 6.830774314446136, 37}};
    Memory memory;
    int day = 20'000;
    for (const Step& step : steps) {
        day += step.days;
        memory = reviewed(memory, step.grade, day);
        CHECK(memory.stability == Approx(step.stability).epsilon(1e-12));
        CHECK(memory.difficulty == Approx(step.difficulty).epsilon(1e-12));
        CHECK(memory.due_day == day + step.interval);
    }
    CHECK(memory.reviews == 6);
    CHECK(memory.lapses == 1);
}

TEST_CASE("recall is nine tenths after as many days as the stability") {
    const Memory memory = reviewed({}, Grade::easy, 0);
    CHECK(recall(memory, 0) == 1);
    CHECK(recall(memory, 16) == Approx(0.9).epsilon(0.01));
    CHECK(recall(memory, 1000) < recall(memory, 100));
    CHECK(recall(Memory(), 5) == 0);
}

TEST_CASE("better grades never bring a card back sooner") {
    const Memory before = reviewed(reviewed({}, Grade::good, 0), Grade::good, 3);
    int last = -1;
    for (const Grade grade : {Grade::again, Grade::hard, Grade::good, Grade::easy}) {
        const Memory after = reviewed(before, grade, 14);
        CHECK(after.due_day > last);
        last = after.due_day;
    }
}

TEST_CASE("numbers stay within bounds over a long life, and a clock set back does no harm") {
    Memory memory;
    for (int i = 0; i < 200; ++i) memory = reviewed(memory, Grade::easy, memory.due_day);
    CHECK(memory.stability <= 36'500);
    for (int i = 0; i < 200; ++i) memory = reviewed(memory, Grade::again, memory.due_day + 1);
    CHECK(memory.stability >= 0.01);
    CHECK(memory.difficulty <= 10);
    CHECK(reviewed(memory, Grade::good, memory.last_day - 100).stability > 0);
}

TEST_CASE("what is due comes overdue first, then a few new ones in their order") {
    const auto on = [](int due_day) {
        Memory memory = reviewed({}, Grade::good, due_day - 3);
        return memory;
    };
    const std::vector<std::pair<std::string, Memory>> cards = {{"new 1", {}},     {"today", on(50)}, {"late", on(40)},
                                                               {"later", on(51)}, {"new 2", {}},     {"new 3", {}}};
    CHECK(due(cards, 50, 2) == std::vector<std::string>{"late", "today", "new 1", "new 2"});
    CHECK(due(cards, 50, 0) == std::vector<std::string>{"late", "today"});
    CHECK(due({}, 50).empty());
}
