// The learner's notebook: a plain folder of Markdown, one file a day, pictures beside it. Any editor, Obsidian or git
// may own it too: what stands there is never changed, only added to, and never lost.
#pragma once

#include "app/model/scene.h"
#include "viz/image/png.h"

#include <string>

namespace eigenscape {

struct Added {
    std::string note, picture;  // paths; empty when nothing was added
    std::string problem;        // a sentence or two, when nothing was added
};

// One picture into today's note: the picture (with its state inside, so that it opens again), its question, formulas,
// what is seen, the values, and room for one's own words. `day` as 2026-11-24, `time` as 14:05. Makes the folder when
// it is missing. Nothing is added when either file cannot be written.
Added add_to_notebook(const std::string& folder, const std::string& day, const std::string& time, const Scene& scene,
                      const State& state, const Frame& frame, const Bytes& png);

// The entry itself, as Markdown.
std::string notebook_entry(const std::string& time, const std::string& picture, const Scene& scene, const State& state,
                           const Frame& frame);

}  // namespace eigenscape
