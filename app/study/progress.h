// What a learner has done: how well each card is remembered, which challenges are met. One JSON file in the user's data
// folder, written atomically. A damaged file is set aside under another name, one of a newer program is left alone.
#pragma once

#include "app/study/memory.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace eigenscape {

struct Progress {
    std::map<std::string, Memory> cards;  // by their id
    std::set<std::string> met;            // challenges, by their id (review.h)
    std::set<std::string> predicted;      // predictions that were made and seen
    std::string unknown = "{}";           // JSON: what a newer program wrote beside this, kept and written back
    bool operator==(const Progress&) const = default;
};

struct RememberedProgress {
    Progress progress;
    std::string trouble;  // what went wrong and where the file is now; empty when all is well
    bool may_write =
        true;  // false: a newer program's file, or one that could not be set aside; it must not be replaced
};

std::string
progress_path();  // $XDG_DATA_HOME/eigenscape/progress.json, else below ~/.local/share; empty without a home

RememberedProgress remembered_progress(const std::string& path);
std::string remember_progress(const std::string& path, const Progress& progress);  // what went wrong; empty when saved

int today();  // the day's number in local time: days since 1970-01-01

// The scene and the question's words, so a reworded question is a new card:
// "transform/what-do-the-columns-of-a-matrix-tell".
std::string study_id(std::string_view scene, std::string_view words);

}  // namespace eigenscape
