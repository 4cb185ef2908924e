// Every number of the network: nodes and edges above, and below each weight as a bar that can be dragged.
// Rows are units, columns what they read, the last the bias; sign by ink and dash, size by thickness and height.
#include "app/scenes/learning/network_views.h"
#include "viz/number.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// Nodes lie above 0, bars below; the panel is as wide as its place.
constexpr double node_height = 3.3, bars_height = 4.4, sheet_height = node_height + bars_height + 2.1;

double squashed(double w) { return w / (1.5 + std::abs(w)); }  // in (-1, 1)
Ink sign_ink(double w) { return w < 0 ? Ink::negative : Ink::positive; }
Dash sign_dash(double w) { return w < 0 ? Dash::dashed : Dash::solid; }

std::string unit_name(const NetworkLab& lab, int space, int unit) {
    if (space == 0) return unit == 0 ? "x" : "y";
    if (space == lab.layers()) return "\\hat p";
    return "h_{" + std::to_string(unit + 1) + "}";
}

struct Nodes {
    const NetworkLab& lab;
    double width;
    int units(int space) const { return space == 0 ? lab.network.shape.inputs : lab.network.shape.units_of(space - 1); }
    Vec2 at(int space, int unit) const {
        const double x = width * (0.08 + 0.84 * space / lab.layers()), gap = node_height / std::max(3, units(space));
        return {x, 0.5 + 0.5 * node_height + gap * (0.5 * (units(space) - 1) - unit)};
    }
};

void edges(Panel& panel, const NetworkLab& lab, const Nodes& nodes) {
    for (int layer = 0; layer < lab.layers(); ++layer) {
        const auto weights = lab.network.weights(layer);
        for (Eigen::Index unit = 0; unit < weights.rows(); ++unit)
            for (Eigen::Index from = 0; from < weights.cols(); ++from) {
                const double w = weights(unit, from), size = std::abs(squashed(w));
                panel.line(nodes.at(layer, static_cast<int>(from)), nodes.at(layer + 1, static_cast<int>(unit)),
                           {.ink = sign_ink(w),
                            .width_points = 0.6 + 6 * size,
                            .dash = sign_dash(w),
                            .opacity = 0.35 + 0.6 * size});
            }
    }
    for (int space = 0; space <= lab.layers(); ++space)
        for (int unit = 0; unit < nodes.units(space); ++unit) {
            const bool hidden = space > 0 && space < lab.layers();
            const Ink ink = hidden ? unit_ink(unit) : Ink::text;
            const Vec2 at = nodes.at(space, unit);
            panel.dot(at, Ink::paper, 17);
            panel.dot(at, ink, 17, Mark::ring);
            if (nodes.units(space) > 4) continue;
            Label& name = panel.label(at, unit_name(lab, space, unit), ink,
                                      {space == lab.layers() ? 1.0 : 0.0, space == lab.layers() ? 0.0 : 1.0});
            name.size_points = 14;
            name.gap_points = 11;
        }
}

// One layer's numbers in a block of cells.
struct BarBlock {
    double left, cell;  // of its first column; a cell's width
    double row;         // a cell's height
    double name_points;
};

bool names_inputs(const BarBlock& block) { return block.cell > 0.4; }

Label& label_cell(Panel& panel, const Vec2& at, const std::string& text, Ink ink, const Vec2& toward, double size) {
    Label& label = panel.label(at, text, ink, toward);
    label.size_points = size;
    label.gap_points = 4;
    return label;
}

