// Stories, the symptom finder, the concept map, decks and formulas in Python.
#include "../every_scene.h"
#include "app/study/code.h"
#include "app/study/concept_map.h"
#include "app/study/deck.h"
#include "app/study/finder.h"
#include "app/study/review.h"
#include "app/study/story.h"
#include "core/calculus/expression.h"
#include "core/calculus/surfaces.h"

#include <unistd.h>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

StoryStep step(std::vector<std::string> settings, double seconds) {
    StoryStep each;
    each.settings = std::move(settings);
    each.seconds = seconds;
    each.line = 7;
    return each;
}

int int_named(const Scene& scene, const State& state, const char* name) {
    return std::get<int>(state[static_cast<std::size_t>(scene.find_param(name))]);
}

}  // namespace

TEST_CASE("a story rests at its states, moves between them, and can be scrubbed") {
    const Scene& scene = *find_scene("gradient-descent");
    const std::vector<StoryStep> steps = {step({"step=0"}, 0), step({"step=60"}, 4), step({"rate=0.1"}, 2)};
    const Story story = story_of(scene, steps);
    REQUIRE(story.beats.size() == 3);
    CHECK(story.beats[1].starts == story.beats[0].ends);
    CHECK(state_at(scene, story, -1) == story.beats[0].to);
    const StoryBeat& counting = story.beats[1];
    CHECK(int_named(scene, state_at(scene, story, counting.starts), "step") == 0);
    CHECK(int_named(scene, state_at(scene, story, counting.starts + 2), "step") == 30);
    CHECK(state_at(scene, story, counting.arrives) == counting.to);
    CHECK(state_at(scene, story, 1e9) == story.beats[2].to);
    CHECK(beat_at(story, counting.starts + 0.1) == 1);
    CHECK(next_beat(story, 0) == story.beats[1].starts);
    CHECK(next_beat(story, 1e9) == story.seconds());
    CHECK(previous_beat(story, counting.ends + 0.1) == counting.arrives);
    CHECK(previous_beat(story, 0) == 0);
    CHECK(state_at(scene, Story(), 3) == scene.defaults);
}

TEST_CASE("a setting that the scene refuses is told with its line, and the story goes on") {
    const Scene& scene = *find_scene("transform");
    const std::vector<StoryStep> steps = {step({"t=0.5"}, 1), step({"t=9"}, 1), step({"A=[[2,0],[0,2]]"}, 1)};
    const Story story = story_of(scene, steps);
    REQUIRE(story.problems.size() == 1);
    CHECK(story.problems[0].line == 7);
    CHECK(story.beats[1].to == story.beats[0].to);
    CHECK(story.beats[2].to != story.beats[1].to);
}

TEST_CASE("what hurts leads to the scene that does it too") {
    const auto first = [](const char* typed) {
        const auto found = find_symptoms(typed);
        REQUIRE(!found.empty());
        return found.front();
    };
    CHECK(first("my loss explodes")->at.scene == "gradient-descent");
    CHECK(first("exploding loss")->words.find("explodes") != std::string::npos);
    CHECK(first("loss is NaN")->words.find("NaN") != std::string::npos);
    CHECK(first("training is slow")->at.scene == "gradient-descent");
    CHECK(first("singular matrix error")->at.scene == "transform");
    CHECK(first("complex eigenvalues")->at.scene == "eigenvectors");
    CHECK(first("gradient zero but bad model")->at.scene == "loss-surface");
    CHECK(first("gradient zero, nothing learns")->at.scene == "derivative");
    CHECK(find_symptoms("").size() == all_symptoms().size());
    CHECK(find_symptoms("the is of").size() == all_symptoms().size());
    CHECK(find_symptoms("zebra crossing").empty());
    CHECK(all_symptoms().size() >= 4 * all_scenes().size());
}

