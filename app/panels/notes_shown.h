// The notebook as its page shows it: which of its parts is open, what is typed into its fields, how the note is laid
// out. Its logic is app/notebook/notebook.h; notes_page.cpp fills the page.
#pragma once

#include "app/notebook/note_blocks.h"
#include "app/notebook/notebook.h"
#include "app/panels/note_pictures.h"
#include "app/panels/text_area.h"

#include <memory>
#include <string>
#include <vector>

namespace eigenscape {

struct NotesShown {
    enum class Asked { nothing, title, folder, elsewhere, earlier, removal, trash };

    std::unique_ptr<Notebook> book;
    bool reading = false;             // typeset; else as it is written
    std::string typed, typed_before;  // what is searched, and what the places below are of
    NotesFound found;
    Asked asked = Asked::nothing;   // what the form above the list or the text asks for
    bool asked_now = false;         // its field gets the keyboard
    std::string answer;             // typed into it
    std::string problem;            // why that could not be done
    std::vector<Snapshot> offered;  // of the form that lists earlier texts, or deleted notes
    TextArea area;
    NotePictures pictures;
    NoteBlocks blocks;
    std::size_t blocks_version = static_cast<std::size_t>(-1);
    bool typesetting = false;      // its blocks are being shown
    bool takes_ticks = false;      // a click on the box of a task ticks it in the text
    std::size_t line_to_tick = 0;  // it was clicked in this picture; 0: none
    std::size_t line_to_show = 0;  // of the typeset note, in the next picture; 0: none
    double looked_at = -1;         // at the folder, seconds

    void note_opened(std::size_t line = 0);  // another note is open: everything about it begins anew
    void ask(Asked what, const std::string& first_answer = {});
};

}  // namespace eigenscape
