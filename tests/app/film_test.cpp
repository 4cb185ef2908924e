// Films as functions from frame number to state, and the words that describe them: sweeps, frame ranges, numbered
// names.
#include "app/model/film.h"
#include "app/model/numbers.h"
#include "tests/app/workbench.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace eigenscape;

namespace {

const Scene& bench() { return eigenscape::testing::workbench(); }

Film film_of(const FilmOutcome& outcome) {
    if (const auto* bad = std::get_if<BadValue>(&outcome)) FAIL(bad->message);
    return std::get<Film>(outcome);
}

Film swept(const char* text, const Tempo& tempo) {
    const auto sweep = parse_sweep(bench(), text);
    if (const auto* bad = std::get_if<BadValue>(&sweep)) FAIL(bad->message);
    return film_of(sweep_film(bench(), bench().defaults, std::get<Sweep>(sweep), tempo));
}

template <class T>
T value(const State& state, const char* name) {
    return std::get<T>(state[static_cast<std::size_t>(bench().find_param(name))]);
}

template <class T>
void refused(const std::variant<T, BadValue>& outcome, const std::string& words) {
    REQUIRE(std::holds_alternative<BadValue>(outcome));
    const std::string& message = std::get<BadValue>(outcome).message;
    INFO(message << " should say " << words);
    CHECK(message.find(words) != std::string::npos);
    CHECK(message.back() == '.');
}

}  // namespace

TEST_CASE("a film of the timeline plays its parameter from end to end in its own time") {
    const Film film = film_of(timeline_film(bench(), bench().defaults, {30, 0, false}));
    CHECK(film.frames == 60);
    CHECK(film.moves == "t");
    CHECK(value<double>(film.state(0), "t") == 0);
    CHECK(value<double>(film.state(59), "t") == 1);
    CHECK(value<double>(film.state(20), "t") == doctest::Approx(20.0 / 59));
    CHECK(value<Vec2>(film.state(20), "v") == value<Vec2>(bench().defaults, "v"));
    CHECK(film.state(20) == film.state(20));
}

TEST_CASE("a film may last longer, start gently, or be one frame") {
    const Film film = film_of(timeline_film(bench(), bench().defaults, {10, 3, true}));
    CHECK(film.frames == 30);
    CHECK(value<double>(film.state(1), "t") < 0.001);
    CHECK(value<double>(film.state(29), "t") == 1);
    const Film one = film_of(timeline_film(bench(), bench().defaults, {1, 0.01, false}));
    CHECK(one.frames == 1);
    CHECK(value<double>(one.state(0), "t") == 1);
}

TEST_CASE(
    "a sweep moves numbers evenly, on a log scale in the logarithm, integers step by step, matrices along their polar "
    "path") {
    const Tempo five{1, 5, false};
    CHECK(value<double>(swept("radius=0.5..1.5", five).state(2), "radius") == doctest::Approx(1));
    CHECK(value<double>(swept("rate=0.001..0.1", five).state(2), "rate") == doctest::Approx(0.01));
    const Film counting = swept("count=1..5", five);
    for (int k = 0; k < 5; ++k) CHECK(value<int>(counting.state(k), "count") == 1 + k);
    const Film turning = swept("A=[[1,0],[0,1]]..[[0,-1],[1,0]]", five);
    CHECK(determinant<2>(value<Mat2>(turning.state(2), "A")) == doctest::Approx(1));  // entry by entry it would be 0.5
    CHECK(value<Mat2>(turning.state(4), "A")(1, 0) == 1);
    CHECK(value<Vec2>(swept("v=[0,0]..[2,-2]", five).state(2), "v").y() == doctest::Approx(-1));
    CHECK(value<double>(swept("radius=1.5..0.5", five).state(0), "radius") == 1.5);  // backwards too
    CHECK(swept("radius=1..2", {60, 0, false}).frames == 240);
}

