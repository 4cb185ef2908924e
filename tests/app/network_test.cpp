// What the scene of small networks promises: training kept by its arguments, folds where the picture shows them,
// weights that can be taken hold of, and a live window that never waits for the worker.
#include "app/model/drag.h"
#include "app/model/explorer.h"
#include "app/model/state.h"
#include "app/scenes/learning/network_views.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"
#include "viz/number.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

Frame network_shown(const std::vector<std::string>& settings, bool patient = true) {
    Stage stage;
    stage.patient = patient;
    return drawn_with("network", settings, stage);
}

std::string word(const Frame& frame, const char* name) { return std::get<std::string>(frame.find_fact(name)->value); }

std::vector<double> weights(const Frame& frame) {
    return std::get<std::vector<double>>(frame.find_fact("weights")->value);
}

Frame shown_at(const Vec2& canvas_points, const std::vector<std::string>& settings) {
    Stage stage;
    stage.canvas_points = canvas_points;
    return drawn(*find_scene("network"), state_with("network", settings), stage);
}

const Panel& panel(const Frame& frame, const char* name) {
    const Panel* found = panel_named(frame, name);
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("network: the made points have their shapes, and stay where they are when more come") {
    const LabelledPoints few = made_points(ClassData::ring, 40, 0.1), many = made_points(ClassData::ring, 200, 0.1);
    CHECK(few.x == many.x.topRows(40));
    const LabelledPoints exact = made_points(ClassData::ring, 200, 0);
    for (Eigen::Index i = 0; i < 200; ++i) {
        const double radius = exact.x.row(i).norm();
        CHECK((exact.t(i) > 0.5 ? radius >= 0.75 && radius <= 0.95 : radius <= 0.4));
    }
    const LabelledPoints corners = made_points(ClassData::xor_, 100, 0);
    for (Eigen::Index i = 0; i < 100; ++i) CHECK((corners.x(i, 0) * corners.x(i, 1) < 0) == (corners.t(i) > 0.5));
    for (const auto kind : {ClassData::blobs, ClassData::ring, ClassData::xor_, ClassData::spiral})
        CHECK(made_points(kind, 101, 0).t.sum() == 50);
}

TEST_CASE("network: two units leave a ring open, three close it") {
    CHECK(number_or_nan(network_shown({"data=ring", "units_1=3"}), "accuracy") == 1);
    for (int seed = 1; seed <= 6; ++seed)
        CHECK(number_or_nan(network_shown({"data=ring", "units_1=2", "step=1000", "seed=" + std::to_string(seed)}),
                            "accuracy") < 0.97);
}

TEST_CASE("network: without a fold the boundary stays straight") {
    const Frame frame = network_shown({"data=xor", "activation=linear", "layers=3", "units_1=4"});
    CHECK(number_or_nan(frame, "accuracy") < 0.8);
}

TEST_CASE("network: loss, accuracy and confusion agree with the weights that are shown") {
    const Frame frame = network_shown({"data=ring", "units_1=3", "step=50"});
    Network network{{2, {3}, 1, Activation::relu, Activation::sigmoid}, weights(frame)};
    const LabelledPoints data = made_points(ClassData::ring, 100, 0.05);
    const ForwardPass pass = forward(network, data.x);
    CHECK(number_or_nan(frame, "loss") == doctest::Approx(loss(network, pass, data.t, Loss::log_loss)));
    int right = 0;
    for (Eigen::Index i = 0; i < data.t.size(); ++i) right += (pass.answer()(i, 0) > 0.5) == (data.t(i) > 0.5);
    CHECK(number_or_nan(frame, "accuracy") == doctest::Approx(right / 100.0));
    CHECK(number_or_nan(frame, "confusion[0][0]") + number_or_nan(frame, "confusion[1][1]") == right);
}

TEST_CASE("network: the same order is trained once, and a step back is there at once") {
    const Frame later = network_shown({"data=ring", "units_1=4", "seed=77", "step=600"});
    const Kept before = trainings_kept();
    network_shown({"data=ring", "units_1=4", "seed=77", "step=20"});
    CHECK(trainings_kept().states == before.states);
    CHECK(network_shown({"data=ring", "units_1=4", "seed=77", "step=600"}) == later);
    CHECK(before.bytes <= before.most_bytes);
}

TEST_CASE("network: weights given by hand are those to begin with, and fit or are given up") {
    const Frame frame = network_shown({"units_1=2", "start=[1,2,3,4,5,6,7,8,9]", "step=0"});
    CHECK(weights(frame) == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9});
    const Scene& scene = *find_scene("network");
    const auto start_of = [&](const std::vector<std::string>& settings) {
        return std::get<Numbers>(state_with("network", settings)[static_cast<std::size_t>(scene.find_param("start"))]);
    };
    CHECK(start_of({"units_1=2", "start=[1,2,3,4,5,6,7,8,9]"}).size() == 9);
    CHECK(start_of({"start=[1,2,3,4,5,6,7,8,9]", "units_1=3"}).empty());
    CHECK(start_of({"start=[1,2]"}).empty());
}

