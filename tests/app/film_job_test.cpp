// The film as a window's dialog would drive it: progress, time left, cancelling, an ending in words; on its own
// threads.
#include "app/film/film_job.h"
#include "tests/app/program.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

using namespace eigenscape;
using eigenscape::testing::Folder;

namespace {

FilmOrder order_for(const std::string& output, double seconds, double fps = 10) {
    FilmOrder order;
    const Scene& scene = *find_scene("transform");
    order.film = std::get<Film>(timeline_film(scene, scene.defaults, {fps, seconds, false}));
    order.range = {0, order.film.frames};
    order.document.scene = scene.words.id;
    order.document.state = scene.defaults;
    order.setting.scene = &scene;
    order.setting.size = {160, 90};
    order.output = output;
    return order;
}

}  // namespace

TEST_CASE("a film job ends well, tells how far it is, and says where the film is") {
    const Folder folder;
    FilmJob job(order_for(folder / "a.gif", 2));
    double before = 0;
    while (!job.ended()) {
        const double now = job.progress();
        CHECK(now >= before);
        CHECK(now <= 1);
        if (const auto left = job.seconds_left()) CHECK(*left >= 0);
        before = now;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const FilmResult& result = job.wait();
    CHECK(result.ending == FilmResult::done);
    CHECK(result.message == "Saved " + (folder / "a.gif") + ": 20 frames.");
    CHECK(job.progress() == 1);
    CHECK(job.frames_done() == 20);
    CHECK(!job.seconds_left());
    CHECK(folder.names() == std::vector<std::string>{"a.gif"});
}

TEST_CASE("a film job is cancelled by word or by being dropped, and leaves nothing") {
    const Folder folder;
    for (const char* name : {"a.gif", "%d.png"}) {
        FilmJob job(order_for(folder / name, 1000));
        while (job.frames_done() < 3 && !job.ended()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        CHECK(job.seconds_left().has_value());
        job.cancel();
        const FilmResult& result = job.wait();
        CHECK(result.ending == FilmResult::cancelled);
        CHECK(result.message.starts_with("Cancelled after "));
        CHECK(result.message.ends_with(" of 10000 frames. Nothing of it was kept."));
        CHECK(folder.names().empty());
        const FilmJob dropped(order_for(folder / name, 1000));
    }
    CHECK(folder.names().empty());
}

TEST_CASE("a film job says why it cannot be done, and does not throw") {
    const Folder folder;
    FilmJob nowhere(order_for(folder / "none/a.gif", 1));
    CHECK(nowhere.wait().ending == FilmResult::failed);
    CHECK(nowhere.wait().message.find("does not exist") != std::string::npos);
    FilmOrder order = order_for(folder / "a.gif", 1);
    order.film.state = [](int frame) -> State {
        if (frame == 5) throw std::runtime_error("The scene could not be drawn.");
        return find_scene("transform")->defaults;
    };
    FilmJob broken(order);
    CHECK(broken.wait().ending == FilmResult::failed);
    CHECK(broken.wait().message == "The scene could not be drawn.");
    CHECK(folder.names().empty());
}

TEST_CASE("films are drawn while something else is drawn on other threads, and come out the same") {
    const Folder folder;
    std::vector<std::unique_ptr<FilmJob>> jobs;
    for (const char* name : {"a.gif", "b.gif", "c.gif"})
        jobs.push_back(std::make_unique<FilmJob>(order_for(folder / name, 1)));
    for (const auto& job : jobs) CHECK(job->wait().ending == FilmResult::done);
    const std::string first = eigenscape::testing::text_of(folder / "a.gif");
    CHECK(first.size() > 1000);
    CHECK(eigenscape::testing::text_of(folder / "b.gif") == first);
    CHECK(eigenscape::testing::text_of(folder / "c.gif") == first);
}

TEST_CASE("mp4 and webm have even sides, other films the sides that were asked for") {
    CHECK(film_side(65, 1, FilmFormat::mp4) == 66);
    CHECK(film_side(65, 1, FilmFormat::gif) == 65);
    CHECK(film_side(64, 1, FilmFormat::webm) == 64);
    CHECK(film_side(33, 1.5, FilmFormat::frames) == 50);
    CHECK(film_format("a.MP4") == FilmFormat::mp4);
    CHECK(film_format("a.png") == std::nullopt);
    CHECK(film_format("a%d.png") == FilmFormat::frames);
    CHECK(film_format("a.gif.txt") == std::nullopt);
}