void bar(Panel& panel, const NetworkLab& lab, const Vec2& middle, const BarBlock& block, double w, int place,
         const std::string& words) {
    const double height = 0.44 * block.row, half = 0.26 * block.cell;
    const Vec2 tip = middle + Vec2(0, height * squashed(w));
    panel.line(Vec2(middle - Vec2(1.5 * half, 0)), Vec2(middle + Vec2(1.5 * half, 0)),
               {.ink = Ink::still, .width_points = 1.2});
    const Vec2 ring[] = {middle - Vec2(half, 0), middle + Vec2(half, 0), tip + Vec2(half, 0), tip - Vec2(half, 0)};
    panel.fill(std::span<const Vec2>(ring), sign_ink(w), 0.75);
    if (w < 0)
        panel.line(Vec2(tip - Vec2(half, 0)), Vec2(tip + Vec2(half, 0)),
                   {.ink = Ink::negative, .width_points = 2, .dash = Dash::dotted});
    weight_handle(panel, lab, tip, words, sign_ink(w), {place});
    if (block.cell > 0.75 && block.row > 0.75)
        label_cell(panel, middle, tex_words(fixed(w, 2)), Ink::text, {0, w < 0 ? 1.0 : -1.0}, 13);
}

void block_of_bars(Panel& panel, const NetworkLab& lab, int layer, const BarBlock& block) {
    const auto weights = lab.network.weights(layer);
    const auto biases = lab.network.biases(layer);
    const auto units = static_cast<int>(weights.rows()), inputs = static_cast<int>(weights.cols());
    const int place = lab.network.place_of(layer);
    const bool named = names_inputs(block);
    const double top = named ? -0.55 : -0.2;
    for (int from = 0; named && from <= inputs; ++from)
        label_cell(panel, Vec2(block.left + (from + 0.5) * block.cell, top),
                   from == inputs ? "b" : unit_name(lab, layer, from), Ink::faint, {0, 1}, 14);
    for (int unit = 0; unit < units; ++unit) {
        const double y = top - (unit + 0.5) * block.row;
        if (block.row > 0.35)
            label_cell(panel, Vec2(block.left, y), unit_name(lab, layer + 1, unit),
                       layer + 1 < lab.layers() ? unit_ink(unit) : Ink::text, {-1, 0}, block.name_points)
                .gap_points = block.name_points < 12 ? 9 : 4;  // clear of narrow cells' handles
        const std::string to = layer + 1 == lab.layers()
                                   ? "the output"
                                   : "unit " + std::to_string(unit + 1) + " of layer " + std::to_string(layer + 1);
        for (int from = 0; from <= inputs; ++from) {
            const Vec2 middle(block.left + (from + 0.5) * block.cell, y);
            const bool bias = from == inputs;
            bar(panel, lab, middle, block, bias ? biases(unit) : weights(unit, from),
                bias ? place + units * inputs + unit : place + unit * inputs + from,
                bias ? "Drag the bias of " + to : "Drag weight " + std::to_string(from + 1) + " of " + to);
        }
    }
}

}  // namespace

void weights_view(Frame& frame, const NetworkLab& lab, const Rect& place) {
    const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    const double width = std::clamp(sheet_height * points.x() / points.y(), 6.0, 16.0) - 0.4;
    Panel& panel =
        frame.plane("weights", {Vec2(-0.2, -0.5 - bars_height), Vec2(width + 0.2, node_height + 1.6)}, place);
    const Nodes nodes{lab, width};
    edges(panel, lab, nodes);
    int columns = 0, rows = 1;
    for (int layer = 0; layer < lab.layers(); ++layer) {
        columns += nodes.units(layer) + 1;
        rows = std::max(rows, nodes.units(layer + 1));
    }
    const double gap = 0.55, cell = std::min(1.1, (width - gap * lab.layers()) / columns);
    BarBlock block{gap + 0.5 * (width - gap * lab.layers() - cell * columns), cell, 0, points.x() < 500 ? 11.0 : 14.0};
    block.row = std::min(1.2, (bars_height - (names_inputs(block) ? 0.5 : 0.1)) / rows);
    for (int layer = 0; layer < lab.layers(); ++layer) {
        block_of_bars(panel, lab, layer, block);
        block.left += cell * (nodes.units(layer) + 1) + gap;
    }
    panel.note("Drag a bar, and train from there.", Ink::faint);
}

}  // namespace eigenscape
