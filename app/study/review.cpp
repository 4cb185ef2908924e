// Joins lessons with what is remembered of their cards; see review.h.
// Cards that left the lessons stay in the file: they may come back.
#include "app/study/review.h"

#include "app/model/scene.h"

#include <map>

namespace eigenscape {

std::string id_of(const Lesson& lesson, const Card& card) { return study_id(lesson.scene, card.question); }
std::string id_of(const Lesson& lesson, const Challenge& challenge) { return study_id(lesson.scene, challenge.task); }

std::vector<DueCard> due_cards(const Progress& progress, int day, int most_new, std::string_view scene) {
    std::vector<std::pair<std::string, Memory>> remembered;
    std::map<std::string, DueCard> by_id;
    for (const Scene& each : all_scenes()) {
        const Lesson* lesson = lesson_of(each.words.id);
        if (!lesson || (!scene.empty() && scene != each.words.id)) continue;
        for (const Card& card : lesson->cards) {
            const std::string id = id_of(*lesson, card);
            const auto known = progress.cards.find(id);
            remembered.emplace_back(id, known == progress.cards.end() ? Memory() : known->second);
            by_id[id] = {id, lesson, &card};
        }
    }
    std::vector<DueCard> cards;
    for (const std::string& id : due(remembered, day, most_new)) cards.push_back(by_id[id]);
    return cards;
}

void answer(Progress& progress, const DueCard& card, Grade grade, int day) {
    Memory& memory = progress.cards[card.id];
    memory = reviewed(memory, grade, day);
}

}  // namespace eigenscape