TEST_CASE("network: taking hold of a weight begins anew from the weights that are shown") {
    const Frame frame = network_shown({"data=ring", "units_1=3", "view=weights"});
    const std::vector<double> now = weights(frame);
    for (const char* name : {"input", "weights"})
        for (const Handle& handle : panel(frame, name).handles) {
            CHECK(handle.parameter == "start");
            REQUIRE(handle.first.size() == 2);
            CHECK(handle.first[0].numbers == now);
            CHECK(handle.first[1].parameter == "step");
        }
    CHECK(panel(frame, "weights").handles.size() == now.size());
    const Frame by_hand = network_shown({"units_1=2", "start=[1,2,3,4,5,6,7,8,9]", "step=0", "view=weights"});
    for (const Handle& handle : panel(by_hand, "weights").handles) CHECK(handle.first.empty());
}

TEST_CASE("network: dragging a bar changes that weight alone") {
    const Scene& scene = *find_scene("network");
    const State state = state_with("network", {"view=weights"});
    const Stage stage;
    const Frame first = drawn(scene, state, stage);
    const State held = taken(scene, state, panel(first, "weights").handles[3]);
    const Frame frame = drawn(scene, held, stage);
    CHECK(weights(frame) == weights(first));
    Drag drag(scene, frame, {"weights", 3});
    const Vec2 goal = *handle_on_screen(frame, {"weights", 3}, stage) + Vec2(0, -12);
    const Drag::Step step = drag.to(held, goal, stage);
    CHECK(step.miss_points < 0.5);
    const std::vector<double> before = weights(frame), after = weights(drawn(scene, step.state, stage));
    int changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i];
    CHECK(changed == 1);
    CHECK(drag.draws() < 20);
}

TEST_CASE("network: a breakdown is told, and its pictures stay finite") {
    const Frame frame = network_shown(
        {"data=spiral", "layers=3", "units_1=8", "units_2=8", "units_3=8", "method=momentum", "rate=10", "step=1000"});
    CHECK(std::isfinite(number_or_nan(frame, "loss")));
    for (const double w : weights(frame)) CHECK(std::abs(w) <= 1e6);
}

TEST_CASE("network: the stages are told in words") {
    const std::vector<std::string> by_hand{"units_1=2", "start=[0,-2,3,0,0.5,-1,1,1,0]", "step=0"};
    const auto at = [&](const char* depth) {
        std::vector<std::string> settings = by_hand;
        settings.push_back(depth);
        return word(network_shown(settings), "stage");
    };
    CHECK(at("depth=0") == "The input plane.");
    CHECK(at("depth=0.3").find("Layer 1: stretch by ") == 0);
    CHECK(at("depth=0.7") == "Layer 1: shift by 0.50 and −1.00.");
    CHECK(at("depth=0.9") == "Layer 1: fold, by ReLU.");
    CHECK(at("depth=1") == "The space behind layer 1.");
    CHECK(at("depth=2") == "The answer: a chance.");
    CHECK(at("depth=4") == "The answer: a chance.");  // no deeper than the network
}

TEST_CASE("network: two and three dimensions are shown whole, more by the axes of most spread") {
    CHECK(number_or_nan(network_shown({"units_1=2"}), "spread_shown") == 1);
    CHECK(number_or_nan(network_shown({"units_1=3"}), "spread_shown") == 1);
    const double share =
        number_or_nan(network_shown({"data=spiral", "units_1=8", "step=300", "depth=1"}), "spread_shown");
    CHECK(share < 1);
    CHECK(share > 0.5);
}

