// Triangles over a grid of samples: whole cells share vertices, calm ones are joined (blocks.h), cells at an edge are
// cut (surface_cut.h), those that a jump or a pole runs through are left out (surface_tears.h); see surface.h.
#include "viz/shapes/blocks.h"
#include "viz/shapes/surface.h"
#include "viz/shapes/surface_cut.h"
#include "viz/shapes/surface_tears.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace eigenscape {
namespace {

// What joined cells may be off: half a pixel in height on a canvas of 1080, half a step of colour, and so little
// in the normal that light runs evenly from corner to corner.
constexpr double height_bend = 1.0 / 1000, color_bend = 1.0 / 512, color_range = 0.1, normal_range = 0.25;

class Mesher {
  public:
    Mesher(const Grid& grid, const ShownBox& shown, const Relief& relief, const ScalarField* field)
        : grid_(grid), box_(shown.box), relief_(relief), field_(field) {
        const Vec3 size = box_.size();
        if (std::isfinite(size.z())) box_.lo.z() = std::clamp(lowest_drawn(relief), box_.lo.z(), box_.hi.z());
        // Slopes as they look: in the box drawn to its proportions. A box without height (a map) is unlit.
        slope_ = std::isfinite(size.z()) ? Vec2(shown.proportions.z() / size.z() * size.x() / shown.proportions.x(),
                                                shown.proportions.z() / size.z() * size.y() / shown.proportions.y())
                                         : Vec2(0, 0);
        step_ = grid.box.size().cwiseQuotient(Vec2(std::max(1, grid.columns - 1), std::max(1, grid.rows - 1)));
        z_.reserve(grid.values.size());
        for (const double value : grid.values) {
            const double z = relief.z(value);
            z_.push_back(std::isfinite(value) && std::isfinite(z) ? z : undefined);
        }
        index_.assign(z_.size(), no_vertex);
        used_.assign(z_.size(), 0);
        sort_cells();
        choose_colors();
    }

    MeshData run() {
        const std::vector<CellBlock> whole = joined();
        for (const CellBlock& block : whole) use_corners(block);
        for (const CellBlock& cell : cut_) use_corners(cell);
        mesh_.positions.reserve(2 * whole.size());
        mesh_.normals.reserve(2 * whole.size());
        mesh_.values.reserve(2 * whole.size());
        mesh_.indices.reserve(9 * whole.size());
        for (const CellBlock& block : whole) add_block(block);
        for (const CellBlock& cell : cut_) add_cut_cell(cell);
        return std::move(mesh_);
    }

  private:
    struct Vec2i {
        int column, row;
    };

    std::size_t node(int column, int row) const { return static_cast<std::size_t>(row) * grid_.columns + column; }
    double z(int column, int row) const { return z_[node(column, row)]; }
    bool fits(double height) const { return height >= box_.lo.z() && height <= box_.hi.z(); }
    bool inside(int column, int row) const {
        return column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows;
    }

    // Cells that are inside the domain and the box with all four corners, and those that an edge runs through.
    void sort_cells() {
        whole_.assign(z_.size(), 0);
        const Tears tears{grid_, z_, relief_, field_, box_.lo.z(), box_.hi.z()};
        for (int row = 0; row + 1 < grid_.rows; ++row)
            for (int column = 0; column + 1 < grid_.columns; ++column) {
                const double corners[] = {z(column, row), z(column + 1, row), z(column + 1, row + 1),
                                          z(column, row + 1)};
                const bool finite = std::isfinite(corners[0] + corners[1] + corners[2] + corners[3]);
                if (!finite && std::none_of(corners, corners + 4, [](double h) { return std::isfinite(h); })) continue;
                const auto [low, high] = std::minmax_element(corners, corners + 4);
                if (*low > box_.hi.z() || *high < box_.lo.z()) continue;
                if (tears.run_through(column, row, finite ? *high - *low : infinity)) continue;
                if (finite && fits(*low) && fits(*high)) whole_[node(column, row)] = 1;
                else cut_.push_back({column, row, 1});
            }
    }

    // Where heights are spread as the colours are, a colour is a height; else it is asked of the scale.
    void choose_colors() {
        const HeightScale& scale = relief_.scale;
        const bool even = relief_.stretched || !scale.logarithmic;
        colors_.reserve(z_.size());
        for (std::size_t i = 0; i < z_.size(); ++i)
            colors_.push_back(even ? std::clamp((z_[i] - scale.lo) / (scale.hi - scale.lo), 0.0, 1.0)
                                   : scale.fraction(grid_.values[i]));
    }

    std::vector<CellBlock> joined() const {
        std::vector<CellLayer> layers = {{colors_, color_bend, color_range}};
        const bool lit = slope_ != Vec2(0, 0);
        Samples normals_x, normals_y;
        if (lit) {
            for (int row = 0; row < grid_.rows; ++row)
                for (int column = 0; column < grid_.columns; ++column) {
                    const Vec3 n = normal(column, row);
                    normals_x.push_back(n.x());
                    normals_y.push_back(n.y());
                }
            layers.push_back({z_, height_bend * box_.size().z(), infinity});
            layers.push_back({normals_x, normal_range, normal_range});
            layers.push_back({normals_y, normal_range, normal_range});
        }
        return blocks(grid_.columns, grid_.rows, whole_, layers);
    }

