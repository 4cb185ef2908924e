// Filling frames: facts that are not finite, equality by what is held, references that stay valid.
#include "viz/frame.h"

#include <doctest/doctest.h>

using namespace eigenscape;

TEST_CASE("a fact that is not finite is undefined and says why") {
    Frame frame;
    frame.fact("det", 3.0);
    frame.fact("ratio", undefined);
    frame.fact("condition", infinity);
    frame.fact("point", Vec2(1, undefined));
    frame.fact("count", std::int64_t{3});
    frame.fact("name", std::string("saddle"));
    frame.fact("spectrum", std::vector<Complex>{{1, 2}, {1, -infinity}});
    CHECK(std::get<double>(frame.find_fact("det")->value) == 3.0);
    CHECK(frame.find_fact("det")->reason.empty());
    for (const char* name : {"ratio", "condition", "point", "spectrum"}) {
        CAPTURE(name);
        CHECK(std::holds_alternative<std::monostate>(frame.find_fact(name)->value));
        CHECK_FALSE(frame.find_fact(name)->reason.empty());
    }
    CHECK(frame.find_fact("condition")->reason.find("larger") != std::string::npos);
    CHECK(std::get<std::int64_t>(frame.find_fact("count")->value) == 3);
    CHECK(std::get<std::string>(frame.find_fact("name")->value) == "saddle");
    CHECK(frame.find_fact("absent") == nullptr);
}

TEST_CASE("matrices are facts row by row") {
    Frame frame;
    Mat2 A;
    A << 1, 2, 3, 4;
    frame.fact("A", A);
    using Rows = std::vector<std::vector<double>>;
    CHECK(std::get<Rows>(frame.find_fact("A")->value) == Rows{{1, 2}, {3, 4}});
}

TEST_CASE("frames are equal by what they show, meshes by what they hold, not by the stage") {
    const auto drawn = [](Vec2 canvas) {
        Frame frame({canvas, {}});
        Panel& panel = frame.space("s", {}, {0, 0, 1, 1});
        MeshData data;
        data.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
        data.indices = {0, 1, 2};
        panel.mesh(std::make_shared<const MeshData>(data));
        panel.line(Vec3(0, 0, 0), Vec3(1, 1, 1), {}).arrow = true;
        return frame;
    };
    const Frame one = drawn({1280, 720});
    Frame other = drawn({640, 480});
    CHECK(one == other);
    other.space("t", {}, {0, 0, 1, 1});
    CHECK_FALSE(one == other);
}

TEST_CASE("a panel stays where it is while more are added") {
    Frame frame;
    Panel& first = frame.plane("first", {{-1, -1}, {1, 1}});
    for (int i = 0; i < 100; ++i) frame.chart("c" + std::to_string(i), {{0, 0}, {1, 1}}, {0, 0, 1, 1});
    first.dot(Vec2(0, 0), Ink::text);
    CHECK(&first == &frame.panels().front());
    CHECK(frame.panels().front().dots.size() == 1);
}
