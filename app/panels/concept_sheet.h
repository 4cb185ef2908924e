// The map of concepts, one at a time in the middle: what it stands on to the left, what it leads to on the right, and
// how much of it was done. Each of its neighbours can be put in the middle, or opened.
#pragma once

#include <string>

namespace eigenscape {

struct Ui;

struct ConceptBrowser {
    bool shown = false;
    std::string at;  // a scene's id, or the name of a concept that has no scene yet
};

void browse_concepts(Ui& ui);  // from the open scene
void concept_sheet(Ui& ui);

}  // namespace eigenscape