TEST_CASE("a symptom really happens in its state") {
    for (const Symptom* symptom : all_symptoms()) {
        const Scene& scene = *find_scene(symptom->at.scene);
        CAPTURE(symptom->words);
        CHECK(std::holds_alternative<State>(set_all(scene, scene.defaults, symptom->at.settings)));
    }
    const Symptom& explosion = *find_symptoms("loss explodes").front();
    const Scene& scene = *find_scene(explosion.at.scene);
    const Moment moment = moment_of(scene, std::get<State>(set_all(scene, scene.defaults, explosion.at.settings)));
    CHECK(words_named(moment, "gd_ending").find("Diverged") != std::string::npos);
}

TEST_CASE("the concept map joins scenes with what they stand on") {
    const ConceptMap map = concept_map();
    CHECK(!map.has_cycle);
    const int transform = map.find("transform"), eigen = map.find("Eigenvectors"), pca = map.find("pca");
    REQUIRE(transform >= 0);
    REQUIRE(eigen >= 0);
    REQUIRE(pca >= 0);
    CHECK(map.nodes[static_cast<std::size_t>(pca)].scene == "pca");
    CHECK(std::ranges::any_of(map.nodes, [](const auto& node) { return node.scene.empty(); }));  // not yet a scene
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const ConceptEdge& edge : map.edges) {
        CHECK(seen.emplace(edge.from, edge.to).second);
        CHECK(map.nodes[edge.from].depth < map.nodes[edge.to].depth);
    }
    CHECK(seen.contains({static_cast<std::size_t>(transform), static_cast<std::size_t>(eigen)}));
    CHECK(map.find("no such thing") == -1);
}

TEST_CASE("lessons that need each other are a cycle, and the map still ends") {
    const Lesson a = read_lesson("a", "# A\n## Prerequisites\n- [B](b.md): why\n"),
                 b = read_lesson("b", "# B\n## Prerequisites\n- A\n");
    const ConceptMap map = concept_map({&a, &b});
    CHECK(map.has_cycle);
    CHECK(map.nodes.size() == 2);
    CHECK(map.edges.size() == 2);
}

TEST_CASE("a deck for Anki is one card a line of three fields, its pictures named once") {
    std::vector<DeckSubject> subjects;
    for (const Scene& scene : all_scenes()) subjects.push_back({&scene, scene.defaults});
    const Deck deck = anki_deck(subjects);
    std::istringstream lines(deck.text);
    std::size_t cards = 0;
    std::set<std::string> names;
    for (const DeckPicture& picture : deck.pictures) CHECK(names.insert(picture.name).second);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        CAPTURE(line);
        CHECK(std::ranges::count(line, '\t') == 2);
        CHECK(std::ranges::count(line, '"') % 2 == 0);
        CHECK(line.substr(0, line.find("<img")).find("undefined") == std::string::npos);  // a picture may show what is
        CHECK(line.find("<img src=\"\"" + deck.pictures[cards].name + "\"\"") != std::string::npos);
        CHECK(line.find("eigenscape::") != std::string::npos);
        ++cards;
    }
    CHECK(cards == deck.pictures.size());
    CHECK(cards >= 6 * all_scenes().size());
    const Deck markdown = markdown_deck(subjects, "deck_media");
    CHECK(markdown.pictures.size() == cards);
    CHECK(markdown.text.find("](deck_media/" + deck.pictures[0].name + ")") != std::string::npos);
}

TEST_CASE("every card of every lesson has an id of its own") {
    std::set<std::string> ids;
    for_each_scene([&](const Scene& scene) {
        for (const Card& card : lesson_of(scene.words.id)->cards)
            CHECK(ids.insert(study_id(scene.words.id, card.question)).second);
        for (const Challenge& challenge : lesson_of(scene.words.id)->challenges)
            CHECK(ids.insert(study_id(scene.words.id, challenge.task)).second);
    });
}

