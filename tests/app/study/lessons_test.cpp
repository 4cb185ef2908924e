// What must be true of the lesson of every scene: it is there, whole, and every name in it leads somewhere.
// Its Python is run with the system's NumPy and must print what the picture shows, in every preset.
#include "../every_scene.h"
#include "app/model/facts.h"
#include "app/study/check.h"
#include "app/study/code.h"
#include "app/study/story.h"
#include "app/study/telling.h"
#include "viz/tex/typeset.h"

#include <nlohmann/json.hpp>

#include <unistd.h>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

namespace fs = std::filesystem;

// Every moment that a lesson puts before the reader.
std::vector<State> states_of(const Scene& scene, const Lesson& lesson) {
    std::vector<std::vector<std::string>> all;
    for (const auto& symptom : lesson.symptoms) all.push_back(symptom.at.settings);
    for (const auto& challenge : lesson.challenges) all.push_back(challenge.start), all.push_back(challenge.answer);
    for (const auto& prediction : lesson.predictions) all.push_back(prediction.start), all.push_back(prediction.answer);
    for (const auto& card : lesson.cards) all.push_back(card.state);
    std::vector<State> states;
    for (const auto& settings : all) {
        const Outcome outcome = set_all(scene, scene.defaults, settings);
        REQUIRE(std::holds_alternative<State>(outcome));
        states.push_back(std::get<State>(outcome));
    }
    return states;
}

struct Python {
    std::string out;
    int status = -1;
};

Python run_python(const std::string& program) {
    const fs::path file = fs::temp_directory_path() / ("eigenscape_lesson_" + std::to_string(::getpid()) + ".py");
    std::ofstream(file, std::ios::binary) << program;
    Python result;
    FILE* pipe = ::popen(("/usr/bin/python3 '" + file.string() + "' 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) result.out.append(buffer, n);
    result.status = ::pclose(pipe);
    fs::remove(file);
    return result;
}

bool has_numpy() { return run_python("import numpy").status == 0; }

void flatten(const nlohmann::json& value, std::vector<double>& out) {
    if (value.is_array())
        for (const auto& each : value) flatten(each, out);
    else out.push_back(value.get<double>());
}

std::vector<double> numbers_of_fact(const Fact::Value& value) {
    std::vector<double> out;
    if (const auto* x = std::get_if<double>(&value)) out = {*x};
    if (const auto* n = std::get_if<std::int64_t>(&value)) out = {static_cast<double>(*n)};
    if (const auto* list = std::get_if<std::vector<double>>(&value)) out = *list;
    if (const auto* rows = std::get_if<std::vector<std::vector<double>>>(&value))
        for (const auto& row : *rows) out.insert(out.end(), row.begin(), row.end());
    return out;
}

// Compares each line "name = value" with the fact of that name; how many there were.
int compare(const std::string& printed, const Moment& moment) {
    int compared = 0;
    std::istringstream lines(printed);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t sign = line.find(" = ");
        if (sign == std::string::npos || line.find(':') != std::string::npos) continue;
        const std::string name = line.substr(0, sign), text = line.substr(sign + 3);
        CAPTURE(line);
        const Named fact = named(moment, name);
        CHECK_MESSAGE(fact.known, "the program prints a name that the picture does not show");
        ++compared;
        if (text == "None") {
            CHECK(std::holds_alternative<std::monostate>(fact.value));
            continue;
        }
        std::vector<double> theirs;
        flatten(nlohmann::json::parse(text), theirs);
        const std::vector<double> ours = numbers_of_fact(fact.value);
        REQUIRE(theirs.size() == ours.size());
        double size = 0;
        for (const double x : ours) size = std::max(size, std::abs(x));
        for (std::size_t i = 0; i < ours.size(); ++i) CHECK(std::abs(theirs[i] - ours[i]) <= 1e-6 * (1 + size));
    }
    return compared;
}

}  // namespace

TEST_CASE("every scene has a lesson in which every name leads somewhere") {
    for_each_scene([](const Scene& scene) {
        const Lesson* lesson = lesson_of(scene.words.id);
        REQUIRE(lesson);
        CHECK(lesson->title == scene.words.title);
        std::string problems;
        for (const Problem& problem : check_lesson(scene, *lesson))
            problems += scene.words.id + ".md:" + std::to_string(problem.line) + ": " + problem.message + "\n";
        CHECK(problems == "");
    });
}

TEST_CASE("the links of every lesson lead to a file as well, so that lessons can be browsed without the program") {
    int links = 0;
    for (const auto& entry : fs::recursive_directory_iterator(EIGENSCAPE_SOURCE_DIR "/app/scenes")) {
        if (entry.path().extension() != ".md") continue;
        std::ifstream in(entry.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 2) {
            const std::string target = text.substr(at + 2, text.find_first_of(" )", at) - at - 2);
            CAPTURE(entry.path());
            CAPTURE(target);
            CHECK(fs::is_regular_file(entry.path().parent_path() / target));
            ++links;
        }
    }
    CHECK(links > 10);
}

