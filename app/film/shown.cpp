// The layouts of shown.h. Sizes are in points; words are Inter, as the notes of a panel.
// A caption names what differs from the scene's defaults and what the scene is about; a card adds what comes out.
#include "app/film/shown.h"

#include "app/model/facts.h"
#include "app/model/state.h"
#include "viz/ghost.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double gutter = 10;  // between pictures
constexpr double card_picture_width = 0.62, card_picture_height = 0.7;
constexpr double cell_width = 960, cell_height = 600, cell_words_height = 62;
constexpr double title_size = 20, text_size = 15, cell_text_size = 20;

using Lines = std::vector<Panel::Note>;

Frame drawn(const Scene& scene, const State& state, const Views& views, const Vec2& size) {
    Frame frame(Stage{size, views});
    scene.draw(state, frame);
    return frame;
}

Frame picture(const Setting& setting, const State& state, const Vec2& size) {
    Frame now = drawn(*setting.scene, state, setting.views, size);
    if (!setting.before) return now;
    return haunted(now, drawn(*setting.scene, *setting.before, setting.views, size));
}

// What a scene is about, as opposed to its knobs.
bool leads(Kind kind) {
    return kind == Kind::formula || kind == Kind::mat2 || kind == Kind::mat3 || kind == Kind::vec2 ||
           kind == Kind::vec3;
}

std::vector<std::string> values_worth_telling(const Setting& setting, const State& state) {
    const Scene& scene = *setting.scene;
    std::vector<std::string> values;
    for (std::size_t i = 0; i < scene.params.size(); ++i)
        if (static_cast<int>(i) == setting.moving || leads(scene.params[i].kind) || state[i] != scene.defaults[i])
            values.push_back(scene.params[i].title + ": " + value_words(scene.params[i], state[i]));
    return values;
}

Lines caption_lines(const Setting& setting, const State& state) {
    const Scene& scene = *setting.scene;
    Lines lines = {{scene.words.title, Ink::text, title_size}, {scene.words.summary, Ink::faint, text_size}};
    if (!setting.told.empty()) return {lines[0], {setting.told, Ink::text, 18}};
    const auto add = [&](const std::vector<std::string>& values) {
        if (!values.empty()) lines.push_back({joined(values), Ink::text, text_size});
    };
    add(values_worth_telling(setting, state));
    if (setting.before) add(differences(scene, *setting.before, state));
    return lines;
}

Page captioned(const Setting& setting, const State& state) {
    Page page(setting.size);
    const Lines lines = caption_lines(setting, state);
    const double width = setting.size.x(), height = setting.size.y();
    const double band = std::min(setting.band > 0 ? setting.band : written_height(lines, width), 0.6 * height);
    page.put(picture(setting, state, {width, height - band}), setting.views, {0, 0, width, height - band});
    page.write(lines, {0, height - band, width, band}, "caption");
    return page;
}

Lines card_lines(const Setting& setting, const State& state, const Frame& frame) {
    const Scene& scene = *setting.scene;
    Lines lines = {{scene.words.title, Ink::text, 26},
                   {scene.words.summary, Ink::faint, 16},
                   {{}, Ink::text, 8},
                   {"What was set", Ink::special, 16}};
    for (const std::string& value : values_worth_telling(setting, state))
        lines.push_back({value, Ink::text, text_size});
    lines.push_back({{}, Ink::text, 8});
    lines.push_back({"What comes out", Ink::special, 16});
    for (const Fact& fact : frame.facts())
        if (!repeats(scene, fact)) lines.push_back({fact_title(fact) + ": " + fact_words(fact), Ink::text, text_size});
    return lines;
}

Page card(const Setting& setting, const State& state) {
    Page page(setting.size);
    const double width = setting.size.x(), height = setting.size.y();
    const double left = std::round(card_picture_width * width), top = std::round(card_picture_height * height);
    const Frame frame = picture(setting, state, {left, top});
    page.put(frame, setting.views, {0, 0, left, top});
    page.write(card_lines(setting, state, frame), {left, 0, width - left, height}, "card");
    Lines words = {{"In my own words", Ink::special, 16}};
    if (!setting.own_words.empty()) words.push_back({setting.own_words, Ink::text, 16});
    page.write(words, {0, top, left, height - top}, "words");
    if (setting.own_words.empty()) page.rule({0, top + 40, left, height - top - 40}, 34, "rules");
    return page;
}

}  // namespace

Page page_of(const Setting& setting, const State& state) {
    if (setting.layout == PageLayout::caption) return captioned(setting, state);
    if (setting.layout == PageLayout::card) return card(setting, state);
    Page page(setting.size);
    page.put(picture(setting, state, setting.size), setting.views, {0, 0, setting.size.x(), setting.size.y()});
    return page;
}

double band_for(const Setting& setting, const std::vector<State>& states) {
    double band = 0;
    for (const State& state : states)
        band = std::max(band, written_height(caption_lines(setting, state), setting.size.x()));
    return band;
}

std::vector<Cell> swept(const Scene& scene, const State& state, int param, const std::vector<Value>& values) {
    std::vector<Cell> cells;
    cells.reserve(values.size());
    const Param& row = scene.params[static_cast<std::size_t>(param)];
    for (const Value& value : values)
        cells.push_back({with(scene, state, param, value), row.title + ": " + value_words(row, value)});
    return cells;
}

std::vector<Cell> compared(const Scene& scene, const State& one, const State& other) {
    return {{one, apart(scene, one, other)}, {other, apart(scene, other, one)}};
}

int columns_for(int cells) { return cells <= 3 ? cells : static_cast<int>(std::ceil(std::sqrt(cells))); }

Vec2 sheet_size(int cells, int columns) {
    const int rows = (cells + columns - 1) / columns;
    return {columns * cell_width + (columns - 1) * gutter,
            rows * (cell_height + cell_words_height) + (rows - 1) * gutter};
}

Page sheet_of(const Setting& setting, const std::vector<Cell>& cells, int columns) {
    Page page(setting.size);
    const int count = static_cast<int>(cells.size());
    if (columns <= 0) columns = columns_for(count);
    const int rows = (count + columns - 1) / columns;
    Lines below;
    if (setting.layout == PageLayout::caption)
        below = {{setting.scene->words.title, Ink::text, 26},
                 {setting.scene->words.summary, Ink::faint, cell_text_size}};
    const double band = written_height(below, setting.size.x());
    const double width = (setting.size.x() - (columns - 1) * gutter) / columns;
    const double height = (setting.size.y() - band - (rows - 1) * gutter) / rows;
    double words_height = 0;
    for (const Cell& cell : cells)
        words_height = std::max(words_height, written_height({{cell.words, Ink::text, cell_text_size}}, width));
    words_height = std::min(words_height, 0.5 * height);
    for (int i = 0; i < count; ++i) {
        const Cell& cell = cells[static_cast<std::size_t>(i)];
        const std::string name = std::to_string(i + 1) + "/";
        const int row = i / columns, column = i % columns;
        const Rect at{column * (width + gutter), row * (height + gutter), width, height - words_height};
        page.put(picture(setting, cell.state, {at.width, at.height}), setting.views, at, name);
        page.write({{cell.words, Ink::text, cell_text_size}}, {at.x, at.y + at.height, at.width, words_height},
                   name + "words");
    }
    if (band > 0) page.write(below, {0, setting.size.y() - band, setting.size.x(), band}, "caption");
    return page;
}

}  // namespace eigenscape
