// States of a story; see story.h. All motion is `between` with an eased time.
#include "app/study/story.h"

#include "app/model/state.h"
#include "app/study/telling.h"
#include "viz/ease.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace eigenscape {
namespace {

State counted(const Scene& scene, const StoryBeat& beat, State state, double t) {
    const int playing = playing_param(scene);
    if (playing < 0) return state;
    const auto i = static_cast<std::size_t>(playing);
    const auto *from = std::get_if<int>(&beat.from[i]), *to = std::get_if<int>(&beat.to[i]);
    if (!from || !to || *from == *to) return state;
    return with(scene, state, playing, static_cast<int>(std::lround(*from + (*to - *from) * t)));
}

}  // namespace

double reading_seconds(const std::vector<Block>& words) {
    int count = 0;
    for (const Block& block : words)
        for (const Span& span : block.spans)
            count += span.kind == Span::words ? static_cast<int>(std::ranges::count(span.text, ' ')) : 1;
    return 2 + count / 3.0;
}

Story story_of(const Scene& scene, std::span<const StoryStep> steps) {
    Story story;
    State now = scene.defaults;
    double second = 0;
    for (const StoryStep& step : steps) {
        StoryBeat beat;
        beat.starts = second;
        beat.arrives = second + step.seconds;
        beat.ends = beat.arrives + reading_seconds(step.words);
        beat.from = now;
        const Outcome outcome = set_all(scene, now, step.settings);
        if (const auto* bad = std::get_if<BadValue>(&outcome)) story.problems.push_back({step.line, bad->message});
        else now = std::get<State>(outcome);
        beat.to = now;
        beat.words = step.words;
        second = beat.ends;
        story.beats.push_back(std::move(beat));
    }
    return story;
}

namespace {

// Of each beat, its numbers as they are when it is reached.
std::vector<std::string> spoken_beats(const Scene& scene, const Story& story) {
    std::vector<std::string> all;
    for (const StoryBeat& beat : story.beats) {
        const Moment moment = moment_of(scene, beat.to);
        std::string words;
        for (const Block& block : beat.words)
            if (const std::string one = told(block.spans, moment, Telling::spoken); !one.empty())
                words += (words.empty() ? "" : " ") + one;
        all.push_back(std::move(words));
    }
    return all;
}

}  // namespace

FilmOutcome story_film(const Scene& scene, Story story, const Tempo& tempo) {
    if (story.beats.empty()) return BadValue{"The lesson of " + scene.words.id + " has no story."};
    const double length = story.seconds();
    const auto frames = frame_count(tempo, length);
    if (const auto* bad = std::get_if<BadValue>(&frames)) return *bad;
    const int count = std::get<int>(frames);
    const auto words = std::make_shared<const std::vector<std::string>>(spoken_beats(scene, story));
    const auto shared = std::make_shared<const Story>(std::move(story));
    const auto second = [length, count](int frame) { return count < 2 ? length : length * frame / (count - 1); };
    Film film{count, tempo.fps, {}, {}, {}};
    film.state = [&scene, shared, second](int frame) { return state_at(scene, *shared, second(frame)); };
    film.words = [shared, words, second](int frame) { return (*words)[beat_at(*shared, second(frame))]; };
    return film;
}

std::size_t beat_at(const Story& story, double second) {
    std::size_t i = 0;
    while (i + 1 < story.beats.size() && second >= story.beats[i + 1].starts) ++i;
    return i;
}

State state_at(const Scene& scene, const Story& story, double second) {
    if (story.beats.empty()) return scene.defaults;
    const StoryBeat& beat = story.beats[beat_at(story, second)];
    const double length = beat.arrives - beat.starts;
    const double t = length > 0 ? std::clamp((second - beat.starts) / length, 0.0, 1.0) : 1;
    return counted(scene, beat, between(scene, beat.from, beat.to, smooth(t)), t);
}

double next_beat(const Story& story, double second) {
    const std::size_t i = beat_at(story, second) + 1;
    return i < story.beats.size() ? story.beats[i].starts : story.seconds();
}

double previous_beat(const Story& story, double second) {
    const std::size_t i = beat_at(story, second);
    return i > 0 ? story.beats[i - 1].arrives : 0;
}

}  // namespace eigenscape
