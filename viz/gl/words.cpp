// See words.h. Letters stand at quarters of a pixel, so that moving words glide; notes stand on whole pixels, so that
// they are sharp. All halos of a panel are drawn before all letters: no label's halo eats into another label.
#include "viz/gl/words.h"

#include "viz/arrow_head.h"
#include "viz/place_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace eigenscape::gl {
namespace {

constexpr std::size_t most_runs = 4000;
// Coverage raised to this: letters on dark paper get a little heavier, as thin light strokes look thinner than dark
// ones.
constexpr float weight_on_dark = 0.78f, weight_on_light = 0.95f;

// A coordinate in pixels as whole pixels and quarters.
struct Quartered {
    int whole, quarter;
};
Quartered quartered(double v, bool whole_pixels) {
    const int quarters = whole_pixels ? 4 * static_cast<int>(std::lround(v)) : static_cast<int>(std::lround(4 * v));
    const int whole = static_cast<int>(std::floor(quarters / 4.0));
    return {whole, quarters - 4 * whole};
}

}  // namespace

Words::Words() {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, data_.id());
    const auto attribute = [](GLuint place, GLint size, std::size_t offset) {
        glEnableVertexAttribArray(place);
        glVertexAttribPointer(place, size, GL_FLOAT, GL_FALSE, sizeof(Letter), reinterpret_cast<const void*>(offset));
        glVertexAttribDivisor(place, 1);
    };
    attribute(0, 4, offsetof(Letter, box));
    attribute(1, 2, offsetof(Letter, from));
    attribute(2, 4, offsetof(Letter, ink));
    glBindVertexArray(0);
}

const GlyphRun& Words::run(std::string_view text, double size_points, Face face) {
    if (runs_.size() > most_runs) runs_.clear();
    std::string key(text);
    key += '\0';
    key += static_cast<char>(face);
    key.append(reinterpret_cast<const char*>(&size_points), sizeof size_points);
    const auto [found, is_new] = runs_.try_emplace(std::move(key));
    if (is_new) found->second = layout(text, size_points, face);
    return found->second;
}

void Words::add(const GlyphRun& run, const Vec2& baseline_points, const PanelSpace& space, const Color& color,
                double opacity, double halo_points, bool whole_pixels) {
    const double scale = space.canvas.scale;
    const Vec2 baseline = space.pixel(baseline_points);
    const int halo = static_cast<int>(std::lround(8 * halo_points * scale));
    for (const Glyph& glyph : run.glyphs) {
        const Vec2 at = baseline + scale * glyph.at;
        const Quartered x = quartered(at.x(), false), y = quartered(at.y(), whole_pixels);
        const auto& spot = atlas_.spot(glyph.face, glyph.id, glyph.size_points * scale, x.quarter, y.quarter, halo);
        if (spot.width == 0 || spot.height == 0) continue;
        letters_.push_back(
            {{static_cast<float>(x.whole + spot.left), static_cast<float>(y.whole + spot.top - spot.height),
              static_cast<float>(spot.width), static_cast<float>(spot.height)},
             {static_cast<float>(spot.x), static_cast<float>(spot.y)},
             {color.r, color.g, color.b, static_cast<float>(opacity)}});
    }
}

// Collects the letters of all texts, pass by pass. A full atlas starts anew, and then so must we: once, since what does
// not fit into an empty one never will.
template <class Texts, class... Pass>
void Words::build(const Texts& texts, const Pass&... passes) {
    for (int attempt = 0; attempt < 2; ++attempt) {
        const int generation = atlas_.generation();
        letters_.clear();
        (
            [&](const auto& pass) {
                for (const auto& text : texts) pass(text);
            }(passes),
            ...);
        if (generation == atlas_.generation()) return;
    }
}

void Words::draw_letters(const PanelSpace& space, const Theme& theme) {
    if (letters_.empty()) return;
    if (atlas_.upload()) ++uploads_;
    upload<Letter>(GL_ARRAY_BUFFER, data_, letters_, GL_STREAM_DRAW);
    glyph_.use();
    glyph_.set("canvas", space.canvas.width, space.canvas.height);
    glyph_.set("weight", theme.dark ? weight_on_dark : weight_on_light);
    glyph_.set("atlas", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, atlas_.texture());
    glBindVertexArray(array_.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(letters_.size()));
    glBindVertexArray(0);
}

MeasureText Words::measure(Face face) {
    return [this, face](std::string_view text, double size) { return measured(run(text, size, face), size, face); };
}

void Words::draw_labels(const Panel& panel, const PanelSpace& space, const Theme& theme, PlacedBefore* before) {
    if (panel.labels.empty()) return;
    const std::vector<Rect> taken{place_notes(panel, space.camera, measure(Face::ui)).ground};
    const auto placed =
        place_labels(panel, space.camera, measure(Face::math), taken, before ? *before : PlacedBefore{});
    if (before) *before = places_of(placed, before->lag);
    build(
        placed,
        [&](const PlacedLabel& one) {
            add(run(one.label->text, one.label->size_points, Face::math), one.baseline, space, theme[Ink::paper],
                one.label->opacity, halo_points, false);
        },
        [&](const PlacedLabel& one) {
            add(run(one.label->text, one.label->size_points, Face::math), one.baseline, space, theme[one.label->ink],
                one.label->opacity, 0, false);
        });
    draw_letters(space, theme);
}

void Words::draw_notes(const Panel& panel, const PanelSpace& space, const Theme& theme) {
    if (panel.notes.empty()) return;
    const auto placed = place_notes(panel, space.camera, measure(Face::ui));
    if (placed.lines.empty()) return;
    draw_ground(placed.ground, space, theme);
    build(placed.lines, [&](const NoteLine& line) {
        add(run(line.text, line.note->size_points, Face::ui), line.baseline, space, theme[line.note->ink], 1, 0, true);
    });
    draw_letters(space, theme);
}

void Words::draw_ground(const Rect& ground, const PanelSpace& space, const Theme& theme) {
    const Vec2 low = space.pixel({ground.x, ground.y + ground.height}),
               high = space.pixel({ground.x + ground.width, ground.y});
    const Color& paper = theme[Ink::paper];
    ground_.use();
    ground_.set("area", low.x(), low.y(), high.x(), high.y());
    ground_.set("canvas", space.canvas.width, space.canvas.height);
    ground_.set("corner_of_canvas", space.canvas.x, space.canvas.y);
    ground_.set("radius", note_ground_radius * space.canvas.scale);
    ground_.set("color", paper.r, paper.g, paper.b, note_ground_opacity);
    glBindVertexArray(nothing_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace eigenscape::gl
