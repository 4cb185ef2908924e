// A process that saves is killed at a random moment, again and again: what it saved is then whole, the last or the one
// before. EIGENSCAPE_TORTURE is the number of kills (./dev torture); without it there are few.
#include "viz/image/file.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

using namespace eigenscape;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t size = 256u << 10;

int kills() {
    const char* asked = std::getenv("EIGENSCAPE_TORTURE");
    return asked ? std::max(1, std::atoi(asked)) : 25;
}

[[noreturn]] void save_for_ever(const fs::path& path) {
    for (unsigned version = 0;; ++version)
        if (!write_file_atomic(path, std::string(size, static_cast<char>('a' + version % 26)))) ::_exit(1);
}

bool is_whole(const Bytes& bytes) {
    return bytes.size() == size && std::ranges::all_of(bytes, [&](std::uint8_t b) { return b == bytes.front(); });
}

}  // namespace

TEST_CASE("torture: a killed process leaves the old file or the new one") {
    std::string name = (fs::temp_directory_path() / "eigenscape-kill-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data()), path = folder / "state.json";
    REQUIRE(write_file_atomic(path, std::string(size, 'a')));
    std::mt19937 random(20240607);
    std::uniform_int_distribution<int> moment(0, std::getenv("EIGENSCAPE_TORTURE") ? 200'000 : 30'000);  // microseconds
    int torn = 0, changed = 0;
    std::uint8_t before = 'a';
    for (int i = 0; i < kills(); ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) save_for_ever(path);
        ::usleep(static_cast<useconds_t>(moment(random)));
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));  // it was still saving, and had not failed
        const ReadFile now = read_file(path);
        torn += !is_whole(now.bytes);
        changed += !now.bytes.empty() && now.bytes.front() != before;
        if (!now.bytes.empty()) before = now.bytes.front();
    }
    const auto files = std::distance(fs::directory_iterator(folder), {});
    MESSAGE(kills(), " kills: ", torn, " torn or lost, ", changed, " times a newer file, ", files - 1,
            " temporary files left");
    CHECK(torn == 0);
    CHECK(changed > 0);  // else nothing was saved while it was killed
    CHECK(files <= 1 + kills());
    fs::remove_all(folder);
}
