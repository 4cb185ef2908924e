// See surfaces.h. A layer is no larger than what its meshes cover, and only what they fill of it is laid on (bands.h).
// Multisampling is not used: on a software renderer it costs more than everything else together. Instead a fringe of
// one pixel is drawn along the outlines, found on the processor from the triangles that face the viewer.
#include "viz/gl/surfaces.h"

#include "viz/arrow_head.h"
#include "viz/gl/bands.h"
#include "viz/gl/floats.h"
#include "viz/light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace eigenscape::gl {
namespace {

// The camera's clip space is the panel's; the layer shows `box` of the canvas.
Eigen::Matrix4d onto_layer(const PanelSpace& space, const PixelBox& box) {
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m(0, 0) = space.place[2] / box.width();
    m(1, 1) = space.place[3] / box.height();
    m(0, 3) = (2 * (space.place[0] - box.left) + space.place[2]) / box.width() - 1;
    m(1, 3) = (2 * (space.place[1] - box.bottom) + space.place[3]) / box.height() - 1;
    return m * space.camera.matrix;
}

bool is_valued(const Mesh* mesh) { return mesh->data->values.size() == mesh->data->positions.size(); }

}  // namespace

Surfaces::Surfaces() {
    glBindVertexArray(areas_.id());
    glBindBuffer(GL_ARRAY_BUFFER, area_data_.id());
    floats_at<Bands::Area>(0, 4, 0, 1);
    glBindVertexArray(0);
}

void Layer::resize(int new_width, int new_height) {
    if (new_width <= width && new_height <= height && 4 * new_width >= width && 4 * new_height >= height) return;
    width = std::max(new_width, 1);
    height = std::max(new_height, 1);
    glBindTexture(GL_TEXTURE_2D, color.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    filter(GL_TEXTURE_2D, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, depth.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT32F, width, height, 0, GL_DEPTH_COMPONENT, GL_FLOAT, nullptr);
    filter(GL_TEXTURE_2D, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color.id(), 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth.id(), 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        throw std::runtime_error("The graphics driver cannot draw surfaces at " + std::to_string(width) + " × " +
                                 std::to_string(height) +
                                 " pixels. Choose a smaller picture. Driver: " + driver_words());
}

// The pixels that the corners of the mesh's box span; all of the plot when a corner is behind the eye.
PixelBox Surfaces::covered(const Mesh& mesh, const PanelSpace& space) {
    const PixelBox plot = space.pixels(space.camera.plot);
    const UploadedMesh& up = meshes_.of(mesh.data);
    if (up.count == 0) return {};
    Vec2 low = Vec2::Constant(infinity), high = -low;
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 at(corner & 1 ? up.hi.x() : up.lo.x(), corner & 2 ? up.hi.y() : up.lo.y(),
                      corner & 4 ? up.hi.z() : up.lo.z());
        const Vec2 p = space.pixel(space.camera.to_screen(at));
        if (!p.allFinite()) return plot;
        low = low.cwiseMin(p);
        high = high.cwiseMax(p);
    }
    const auto down = [](double v, int least, int most) {
        return static_cast<int>(std::floor(std::clamp(v, 1.0 * least, 1.0 * most)));
    };
    return {down(low.x() - 1, plot.left, plot.right), down(low.y() - 1, plot.bottom, plot.top),
            down(high.x() + 2, plot.left, plot.right), down(high.y() + 2, plot.bottom, plot.top)};
}

void Surfaces::use_ramp(const Theme& theme) {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, ramp_.id());
    if (ramp_of_ == theme.name) return;
    ramp_of_ = theme.name;
    std::vector<std::uint8_t> texels;
    for (const Color& c : theme.ramp)
        for (const float v : {c.r, c.g, c.b, 1.0f})
            texels.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(v, 0.0f, 1.0f))));
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, ramp_size, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
    filter(GL_TEXTURE_2D, GL_LINEAR);
}

const Program& Surfaces::mesh_program(bool fine, bool lit, bool valued) {
    auto& program = mesh_programs_[(fine ? 1u : 0u) | (lit ? 2u : 0u) | (valued ? 4u : 0u)];
    if (!program)
        program.emplace("mesh", std::string(fine ? "FINE " : "") + (lit ? "LIT " : "") + (valued ? "VALUED " : ""));
    return *program;
}

