// Sugiyama's method (1981): columns, orders within them by barycentres and by swapping neighbours, then heights by
// least squares. Edges that pass columns are cut into pieces there, so that they keep clear of the nodes.
#include "viz/shapes/layered.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr int order_sweeps = 12, height_sweeps = 24;
constexpr double straight = 3;  // how much more the pieces of one edge want to lie level than two nodes do

// A node, or a piece of an edge passing a column.
struct Slot {
    int column = 0;
    double height = 0;
    bool passes = false;
    std::vector<int> left{}, right{};  // slots in the neighbouring columns, once for each edge
    double y = 0;
};

struct Sketch {
    std::vector<Slot> slots;
    std::vector<std::vector<int>> columns;  // slots from above
    std::vector<int> rank;                  // of each slot within its column

    void rank_column(std::size_t c) {
        for (std::size_t i = 0; i < columns[c].size(); ++i)
            rank[static_cast<std::size_t>(columns[c][i])] = static_cast<int>(i);
    }
    Slot& at(int slot) { return slots[static_cast<std::size_t>(slot)]; }
    const Slot& at(int slot) const { return slots[static_cast<std::size_t>(slot)]; }
    int rank_of(int slot) const { return rank[static_cast<std::size_t>(slot)]; }
};

std::vector<int> columns_of(const std::vector<LayeredNode>& nodes, int& count) {
    std::vector<int> before_end(nodes.size(), 0);  // the longest way to the last node
    for (std::size_t i = nodes.size(); i-- > 0;)
        for (const int a : nodes[i].from) {
            int& steps = before_end[static_cast<std::size_t>(a)];
            steps = std::max(steps, before_end[i] + 1);
        }
    count = nodes.empty() ? 0 : 1 + *std::ranges::max_element(before_end);
    for (int& steps : before_end) steps = count - 1 - steps;
    return before_end;
}

// Slots with the pieces of long edges; `edges` gets the slots of each edge from left to right.
Sketch sketch_of(const std::vector<LayeredNode>& nodes, const Layered& plan, double passing,
                 std::vector<std::vector<int>>& edges) {
    Sketch sketch;
    sketch.columns.resize(static_cast<std::size_t>(plan.columns));
    const auto add = [&](Slot slot) {
        const int place = static_cast<int>(sketch.slots.size());
        sketch.columns[static_cast<std::size_t>(slot.column)].push_back(place);
        sketch.slots.push_back(std::move(slot));
        return place;
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) add({plan.column[i], nodes[i].height, false});
    for (const LayeredEdge& edge : plan.edges) {
        std::vector<int> through{edge.from};
        for (int c = plan.column[static_cast<std::size_t>(edge.from)] + 1;
             c < plan.column[static_cast<std::size_t>(edge.to)]; ++c)
            through.push_back(add({c, passing, true}));
        through.push_back(edge.to);
        for (std::size_t k = 1; k < through.size(); ++k) {
            sketch.at(through[k - 1]).right.push_back(through[k]);
            sketch.at(through[k]).left.push_back(through[k - 1]);
        }
        edges.push_back(std::move(through));
    }
    sketch.rank.resize(sketch.slots.size());
    for (std::size_t c = 0; c < sketch.columns.size(); ++c) sketch.rank_column(c);
    return sketch;
}

// Crossings between the edges of two slots to one side, the first of which lies above.
int crossings_between(const Sketch& sketch, const std::vector<int>& upper, const std::vector<int>& lower) {
    int count = 0;
    for (const int a : upper)
        for (const int b : lower) count += sketch.rank_of(a) > sketch.rank_of(b);
    return count;
}

int crossings_of(const Sketch& sketch) {
    int count = 0;
    for (const auto& column : sketch.columns)
        for (std::size_t i = 0; i < column.size(); ++i)
            for (std::size_t j = i + 1; j < column.size(); ++j)
                count += crossings_between(sketch, sketch.at(column[i]).right, sketch.at(column[j]).right);
    return count;
}

double barycentre(const Sketch& sketch, const std::vector<int>& neighbours, double otherwise) {
    if (neighbours.empty()) return otherwise;
    double sum = 0;
    for (const int n : neighbours) sum += sketch.rank_of(n);
    return sum / static_cast<double>(neighbours.size());
}

void order_by_neighbours(Sketch& sketch, std::size_t c, bool by_left) {
    std::vector<std::pair<double, int>> keyed;
    for (const int slot : sketch.columns[c]) {
        const Slot& s = sketch.at(slot);
        keyed.emplace_back(barycentre(sketch, by_left ? s.left : s.right, sketch.rank_of(slot)), slot);
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<double, int>::first);
    for (std::size_t i = 0; i < keyed.size(); ++i) sketch.columns[c][i] = keyed[i].second;
    sketch.rank_column(c);
}

