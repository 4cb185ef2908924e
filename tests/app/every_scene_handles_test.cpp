// Every handle of every scene follows the pointer: to half a point, to an edge of its range, or to a nearest place.
// Pointer moves are random but seeded; "nearest" is checked by looking at many places around, within 2 % where far off.
#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "tests/app/every_scene.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

struct Dice {
    std::uint64_t seed;
    double part() {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(seed >> 11) * 0x1p-53;
    }
    double between(double a, double b) { return a + (b - a) * part(); }
};

bool at_edge(const Scene& scene, const State& state, int param) {
    const Range& range = scene.params[static_cast<std::size_t>(param)].range;
    const std::vector<double> numbers = numbers_of(state[static_cast<std::size_t>(param)]);
    return std::any_of(numbers.begin(), numbers.end(), [&](double x) { return x <= range.min || x >= range.max; });
}

// The least distance to the pointer among places whose numbers differ a little or a lot from these and keep what is
// held.
double least_around(const Scene& scene, const State& state, const Grip& grip, int param, const Vec2& pointer,
                    Dice& dice) {
    const auto at = static_cast<std::size_t>(param);
    const Range& range = scene.params[at].range;
    const std::vector<double> numbers = numbers_of(state[at]);
    double least = infinity;
    const Frame here = drawn(scene, state, usual_stage);
    const auto keeps = [holds = handle_at(here, grip)->holds](const Handle& handle) {
        if (handle.holds.size() != holds.size()) return false;
        for (std::size_t i = 0; i < holds.size(); ++i)
            if (std::abs(handle.holds[i] - holds[i]) > 0.02 * (1 + std::abs(holds[i]))) return false;
        return true;
    };
    for (int i = 0; i < 24; ++i) {
        const double size = std::pow(10, dice.between(-4, -2));
        std::vector<double> other = numbers;
        for (double& x : other)
            x = from_part(range, std::clamp(to_part(range, x) + dice.between(-size, size), 0.0, 1.0));
        const State there = eigenscape::with(scene, state, param, with_numbers(state[at], other));
        const Frame frame = drawn(scene, there, usual_stage);
        const Handle* handle = handle_at(frame, grip);
        const auto place = handle_on_screen(frame, grip, usual_stage);
        if (handle && handle->parameter == scene.params[at].name && place && keeps(*handle))
            least = std::min(least, miss_of(*handle, *place, pointer));
    }
    return least;
}

std::vector<Grip> grips_of(const Frame& frame) {
    std::vector<Grip> grips;
    for (const Panel& panel : frame.panels())
        for (std::size_t i = 0; i < panel.handles.size(); ++i) grips.push_back({panel.name, static_cast<int>(i)});
    return grips;
}

struct Tally {
    int moves = 0, reached = 0, edge = 0, nearest = 0, stuck = 0, beyond = 0, vanished = 0;
};

// Where the handle would be with its parameter a little different, for one that has only a line to move along.
std::optional<Vec2> along_its_line(const Scene& scene, const State& state, const Grip& grip, int param, Dice& dice) {
    const auto at = static_cast<std::size_t>(param);
    const Range& range = scene.params[at].range;
    std::vector<double> numbers = numbers_of(state[at]);
    if (scene.params[at].kind != Kind::real && scene.params[at].kind != Kind::integer) return {};
    numbers[0] = from_part(range, std::clamp(to_part(range, numbers[0]) + dice.between(-0.1, 0.1), 0.0, 1.0));
    const State there = eigenscape::with(scene, state, param, with_numbers(state[at], numbers));
    return handle_on_screen(drawn(scene, there, usual_stage), grip, usual_stage);
}

