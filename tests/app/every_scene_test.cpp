// What is true of every scene, present and future: pictures as functions of state, finite, complete, undoable.
// A new scene is tested by being in the list; nothing here knows any scene by name. Handles:
// every_scene_handles_test.cpp.
#include "tests/app/every_scene.h"
#include "app/model/document.h"
#include "app/model/explorer.h"
#include "app/model/facts.h"
#include "viz/svg.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

bool is_name(std::string_view text) {
    if (text.empty() || !(text[0] >= 'a' && text[0] <= 'z')) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// Is everything finite, in words?
std::string problem_of(const Frame& frame) {
    for (const Panel& panel : frame.panels()) {
        const bool flat = panel.kind != PanelKind::space;
        Vec3 center = panel.box.center(), reach = 10 * panel.box.size();
        if (flat) {
            const Vec2 middle = panel.window.center(), size = panel.window.size();
            center = {middle.x(), middle.y(), 0};
            reach = {10 * size.x(), 10 * size.y(), 1e-9};
        }
        std::string problem;
        for_each_place(panel, [&](const Vec3& p, const char* what) {
            if (!p.allFinite()) problem = std::string("a ") + what + " of the panel " + panel.name + " is not finite";
            else if (what != handle_word &&
                     ((p - center).cwiseAbs().array() > reach.array()).any())  // a handle is where it is
                problem = std::string("a ") + what + " of the panel " + panel.name +
                          " is more than ten windows away: " + std::to_string(p.x()) + ", " + std::to_string(p.y()) +
                          ", " + std::to_string(p.z());
        });
        if (!problem.empty()) return problem;
        for (const Photo& photo : panel.photos) {
            if (!photo.pixels || photo.pixels->width < 1 || photo.pixels->height < 1) return "a photo has no pixels";
            if (!(photo.opacity >= 0 && photo.opacity <= 1)) return "a photo's opacity is not between 0 and 1";
        }
        for (const Mesh& mesh : panel.meshes) {
            for (const Vec3& n : mesh.data->normals)
                if (!n.allFinite()) return "a normal is not finite";
            for (const float v : mesh.data->values)
                if (!std::isfinite(v)) return "a mesh value is not finite";
            for (const std::uint32_t i : mesh.data->indices)
                if (i >= mesh.data->positions.size()) return "a mesh index points nowhere";
        }
    }
    for (const Fact& fact : frame.facts()) {
        if (fact.value.index() == 0 && fact.reason.empty())
            return "the fact " + fact.name + " is undefined without a reason";
        if (fact.value.index() != 0 && !fact.reason.empty())
            return "the fact " + fact.name + " has a value and a reason";
    }
    return {};
}

}  // namespace

TEST_CASE("every scene: the table is complete and readable") {
    std::set<std::string> ids;
    for_each_scene([&](const Scene& scene) {
        CHECK(ids.insert(scene.words.id).second);
        CHECK(find_scene(scene.words.id) == &scene);
        CHECK(!scene.words.title.empty());
        CHECK(!scene.words.topic.empty());
        CHECK(!scene.words.summary.empty());
        CHECK(!scene.words.keywords.empty());
        CHECK(!scene.presets.empty());
        std::set<std::string> names;
        int playing = 0;
        for (std::size_t i = 0; i < scene.params.size(); ++i) {
            const Param& param = scene.params[i];
            INFO("parameter " << param.name);
            CHECK(names.insert(param.name).second);
            CHECK(!param.title.empty());
            CHECK(!param.range.help.empty());
            const auto refused = refusal(param, scene.defaults[i]);
            INFO((refused ? refused->message : ""));
            CHECK(!refused);
            CHECK((param.range.scale == Scale::linear || param.range.min > 0));
            CHECK((param.kind != Kind::choice || !param.range.choices.empty()));
            if (!param.range.choices.empty() || param.kind == Kind::boolean || param.kind == Kind::picture ||
                param.kind == Kind::formula)
                CHECK(!param.plays());
            else CHECK(param.range.min < param.range.max);
            playing += param.plays();
        }
        CHECK(playing <= 1);
        CHECK(scene.settle(scene.defaults) == scene.defaults);
        for (const Preset& preset : scene.presets) CHECK(!preset.words.empty());
        shown_states(scene);
    });
}

TEST_CASE("every scene: drawing is a function of the state, whatever was drawn between") {
    const auto states_of = [](const Scene& scene) {
        std::vector<State> states = shown_states(scene);
        for (std::uint64_t seed = 1; seed <= 3; ++seed) states.push_back(random_state(scene, seed));
        return states;
    };
    std::vector<std::vector<Frame>> first;
    for_each_scene([&](const Scene& scene) {
        std::vector<Frame>& frames = first.emplace_back();
        for (const State& state : states_of(scene)) frames.push_back(drawn(scene, state));
    });
    for (std::size_t i = all_scenes().size(); i-- > 0;) {  // again in the opposite order
        const Scene& scene = all_scenes()[i];
        const std::vector<State> states = states_of(scene);
        for (std::size_t s = states.size(); s-- > 0;) {
            INFO("scene " << scene.words.id << " " << text_of(scene, states[s]));
            CHECK(drawn(scene, states[s]) == first[i][s]);
        }
    }
}