void Surfaces::draw_mesh(const Mesh& mesh, const Scope& scope, float opacity) {
    const UploadedMesh& up = meshes_.of(mesh.data);
    const bool valued = is_valued(&mesh);
    const bool lit = !scope.space.camera.flat && mesh.data->normals.size() == mesh.data->positions.size();
    const Program& program = mesh_program(up.fine, lit, valued);
    program.use();
    program.set_matrix("to_clip", local_to_clip(onto_layer(scope.space, scope.box), up.origin, up.scale));
    const Light light = light_of(scope.space.camera);
    program.set("ramp", 0);
    program.set("opacity", opacity);
    program.set("ink", floats(scope.theme[mesh.ink]));
    program.set("toward_light", floats(light.direction));
    program.set("half_way", floats(light.half));
    program.set("eye", floats(scope.space.camera.eye));
    program.set("light", light_ambient, light_diffuse, light_gleam, light_gleam_power);
    glBindVertexArray(up.array.id());
    glDrawElements(GL_TRIANGLES, up.count, GL_UNSIGNED_INT, nullptr);
}

void Surfaces::draw_layer(Layer& layer, std::span<const Mesh* const> meshes, const Scope& scope) {
    layer.resize(scope.box.width(), scope.box.height());
    glBindFramebuffer(GL_FRAMEBUFFER, layer.framebuffer.id());
    glViewport(0, 0, scope.box.width(), scope.box.height());
    glScissor(0, 0, scope.box.width(), scope.box.height());
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glClearDepth(1);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    use_ramp(scope.theme);
    for (const Mesh* mesh : meshes) draw_mesh(*mesh, scope, 1);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    const PixelBox plot = scope.space.pixels(scope.space.camera.plot);
    const CanvasPixels& canvas = scope.space.canvas;
    glBindFramebuffer(GL_FRAMEBUFFER, scope.canvas_framebuffer);
    glViewport(canvas.x, canvas.y, canvas.width, canvas.height);
    glScissor(canvas.x + plot.left, canvas.y + plot.bottom, plot.width(), plot.height());
}

// Straight onto the canvas: in a plane nothing hides anything, meshes blend in their order.
void Surfaces::draw_flat(std::span<const Mesh* const> meshes, const Scope& scope) {
    if (meshes.empty()) return;
    const PixelBox& box = scope.box;
    const CanvasPixels& canvas = scope.space.canvas;
    use_ramp(scope.theme);
    glViewport(canvas.x + box.left, canvas.y + box.bottom, box.width(), box.height());
    for (const Mesh* mesh : meshes) {
        if (mesh->opacity >= 1) glDisable(GL_BLEND);
        draw_mesh(*mesh, scope, static_cast<float>(std::min(mesh->opacity, 1.0)));
        glEnable(GL_BLEND);
    }
    glViewport(canvas.x, canvas.y, canvas.width, canvas.height);
    for (const Mesh* mesh : meshes) {
        const Program& program = is_valued(mesh) ? flat_valued_rim_ : flat_rim_;
        begin_laying(program, static_cast<float>(std::min(mesh->opacity, 1.0)), scope);
        program.set("ramp", 0);
        program.set("ink", floats(scope.theme[mesh->ink]));
        draw_rim(*mesh, program, scope);
    }
}

void Surfaces::begin_laying(const Program& program, float opacity, const Scope& scope) const {
    const PixelBox& box = scope.box;
    program.use();
    program.set("origin", box.left, box.bottom);
    program.set("size", box.width(), box.height());
    program.set("canvas", scope.space.canvas.width, scope.space.canvas.height);
    program.set("corner_of_canvas", scope.space.canvas.x, scope.space.canvas.y);
    program.set("opacity", opacity);
}

void Surfaces::draw_rim(const Mesh& mesh, const Program& program, const Scope& scope) {
    UploadedMesh& up = meshes_.of(mesh.data);
    const auto to_clip = local_to_clip(onto_layer(scope.space, scope.box), up.origin, up.scale);
    meshes_.find_rim(up, to_clip);
    program.set_matrix("to_clip", to_clip);
    glBindVertexArray(up.rim_array.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(up.rim.size()));
}

