// Layered placement of a graph without cycles, such as a computation: columns from left to right, every edge towards
// the right, few crossings, edges bent little. Lengths are the caller's; y runs downwards from 0 at the top.
#pragma once

#include "core/types.h"

#include <vector>

namespace eigenscape {

struct LayeredNode {
    std::vector<int> from;  // nodes before this one in the list, in the order in which their edges should arrive
    double height = 1;
};

struct LayeredEdge {
    int from = 0, to = 0;   // nodes
    std::vector<double> y;  // where it runs in each column from that of `from` to that of `to`: ends are the middles
};

struct Layered {
    int columns = 0;
    std::vector<int> column;  // of each node; it stands as far right as its users let it
    std::vector<double> y;    // the middle of each node
    std::vector<LayeredEdge> edges;
    double height = 0;  // of the highest column, with nothing to spare
    int crossings = 0;
};

struct LayeredRoom {
    double height = 0;   // to be filled; where a column is higher than that it reaches below
    double gap = 0;      // between two neighbours of a column
    double passing = 0;  // the height of an edge that passes a column
};

// The last node is the end of all edges.
Layered layered(const std::vector<LayeredNode>& nodes, const LayeredRoom& room);

}  // namespace eigenscape
