// See words.h. Letters stand at quarters of a pixel, so that moving words glide; notes stand on whole pixels, so that
// they are sharp. All halos of a panel are drawn before all letters: no label's halo eats into another label.
#include "viz/gl/words.h"

#include "viz/arrow_head.h"
#include "viz/place_head.h"
#include "viz/place_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace eigenscape::gl {
namespace {

constexpr float no_letter = -1e6f;  // where a rule is cut from the atlas: nowhere, all of it is covered (glyph.frag)
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
    floats_at<Letter>(0, 4, offsetof(Letter, box), 1);
    floats_at<Letter>(1, 2, offsetof(Letter, from), 1);
    floats_at<Letter>(2, 4, offsetof(Letter, ink), 1);
    glBindVertexArray(0);
}

void Words::add(const Typeset& words, const Vec2& baseline_points, const PanelSpace& space, const Look& look) {
    const double scale = space.canvas.scale;
    const Vec2 baseline = space.pixel(baseline_points);
    const int halo = static_cast<int>(std::lround(8 * look.halo_points * scale));
    const auto color = [&](const std::optional<Ink>& own) -> const Color& {
        return (*look.theme)[halo > 0 ? Ink::paper : own.value_or(look.ink)];
    };
    for (const auto& [glyph, own] : words.glyphs) {
        const Vec2 at = baseline + scale * glyph.at;
        const Quartered x = quartered(at.x(), false), y = quartered(at.y(), look.whole_pixels);
        const auto& spot = atlas_.spot(glyph.face, glyph.id, glyph.size_points * scale, x.quarter, y.quarter, halo);
        if (spot.width == 0 || spot.height == 0) continue;
        const Color& c = color(own);
        letters_.push_back(
            {{static_cast<float>(x.whole + spot.left), static_cast<float>(y.whole + spot.top - spot.height),
              static_cast<float>(spot.width), static_cast<float>(spot.height)},
             {static_cast<float>(spot.x), static_cast<float>(spot.y)},
             {c.r, c.g, c.b, static_cast<float>(look.opacity)}});
    }
    for (const SetRule& rule : words.rules) {
        const Vec2 rise(baseline_points.x(), -baseline_points.y());
        add_rule({rule.box.lo + rise, rule.box.hi + rise}, space, color(rule.ink), look);
    }
}

// A rectangle on whole pixels, at least one of them thick: bars of fractions stay sharp. In points, y upwards from the
// canvas's upper edge.
void Words::add_rule(const Box2& points, const PanelSpace& space, const Color& color, const Look& look) {
    const double scale = space.canvas.scale, grown = look.halo_points * scale;
    const Vec2 lo = space.pixel({points.lo.x(), -points.lo.y()}), hi = space.pixel({points.hi.x(), -points.hi.y()});
    const float width = static_cast<float>(std::max(1.0, std::round(hi.x() - lo.x())) + 2 * std::round(grown));
    const float height = static_cast<float>(std::max(1.0, std::round(hi.y() - lo.y())) + 2 * std::round(grown));
    letters_.push_back({{static_cast<float>(std::round(lo.x() - grown)), static_cast<float>(std::round(lo.y() - grown)),
                         width, height},
                        {no_letter, no_letter},
                        {color.r, color.g, color.b, static_cast<float>(look.opacity)}});
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

void Words::draw_labels(const Panel& panel, const PanelSpace& space, const Theme& theme, PlacedBefore* before) {
    if (panel.labels.empty()) return;
    const auto placed = place_labels(panel, space.camera, typeset_size, {place_head(panel, space.camera).ground},
                                     before ? *before : PlacedBefore{});
    if (before) *before = places_of(placed, before->lag);
    const auto pass = [&](double halo) {
        return [&, halo](const PlacedLabel& one) {
            add(*typeset(one.label->text, one.label->size_points, TexStyle::text), one.baseline, space,
                {&theme, one.label->ink, one.label->opacity, halo});
        };
    };
    build(placed, pass(halo_points), pass(0));
    draw_letters(space, theme);
}

void Words::draw_head(const Panel& panel, const PanelSpace& space, const Theme& theme) {
    const PlacedHead head = place_head(panel, space.camera);
    if (head.lines.empty()) return;
    draw_ground(head.ground, space, theme);
    build(head.lines, [&](const HeadLine& line) {
        add(*line.words, line.baseline, space, {.theme = &theme, .ink = line.ink, .whole_pixels = true});
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
    ground_.set("radius", head_ground_radius * space.canvas.scale);
    ground_.set("color", paper.r, paper.g, paper.b, head_ground_opacity);
    glBindVertexArray(nothing_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace eigenscape::gl
