// FreeType behind one lock: faces are opened at first use, metrics and outlines are kept, bitmaps are made on demand.
// Nothing is hinted: a letter has the same shape at every place and scale, so that moving text does not shiver.
#include "viz/text_faces.h"

#include "viz/embedded.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace eigenscape {
namespace {

constexpr std::array<std::string_view, face_count> files = {"fonts/latinmodern-math.otf", "fonts/Inter-Regular.otf",
                                                            "fonts/Inter-Medium.otf", "fonts/Inter-Bold.otf",
                                                            "fonts/lmmono10-regular.otf"};

struct OpenFace {
    FT_Face ft = nullptr;
    std::unordered_map<std::uint32_t, GlyphMetrics> metrics;
    std::unordered_map<std::uint32_t, std::vector<OutlineStep>> outlines;  // nodes stay where they are
    double em = 1000;                                                      // font units
};

struct Faces {
    std::mutex lock;
    FT_Library library = nullptr;
    std::array<OpenFace, face_count> open;

    Faces() {
        if (FT_Init_FreeType(&library) != 0)
            throw std::runtime_error("FreeType did not start, so no text can be drawn.");
    }
    OpenFace& operator[](Face face) {
        const auto index = static_cast<std::size_t>(face);
        OpenFace& found = open[index];
        if (found.ft) return found;
        const auto bytes = embedded(files[index]);
        if (bytes.empty() ||
            FT_New_Memory_Face(library, bytes.data(), static_cast<FT_Long>(bytes.size()), 0, &found.ft) != 0) {
            throw std::runtime_error("The font " + std::string(files[index]) +
                                     " inside the program could not be read. Build it again with the fonts installed.");
        }
        found.em = found.ft->units_per_EM;
        return found;
    }
};

Faces& faces() {
    static auto* all = new Faces;  // never closed: text may be drawn while the program ends
    return *all;
}

const GlyphMetrics& kept_metrics(OpenFace& face, std::uint32_t id) {
    const auto [found, is_new] = face.metrics.try_emplace(id);
    if (!is_new || FT_Load_Glyph(face.ft, id, FT_LOAD_NO_SCALE) != 0) return found->second;
    FT_BBox box;
    FT_Outline_Get_CBox(&face.ft->glyph->outline, &box);
    found->second.advance = static_cast<double>(face.ft->glyph->metrics.horiAdvance) / face.em;
    const auto& m = face.ft->glyph->metrics;
    const Vec2 lo(static_cast<double>(m.horiBearingX), static_cast<double>(m.horiBearingY - m.height));
    const Vec2 size(static_cast<double>(m.width), static_cast<double>(m.height));
    found->second.ink = {lo / face.em, (lo + size) / face.em};
    return found->second;
}

OutlineStep step(OutlineStep::Kind kind, const Vec2& to = {0, 0}, const Vec2& control = {0, 0},
                 const Vec2& control_2 = {0, 0}) {
    return {kind, to, control, control_2};
}

// FreeType walks an outline contour by contour; each is closed before the next begins.
struct Walk {
    std::vector<OutlineStep> steps;
    double em;
    Vec2 point(const FT_Vector* v) const { return Vec2(static_cast<double>(v->x), static_cast<double>(v->y)) / em; }
    void close() {
        if (!steps.empty()) steps.push_back(step(OutlineStep::close));
    }
};

std::vector<OutlineStep> walked(FT_Outline& outline, double em) {
    Walk walk{{}, em};
    FT_Outline_Funcs each{};
    each.move_to = [](const FT_Vector* to, void* at) {
        auto& w = *static_cast<Walk*>(at);
        w.close();
        w.steps.push_back(step(OutlineStep::move, w.point(to)));
        return 0;
    };
    each.line_to = [](const FT_Vector* to, void* at) {
        auto& w = *static_cast<Walk*>(at);
        w.steps.push_back(step(OutlineStep::line, w.point(to)));
        return 0;
    };
    each.conic_to = [](const FT_Vector* c, const FT_Vector* to, void* at) {
        auto& w = *static_cast<Walk*>(at);
        w.steps.push_back(step(OutlineStep::quad, w.point(to), w.point(c)));
        return 0;
    };
    each.cubic_to = [](const FT_Vector* c, const FT_Vector* d, const FT_Vector* to, void* at) {
        auto& w = *static_cast<Walk*>(at);
        w.steps.push_back(step(OutlineStep::cubic, w.point(to), w.point(c), w.point(d)));
        return 0;
    };
    if (FT_Outline_Decompose(&outline, &each, &walk) != 0) walk.steps.clear();
    walk.close();
    return walk.steps;
}

// Adds an outline's coverage (the larger of the two where they meet). The image must be large enough.
void cover(FT_Library library, FT_Outline& outline, GlyphImage& image) {
    std::vector<std::uint8_t> pixels(image.coverage.size(), 0);
    FT_Outline_Translate(&outline, -64L * image.left, -64L * (image.top - image.height));
    FT_Bitmap bitmap{};
    bitmap.rows = static_cast<unsigned>(image.height);
    bitmap.width = static_cast<unsigned>(image.width);
    bitmap.pitch = image.width;  // positive: from the top row down
    bitmap.buffer = pixels.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    FT_Outline_Get_Bitmap(library, &outline, &bitmap);
    FT_Outline_Translate(&outline, 64L * image.left, 64L * (image.top - image.height));
    std::transform(pixels.begin(), pixels.end(), image.coverage.begin(), image.coverage.begin(),
                   [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
}

// The band of `radius` (in 1/64 pixel) on both sides of an outline, as an outline of its own.
FT_Outline band_about(FT_Library library, FT_Outline& outline, FT_Fixed radius) {
    FT_Outline band{};
    FT_Stroker stroker = nullptr;
    if (FT_Stroker_New(library, &stroker) != 0) return band;
    FT_Stroker_Set(stroker, radius, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
    FT_UInt points = 0, contours = 0;
    if (FT_Stroker_ParseOutline(stroker, &outline, 0) == 0 && FT_Stroker_GetCounts(stroker, &points, &contours) == 0 &&
        FT_Outline_New(library, points, static_cast<FT_Int>(contours), &band) == 0) {
        band.n_points = 0;
        band.n_contours = 0;
        FT_Stroker_Export(stroker, &band);
    }
    FT_Stroker_Done(stroker);
    return band;
}

void fit(GlyphImage& image, const FT_Outline& outline, long margin) {
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    const auto down = [](long v) { return static_cast<int>(std::floor(static_cast<double>(v) / 64)); };
    const auto up = [](long v) { return static_cast<int>(std::ceil(static_cast<double>(v) / 64)); };
    image.left = down(box.xMin - margin);
    image.top = up(box.yMax + margin);
    image.width = up(box.xMax + margin) - image.left;
    image.height = image.top - down(box.yMin - margin);
    image.coverage.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), 0);
}

}  // namespace

std::uint32_t glyph_of(Face face, char32_t letter) {
    const std::scoped_lock hold(faces().lock);
    return FT_Get_Char_Index(faces()[face].ft, letter);
}

GlyphMetrics metrics_of(Face face, std::uint32_t id) {
    const std::scoped_lock hold(faces().lock);
    return kept_metrics(faces()[face], id);
}

double digit_advance(Face face) {
    const std::scoped_lock hold(faces().lock);
    OpenFace& open = faces()[face];
    double widest = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit)
        widest = std::max(widest, kept_metrics(open, FT_Get_Char_Index(open.ft, digit)).advance);
    return widest;
}

