// See mesh_store.h. Triangles with a corner that is not finite are left out.
// Positions are floats in a frame of the mesh's own extent.
#include "viz/gl/mesh_store.h"

#include "viz/gl/floats.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace eigenscape::gl {
namespace {

constexpr std::size_t fine_triangles = 20000;            // so many are a few pixels large each
constexpr float even_value = 0.12f, even_normal = 0.3f;  // what corners may differ by

struct Vertex {
    std::array<float, 3> at, normal;
    float value;
};

std::vector<std::uint32_t> finite_triangles(const MeshData& data) {
    std::vector<std::uint32_t> kept;
    kept.reserve(data.indices.size());
    const auto fine = [&](std::uint32_t i) { return i < data.positions.size() && data.positions[i].allFinite(); };
    for (std::size_t i = 0; i + 2 < data.indices.size(); i += 3) {
        const std::uint32_t* t = &data.indices[i];
        if (fine(t[0]) && fine(t[1]) && fine(t[2])) kept.insert(kept.end(), t, t + 3);
    }
    return kept;
}

bool all_finite(const MeshData& data) {
    return std::all_of(data.positions.begin(), data.positions.end(), [](const Vec3& p) { return p.allFinite(); }) &&
           std::all_of(data.indices.begin(), data.indices.end(),
                       [&](std::uint32_t i) { return i < data.positions.size(); });
}

void choose_frame(UploadedMesh& mesh) {
    Vec3 lo = Vec3::Constant(infinity), hi = -lo;
    for (const Vec3& p : mesh.data->positions) {
        if (!p.allFinite()) continue;
        lo = lo.cwiseMin(p);
        hi = hi.cwiseMax(p);
    }
    mesh.lo = lo;
    mesh.hi = hi;
    mesh.origin = 0.5 * lo + 0.5 * hi;
    for (int k = 0; k < 3; ++k) mesh.scale[k] = hi[k] > lo[k] ? hi[k] - lo[k] : 1;
}

std::vector<Vertex> vertices_of(UploadedMesh& mesh) {
    const MeshData* data = mesh.data.get();
    std::vector<Vertex> vertices(data->positions.size());
    const bool lit = data->normals.size() == vertices.size(), valued = data->values.size() == vertices.size();
    mesh.points.resize(vertices.size());
    mesh.values.resize(vertices.size());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        mesh.points[i] = floats(Vec3((data->positions[i] - mesh.origin).cwiseQuotient(mesh.scale)));
        vertices[i].at = mesh.points[i];
        vertices[i].normal = lit ? floats(data->normals[i]) : std::array<float, 3>{0, 0, 0};
        mesh.values[i] = valued && !std::isnan(data->values[i]) ? std::clamp(data->values[i], 0.0f, 1.0f) : 0.0f;
        vertices[i].value = mesh.values[i];
    }
    return vertices;
}

bool is_even(const Vertex& a, const Vertex& b) {
    float off = 0;
    for (std::size_t k = 0; k < 3; ++k) off += (a.normal[k] - b.normal[k]) * (a.normal[k] - b.normal[k]);
    return std::abs(a.value - b.value) <= even_value && off <= even_normal * even_normal;
}

// All but one triangle in twenty, such as the slivers along a cut.
bool is_fine(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices) {
    if (indices.size() >= 3 * fine_triangles) return true;
    std::size_t uneven = 0;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const Vertex &a = vertices[indices[i]], &b = vertices[indices[i + 1]], &c = vertices[indices[i + 2]];
        uneven += is_even(a, b) && is_even(b, c) && is_even(c, a) ? 0 : 1;
    }
    return 60 * uneven <= indices.size();
}

void describe_arrays(const UploadedMesh& mesh, std::span<const Vertex> vertices,
                     std::span<const std::uint32_t> indices) {
    glBindVertexArray(mesh.array.id());
    upload<Vertex>(GL_ARRAY_BUFFER, mesh.vertices, vertices, GL_STATIC_DRAW);
    upload<std::uint32_t>(GL_ELEMENT_ARRAY_BUFFER, mesh.indices, indices, GL_STATIC_DRAW);
    floats_at<Vertex>(0, 3, offsetof(Vertex, at), 0);
    floats_at<Vertex>(1, 3, offsetof(Vertex, normal), 0);
    floats_at<Vertex>(2, 1, offsetof(Vertex, value), 0);
    glBindVertexArray(mesh.rim_array.id());
    glBindBuffer(GL_ARRAY_BUFFER, mesh.rim_data.id());
    using Edge = Silhouette::Edge;
    floats_at<Edge>(0, 3, offsetof(Edge, a), 1);
    floats_at<Edge>(1, 3, offsetof(Edge, b), 1);
    floats_at<Edge>(2, 3, offsetof(Edge, inner), 1);
    floats_at<Edge>(3, 2, offsetof(Edge, values), 1);
    glBindVertexArray(0);
}

}  // namespace

UploadedMesh& MeshStore::of(const std::shared_ptr<const MeshData>& data) {
    const auto [found, is_new] = meshes_.try_emplace(data.get());
    UploadedMesh& mesh = found->second;
    mesh.last_used = drawing_;
    if (!is_new) return mesh;
    mesh.data = data;
    const bool whole = all_finite(*data);
    std::vector<std::uint32_t> kept;
    if (!whole) kept = finite_triangles(*data);
    const std::span<const std::uint32_t> indices = whole ? std::span(data->indices) : std::span(std::as_const(kept));
    mesh.count = static_cast<GLsizei>(indices.size());

    choose_frame(mesh);
    const std::vector<Vertex> vertices = vertices_of(mesh);
    if (!last_edges_ ||
        !std::equal(indices.begin(), indices.end(), last_edges_->indices.begin(), last_edges_->indices.end()))
        last_edges_ = mesh_edges(indices, vertices.size());
    mesh.silhouette = Silhouette(last_edges_, mesh.points);
    mesh.fine = is_fine(vertices, indices);
    describe_arrays(mesh, vertices, indices);
    ++uploads_;
    return mesh;
}

void MeshStore::find_rim(UploadedMesh& mesh, const std::array<float, 16>& to_clip) {
    const auto eye = eye_of(to_clip);
    if (eye == mesh.rim_eye) return;
    mesh.rim_eye = eye;
    mesh.rim = mesh.silhouette.seen_from(eye, mesh.points, mesh.values);
    upload<Silhouette::Edge>(GL_ARRAY_BUFFER, mesh.rim_data, mesh.rim, GL_STREAM_DRAW);
}

void MeshStore::end_of_drawing() {
    ++drawing_;
    std::erase_if(meshes_, [&](const auto& entry) { return drawing_ - entry.second.last_used > kept_drawings; });
}

}  // namespace eigenscape::gl
