// The loss around the present weights, on a flat slice through the space of all weights, with the training's path.
// What the slice hides is told: how much of the path lies in it, and how far off the path has been.
#include "app/scenes/learning/network_views.h"
#include "core/learn/loss_slice.h"
#include "core/memo.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/level_lines.h"
#include "viz/shapes/path.h"
#include "viz/shapes/surface.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int side = 45, most_stations = 48;

struct SampledSlice {
    Box2 home;
    Points path;  // of the training, in the slice
    double share = 1, farthest = 0, length = 0;
    Grid loss;
};

std::vector<VecX> stations(const NetworkLab& lab) {
    std::vector<VecX> path;
    const int stride = std::max(1, lab.step / most_stations);
    const auto add = [&](int step) {
        const std::vector<double>& p = lab.run->at(static_cast<std::size_t>(step)).training.network.parameters;
        path.emplace_back(Eigen::Map<const VecX>(p.data(), static_cast<Eigen::Index>(p.size())));
    };
    for (int step = 0; step < lab.step; step += stride) add(step);
    add(lab.step);
    return path;
}

SampledSlice sampled(const NetworkLab& lab, Slice kind) {
    const std::vector<VecX> path = stations(lab);
    const LossSlice slice = kind == Slice::path ? path_slice(lab.network, path) : random_slice(lab.network, 0);
    SampledSlice result;
    Vec2 lo(0, 0), hi(0, 0);
    for (const VecX& weights : path) {
        result.path.push_back(slice.at(weights));
        lo = lo.cwiseMin(result.path.back());
        hi = hi.cwiseMax(result.path.back());
        result.farthest = std::max(result.farthest, slice.distance(weights));
        result.length = std::max(result.length, (weights - slice.centre).norm());
    }
    const double least = kind == Slice::path ? 1.0 : 1.2, half = std::max(least, 0.68 * (hi - lo).maxCoeff());
    const Vec2 middle = kind == Slice::path ? Vec2(0.5 * (lo + hi)) : Vec2(0, 0);
    const double reach = kind == Slice::path ? half : least;  // random directions show the surroundings, not the path
    result.home = {middle - Vec2::Constant(reach), middle + Vec2(reach, 1.25 * reach)};
    result.share = share_in_slice(slice, path);
    const double room = 0.8 * reach;  // a wide canvas shows more than the home
    result.loss = {{result.home.lo - Vec2(room, room), result.home.hi + Vec2(room, room)}, side, side, {}};
    result.loss.values.resize(side * side);
    for (int i = 0; i < side * side; ++i) {
        const Network there = slice.network(lab.network.shape, result.loss.point(i % side, i / side));
        const double loss = score(there, lab.data.x, lab.data.t).loss;
        result.loss.values[static_cast<std::size_t>(i)] = std::isfinite(loss) ? loss : undefined;
    }
    return result;
}

struct SliceKey {
    TrainingOrder order;
    int step;
    Slice kind;
    bool operator==(const SliceKey&) const = default;
};

std::shared_ptr<const SampledSlice> remembered(const NetworkLab& lab, Slice kind) {
    static Memo<SliceKey, SampledSlice> memo(8);
    return memo({lab.order, lab.step, kind}, [&] { return sampled(lab, kind); });
}

}  // namespace

void loss_landscape(Frame& frame, const NetworkLab& lab, Slice kind, const Rect& place) {
    if (!lab.run) {
        frame.plane("landscape", {}, place).note("There is no loss without examples: " + lab.problem, Ink::negative);
        return;
    }
    const auto slice = remembered(lab, kind);
    Panel& map = frame.plane("landscape", slice->home, place);
    const HeightScale scale = height_scale(slice->loss);
    filled_map(map, slice->loss, scale);
    map_lines(map, level_lines(slice->loss, scale.levels(14)));
    axes(map, Ink::text);
    if (kind == Slice::path)
        path(map, std::span<const Vec2>(slice->path), {.ink = Ink::subject, .width_points = 2.6}, 5);
    map.dot(Vec2(0, 0), Ink::special, 13, Mark::star);
    map.label(Vec2(0, 0), "\\text{now}", Ink::special, {1, 0.5}).size_points = 15;
    if (kind == Slice::path) {
        map.note("The plane in which training moved most: it holds " + fixed(100 * slice->share, 1) +
                     " % of the way, which has been up to " + fixed(slice->farthest, 2) + " off it.",
                 Ink::faint);
    } else {
        map.note("Two random directions of " + std::to_string(lab.network.parameters.size()) +
                     ": they nearly miss the way that training took, which began " + fixed(slice->length, 2) + " away.",
                 Ink::faint);
    }
    frame.fact("path_share", slice->share, "Share of the way in the slice");
    frame.fact("off_plane", slice->farthest, "Farthest off the slice");
}

}  // namespace eigenscape
