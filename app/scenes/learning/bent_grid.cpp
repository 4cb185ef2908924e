// All lines are halved together, so that the map is asked five times for many points and not a thousand times for few.
#include "app/scenes/learning/bent_grid.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr int pieces = 12, rounds = 5;
constexpr double gap = 0.2;

class Bending {
  public:
    Bending(const std::function<MatX(const MatX&)>& map, double tolerance) : map_(map), tolerance_(tolerance) {}

    BentLine begun(const Vec2& from, const Vec2& to, bool axis) const {
        BentLine line{from, to, {}, {}, {}, axis};
        MatX X(pieces + 1, 2);
        for (int i = 0; i <= pieces; ++i) {
            line.at.push_back(double(i) / pieces);
            X.row(i) = (from + line.at.back() * (to - from)).transpose();
        }
        const MatX p = map_(X);
        for (int i = 0; i <= pieces; ++i) line.through.emplace_back(p.row(i).transpose());
        line.open.assign(pieces + 1, 1);
        return line;
    }

    void halve(std::vector<BentLine>& lines) const {
        std::vector<Vec2> middles;
        for (const BentLine& line : lines)
            for (std::size_t i = 0; i + 1 < line.at.size(); ++i)
                if (line.open[i])
                    middles.push_back(line.from + 0.5 * (line.at[i] + line.at[i + 1]) * (line.to - line.from));
        MatX X(static_cast<Eigen::Index>(middles.size()), 2);
        for (std::size_t i = 0; i < middles.size(); ++i) X.row(static_cast<Eigen::Index>(i)) = middles[i].transpose();
        const MatX p = map_(X);
        Eigen::Index next = 0;
        for (BentLine& line : lines) insert(line, p, next);
    }

  private:
    void insert(BentLine& line, const MatX& p, Eigen::Index& next) const {
        BentLine finer{line.from, line.to, {}, {}, {}, line.axis};
        const auto push = [&finer](double at, const Vec3& point, bool open) {
            finer.at.push_back(at);
            finer.through.push_back(point);
            finer.open.push_back(open);
        };
        for (std::size_t i = 0; i + 1 < line.at.size(); ++i) {
            if (!line.open[i]) {
                push(line.at[i], line.through[i], false);
                continue;
            }
            const Vec3 middle = p.row(next++).transpose();
            const bool bent = (middle - 0.5 * (line.through[i] + line.through[i + 1])).norm() > tolerance_;
            push(line.at[i], line.through[i], bent);
            if (bent) push(0.5 * (line.at[i] + line.at[i + 1]), middle, true);
        }
        push(line.at.back(), line.through.back(), false);
        line = std::move(finer);
    }

    const std::function<MatX(const MatX&)>& map_;
    double tolerance_;
};

}  // namespace

std::vector<BentLine> bent_grid(const std::function<MatX(const MatX&)>& map, double edge, double tolerance) {
    const Bending bending(map, tolerance);
    std::vector<BentLine> lines;
    const int most = static_cast<int>(std::round(edge / gap));
    for (int k = -most; k <= most; ++k) {
        lines.push_back(bending.begun(Vec2(gap * k, -edge), Vec2(gap * k, edge), k == 0));
        lines.push_back(bending.begun(Vec2(-edge, gap * k), Vec2(edge, gap * k), k == 0));
    }
    for (int round = 0; round < rounds; ++round) bending.halve(lines);
    return lines;
}

}  // namespace eigenscape
