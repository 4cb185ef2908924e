// Triangles over a grid of samples: whole cells share vertices, cells at an edge are cut; see surface.h.
// Edges: of the domain (found by bisection along a cell's side), jumps and poles (cells left out), the box (cut at its
// height).
#include "viz/shapes/surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenscape {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Corner {
    Vec3 at;
    Vec3 normal;
    double value = 0;            // in [0, 1]
    std::uint32_t index = none;  // in the mesh, once it is there
    bool defined() const { return std::isfinite(at.z()); }
};

Corner between(const Corner& a, const Corner& b, double t) {
    Corner c;
    c.at = a.at + t * (b.at - a.at);
    const Vec3 n = a.normal + t * (b.normal - a.normal);
    c.normal = n.norm() > 1e-12 ? n.normalized() : a.normal;
    c.value = a.value + t * (b.value - a.value);
    return c;
}

class Mesher {
  public:
    Mesher(const Grid& grid, const ShownBox& shown, const Relief& relief, const ScalarField* field)
        : grid_(grid), box_(shown.box), relief_(relief), field_(field) {
        const Vec3 size = box_.size();
        // Down to minus infinity f leaves through the layer above the floor, where contours and shadows lie: cut it
        // there.
        const double lowest = relief.scale.lo - 0.08 * (relief.scale.hi - relief.scale.lo);
        if (std::isfinite(size.z())) box_.lo.z() = std::clamp(lowest, box_.lo.z(), box_.hi.z());
        // Slopes as they look: in the box drawn to its proportions. A box without height (a map) is unlit.
        slope_ = std::isfinite(size.z()) ? Vec2(shown.proportions.z() / size.z() * size.x() / shown.proportions.x(),
                                                shown.proportions.z() / size.z() * size.y() / shown.proportions.y())
                                         : Vec2(0, 0);
        step_ = grid.box.size().cwiseQuotient(Vec2(std::max(1, grid.columns - 1), std::max(1, grid.rows - 1)));
        z_.reserve(grid.values.size());
        for (const double value : grid.values) {
            const double z = relief.z(value);
            z_.push_back(std::isfinite(z) ? z : undefined);
        }
        index_.assign(z_.size(), none);
        mesh_.positions.reserve(z_.size());
        mesh_.normals.reserve(z_.size());
        mesh_.values.reserve(z_.size());
        mesh_.indices.reserve(6 * z_.size());
    }

    MeshData run() {
        for (int row = 0; row + 1 < grid_.rows; ++row)
            for (int column = 0; column + 1 < grid_.columns; ++column) cell(column, row);
        return std::move(mesh_);
    }

  private:
    std::size_t node(int column, int row) const { return static_cast<std::size_t>(row) * grid_.columns + column; }
    double z(int column, int row) const { return z_[node(column, row)]; }
    bool fits(double height) const { return height >= box_.lo.z() && height <= box_.hi.z(); }
    bool inside(int column, int row) const {
        return column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows;
    }

    void cell(int column, int row) {
        const double corners[] = {z(column, row), z(column + 1, row), z(column + 1, row + 1), z(column, row + 1)};
        if (std::none_of(corners, corners + 4, [](double h) { return std::isfinite(h); })) return;
        const auto [low, high] = std::minmax_element(corners, corners + 4);
        if (*low > box_.hi.z() || *high < box_.lo.z()) return;
        if (torn(column, row)) return;
        // The diagonal between the corners that are nearer in height: a ridge or a valley keeps its line.
        const bool rising = std::abs(corners[0] - corners[2]) <= std::abs(corners[1] - corners[3]);
        const std::array<Vec2i, 4> at = {{{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}}};
        const auto triangles = rising ? std::array{std::array{0, 1, 2}, std::array{0, 2, 3}}
                                      : std::array{std::array{0, 1, 3}, std::array{1, 2, 3}};
        const bool whole = std::all_of(corners, corners + 4, [&](double h) { return fits(h); });
        for (const auto& [a, b, c] : triangles) {
            if (whole) {
                for (const int i : {a, b, c}) mesh_.indices.push_back(vertex(at[i].column, at[i].row));
            } else {
                part({corner(at[a]), corner(at[b]), corner(at[c])});
            }
        }
    }

