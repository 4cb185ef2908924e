// Captions, cards, sheets and ghosts: what stands on the page, in which words, and that pictures do not overlap.
#include "app/film/shown.h"
#include "app/model/state.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace eigenscape;
using eigenscape::testing::state_with;

namespace {

std::string words_on(const Page& page) {
    std::string all;
    for (const Panel& panel : page.frame.panels())
        for (const auto& note : panel.notes) all += note.text + "\n";
    return all;
}

bool says(const Page& page, const std::string& words) {
    INFO(words_on(page));
    return words_on(page).find(words) != std::string::npos;
}

Setting setting_for(const char* id, PageLayout layout) {
    Setting setting;
    setting.scene = find_scene(id);
    setting.layout = layout;
    return setting;
}

// No two panels share a point, and all lie on the page.
void check_places(const Page& page) {
    const auto& panels = page.frame.panels();
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const Rect& a = panels[i].place;
        CHECK(a.x >= -1e-9);
        CHECK(a.y >= -1e-9);
        CHECK(a.x + a.width <= 1 + 1e-9);
        CHECK(a.y + a.height <= 1 + 1e-9);
    }
}

double overlap(const Rect& a, const Rect& b) {
    const double x = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x),
                 y = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::max(0.0, x) * std::max(0.0, y);
}

Image pixels_of(const Page& page) {
    static const gl::OffscreenContext context;
    context.make_current();
    gl::Renderer renderer;
    gl::Canvas canvas;
    canvas.points = page.size;
    return gl::render_image(renderer, std::make_shared<const Frame>(page.frame), page.views, default_theme(), canvas);
}

// The part of the pixels of `alone` that are others in `sheet`, whose cell begins at (x, y). Its rim may be rounded.
double part_apart(const Image& sheet, const Image& alone, const Vec2& corner) {
    const int x0 = static_cast<int>(std::lround(corner.x())), y0 = static_cast<int>(std::lround(corner.y()));
    long apart = 0, all = 0;
    for (int y = 3; y < alone.height - 3; ++y)
        for (int x = 3; x < alone.width - 3; ++x, ++all) {
            const std::uint8_t *a = sheet.pixel(x0 + x, y0 + y), *b = alone.pixel(x, y);
            for (int c = 0; c < 3; ++c)
                if (std::abs(a[c] - b[c]) > 24) {
                    ++apart;
                    break;
                }
        }
    return static_cast<double>(apart) / static_cast<double>(all);
}

// Each cell of the sheet is the picture of its own state, and of no other cell's.
void check_cells(const Setting& setting, const std::vector<Cell>& cells, int columns) {
    const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    constexpr double gap = 10;
    const Page page = sheet_of(setting, cells, columns);
    const Image sheet = pixels_of(page);
    const double width = (setting.size.x() - (columns - 1) * gap) / columns, down = (setting.size.y() + gap) / rows;
    const Panel* words = nullptr;
    for (const Panel& panel : page.frame.panels())
        if (panel.name == "1/words") words = &panel;
    REQUIRE(words);
    const Vec2 size(width, words->place.y * setting.size.y());
    Setting one = setting;
    one.size = size;
    std::vector<Image> alone;
    for (const Cell& cell : cells) alone.push_back(pixels_of(page_of(one, cell.state)));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Vec2 corner((static_cast<int>(i) % columns) * (width + gap), (static_cast<int>(i) / columns) * down);
        for (std::size_t j = 0; j < cells.size(); ++j) {
            CAPTURE(i);
            CAPTURE(j);
            const double apart = part_apart(sheet, alone[j], corner);
            if (i == j) CHECK(apart < 0.002);
            else CHECK(apart > 0.004);
        }
    }
}

}  // namespace

