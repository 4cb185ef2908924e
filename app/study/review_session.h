// One sitting with the cards: which one is asked, whether its answer is shown, and what each grade would lead to.
// It reads no clock and writes no file: it is told the day, and changes the progress that it is handed.
#pragma once

#include "app/study/review.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace eigenscape {

inline constexpr std::array<Grade, 4> grades = {Grade::again, Grade::hard, Grade::good, Grade::easy};
std::string_view name_of(Grade grade);  // "Again"

class ReviewSession {
  public:
    static constexpr int new_a_day = 10;

    void choose(const Progress& progress, const OwnCards& own, int day);  // the card to ask now
    void only(const std::string& scene) { scene_ = scene; }               // empty: of all scenes; then choose
    void more_new() { most_new_ += new_a_day; }                           // today; then choose

    const std::string& scene() const { return scene_; }
    const std::optional<DueCard>& card() const { return card_; }  // none: nothing is left to ask today
    bool turned() const { return turned_; }                       // the answer is shown
    void turn() { turned_ = card_.has_value(); }
    int graded() const { return graded_; }  // in this sitting

    // How many days until it is asked again, after each of the grades.
    std::array<int, 4> days_until(const Progress& progress, int day) const;
    void grade(Progress& progress, Grade grade, int day);  // then choose

    // Those of today: due ones, and new ones as many as a day may have.
    Standing left(const Progress& progress, const OwnCards& own, int day) const;

  private:
    int may_begin(const Standing& now) const;

    std::string scene_;
    std::optional<DueCard> card_;
    std::map<std::string, int> asked_;  // how often, in this sitting
    std::set<std::string> begun_;       // asked for the first time
    int most_new_ = new_a_day, graded_ = 0;
    bool turned_ = false;
};

}  // namespace eigenscape
