// The memory of costly functions: computes once, forgets the oldest, survives threads and exceptions.
// Every case counts how often the function really ran.
#include "core/memo.h"

#include <doctest/doctest.h>

#include <atomic>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace eigenscape;

TEST_CASE("a memo computes a key once and hands out the same object") {
    Memo<int, int> memo(4);
    int runs = 0;
    const auto square = [&](int n) { return memo(n, [&] { return ++runs, n * n; }); };
    const auto first = square(7), again = square(7);
    CHECK(*first == 49);
    CHECK(first == again);
    CHECK(runs == 1);
}

TEST_CASE("a memo forgets what was used longest ago, and only that") {
    Memo<int, int> memo(2);
    int runs = 0;
    const auto ask = [&](int n) { return *memo(n, [&] { return ++runs, n; }); };
    ask(1), ask(2), ask(1), ask(3);  // 2 is the oldest now
    CHECK(memo.size() == 2);
    CHECK(runs == 3);
    ask(1);
    CHECK(runs == 3);
    ask(2);
    CHECK(runs == 4);
}

TEST_CASE("a result outlives its place in the memo") {
    Memo<int, std::vector<int>> memo(1);
    const auto kept = memo(1, [] { return std::vector<int>{1, 2, 3}; });
    memo(2, [] { return std::vector<int>{}; });
    CHECK(kept->size() == 3);
}

TEST_CASE("a failure is passed on and not remembered") {
    Memo<int, int> memo(4);
    CHECK_THROWS_AS(memo(1, []() -> int { throw std::runtime_error("no"); }), std::runtime_error);
    CHECK(memo.size() == 0);
    CHECK(*memo(1, [] { return 5; }) == 5);
}

TEST_CASE("a key with a NaN never matches and never fills the memo") {
    Memo<double, int> memo(3);
    int runs = 0;
    for (int i = 0; i < 10; ++i) memo(std::numeric_limits<double>::quiet_NaN(), [&] { return ++runs; });
    CHECK(runs == 10);
    CHECK(memo.size() == 3);
}

TEST_CASE("many threads asking for few keys compute each once") {
    Memo<int, int> memo(8);
    std::atomic<int> runs = 0, wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i)
                if (*memo(i % 8, [&] { return ++runs, 10 * (i % 8); }) != 10 * (i % 8)) ++wrong;
        });
    for (auto& thread : threads) thread.join();
    CHECK(runs == 8);
    CHECK(wrong == 0);
}
