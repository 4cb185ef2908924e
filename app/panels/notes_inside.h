// What the files of the notebook's page share. For notes_*.cpp alone.
#pragma once

#include "app/panels/ui.h"

namespace eigenscape {

void notes_list(Ui& ui);                           // all notes and the search
void one_note(Ui& ui, float width, float height);  // pixels

// Words that a deed gave are its trouble; none: it is done, and the form goes.
bool deed_done(NotesShown& notes, const std::string& trouble);

// A field for a line; true once Enter was pressed in it.
bool notes_field(Ui& ui, const std::string& name, const char* hint, std::string& text, bool& fresh);

// A question with a line to answer in; true once it is answered.
bool notes_question(Ui& ui, const std::string& words, const char* hint, const std::string& deed);

// Deleted notes, or earlier texts of the open one, to choose from.
void notes_offers(Ui& ui);

}  // namespace eigenscape
