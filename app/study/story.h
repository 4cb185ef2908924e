// A lesson's story as something to play: states reached smoothly one after another, each with time to read its words.
// `story_of` works out all states once; `state_at` is a pure function of the second, so it can be scrubbed either way.
#pragma once

#include "app/model/film.h"
#include "app/model/scene.h"
#include "app/study/lesson.h"

#include <span>

namespace eigenscape {

struct StoryBeat {
    double starts = 0;   // seconds from the beginning: the motion begins
    double arrives = 0;  // the state is reached
    double ends = 0;     // the words have been read
    State from, to;
    std::vector<Block> words;
};

struct Story {
    std::vector<StoryBeat> beats;
    std::vector<Problem> problems;  // settings that the scene refuses; their beat stays where the one before was
    double seconds() const { return beats.empty() ? 0 : beats.back().ends; }
};

// Each step changes what the one before left; the first starts from the scene's initial state.
Story story_of(const Scene& scene, std::span<const StoryStep> steps);

// Numbers move eased; a whole number that the timeline plays counts through those between; see `between` for the rest.
State state_at(const Scene& scene, const Story& story, double second);
std::size_t beat_at(const Story& story, double second);  // its place in `beats`

// Where "next" and "back" lead: the second at which the next beat begins to move, or the state of an earlier one is
// reached.
double next_beat(const Story& story, double second);
double previous_beat(const Story& story, double second);

// As a film with its words below; in its own time unless another is asked for.
FilmOutcome story_film(const Scene& scene, Story story, const Tempo& tempo);

double reading_seconds(const std::vector<Block>& words);  // 2 s and a third of a second for each word

}  // namespace eigenscape
