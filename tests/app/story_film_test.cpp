// A lesson's story as a film: it begins and ends as the story does, and its words stand with it.
#include "app/film/film_job.h"
#include "app/study/story.h"
#include "tests/app/program.h"

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("a story is a film with its words, in its own time or another") {
    const Scene& scene = *find_scene("eigenvectors");
    const Story story = story_of(scene, lesson_of("eigenvectors")->story);
    const FilmOutcome outcome = story_film(scene, story, {25, 0, false});
    REQUIRE(std::holds_alternative<Film>(outcome));
    const Film& film = std::get<Film>(outcome);
    CHECK(film.frames == static_cast<int>(std::round(25 * story.seconds())));
    CHECK(film.state(0) == story.beats.front().from);
    CHECK(film.state(film.frames - 1) == story.beats.back().to);
    CHECK(film.words(0) != film.words(film.frames - 1));
    CHECK(film.words(0).find('{') == std::string::npos);
    Setting setting;
    setting.scene = &scene;
    setting.layout = PageLayout::caption;
    CHECK(band_for_words(setting, film) > 40);
    CHECK(std::get<Film>(story_film(scene, story, {25, 4, false})).frames == 100);
}

TEST_CASE("a scene without a story has no film of it, and says so") {
    const FilmOutcome outcome = story_film(*find_scene("eigenvectors"), Story(), {25, 0, false});
    REQUIRE(std::holds_alternative<BadValue>(outcome));
    CHECK(std::get<BadValue>(outcome).message == "The lesson of eigenvectors has no story.");
}

TEST_CASE("the command line makes frames of a story, and refuses it together with a sweep") {
    const Folder folder;
    const Result made =
        run("render eigenvectors --story --duration 1 --fps 3 --size 320x180 -o '" + (folder / "f%d.png") + "'");
    INFO(made.err);
    CHECK(made.status == 0);
    CHECK(folder.names() == std::vector<std::string>{"f0.png", "f1.png", "f2.png"});
    refused("render transform --story --sweep t=0..1 -o '" + (folder / "x.gif") + "'", 2,
            {"--sweep", "Leave one of the two out"});
    refused("render transform --story -o '" + (folder / "x.png") + "'", 2, {"--story", "belongs to a film"});
}
