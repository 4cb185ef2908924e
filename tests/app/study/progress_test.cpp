// Progress on disk: what is saved comes back, and no damage to the file loses what was in it.
#include "app/study/progress.h"
#include "tests/app/folder.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace eigenscape;
using eigenscape::testing::Folder;
using eigenscape::testing::text_of;
using eigenscape::testing::write_text;
namespace fs = std::filesystem;

namespace {

Progress sample_progress() {
    Progress progress;
    progress.cards["transform/what"] = reviewed(reviewed({}, Grade::good, 20'000), Grade::hard, 20'003);
    progress.cards["eigenvectors/é \"quoted\""] = reviewed({}, Grade::again, 20'001);
    progress.met = {"transform/make-a-singular"};
    return progress;
}

}  // namespace

TEST_CASE("progress is saved and comes back the same") {
    const Folder folder;
    const std::string path = folder / "new/deep/progress.json";
    CHECK(remember_progress(path, sample_progress()).empty());
    const RememberedProgress back = remembered_progress(path);
    CHECK(back.trouble.empty());
    CHECK(back.may_write);
    CHECK(back.progress == sample_progress());
}

TEST_CASE("no file yet is no trouble") {
    const Folder folder;
    const RememberedProgress none = remembered_progress(folder / "progress.json");
    CHECK(none.trouble.empty());
    CHECK(none.may_write);
    CHECK(none.progress == Progress());
}

TEST_CASE("a damaged file is set aside under a name of its own, byte for byte") {
    const Folder folder;
    const std::string path = folder / "progress.json";
    for (const std::string damage :
         {"", "{", "[1,2]", "{\"cards\": {}}", "{\"format\": 1, \"cards\": 7}", "\xff\xfe"}) {
        write_text(path, damage);
        const RememberedProgress read = remembered_progress(path);
        CHECK(read.may_write);
        CHECK(!fs::exists(path));
        const std::size_t at = read.trouble.find("It was kept as ");
        REQUIRE(at != std::string::npos);
        const std::string aside = read.trouble.substr(at + 15, read.trouble.find(", and a new one") - at - 15);
        CHECK(text_of(aside) == damage);
    }
    CHECK(fs::exists(path + ".damaged-6"));
}

TEST_CASE("a file cut off anywhere is set aside whole, never half read") {
    const Folder folder;
    const std::string path = folder / "progress.json";
    REQUIRE(remember_progress(path, sample_progress()).empty());
    const std::string whole = text_of(path);
    for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
        write_text(path, whole.substr(0, length));
        const RememberedProgress read = remembered_progress(path);
        CHECK(read.progress == Progress());
        CHECK(!read.trouble.empty());
    }
}

TEST_CASE("one damaged card costs that card alone, and the file as it was is kept") {
    const Folder folder;
    const std::string path = folder / "progress.json";
    REQUIRE(remember_progress(path, sample_progress()).empty());
    std::string text = text_of(path);
    text.replace(text.find("\"stability\": "), 13, "\"stability\": -");
    write_text(path, text);
    const RememberedProgress read = remembered_progress(path);
    CHECK(read.progress.cards.size() == 1);
    CHECK(read.progress.met == sample_progress().met);
    CHECK(read.trouble.find("1 card is damaged") != std::string::npos);
    CHECK(text_of(path + ".damaged-1") == text);
}

TEST_CASE("a newer program's file is left alone, and unknown parts are written back") {
    const Folder folder;
    const std::string path = folder / "progress.json", newer = "{\"format\": 2, \"cards\": {}}";
    write_text(path, newer);
    const RememberedProgress read = remembered_progress(path);
    CHECK(!read.may_write);
    CHECK(read.trouble.find("newer Eigenscape") != std::string::npos);
    CHECK(text_of(path) == newer);
    write_text(path, "{\"format\": 1, \"streak\": 12}");
    const RememberedProgress kept = remembered_progress(path);
    REQUIRE(remember_progress(path, kept.progress).empty());
    CHECK(text_of(path).find("\"streak\": 12") != std::string::npos);
}

TEST_CASE("what cannot be written is said, and the old file stays") {
    const Folder folder;
    const std::string path = folder / "progress.json";
    REQUIRE(remember_progress(path, sample_progress()).empty());
    const std::string before = text_of(path);
    inject_file_faults([](std::string_view call) { return call == "fsync" ? ENOSPC : 0; });
    const std::string trouble = remember_progress(path, Progress());
    inject_file_faults({});
    CHECK(trouble.find("Your progress was not saved") != std::string::npos);
    CHECK(text_of(path) == before);
    CHECK(!remembered_progress(folder.path.string()).may_write);  // a folder
    CHECK(remember_progress("", Progress()).find("HOME") != std::string::npos);
}

TEST_CASE("an id is made of the scene and the words") {
    CHECK(study_id("transform", "What do the columns of A tell?") == "transform/what-do-the-columns-of-a-tell");
    CHECK(study_id("transform", "  $\\lambda$?? ") == "transform/lambda");
}
