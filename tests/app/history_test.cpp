// Undo and redo: whole states, gestures and quick repetitions as one step, bounded memory.
// The clock is given by the caller, so nothing here waits.
#include "app/model/history.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {
State at(double x) { return {x}; }
}  // namespace

TEST_CASE("undo and redo walk over whole states") {
    History history(at(0));
    CHECK(!history.can_undo());
    history.record(at(1), "one", 0);
    history.close();
    history.record(at(2), "two", 0);
    CHECK(history.undo_words() == "two");
    CHECK(history.undo() == at(1));
    CHECK(history.redo_words() == "two");
    CHECK(history.undo() == at(0));
    CHECK(history.undo() == at(0));
    CHECK(history.redo() == at(1));
    CHECK(history.redo() == at(2));
    CHECK(history.redo() == at(2));
}

TEST_CASE("a change after undo forgets what was undone") {
    History history(at(0));
    history.record(at(1), "one", 0);
    history.undo();
    history.record(at(5), "five", 9);
    CHECK(!history.can_redo());
    CHECK(history.undo() == at(0));
}

TEST_CASE("the same thing within a second is one step, unless closed or something else") {
    History history(at(0));
    history.record(at(1), "Change rate", 0.0);
    history.record(at(2), "Change rate", 0.9);
    history.record(at(3), "Change rate", 1.8);
    CHECK(history.size() == 2);
    history.record(at(4), "Change rate", 2.9);
    CHECK(history.size() == 3);
    history.record(at(5), "Change A", 2.9);
    CHECK(history.size() == 4);
    history.close();
    history.record(at(6), "Change A", 2.9);
    CHECK(history.size() == 5);
    history.record(at(6), "Nothing", 9);
    CHECK(history.size() == 5);
}

TEST_CASE("a million steps stay within bounds") {
    History history(at(-1));
    for (int i = 0; i < 1'000'000; ++i) {
        history.record(at(i), "step", 0);
        history.close();
    }
    CHECK(history.size() == History::most_steps);
    CHECK(history.present() == at(999'999));
    CHECK(history.undo() == at(999'998));
}

TEST_CASE("large states are bounded by their bytes, and one step back is always kept") {
    History history({Points(100'000, Vec2(0, 0))});
    for (int i = 1; i <= 100; ++i) {
        history.record({Points(100'000, Vec2(i, 0))}, "points", 0);
        history.close();
    }
    CHECK(history.size() * 100'000 * sizeof(Vec2) <= History::most_bytes);
    CHECK(history.size() >= 2);
    CHECK(std::get<Points>(history.undo()[0])[0].x() == 99);
    History huge({Points(2'000'000, Vec2(0, 0))});
    huge.record({Points(2'000'000, Vec2(1, 0))}, "points", 0);
    CHECK(huge.can_undo());
}
