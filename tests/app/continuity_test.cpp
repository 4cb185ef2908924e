// Nothing flickers while a matrix is dragged: every arrow and eigen-line of the matrix scenes is followed along paths
// through all 2×2 matrices of the reference numbers, the defective, repeated and singular ones among them.
#include "app/model/scene.h"
#include "app/model/state.h"
#include "core/linalg/eigen.h"
#include "core/linalg/polar.h"
#include "viz/tessellate.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

using namespace eigenscape;

namespace {

constexpr double most_turned = 30 * pi / 180;
constexpr double visible_length = 0.05;  // five points on the screen: what is shorter has no direction to be seen

std::vector<Mat2> reference_matrices() {
    std::ifstream file(EIGENSCAPE_TESTS_DIR "/truth/matrices.json");
    std::vector<Mat2> found;
    const nlohmann::json truth = nlohmann::json::parse(file);
    for (const auto& check : truth.at("checks")) {
        const auto& rows = check.at("input").at("A");
        if (rows.size() != 2 || rows[0].size() != 2) continue;
        Mat2 A;
        for (int i = 0; i < 4; ++i)
            A(i / 2, i % 2) = rows[static_cast<std::size_t>(i / 2)][static_cast<std::size_t>(i % 2)];
        if (A.cwiseAbs().maxCoeff() <= 9 && std::find(found.begin(), found.end(), A) == found.end()) found.push_back(A);
    }
    return found;
}

double angle_between(const Vec2& a, const Vec2& b) {
    return std::atan2(std::abs(a.x() * b.y() - a.y() * b.x()), a.dot(b));
}

struct Seen {
    std::map<std::pair<Ink, int>, Vec2> arrows;  // by ink and order
    std::vector<Vec2> eigen_lines;
};

Seen seen(const Panel& plane) {
    Seen all;
    std::map<Ink, int> count;
    for (const Stroke& stroke : plane.strokes) {
        const Vec3 by = plane.points[stroke.first + stroke.count - 1] - plane.points[stroke.first];
        if (stroke.arrow) all.arrows[{stroke.pen.ink, count[stroke.pen.ink]++}] = by.head<2>();
        else if (stroke.pen.ink == Ink::special && stroke.count == 2 && stroke.pen.dash == Dash::solid)
            all.eigen_lines.push_back(by.head<2>());
    }
    return all;
}

int jumps(const Seen& before, const Seen& now) {
    int found = 0;
    for (const auto& [name, arrow] : now.arrows) {
        const auto was = before.arrows.find(name);
        if (was == before.arrows.end() || std::min(arrow.norm(), was->second.norm()) < visible_length) continue;
        found += angle_between(was->second, arrow) > most_turned;
    }
    if (before.eigen_lines.size() != now.eigen_lines.size()) return found;  // they met and vanished, or came back
    for (const Vec2& line : now.eigen_lines)
        found += std::none_of(before.eigen_lines.begin(), before.eigen_lines.end(), [&](const Vec2& was) {
            return std::min(angle_between(was, line), angle_between(was, -line)) <= most_turned;
        });
    return found;
}

bool finite(const Frame& frame) {
    for (const Panel& panel : frame.panels()) {
        for (const Vec3& p : panel.points)
            if (!p.allFinite()) return false;
        for (const auto& segment : tessellate(panel, frame.stage().canvas_points).segments)
            for (const auto& end : {segment.a, segment.b, segment.before, segment.after})
                for (const float x : end)
                    if (!std::isfinite(x)) return false;
    }
    return true;
}

// Along A + s E for s from -0.3 to 0.3, through A itself and very near to it.
std::vector<double> path() {
    std::vector<double> at;
    for (int k = -30; k <= 30; ++k) at.push_back(k * 0.01);
    for (const double near : {1e-3, 1e-5, 1e-7, 1e-9}) at.insert(at.end(), {-near, near});
    std::sort(at.begin(), at.end());
    return at;
}

// On the way to A the turn counts. It goes the other way round once A passes a half turn (polar.h says so), and any
// turn leads to the zero matrix (the truth: its Q is not unique).
bool any_turn(const Mat2& before, const Mat2& now) {
    if (std::min(before.norm(), now.norm()) < 1e-8) return true;
    const Angle a = rotation_angle(before), b = rotation_angle(now);
    return std::max(std::abs(a.radians), std::abs(b.radians)) > pi - 0.3 && std::abs(a.radians - b.radians) > pi;
}

struct Trip {
    int frames = 0, jumped = 0, broken = 0;
};

void travel(const Scene& scene, const Mat2& A, const Mat2& E, const std::string& t, Trip& trip) {
    const int param = scene.find_param("A");
    const State start = std::get<State>(set(scene, scene.defaults, "t=" + t));
    std::optional<Seen> before;
    Mat2 last = A;
    for (const double s : path()) {
        const Mat2 here = A + s * E;
        Frame frame;
        scene.draw(with(scene, start, param, here), frame);
        ++trip.frames;
        trip.broken += !finite(frame);
        const Seen now = seen(frame.panels()[0]);
        if (before && !(t != "1" && any_turn(last, here)) && jumps(*before, now) > 0) {
            ++trip.jumped;
            CAPTURE(A);
            CAPTURE(E);
            CAPTURE(s);
            CHECK_MESSAGE(false, scene.words.id, " jumps at t = ", t);
        }
        const auto pairs = real_eigenpairs(here);
        const bool any = !pairs.empty() && pairs[0].any_direction();  // the truth: every direction is one
        before = now;
        if (any) before->eigen_lines.clear();
        last = here;
    }
}

}  // namespace

TEST_CASE("no arrow and no eigen-line jumps while a matrix is dragged through the reference matrices") {
    const std::vector<Mat2> all = reference_matrices();
    REQUIRE(all.size() >= 15);
    for (const char* id : {"eigenvectors", "transform"}) {
        const auto scene =
            std::find_if(all_scenes().begin(), all_scenes().end(), [&](const Scene& s) { return s.words.id == id; });
        REQUIRE(scene != all_scenes().end());
        Trip trip;
        for (const Mat2& A : all)
            for (const Mat2& E :
                 {Mat2{{1, 0}, {0, 0}}, Mat2{{0, 1}, {0, 0}}, Mat2{{0, 0}, {1, 0}}, Mat2{{0.6, -0.3}, {0.4, -0.7}}})
                for (const char* t : {"1", "0.5"}) travel(*scene, A, E, t, trip);
        CHECK(trip.frames > 5000);
        CHECK(trip.jumped == 0);
        CHECK(trip.broken == 0);
    }
}

TEST_CASE("a jump would be noticed") {
    Seen before, now;
    before.arrows[{Ink::first, 0}] = {1, 0};
    now.arrows[{Ink::first, 0}] = {0.8, 0.6};
    CHECK(jumps(before, now) == 1);
    before.arrows.clear();
    before.eigen_lines = {{1, 0}, {0, 1}};
    now.eigen_lines = {{0, -1}, {1, 1}};
    CHECK(jumps(before, now) == 1);
    now.eigen_lines = {{0, -1}, {-1, 0}};
    CHECK(jumps(before, now) == 0);
}
