// Programs run beside ours: fed, waited for, ended; words stay words; nothing blocks, and no signal comes back.
#include "app/model/child.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a child is fed bytes, gives them back and says how it ended") {
    Child child({"cat"});
    REQUIRE(child.trouble() == "");
    std::string sent(300'000, 'x');  // more than a pipe holds
    sent += std::string("\0\xff end", 6);
    CHECK(child.write(bytes_of(sent), 10));
    CHECK(!child.wait(0));  // it waits for more
    child.close();
    CHECK(!child.write(bytes_of("more"), 1));
    CHECK(child.wait(10) == 0);
    CHECK(child.wait(0) == 0);
    CHECK(child.said(1 << 20) == sent);
    CHECK(child.said(4) == " end");
}

TEST_CASE("a child's words are never a shell line") {
    Child child({"printf", "%s|", "$(echo bad) `echo bad` ; echo bad > x", "two words", "", "*"});
    CHECK(child.wait(10) == 0);
    CHECK(child.said() == "$(echo bad) `echo bad` ; echo bad > x|two words||*|");
}

TEST_CASE("a child that ends early is an answer and not a signal") {
    for (const auto before : {SIG_DFL, SIG_IGN}) {
        std::signal(SIGPIPE, before);
        Child child({"sh", "-c", "echo enough >&2; exit 3"});
        CHECK(child.wait(10) == 3);
        CHECK(!child.write(bytes_of("x"), 1));
        CHECK(!child.write(bytes_of(std::string(1'000'000, 'x')), 1));
        CHECK(child.said() == "enough\n");
    }
    std::signal(SIGPIPE, SIG_DFL);
}

TEST_CASE("a child that does not read, or does not end, costs no more than the time it was given") {
    const auto start = std::chrono::steady_clock::now();
    Child child({"sleep", "600"});
    CHECK(!child.write(bytes_of(std::string(4'000'000, 'x')), 0.2));  // more than any pipe holds
    CHECK(!child.wait(0.2));
    child.kill();
    CHECK(child.wait(0) == 128 + SIGKILL);
    { const Child dropped({"sleep", "600"}); }
    CHECK(seconds_since(start) < 60);
}

TEST_CASE("a child that is not there is named") {
    Child none({"eigenscape-no-such-program", "x"});
    CHECK(none.trouble() == "eigenscape-no-such-program is not installed, or not in PATH.");
    CHECK(!none.write(bytes_of("x"), 1));
    CHECK(!none.wait(0));
    CHECK(none.said() == "");
    CHECK(Child({"/etc/passwd"}).trouble().find("could not be started") != std::string::npos);
    CHECK(Child(std::vector<std::string>{}).trouble() == "No program was named.");
    CHECK(find_program("eigenscape-no-such-program") == "");
    CHECK(find_program("") == "");
    CHECK(find_program("sh").ends_with("/sh"));
    CHECK(find_program("/etc/passwd") == "");
}

TEST_CASE("a child moves from hand to hand") {
    Child first({"cat"});
    Child second(std::move(first));
    CHECK(second.write(bytes_of("hello"), 5));
    Child third({"sleep", "600"});
    third = std::move(second);
    third.close();
    CHECK(third.wait(10) == 0);
    CHECK(third.said() == "hello");
}