    struct Vec2i {
        int column, row;
    };

    std::uint32_t vertex(int column, int row) {
        std::uint32_t& index = index_[node(column, row)];
        if (index == none) index = add(plain_corner(column, row));
        return index;
    }
    std::uint32_t add(const Corner& c) {
        mesh_.positions.push_back(c.at);
        mesh_.normals.push_back(c.normal);
        mesh_.values.push_back(static_cast<float>(c.value));
        return static_cast<std::uint32_t>(mesh_.positions.size() - 1);
    }

    Corner corner(const Vec2i& at) {
        Corner c = plain_corner(at.column, at.row);
        if (c.defined() && fits(c.at.z())) c.index = vertex(at.column, at.row);
        return c;
    }
    Corner plain_corner(int column, int row) const {
        Corner c;
        c.at = {grid_.box.lo.x() + column * step_.x(), grid_.box.lo.y() + row * step_.y(), z(column, row)};
        c.normal = normal(column, row);
        c.value = value_of(grid_.at(column, row));
        return c;
    }
    double value_of(double f) const {
        const double fraction = relief_.scale.fraction(f);
        return std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0;
    }

    // Central differences where both neighbours are defined, one-sided ones at an edge.
    double slope(int column, int row, int dc, int dr, double step) const {
        const double here = z(column, row);
        const double after = inside(column + dc, row + dr) ? z(column + dc, row + dr) : undefined;
        const double before = inside(column - dc, row - dr) ? z(column - dc, row - dr) : undefined;
        if (std::isfinite(after) && std::isfinite(before)) return (after - before) / (2 * step);
        if (std::isfinite(after)) return (after - here) / step;
        if (std::isfinite(before)) return (here - before) / step;
        return 0;
    }
    Vec3 normal(int column, int row) const {
        const Vec3 n(-slope_.x() * slope(column, row, 1, 0, step_.x()),
                     -slope_.y() * slope(column, row, 0, 1, step_.y()), 1);
        return n.allFinite() ? n.normalized() : Vec3(0, 0, 1);
    }

    // A cell that a jump or a pole runs through: no wall is drawn where there is none.
    bool torn(int column, int row) {
        return jumps(column, row, 1, 0) || jumps(column, row + 1, 1, 0) || jumps(column, row, 0, 1) ||
               jumps(column + 1, row, 0, 1);
    }
    bool jumps(int column, int row, int dc, int dr) {
        const double a = z(column, row), b = z(column + dc, row + dr);
        const double height = box_.hi.z() - box_.lo.z(), rise = std::abs(b - a);
        // Without the field only what looks like a jump from afar is taken for one.
        if (!std::isfinite(height) || !(rise > (field_ ? 0.03 : 0.2) * height)) return false;
        const double before = rise_or_zero(column - dc, row - dr, dc, dr),
                     after = rise_or_zero(column + dc, row + dr, dc, dr);
        const bool steep = rise > 5 * std::max(before, after);
        const bool through = std::max(a, b) > box_.hi.z() && std::min(a, b) < box_.lo.z();
        // A neighbour that falls while this one rises: the two branches of a pole.
        const bool turned = through && (opposite(column - dc, row - dr, dc, dr, b - a) ||
                                        opposite(column + dc, row + dr, dc, dr, b - a));
        if (!steep && !through) return false;
        return field_ ? stays_apart(grid_.point(column, row), grid_.point(column + dc, row + dr), a, b)
                      : steep || turned;
    }
    double rise_or_zero(int column, int row, int dc, int dr) const {
        if (!inside(column, row) || !inside(column + dc, row + dr)) return 0;
        const double rise = std::abs(z(column + dc, row + dr) - z(column, row));
        return std::isfinite(rise) ? rise : 0;
    }
    bool opposite(int column, int row, int dc, int dr, double rise) const {
        if (!inside(column, row) || !inside(column + dc, row + dr)) return false;
        return (z(column + dc, row + dr) - z(column, row)) * rise < 0;
    }
    // Halve the side where the rise is: if it stays when the side is a millionth as long, f jumps.
    bool stays_apart(Vec2 p, Vec2 q, double a, double b) const {
        const double rise = std::abs(b - a);
        for (int i = 0; i < 20; ++i) {
            const Vec2 middle = 0.5 * (p + q);
            const double c = relief_.z((*field_)(middle));
            if (!std::isfinite(c)) return true;
            if (std::abs(c - a) > std::abs(b - c))
                q = middle, b = c;
            else
                p = middle, a = c;
        }
        return std::abs(b - a) > 0.25 * rise;
    }