TEST_CASE("network: the path's own slice holds most of it, random directions next to none") {
    const double own = number_or_nan(network_shown({"data=ring", "units_1=3", "view=landscape"}), "path_share");
    const double random =
        number_or_nan(network_shown({"data=ring", "units_1=3", "view=landscape", "slice=random"}), "path_share");
    CHECK(own > 0.9);
    CHECK(random < 0.6);
}

TEST_CASE("network: a live picture never waits, tells that more comes, and ends where the patient one is") {
    const std::vector<std::string> settings{"data=ring", "units_1=7", "seed=4242", "step=900"};
    const auto begun = std::chrono::steady_clock::now();
    Frame live = network_shown(settings, false);
    CHECK(live.progress());
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() < 5);
    for (int i = 0; i < 3000 && live.progress(); ++i) {
        CHECK(*live.progress() <= 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        live = network_shown(settings, false);
    }
    CHECK(!live.progress());
    CHECK(live == network_shown(settings));
}

TEST_CASE("network: no points is said in words") {
    const Scene& scene = *find_scene("network");
    State state = state_with("network", {"data=own"});
    state[static_cast<std::size_t>(scene.find_param("points"))] = Points3{};
    const Frame frame = drawn(scene, state);
    bool told = false;
    for (const Panel::Note& note : panel(frame, "input").notes)
        told |= note.text == "There are no examples: add a point.";
    CHECK(told);
    CHECK(frame.find_fact("loss")->value.index() == 0);
}

TEST_CASE("network: every bar of the largest network keeps to its own cell, in a wide and in a narrow window") {
    const std::vector<std::string> largest{"layers=3", "units_1=8", "units_2=8", "units_3=8", "view=weights", "step=0"};
    for (const Vec2& size : {Vec2(1280, 720), Vec2(746, 672), Vec2(1920, 1080)}) {
        const Frame frame = shown_at(size, largest);
        const Panel& sheet = panel(frame, "weights");
        const Camera camera = camera_of(sheet, {}, size);
        REQUIRE(sheet.handles.size() == 177);
        std::vector<double> columns;
        for (const Handle& handle : sheet.handles) {
            CHECK(sheet.home.contains(Vec2(handle.at.head<2>())));
            columns.push_back(camera.to_screen(handle.at).x());
        }
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end(), [](double a, double b) { return b - a < 1e-6; }),
                      columns.end());
        REQUIRE(columns.size() == 30);  // 3 + 9 + 9 + 9
        for (std::size_t i = 1; i < columns.size(); ++i) CHECK(columns[i] - columns[i - 1] > 8);
        // as wide as the place allows: no more than a tenth is left at either side
        CHECK(columns.front() - camera.place.x < 0.13 * camera.place.width);
        CHECK(camera.place.x + camera.place.width - columns.back() < 0.13 * camera.place.width);
    }
}

TEST_CASE("network: pointing at a bar tells its weight, however small the bar") {
    Explorer explorer;
    REQUIRE(!explorer.open("network"));
    REQUIRE(!explorer.set_settings({"layers=3", "units_1=8", "units_2=8", "units_3=8", "view=weights"}));
    explorer.set_canvas({1280, 720});
    while (!explorer.idle()) explorer.tick(0.1);
    const Frame frame = explorer.frame();
    const std::vector<double> all = weights(frame);
    for (const int place : {0, 25, 100, 176}) {
        const Grip grip{"weights", place};
        const int weight = panel(frame, "weights").handles[static_cast<std::size_t>(place)].moves.front();
        explorer.pointer_moved(*handle_on_screen(frame, grip, {{1280, 720}, {}}));
        CHECK(explorer.tip() == panel(frame, "weights").handles[static_cast<std::size_t>(place)].words + ": " +
                                    fixed(all[static_cast<std::size_t>(weight)], 3));
    }
}

TEST_CASE("network: the strip shows how the points of a space spread, also where its first units are dead") {
    // Units 1 and 2 of four answer zero everywhere; 3 and 4 are x + 5 and y + 5.
    const Frame frame =
        network_shown({"units_1=4", "start=[0,0,0,0,1,0,0,1,-9,-9,5,5,1,1,1,1,0]", "step=0", "activation=relu"});
    double left = infinity, right = -infinity;
    int seen = 0;
    for (const Dot& dot : panel(frame, "strip").dots)
        if (std::abs(dot.at.x() - 1) < 0.3 && dot.at.y() > 0.1) {
            left = std::min(left, dot.at.x());
            right = std::max(right, dot.at.x());
            ++seen;
        }
    CHECK(seen == 100);
    CHECK(right - left > 0.3);
}

