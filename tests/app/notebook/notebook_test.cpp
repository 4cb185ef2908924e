// The notebook at work: kept within two seconds of the last letter, careful with whoever else writes, and nothing is
// gone for good. Time is told by the test.
#include "app/notebook/notebook.h"

#include "tests/app/program.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <thread>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

struct Study {
    Folder folder;
    std::int64_t second = 1'800'000'000;
    std::unique_ptr<Notebook> book;
    double now = 0;
    Study() {
        fs::create_directories(folder.path / "notes");
        start();
    }
    void start() {
        book = std::make_unique<Notebook>(folder.path / "notes", folder.path / "data", [this] { return second; });
        book->look_again();
    }
    std::string file(const std::string& name) const { return folder / ("notes/" + name); }
    void put(const std::string& name, const std::string& text) const {
        REQUIRE(write_file_atomic(file(name), std::string_view(text)));
    }
    void type(const std::string& text) const { book->note()->edit.type(text); }
    void pass(double seconds) {
        for (const double end = now + seconds; now < end; now += 0.25) {
            book->tick(now);
            while (std::isfinite(book->due()) && book->due() == now + 0.05) {  // a writing is under way
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                book->tick(now);
            }
        }
    }
    std::string told() const {
        std::string all;
        for (const std::string& words : book->take_words()) all += words + "\n";
        return all;
    }
};

}  // namespace

TEST_CASE("what is typed is on the disk two seconds later, without a word about it") {
    Study study;
    REQUIRE(study.book->begin("Walk", "2026-11-24") == "");
    study.type("It rained.");
    study.pass(2);
    CHECK(text_of(study.file("Walk.md")) ==
          "---\ntitle: Walk\ncreated: 2026-11-24\ntags: [eigenscape]\n---\n\n# Walk\n\nIt rained.");
    CHECK(study.told() == "");
    CHECK(!study.book->note()->dirty());
}

TEST_CASE("somebody who never pauses is kept every few seconds too") {
    Study study;
    study.put("a.md", "");
    REQUIRE(study.book->open("a.md") == "");
    for (int i = 0; i < 24; ++i) {
        study.type("x");
        study.pass(0.25);
    }
    CHECK(text_of(study.file("a.md")).size() >= 4);
}

TEST_CASE("front matter that another program wrote stays to the letter") {
    Study study;
    const std::string before = "---\r\naliases: [x]\r\ncssclass: wide\r\n---\r\nbody\r\n";
    study.put("a.md", before);
    REQUIRE(study.book->open("a.md") == "");
    study.book->note()->edit.place(before.size());
    study.type("mine");
    REQUIRE(study.book->keep() == "");
    CHECK(text_of(study.file("a.md")) == before + "mine");
}

TEST_CASE("a note that another program changed is read anew while nothing is unsaved, and undo has the text before") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.put("a.md", "two words");
    study.pass(3);
    CHECK(study.book->note()->edit.text() == "two words");
    CHECK(study.told() ==
          "\u201ca.md\u201d was changed by another program and read anew. Undo brings the text before back.\n");
    study.book->note()->edit.undo();
    CHECK(study.book->note()->edit.text() == "one");
}

TEST_CASE("a change outside while something is typed keeps both, and one goes on in one's own") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.type("mine ");
    study.put("a.md", "theirs");
    study.pass(3);
    CHECK(text_of(study.file("a.md")) == "theirs");
    CHECK(text_of(study.file("a (conflict).md")) == "mine one");
    CHECK(study.book->name() == "a (conflict).md");
    CHECK(study.told().find("Both are kept") != std::string::npos);
}

