// When to see a card again: FSRS-5, a model of memory with two numbers per card. Days are whole numbers, so no clock
// is read here. `reviewed` after each answer, `due` to choose what is asked today.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eigenscape {

enum class Grade { again = 1, hard, good, easy };

// What is known of how well one card is remembered.
struct Memory {
    double stability = 0;   // days after which it is still recalled with probability 0.9; 0: never asked
    double difficulty = 0;  // 1 … 10
    int last_day = 0;       // when it was asked last; days since 1970-01-01
    int due_day = 0;
    int reviews = 0, lapses = 0;
    bool is_new() const { return reviews == 0; }
    bool operator==(const Memory&) const = default;
};

// The formulas of FSRS-5 (J. Ye and the Open Spaced Repetition project, 2024: "The Algorithm", wiki of
// open-spaced-repetition/fsrs4anki), with its default weights w0 … w18. G is the grade 1 … 4, t the days since the last
// review.
//   first review   S = w[G−1],  D = w4 − e^{w5 (G−1)} + 1
//   recall         R = (1 + 19/81 · t/S)^−0.5
//   same day       S ← S e^{w17 (G−3+w18)}
//   recalled       S ← S (1 + e^{w8} (11−D) S^{−w9} (e^{w10 (1−R)} − 1) · (w15 if hard) · (w16 if easy))
//   forgotten      S ← min(S, w11 D^{−w12} ((S+1)^{w13} − 1) e^{w14 (1−R)})
//   difficulty     D ← w7 D₀(4) + (1−w7) (D − w6 (G−3) (10−D)/9), held in 1 … 10
//   next           S · 81/19 · (0.9^{−2} − 1) = S days for a recall of 0.9; at least one, or 0 (today again) after
//   "again"
inline constexpr std::array<double, 19> memory_weights = {0.40255, 1.18385, 3.173,  15.69105, 7.1949, 0.5345, 1.4604,
                                                          0.0046,  1.54575, 0.1192, 1.01925,  1.9395, 0.11,   0.29605,
                                                          2.2698,  0.2315,  2.9898, 0.51655,  0.6621};

double recall(const Memory& memory, int day);  // the probability of knowing it that day; 0 when it was never asked
Memory reviewed(Memory memory, Grade grade, int day);

// The ids to ask that day: those overdue longest first, then, at most `most_new` of them, those never asked, in their
// order.
std::vector<std::string> due(std::span<const std::pair<std::string, Memory>> cards, int day, int most_new = 10);

}  // namespace eigenscape