    static std::array<Vec2i, 4> corners_of(const CellBlock& b) {
        return {{{b.column, b.row},
                 {b.column + b.size, b.row},
                 {b.column + b.size, b.row + b.size},
                 {b.column, b.row + b.size}}};
    }
    void use_corners(const CellBlock& block) {
        for (const Vec2i& at : corners_of(block)) used_[node(at.column, at.row)] = 1;
    }

    // Two triangles, or a fan about the middle where a smaller neighbour has a corner on a side: no gap opens there.
    void add_block(const CellBlock& block) {
        const std::array<Vec2i, 4> corners = corners_of(block);
        ring_.clear();
        for (std::size_t side = 0; side < 4; ++side) {
            const Vec2i& from = corners[side];
            const Vec2i& to = corners[(side + 1) % 4];
            const int along_x = (to.column - from.column) / block.size, along_y = (to.row - from.row) / block.size;
            for (int i = 0; i < block.size; ++i) {
                const Vec2i at{from.column + i * along_x, from.row + i * along_y};
                if (used_[node(at.column, at.row)]) ring_.push_back(vertex(at.column, at.row));
            }
        }
        if (ring_.size() == 4) {
            for (const auto& triangle : halves(corners))
                for (const std::size_t i : triangle) mesh_.indices.push_back(ring_[i]);
            return;
        }
        const std::uint32_t middle = vertex(block.column + block.size / 2, block.row + block.size / 2);
        for (std::size_t i = 0; i < ring_.size(); ++i)
            mesh_.indices.insert(mesh_.indices.end(), {middle, ring_[i], ring_[(i + 1) % ring_.size()]});
    }

    // By the diagonal between the corners that are nearer in height: a ridge or a valley keeps its line.
    std::array<std::array<std::size_t, 3>, 2> halves(const std::array<Vec2i, 4>& at) const {
        const auto height = [&](std::size_t i) { return z(at[i].column, at[i].row); };
        if (std::abs(height(0) - height(2)) <= std::abs(height(1) - height(3))) return {{{0, 1, 2}, {0, 2, 3}}};
        return {{{0, 1, 3}, {1, 2, 3}}};
    }

    void add_cut_cell(const CellBlock& cell) {
        const std::array<Vec2i, 4> at = corners_of(cell);
        for (const auto& [a, b, c] : halves(at)) part({corner(at[a]), corner(at[b]), corner(at[c])});
    }

    std::uint32_t vertex(int column, int row) {
        std::uint32_t& index = index_[node(column, row)];
        if (index == no_vertex) index = add(plain_corner(column, row));
        return index;
    }
    std::uint32_t add(const SurfaceCorner& c) {
        mesh_.positions.push_back(c.at);
        mesh_.normals.push_back(c.normal);
        mesh_.values.push_back(static_cast<float>(c.value));
        return static_cast<std::uint32_t>(mesh_.positions.size() - 1);
    }

    // Neighbours share the corners that a cut makes: else each would have an outline of its own.
    std::uint32_t added_once(const SurfaceCorner& c) {
        const auto [found, is_new] = on_cuts_.try_emplace({c.at.x(), c.at.y(), c.at.z()}, no_vertex);
        if (is_new) found->second = add(c);
        return found->second;
    }

    SurfaceCorner corner(const Vec2i& at) {
        SurfaceCorner c = plain_corner(at.column, at.row);
        if (c.defined() && fits(c.at.z())) c.index = vertex(at.column, at.row);
        return c;
    }
    SurfaceCorner plain_corner(int column, int row) const {
        SurfaceCorner c;
        c.at = {grid_.box.lo.x() + column * step_.x(), grid_.box.lo.y() + row * step_.y(), z(column, row)};
        c.normal = normal(column, row);
        c.value = std::isfinite(z(column, row)) ? colors_[node(column, row)] : 0;
        return c;
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

    // What is left of a triangle inside the domain and the box.
    void part(SurfacePolygon polygon) {
        polygon = within_domain(polygon, relief_, field_);
        polygon = below(polygon, box_.hi.z());
        polygon = above(polygon, box_.lo.z());
        if (polygon.size() < 3) return;
        for (SurfaceCorner& c : polygon)
            if (c.index == no_vertex) c.index = added_once(c);
        for (std::size_t i = 2; i < polygon.size(); ++i)
            for (const std::size_t k : {std::size_t{0}, i - 1, i}) mesh_.indices.push_back(polygon[k].index);
    }

    const Grid& grid_;
    Box3 box_;
    const Relief& relief_;
    const ScalarField* field_;
    Vec2 slope_, step_;
    Samples z_, colors_;               // of the nodes
    std::vector<std::uint8_t> whole_;  // of the cells, by their lower left nodes
    std::vector<std::uint8_t> used_;   // is the node a corner of something?
    std::vector<CellBlock> cut_;
    std::vector<std::uint32_t> index_, ring_;
    std::map<std::array<double, 3>, std::uint32_t> on_cuts_;
    MeshData mesh_;
};

}  // namespace

MeshData surface_mesh(const Grid& grid, const ShownBox& shown, const Relief& relief, const ScalarField* field) {
    if (grid.columns < 2 || grid.rows < 2) return {};
    return Mesher(grid, shown, relief, field).run();
}

}  // namespace eigenscape
