// How the plane gets from where it was to where A puts it, as both matrix scenes show and say it.
// A path that turns the plane over folds: its line is drawn and named, and the plane's underside is dimmer.
#pragma once

#include "core/types.h"
#include "viz/frame.h"

#include <string>

namespace eigenscape {

// The line onto which the plane folds on its polar path to a mirroring A, while time runs: dashed, coming and going
// softly at both ends of time; nothing for other matrices.
void fold_line(Panel& panel, const Mat2& A, double t);

// How brightly to draw a plane that M carries: 1 while its upper side is up, less once it lies well turned over. It
// never jumps: where the plane is flat it is still 1.
double lit_side(const Mat2& M);

// Which path the polar motion takes, as a sentence for the canvas and as a fact.
std::string polar_path_words(const Mat2& A);
std::string polar_path_name(const Mat2& A);

}  // namespace eigenscape
