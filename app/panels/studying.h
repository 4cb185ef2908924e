// What a reader does with the lesson of the open scene: its story, the challenge that is taken up, what was solved.
// Plain data beside the explorer; lesson_panel.cpp shows it.
#pragma once

#include "app/panels/flow.h"
#include "app/panels/story_player.h"
#include "app/study/concept_map.h"
#include "app/study/lesson.h"
#include "app/study/moment.h"
#include "app/study/own_cards.h"
#include "app/study/progress.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace eigenscape {

class Explorer;

struct Studying {
    const Lesson* lesson = nullptr;  // null: the scene has none
    StoryPlayer story;
    std::vector<std::vector<Block>> tasks;  // of the challenges, as rich text
    int taken = -1;                         // the challenge that is worked on
    std::size_t hints = 0;                  // how many of them were asked for
    bool met = false;                       // is it met by the picture that is shown now?

    RememberedProgress remembered;
    RememberedOwnCards own;
    std::string progress_file, cards_file;  // empty: nothing is kept
    std::function<int()> today;
    bool still = false;  // numbers in words are told, not held

    void remember();              // what is in the files
    std::string keep_progress();  // what went wrong; empty when all is well
    std::string keep_cards();
    int day() const { return today ? today() : eigenscape::today(); }

    // Paragraphs as they were laid out last, by their place in memory, with what they were laid out for.
    struct Laid {
        std::string shown;
        FlowLook look;
        Flow flow;
    };
    std::map<const void*, Laid> laid;
    struct LaidTable {
        double room = -1;  // points
        std::vector<double> widths;
    };
    std::map<const void*, LaidTable> laid_tables;
    void lay_anew() { laid.clear(), laid_tables.clear(); }
    float story_height = 0, story_width = 0;  // of its longest step
    std::map<std::string, int> said;          // how often each number was shown in this picture so far
    std::uint64_t picture = 0;                // the one looked at last

    struct Left {
        int taken = -1;
        std::size_t hints = 0;
    };
    std::map<std::string, Left> left;  // the challenges that were being worked on in other scenes, by scene

    void open(const Explorer& explorer);              // its scene
    void take_up(Explorer& explorer, int challenge);  // and go to its start
    void lay_down() { taken = -1; }
    bool solved(const Challenge& challenge) const;

    // Looks at the picture once. Gives the challenge that it meets for the first time ever, and says in `trouble` why
    // that could not be written down.
    const Challenge* look(Explorer& explorer, std::string& trouble);
};

const ConceptMap& concepts();  // of all lessons, drawn once

}  // namespace eigenscape
