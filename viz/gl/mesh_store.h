// Meshes on the graphics card, kept while they are drawn: each is uploaded once, known by the address of its data.
// Ask `of` for one while drawing; `find_rim` brings its outline up to date with the viewer.
#pragma once

#include "viz/frame.h"
#include "viz/gl/objects.h"
#include "viz/silhouette.h"

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

namespace eigenscape::gl {

struct UploadedMesh {
    std::shared_ptr<const MeshData> data;  // held, so that its address stays its own
    VertexArray array, rim_array;
    Buffer vertices, indices, rim_data;
    GLsizei count = 0;
    bool fine = false;  // colours hardly bend within its triangles: they can be worked out at the vertices
    Vec3 lo{0, 0, 0}, hi{1, 1, 1}, origin{0, 0, 0}, scale{1, 1, 1};
    std::vector<Silhouette::Point> points;
    std::vector<float> values;
    Silhouette silhouette;
    std::vector<Silhouette::Edge> rim;
    std::array<double, 4> rim_eye{};  // whom the rim is for
    long last_used = 0;
};

class MeshStore {
  public:
    UploadedMesh& of(const std::shared_ptr<const MeshData>& data);
    void find_rim(UploadedMesh& mesh, const std::array<float, 16>& to_clip);
    void end_of_drawing();  // frees meshes not drawn for a while
    long uploads() const { return uploads_; }

  private:
    std::unordered_map<const MeshData*, UploadedMesh> meshes_;
    std::shared_ptr<const MeshEdges> last_edges_;  // a surface that changes keeps its triangles
    long drawing_ = 0, uploads_ = 0;
};

}  // namespace eigenscape::gl
