// Keeps the canvas's last pixels in a texture, so that a pointer moving over a panel draws no picture anew.
// What the pixels show is remembered beside them; only a difference draws again.
#include "app/panels/canvas_picture.h"

#include "app/model/explorer.h"
#include "viz/ghost.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

namespace eigenscape {

struct CanvasPicture::Seen {
    std::uint64_t picture = 0;
    Theme theme;
    std::string scene;
    LabelMemory labels;  // of that scene
    Views views;
    Vec2 points{0, 0};
    std::shared_ptr<const Frame> frame, overlay;
    State before;
};

CanvasPicture::CanvasPicture() : seen_(std::make_unique<Seen>()) {}
CanvasPicture::~CanvasPicture() = default;

namespace {

template <class T, class U>
bool renew(T& kept, const U& now) {
    if (kept == now) return false;
    kept = now;
    return true;
}

bool renew_frame(std::shared_ptr<const Frame>& kept, const Frame& now) {
    if (kept && *kept == now) return false;
    kept = std::make_shared<const Frame>(now);
    return true;
}

constexpr double label_lag = 0.75;  // a name has glided to a new place after about a fifth of a second

}  // namespace

bool CanvasPicture::gliding() const {
    return std::any_of(seen_->labels.begin(), seen_->labels.end(),
                       [](const auto& one) { return !one.second.settled(); });
}

namespace {

// What cannot be drawn is left out: the picture itself does not need it.
std::shared_ptr<const Frame> with_ghost(const std::shared_ptr<const Frame>& now, const Explorer& explorer,
                                        const State& before) {
    try {
        Frame was(Stage{explorer.canvas(), explorer.views()});
        explorer.scene().draw(before, was);
        return std::make_shared<const Frame>(haunted(*now, was));
    } catch (const std::exception&) {
        return now;
    }
}

}  // namespace

unsigned CanvasPicture::texture(int width, int height) {
    if (!store_ || store_->width() != width || store_->height() != height) {
        GLint bound = 0;
        glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
        store_.emplace(width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(bound));
        seen_->frame.reset();
    }
    return store_->texture();
}

void CanvasPicture::show(Explorer& explorer, const Theme& theme, double scale, const State* before) {
    if (!store_) return;
    const Frame& frame = explorer.frame();
    bool changed = false;
    if (explorer.picture() != seen_->picture || !seen_->frame) {
        seen_->picture = explorer.picture();
        seen_->frame = std::make_shared<const Frame>(frame);
        changed = true;
    }
    changed |= renew_frame(seen_->overlay, explorer.overlay());
    changed |= gliding();
    if (renew(seen_->scene, explorer.scene().words.id)) seen_->labels.clear();
    changed |= renew(seen_->theme, theme);
    changed |= renew(seen_->views, explorer.views());
    changed |= renew(seen_->points, explorer.canvas());
    changed |= renew(seen_->before, before ? *before : State());
    if (changed) {
        for (const Panel& panel : frame.panels())
            seen_->labels[panel.name].lag = explorer.reduced_motion() ? 0 : label_lag;
        gl::Canvas canvas;
        canvas.points = explorer.canvas();
        canvas.scale = scale;
        store_->bind();
        renderer_.draw(before ? with_ghost(seen_->frame, explorer, *before) : seen_->frame, seen_->views, seen_->theme,
                       canvas, seen_->overlay, &seen_->labels);
    }
}

}  // namespace eigenscape
