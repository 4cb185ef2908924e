// Captures in the notebook: one file a day, pictures that open again, and nothing of the learner's own is ever changed.
#include "app/notebook/capture.h"

#include "app/model/document.h"
#include "tests/app/program.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"
#include "viz/tex/portable.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

struct Shown {
    const Scene& scene = *find_scene("eigenvectors");
    Frame frame;
    Bytes png;
    Shown() {
        scene.draw(scene.defaults, frame);
        Document document;
        document.scene = scene.words.id;
        document.state = scene.defaults;
        png = to_png(Image(2, 2), document);
    }
    Added add(const std::string& folder) const {
        return add_to_notebook(folder, "2026-11-24", "14:05", scene, scene.defaults, frame, png);
    }
};

bool holds_text(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a capture brings picture, question, formula, values and room for one's own words") {
    const Folder folder;
    const Added added = Shown().add(folder / "notes");
    REQUIRE(added.problem == "");
    const std::string text = text_of(added.note);
    for (const char* part : {"title: 2026-11-24", "## Eigenvectors, 14:05", "without turning?",
                             "](pictures/eigenvectors-2026-11-24-1.png)", "$$\\begin{bmatrix}", "A=[[2,1],[1,2]]",
                             "**In my own words:**"}) {
        CAPTURE(part);
        CHECK(holds_text(text, part));
    }
    CHECK(!holds_text(text, "\\num"));
    CHECK(!holds_text(text, "\\color"));
    const DocumentOutcome opened = open_file(added.picture);
    REQUIRE(std::holds_alternative<Document>(opened));
    CHECK(std::get<Document>(opened).scene == "eigenvectors");
}

TEST_CASE("a second capture is added below, with a picture of its own, and what was written stays to the letter") {
    const Folder folder;
    const Shown shown;
    const Added first = shown.add(folder / "notes");
    const std::string mine = text_of(first.note) + "It keeps its line.\r\n\xC3\xA4";
    REQUIRE(write_file_atomic(first.note, std::string_view(mine)));
    const Added second = shown.add(folder / "notes");
    REQUIRE(second.problem == "");
    CHECK(second.note == first.note);
    CHECK(second.picture != first.picture);
    CHECK(text_of(second.note).starts_with(mine));
    CHECK(text_of(first.picture) == text_of(second.picture));
}

TEST_CASE("a notebook that cannot be written says why and leaves no picture behind") {
    const Folder folder;
    REQUIRE(write_file_atomic(folder / "notes", std::string_view("a file in the way")));
    const Added added = Shown().add(folder / "notes");
    CHECK(added.problem != "");
    CHECK(added.note.empty());
    const Folder other;
    fs::create_directories(fs::path(other / "notes") / "2026-11-24.md");  // a folder where the note should be
    CHECK(Shown().add(other / "notes").problem != "");
    CHECK(fs::is_empty(fs::path(other / "notes") / "pictures"));
}

TEST_CASE("formulas are written as every TeX reads them") {
    CHECK(portable_tex("\\color{first}{\\num{A[0][0]}{−1.50}}&x") == "{{-1.50}}&x");
    CHECK(portable_tex("\\colorful x \\num{broken") == "\\colorful x \\num{broken");
    CHECK(portable_tex("\\textcolor{image}{A\\vec v}") == "{A\\vec v}");
    CHECK(portable_prose("a $\\num{r}{1}$ costs \\num") == "a ${1}$ costs \\num");
}
