// Saving files: the old one or the new one, never half; every failing system call is reported in words.
#include "viz/image/file.h"
#include "tests/viz/content.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace eigenscape;
namespace fs = std::filesystem;

namespace {

// A folder that goes with everything in it.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "eigenscape-test-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::permissions(path, fs::perms::owner_all, ignored);
        fs::remove_all(path, ignored);
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

struct Faults {
    explicit Faults(std::function<int(std::string_view)> fault) { inject_file_faults(std::move(fault)); }
    ~Faults() { inject_file_faults({}); }
};

bool says(const Saved& saved, const std::string& words) {
    CAPTURE(saved.message);
    return saved.state == Saved::failed && saved.message.find(words) != std::string::npos &&
           saved.message.back() == '.';
}

}  // namespace

TEST_CASE("a file is written, replaced, and kept when it is asked to be kept") {
    const Folder folder;
    const fs::path path = folder.path / "shot é '\".png";
    CHECK(write_file_atomic(path, std::string_view("one")));
    CHECK(content(path) == "one");
    CHECK(write_file_atomic(path, std::string_view("two")));
    CHECK(content(path) == "two");
    const Saved kept = write_file_atomic(path, std::string_view("three"), Existing::keep);
    CHECK(kept.state == Saved::exists);
    CHECK(kept.message.find("already") != std::string::npos);
    CHECK(content(path) == "two");
    CHECK(write_file_atomic(folder.path / "new", std::string_view("three"), Existing::keep));
    CHECK(folder.files() == 2);  // no temporary file is left
    CHECK(read_file(path).bytes == Bytes{'t', 'w', 'o'});
}

TEST_CASE("keep never replaces a file that appears at the last moment") {
    for (const int no_rename : {0, EINVAL}) {  // with and without renameat2
        const Folder folder;
        const fs::path path = folder.path / "shot.png";
        const Faults faults([&](std::string_view call) {
            if (call == "fsync") std::ofstream(path) << "theirs";
            return call == "rename" ? no_rename : 0;
        });
        CHECK(write_file_atomic(path, std::string_view("ours"), Existing::keep).state == Saved::exists);
        CHECK(content(path) == "theirs");
        CHECK(folder.files() == 1);
    }
}

TEST_CASE("keep works where there is neither renameat2 nor links") {
    const Folder folder;
    int renames = 0;
    const Faults faults([&](std::string_view call) {
        if (call == "link") return EPERM;
        return call == "rename" && ++renames == 1 ? ENOSYS : 0;
    });
    CHECK(write_file_atomic(folder.path / "a", std::string_view("ours"), Existing::keep));
    CHECK(content(folder.path / "a") == "ours");
    CHECK(folder.files() == 1);
}

TEST_CASE("whichever system call fails, the old file stays, nothing is left behind, and the message says why") {
    struct Row {
        int error;
        const char* words;
    };
    for (const char* failing : {"open", "write", "fsync", "close", "rename"}) {
        for (const Row& row : {Row{ENOSPC, "disk is full"}, Row{EROFS, "read-only"}, Row{EACCES, "may not write"},
                               Row{EIO, "disk reports an error"}, Row{EDQUOT, "quota"}}) {
            CAPTURE(failing);
            const Folder folder;
            const fs::path path = folder.path / "shot.png";
            REQUIRE(write_file_atomic(path, std::string_view("old")));
            const Faults faults([&](std::string_view call) { return call == failing ? row.error : 0; });
            CHECK(says(write_file_atomic(path, std::string_view("new")), row.words));
            CHECK(content(path) == "old");
            CHECK(folder.files() == 1);
        }
    }
}