TEST_CASE("every formula of every lesson can be set") {
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        const Moment moment = moment_of(scene, scene.defaults);
        const auto set = [&](const std::string& tex, int line) {
            CAPTURE(tex);
            CAPTURE(line);
            const auto known = [&](std::string_view name) { return number_named(moment, name); };
            const auto typeset_formula = typeset(with_numbers(tex, known), 20);
            CHECK(typeset_formula->width > 0);
            for (const TexError& error : typeset_formula->errors) FAIL_CHECK(error.message);
        };
        int formulas = 0;
        const auto all = [&](const std::vector<Block>& blocks) {
            for (const Block& block : blocks) {
                if (block.kind == Block::formula) set(block.text, block.line), ++formulas;
                for (const Span& span : block.spans)
                    if (span.kind == Span::formula) set(span.text, span.line), ++formulas;
            }
        };
        for (const auto* blocks : {&lesson.see, &lesson.plain, &lesson.formal, &lesson.why, &lesson.misconceptions})
            all(*blocks);
        for (const StoryStep& step : lesson.story) all(step.words);
        for (const Card& card : lesson.cards) all(card.answer);
        for (const Challenge& challenge : lesson.challenges) all(challenge.found);
        for (const Prediction& prediction : lesson.predictions) all(prediction.explanation);
        CHECK(formulas > 10);
    });
}

TEST_CASE("no live number of a lesson is undefined where the reader begins") {
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        const Moment first = moment_of(scene, scene.defaults);
        const std::string all = told_lesson(lesson, first);
        CHECK(all.find("undefined") == std::string::npos);
        CHECK(all.find('{' + scene.params[0].name) == std::string::npos);
    });
}

TEST_CASE("every story is reached smoothly and its numbers are there when it says them") {
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        const Story story = story_of(scene, lesson.story);
        CHECK(story.problems.empty());
        CHECK(story.beats.size() >= 5);
        for (const StoryBeat& beat : story.beats) {
            const Moment arrived = moment_of(scene, beat.to);
            const std::string said = told(beat.words, arrived, Telling::spoken);
            CAPTURE(said);
            CHECK(said.find("undefined") == std::string::npos);
            CHECK(state_at(scene, story, beat.arrives) == beat.to);
            const Frame halfway = drawn(scene, state_at(scene, story, 0.5 * (beat.starts + beat.arrives)));
            CHECK(!halfway.panels().empty());
        }
    });
}

TEST_CASE("the cards and hints of every lesson read without gaps in their own states") {
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        for (const Card& card : lesson.cards) {
            const Outcome outcome = set_all(scene, scene.defaults, card.state);
            REQUIRE(std::holds_alternative<State>(outcome));
            CAPTURE(card.question);
            CHECK(told(card.answer, moment_of(scene, std::get<State>(outcome)), Telling::spoken).find("undefined") ==
                  std::string::npos);
        }
        for (const Challenge& challenge : lesson.challenges) CHECK(challenge.hints.size() >= 3);
    });
}

TEST_CASE("the Python of every lesson prints what the picture shows, in every state") {
    if (!has_numpy()) {
        MESSAGE("skipped: /usr/bin/python3 has no NumPy here; install python3-numpy");
        return;
    }
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        std::vector<State> states = shown_states(scene);
        for (const State& state : states_of(scene, lesson))
            if (std::ranges::find(states, state) == states.end()) states.push_back(state);
        // One process for all states: starting NumPy takes longer than the computation.
        std::string program = "import contextlib, io\n";
        for (const State& state : states)
            program += "exec(compile(" + nlohmann::json(python_script(lesson, moment_of(scene, state))).dump() +
                       ", 'lesson', 'exec'), {})\nprint('<<next>>')\n";
        const Python python = run_python(program);
        REQUIRE_MESSAGE(python.status == 0, python.out);
        std::size_t at = 0;
        for (const State& state : states) {
            const std::size_t end = python.out.find("<<next>>", at);
            REQUIRE(end != std::string::npos);
            CAPTURE(text_of(scene, state));
            const int compared = compare(python.out.substr(at, end - at), moment_of(scene, state));
            if (at == 0) CHECK(compared >= 4);
            at = end + 9;
        }
    });
}

TEST_CASE("the notebook holds the same code as the program, and opens as JSON") {
    for_each_scene([](const Scene& scene) {
        const Lesson& lesson = *lesson_of(scene.words.id);
        const Moment moment = moment_of(scene, scene.defaults);
        const auto notebook = nlohmann::json::parse(python_notebook(lesson, moment));
        CHECK(notebook["nbformat"] == 4);
        const std::string script = python_script(lesson, moment);
        int code = 0;
        for (const auto& cell : notebook["cells"]) {
            if (cell["cell_type"] != "code") continue;
            std::string source;
            for (const auto& line : cell["source"]) source += line.get<std::string>();
            CHECK(script.find(source) != std::string::npos);
            ++code;
        }
        CHECK(code >= 2);
    });
}
