// The three stages of a matrix in space, and the picture of low rank: what the scenes promise, for ordinary matrices
// and pictures and for those with nothing in them.
#include "app/model/drag.h"
#include "app/model/picture_text.h"
#include "app/scenes/linear_algebra/pictures.h"
#include "app/scenes/linear_algebra/space_stages.h"
#include "core/linalg/determinant.h"
#include "core/linalg/svd.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <chrono>
#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const std::vector<Mat3> space_samples = {Mat3{{1.4, 0.6, 0}, {-0.3, 1, 0.8}, {0.5, -0.4, 0.7}},
                                         Mat3{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}},
                                         Mat3{{1.5, 0.5, 0}, {0.3, 0.9, 0}, {0.9, 0.7, 0}},
                                         Mat3{{1, 0.5, -0.5}, {0.8, 0.4, -0.4}, {0.6, 0.3, -0.3}},
                                         Mat3{{1.2, 0.3, 0}, {0.2, -0.9, 0.4}, {0, 0.5, 0.8}},
                                         Mat3{{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}},
                                         Mat3{{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}},
                                         Mat3{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                                         Mat3{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
                                         Mat3{{4, -4, 4}, {4, 4, -4}, {-4, 4, 4}}};

Mat3 diagonal(const Vec3& s) { return Mat3{{s(0), 0, 0}, {0, s(1), 0}, {0, 0, s(2)}}; }

Frame low_rank_at(const std::vector<std::string>& settings) {
    const Scene& scene = *find_scene("low-rank");
    return drawn(scene, std::get<State>(set_all(scene, scene.defaults, settings)));
}

std::string setting_of(const Image& image) {
    return "photo=" + text_of_picture({std::make_shared<const Image>(image)});
}

Image plain(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue, std::uint8_t alpha = 255) {
    Image image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const std::uint8_t pixel[] = {red, green, blue, alpha};
            std::copy(std::begin(pixel), std::end(pixel), image.pixel(x, y));
        }
    return image;
}

}  // namespace

TEST_CASE("the three stages in space multiply to A, start at the identity and pass through their factors") {
    for (const Mat3& A : space_samples) {
        CAPTURE(A);
        const SpaceStages stages = space_stages(A);
        const double size = 1 + A.norm();
        CHECK(stages.s == singular_values<3>(A));
        CHECK((stages.U * diagonal(stages.s) * stages.V.transpose() - A).norm() < 1e-12 * size);
        CHECK(std::abs(stages.V.determinant() - 1) < 1e-12);
        CHECK(stages.flip == (determinant_sign<3>(A) < 0));
        CHECK((stages.at(0) - Mat3::Identity()).norm() < 1e-12);
        CHECK((stages.at(1) - stages.V.transpose()).norm() < 1e-12);
        CHECK((stages.at(2) - diagonal(stages.s) * stages.V.transpose()).norm() < 1e-12 * size);
        CHECK((stages.at(3) - A).norm() < 1e-12 * size);
    }
}

TEST_CASE("space moves smoothly through the three stages") {
    for (const Mat3& A : space_samples) {
        CAPTURE(A);
        const SpaceStages stages = space_stages(A);
        Mat3 before = stages.at(0);
        for (int i = 1; i <= 600; ++i) {
            const Mat3 now = stages.at(i / 200.0);
            REQUIRE((now - before).norm() < 0.08 * (1 + A.norm()));
            before = now;
        }
    }
}

TEST_CASE("low rank: colours become luminance, what is clear is white, and a plain picture has rank 1") {
    const Frame red = low_rank_at({setting_of(plain(8, 4, 255, 0, 0)), "rank=1"});
    CHECK(number(red, "sigma") == doctest::Approx(0.2126 * std::sqrt(32)));
    CHECK(number(red, "rank_of_picture") == 1);
    CHECK(number(red, "largest_error") < 1e-12);
    CHECK(number(red, "numbers_stored") == 13);
    CHECK(number(red, "numbers_of_picture") == 32);
    const Frame clear = low_rank_at({setting_of(plain(4, 4, 0, 0, 0, 0)), "rank=1"});
    CHECK(number(clear, "sigma") == doctest::Approx(4));
    const Frame black = low_rank_at({setting_of(plain(4, 4, 0, 0, 0)), "rank=3"});
    CHECK(number(black, "sigma") == 0);
    CHECK(number(black, "energy_kept") == 1);
    CHECK(number(black, "rank_of_picture") == 0);
}

TEST_CASE("low rank: no more directions are kept than the picture has") {
    const Scene& scene = *find_scene("low-rank");
    const State tall = std::get<State>(
        set_all(scene, scene.defaults, std::vector<std::string>{setting_of(plain(3, 200, 9, 9, 9)), "rank=80"}));
    CHECK(std::get<int>(tall[static_cast<std::size_t>(scene.find_param("rank"))]) == 3);
    State unsettled = scene.defaults;
    unsettled[static_cast<std::size_t>(scene.find_param("rank"))] = 256;
    CHECK(drawn(scene, unsettled).facts() == drawn(scene, scene.settle(unsettled)).facts());
}

TEST_CASE("low rank: the copy gets nearer with every piece, and the test card has something for every rank") {
    double distance = infinity, kept = 0;
    for (int rank = 1; rank <= 96; rank += rank < 20 ? 1 : 12) {
        const Frame frame = low_rank_at({"rank=" + std::to_string(rank)});
        CHECK(number(frame, "distance") < distance);
        CHECK(number(frame, "energy_kept") > kept);
        distance = number(frame, "distance");
        kept = number(frame, "energy_kept");
    }
    CHECK(number(low_rank_at({"rank=1"}), "rank_of_picture") == 96);
    const Frame all = low_rank_at({"rank=96"});
    CHECK(number(all, "largest_error") < 1e-12);
    CHECK(grey_test_card()->width == 96);
}

TEST_CASE("low rank: the handle follows along the spectrum") {
    const Scene& scene = *find_scene("low-rank");
    const Stage stage{{1280, 720}, {}};
    const Frame first = drawn(scene, scene.defaults, stage);
    const int rank = scene.find_param("rank");
    for (const int to : {1, 7, 40, 96}) {
        State goal = scene.defaults;
        goal[static_cast<std::size_t>(rank)] = to;
        const Vec2 pointer = *handle_on_screen(drawn(scene, goal, stage), {"spectrum", 0}, stage);
        Drag drag(scene, first, {"spectrum", 0});
        CHECK(std::get<int>(drag.to(scene.defaults, pointer, stage).state[static_cast<std::size_t>(rank)]) == to);
    }
}