TEST_CASE("every scene has a caption and a card that fit their page") {
    testing::for_each_scene([](const Scene& scene) {
        for (const PageLayout layout : {PageLayout::picture, PageLayout::caption, PageLayout::card})
            for (const State& state : testing::shown_states(scene)) {
                Setting setting = setting_for(scene.words.id.c_str(), layout);
                const Page page = page_of(setting, state);
                check_places(page);
                CHECK((layout == PageLayout::picture) == !says(page, scene.words.summary));
                for (const Panel& panel : page.frame.panels()) {
                    if (panel.name != "caption" && panel.name != "card" && panel.name != "words") continue;
                    CHECK(written_height(panel.notes, panel.place.width * page.size.x()) <=
                          panel.place.height * page.size.y() + 1e-6);
                    for (const Panel& other : page.frame.panels())
                        if (other.name != panel.name && other.name != "rules")
                            CHECK(overlap(panel.place, other.place) < 1e-9);
                }
            }
    });
}

TEST_CASE("a caption names what differs from the defaults, what moves, and what the scene is about") {
    const Scene& scene = *find_scene("gradient-descent");
    Setting setting = setting_for("gradient-descent", PageLayout::caption);
    setting.moving = scene.find_param("mu");
    const Page page = page_of(setting, state_with(scene, {"rate=0.01", "newton=true"}));
    for (const char* words : {"Gradient descent", "Learning rate: 0.01", "Newton: on", "f(x, y): himmelblau",
                              "Momentum μ: 0.8", "Start: [−0.3, −0.3]"})
        CHECK(says(page, words));
    CHECK(!says(page, "Adam β₁"));
}

TEST_CASE("a card has values, what comes out, and room for own words or the words themselves") {
    const Scene& scene = *find_scene("transform");
    Setting setting = setting_for("transform", PageLayout::card);
    const Page empty = page_of(setting, state_with(scene, {"A=[[2,0],[0,3]]"}));
    CHECK(says(empty, "A: [[2, 0], [0, 3]]"));
    CHECK(says(empty, "Determinant: 6"));
    CHECK(empty.frame.panels().back().name == "rules");
    setting.own_words = "It stretches.";
    const Page full = page_of(setting, scene.defaults);
    CHECK(says(full, "It stretches."));
    CHECK(full.frame.panels().back().name != "rules");
}

TEST_CASE("a sheet has a labelled cell for each value, none over another") {
    const Scene& scene = *find_scene("eigenvectors");
    const Setting setting = setting_for("eigenvectors", PageLayout::picture);
    for (int count = 1; count <= 7; ++count) {
        std::vector<Cell> cells;
        for (int i = 0; i < count; ++i) cells.push_back({scene.defaults, "cell " + std::to_string(i)});
        const Page page = sheet_of(setting, cells);
        check_places(page);
        for (int i = 0; i < count; ++i) CHECK(says(page, "cell " + std::to_string(i) + "\n"));
        const auto& panels = page.frame.panels();
        for (std::size_t i = 0; i < panels.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) CHECK(overlap(panels[i].place, panels[j].place) < 1e-9);
    }
    CHECK(columns_for(3) == 3);
    CHECK(columns_for(4) == 2);
    CHECK(columns_for(5) == 3);
    CHECK(columns_for(9) == 3);
}

TEST_CASE("two states are told apart by values and facts, each once") {
    const Scene& scene = *find_scene("transform");
    const State before = state_with(scene, {"A=[[1,0],[0,1]]"}), now = state_with(scene, {"A=[[3,0],[0,1]]"});
    const auto lines = differences(scene, before, now);
    const auto has = [&](const char* line) { return std::ranges::count(lines, line); };
    CHECK(has("A: [[1, 0], [0, 1]] → [[3, 0], [0, 1]]") == 1);
    CHECK(has("Determinant: 1 → 3") == 1);
    CHECK(std::ranges::none_of(lines, [](const std::string& line) { return line.starts_with("Rank"); }));
    CHECK(differences(scene, now, now).empty());
    CHECK(apart(scene, now, before).find("Determinant: 3") != std::string::npos);
    Setting setting = setting_for("transform", PageLayout::caption);
    setting.before = before;
    CHECK(says(page_of(setting, now), "Determinant: 1 → 3"));
}