TEST_CASE("a sweep's list is cut at commas that are not inside a value") {
    const auto values = [](const char* text) { return std::get<Sweep>(parse_sweep(bench(), text)).values.size(); };
    CHECK(values("radius=0.5,1,2") == 3);
    CHECK(values("v=[1,2],[3,-4]") == 2);
    CHECK(values("f=\"max(x,y)\",x^2") == 2);
    CHECK(values("f=max(x,y),x^2") == 2);
    CHECK(values("curve=ring,line") == 2);
    CHECK(values("shown=true,false") == 2);
    CHECK(values("count=1") == 1);
    CHECK(!std::get<Sweep>(parse_sweep(bench(), "radius=1,2")).range);
    CHECK(std::get<Sweep>(parse_sweep(bench(), "radius=1..2")).range);
}

TEST_CASE("a sweep that cannot be is refused in words") {
    refused(parse_sweep(bench(), "radius"), "NAME=FROM..TO");
    refused(parse_sweep(bench(), "radios=1..2"), "Did you mean radius");
    refused(parse_sweep(bench(), "radius=1..7"), "radius");
    refused(parse_sweep(bench(), "radius=1..1.5..2"), "two ends");
    refused(parse_sweep(bench(), "radius=1.."), "radius");
    refused(parse_sweep(bench(), "radius=1,,2"), "radius");
    refused(parse_sweep(bench(), "radius=nan..1"), "radius");
    refused(parse_sweep(bench(), "curve=ring..line"), "Write a list");
    refused(parse_sweep(bench(), "data=[[0,1]]..[[0,1],[1,1]]"), "equally many");
}

TEST_CASE("a film of no frames, of too many, or at an impossible speed is refused in words") {
    const auto film = [](double fps, double seconds) {
        return timeline_film(bench(), bench().defaults, {fps, seconds, false});
    };
    refused(film(0, 1), "more than 0");
    refused(film(-1, 1), "more than 0");
    refused(film(1e9, 1), "at most 1000");
    refused(film(std::numeric_limits<double>::quiet_NaN(), 1), "more than 0");
    refused(film(60, -1), "positive number of seconds");
    refused(film(60, std::numeric_limits<double>::infinity()), "positive number of seconds");
    refused(film(100, 1e7), "1000000000 frames; at most 200000");
    refused(timeline_film(*find_scene("loss-surface"), find_scene("loss-surface")->defaults, {}),
            "--sweep NAME=FROM..TO");
}

TEST_CASE("a range of frames is half open and lies within the film") {
    const auto range = [](const char* text) { return std::get<FrameRange>(parse_frames(text, 100)); };
    CHECK(range("10:20").first == 10);
    CHECK(range("10:20").count() == 10);
    CHECK(range(":").count() == 100);
    CHECK(range("90:").last == 100);
    CHECK(range(":1").count() == 1);
    CHECK(range("90:120").last == 100);
    for (const char* text : {"", "10", "a:b", "1:2:3", "1.5:3", " 1:2", "0x1:3", "99999999999:2"})
        refused(parse_frames(text, 100), "FIRST:END");
    for (const char* text : {"5:5", "7:3", "-1:3", "100:", "100:101", "200:300"})
        refused(parse_frames(text, 100), "0:100");
}

TEST_CASE("a numbered name has exactly one place for the number") {
    const auto name = [](const char* text, int frame) {
        return std::get<NumberedName>(parse_numbered(text)).of(frame);
    };
    CHECK(name("f/%04d.png", 7) == "f/0007.png");
    CHECK(name("%04d.png", 123456) == "123456.png");
    CHECK(name("a%db.png", 7) == "a7b.png");
    CHECK(name("100%%-%02d.png", 3) == "100%-03.png");
    CHECK(name("50%/x%d.png", 3) == "50%/x3.png");  // the folder is taken as it stands
    for (const char* text : {"a.png", "%s.png", "%x.png", "%4d.png", "%d%d.png", "%.3d.png", "%-4d.png", "%04ld.png",
                             "%", "%0", "a%", "%n.png", "%0d.png", "%099d.png", "%%04d.png", "%*d.png", "%1$d.png"})
        refused(parse_numbered(text), "exactly one %d");
    CHECK(is_numbered("a/%d.png"));
    CHECK(!is_numbered("50%/a.png"));
}
