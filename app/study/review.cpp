// Joins cards with what is remembered of them; see review.h.
// Cards that left the lessons stay in the file: they may come back.
#include "app/study/review.h"

#include "app/model/scene.h"

#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <map>

namespace eigenscape {
namespace {

void each_card(const CardsOf& of, const std::function<void(DueCard)>& take) {
    for (const Scene& scene : all_scenes()) {
        const std::string& id = scene.words.id;
        if (!of.scene.empty() && of.scene != id) continue;
        if (const Lesson* lesson = lesson_of(id))
            for (const Card& card : lesson->cards)
                take({id_of(*lesson, card), id, lesson, std::shared_ptr<const Card>(std::shared_ptr<void>(), &card)});
        if (!of.own) continue;
        for (const OwnCard& own : of.own->cards)
            if (own.scene == id) take({own.id, id, nullptr, own.card});
    }
}

Memory memory_of(const Progress& progress, const std::string& id) {
    const auto known = progress.cards.find(id);
    return known == progress.cards.end() ? Memory() : known->second;
}

std::string counted(double number, const std::string& unit) {
    const auto whole = static_cast<long>(std::lround(number));
    return std::to_string(whole) + " " + unit + (whole == 1 ? "" : "s");
}

}  // namespace

std::string id_of(const Lesson& lesson, const Card& card) { return study_id(lesson.scene, card.question); }
std::string id_of(const Lesson& lesson, const Challenge& challenge) { return study_id(lesson.scene, challenge.task); }
std::string id_of(const Lesson& lesson, const Prediction& prediction) {
    return study_id(lesson.scene, prediction.question);
}

std::vector<DueCard> due_cards(const Progress& progress, int day, int most_new, const CardsOf& of) {
    std::vector<std::pair<std::string, Memory>> remembered;
    std::map<std::string, DueCard> by_id;
    each_card(of, [&](DueCard one) {
        remembered.emplace_back(one.id, memory_of(progress, one.id));
        by_id[one.id] = std::move(one);
    });
    std::vector<DueCard> cards;
    for (const std::string& id : due(remembered, day, most_new)) cards.push_back(by_id[id]);
    return cards;
}

void answer(Progress& progress, const DueCard& card, Grade grade, int day) {
    Memory& memory = progress.cards[card.id];
    memory = reviewed(memory, grade, day);
}

Standing standing(const Progress& progress, int day, const CardsOf& of) {
    Standing now;
    each_card(of, [&](const DueCard& one) {
        const Memory memory = memory_of(progress, one.id);
        ++now.all;
        if (memory.is_new()) return void(++now.fresh);
        now.begun_today += memory.reviews == 1 && memory.last_day == day;
        if (memory.due_day <= day) return void(++now.due);
        if (now.next_day == 0 || memory.due_day < now.next_day) now.next_day = memory.due_day, now.next_count = 0;
        now.next_count += memory.due_day == now.next_day;
    });
    return now;
}

std::string interval_words(int days) {
    if (days <= 0) return "today";
    if (days < 14) return counted(days, "day");
    if (days < 60) return counted(days / 7.0, "week");
    if (days < 700) return counted(days / 30.4, "month");
    return counted(days / 365.25, "year");
}

std::string day_words(int due_day, int today) {
    if (due_day <= today) return "today";
    if (due_day == today + 1) return "tomorrow";
    static constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                           "May",       "June",     "July",     "August",
                                                           "September", "October",  "November", "December"};
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(due_day))};
    return "in " + counted(due_day - today, "day") + ", on " + std::to_string(static_cast<unsigned>(date.day())) + " " +
           months[static_cast<unsigned>(date.month()) - 1];
}

}  // namespace eigenscape
