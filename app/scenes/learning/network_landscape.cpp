// The loss around the present weights, on a flat slice through the space of all weights, with the training's path.
// What the slice hides is told: how much of the path lies in it, and how far off the path has been.
#include "app/scenes/learning/network_views.h"
#include "core/background.h"
#include "core/learn/loss_slice.h"
#include "core/memo.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/level_lines.h"
#include "viz/shapes/path.h"
#include "viz/shapes/surface.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace eigenscape {
namespace {

constexpr int slice_side = 45, most_stations = 48;

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
    result.loss = {{result.home.lo - Vec2(room, room), result.home.hi + Vec2(room, room)}, slice_side, slice_side, {}};
    result.loss.values.resize(std::size_t{slice_side} * slice_side);
    for (int i = 0; i < slice_side * slice_side; ++i) {
        const Network there = slice.network(lab.network.shape, result.loss.point(i % slice_side, i / slice_side));
        const double loss = score(there, lab.data.x, lab.data.t).loss;
        result.loss.values[static_cast<std::size_t>(i)] = std::isfinite(loss) ? loss : undefined;
    }
    return result;
}

struct SliceKey {
    TrainingOrder order;
    int step = -1;
    Slice kind = Slice::path;
    bool operator==(const SliceKey&) const = default;
};
SliceKey key_of(const NetworkLab& lab, Slice kind) { return {lab.order, lab.step, kind}; }

Memo<SliceKey, SampledSlice>& slices() {
    static Memo<SliceKey, SampledSlice> memo(8);
    return memo;
}
std::shared_ptr<const SampledSlice> remembered(const NetworkLab& lab, Slice kind) {
    return slices()(key_of(lab, kind), [&] { return sampled(lab, kind); });
}

// Of a large network a slice takes longer than a picture may. A live window shows the one that is there while a thread
// works out the next.
class SlicesAhead {
  public:
    using Sampled = std::shared_ptr<const SampledSlice>;
    SlicesAhead() { slices(); }  // made first, it outlives the thread

    // The wanted slice, or the one worked out last; nothing when that is of another kind of picture.
    std::pair<Sampled, bool> at_hand(const NetworkLab& lab, Slice kind) {
        const SliceKey wanted = key_of(lab, kind);
        std::lock_guard lock(mutex_);
        if (there_ && key_ == wanted) return {there_, true};
        // It is left to finish: asked anew for every picture it never would.
        if (worker_.idle())
            worker_.ask([this, lab, kind](const std::stop_token&) { keep(key_of(lab, kind), remembered(lab, kind)); });
        const bool akin = there_ && key_.kind == kind && key_.order.start.shape == lab.order.start.shape;
        return {akin ? there_ : nullptr, false};
    }

  private:
    void keep(SliceKey key, Sampled slice) {
        std::lock_guard lock(mutex_);
        key_ = std::move(key);
        there_ = std::move(slice);
    }
    std::mutex mutex_;
    SliceKey key_;
    Sampled there_;
    Worker worker_;  // last: it ends before what it uses
};

std::shared_ptr<const SampledSlice> slice_for(Frame& frame, const NetworkLab& lab, Slice kind) {
    constexpr std::size_t at_once = 5000;  // weights times points
    const std::size_t work = lab.network.parameters.size() * static_cast<std::size_t>(lab.data.x.rows());
    if (frame.stage().patient || work <= at_once) return remembered(lab, kind);
    static SlicesAhead ahead;
    const auto [slice, complete] = ahead.at_hand(lab, kind);
    if (!complete) frame.more_to_come(frame.progress().value_or(0.99));
    return slice ? slice : remembered(lab, kind);
}

}  // namespace

void loss_landscape(Frame& frame, const NetworkLab& lab, Slice kind, const Rect& place) {
    if (!lab.run) {
        frame.plane("landscape", {}, place).note("There is no loss without examples: " + lab.problem, Ink::negative);
        return;
    }
    const auto slice = slice_for(frame, lab, kind);
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