// Neighbours change places while that saves crossings.
bool swap_neighbours(Sketch& sketch, std::size_t c) {
    bool better = false;
    std::vector<int>& column = sketch.columns[c];
    for (std::size_t i = 1; i < column.size(); ++i) {
        const Slot &a = sketch.at(column[i - 1]), &b = sketch.at(column[i]);
        const int now = crossings_between(sketch, a.left, b.left) + crossings_between(sketch, a.right, b.right);
        const int then = crossings_between(sketch, b.left, a.left) + crossings_between(sketch, b.right, a.right);
        if (then >= now) continue;
        std::swap(column[i - 1], column[i]);
        sketch.rank_column(c);
        better = true;
    }
    return better;
}

void order(Sketch& sketch) {
    Sketch best = sketch;
    int least = crossings_of(best);
    for (int sweep = 0; sweep < order_sweeps && least > 0; ++sweep) {
        const bool by_left = sweep % 2 == 1;
        const std::size_t count = sketch.columns.size();
        for (std::size_t k = 1; k < count; ++k) order_by_neighbours(sketch, by_left ? k : count - 1 - k, by_left);
        for (int round = 0; round < 8; ++round) {
            bool better = false;
            for (std::size_t c = 0; c < count; ++c) better = swap_neighbours(sketch, c) || better;
            if (!better) break;
        }
        if (const int now = crossings_of(sketch); now < least) {
            least = now;
            best = sketch;
        }
    }
    sketch = std::move(best);
}

double height_of(const Sketch& sketch, const std::vector<int>& column, double gap) {
    double height = 0;
    for (const int slot : column) height += sketch.at(slot).height + gap;
    return height - gap;
}

// A slot where it would like to be: level with its neighbours.
std::pair<double, double> wish(const Sketch& sketch, const Slot& slot) {
    double sum = 0, weights = 0;
    for (const auto* side : {&slot.left, &slot.right})
        for (const int n : *side) {
            const double weight = slot.passes && sketch.at(n).passes ? straight : 1;
            sum += weight * sketch.at(n).y;
            weights += weight;
        }
    return weights > 0 ? std::pair(sum / weights, weights) : std::pair(slot.y, 1.0);
}

// Least squares of the distances from the wishes, order and gaps kept: isotonic regression by pooling neighbours
// (Ayer and others 1955), then held within the room.
void settle_column(Sketch& sketch, const std::vector<int>& column, const LayeredRoom& room) {
    struct Pool {
        double sum, weight;
        std::size_t count;
        double mean() const { return sum / weight; }
    };
    std::vector<double> offset;  // the middle of each slot when all are pushed against the first
    double at = 0;
    for (const int slot : column) {
        offset.push_back(at + sketch.at(slot).height / 2);
        at += sketch.at(slot).height + room.gap;
    }
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const auto [y, weight] = wish(sketch, sketch.at(column[i]));
        pools.push_back({(y - offset[i]) * weight, weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    const double spare = std::max(0.0, room.height - (at - room.gap));
    std::size_t i = 0;
    for (const Pool& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k, ++i)
            sketch.at(column[i]).y = std::clamp(pool.mean(), 0.0, spare) + offset[i];
}

void settle_heights(Sketch& sketch, const LayeredRoom& room) {
    for (const auto& column : sketch.columns) {  // evenly first
        const double spare = std::max(0.0, room.height - height_of(sketch, column, room.gap));
        double y = spare / 2;
        for (const int slot : column) {
            sketch.at(slot).y = y + sketch.at(slot).height / 2;
            y += sketch.at(slot).height + room.gap;
        }
    }
    const std::size_t count = sketch.columns.size();
    for (int sweep = 0; sweep < height_sweeps; ++sweep)
        for (std::size_t k = 0; k < count; ++k)
            settle_column(sketch, sketch.columns[sweep % 2 ? k : count - 1 - k], room);
}

}  // namespace

Layered layered(const std::vector<LayeredNode>& nodes, const LayeredRoom& room) {
    Layered result;
    result.column = columns_of(nodes, result.columns);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (const int a : nodes[i].from) result.edges.push_back({a, static_cast<int>(i), {}});
    std::vector<std::vector<int>> through;
    Sketch sketch = sketch_of(nodes, result, room.passing, through);
    order(sketch);
    settle_heights(sketch, room);
    result.crossings = crossings_of(sketch);
    for (std::size_t i = 0; i < nodes.size(); ++i) result.y.push_back(sketch.slots[i].y);
    for (std::size_t e = 0; e < through.size(); ++e)
        for (const int slot : through[e]) result.edges[e].y.push_back(sketch.at(slot).y);
    for (const auto& column : sketch.columns)
        result.height = std::max(result.height, height_of(sketch, column, room.gap));
    return result;
}

}  // namespace eigenscape