TEST_CASE("failing at the n-th call leaves the old file or the new one") {
    const std::string newer(100'000, 'n');
    for (const bool persistent : {false, true})
        for (const bool there_before : {true, false}) {
            int last = 0;
            for (int n = 0; n <= last; ++n) {
                CAPTURE(n);
                const Folder folder;
                const fs::path path = folder.path / "shot.png";
                if (there_before) REQUIRE(write_file_atomic(path, std::string_view("old")));
                int calls = 0;
                Saved saved;
                {
                    const Faults faults(
                        [&](std::string_view) { return calls++ == n || (persistent && calls > n) ? EIO : 0; });
                    saved = write_file_atomic(path, newer, there_before ? Existing::replace : Existing::keep);
                }
                last = std::max(last, calls);
                if (saved) {
                    CHECK(content(path) == newer);
                } else {
                    CHECK(says(saved, "reports an error"));
                    CHECK((there_before ? content(path) == "old" : !fs::exists(path)));
                }
                CHECK(folder.files() == (saved || there_before ? 1 : 0));
            }
            CHECK(last >= 6);  // open, write, fsync, close, rename, the folder's fsync
        }
}

TEST_CASE("a file system that cannot flush still saves") {
    const Folder folder;
    const Faults faults([](std::string_view call) { return call == "fsync" ? EINVAL : 0; });
    CHECK(write_file_atomic(folder.path / "a", std::string_view("x")));
}

TEST_CASE("a real limit on file size is reported, not a signal") {
    const Folder folder;
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const Saved saved = write_file_atomic(folder.path / "big", std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(says(saved, "larger than this system allows"));
    CHECK(folder.files() == 0);
}

TEST_CASE("places where no file can be") {
    const Folder folder;
    CHECK(says(write_file_atomic(folder.path / "missing" / "a.png", std::string_view("x")), "folder does not exist"));
    CHECK(says(write_file_atomic(folder.path, std::string_view("x")), "this is a folder"));
    CHECK(says(write_file_atomic(folder.path / "", std::string_view("x")), "this is a folder"));
    CHECK(says(write_file_atomic("", std::string_view("x")), "no file name"));
    CHECK(says(write_file_atomic("/dev/full", std::string_view("x")), "not an ordinary file"));
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(says(write_file_atomic(pipe, std::string_view("x")), "not an ordinary file"));
    CHECK(read_file(pipe).why.find("not an ordinary file") != std::string::npos);
    REQUIRE(write_file_atomic(folder.path / "file", std::string_view("x")));
    CHECK(says(write_file_atomic(folder.path / "file" / "a.png", std::string_view("x")), "not a folder"));
    CHECK(says(write_file_atomic(folder.path / std::string(300, 'n'), std::string_view("x")), "too long"));
}

TEST_CASE("what an ordinary user may not write or read") {  // root may do all, so it steps down in a child process
    const Folder folder;
    const fs::path file = folder.path / "theirs", secret = folder.path / "secret";
    REQUIRE(write_file_atomic(file, std::string_view("old")));
    REQUIRE(write_file_atomic(secret, std::string_view("old")));
    fs::permissions(file, fs::perms::owner_read);
    fs::permissions(secret, fs::perms::none);
    fs::permissions(folder.path,
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(77);
        const bool refused = says(write_file_atomic(folder.path / "new", std::string_view("x")), "may not write") &&
                             says(write_file_atomic(file, std::string_view("x")), "may not write") &&
                             read_file(secret).why.find("you may not read it") != std::string::npos;
        ::_exit(refused ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) MESSAGE("not tried: root cannot step down here");
    else CHECK(WEXITSTATUS(status) == 0);
    CHECK(content(file) == "old");
    CHECK(folder.files() == 2);
}

TEST_CASE("a full disk is told with what is free and what is needed") {
    const Folder folder;
    const Faults faults([](std::string_view call) { return call == "write" ? ENOSPC : 0; });
    const Saved saved = write_file_atomic(folder.path / "a", std::string(5000, 'x'));
    CHECK(says(saved, "the disk is full ("));
    CHECK(says(saved, " are free, 4 KiB are needed). Free some space or choose another place."));
}

TEST_CASE("a file that others may not read never becomes readable, not even for a moment or where modes fail") {
    const Folder folder;
    const fs::path path = folder.path / "private";
    REQUIRE(write_file_atomic(path, std::string_view("old")));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    const mode_t before = ::umask(0);
    fs::perms meanwhile = fs::perms::none;
    const Faults faults([&](std::string_view call) {
        if (call == "write")
            for (const auto& entry : fs::directory_iterator(folder.path)) meanwhile |= entry.status().permissions();
        return 0;
    });
    CHECK(write_file_atomic(path, std::string_view("new")));
    ::umask(before);
    CHECK(meanwhile == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a name that was claimed for a file that then failed is given free again") {
    const Folder folder;
    int renames = 0;
    const Faults faults([&](std::string_view call) {
        if (call == "link") return EPERM;
        if (call != "rename") return 0;
        return ++renames == 1 ? ENOSYS : EIO;
    });
    CHECK(says(write_file_atomic(folder.path / "a", std::string_view("ours"), Existing::keep), "reports an error"));
    CHECK(folder.files() == 0);
}

TEST_CASE("a very long name is quoted in part") {
    const std::string message = read_file("/tmp/" + std::string(3000, 'n')).why;
    CHECK(message.size() < 400);
    CHECK(message.ends_with(": its name is too long."));
}

TEST_CASE("symbolic links are followed and stay links, circles are refused") {
    const Folder folder;
    REQUIRE(write_file_atomic(folder.path / "real", std::string_view("old")));
    fs::create_symlink("real", folder.path / "link");
    CHECK(write_file_atomic(folder.path / "link", std::string_view("new")));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(content(folder.path / "real") == "new");
    fs::create_symlink("nowhere", folder.path / "dangling");
    CHECK(write_file_atomic(folder.path / "dangling", std::string_view("x")));
    CHECK(content(folder.path / "nowhere") == "x");
    fs::create_symlink("b", folder.path / "a");
    fs::create_symlink("a", folder.path / "b");
    CHECK(says(write_file_atomic(folder.path / "a", std::string_view("x")), "circle"));
}

TEST_CASE("a replaced file keeps its permissions") {
    const Folder folder;
    const fs::path path = folder.path / "private";
    REQUIRE(write_file_atomic(path, std::string_view("old")));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(write_file_atomic(path, std::string_view("new")));
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("reading says what is wrong") {
    const Folder folder;
    CHECK(read_file(folder.path / "none").why.find("no such file") != std::string::npos);
    CHECK(read_file(folder.path).why.find("folder") != std::string::npos);
    CHECK(read_file("/dev/zero").why.find("not an ordinary file") != std::string::npos);
    REQUIRE(write_file_atomic(folder.path / "big", std::string(3000, 'x')));
    CHECK(read_file(folder.path / "big", 2999).why.find("larger") != std::string::npos);
    CHECK(read_file(folder.path / "big", 3000).bytes.size() == 3000);
}

TEST_CASE("a draft gets its name only when it is kept") {
    const Folder folder;
    const fs::path path = folder.path / "film.mp4";
    const Bytes part = {'a', 'b'};
    {
        Draft draft(path);
        REQUIRE(draft.begin());
        CHECK(draft.path().parent_path() == folder.path);
        CHECK(draft.write(part));
        CHECK(!fs::exists(path));
        CHECK(folder.files() == 1);
    }
    CHECK(folder.files() == 0);
    Draft draft(path);
    REQUIRE(draft.begin());
    CHECK(draft.write(part));
    CHECK(draft.write(part));
    CHECK(draft.keep());
    CHECK(content(path) == "abab");
    CHECK(folder.files() == 1);
}

TEST_CASE("a draft may be written by somebody else, and replaces or keeps as asked") {
    const Folder folder;
    const fs::path path = folder.path / "a";
    std::ofstream(path) << "old";
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    CHECK(Draft(path, Existing::keep).begin().state == Saved::exists);
    Draft careful(folder.path / "b", Existing::keep);
    REQUIRE(careful.begin());
    std::ofstream(folder.path / "b") << "other";  // somebody else is faster
    CHECK(careful.keep().state == Saved::exists);
    CHECK(content(folder.path / "b") == "other");
    CHECK(content(path) == "old");
    Draft draft(path);
    REQUIRE(draft.begin());
    std::ofstream(draft.path()) << "new";
    CHECK(draft.keep());
    CHECK(content(path) == "new");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a draft says what went wrong and leaves nothing") {
    const Folder folder;
    CHECK(says(Draft(folder.path).begin(), "this is a folder"));
    CHECK(says(Draft(folder.path / "none" / "a").begin(), "the folder does not exist"));
    for (const char* call : {"write", "fsync", "close", "rename"}) {
        CAPTURE(call);
        const Faults faults([&](std::string_view name) { return name == call ? ENOSPC : 0; });
        Draft draft(folder.path / "a");
        REQUIRE(draft.begin());
        const Saved written = draft.write(Bytes{1, 2, 3});
        CHECK(says(written ? draft.keep() : written, "the disk is full"));
    }
    CHECK(folder.files() == 0);
}
