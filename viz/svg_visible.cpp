// Hidden-line removal by asking the depth buffer about every two points of screen; see svg_visible.h.
// Pieces of equal share are joined, so a wholly visible stroke stays one path.
#include "viz/svg_visible.h"

#include "viz/arrow_head.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct Seen {
    double share;
    bool ghost;
    bool operator==(const Seen&) const = default;
};

Seen seen_at(const Vec3& point, Depth depth, const Camera& camera, const Depths& depths) {
    if (camera.flat || depth == Depth::on_top || depths.solid.empty()) return {1, false};
    const double share = depths.seen(camera, point);
    if (share > 0) return {share, false};
    return depth == Depth::see_through ? Seen{see_through_opacity, true} : Seen{0, false};
}

class Cutter {
  public:
    Cutter(Depth depth, const Camera& camera, const Depths& depths) : depth_(depth), camera_(camera), depths_(depths) {}

    std::vector<VisiblePiece> run(const std::vector<Vec3>& points) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Vec2 here = camera_.to_screen(points[i]);
            if (!here.allFinite()) {
                end();
                continue;
            }
            if (i > 0 && before_.allFinite()) segment(points[i - 1], points[i], here);
            else begin(here);
            before_ = here;
        }
        end();
        if (!pieces_.empty() && !points.empty()) {
            const Vec2 last = camera_.to_screen(points.back());
            pieces_.back().at_end = last.allFinite() && (pieces_.back().points.back() - last).norm() < 1e-9;
        }
        return std::move(pieces_);
    }

  private:
    void begin(const Vec2& here) { open_ = {{here}, 0, false, length_, false}; }
    void end() {
        if (open_.points.size() > 1 && open_.share > 0) pieces_.push_back(std::move(open_));
        open_ = {};
    }

    void segment(const Vec3& from, const Vec3& to, const Vec2& here) {
        const double length = (here - before_).norm();
        const int parts = camera_.flat || depth_ == Depth::on_top || depths_.solid.empty()
                              ? 1
                              : std::clamp(static_cast<int>(std::ceil(length / 2)), 1, 2000);
        for (int i = 0; i < parts; ++i) {
            const double t0 = static_cast<double>(i) / parts, t1 = static_cast<double>(i + 1) / parts;
            const Seen seen = seen_at(from + 0.5 * (t0 + t1) * (to - from), depth_, camera_, depths_);
            const Vec2 start = i == 0 ? before_ : camera_.to_screen(from + t0 * (to - from));
            const Vec2 stop = i + 1 == parts ? here : camera_.to_screen(from + t1 * (to - from));
            extend(seen, start, stop, i > 0);
        }
    }
    // `inner`: start lies within a straight segment, so it adds nothing to a piece that goes on.
    void extend(const Seen& seen, const Vec2& start, const Vec2& stop, bool inner) {
        const bool fresh = open_.points.size() < 2;
        if (!fresh && Seen{open_.share, open_.ghost} != seen) end();
        if (open_.points.size() < 2) {
            begin(start);
            open_.share = seen.share;
            open_.ghost = seen.ghost;
        } else if (inner) {
            open_.points.pop_back();
        }
        open_.points.push_back(stop);
        length_ += (stop - start).norm();
    }

    Depth depth_;
    const Camera& camera_;
    const Depths& depths_;
    std::vector<VisiblePiece> pieces_;
    VisiblePiece open_;
    Vec2 before_{undefined, undefined};
    double length_ = 0;
};

}  // namespace

std::vector<VisiblePiece> visible_pieces(const std::vector<Vec3>& points, Depth depth, const Camera& camera,
                                         const Depths& depths) {
    return Cutter(depth, camera, depths).run(points);
}

double visible_share(const Vec3& point, Depth depth, const Camera& camera, const Depths& depths) {
    return seen_at(point, depth, camera, depths).share;
}

}  // namespace eigenscape
