// One's own data in the window: pasted, dropped, typed as a path; how it is read can be changed; keyboard alone is
// enough; one step of undo. And the tools beside a set of points.
#include "tests/app/desk.h"

#include "app/model/literal.h"

#include <fstream>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

struct Data : Desk {
    Data() : Desk("multicollinearity") { offscreen.settle(); }
    const Points3& rows() { return std::get<Points3>(value("rows")); }
    std::string write(const char* name, const std::string& text) {
        std::ofstream(folder.path / name, std::ios::binary) << text;
        return (folder.path / name).string();
    }
    void paste(const std::string& text) {
        pasted = text;
        offscreen.press(Key::v, {.ctrl = true});
        wait();
    }
    void drop(const std::string& path) {
        offscreen.interface().push(PathsDropped{path, 1});
        wait();
    }
    void wait() {  // until the thread has read the table
        for (int i = 0; i < 200 && !sheet_ready(); ++i) offscreen.settle();
        offscreen.settle();
    }
    bool shown(const std::string& words) { return offscreen.interface().places().contains(words); }
    bool sheet_ready() { return shown("Use these points") || !shown("Cancel reading"); }
};

}  // namespace

TEST_CASE("a pasted table becomes the rows with Enter, shown at once, one step of undo") {
    Data desk;
    const Points3 before = desk.rows();
    desk.paste("x1;x2;y\n1,5;2;3\n4;5;6,25\n7;8;1\n");
    CHECK(desk.shown("Table preview"));
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(!desk.shown("Use these points"));
    CHECK(desk.rows() == Points3{{1.5, 2, 3}, {4, 5, 6.25}, {7, 8, 1}});
    CHECK(desk.value("data") == Value(Choice{1}));
    CHECK(says(desk, "3 rows are taken."));
    CHECK(desk.explorer.undo_words() == "Own data for Your rows");
    desk.explorer.undo();
    desk.offscreen.settle();
    CHECK(desk.rows() == before);
    CHECK(desk.value("data") == Value(Choice{0}));
}

TEST_CASE("Escape leaves everything as it was") {
    Data desk;
    const State before = desk.explorer.state();
    desk.paste("1,2,3\n4,5,6\n");
    desk.offscreen.press(Key::escape);
    desk.offscreen.settle();
    CHECK(!desk.shown("Use these points"));
    CHECK(desk.explorer.state() == before);
    CHECK(!desk.explorer.can_undo());
}

TEST_CASE("a dropped file is read, what cannot be used is listed, and the rest is taken") {
    Data desk;
    desk.drop(desk.write("a.csv", "a,b,c\n1,2,3\n4,NA,6\n7,8\n7,8,9\n"));
    CHECK(desk.shown("Dropped rows"));
    CHECK(desk.shown("Encoding"));
    desk.offscreen.click("Use these points");
    desk.offscreen.settle();
    CHECK(desk.rows() == Points3{{1, 2, 3}, {7, 8, 9}});
    CHECK(says(desk, "2 rows are taken, 1 is dropped; 1 uneven row is left out."));
}

TEST_CASE("how a table is read can be changed, and so can the columns") {
    Data desk;
    desk.paste("1,5\n2,5\n3,7\n");  // two columns by the guess, three are needed
    CHECK(!desk.shown("Dropped rows"));
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(desk.shown("Use these points"));  // not ready: nothing happens
    desk.paste("a;b;c;d\n1;2;3;4\n5;6;7;8\n");
    desk.offscreen.click("Column for y");
    desk.offscreen.settle();
    desk.offscreen.click("d");
    desk.offscreen.settle();
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(desk.rows() == Points3{{1, 2, 4}, {5, 6, 8}});
}

TEST_CASE("numbers beyond the range are fitted into the picture") {
    Data desk;
    desk.paste("1000,2000,5\n1100,2000,6\n1200,2100,7\n");
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    REQUIRE(desk.rows().size() == 3);
    for (const Vec3& row : desk.rows()) CHECK(row.cwiseAbs().maxCoeff() <= 3.4);
    CHECK(desk.rows()[2].x() == 2);
}

TEST_CASE("what is no table says so, and the last good one stays") {
    Data desk;
    desk.pasted = "";
    desk.offscreen.press(Key::v, {.ctrl = true});
    desk.offscreen.settle();
    CHECK(says(desk, "The clipboard holds no text."));
    desk.pasted = "no digits here";
    desk.offscreen.press(Key::v, {.ctrl = true});
    desk.offscreen.settle();
    CHECK(says(desk, "The clipboard holds no numbers."));
    desk.drop((desk.folder.path / "none.csv").string());
    CHECK(!desk.shown("Use these points"));
    desk.offscreen.press(Key::escape);
    REQUIRE(!desk.explorer.open("transform"));
    desk.offscreen.settle();
    desk.paste("1,2\n3,4\n");
    CHECK(says(desk, " shows no data of your own. These do: "));
}

