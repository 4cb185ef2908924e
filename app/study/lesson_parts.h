// A lesson's file cut at its headings and at its `::` lines, before any of it is understood; private to app/study.
// Lines inside fenced code are never headings nor settings.
#pragma once

#include "app/study/prose.h"

#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// Text, or one line of settings `:: A=[[0,-1],[1,0]] t=1 over 2 s`.
struct Part {
    std::string text;  // Markdown; empty for a line of settings
    bool is_settings = false;
    std::vector<std::string> settings;
    double seconds = 0;  // after "over"; 0 when it is not said
    bool timed = false;
    int line = 0;
};

struct Section {
    std::string heading;  // without its #
    int level = 0;        // 0: what stands before the first heading
    int line = 0;
    std::vector<Part> parts;
};

std::vector<Section> sections_of(std::string_view markdown, std::vector<Problem>& problems);

}  // namespace eigenscape
