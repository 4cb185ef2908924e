// A formula as data: vertices in one flat list, arguments before the operations that use them, equal parts stored once.
// Because of that order every pass is a loop from front to back: nothing recurses, however long or deep the formula.
#pragma once

#include "core/calculus/operation.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace eigenscape {

using Index = std::uint32_t;

struct Vertex {
    Op op;
    bool total;                  // finite for every finite value of the variables (overflow apart)
    double number = 0;           // of Op::number
    Index which = 0;             // the variable, or the place of a named constant
    Index first = 0, count = 0;  // its arguments: args[first] … args[first + count - 1]
};

struct Graph {
    std::vector<Vertex> vertices;
    std::vector<Index> args;
    Index root = 0;

    const Vertex& operator[](Index i) const { return vertices[i]; }
    std::span<const Index> args_of(Index i) const {
        return std::span(args).subspan(vertices[i].first, vertices[i].count);
    }
    Index arg(Index i, Index n = 0) const { return args[vertices[i].first + n]; }
    bool is_number(Index i, double value) const { return vertices[i].op == Op::number && vertices[i].number == value; }
};

bool operator==(const Graph&, const Graph&);  // of graphs made by `reachable`: the same formula as typed

// Only what the root needs, in the order a depth-first walk leaves it: equal formulas give equal graphs.
Graph reachable(const Graph& graph, Index root);

// Adds vertices to a graph and finds those that are there already.
class GraphBuilder {
  public:
    Graph graph;

    Index number(double value);
    Index constant(int place);
    Index variable(Index which);
    // The operation as it stands, but for what changes no value and no rounding: -(3) is the number -3, sums and
    // products opened on the left join their neighbours, a sign moves out of a product, 1·a is a.
    Index apply(Op op, std::span<const Index> args);
    Index apply(Op op, std::initializer_list<Index> args) { return apply(op, std::span(args.begin(), args.size())); }

  private:
    Index intern(Vertex vertex, std::span<const Index> args);
    Index negated(Index a);
    Index product(std::span<const Index> args);

    std::unordered_multimap<std::size_t, Index> known_;
};

}  // namespace eigenscape
