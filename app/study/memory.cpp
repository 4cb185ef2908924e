// FSRS-5 as memory.h states it. A clock set back counts as the same day.
#include "app/study/memory.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double longest_interval = 36'500;  // days
constexpr const auto& w = memory_weights;

double held(double difficulty) { return std::clamp(difficulty, 1.0, 10.0); }
double first_difficulty(int g) { return w[4] - std::exp(w[5] * (g - 1)) + 1; }

double next_difficulty(double d, int g) {
    const double moved = d - w[6] * (g - 3) * (10 - d) / 9;
    return held(w[7] * first_difficulty(4) + (1 - w[7]) * moved);
}

double recalled(double s, double d, double r, Grade grade) {
    const double penalty = grade == Grade::hard ? w[15] : 1, bonus = grade == Grade::easy ? w[16] : 1;
    return s * (1 + std::exp(w[8]) * (11 - d) * std::pow(s, -w[9]) * (std::exp(w[10] * (1 - r)) - 1) * penalty * bonus);
}

double forgotten(double s, double d, double r) {
    return std::min(s, w[11] * std::pow(d, -w[12]) * (std::pow(s + 1, w[13]) - 1) * std::exp(w[14] * (1 - r)));
}

double next_stability(const Memory& memory, Grade grade, int day) {
    const double s = memory.stability, r = recall(memory, day);
    if (day <= memory.last_day) return s * std::exp(w[17] * (static_cast<int>(grade) - 3 + w[18]));
    return grade == Grade::again ? forgotten(s, memory.difficulty, r) : recalled(s, memory.difficulty, r, grade);
}

}  // namespace

double recall(const Memory& memory, int day) {
    if (memory.is_new()) return 0;
    const double t = std::max(0, day - memory.last_day);
    return std::pow(1 + 19.0 / 81 * t / memory.stability, -0.5);
}

Memory reviewed(Memory memory, Grade grade, int day) {
    const int g = static_cast<int>(grade);
    if (memory.is_new()) {
        memory.stability = w[static_cast<std::size_t>(g - 1)];
        memory.difficulty = held(first_difficulty(g));
    } else {
        memory.stability = std::max(0.01, next_stability(memory, grade, day));
        memory.difficulty = next_difficulty(memory.difficulty, g);
        memory.lapses += grade == Grade::again;
    }
    ++memory.reviews;
    memory.last_day = day;
    memory.stability = std::min(memory.stability, longest_interval);
    memory.due_day = day + (grade == Grade::again ? 0 : std::max(1, static_cast<int>(std::lround(memory.stability))));
    return memory;
}

std::vector<std::string> due(std::span<const std::pair<std::string, Memory>> cards, int day, int most_new) {
    std::vector<const std::pair<std::string, Memory>*> asked;
    std::vector<std::string> fresh, ids;
    for (const auto& card : cards) {
        if (card.second.is_new()) fresh.push_back(card.first);
        else if (card.second.due_day <= day) asked.push_back(&card);
    }
    std::ranges::stable_sort(asked, {}, [](const auto* card) { return card->second.due_day; });
    for (const auto* card : asked) ids.push_back(card->first);
    fresh.resize(std::min(fresh.size(), static_cast<std::size_t>(std::max(0, most_new))));
    ids.insert(ids.end(), fresh.begin(), fresh.end());
    return ids;
}

}  // namespace eigenscape