TEST_CASE("every scene: parameters survive text and pictures") {
    for_each_scene([&](const Scene& scene) {
        for (std::uint64_t seed = 0; seed <= 20; ++seed) {
            const State state = seed == 0 ? scene.defaults : random_state(scene, seed);
            INFO(text_of(scene, state));
            for (std::size_t i = 0; i < state.size(); ++i) {
                const auto again = parse(scene.params[i], print(scene.params[i], state[i]));
                REQUIRE(std::holds_alternative<Value>(again));
                CHECK(std::get<Value>(again) == state[i]);
            }
            Document document;
            document.scene = scene.words.id;
            document.state = state;
            const Bytes png = to_png(Image(2, 2), document);
            const DocumentOutcome outcome = document_from_png(png);
            REQUIRE(std::holds_alternative<Document>(outcome));
            CHECK(std::get<Document>(outcome).state == state);
            CHECK(std::get<Document>(outcome).remarks.empty());
            CHECK(to_png(Image(2, 2), std::get<Document>(outcome)) == png);
        }
    });
}

TEST_CASE("every scene: each parameter changes the picture or a fact somewhere") {
    for_each_scene([&](const Scene& scene) {
        std::vector<State> states = shown_states(scene);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) states.push_back(random_state(scene, seed));
        for (std::size_t i = 0; i < scene.params.size(); ++i) {
            INFO("parameter " << scene.params[i].name);
            bool matters = false;
            for (std::size_t s = 0; s < states.size() && !matters; ++s) {
                State changed = states[s];
                changed[i] = random_state(scene, 100 + s)[i];
                changed = scene.settle(changed);
                matters = changed != states[s] && !(drawn(scene, changed) == drawn(scene, states[s]));
            }
            CHECK(matters);
        }
    });
}

TEST_CASE("every scene: all states draw only what is finite and near") {
    for_each_scene([&](const Scene& scene) {
        std::vector<State> states = shown_states(scene);
        for (const State& state : corner_states(scene, 48)) states.push_back(state);
        for (std::uint64_t seed = 1; seed <= 500; ++seed) states.push_back(random_state(scene, seed));
        for (const State& state : states) {
            const Frame frame = drawn(scene, state);
            const std::string problem = problem_of(frame);
            INFO(text_of(scene, state));
            CHECK(problem == "");
            CHECK(!frame.panels().empty());
            CHECK(!frame.alt_text().empty());
        }
    });
}

TEST_CASE("every scene: handles and facts are named properly") {
    for_each_scene([&](const Scene& scene) {
        for (const State& state : shown_states(scene)) {
            const Frame frame = drawn(scene, state);
            INFO(text_of(scene, state));
            std::set<std::string> panels, facts;
            for (const Panel& panel : frame.panels()) {
                CHECK(panels.insert(panel.name).second);
                for (const Handle& handle : panel.handles) {
                    INFO("handle " << handle.words);
                    CHECK(!handle.words.empty());
                    const int param = scene.find_param(handle.parameter);
                    REQUIRE(param >= 0);
                    CHECK(draggable(scene.params[static_cast<std::size_t>(param)].kind));
                }
            }
            for (const Fact& fact : frame.facts()) {
                INFO("fact " << fact.name);
                CHECK(is_name(fact.name));
                CHECK(facts.insert(fact.name).second);
            }
            CHECK(!frame.facts().empty());
            CHECK(facts_json(scene, state, frame).find("-0.0,") == std::string::npos);
        }
    });
}

TEST_CASE("every scene: what lies between two states hits both and is finite") {
    for_each_scene([&](const Scene& scene) {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const State a = random_state(scene, seed), b = random_state(scene, seed + 100);
            CHECK(between(scene, a, b, 0) == a);
            CHECK(between(scene, a, b, 1) == b);
            for (const double t : {0.2, 0.7}) {
                const State middle = between(scene, a, b, t);
                INFO(text_of(scene, middle));
                const std::string problem = problem_of(drawn(scene, middle));
                CHECK(problem == "");
            }
        }
    });
}

TEST_CASE("every scene: undo returns the very picture") {
    for_each_scene([&](const Scene& scene) {
        Explorer explorer;
        REQUIRE(!explorer.open(scene.words.id));
        explorer.set_reduced_motion(true);
        std::vector<Frame> pictures{explorer.frame()};
        for (std::size_t i = 0; i < scene.params.size(); ++i) {
            explorer.set(static_cast<int>(i), random_state(scene, 300 + i)[i]);
            explorer.tick(2);  // seconds apart: steps of their own
            if (explorer.undo_words() != "Change " + scene.params[i].title) continue;
            pictures.push_back(explorer.frame());
        }
        for (std::size_t i = pictures.size(); i-- > 0;) {
            CHECK(explorer.frame() == pictures[i]);
            explorer.undo();
        }
        CHECK(explorer.state() == scene.defaults);
        for (std::size_t i = 1; i < pictures.size(); ++i) explorer.redo();
        CHECK(explorer.frame() == pictures.back());
    });
}

TEST_CASE("every scene: all themes draw, each in its own colours") {
    for_each_scene([&](const Scene& scene) {
        const Frame frame = drawn(scene, scene.defaults);
        std::set<std::string> pictures;
        for (const Theme& theme : themes()) {
            const std::string text = svg(frame, {}, theme);
            CHECK(text.size() > 1000);
            for (const char* bad : {" nan", "\"nan", ",nan", " inf", "\"inf", ",inf"})
                CHECK(text.find(bad) == std::string::npos);
            pictures.insert(text);
        }
        CHECK(pictures.size() == themes().size());
    });
}