TEST_CASE("a note deleted or renamed outside stays in memory, and can be written again or elsewhere") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.type("mine ");
    fs::rename(study.file("a.md"), study.file("b.md"));
    study.pass(3);
    REQUIRE(study.book->note());
    CHECK(study.book->note()->gone);
    CHECK(study.book->note()->problem ==
          "\u201ca.md\u201d was deleted or renamed by another program. Your text is kept here; save it again, or under "
          "another name.");
    CHECK(!fs::exists(study.file("a.md")));
    CHECK(study.book->keep_as("b") == "There is a note \u201cb.md\u201d already; choose another name.");
    CHECK(study.book->keep_as("c") == "");
    CHECK(text_of(study.file("c.md")) == "mine one");
    CHECK(text_of(study.file("b.md")) == "one");
    CHECK(!study.book->note()->gone);
}

TEST_CASE("a folder that vanishes takes nothing with it: the text is offered another place and has a rescue copy") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.type("mine ");
    fs::remove_all(study.folder.path / "notes");
    study.pass(3);
    CHECK(study.book->note()->problem == "The folder " + (study.folder / "notes") +
                                             " is not there any more. Your text is kept here; save it elsewhere.");
    REQUIRE(!study.book->snapshots().empty());
    CHECK(text_of(study.book->snapshots()[0].file) == "mine one");
    CHECK(study.book->keep_as(study.folder / "elsewhere/a.md") == "");
    CHECK(text_of(study.folder / "elsewhere/a.md") == "mine one");
}

TEST_CASE("a full disk is said, tried again, and costs nothing") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.type("mine ");
    inject_file_faults([](std::string_view call) { return call == "write" ? ENOSPC : 0; });
    study.pass(3);
    CHECK(study.book->note()->problem.find("Free some space or choose another place") != std::string::npos);
    CHECK(text_of(study.file("a.md")) == "one");
    inject_file_faults({});
    study.pass(12);
    CHECK(text_of(study.file("a.md")) == "mine one");
    CHECK(study.book->note()->problem == "");
}

TEST_CASE("earlier texts are put by, in the data folder alone, and come back as a step of undo") {
    Study study;
    study.put("a.md", "first");
    REQUIRE(study.book->open("a.md") == "");
    study.book->note()->edit.choose_all();
    study.type("second");
    study.pass(2);
    study.second += 600;
    study.book->note()->edit.choose_all();
    study.type("third");
    study.pass(2);
    const auto earlier = study.book->snapshots();
    REQUIRE(earlier.size() == 2);
    CHECK(text_of(earlier[0].file) == "second");
    CHECK(text_of(earlier[1].file) == "first");
    CHECK(study.book->restore(earlier[1]) == "");
    CHECK(study.book->note()->edit.text() == "first");
    study.book->note()->edit.undo();
    CHECK(study.book->note()->edit.text() == "third");
    for (const auto& entry : fs::directory_iterator(study.folder.path / "notes"))
        CHECK(entry.path().filename() == "a.md");
    CHECK((fs::status(earlier[0].file.parent_path()).permissions() & fs::perms::others_all) == fs::perms::none);
}

TEST_CASE("snapshots are thinned by age and bounded, and a clock that leaps loses none of the newest") {
    std::vector<Snapshot> list;
    const std::int64_t now = 1'800'000'000;
    for (int i = 0; i < 4000; ++i)
        list.push_back({{}, static_cast<std::uint64_t>(4000 - i), now - i * 900, {}});  // every quarter of an hour
    const auto go = superfluous(list, now);
    CHECK(list.size() - go.size() <= Snapshots::most);
    CHECK(list.size() - go.size() >= 40);
    for (const std::size_t i : go) CHECK(i >= Snapshots::newest_kept);
    CHECK(superfluous({list.begin(), list.begin() + 10}, now + 10LL * 365 * 86400).empty());
    CHECK(superfluous({list.begin(), list.begin() + 10}, now - 86400).empty());
}