    // What is left of a triangle inside the domain and the box.
    void part(std::vector<Corner> polygon) {
        polygon = within_domain(polygon);
        polygon = cut(polygon, box_.hi.z(), 1);
        polygon = cut(polygon, box_.lo.z(), -1);
        if (polygon.size() < 3) return;
        for (Corner& c : polygon)
            if (c.index == none) c.index = add(c);
        for (std::size_t i = 2; i < polygon.size(); ++i)
            for (const std::size_t k : {std::size_t{0}, i - 1, i}) mesh_.indices.push_back(polygon[k].index);
    }

    std::vector<Corner> within_domain(const std::vector<Corner>& polygon) const {
        std::vector<Corner> kept;
        const bool whole = std::all_of(polygon.begin(), polygon.end(), [](const Corner& c) { return c.defined(); });
        if (whole) return polygon;
        if (!field_) return kept;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Corner &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
            if (a.defined()) kept.push_back(a);
            if (a.defined() != b.defined()) kept.push_back(a.defined() ? edge_of_domain(a, b) : edge_of_domain(b, a));
        }
        return kept;
    }
    Corner edge_of_domain(const Corner& defined, const Corner& outside) const {
        Corner edge = defined;
        edge.index = none;
        double in = 0, out = 1;
        for (int i = 0; i < 24; ++i) {
            const double t = 0.5 * (in + out);
            const Vec2 p = defined.at.head<2>() + t * (outside.at.head<2>() - defined.at.head<2>());
            const double f = (*field_)(p), height = relief_.z(f);
            if (!std::isfinite(height)) {
                out = t;
                continue;
            }
            in = t;
            edge.at = {p.x(), p.y(), height};
            edge.value = value_of(f);
        }
        return edge;
    }

    std::vector<Corner> cut(const std::vector<Corner>& polygon, double height, double side) const {
        std::vector<Corner> kept;
        if (!std::isfinite(height)) return polygon;
        const auto inside_of = [&](const Corner& c) { return side * (c.at.z() - height) <= 0; };
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Corner &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
            if (inside_of(a)) kept.push_back(a);
            if (inside_of(a) == inside_of(b)) continue;
            kept.push_back(between(a, b, (height - a.at.z()) / (b.at.z() - a.at.z())));
            kept.back().at.z() = height;
        }
        return kept;
    }

    const Grid& grid_;
    Box3 box_;
    const Relief& relief_;
    const ScalarField* field_;
    Vec2 slope_, step_;
    std::vector<double> z_;
    std::vector<std::uint32_t> index_;
    MeshData mesh_;
};

}  // namespace

MeshData surface_mesh(const Grid& grid, const ShownBox& shown, const Relief& relief, const ScalarField* field) {
    if (grid.columns < 2 || grid.rows < 2) return {};
    return Mesher(grid, shown, relief, field).run();
}

}  // namespace eigenscape