TEST_CASE("network: the strip names every stage where there is room, else the one that is shown") {
    const auto names = [](const Vec2& size, const char* depth) {
        const Frame frame = shown_at(size, {"layers=3", depth, "step=0"});
        std::vector<std::string> stages;
        for (const Label& label : panel(frame, "strip").labels)
            if (std::abs(label.at.x() - std::round(label.at.x())) > 1e-9) stages.push_back(label.text);
        return stages;
    };
    CHECK(names({1280, 720}, "depth=1.3").size() == 20);
    CHECK(names({746, 672}, "depth=1.3") == std::vector<std::string>{"\\Sigma"});
    CHECK(names({746, 672}, "depth=2").empty());
}

TEST_CASE("network: loss and accuracy are named inside their chart") {
    for (const char* step : {"step=0", "step=400"}) {
        const Frame frame = network_shown({step});
        for (const Label& label : panel(frame, "training").labels) {
            if (label.text == "\\text{loss}" && label.at.y() < 0.1) CHECK(label.toward.y() > 0);
            if (label.text == "\\text{accuracy}" && label.at.y() > 0.9) CHECK(label.toward.y() < 0);
        }
    }
}

TEST_CASE("network: a layer whose units are all dead is told") {
    const auto told = [](const std::vector<std::string>& settings) {
        const Frame frame = network_shown(settings);
        for (const Panel::Note& note : panel(frame, "input").notes)
            if (note.text.starts_with("Every unit of layer 2 is dead")) return true;
        return false;
    };
    // Layer 1 lets x and y through; of layer 2 one unit or both are below zero everywhere.
    CHECK(told({"layers=2", "units_1=2", "units_2=2", "start=[1,0,0,1,3,3,0,0,0,0,-1,-1,1,1,0]", "step=0"}));
    CHECK(!told({"layers=2", "units_1=2", "units_2=2", "start=[1,0,0,1,3,3,0,0,0,0,-1,1,1,1,0]", "step=0"}));
    CHECK(!told({"layers=2", "units_1=2", "units_2=2", "start=[1,0,0,1,3,3,0,0,0,0,-1,-1,1,1,0]", "step=0",
                 "activation=tanh"}));
}

TEST_CASE(
    "network: the landscape of a large network does not hold a live picture up, and ends where the patient one is") {
    const auto settings = [](const char* step) {
        return std::vector<std::string>{"layers=3", "units_1=8", "units_2=8", "units_3=8", "view=landscape", step};
    };
    network_shown(settings("step=60"));  // its training is there
    network_shown(settings("step=20"), false);
    const Frame next = network_shown(settings("step=60"), false);
    CHECK(next.progress());  // the slice of step 20 is shown meanwhile
    CHECK(number_or_nan(next, "loss") == number_or_nan(network_shown(settings("step=60")), "loss"));
    Frame live = next;
    for (int i = 0; i < 3000 && live.progress(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        live = network_shown(settings("step=60"), false);
    }
    CHECK(!live.progress());
    CHECK(live == network_shown(settings("step=60")));
}

TEST_CASE("network: the memory that a training takes is told in words, however little") {
    CHECK(word(network_shown({"step=0"}), "kept") == "This training keeps less than 0.1 MB of at most 64 MB");
    CHECK(word(network_shown({"layers=3", "units_1=8", "units_2=8", "units_3=8", "step=1000"}), "kept").find(" 4.") !=
          std::string::npos);
}

TEST_CASE("network: the marker comes back from the end of the layers") {
    const Scene& scene = *find_scene("network");
    const State state = state_with("network", {"layers=1", "depth=2", "step=0"});
    const Stage stage;
    const Frame frame = drawn(scene, state, stage);
    const Grip grip{"strip", 0};
    Drag drag(scene, frame, grip);
    const Camera camera = camera_of(panel(frame, "strip"), {}, stage.canvas_points);
    const Drag::Step step = drag.to(state, camera.to_screen({1.7, 0, 0}), stage);
    CHECK(!step.stuck);
    CHECK(std::get<double>(step.state[static_cast<std::size_t>(scene.find_param("depth"))]) ==
          doctest::Approx(1.7).epsilon(0.01));
}
