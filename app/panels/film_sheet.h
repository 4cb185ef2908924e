// Films from the window: what moves, how large, how fast; then its making with progress, time left and cancel.
// The film is made on threads of its own (app/film/film_job.h) while the window goes on.
#pragma once

#include "app/film/film_job.h"

#include <memory>
#include <string>

namespace eigenscape {

struct Ui;

struct FilmMaking {
    bool shown = false;
    int format = 0, size = 1, fps = 1;  // places in the lists that the sheet offers
    int moves = -1;                     // a parameter that is swept over its range; -1: the timeline
    double seconds = 0;                 // 0: as long as the timeline takes, or four seconds
    std::string scene;                  // whose `moves` it is
    std::string problem;                // why the last film was not begun
    std::string output;                 // of the film being made
    std::unique_ptr<FilmJob> job;
};

void film_sheet(Ui& ui, const std::string& folder);  // new films go to the folder and replace nothing
bool film_in_the_making(const Ui& ui);               // draw again soon: its progress is shown

}  // namespace eigenscape
