// A picture with everything that can be asked of it: kind of file, pixels, theme, words; a study card; a sheet of one
// parameter's values; two states beside each other. And the frozen state that ghost and comparison start from.
#pragma once

#include "app/film/shown.h"
#include "app/model/document.h"
#include "app/notebook/text_edit.h"
#include "app/panels/text_area.h"
#include "viz/theme.h"

#include <optional>
#include <string>
#include <variant>

namespace eigenscape {

struct Ui;

// A state to compare with: drawn behind what is shown now until it is let go.
struct Frozen {
    std::string scene;  // empty: there is none
    State state;
    std::uint64_t picture = 0;  // the one that `words` were made for
    std::string words;          // what differs now
};

struct CaptureSheet {
    enum What { picture, card, values, compare };

    bool shown = false;
    int what = picture;
    bool svg = false, caption = false, transparent = false, page = false;  // page: 16 by 9, else as on the canvas
    int pixels = 2;                                                        // for each point of a PNG
    int theme = -1;                                                        // its place in the list; -1: as it is seen
    std::string scene;                                                     // whose these are:
    int param = -1;                                                        // swept
    std::string typed_values;                                              // "0.01, 0.1, 1"
    TextEdit own_words;                                                    // of the card
    TextArea area;
    bool save = false, copy = false;  // asked for, to be done after this picture
    std::string saved;                // where the last one went
    Frozen frozen;

    unsigned int texture = 0;  // the preview, and what it is of
    int width = 0, height = 0;
    std::string previewed, problem;
};

// What is to be drawn, and what travels with it.
struct PageWanted {
    Page page;
    Document document;
    const Theme* theme = nullptr;
    double pixels = 1;
    bool transparent = false, svg = false;
};
std::variant<PageWanted, BadValue> page_wanted(Ui& ui);

}  // namespace eigenscape
