// A scene's lesson as a value, read from the NAME.md beside the scene; README.md in this folder tells how one is
// written. `lesson_of` gives the lesson that is inside the program; nothing here looks at a scene, so reading never
// fails.
#pragma once

#include "app/study/condition.h"
#include "app/study/guess.h"
#include "app/study/prose.h"

#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// The three ways of telling the same thing; the reader switches between them.
enum class Layer { see, plain, formal };
std::string_view name_of(Layer layer);   // as typed: see, plain, formal
std::string_view title_of(Layer layer);  // as shown: See it, In plain words, Formally

// What hurts, in the words of the one it hurts, and the state in which the scene does it too.
struct Symptom {
    std::string words;          // "The loss explodes."
    std::vector<Block> advice;  // what to look at and what helps
    Link at;
    int line = 0;
};

// A concept that this one stands on, or leads to: a scene, or one that has none yet.
struct Concept {
    std::string name;
    std::string scene;  // id; empty while there is no scene of it
    std::string why;    // half a sentence; may be empty
    int line = 0;
};

// A formula and how it is read aloud.
struct Reading {
    std::string formula;  // TeX
    std::vector<Span> words;
    int line = 0;
};

// One step of the guided tour: how the state changes from the step before, how long that takes, and what is said.
struct StoryStep {
    std::vector<std::string> settings;
    double seconds = 0;
    std::vector<Block> words;
    int line = 0;
};

struct Challenge {
    std::string task;
    std::vector<Block> more;         // of the task; may be empty
    std::vector<std::string> start;  // from the scene's initial state; empty: from there
    Condition condition;
    std::vector<std::vector<Span>> hints;  // from a nudge to all but the answer
    std::vector<std::string> answer;       // one state that meets it
    std::vector<Block> found;              // said when it is met
    int line = 0;
};

// A question to answer before the picture does.
struct Prediction {
    std::string question;
    std::vector<Span> asked;  // the same as spans
    std::vector<std::string> start;
    struct Option {
        std::vector<Span> words;
        bool right = false;
    };
    std::vector<Option> options;      // exactly one is right; none: it is guessed
    std::optional<Guess> guess;       // where, or how large, in the state that shows it
    std::vector<std::string> answer;  // that state
    Condition condition;              // what makes the right option right; holds in that state
    std::vector<Block> explanation;
    int line = 0;
};

enum class Level { easy, medium, hard };
std::string_view name_of(Level level);

struct Card {
    std::string question;     // one line of Markdown
    std::vector<Span> asked;  // the same as spans
    Level level = Level::easy;
    std::vector<std::string> state;  // what to look at, from the scene's initial state
    std::vector<Block> answer;
    int line = 0;
};

struct Lesson {
    std::string scene, title;
    std::vector<Block> see, plain, formal;  // the layers
    std::vector<Block> why, misconceptions;
    std::vector<Reading> readings;  // of the formulas in plain words
    std::vector<Symptom> symptoms;
    std::vector<Concept> prerequisites, leads_to;
    std::vector<StoryStep> story;
    std::vector<Challenge> challenges;
    std::vector<Prediction> predictions;
    std::vector<Card> cards;
    std::vector<Block> code;        // paragraphs and blocks of Python with {parameter} placeholders
    std::vector<Problem> problems;  // what of the notation was not understood, in the order of the file

    const std::vector<Block>& layer(Layer which) const;
};

Lesson read_lesson(std::string_view scene_id, std::string_view markdown);

// The lesson inside the program, read once; null when the scene has none.
const Lesson* lesson_of(std::string_view scene_id);

}  // namespace eigenscape
