// Runs in the background: the latest wish counts, what was computed stays, the oldest are forgotten, threads end.
// Run once under -fsanitize=thread after a change; the sequence is a generator, as a training run's would be.
#include "core/background.h"
#include "tests/core/following.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdint>

using namespace eigenscape;

namespace {

using Numbers = Recordings<int, std::uint64_t>;

Numbers::Run begun(int seed, std::function<std::uint64_t(const std::uint64_t&)> next = following) {
    return std::make_shared<Recording<std::uint64_t>>(static_cast<std::uint64_t>(seed), std::move(next));
}

template <class Condition>
bool soon(Condition condition) {
    for (int i = 0; i < 10'000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

}  // namespace

TEST_CASE("background: a wish is granted without anybody waiting, to the same values") {
    Numbers runs(1'000'000);
    const auto run = runs.run(
        7, [] { return begun(7); }, 8);
    runs.wish(run, 500);
    CHECK(soon([&] { return run->ready() == 501; }));
    CHECK(run->at(500) == begun(7)->at(500));
    CHECK(soon([&] { return runs.idle(); }));
    runs.wish(run, 500);  // nothing is missing
    CHECK(runs.idle());
}

TEST_CASE("background: the same arguments are the same run, begun once") {
    Numbers runs(1'000'000);
    int begun_times = 0;
    const auto begin = [&] { return ++begun_times, begun(1); };
    const auto first = runs.run(1, begin, 8), again = runs.run(1, begin, 8), other = runs.run(2, begin, 8);
    CHECK(first == again);
    CHECK(first != other);
    CHECK(begun_times == 2);
}

TEST_CASE("background: a new wish stops the work on the old one, which keeps what it has and goes on later") {
    Numbers runs(100'000'000);
    const auto slow = runs.run(
        1,
        [] {
            return begun(1, [](const std::uint64_t& seed) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return following(seed);
            });
        },
        8);
    runs.wish(slow, 1'000'000);
    CHECK(soon([&] { return slow->ready() > 3; }));
    const auto quick = runs.run(
        2, [] { return begun(2); }, 8);
    runs.wish(quick, 100);
    CHECK(soon([&] { return quick->ready() == 101; }));
    CHECK(soon([&] { return runs.idle(); }));
    const std::size_t had = slow->ready();
    CHECK(had < 1'000'000);
    runs.wish(slow, had + 5);
    CHECK(soon([&] { return slow->ready() == had + 6; }));
    CHECK(slow->at(had) == begun(1)->at(had));
}

TEST_CASE("background: the runs used longest ago are forgotten when all pass the bound") {
    Numbers runs(8 * 300);
    const auto first = runs.run(
        1, [] { return begun(1); }, 8);
    first->at(199);
    runs.run(
            2, [] { return begun(2); }, 8)
        ->at(99);
    CHECK(runs.kept().runs == 2);
    CHECK(runs.kept().bytes == 8 * 300);
    runs.run(
        1, [] { return begun(1); }, 8);  // used again: the second is now the older
    runs.run(
        3, [] { return begun(3); }, 8);
    CHECK(runs.kept().runs == 2);
    CHECK(runs.kept().states == 201);
    CHECK(runs.run(
              1, [] { return begun(1); }, 8) == first);
    first->at(999);  // more than the bound by itself: it alone stays
    runs.run(
        1, [] { return begun(1); }, 8);
    CHECK(runs.kept().runs == 1);
}

TEST_CASE("background: no more runs are kept than were asked for, however short") {
    Numbers runs(1'000'000, 5);
    for (int i = 0; i < 20; ++i)
        runs.run(
            i, [i] { return begun(i); }, 8);
    CHECK(runs.kept().runs == 5);
}

TEST_CASE("background: what is kept is told in words") {
    CHECK(in_words({1, 10, 149'000, 64'000'000}) == "1 run is kept: 0.1 MB of at most 64 MB");
    CHECK(in_words({3, 10, 4'060'000, 64'000'000}) == "3 runs are kept: 4.1 MB of at most 64 MB");
}

TEST_CASE("background: the owner may go while there is work, and a failure ends nothing but its work") {
    std::atomic<int> done = 0;
    {
        Worker worker;
        worker.ask([](const std::stop_token&) { throw 1; });
        CHECK(soon([&] { return worker.idle(); }));
        worker.ask([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) ++done;
        });
        CHECK(soon([&] { return done > 0; }));
    }
    const int at_the_end = done;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(done == at_the_end);
    Worker never_asked;
    CHECK(never_asked.idle());
}

TEST_CASE("background: many wishes from a drawing thread, one run is enough for the last") {
    Numbers runs(10'000'000);
    for (int i = 0; i < 300; ++i) {
        const auto run = runs.run(
            i, [i] { return begun(i); }, 8);
        runs.wish(run, 1000);
        const std::size_t ready = run->ready();
        CHECK(run->at(ready - 1) == begun(i)->at(ready - 1));
    }
    const auto last = runs.run(
        299, [] { return begun(299); }, 8);
    CHECK(soon([&] { return last->ready() == 1001; }));
    CHECK(last->at(1000) == begun(299)->at(1000));
}
