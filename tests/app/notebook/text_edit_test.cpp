// The text under an editor's caret: characters are whole, a word typed is one step of undo, and rows that follow
// changes are those that a fresh layout gives.
#include "app/notebook/text_edit.h"
#include "app/notebook/text_rows.h"
#include "tests/app/seconds_of.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

using namespace eigenscape;
using eigenscape::testing::seconds_of;

namespace {

float narrow(char32_t c) { return c == '\n' || c == '\r' ? 0.0f : c == 'i' ? 4.0f : 7.0f; }

TextRows fresh_rows(const std::string& text, float width) {
    TextRows rows;
    rows.lay(text, width, narrow);
    return rows;
}

}  // namespace

TEST_CASE("a caret steps over whole characters, and over both bytes of a line's end") {
    TextEdit edit("a\u00e4\r\n\U0001F600");
    edit.place(0);
    const std::size_t stops[] = {1, 3, 5, 9};
    for (const std::size_t stop : stops) {
        edit.place(edit.after(edit.caret()));
        CHECK(edit.caret() == stop);
    }
    edit.place(7);  // within the last character
    CHECK(edit.caret() == 5);
    edit.erase_back();
    CHECK(edit.text() == "a\u00e4\U0001F600");
    edit.erase_back();
    CHECK(edit.text() == "a\U0001F600");
}

TEST_CASE("each word typed is one step of undo, and what was chosen comes back") {
    TextEdit edit("old");
    edit.choose_all();
    for (const char* c : {"t", "w", "o", " ", "w", "o", "r", "d", "s"}) edit.type(c);
    CHECK(edit.text() == "two words");
    edit.undo();
    CHECK(edit.text() == "two ");
    edit.undo();
    CHECK(edit.text() == "old");
    CHECK(edit.chosen() == "old");
    for (int i = 0; i < 5; ++i) edit.redo();
    CHECK(edit.text() == "two words");
}

TEST_CASE("a text that was read anew changes only where it differs, and the caret stays with its words") {
    TextEdit edit("one two three");
    edit.place(8);
    edit.replace_all("zero one two three");
    CHECK(edit.caret() == 13);
    edit.undo();
    CHECK(edit.text() == "one two three");
}

TEST_CASE("rows break between words, long words anywhere, and a row's end is not the next one's place") {
    const std::string text = "one two three fourteenletters\n\nend";
    const TextRows rows = fresh_rows(text, 56);
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < rows.count(); ++i)
        shown.push_back(text.substr(rows.begin_of(i), rows.end_of(text, i) - rows.begin_of(i)));
    CHECK(shown == std::vector<std::string>{"one two ", "three ", "fourteen", "letters", "", "end"});
    CHECK(rows.row_of(rows.place_at(text, 0, 1000)) == 0);
    CHECK(rows.place_at(text, 5, 1000) == text.size());
    CHECK(rows.x_of(text, text.size()) == 21);
}

TEST_CASE("rows that follow any change are those of a fresh layout") {
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const char* pieces[] = {"a", " ", "\n", "word ", "long-long-long", "\n\n", "\u00e4", "", "i i i i "};
    TextEdit edit;
    TextRows rows = fresh_rows("", 40);
    for (int i = 0; i < 4000; ++i) {
        edit.choose(below(edit.text().size() + 1), below(edit.text().size() + 1));
        if (below(4) == 0) edit.place(edit.caret());
        if (below(9) == 0) edit.undo();
        else edit.type(pieces[below(std::size(pieces))]);
        for (const TextEdit::Change& change : edit.take_changes()) rows.follow(edit.text(), change);
        const TextRows fresh = fresh_rows(edit.text(), 40);
        REQUIRE(rows.count() == fresh.count());
        for (std::size_t row = 0; row < rows.count(); ++row) REQUIRE(rows.begin_of(row) == fresh.begin_of(row));
    }
}

TEST_CASE("typing in a note of ten megabytes stays quick") {
    std::string text;
    while (text.size() < (10u << 20))
        text += "# A heading of some length\n\nWords and more words, as people write them.\n";
    TextEdit edit(std::move(text));
    TextRows rows;
    CHECK(seconds_of([&] { rows.lay(edit.text(), 300, narrow); }) < 1);
    edit.place(5u << 20);
    const double each = seconds_of([&] {
                            for (int i = 0; i < 20; ++i) {
                                edit.type("x");
                                for (const TextEdit::Change& change : edit.take_changes())
                                    rows.follow(edit.text(), change);
                            }
                        }) /
                        20;
    MESSAGE("one letter in 10 MB: " << each * 1000 << " ms");
    CHECK(each < 0.05);
}