TEST_CASE("a large file is read beside the picture and can be cancelled") {
    Data desk;
    std::string text = "x1,x2,y\n";
    while (text.size() < 20'000'000) text += "1.25,-3.5,1\n2,3,4\n";
    const std::string path = desk.write("large.csv", text);
    desk.offscreen.interface().push(PathsDropped{path, 1});
    desk.wait();
    for (int i = 0; i < 2000 && !desk.shown("Use these points"); ++i) desk.offscreen.settle();
    REQUIRE(desk.shown("Use these points"));
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(desk.rows().size() == most_points);
    CHECK(says(desk, "evenly spread"));
}

TEST_CASE("noise, an outlier and CSV, by button and by key, each one step of undo") {
    Data desk;
    const Points3 before = desk.rows();
    desk.offscreen.press(Key::j);
    desk.offscreen.settle();
    REQUIRE(desk.rows().size() == before.size());
    CHECK(desk.rows() != before);
    CHECK(desk.explorer.undo_words() == "Add noise to Your rows");
    desk.offscreen.press(Key::j, {.shift = true});
    desk.offscreen.settle();
    CHECK(desk.rows().size() == before.size() + 1);
    CHECK(desk.value("data") == Value(Choice{1}));
    desk.explorer.undo();
    desk.explorer.undo();
    desk.offscreen.settle();
    CHECK(desk.rows() == before);
    desk.offscreen.press(Key::d, {.shift = true});
    desk.offscreen.press(Key::d, {.shift = true});
    desk.offscreen.settle();
    REQUIRE(desk.files(".csv").size() == 2);
    std::ifstream file(desk.files(".csv").front());
    std::string names, first;
    std::getline(file, names);
    std::getline(file, first);
    CHECK(names == "x1,x2,y");
    CHECK(first == "-2,-1.8,-2.6");
}

TEST_CASE("the brush shows one's own points, paints, and Escape gives the hand back") {
    Data desk;
    const std::size_t before = desk.rows().size();
    desk.offscreen.press(Key::b);
    desk.offscreen.settle();
    CHECK(desk.value("data") == Value(Choice{1}));
    CHECK(desk.explorer.tool() == Tool::brush);
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    desk.offscreen.drag({canvas.x + 0.48 * canvas.width, canvas.y + 0.3 * canvas.height},
                        {canvas.x + 0.52 * canvas.width, canvas.y + 0.3 * canvas.height});
    desk.offscreen.settle();
    CHECK(desk.rows().size() > before);
    CHECK(desk.explorer.undo_words() == "Paint Your rows");
    desk.offscreen.press(Key::escape);
    CHECK(desk.explorer.tool() == Tool::hand);
    desk.offscreen.press(Key::b, {.shift = true});
    CHECK(desk.explorer.tool() == Tool::eraser);
    desk.offscreen.press(Key::b, {.shift = true});
    CHECK(desk.explorer.tool() == Tool::hand);
}

TEST_CASE("of two sets of points the one that is shown takes the table") {
    Desk desk("pca");
    desk.offscreen.settle();
    desk.pasted = "a,b,c\n1,2,3\n-1,0.5,2\n0,1,-2\n";
    for (const char* cloud : {"plane", "space"}) {
        REQUIRE(!desk.explorer.set_settings({std::string("cloud=") + cloud}));
        desk.offscreen.press(Key::v, {.ctrl = true});
        for (int i = 0; i < 200 && !desk.offscreen.knows("Use these points"); ++i) desk.offscreen.settle();
        desk.offscreen.press(Key::enter);
        desk.offscreen.settle();
    }
    CHECK(std::get<Points>(desk.value("rows")) == Points{{1, 2}, {-1, 0.5}, {0, 1}});
    CHECK(std::get<Points3>(desk.value("rows3")) == Points3{{1, 2, 3}, {-1, 0.5, 2}, {0, 1, -2}});
}

TEST_CASE("a network takes two classes by name, and refuses a third") {
    Desk desk("network");
    desk.offscreen.settle();
    const auto paste = [&](const std::string& text) {
        desk.pasted = text;
        desk.offscreen.press(Key::v, {.ctrl = true});
        for (int i = 0; i < 200 && !desk.offscreen.knows("Use these points"); ++i) desk.offscreen.settle();
        desk.offscreen.press(Key::enter);
        desk.offscreen.settle();
    };
    paste("x,y,class\n1,2,red\n3,-1,blue\n-2,0.5,red\n");
    CHECK(std::get<Points3>(desk.value("points")) == Points3{{1, 2, 0}, {3, -1, 1}, {-2, 0.5, 0}});
    const Points3 before = std::get<Points3>(desk.value("points"));
    paste("x,y,class\n1,2,red\n3,-1,blue\n-2,0.5,green\n");
    CHECK(desk.offscreen.knows("Use these points"));  // not ready: Enter does nothing
    CHECK(std::get<Points3>(desk.value("points")) == before);
}
