// A field for a whole text: wrapped between words, chosen with hand or keys, its lines laid out only as far as they
// change. The text itself is a TextEdit (app/notebook/text_edit.h); this is how it looks and how keys reach it.
#pragma once

#include "app/notebook/text_rows.h"

#include <string>

namespace eigenscape {

struct Ui;

struct TextArea {
    TextRows rows;
    std::size_t version = static_cast<std::size_t>(-1);  // of the text that the rows are of
    float width = 0, scale = 0;
    float goal_x = -1;            // where up and down would like to stand; below 0: where the caret is
    bool show_caret = false;      // scroll to it
    bool in_the_middle = false;   // and not only as far as needed
    bool wants_keyboard = false;  // it gets it in the next picture
    bool has_keyboard = false;
    int clicks = 0;  // of a press under way: 2 chooses words, 3 lines
};

// Fills `width` by `height` pixels at ImGui's cursor.
void text_area(Ui& ui, TextArea& area, TextEdit& edit, const std::string& name, float width, float height,
               bool read_only);

}  // namespace eigenscape
