// A recording computes each step once, in order, and can be scrubbed, resumed and advanced from another thread.
// The sequence here is a generator whose state is a seed, as a training run's would be.
#include "core/recording.h"
#include "tests/core/following.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <thread>

using namespace eigenscape;

TEST_CASE("steps are computed once, however they are asked for") {
    int runs = 0;
    Recording<std::uint64_t> recording(1, [&](const std::uint64_t& seed) { return ++runs, following(seed); });
    CHECK(recording.at(0) == 1);
    CHECK(runs == 0);
    const auto tenth = recording.at(10);
    CHECK(runs == 10);
    CHECK(recording.at(10) == tenth);
    CHECK(recording.at(3) == following(following(following(1))));
    CHECK(runs == 10);
    CHECK(recording.ready() == 11);
}

TEST_CASE("references stay valid while the recording grows") {
    Recording<std::uint64_t> recording(1, following);
    const auto& early = recording.at(1);
    const auto value = early;
    recording.at(100000);
    CHECK(early == value);
}

TEST_CASE("a stopped recording goes on where it was, to the same values") {
    Recording<std::uint64_t> whole(1, following), halting(1, following);
    std::stop_source stop;
    stop.request_stop();
    halting.advance(1000, stop.get_token());
    CHECK(halting.ready() == 1);
    halting.advance(400);
    CHECK(halting.ready() == 401);
    CHECK(halting.at(1000) == whole.at(1000));
}

TEST_CASE("a worker may advance while others read") {
    Recording<std::uint64_t> recording(1, following), alone(1, following);
    std::jthread worker([&](std::stop_token stop) { recording.advance(20000, stop); });
    std::jthread reader([&] {
        for (std::size_t step = 0; step < 20000; step += 997) recording.at(step);
    });
    reader.join();
    worker.join();
    CHECK(recording.ready() == 20001);
    CHECK(recording.at(12345) == alone.at(12345));
}

TEST_CASE("what is ready is had at once, also while a worker is busy with what follows") {
    std::atomic<bool> busy = false, finish = false;
    Recording<int> recording(7, [&](const int& n) {
        busy = true;
        while (!finish) std::this_thread::yield();
        return n + 1;
    });
    std::jthread worker([&] { recording.advance(3); });
    while (!busy) std::this_thread::yield();
    auto early = std::async(std::launch::async, [&] { return recording.at(0); });
    const bool at_once = early.wait_for(std::chrono::seconds(5)) == std::future_status::ready;
    finish = true;
    CHECK(at_once);
    CHECK(early.get() == 7);
    CHECK(recording.at(3) == 10);
}
