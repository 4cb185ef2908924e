// Somebody types and the program is killed at a random moment, again and again: the note is then whole, and at most
// five seconds of typing are missing. EIGENSCAPE_TORTURE is the number of kills (./dev torture); without it there are
// few.
#include "app/notebook/notebook.h"
#include "tests/app/program.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <random>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

constexpr double seconds_of_letter = 0.05;  // twenty letters a second, told by a clock that runs faster than ours

int kills() {
    const char* asked = std::getenv("EIGENSCAPE_TORTURE");
    return asked ? std::max(1, std::atoi(asked)) : 12;
}

char letter(std::size_t i) { return static_cast<char>('a' + i % 26); }

// Counts every letter in `typed`, which outlives it. While the disk is busy the fast clock waits.
[[noreturn]] void type_for_ever(const Folder& folder, std::atomic<std::size_t>& typed) {
    Notebook book(folder.path, folder.path / ".data");
    if (!book.open("note.md").empty()) ::_exit(1);
    TextEdit& edit = book.note()->edit;
    edit.place(edit.text().size());
    double now = 0;
    for (std::size_t i = edit.text().size();;) {
        book.tick(now);
        if (book.due() == now + 0.05) {
            ::usleep(200);
            continue;
        }
        const bool pauses = i % 97 > 80;  // people stop to think
        if (!pauses || ++now > 0) edit.type(std::string(1, letter(i))), typed = ++i;
        now += seconds_of_letter;
        ::usleep(20);
    }
}

std::size_t whole_letters(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != letter(i)) return std::string::npos;
    return text.size();
}

}  // namespace

TEST_CASE("torture: a killed process loses at most five seconds of typing") {
    const Folder folder;
    REQUIRE(write_file_atomic(folder / "note.md", std::string_view()));
    void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(page != MAP_FAILED);
    auto& typed = *new (page) std::atomic<std::size_t>(0);  // seen by both processes
    std::mt19937 random(20261124);
    std::uniform_int_distribution<int> moment(0, 5'000);  // microseconds
    std::uniform_int_distribution<std::size_t> letters(40, 400);
    int torn = 0;
    std::size_t most_lost = 0, last = 0, grown = 0;
    for (int i = 0; i < kills(); ++i) {
        typed = last;
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) type_for_ever(folder, typed);
        const std::size_t enough = last + letters(random);  // not a time: a busy machine may take long over them
        for (int wait = 0; typed < enough && wait < 60'000; ++wait) ::usleep(500);
        ::usleep(static_cast<useconds_t>(moment(random)));
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        const std::size_t kept = whole_letters(text_of(folder / "note.md"));
        torn += kept == std::string::npos || kept < last;
        if (kept == std::string::npos) break;
        grown += kept > last;
        most_lost = std::max(most_lost, typed - std::min<std::size_t>(typed, kept));
        last = kept;
    }
    MESSAGE(kills(), " kills: ", torn, " torn or lost, ", grown, " times a longer note, at most ",
            static_cast<double>(most_lost) * seconds_of_letter, " s of typing lost");
    CHECK(torn == 0);
    CHECK(grown > 0);
    CHECK(static_cast<double>(most_lost) * seconds_of_letter <= 5);
    ::munmap(page, 4096);
}
