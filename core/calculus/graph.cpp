// Hash-consing: a vertex is found by its operation, number and arguments, so equal parts are one vertex.
// `apply` is where a typed formula gets its one canonical shape; what it rewrites is exact in IEEE arithmetic.
#include "core/calculus/graph.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace eigenscape {
namespace {

bool same(const Vertex& a, const Vertex& b) {
    return a.op == b.op && a.which == b.which && a.count == b.count &&
           std::bit_cast<std::uint64_t>(a.number) == std::bit_cast<std::uint64_t>(b.number);
}

std::size_t hash(const Vertex& vertex, std::span<const Index> args) {
    std::uint64_t h = static_cast<std::uint64_t>(vertex.op) * 0x9E3779B97F4A7C15u ^ vertex.which;
    const auto mix = [&h](std::uint64_t value) {
        h ^= value;
        h *= 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    };
    mix(std::bit_cast<std::uint64_t>(vertex.number));
    for (const Index a : args) mix(a + 1);
    return static_cast<std::size_t>(h);
}

// Whether an operation on total arguments is total itself; `exponent` and `base` matter for powers only.
bool is_total(const Graph& graph, Op op, std::span<const Index> args) {
    if (!std::ranges::all_of(args, [&](Index a) { return graph[a].total; })) return false;
    if (op == Op::inv || op == Op::abs_slope || op == Op::relu_slope || op == Op::gap) return false;
    if (op == Op::pow) {
        const Vertex &base = graph[args[0]], &exponent = graph[args[1]];
        const bool whole =
            exponent.op == Op::number && exponent.number >= 0 && std::floor(exponent.number) == exponent.number;
        return whole || base.op == Op::constant || (base.op == Op::number && base.number > 0);
    }
    return !is_function(op) || function_of(op).total;
}

}  // namespace

bool operator==(const Graph& a, const Graph& b) {
    return a.root == b.root && a.args == b.args && std::ranges::equal(a.vertices, b.vertices, same);
}

Graph reachable(const Graph& graph, Index root) {
    constexpr Index unknown = ~Index{0};
    std::vector<Index> moved(graph.vertices.size(), unknown);
    Graph result;
    std::vector<std::pair<Index, Index>> path{{root, 0}};  // a vertex and how many of its arguments are done
    while (!path.empty()) {
        auto& [at, done] = path.back();
        const Vertex& vertex = graph[at];
        if (moved[at] == unknown && done < vertex.count) {
            const Index next = graph.arg(at, done++);
            if (moved[next] == unknown) path.emplace_back(next, 0);
            continue;
        }
        if (moved[at] == unknown) {
            Vertex copy = vertex;
            copy.first = static_cast<Index>(result.args.size());
            for (const Index a : graph.args_of(at)) result.args.push_back(moved[a]);
            moved[at] = static_cast<Index>(result.vertices.size());
            result.vertices.push_back(copy);
        }
        path.pop_back();
    }
    result.root = moved[root];
    return result;
}

Index GraphBuilder::intern(Vertex vertex, std::span<const Index> args) {
    vertex.count = static_cast<Index>(args.size());
    const std::size_t key = hash(vertex, args);
    for (auto [at, end] = known_.equal_range(key); at != end; ++at)
        if (same(graph[at->second], vertex) && std::ranges::equal(graph.args_of(at->second), args)) return at->second;
    vertex.first = static_cast<Index>(graph.args.size());
    const std::vector<Index> copy(args.begin(), args.end());  // args may lie inside graph.args, which grows
    graph.args.insert(graph.args.end(), copy.begin(), copy.end());
    graph.vertices.push_back(vertex);
    const Index added = static_cast<Index>(graph.vertices.size() - 1);
    known_.emplace(key, added);
    return added;
}

Index GraphBuilder::number(double value) { return intern({Op::number, std::isfinite(value), value}, {}); }
Index GraphBuilder::constant(int place) { return intern({Op::constant, true, 0, static_cast<Index>(place)}, {}); }
Index GraphBuilder::variable(Index which) { return intern({Op::variable, true, 0, which}, {}); }

Index GraphBuilder::apply(Op op, std::span<const Index> args) {
    if (op == Op::neg) return negated(args[0]);
    if (op == Op::mul) return product(args);
    if (op == Op::add && graph[args[0]].op == Op::add) {
        std::vector<Index> terms(graph.args_of(args[0]).begin(), graph.args_of(args[0]).end());
        terms.insert(terms.end(), args.begin() + 1, args.end());
        return intern({Op::add, is_total(graph, op, terms)}, terms);
    }
    return intern({op, is_total(graph, op, args)}, args);
}

Index GraphBuilder::negated(Index a) {
    const Vertex vertex = graph[a];
    if (vertex.op == Op::number) return number(-vertex.number);
    if (vertex.op == Op::neg) return graph.arg(a);
    if (vertex.op == Op::mul && graph[graph.arg(a)].op == Op::number) {
        std::vector<Index> factors(graph.args_of(a).begin(), graph.args_of(a).end());
        factors[0] = number(-graph[factors[0]].number);
        return product(factors);
    }
    return intern({Op::neg, vertex.total}, std::span(&a, 1));
}

Index GraphBuilder::product(std::span<const Index> args) {
    const Index front = args[0];
    if (args.size() == 1) return front;
    if (graph[front].op == Op::neg) {
        std::vector<Index> factors(args.begin(), args.end());
        factors[0] = graph.arg(front);
        return negated(product(factors));
    }
    if (graph[front].op == Op::mul) {
        std::vector<Index> factors(graph.args_of(front).begin(), graph.args_of(front).end());
        factors.insert(factors.end(), args.begin() + 1, args.end());
        return product(factors);
    }
    std::size_t units = 0;
    bool minus = false;
    for (; units + 1 < args.size() && (graph.is_number(args[units], 1) || graph.is_number(args[units], -1)); ++units)
        minus ^= graph[args[units]].number < 0;
    if (units > 0) {
        const Index rest = product(args.subspan(units));
        return minus ? negated(rest) : rest;
    }
    return intern({Op::mul, is_total(graph, Op::mul, args)}, args);
}

}  // namespace eigenscape
