// The order of a picture: paper; then panel by panel photos, surfaces, fills, strokes, marks, overlay, labels, notes.
// What the strokes of a surface wait for is begun first, and other panels are drawn meanwhile: a software renderer
// works on what has been flushed while the next is prepared. Colours are blended as they are stored (sRGB), as every
// interface around the picture does.
#include "viz/gl/renderer.h"

#include "viz/gl/flat_shapes.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/photo_store.h"
#include "viz/gl/surfaces.h"
#include "viz/gl/words.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <span>
#include <stdexcept>
#include <vector>

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

// One panel on its way to the canvas.
struct Drawing {
    const Panel& panel;
    Surfaces::Scope meshes;
    const FlatArrays* arrays = nullptr;
    const Panel* over = nullptr;  // what the overlay adds to it
    const FlatArrays* over_arrays = nullptr;
    Hiding hiding{};
};

// Whether other panels may be drawn between a panel's ground and its figures: they do not lie on it, and draw no layers
// over its own.
bool can_wait(const Drawing& one, std::span<const Drawing> all) {
    const auto apart = [](double a, double a_size, double b, double b_size) {
        const double shared = 1e-6;  // where panels meet, rounding decides
        return a + a_size <= b + shared || b + b_size <= a + shared;
    };
    const Rect& a = one.panel.place;
    return std::ranges::all_of(all, [&](const Drawing& other) {
        const Rect& b = other.panel.place;
        return &other == &one || ((apart(a.x, a.width, b.x, b.width) || apart(a.y, a.height, b.y, b.height)) &&
                                  !other.meshes.needs_layers());
    });
}

void prepare(const Canvas& canvas) {
    glViewport(canvas.x, canvas.y, canvas.width(), canvas.height());
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // shaders give colours premultiplied by alpha
}

void lay_paper(const Canvas& canvas, const Color& paper) {
    glScissor(canvas.x, canvas.y, canvas.width(), canvas.height());
    if (canvas.transparent) glClearColor(0, 0, 0, 0);
    else glClearColor(paper.r, paper.g, paper.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

bool clip_to(const Rect& rect, const PanelSpace& space) {
    const PixelBox box = space.pixels(rect);
    glScissor(space.canvas.x + box.left, space.canvas.y + box.bottom, std::max(0, box.width()),
              std::max(0, box.height()));
    return !box.empty();
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
    void find_arrays(std::span<Drawing> drawings, const std::shared_ptr<const Frame>& frame,
                     const std::shared_ptr<const Frame>& overlay);
    void draw_ground(Drawing& drawing);
    void draw_figures(const Drawing& drawing, LabelMemory* labels);
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

void Renderer::Parts::find_arrays(std::span<Drawing> drawings, const std::shared_ptr<const Frame>& frame,
                                  const std::shared_ptr<const Frame>& overlay) {
    if (overlay) arrays_of(overlay);
    const std::deque<FlatArrays>& arrays = arrays_of(frame).panels;
    for (std::size_t i = 0; i < drawings.size(); ++i) drawings[i].arrays = &arrays[i];
    if (!overlay) return;
    const std::deque<FlatArrays>& over_arrays = kept.at(overlay == frame ? 0 : 1).panels;
    for (Drawing& drawing : drawings)
        for (std::size_t k = 0; k < overlay->panels().size(); ++k) {
            if (overlay->panels()[k].name != drawing.panel.name) continue;
            drawing.over = &overlay->panels()[k];
            drawing.over_arrays = &over_arrays[k];
        }
}

// Photos, surfaces and fills.
void Renderer::Parts::draw_ground(Drawing& drawing) {
    const PanelSpace& space = drawing.meshes.space;
    const Theme& theme = drawing.meshes.theme;
    if (!clip_to(space.camera.plot, space)) return;
    photos.draw(drawing.panel, space);
    if (!space.camera.flat) flat_shapes.draw_fills(*drawing.arrays, space, theme);  // beneath the surfaces: see Fill
    drawing.hiding = surfaces.draw(drawing.meshes);
    if (space.camera.flat) flat_shapes.draw_fills(*drawing.arrays, space, theme);
}

// Strokes, marks and words.
void Renderer::Parts::draw_figures(const Drawing& drawing, LabelMemory* labels) {
    const PanelSpace& space = drawing.meshes.space;
    const Theme& theme = drawing.meshes.theme;
    if (!clip_to(space.camera.plot, space)) return;
    flat_shapes.draw_strokes(*drawing.arrays, space, theme, surfaces, drawing.hiding);
    clip_to(space.camera.place, space);
    flat_shapes.draw_marks(*drawing.arrays, space, theme, surfaces, drawing.hiding);
    if (drawing.over) {
        flat_shapes.draw_fills(*drawing.over_arrays, space, theme);
        flat_shapes.draw_strokes(*drawing.over_arrays, space, theme, surfaces, Hiding{});
        flat_shapes.draw_marks(*drawing.over_arrays, space, theme, surfaces, Hiding{});
    }
    words.draw_labels(drawing.panel, space, theme, labels ? &(*labels)[drawing.panel.name] : nullptr);
    if (drawing.over) words.draw_labels(*drawing.over, space, theme);
    words.draw_head(drawing.panel, space, theme);
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
    prepare(canvas);
    Parts& parts = *parts_;
    const CanvasPixels pixels{canvas.x, canvas.y, canvas.width(), canvas.height(), canvas.scale};
    std::vector<Drawing> drawings;
    drawings.reserve(frame->panels().size());
    Drawing* awaited = nullptr;  // the first whose strokes ask what hides them
    for (const Panel& panel : frame->panels()) {
        const PanelSpace space = panel_space(panel, views, canvas.points, pixels);
        Drawing& drawing =
            drawings.emplace_back(Drawing{.panel = panel, .meshes = parts.surfaces.begin(panel, space, theme)});
        if (!awaited && parts.surfaces.draw_layers(drawing.meshes)) awaited = &drawing;
    }
    if (awaited) glFlush();
    parts.find_arrays(drawings, frame, overlay);
    lay_paper(canvas, theme[Ink::paper]);

    if (awaited && can_wait(*awaited, drawings)) parts.draw_ground(*awaited);
    else awaited = nullptr;
    for (Drawing& drawing : drawings) {
        if (&drawing == awaited) continue;
        parts.draw_ground(drawing);
        parts.draw_figures(drawing, labels);
    }
    if (awaited) {
        glFlush();
        parts.draw_figures(*awaited, labels);
    }
    parts.photos.end_of_drawing();
    parts.surfaces.end_of_drawing();
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
