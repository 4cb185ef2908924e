// Notes as they are read: Markdown into blocks, links and pictures that stay in their folder, a search over everything,
// and large or hostile files that open at once.
#include "app/notebook/note_blocks.h"
#include "app/notebook/note_links.h"
#include "app/notebook/note_search.h"
#include "app/notebook/notebook.h"
#include "tests/app/program.h"
#include "tests/app/seconds_of.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

std::string words_in(const Block& block) {
    std::string all;
    for (const Span& span : block.spans) all += span.text;
    return all;
}

}  // namespace

TEST_CASE("a note is blocks: headings, formulas, pictures, links as they are written, and no front matter") {
    const NoteBlocks note = note_blocks(
        "---\ntitle: x\n---\n# Head\n\nWords $a^2$ and [a link](other.md).\n\n![alt "
        "words](pictures/a.png)\n\n$$\\lambda$$\n\n***\n\n- [x] done\n");
    REQUIRE(note.plain == "");
    std::vector<Block::Kind> kinds;
    for (const Block& block : note.blocks) kinds.push_back(block.kind);
    CHECK(kinds == std::vector<Block::Kind>{Block::heading, Block::paragraph, Block::picture, Block::formula,
                                            Block::rule, Block::item});
    CHECK(note.blocks[0].level == 1);
    CHECK(note.blocks[0].line == 4);
    CHECK(note.blocks[1].spans[1].kind == Span::formula);
    CHECK(note.blocks[1].spans[3].link->target == "other.md");
    CHECK(note.blocks[2].target == "pictures/a.png");
    CHECK(words_in(note.blocks[2]) == "alt words");
}

TEST_CASE("a picture between words parts the paragraph, in either way of writing it") {
    for (const char* written : {"before ![a](p.png) after", "before ![[p.png]] after"}) {
        const NoteBlocks note = note_blocks(written);
        REQUIRE(note.blocks.size() == 3);
        CHECK(words_in(note.blocks[0]) == "before ");
        CHECK(note.blocks[1].kind == Block::picture);
        CHECK(note.blocks[1].target == "p.png");
        CHECK(words_in(note.blocks[2]).ends_with("after"));
    }
    CHECK(note_blocks("[[Other note]] here").blocks[0].spans[0].link->target == "Other note");
    CHECK(note_blocks("see https://example.org now").blocks[0].spans[1].link->target == "https://example.org");
}

