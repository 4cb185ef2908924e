// A state as it will be seen on paper or in a film: the picture alone, with a caption, as a study card, many on a
// sheet. Each function gives a finished Page; nothing here draws a pixel.
#pragma once

#include "app/film/differences.h"
#include "app/model/scene.h"
#include "viz/page.h"

#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

enum class PageLayout { picture, caption, card };

// How pictures of one scene are laid out; `size` is that of the whole page, in points.
struct Setting {
    const Scene* scene = nullptr;
    Views views;
    Vec2 size{1280, 720};
    PageLayout layout = PageLayout::picture;
    std::string own_words;        // of a card; empty: ruled space to write by hand
    std::string told{};           // of a caption: these words instead of question and values
    int moving = -1;              // the parameter whose value a caption always names
    std::optional<State> before;  // drawn behind as a ghost; a caption reads out the facts that changed
    double band = 0;              // height of the caption's band in points; 0: as its words need
};

Page page_of(const Setting& setting, const State& state);

// The largest band that one of these states needs, so that a film's does not jump.
double band_for(const Setting& setting, const std::vector<State>& states);

// Pictures side by side in a grid, each with a line of its own below. `columns` 0: such that the cells suit pictures.
struct Cell {
    State state;
    std::string words;
};
Page sheet_of(const Setting& setting, const std::vector<Cell>& cells, int columns = 0);
std::vector<Cell> swept(const Scene& scene, const State& state, int param, const std::vector<Value>& values);
std::vector<Cell> compared(const Scene& scene, const State& one, const State& other);  // each with what differs
int columns_for(int cells);
Vec2 sheet_size(int cells, int columns);  // in points, when nobody asked for another

}  // namespace eigenscape
