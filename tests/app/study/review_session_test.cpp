// Sitting with the cards without a window: order, rations, intervals and the words for them.
#include "app/study/review_session.h"

#include <doctest/doctest.h>

#include <set>

using namespace eigenscape;

TEST_CASE("intervals and days are told in words") {
    CHECK(interval_words(0) == "today");
    CHECK(interval_words(1) == "1 day");
    CHECK(interval_words(13) == "13 days");
    CHECK(interval_words(16) == "2 weeks");
    CHECK(interval_words(90) == "3 months");
    CHECK(interval_words(730) == "2 years");
    CHECK(day_words(20'000, 20'000) == "today");
    CHECK(day_words(20'001, 20'000) == "tomorrow");
    CHECK(day_words(20'786, 20'781) == "in 5 days, on 29 November");  // 20 781 is 2026-11-24
}

TEST_CASE("how it stands counts due, new and what waits for a later day") {
    Progress progress;
    const Standing first = standing(progress, 100);
    CHECK(first.due == 0);
    CHECK(first.fresh == first.all);
    const auto cards = due_cards(progress, 100, 3);
    answer(progress, cards[0], Grade::again, 100);
    answer(progress, cards[1], Grade::good, 100);
    answer(progress, cards[2], Grade::good, 100);
    const Standing then = standing(progress, 100);
    CHECK(then.due == 1);
    CHECK(then.fresh == first.fresh - 3);
    CHECK(then.begun_today == 3);
    CHECK(then.next_day == 103);
    CHECK(then.next_count == 2);
    CHECK(standing(progress, 101).begun_today == 0);
    CHECK(standing(progress, 103).due == 3);
}

TEST_CASE("every card of a sitting is asked once before one is asked again") {
    Progress progress;
    const OwnCards none;
    ReviewSession session;
    std::set<std::string> asked;
    for (int i = 0; i < ReviewSession::new_a_day; ++i) {
        session.choose(progress, none, 100);
        REQUIRE(session.card());
        CHECK(asked.insert(session.card()->id).second);
        session.grade(progress, Grade::again, 100);  // not turned: it does not count
        CHECK(session.card());
        session.turn();
        session.grade(progress, Grade::again, 100);
    }
    session.choose(progress, none, 100);
    REQUIRE(session.card());
    CHECK(!asked.insert(session.card()->id).second);
    CHECK(session.graded() == ReviewSession::new_a_day);
}

TEST_CASE("what each grade leads to is told before, and comes true") {
    for (std::size_t g = 0; g < grades.size(); ++g) {
        Progress progress;
        const OwnCards none;
        ReviewSession session;
        session.choose(progress, none, 100);
        const std::string id = session.card()->id;
        const int promised = session.days_until(progress, 100)[g];
        session.turn();
        session.grade(progress, grades[g], 100);
        CHECK(progress.cards.at(id).due_day == 100 + promised);
    }
}
