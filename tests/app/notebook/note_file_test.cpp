// A note is written only in the place of what was read: whoever else writes, nothing is lost, and it is said.
#include "app/notebook/note_file.h"

#include "tests/app/program.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cerrno>
#include <thread>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("a note is written in the place of what was read") {
    const Folder folder;
    write_text(folder / "walk.md", "one");
    const NoteKept kept = keep_note({folder / "walk.md", "two", "one"});
    CHECK(kept.state == NoteKept::saved);
    CHECK(text_of(folder / "walk.md") == "two");
    CHECK(folder.names() == std::vector<std::string>{"walk.md"});
}

TEST_CASE("a note changed by another program keeps both texts and says which is which") {
    const Folder folder;
    write_text(folder / "walk.md", "theirs");
    const NoteKept kept = keep_note({folder / "walk.md", "mine", "one"});
    CHECK(kept.state == NoteKept::both);
    CHECK(text_of(folder / "walk.md") == "theirs");
    CHECK(text_of(folder / "walk (conflict).md") == "mine");
    CHECK(kept.path == folder / "walk (conflict).md");
    CHECK(kept.message ==
          "\u201cwalk.md\u201d was changed by another program while you were writing. Both are kept: theirs as "
          "\u201cwalk.md\u201d, "
          "yours as \u201cwalk (conflict).md\u201d, in which you go on.");
    CHECK(keep_note({folder / "walk.md", "mine too", "one"}).path == folder / "walk (conflict 2).md");
}

TEST_CASE("the same size and the same time do not deceive: texts are compared") {
    const Folder folder;
    write_text(folder / "walk.md", "abc");
    const auto time = fs::last_write_time(folder / "walk.md");
    write_text(folder / "walk.md", "xyz");
    fs::last_write_time(folder / "walk.md", time);
    CHECK(keep_note({folder / "walk.md", "mine", "abc"}).state == NoteKept::both);
    CHECK(text_of(folder / "walk.md") == "xyz");
}

TEST_CASE("what another program writes in the very moment of saving is kept too") {
    const Folder folder;
    write_text(folder / "walk.md", "one");
    bool written = false;
    inject_file_faults([&](std::string_view call) {
        if (call == "rename" && !written) {
            written = true;
            std::ofstream(folder / "walk.md") << "theirs";
        }
        return 0;
    });
    const NoteKept kept = keep_note({folder / "walk.md", "mine", "one"});
    inject_file_faults({});
    CHECK(kept.state == NoteKept::both);
    CHECK(text_of(folder / "walk.md") == "mine");
    CHECK(text_of(folder / "walk (conflict).md") == "theirs");
    CHECK(kept.message.find("in the same moment") != std::string::npos);
}

TEST_CASE("two that write against each other lose nothing, however they meet") {
    for (int trial = 0; trial < 40; ++trial) {
        const Folder folder;
        write_text(folder / "n.md", "start");
        std::thread other([&] { (void)keep_note({folder / "n.md", "from the other", "start"}); });
        (void)keep_note({folder / "n.md", "from this one", "start"});
        other.join();
        std::string all;
        for (const std::string& name : folder.names()) all += text_of(folder / name) + "|";
        CAPTURE(all);
        CHECK(all.find("from the other") != std::string::npos);
        CHECK(all.find("from this one") != std::string::npos);
    }
}

TEST_CASE("a note that was deleted outside is not made again, and it is said") {
    const Folder folder;
    const NoteKept kept = keep_note({folder / "walk.md", "mine", "one"});
    CHECK(kept.state == NoteKept::gone);
    CHECK(kept.message ==
          "\u201cwalk.md\u201d was deleted or renamed by another program. Your text is kept here; save it again, or "
          "under another name.");
    CHECK(folder.names().empty());
    const NoteKept homeless = keep_note({folder / "gone/walk.md", "mine", "one"});
    CHECK(homeless.state == NoteKept::gone);
    CHECK(homeless.message ==
          "The folder " + (folder / "gone") + " is not there any more. Your text is kept here; save it elsewhere.");
}

TEST_CASE("every system call that can fail leaves the old note or the new one, and a sentence") {
    for (const char* call : {"open", "write", "fsync", "close", "rename"})
        for (const int error : {ENOSPC, EIO, EACCES}) {
            const Folder folder;
            write_text(folder / "walk.md", "one");
            int reads = 0;
            inject_file_faults([&](std::string_view now) {
                return now == call && (now != "open" || ++reads > 1) && (now != "close" || ++reads > 1) ? error : 0;
            });
            const NoteKept kept = keep_note({folder / "walk.md", "two", "one"});
            inject_file_faults({});
            CAPTURE(call);
            CAPTURE(error);
            const std::string now = text_of(folder / "walk.md");
            CHECK((now == "one" || now == "two"));
            if (kept.state == NoteKept::failed) CHECK(!kept.message.empty());
            else CHECK(now == "two");
            for (const std::string& name : folder.names()) CHECK(name.find(".tmp") == std::string::npos);
        }
}

TEST_CASE("a title becomes a name that every system takes") {
    CHECK(file_name_of("What is det(A)?") == "What is det(A)");
    CHECK(file_name_of("../../etc/passwd") == "etc passwd");
    CHECK(file_name_of(".hidden") == "hidden");
    CHECK(file_name_of("-rf") == "rf");
    CHECK(file_name_of("con") == "con note");
    CHECK(file_name_of("trailing. ") == "trailing");
    CHECK(file_name_of("a\nb\x01") == "a b");
    CHECK(file_name_of("") == "Note");
    CHECK(file_name_of("\U0001F600 fun") == "\U0001F600 fun");
    CHECK(file_name_of(std::string(5000, 'x')).size() == 100);
}

TEST_CASE("a new note begins with its title and day as YAML, whatever the title holds") {
    CHECK(new_note_text("Rotations", "2026-11-24") ==
          "---\ntitle: Rotations\ncreated: 2026-11-24\ntags: [eigenscape]\n---\n\n# Rotations\n\n");
    CHECK(new_note_text("A: \"b\"\n---", "2026-11-24").find("title: \"A: \\\"b\\\" ---\"\n") != std::string::npos);
}

TEST_CASE("a file that is not text is told apart") {
    const Folder folder;
    write_text(folder / "a.md", std::string("a\0b", 3));
    write_text(folder / "b.md", "caf\xE9");
    write_text(folder / "c.md", "caf\u00e9 \U0001F600");
    CHECK(read_note(folder / "a.md").strange);
    CHECK(read_note(folder / "b.md").strange);
    CHECK(!read_note(folder / "c.md").strange);
    CHECK(read_note(folder / "d.md").missing);
    CHECK(read_note(folder.path).why.find("this is a folder") != std::string::npos);
}
