// A paragraph of a lesson laid out in lines: words in their faces, formulas, numbers filled in, and what a pointer can
// find there. Lengths in points, y upwards, the first baseline at y = 0. Nothing here draws or knows a window.
#pragma once

#include "app/study/moment.h"
#include "app/study/prose.h"
#include "viz/tex/typeset.h"

#include <string>
#include <vector>

namespace eigenscape {

struct FlowSpot {
    enum Kind { number, term, link } kind = term;
    Box2 box{{0, 0}, {0, 0}};
    std::string name;        // of a number: A[0][1]
    std::optional<Ink> ink;  // of a term, or a number in its colour
    std::size_t span = 0;    // whose it is
};

struct Flow {
    Typeset words;
    std::vector<FlowSpot> spots;  // those of one span that stand on one line are one
    std::vector<Box2> grounds;    // beneath code
    double height() const { return words.ascent + words.descent; }
};

inline constexpr double code_scale = 1.1;  // Latin Modern Mono's small letters are lower than Inter's

struct FlowLook {
    double size = 14, width = 288;
    Face face = Face::ui;
    double leading = 1.5;
    double across = 0;  // where lines stand in the width: 0 left, 1 right
    bool operator==(const FlowLook&) const = default;
};

Flow flow_of(const std::vector<Span>& spans, const Moment& moment, const FlowLook& look);

// How wide the words are on one line, and the longest of them, which no line can be narrower than.
struct FlowWidths {
    double least = 0, whole = 0;
};
FlowWidths widths_of(const std::vector<Span>& spans, const Moment& moment, const FlowLook& look);

// One formula on a line of its own; made smaller where it would be wider than the line.
Flow display_flow(const std::string& tex, const Moment& moment, const FlowLook& look);

// Every value that the spans show, as shown: a flow is laid anew only when these words change.
std::string values_in(const std::vector<Span>& spans, const Moment& moment);
std::string values_in(const std::string& tex, const Moment& moment);

}  // namespace eigenscape
