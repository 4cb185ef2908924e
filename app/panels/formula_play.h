// Terms of a formula that play a part of the motion: \play{t=0..1}{V} moves t from 0 to 1 while the pointer is on V.
// When the pointer leaves, the state from before comes back; nothing of it is a step of undo.
#pragma once

#include "app/panels/ui.h"

#include <optional>
#include <string>
#include <string_view>

namespace eigenscape {

// A real parameter and the two values between which it moves; nothing when the words name none.
struct Stretch {
    int param = 0;
    double from = 0, to = 0, seconds = 1;
};
std::optional<Stretch> stretch_of(const Scene& scene, std::string_view plays);

// What a term plays while it is pointed at, and the state that comes back afterwards.
struct PlayedTerm {
    std::string plays;              // "t=0..1"; empty: none
    State before, shown;            // when the pointer came; what was told last
    double now = 0, pace_back = 0;  // of the parameter that moves
    bool returning = false;         // the pointer has left
    bool moves = false;             // draw again: it is on its way
};

// Once a picture: what is under the pointer now (empty: nothing), and the seconds since the picture before.
void play_term(Ui& ui, PlayedTerm& term, const std::string& plays, double seconds);

}  // namespace eigenscape