void Surfaces::lay_on(const Layer& layer, std::span<const Mesh* const> meshes, float opacity, bool over_solid,
                      const Scope& scope) {
    Bands bands(scope.box);
    for (const Mesh* mesh : meshes) {
        UploadedMesh& up = meshes_.of(mesh->data);
        const auto to_clip = local_to_clip(onto_layer(scope.space, scope.box), up.origin, up.scale);
        meshes_.find_rim(up, to_clip);
        bands.add(up.rim, to_clip);
    }
    const std::array<GLuint, 3> textures = {layer.color.id(), layer.depth.id(), solid_.depth.id()};
    for (GLuint unit = 0; unit < 3; ++unit) {
        glActiveTexture(GL_TEXTURE0 + unit);
        glBindTexture(GL_TEXTURE_2D, textures[unit]);
    }
    const auto begin = [&](const Program& program) {
        begin_laying(program, opacity, scope);
        program.set("layer", 0);
        program.set("layer_depth", 1);
        program.set("solid_depth", 2);
        program.set("over_solid", over_solid ? 1 : 0);
    };
    begin(over_solid ? sheet_layer_ : layer_);
    const std::vector<Bands::Area> areas = bands.areas();
    upload<Bands::Area>(GL_ARRAY_BUFFER, area_data_, areas, GL_STREAM_DRAW);
    glBindVertexArray(areas_.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(areas.size()));
    begin(rim_);
    for (const Mesh* mesh : meshes) draw_rim(*mesh, rim_, scope);
}

Surfaces::Scope Surfaces::begin(const Panel& panel, const PanelSpace& space, const Theme& theme) {
    const PixelBox plot = space.pixels(space.camera.plot);
    Scope scope{space, theme, {}, {}, {plot.right, plot.top, plot.left, plot.bottom}};
    for (const Mesh& mesh : panel.meshes) {
        if (!mesh.data || !(mesh.opacity > 0)) continue;
        const PixelBox one = covered(mesh, space);
        if (one.empty()) continue;
        PixelBox& box = scope.box;
        box = {std::min(box.left, one.left), std::min(box.bottom, one.bottom), std::max(box.right, one.right),
               std::max(box.top, one.top)};
        (mesh.opacity >= 1 ? scope.solid : scope.sheets).push_back(&mesh);
    }
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    scope.canvas_framebuffer = static_cast<GLuint>(bound);
    if (space.camera.flat) return scope;
    const auto depth_of = [&](const Mesh* mesh) {
        const UploadedMesh& up = meshes_.of(mesh->data);
        return space.camera.depth(0.5 * up.lo + 0.5 * up.hi);
    };
    std::stable_sort(scope.sheets.begin(), scope.sheets.end(),
                     [&](const Mesh* a, const Mesh* b) { return depth_of(a) > depth_of(b); });
    return scope;
}

bool Surfaces::draw_layers(Scope& scope) {
    if (!scope.needs_layers() || scope.has_layers) return false;
    if (!scope.solid.empty()) draw_layer(solid_, scope.solid, scope);
    if (!scope.sheets.empty()) draw_layer(sheet_, std::span(scope.sheets).first(1), scope);
    return scope.has_layers = true;
}

Hiding Surfaces::draw(Scope& scope) {
    Hiding hiding;
    if (scope.space.camera.flat) {
        draw_flat(scope.solid, scope);
        draw_flat(scope.sheets, scope);
        return hiding;
    }
    if (!scope.needs_layers()) return hiding;
    draw_layers(scope);
    if (!scope.solid.empty()) {
        lay_on(solid_, scope.solid, 1, false, scope);
        hiding.solid = true;
    }
    for (std::size_t i = 0; i < scope.sheets.size(); ++i) {
        const auto sheet = std::span(scope.sheets).subspan(i, 1);
        if (i > 0) draw_layer(sheet_, sheet, scope);
        hiding.sheet = true;
        hiding.sheet_opacity = static_cast<float>(sheet[0]->opacity);
        lay_on(sheet_, sheet, hiding.sheet_opacity, hiding.solid, scope);
    }
    hiding.box = scope.box;
    return hiding;
}

void Surfaces::describe_to(const Program& program, const Hiding& hiding) const {
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, solid_.depth.id());
    glActiveTexture(GL_TEXTURE2);
    glBindTexture(GL_TEXTURE_2D, sheet_.depth.id());
    program.set("solid_depth", 1);
    program.set("sheet_depth", 2);
    program.set("layer_box", hiding.box.left, hiding.box.bottom, hiding.box.width(), hiding.box.height());
    program.set("sheet_opacity", hiding.sheet_opacity);
    program.set("depth_tolerance", depth_tolerance);
    program.set("see_through_opacity", see_through_opacity);
}

}  // namespace eigenscape::gl