TEST_CASE(
    "what changed since is read out: values from what to what, facts with them, and what is undefined with its "
    "reason") {
    const auto lines_of = [](const char* id, const std::vector<std::string>& before,
                             const std::vector<std::string>& now) {
        const Scene& scene = *find_scene(id);
        return differences(scene, state_with(scene, before), state_with(scene, now));
    };
    using Lines = std::vector<std::string>;
    const Lines kink = lines_of("backpropagation", {"f=\"abs(x - y)\"", "x=2", "y=1", "delta=0.5"},
                                {"f=\"abs(x - y)\"", "x=1", "y=1", "delta=0.5"});
    CHECK(kink == Lines{"x: 2 → 1", "Value of f: 1 → 0",
                        "∂f/∂x: 1 → undefined (A value is missing, or a step has no slope here)",
                        "∂f/∂y: −1 → undefined", "Change foretold: gradient times nudge: 0.5 → undefined",
                        "What the foretelling misses: 0 → undefined"});
    const Lines back =
        lines_of("backpropagation", {"f=\"abs(x - y)\"", "x=1", "y=1"}, {"f=\"abs(x - y)\"", "x=3", "y=1"});
    CHECK(std::ranges::count(back, "∂f/∂x: undefined → 1") == 1);
    const Lines reasons = lines_of("transform", {"A=[[1,2],[2,4]]"}, {"A=[[1,2],[2,4]]"});
    CHECK(reasons.empty());
    // values that read the same, and yet are others
    const Scene& cloud = *find_scene("pca");
    const int points = cloud.find_param("rows");
    REQUIRE(points >= 0);
    State moved = cloud.defaults;
    auto& held = std::get<Points>(moved[static_cast<std::size_t>(points)]);
    const std::string of_all = " of " + std::to_string(held.size()) + " points moved";
    held[0].x() += 0.5, held[2].y() -= 0.5;
    const Lines few = differences(cloud, cloud.defaults, moved);
    CHECK(few[0] == cloud.params[static_cast<std::size_t>(points)].title + ": 2" + of_all);
    CHECK(std::ranges::none_of(few, [](const std::string& line) {  // nothing reads "3 → 3"
        const std::size_t arrow = line.find(" → "), colon = line.find(": ");
        return arrow != line.npos &&
               line.substr(colon + 2, arrow - colon - 2) == line.substr(arrow + std::string_view(" → ").size());
    }));
    CHECK(lines_of("gradient-descent", {"rate=0.01"}, {"rate=0.0100001"})[0] == "Learning rate: 0.01 → 0.0100001");
}

TEST_CASE("the cells of a sheet are the pictures of their values, each as it is alone") {
    const Scene& scene = *find_scene("transform");
    Setting setting = setting_for("transform", PageLayout::picture);
    const int t = scene.find_param("t");
    const State state = state_with(scene, {"A=[[0,-2],[1.5,0.5]]"});
    setting.size = {4 * 400 + 3 * 10, 300};
    check_cells(setting, swept(scene, state, t, {Value(0.0), Value(0.3), Value(0.6), Value(1.0)}), 4);
    setting.size = {2 * 400 + 10, 610};  // two rows
    check_cells(setting, swept(scene, state, t, {Value(0.0), Value(0.3), Value(0.6)}), 2);
}

TEST_CASE("two states beside each other are the pictures of both, the first on the left") {
    const Scene& scene = *find_scene("eigenvectors");
    Setting setting = setting_for("eigenvectors", PageLayout::picture);
    setting.size = {2 * 500 + 10, 420};
    check_cells(setting, compared(scene, scene.defaults, state_with(scene, {"A=[[1,1],[-1,2]]", "v=[-2,0.5]"})), 2);
}
