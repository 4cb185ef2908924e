// A note's table: a head on a ground, a thin line between rows, words where their column has them. See rich_inside.h.
#include "app/panels/controls.h"
#include "app/panels/imgui_compat.h"
#include "app/panels/rich_inside.h"
#include "app/panels/table_widths.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double air_beside = 8, air_over = 5;  // points of air about a cell's words

struct LaidGrid {
    const Block& table;
    std::vector<double> widths;   // of the columns' words
    std::vector<double> heights;  // of the rows, with air
    double width = 0, height = 0;
    std::size_t columns() const { return table.columns.size(); }
};

FlowLook look_of(const LaidGrid& grid, std::size_t cell) {
    const std::size_t column = cell % grid.columns();
    // A hair more than its words need: no line ends because of a rounding.
    FlowLook look{rich_size, grid.widths[column] + 0.01};
    look.across = grid.table.columns[column];
    look.leading = 1.4;
    if (cell < grid.columns()) look.face = Face::ui_bold;
    return look;
}

const std::vector<double>& widths_in(Ui& ui, const Block& table, const Moment& moment, double room) {
    Studying::LaidTable& known = ui.studying.laid_tables[&table];
    if (known.room == room && known.widths.size() == table.columns.size()) return known.widths;
    std::vector<ColumnNeed> columns(table.columns.size());
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        FlowLook look{rich_size, room};
        if (i < columns.size()) look.face = Face::ui_bold;
        const FlowWidths cell = widths_of(table.cells[i], moment, look);
        ColumnNeed& need = columns[i % columns.size()];
        need = {std::max(need.least, cell.least), std::max(need.whole, cell.whole)};
    }
    known = {room, column_widths(columns, room - 2 * air_beside * static_cast<double>(columns.size()))};
    return known.widths;
}

LaidGrid grid_of(Ui& ui, const Block& table, const Moment& moment, double room) {
    LaidGrid grid{table, widths_in(ui, table, moment, room), {}};
    for (const double width : grid.widths) grid.width += width + 2 * air_beside;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (i % grid.columns() == 0) grid.heights.push_back(0);
        grid.heights.back() = std::max(
            grid.heights.back(), laid_spans(ui, table.cells[i], moment, look_of(grid, i)).height() + 2 * air_over);
    }
    for (const double height : grid.heights) grid.height += height;
    return grid;
}

void draw_rows(Ui& ui, const LaidGrid& grid, const Moment& moment, const Color& color) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float right = corner.x + ui.at(grid.width), thin = std::max(1.0f, std::round(ui.at(1)));
    double y = 0;
    for (std::size_t row = 0; row < grid.heights.size(); ++row) {
        const float top = std::round(corner.y + ui.at(y)), bottom = std::round(corner.y + ui.at(y + grid.heights[row]));
        if (row == 0)
            list.AddRectFilled({corner.x, top}, {right, bottom}, packed(ui.palette.track), ui.at(5),
                               ImDrawFlags_RoundCornersTop);
        list.AddRectFilled({corner.x, bottom - thin}, {right, bottom},
                           packed(row == 0 ? ui.palette.soft : ui.palette.line));
        double x = 0;
        for (std::size_t column = 0; column < grid.columns(); ++column) {
            const std::size_t cell = row * grid.columns() + column;
            if (cell >= grid.table.cells.size()) break;
            ImGui::SetCursorScreenPos({corner.x + ui.at(x + air_beside), top + ui.at(air_over)});
            put(ui, laid_spans(ui, grid.table.cells[cell], moment, look_of(grid, cell)), grid.table.cells[cell], 0,
                color);
            x += grid.widths[column] + 2 * air_beside;
        }
        y += grid.heights[row];
    }
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({ui.at(grid.width), ui.at(grid.height)});
}

}  // namespace

void rich_table(Ui& ui, const Block& block, const Moment& moment, double indent, const Color& color) {
    if (block.columns.empty()) return;
    const float room = ImGui::GetContentRegionAvail().x - ui.at(indent);
    const LaidGrid grid = grid_of(ui, block, moment, room / ui.scale);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.at(indent));
    ImGui::PushID(&block);
    if (ui.at(grid.width) <= room + 0.5f) {
        ImGui::BeginGroup();
        draw_rows(ui, grid, moment, color);
        ImGui::EndGroup();
    } else {
        const float bar = ImGui::GetStyle().ScrollbarSize + ui.at(2);
        compat::begin_child("table", {room, ui.at(grid.height) + bar}, ImGuiWindowFlags_HorizontalScrollbar);
        draw_rows(ui, grid, moment, color);
        ImGui::EndChild();
    }
    record(ui, "Table of line " + std::to_string(block.line));
    ImGui::PopID();
}

}  // namespace eigenscape
