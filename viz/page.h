// Several pictures on one page: a page is a frame like any other, so screen, PNG, SVG and film show it alike.
// Start with an empty Page of a size in points, `put` pictures and `write` words on it, hand its frame to a renderer.
#pragma once

#include "viz/frame.h"

#include <string>
#include <vector>

namespace eigenscape {

struct Page {
    explicit Page(const Vec2& size_points) : size(size_points), frame(Stage{size_points, {}}) {}

    Vec2 size;  // in points
    Frame frame;
    Views views;  // of all panels on it

    // The panels of a picture that was drawn for a canvas as large as `at`, in points. `name` goes before their names,
    // so that two pictures of one scene stay apart; one picture may go without.
    void put(const Frame& picture, const Views& its_views, const Rect& at, const std::string& name = {});

    // Lines of words in Inter from the upper left of `at`, broken at spaces; what does not fit is left out, and the
    // last line says how many lines are missing.
    void write(std::vector<Panel::Note> lines, const Rect& at, const std::string& name);

    // Rules to write on by hand.
    void rule(const Rect& at, double apart_points, const std::string& name);
};

// How high a column of words of this width becomes, margins included.
double written_height(const std::vector<Panel::Note>& lines, double width_points);

}  // namespace eigenscape