// A random walk of the pointer with one handle in hand.
void walk(const Scene& scene, State state, const Grip& grip, Dice& dice, Tally& tally) {
    Frame first = drawn(scene, state, usual_stage);
    state = taken(scene, state, *handle_at(first, grip));
    first = drawn(scene, state, usual_stage);
    const auto start = handle_on_screen(first, grip, usual_stage);
    if (!start) return;
    const Rect place = camera_of(*panel_named(first, grip.panel), {}, usual_stage.canvas_points).plot;
    Drag drag(scene, first, grip);
    REQUIRE(drag.param() >= 0);
    Vec2 pointer = *start;
    for (int move = 0; move < 4; ++move) {
        pointer += Vec2(dice.between(-60, 60), dice.between(-60, 60));
        if (move % 2) pointer = along_its_line(scene, state, drag.grip(), drag.param(), dice).value_or(pointer);
        pointer.x() = std::clamp(pointer.x(), place.x, place.x + place.width);
        pointer.y() = std::clamp(pointer.y(), place.y, place.y + place.height);
        const State before = state;
        const Drag::Step step = drag.to(state, pointer, usual_stage);
        state = step.state;
        for (std::size_t i = 0; i < state.size(); ++i) REQUIRE(!refusal(scene.params[i], state[i]));
        ++tally.moves;
        const Frame after = drawn(scene, state, usual_stage);
        const auto now = handle_on_screen(after, drag.grip(), usual_stage);
        if (!now) {
            ++tally.vanished;
            return;
        }
        const double miss = miss_of(*handle_at(after, drag.grip()), *now, pointer);
        if (miss <= 0.5) {
            ++tally.reached;
        } else if (at_edge(scene, state, drag.param())) {
            ++tally.edge;
        } else {
            ++(step.stuck ? tally.stuck : tally.nearest);
            if (miss <= 1.02 * least_around(scene, state, drag.grip(), drag.param(), pointer, dice) + 0.5) continue;
            ++tally.beyond;
            MESSAGE("a nearer place was missed: " << handle_at(first, grip)->words << " to " << pointer.x() << ", "
                                                  << pointer.y() << " from " << text_of(scene, before) << " ended "
                                                  << miss << " points away");
        }
    }
}

// One test a topic: they take longest of all, and several can run at once.
constexpr std::string_view topics[] = {"Linear algebra", "Calculus and optimisation", "Statistics and probability",
                                       "Learning"};

void walk_with_every_handle(std::string_view topic) {
    for_each_scene([&](const Scene& scene) {
        if (scene.words.topic != topic) return;
        Dice dice{12345};
        Tally tally;
        std::vector<State> states = shown_states(scene);
        for (std::uint64_t seed = 1; seed <= 3; ++seed) states.push_back(random_state(scene, seed));
        for (const State& state : states)
            for (const Grip& grip : grips_of(drawn(scene, state, usual_stage))) walk(scene, state, grip, dice, tally);
        MESSAGE(scene.words.id << ": " << tally.moves << " moves: " << tally.reached << " reached, " << tally.edge
                               << " at an edge, " << tally.nearest << " as near as possible, " << tally.beyond
                               << " of them not the nearest, " << tally.stuck << " cannot move, " << tally.vanished
                               << " vanished");
        CHECK(tally.reached > tally.moves / 4);
        CHECK(100 * tally.beyond <= tally.moves);  // a seam of the picture or a wall may lie between: rarely
        CHECK(tally.vanished == 0);
    });
}

}  // namespace

TEST_CASE("every scene: every handle of linear algebra follows the pointer") { walk_with_every_handle(topics[0]); }
TEST_CASE("every scene: every handle of calculus follows the pointer") { walk_with_every_handle(topics[1]); }
TEST_CASE("every scene: every handle of probability follows the pointer") { walk_with_every_handle(topics[2]); }
TEST_CASE("every scene: every handle of learning follows the pointer") { walk_with_every_handle(topics[3]); }
TEST_CASE("every scene: the handles of every topic are walked with") {
    for_each_scene([](const Scene& scene) { CHECK(std::ranges::find(topics, scene.words.topic) != std::end(topics)); });
}

TEST_CASE("every scene: every handle follows the pointer while time runs") {
    for_each_scene([&](const Scene& scene) {
        if (playing_param(scene) < 0) return;
        for (const Grip& grip : grips_of(drawn(scene, scene.defaults, usual_stage))) {
            Explorer explorer;
            REQUIRE(!explorer.open(scene.words.id));
            explorer.set_canvas(usual_stage.canvas_points);
            explorer.play();
            for (int i = 0; i < 30; ++i) explorer.tick(1.0 / 60);
            const auto place = handle_on_screen(explorer.frame(), grip, usual_stage);
            if (!place) continue;
            explorer.pointer_moved(*place);
            explorer.pressed(Button::left);
            if (!explorer.dragging()) continue;
            const std::optional<int> param = explorer.held_param();
            REQUIRE(param);
            Dice dice{99};
            for (int i = 1; i <= 10; ++i) {
                const Vec2 pointer = *place + Vec2(1.5 * i, -1.0 * i);
                explorer.pointer_moved(pointer);
                explorer.tick(1.0 / 60);
                const auto now = explorer.tip_at();
                if (!now || at_edge(scene, explorer.state(), *param)) break;
                const Handle* held = handle_at(explorer.frame(), grip);
                const double miss = held ? miss_of(*held, *now, pointer) : 0;
                INFO("handle " << explorer.tip() << " at " << text_of(scene, explorer.state()));
                if (miss > 0.5)
                    CHECK(miss <= 1.02 * least_around(scene, explorer.state(), grip, *param, pointer, dice) + 0.5);
            }
        }
    });
}
