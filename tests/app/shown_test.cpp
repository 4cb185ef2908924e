// Captions, cards, sheets and ghosts: what stands on the page, in which words, and that pictures do not overlap.
#include "app/film/shown.h"
#include "app/model/state.h"
#include "tests/app/every_scene.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace eigenscape;

namespace {

State state_of(const Scene& scene, const std::vector<std::string>& settings) {
    return std::get<State>(set_all(scene, scene.defaults, settings));
}

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
    const Page page = page_of(setting, state_of(scene, {"rate=0.01", "newton=true"}));
    for (const char* words : {"Gradient descent", "Learning rate: 0.01", "Newton: on", "f(x, y): himmelblau",
                              "Momentum μ: 0.8", "Start: [−0.3, −0.3]"})
        CHECK(says(page, words));
    CHECK(!says(page, "Adam β₁"));
}

TEST_CASE("a card has values, what comes out, and room for own words or the words themselves") {
    const Scene& scene = *find_scene("transform");
    Setting setting = setting_for("transform", PageLayout::card);
    const Page empty = page_of(setting, state_of(scene, {"A=[[2,0],[0,3]]"}));
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
    const State before = state_of(scene, {"A=[[1,0],[0,1]]"}), now = state_of(scene, {"A=[[3,0],[0,1]]"});
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
