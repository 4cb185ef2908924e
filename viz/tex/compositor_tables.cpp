// Matrices, cases, aligned lines: rows of cells, as LaTeX's array and amsmath set them.
#include "viz/tex/compositor.h"

#include <algorithm>

namespace eigenscape {
namespace {

// In ems. The strut keeps rows of small letters as far apart as rows of capitals.
struct Manners {
    std::uint8_t level = 1;  // the style of the cells
    double column_gap = 1, strut_up = 0.84, strut_down = 0.36, row_gap = 0, least_gap = 0.12;
};

Manners manners_of(std::string_view name) {
    if (name == "smallmatrix") return {2, 0.5, 0.85, 0.35, 0, 0.1};
    if (name == "substack") return {2, 0, 0.72, 0.28, 0, 0.1};
    if (name == "cases") return {1, 1, 1.008, 0.432, 0, 0.12};
    if (name == "aligned" || name == "align" || name == "split") return {0, 0, 0.84, 0.36, 0.3, 0.12};
    if (name == "gathered" || name == "gather" || name == "equation") return {0, 0, 0.84, 0.36, 0.3, 0.12};
    return {};
}

constexpr double between_pairs = 2;  // ems between the pairs of columns of aligned

struct Columns {
    std::u32string kinds;    // l, c or r of each column
    std::vector<int> lines;  // how many bars stand before each column, and behind the last
};

Columns columns_of(const std::u32string& spec, std::size_t count) {
    Columns columns;
    columns.lines.push_back(0);
    std::u32string cycle;
    for (const char32_t c : spec) {
        if (c == U'|') {
            ++columns.lines.back();
        } else {
            cycle += c;
            columns.kinds += c;
            columns.lines.push_back(0);
        }
    }
    if (cycle.empty()) cycle.push_back(U'c');
    while (columns.kinds.size() < count) {
        columns.kinds += cycle[columns.kinds.size() % cycle.size()];
        columns.lines.push_back(0);
    }
    return columns;
}

}  // namespace

Box Compositor::set_table(const Node& node, Style style) {
    const Manners manners = manners_of(node.text);
    const Style cells{std::max(manners.level, style.level == 0 ? manners.level : style.level), style.cramped};
    const double em = size(node.text == "smallmatrix" || node.text == "substack" ? Style{cells.level, false} : cells);
    struct Row {
        std::vector<Box> cells;
        double ascent, descent, baseline = 0;
    };
    Box box;
    box.from = here();
    std::vector<Row> rows;
    std::size_t count = 0;
    for (const Node& line : node.kids) {
        Row row{{}, manners.strut_up * em, manners.strut_down * em};
        for (const Node& cell : line.kids) {
            row.cells.push_back(set(cell, cells));
            row.ascent = std::max(row.ascent, row.cells.back().ascent + 0.5 * manners.least_gap * em);
            row.descent = std::max(row.descent, row.cells.back().descent + 0.5 * manners.least_gap * em);
        }
        if (line.kids.empty()) row.ascent = row.descent = 0;
        count = std::max(count, row.cells.size());
        rows.push_back(std::move(row));
    }
    const Columns columns = columns_of(node.fences, count);
    std::vector<double> widths(count, 0), lefts(count, 0);
    for (const Row& row : rows)
        for (std::size_t k = 0; k < row.cells.size(); ++k) widths[k] = std::max(widths[k], row.cells[k].width);
    const bool pairs = manners.level == 0;
    const double bar = math_constants().fraction_rule_thickness * em;
    double pen = 0;
    std::vector<double> bars;
    for (std::size_t k = 0; k <= count; ++k) {
        const bool edge = k == 0 || k == count;
        const double gap = edge ? 0 : pairs ? (k % 2 == 0 ? between_pairs : 0) * em : manners.column_gap * em;
        const int lines = k < columns.lines.size() ? columns.lines[k] : 0;
        pen += lines > 0 && k == 0 ? 0 : 0.5 * gap;
        for (int i = 0; i < lines; ++i) {
            if (edge && k > 0 && i == 0) pen += 0.5 * manners.column_gap * em;
            bars.push_back(pen);
            pen += bar + (i + 1 < lines ? 3 * bar : 0);
            if (k == 0 && i + 1 == lines) pen += 0.5 * manners.column_gap * em;
        }
        pen += lines > 0 && k == 0 ? 0 : 0.5 * gap;
        if (k == count) break;
        lefts[k] = pen;
        pen += widths[k];
    }
    box.width = pen;

    double total = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (r > 0) total += manners.row_gap * em;
        rows[r].baseline = total + rows[r].ascent;
        total = rows[r].baseline + rows[r].descent;
    }
    const double top = 0.5 * total + axis(style);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const Row& row = rows[r];
        for (std::size_t k = 0; k < row.cells.size(); ++k) {
            const double spare = widths[k] - row.cells[k].width;
            const double in = columns.kinds[k] == U'l' ? 0 : columns.kinds[k] == U'r' ? spare : 0.5 * spare;
            move(row.cells[k], {lefts[k] + in, top - row.baseline});
        }
        const double above = top - row.baseline + row.ascent;
        if (node.kids[r].above) rule({0, above - 0.5 * bar}, {box.width, above + 0.5 * bar});
    }
    for (const double x : bars) rule({x, top - total}, {x + bar, top});
    box.ascent = std::max(0.0, top);
    box.descent = std::max(0.0, total - top);
    close(box);
    return node.sign || node.other ? between(node.sign, box, node.other, style) : box;
}

// A box with the fences that fit it.
Box Compositor::between(char32_t left, Box inside, char32_t right, Style style) {
    const double height = inside.height();
    const double reach = std::max(0.901 * height, height - 0.5 * size(style));
    const Box before = fence(left, reach, style), after = fence(right, reach, style);
    move(inside, {before.width, 0});
    move(after, {before.width + inside.width, 0});
    Box box{before.width + inside.width + after.width,
            std::max({inside.ascent, before.ascent, after.ascent}),
            std::max({inside.descent, before.descent, after.descent}),
            0,
            inside.from,
            {}};
    close(box);
    return box;
}

}  // namespace eigenscape