const std::vector<OutlineStep>& glyph_outline(Face face, std::uint32_t id) {
    const std::scoped_lock hold(faces().lock);
    OpenFace& open = faces()[face];
    const auto [found, is_new] = open.outlines.try_emplace(id);
    if (is_new && FT_Load_Glyph(open.ft, id, FT_LOAD_NO_SCALE) == 0)
        found->second = walked(open.ft->glyph->outline, open.em);
    return found->second;
}

GlyphImage glyph_image(Face face, std::uint32_t id, double size_pixels, const Vec2& shift_pixels, double halo_pixels) {
    const std::scoped_lock hold(faces().lock);
    OpenFace& open = faces()[face];
    GlyphImage image;
    const auto size = static_cast<FT_F26Dot6>(std::lround(std::clamp(size_pixels, 1.0, 2000.0) * 64));
    if (FT_Set_Char_Size(open.ft, size, size, 72, 72) != 0 ||
        FT_Load_Glyph(open.ft, id, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
        return image;
    FT_Outline& outline = open.ft->glyph->outline;
    if (outline.n_points == 0) return image;
    FT_Outline_Translate(&outline, std::lround(shift_pixels.x() * 64), std::lround(shift_pixels.y() * 64));
    const long radius = std::lround(halo_pixels * 64);
    fit(image, outline, radius);
    cover(faces().library, outline, image);
    if (radius > 0) {
        FT_Outline band = band_about(faces().library, outline, radius);
        if (band.n_points > 0) cover(faces().library, band, image);
        FT_Outline_Done(faces().library, &band);
    }
    return image;
}

}  // namespace eigenscape