TEST_CASE("a session asks what is due, learns from the answer, and asks the forgotten again the same day") {
    Progress progress;
    std::vector<DueCard> cards = due_cards(progress, 100, 3);
    REQUIRE(cards.size() == 3);
    const std::string first = cards[0].id, second = cards[1].id;
    answer(progress, cards[0], Grade::good, 100);
    answer(progress, cards[1], Grade::again, 100);
    cards = due_cards(progress, 100, 0);
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].id == second);
    CHECK(cards[0].card->question == lesson_of(all_scenes()[0].words.id)->cards[1].question);
    cards = due_cards(progress, 103, 0);
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].id == second);
    CHECK(cards[1].id == first);
    for (const DueCard& card : due_cards(progress, 103, 1000, {"eigenvectors", nullptr}))
        CHECK(card.lesson->scene == "eigenvectors");
}

TEST_CASE("a condition is asked of a picture that is drawn already, without drawing it again") {
    const Scene& scene = *find_scene("transform");
    const Frame frame = drawn(scene, scene.defaults);
    const Moment seen = moment_seen(scene, scene.defaults, frame);
    CHECK(seen.frame.get() == &frame);
    CHECK(number_named(seen, "determinant") == 1.75);
    CHECK(!number_named(Moment{&scene, scene.defaults, nullptr}, "determinant"));
}

TEST_CASE("formulas become Python that computes the same") {
    CHECK(python_formula("x^2 + 1e-3*ln(y) - log(x)") == "x**2 + 1e-3*np.log(y) - np.log10(x)");
    CHECK(python_formula("atan2(y, x)^-1") == "np.arctan2(y, x)**-1");
    if (std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") != 0) {
        MESSAGE("skipped: /usr/bin/python3 has no NumPy here");
        return;
    }
    const std::vector<std::string> variables = {"x", "y", "kappa", "phi"};
    std::vector<std::string> formulas = {
        "sigmoid(x) + relu(y) + softplus(x*y)",
        "min(x, y, 2) + max(x, 1) + mod(x, 3) + mod(-x, 3)",
        "2^-x^2 - (-x)^2 + -x^2",
        "asin(x/5) + acos(y/5) + atan2(y, x)",
        "log(x) + log2(y) + ln(x) + cbrt(-y) + sign(-x) + floor(y) + ceil(x) + abs(-y)",
        "e^x + pi*tau",
        "sinh(x)*cosh(y)/tanh(x)",
        "x/y/2 + 1/x^2 - x*(-y)"};
    for (const Surface& surface : surfaces()) formulas.push_back(surface.formula);
    const std::vector<double> at = {1.3, 0.7, 10, 0.4};
    std::string program = "import numpy as np\nx, y, kappa, phi = np.array([1.3, 0.7, 10, 0.4])\n";
    std::vector<double> expected;
    for (const std::string& text : formulas) {
        const auto parsed = Expression::parse(text, variables);
        REQUIRE(parsed);
        for (const Expression& f :
             {*parsed.expression, parsed.expression->derivative(0), parsed.expression->derivative(1)}) {
            program += "print(float(" + python_formula(f.text()) + "))\n";
            expected.push_back(f(at));
        }
    }
    const auto file =
        std::filesystem::temp_directory_path() / ("eigenscape_formulas_" + std::to_string(::getpid()) + ".py");
    std::ofstream(file) << program;
    FILE* pipe = ::popen(("/usr/bin/python3 '" + file.string() + "'").c_str(), "r");
    REQUIRE(pipe);
    char line[256];
    std::size_t i = 0;
    while (std::fgets(line, sizeof line, pipe) && i < expected.size()) {
        double value = 0;
        std::from_chars(line, line + std::char_traits<char>::length(line), value);
        CAPTURE(formulas[i / 3]);
        CHECK(value == doctest::Approx(expected[i]).epsilon(1e-12));
        ++i;
    }
    CHECK(::pclose(pipe) == 0);
    CHECK(i == expected.size());
    std::filesystem::remove(file);
}