TEST_CASE("a table is cells with their columns' sides, and what stands in a cell keeps its marks") {
    const NoteBlocks note =
        note_blocks("| rate | loss | |\n|:-|-:|:-:|\n| 0.1 | **2** | a\\|b |\n| $x^2$ | [l](b.md) |\n\nafter\n");
    REQUIRE(note.plain == "");
    REQUIRE(note.blocks.size() == 2);
    const Block& table = note.blocks[0];
    CHECK(table.kind == Block::table);
    CHECK(table.columns == std::vector<double>{0, 1, 0.5});
    REQUIRE(table.cells.size() == 9);
    CHECK(table.cells[0][0].text == "rate");
    CHECK(table.cells[4][0].strong);
    std::string escaped;
    for (const Span& span : table.cells[5]) escaped += span.text;
    CHECK(escaped == "a|b");
    CHECK(table.cells[6][0].kind == Span::formula);
    CHECK(table.cells[7][0].link->target == "b.md");
    CHECK(table.cells[8].empty());  // a short row is filled up
    CHECK(words_in(note.blocks[1]) == "after");
    // in code nothing is a table
    CHECK(note_blocks("```\n| a |\n|-|\n```\n").blocks[0].text == "| a |\n|-|\n");
    CHECK(note_blocks("> | a | b |\n> |-|:-|\n> | 1 | 2 |\n").blocks[0].kind == Block::table);
    // a picture in a cell is a word that leads to it
    const NoteBlocks pictured = note_blocks("| a |\n|-|\n| ![[p.png]] |\n");
    REQUIRE(pictured.blocks.size() == 1);
    CHECK(pictured.blocks[0].cells[1][0].link->target == "p.png");
    std::string endless = "|" + std::string(120, '|') + "\n|";
    for (int i = 0; i < 120; ++i) endless += "-|";
    for (int i = 0; i < 50'000; ++i) endless += "\n|";
    CHECK(note_blocks(endless).plain == "A table of this note has more than 6000 cells. It is shown as plain text.");
}

TEST_CASE("tasks, quotations, lists in lists and struck words are told as they are written") {
    const NoteBlocks note = note_blocks(
        "---\na: b\n---\n- [ ] one\n- [x] two\n  > said\n  > - item\n\n> outer\n>> inner\n\n- \n- ```\n  code\n  "
        "```\n\n~~gone~~ here  \nnext\n");
    REQUIRE(note.plain == "");
    std::vector<Block::Kind> kinds;
    for (const Block& block : note.blocks) kinds.push_back(block.kind);
    using K = Block;
    REQUIRE(kinds == std::vector<Block::Kind>{K::item, K::item, K::quote, K::item, K::quote, K::quote, K::item, K::item,
                                              K::code, K::paragraph});
    CHECK(note.blocks[0].tick == false);
    CHECK(note.blocks[1].tick == true);
    CHECK(note.blocks[0].line == 4);
    CHECK(note.blocks[1].line == 5);
    REQUIRE(note.blocks[2].quotations.size() == 1);
    CHECK(note.blocks[2].quotations[0].within == 1);
    CHECK(note.blocks[2].depth == 1);
    CHECK(note.blocks[3].quotations == note.blocks[2].quotations);
    CHECK(note.blocks[3].depth == 2);
    CHECK(note.blocks[4].quotations.size() == 1);
    CHECK(note.blocks[5].quotations.size() == 2);
    CHECK(note.blocks[5].quotations[0] == note.blocks[4].quotations[0]);
    CHECK(note.blocks[4].quotations[0].number != note.blocks[2].quotations[0].number);
    CHECK(note.blocks[6].spans.empty());  // an entry without words is one all the same
    CHECK(note.blocks[8].text == "code\n");
    const std::vector<Span>& words = note.blocks[9].spans;
    REQUIRE(words.size() == 4);
    CHECK(words[0].struck);
    CHECK(!words[1].struck);
    CHECK(words[2].text == "\u2028");  // two spaces ask for a line's end
}

TEST_CASE("the box of a task is changed in the text, and nothing else is") {
    const std::string text = "---\nx: [ ]\n---\r\n- [ ] a [x]\r\n> 1. [x] b\n- [y] c\nno [ ]";
    CHECK(with_other_tick(text, 4) == "---\nx: [ ]\n---\r\n- [x] a [x]\r\n> 1. [x] b\n- [y] c\nno [ ]");
    CHECK(with_other_tick(text, 5) == "---\nx: [ ]\n---\r\n- [ ] a [x]\r\n> 1. [ ] b\n- [y] c\nno [ ]");
    for (const std::size_t line : {std::size_t{0}, std::size_t{3}, std::size_t{6}, std::size_t{99}})
        CHECK(with_other_tick(text, line) == text);
}

TEST_CASE("large, long, deep and broken notes open within a second, plainly where they must") {
    std::string headings, deep;
    for (int i = 0; i < 100'000; ++i) headings += "# heading " + std::to_string(i) + "\n\n";
    for (int i = 0; i < 1000; ++i) deep += std::string(static_cast<std::size_t>(2 * i), ' ') + "- x\n";
    const std::pair<std::string, std::string> cases[] = {
        {std::string(10u << 20, 'x'), "This note is large (10240 KiB). It is shown as plain text."},
        {headings, " KiB). It is shown as plain text."},
        {std::string(100'000, 'y'), "A line of this note is longer than 32 KiB. It is shown as plain text."},
        {deep, "It is shown as plain text."},
        {std::string(2000, '>') + " x",
         "Lists or quotations lie in one another more than 64 deep. It is shown as plain text."},
        {"```\nunclosed", ""},
        {std::string(20'000, '['), ""},
        {std::string(20'000, '*'), ""},
        {std::string(10'000, '`') + "\n" + std::string(9'999, '`'), ""},
        {"$$ \\frac{ \n\n [x](", ""},
        {std::string("a\0b", 3), ""},
        {"", ""}};
    for (const auto& [text, why] : cases) {
        NoteBlocks note;
        CAPTURE(text.substr(0, 20));
        CHECK(seconds_of([&] { note = note_blocks(text); }) < 1);
        if (why.empty()) CHECK(note.plain == "");
        else CHECK(note.plain.ends_with(why));
    }
    std::string paragraphs;
    for (int i = 0; i < 4000; ++i) paragraphs += "word\n\n";
    CHECK(note_blocks(paragraphs).plain == "This note has more than 3000 paragraphs. It is shown as plain text.");
}

TEST_CASE("front matter ends where it says, and without an end it is none") {
    CHECK(front_matter_length("---\na: b\n---\nx") == 13);
    CHECK(front_matter_length("---\r\na: b\r\n...\r\nx") == 16);
    CHECK(front_matter_length("---\na: b\nx") == 0);
    CHECK(front_matter_length("text\n---\n---\n") == 0);
    CHECK(front_matter_length("---\n---") == 7);
}

TEST_CASE("links stay in the folder of the notes, and nothing else is opened") {
    const Folder folder;
    const fs::path notes = folder.path / "notes";
    write_text(folder / "notes/a.md", "");
    write_text(folder / "notes/deep/b.md", "");
    write_text(folder / "notes/my pictures/c.png", "");
    write_text(folder / "notes/d.JPG", "");
    write_text(folder / "notes/d.webp", "");
    write_text(folder / "secret.png", "");
    fs::create_symlink(folder.path / "secret.png", notes / "sly.png");
    const auto target = [&](const char* link) { return target_of(notes, notes / "deep/b.md", link); };
    CHECK(target("../a.md").kind == NoteTarget::note);
    CHECK(target("../a").kind == NoteTarget::note);
    CHECK(target("../a.md#part").kind == NoteTarget::note);
    CHECK(target("../my%20pictures/c.png").kind == NoteTarget::picture);
    CHECK(target("../d.JPG").kind == NoteTarget::picture);
    CHECK(target("#part two").words == "part two");
    CHECK(target("https://example.org/x").kind == NoteTarget::web);
    const NoteTarget gone = target("../pictures/gone.png");
    CHECK(gone.kind == NoteTarget::missing);
    CHECK(gone.words == "There is no \u201cgone.png\u201d in the folder of the notes.");
    const std::pair<const char*, const char*> refused[] = {
        {"file:///etc/passwd", "is not opened: notes link to notes and pictures of their folder."},
        {"javascript:alert(1)", "is not opened: notes link to notes and pictures of their folder."},
        {"data:text/html,x", "is not opened: notes link to notes and pictures of their folder."},
        {"/etc/passwd", "lies outside the folder of the notes, so it is not opened."},
        {"../../secret.png", "lies outside the folder of the notes, so it is not opened."},
        {"..%2F..%2Fsecret.png", "lies outside the folder of the notes, so it is not opened."},
        {"../sly.png", "lies outside the folder of the notes, so it is not opened."},
        {"../d.webp", "is not opened: only notes, PNG and JPEG pictures are shown here."},
        {"a%00b", "is not a path."},
        {"", "leads nowhere."}};
    for (const auto& [link, why] : refused) {
        CAPTURE(link);
        const NoteTarget found = target(link);
        CHECK(found.kind == NoteTarget::refused);
        CHECK(found.words.ends_with(why));
    }
}

TEST_CASE("the search finds every line that holds all the words, in any case, and says where") {
    const Folder folder;
    write_text(folder / "a.md", "# Eigenvectors\n\nThe determinant of a ROTATION is 1.\nrotation without it\n");
    write_text(folder / "deep/b.md", "\u00c4pfel und Rotation, Determinant\r\n");
    NoteSearch search;
    const auto names = [&](const char* typed) {
        std::string all;
        for (const NotePlace& place : search.find(folder.path, list_notes(folder.path), typed).places)
            all += place.name + ":" + std::to_string(place.line) + " ";
        return all;
    };
    CHECK(search.find(folder.path, list_notes(folder.path), "rotation").places.size() == 3);
    CHECK(names("det rot").find("a.md:3 ") != std::string::npos);
    CHECK(names("det rot").find("a.md:4") == std::string::npos);
    CHECK(names("\u00e4PFEL") == "deep/b.md:1 ");
    CHECK(names("\"rotation without\"") == "a.md:4 ");
    CHECK(names("\"without rotation\"") == "");
    CHECK(names("   ") == "");
    write_text(folder / "a.md", "now something else, longer than before, is written in here, all of it\n");
    CHECK(names("det rot") == "deep/b.md:1 ");
}

TEST_CASE("the search tells its limits") {
    const Folder folder;
    std::string many;
    for (int i = 0; i < 100; ++i) many += "needle\n";
    write_text(folder / "many.md", many);
    NoteSearch search;
    const NotesFound found = search.find(folder.path, list_notes(folder.path), "needle");
    CHECK(found.places.size() == NoteSearch::most_of_one);
    CHECK(found.remark == "There are more places: shown are the first 20 of a note, and 200 in all.");
    write_text(folder / "many.md", "x");
    write_text(folder / "huge.md", std::string(17u << 20, 'n'));
    CHECK(search.find(folder.path, list_notes(folder.path), "needle").remark == "1 note is too large to be searched.");
    const std::string long_line = std::string(5000, 'a') + " needle " + std::string(5000, 'b');
    write_text(folder / "long.md", long_line);
    const NotesFound part = search.find(folder.path, list_notes(folder.path), "needle");
    REQUIRE(part.places.size() == 1);
    CHECK(part.places[0].words.size() < 200);
    CHECK(part.places[0].words.find("needle") != std::string::npos);
}

TEST_CASE("a note of ten megabytes opens within a second") {
    const Folder folder;
    std::string text;
    while (text.size() < (10u << 20)) text += "# heading\n\nwords\n";
    write_text(folder / "notes/large.md", text);
    Notebook book(folder.path / "notes", folder.path / "data");
    CHECK(seconds_of([&] { REQUIRE(book.open("large.md") == ""); }) < 1);
    book.note()->edit.type("x");
    CHECK(book.keep() == "");
}