TEST_CASE("a deleted note lies in the trash, comes back, and never over another") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    study.type("mine ");
    CHECK(study.book->remove() == "");
    CHECK(!study.book->is_open());
    CHECK(!fs::exists(study.file("a.md")));
    REQUIRE(study.book->trash().size() == 1);
    study.put("a.md", "another");
    CHECK(study.book->put_back(study.book->trash()[0]) == "");
    CHECK(text_of(study.file("a.md")) == "another");
    CHECK(text_of(study.file("a (conflict).md")) == "mine one");
    CHECK(study.book->trash().empty());
}

TEST_CASE("the trash forgets after 30 days of use, not after a leap of the clock") {
    const Folder folder;
    Trash trash(folder.path / "data");
    REQUIRE(write_file_atomic(folder / "a.md", std::string_view("one")));
    std::int64_t second = 1'800'000'000;
    trash.forget_old(second);
    REQUIRE(trash.put(folder / "a.md", "one", second) == "");
    trash.forget_old(second + 3650LL * 86400);  // ten years in one night
    CHECK(trash.all().size() == 1);
    for (int day = 0; day < 29; ++day) trash.forget_old(second += 86400);
    CHECK(trash.all().size() == 1);
    for (int day = 0; day < 5; ++day) trash.forget_old(second += 86400);
    CHECK(trash.all().empty());
}

TEST_CASE("a second window can read a note that is open in a first, and write when that has closed or died") {
    Study study;
    study.put("a.md", "one");
    REQUIRE(study.book->open("a.md") == "");
    Notebook second(study.folder.path / "notes", study.folder.path / "data");
    second.look_again();
    REQUIRE(second.open("a.md") == "");
    CHECK(second.note()->read_only.starts_with("This note is open in another window of Eigenscape (process " +
                                               std::to_string(::getpid())));
    CHECK(second.remove() == second.note()->read_only);
    REQUIRE(study.book->close() == "");
    Notebook third(study.folder.path / "notes", study.folder.path / "data");
    REQUIRE(third.open("a.md") == "");
    CHECK(third.note()->read_only == "");
}

TEST_CASE("a file that is not text is shown, and not changed") {
    Study study;
    study.put("a.md", "caf\xE9");
    REQUIRE(study.book->open("a.md") == "");
    CHECK(study.book->note()->read_only == "This file is not text in UTF-8, so it is shown but not changed.");
    CHECK(study.book->open("b.md") == "There is no note \u201cb.md\u201d any more.");
    CHECK(study.book->name() == "a.md");
}

TEST_CASE("hidden folders are not notes, and links to folders are not followed") {
    Study study;
    for (const char* name : {"a.md", ".obsidian/b.md", ".git/c.md", "deep/er/d.md", "picture.png", "e.MD"}) {
        fs::create_directories(fs::path(study.file(name)).parent_path());
        study.put(name, "x");
    }
    fs::create_directory_symlink(study.folder.path / "notes", study.file("round"));
    study.book->look_again();
    std::vector<std::string> names;
    for (const NoteEntry& note : study.book->notes().notes) names.push_back(note.name);
    std::ranges::sort(names);
    CHECK(names == std::vector<std::string>{"a.md", "deep/er/d.md", "e.MD"});
}

TEST_CASE("a folder is chosen by its whole path, and a file is none") {
    Study study;
    study.put("a.md", "x");
    CHECK(study.book->choose_folder("notes") == "Write the whole path of the folder, from / or ~/ on.");
    CHECK(study.book->choose_folder(study.file("a.md")) ==
          "\u201c" + study.file("a.md") + "\u201d is no folder and cannot be made one.");
    CHECK(study.book->choose_folder(study.folder / "vault") == "");
    CHECK(study.book->notes().notes.empty());
}

TEST_CASE("the same note again is opened, not replaced") {
    Study study;
    REQUIRE(study.book->begin("2026-11-24", "2026-11-24") == "");
    study.type("mine");
    REQUIRE(study.book->begin("Other", "2026-11-24") == "");
    REQUIRE(study.book->begin("2026-11-24", "2026-11-24") == "");
    CHECK(study.book->note()->edit.text().ends_with("mine"));
}
