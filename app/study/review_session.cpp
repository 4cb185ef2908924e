// A card that was forgotten is due again today: it comes after those that were not asked yet.
// New cards are counted over all scenes, so that asking scene by scene begins no more of them a day.
#include "app/study/review_session.h"

#include <algorithm>

namespace eigenscape {

std::string_view name_of(Grade grade) {
    switch (grade) {
        case Grade::again: return "Again";
        case Grade::hard: return "Hard";
        case Grade::good: return "Good";
        default: return "Easy";
    }
}

// The progress alone does not tell of those that were asked again on their first day.
int ReviewSession::may_begin(const Standing& now) const {
    return std::max(0, most_new_ - std::max(now.begun_today, static_cast<int>(begun_.size())));
}

void ReviewSession::choose(const Progress& progress, const OwnCards& own, int day) {
    const int fresh = may_begin(standing(progress, day, {{}, &own}));
    const std::vector<DueCard> cards = due_cards(progress, day, fresh, {scene_, &own});
    const auto times = [&](const DueCard& card) {
        const auto known = asked_.find(card.id);
        return known == asked_.end() ? 0 : known->second;
    };
    const auto next = std::ranges::min_element(cards, {}, times);
    const bool same = card_ && next != cards.end() && next->id == card_->id && next->card == card_->card;
    if (same) return;
    turned_ = false;
    card_ = next == cards.end() ? std::nullopt : std::optional(*next);
}

std::array<int, 4> ReviewSession::days_until(const Progress& progress, int day) const {
    std::array<int, 4> days{};
    if (!card_) return days;
    const auto known = progress.cards.find(card_->id);
    const Memory memory = known == progress.cards.end() ? Memory() : known->second;
    for (std::size_t i = 0; i < grades.size(); ++i) days[i] = reviewed(memory, grades[i], day).due_day - day;
    return days;
}

void ReviewSession::grade(Progress& progress, Grade grade, int day) {
    if (!card_ || !turned_) return;
    if (!progress.cards.contains(card_->id)) begun_.insert(card_->id);
    answer(progress, *card_, grade, day);
    ++asked_[card_->id];
    ++graded_;
    card_.reset();
    turned_ = false;
}

Standing ReviewSession::left(const Progress& progress, const OwnCards& own, int day) const {
    Standing now = standing(progress, day, {scene_, &own});
    now.fresh = std::min(now.fresh, may_begin(standing(progress, day, {{}, &own})));
    return now;
}

}  // namespace eigenscape
