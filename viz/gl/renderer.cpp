// The order of a picture: paper; then panel by panel photos, surfaces, fills, strokes, marks, overlay, labels, notes.
// Colours are blended as they are stored (sRGB), as every interface around the picture does.
#include "viz/gl/renderer.h"

#include "viz/gl/flat_shapes.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/photo_store.h"
#include "viz/gl/surfaces.h"
#include "viz/gl/words.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <stdexcept>

namespace eigenscape::gl {
namespace {

constexpr std::size_t kept_frames = 4;  // the picture, its overlay, and the ones before

int pixels(double points, double scale) {
    return std::max(0, static_cast<int>(std::lround(std::clamp(points * scale, 0.0, 1e6))));
}

void check_size(const Canvas& canvas) {
    GLint largest[2] = {0, 0};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, largest);
    if (canvas.width() > largest[0] || canvas.height() > largest[1])
        throw std::runtime_error("A picture of " + std::to_string(canvas.width()) + " × " +
                                 std::to_string(canvas.height()) +
                                 " pixels is larger than this graphics driver can draw (" + std::to_string(largest[0]) +
                                 " × " + std::to_string(largest[1]) +
                                 "). Choose a smaller size or scale, or write an SVG. Driver: " + driver_words());
}

}  // namespace

int Canvas::width() const { return pixels(points.x(), scale); }
int Canvas::height() const { return pixels(points.y(), scale); }

struct Renderer::Parts {
    struct Kept {
        std::shared_ptr<const Frame> frame;  // held, so that its address stays its own
        std::deque<FlatArrays> panels;
    };

    PhotoStore photos;
    Surfaces surfaces;
    FlatShapes flat_shapes;
    Words words;
    std::deque<Kept> kept;  // the last drawn first
    long frame_uploads = 0;

    Kept& arrays_of(const std::shared_ptr<const Frame>& frame);
    void draw_panel(const Panel& panel, const FlatArrays& arrays, const Views& views, const Theme& theme,
                    const Canvas& canvas, const Panel* over, const FlatArrays* over_arrays, LabelMemory* labels);
};

// The frame's arrays, made if it is new; the oldest frame's are filled again rather than thrown away.
Renderer::Parts::Kept& Renderer::Parts::arrays_of(const std::shared_ptr<const Frame>& frame) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const Kept& one) { return one.frame == frame; });
    if (found != kept.end()) {
        std::rotate(kept.begin(), found, found + 1);
        return kept.front();
    }
    if (kept.size() < kept_frames) {
        kept.emplace_front();
    } else {
        std::rotate(kept.begin(), kept.end() - 1, kept.end());
    }
    Kept& one = kept.front();
    one.frame = frame;
    one.panels.resize(frame->panels().size());
    for (std::size_t i = 0; i < one.panels.size(); ++i)
        one.panels[i].upload_all(tessellate(frame->panels()[i], frame->stage().canvas_points));
    ++frame_uploads;
    return one;
}

void Renderer::Parts::draw_panel(const Panel& panel, const FlatArrays& arrays, const Views& views, const Theme& theme,
                                 const Canvas& canvas, const Panel* over, const FlatArrays* over_arrays,
                                 LabelMemory* labels) {
    const PanelSpace space =
        panel_space(panel, views, canvas.points, {canvas.x, canvas.y, canvas.width(), canvas.height(), canvas.scale});
    const auto clip_to = [&](const Rect& rect) {
        const PixelBox box = space.pixels(rect);
        glScissor(canvas.x + box.left, canvas.y + box.bottom, std::max(0, box.width()), std::max(0, box.height()));
        return !box.empty();
    };
    if (!clip_to(space.camera.plot)) return;
    photos.draw(panel, space);
    if (!space.camera.flat) flat_shapes.draw_fills(arrays, space, theme);  // beneath the surfaces: see Fill
    const Hiding hiding = surfaces.draw(panel, space, theme);
    if (space.camera.flat) flat_shapes.draw_fills(arrays, space, theme);
    flat_shapes.draw_strokes(arrays, space, theme, surfaces, hiding);
    clip_to(space.camera.place);
    flat_shapes.draw_marks(arrays, space, theme, surfaces, hiding);
    if (over) {
        flat_shapes.draw_fills(*over_arrays, space, theme);
        flat_shapes.draw_strokes(*over_arrays, space, theme, surfaces, Hiding{});
        flat_shapes.draw_marks(*over_arrays, space, theme, surfaces, Hiding{});
    }
    words.draw_labels(panel, space, theme, labels ? &(*labels)[panel.name] : nullptr);
    if (over) words.draw_labels(*over, space, theme);
    words.draw_head(panel, space, theme);
}

Renderer::Renderer() {
    if (const std::string why = why_unsuitable(); !why.empty()) throw std::runtime_error(why);
    parts_ = std::make_unique<Parts>();
}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::draw(const std::shared_ptr<const Frame>& frame, const Views& views, const Theme& theme,
                    const Canvas& canvas, const std::shared_ptr<const Frame>& overlay, LabelMemory* labels) {
    if (canvas.width() == 0 || canvas.height() == 0) return;
    check_size(canvas);
    glViewport(canvas.x, canvas.y, canvas.width(), canvas.height());
    glEnable(GL_SCISSOR_TEST);
    glScissor(canvas.x, canvas.y, canvas.width(), canvas.height());
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // shaders give colours premultiplied by alpha
    const Color& paper = theme[Ink::paper];
    if (canvas.transparent) glClearColor(0, 0, 0, 0);
    else glClearColor(paper.r, paper.g, paper.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    if (overlay) parts_->arrays_of(overlay);
    const auto& arrays = parts_->arrays_of(frame).panels;
    const std::deque<FlatArrays>* over_arrays = overlay ? &parts_->kept.at(overlay == frame ? 0 : 1).panels : nullptr;
    for (std::size_t i = 0; i < frame->panels().size(); ++i) {
        const Panel& panel = frame->panels()[i];
        const Panel* over = nullptr;
        const FlatArrays* over_array = nullptr;
        for (std::size_t k = 0; overlay && k < overlay->panels().size(); ++k) {
            if (overlay->panels()[k].name != panel.name) continue;
            over = &overlay->panels()[k];
            over_array = &(*over_arrays)[k];
        }
        parts_->draw_panel(panel, arrays[i], views, theme, canvas, over, over_array, labels);
    }
    parts_->photos.end_of_drawing();
    parts_->surfaces.end_of_drawing();
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindVertexArray(0);
    glUseProgram(0);
    glActiveTexture(GL_TEXTURE0);
}

Renderer::Uploads Renderer::uploads() const {
    return {parts_->frame_uploads, parts_->surfaces.uploads(), parts_->photos.uploads(), parts_->words.uploads()};
}

void Renderer::abandon() { static_cast<void>(parts_.release()); }

}  // namespace eigenscape::gl
