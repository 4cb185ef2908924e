// A challenge is met by whatever the reader does, with hands, numbers or presets; not by the story, and not on the way
// to its own start.
#include "app/panels/studying.h"

#include "app/model/explorer.h"
#include "app/study/review.h"

#include <utility>

namespace eigenscape {

void Studying::open(const Explorer& explorer) {
    const Scene& scene = explorer.scene();
    if (lesson) left[lesson->scene] = {taken, hints};
    lesson = lesson_of(scene.words.id);
    story = lesson ? StoryPlayer(scene, lesson->story) : StoryPlayer();
    taken = left[scene.words.id].taken;
    hints = left[scene.words.id].hints;
    met = false;
    picture = 0;
    tasks.clear();
    lay_anew();
    story_width = 0;
    if (!lesson) return;
    std::vector<Problem> told_elsewhere;
    for (const Challenge& each : lesson->challenges) tasks.push_back(prose(each.task, each.line, told_elsewhere));
}

void Studying::take_up(Explorer& explorer, int challenge) {
    taken = challenge;
    hints = 0;
    met = false;
    story.pause();
    const Scene& scene = explorer.scene();
    const Challenge& each = lesson->challenges[static_cast<std::size_t>(challenge)];
    const Outcome start = set_all(scene, scene.defaults, each.start);
    if (const auto* state = std::get_if<State>(&start)) explorer.go(*state, "Start of a challenge");
}

bool Studying::solved(const Challenge& challenge) const {
    return remembered.progress.met.contains(id_of(*lesson, challenge));
}

const Challenge* Studying::look(Explorer& explorer, std::string& trouble) {
    if (!lesson || taken < 0 || story.playing() || explorer.visiting() || explorer.state() != explorer.target())
        return nullptr;
    const Frame& frame = explorer.frame();
    if (picture == explorer.picture()) return nullptr;
    picture = explorer.picture();
    const Challenge& each = lesson->challenges[static_cast<std::size_t>(taken)];
    met = holds(each.condition, moment_seen(explorer.scene(), explorer.state(), frame));
    if (!met || solved(each)) return nullptr;
    remembered.progress.met.insert(id_of(*lesson, each));
    trouble = keep_progress();
    return &each;
}

void Studying::remember() {
    if (!progress_file.empty()) remembered = remembered_progress(progress_file);
    if (!cards_file.empty()) own = remembered_own_cards(cards_file);
}

std::string Studying::keep_progress() {
    return progress_file.empty() || !remembered.may_write ? std::string()
                                                          : remember_progress(progress_file, remembered.progress);
}

std::string Studying::keep_cards() {
    return cards_file.empty() || !own.may_write ? std::string() : remember_own_cards(cards_file, own.own);
}

const ConceptMap& concepts() {
    static const ConceptMap map = concept_map();
    return map;
}

}  // namespace eigenscape
