// Text as shapes: which letters, how wide, where accents sit, and that outlines and bitmaps agree.
// Fonts are those inside the program.
#include "viz/text.h"

#include "viz/text_faces.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace eigenscape;

namespace {

// Of the polygon through a curve's points, by Green's formula; holes run the other way and count against it.
double outline_area(Face face, std::uint32_t id) {
    double sum = 0;
    Vec2 here(0, 0), begin(0, 0);
    const auto to = [&](const Vec2& p) {
        sum += 0.5 * (here.x() * p.y() - here.y() * p.x());
        here = p;
    };
    for (const OutlineStep& step : glyph_outline(face, id)) {
        const Vec2 from = here;
        switch (step.kind) {
            case OutlineStep::move: here = begin = step.to; break;
            case OutlineStep::line: to(step.to); break;
            case OutlineStep::close: to(begin); break;
            case OutlineStep::quad:
                for (int i = 1; i <= 16; ++i) {
                    const double t = i / 16.0, s = 1 - t;
                    to(s * s * from + 2 * s * t * step.control + t * t * step.to);
                }
                break;
            case OutlineStep::cubic:
                for (int i = 1; i <= 16; ++i) {
                    const double t = i / 16.0, s = 1 - t;
                    to(s * s * s * from + 3 * s * s * t * step.control + 3 * s * t * t * step.control_2 +
                       t * t * t * step.to);
                }
                break;
        }
    }
    return std::abs(sum);
}

double covered(const GlyphImage& image) {
    return std::accumulate(image.coverage.begin(), image.coverage.end(), 0.0) / 255;
}

}  // namespace

TEST_CASE("UTF-8 goes in and out, and what is none becomes a replacement") {
    for (const char32_t c : {U'a', U'λ', U'−', char32_t{0x1D465}, char32_t{0x10FFFF}}) {
        REQUIRE(decoded(encoded(c)).size() == 1);
        CHECK(decoded(encoded(c))[0] == c);
    }
    CHECK(decoded("a\xFFz") == std::vector<char32_t>{U'a', 0xFFFD, U'z'});
    CHECK(decoded("\xE2\x88") == std::vector<char32_t>{0xFFFD});  // cut short
    CHECK(decoded("\xC0\xAF").front() == 0xFFFD);                 // too long a form
    CHECK(decoded("\xED\xA0\x80").front() == 0xFFFD);             // half a pair
    CHECK(decoded("").empty());
}

TEST_CASE("digits have one width in every face") {
    for (const Face face : {Face::math, Face::ui, Face::ui_medium, Face::ui_bold}) {
        const double width = layout("0000", 20, face).width;
        for (const char* digits : {"1111", "1234", "5678", "9019"})
            CHECK(layout(digits, 20, face).width == doctest::Approx(width));
    }
}

TEST_CASE("text grows with its size and starts where the last letter ended") {
    const GlyphRun small = layout("Ax", 10), large = layout("Ax", 30);
    REQUIRE(small.glyphs.size() == 2);
    CHECK(large.width == doctest::Approx(3 * small.width));
    CHECK(small.glyphs[0].at == Vec2(0, 0));
    CHECK(small.glyphs[1].at.x() == doctest::Approx(layout("A", 10).width));
    CHECK(small.ink.hi.y() == doctest::Approx(7.16).epsilon(0.02));  // capitals are seven tenths of an em high
    CHECK(layout("", 10).glyphs.empty());
    CHECK(layout(" ", 10).width > 2);
    CHECK(layout(" ", 10).glyphs.empty());
}

namespace {
const std::string arrow_over = "\u20D7";
}

TEST_CASE("a vector's arrow is over the middle of its letter and clear of it") {
    for (const char* letter : {"𝑣", "𝑥", "𝐴", "𝑤", "𝑖"}) {
        const GlyphRun run = layout(letter + arrow_over, 100);
        REQUIRE(run.glyphs.size() == 2);
        const auto body = metrics_of(Face::math, run.glyphs[0].id).ink,
                   arrow = metrics_of(Face::math, run.glyphs[1].id).ink;
        const double middle = run.glyphs[1].at.x() + 50 * (arrow.lo.x() + arrow.hi.x());
        CAPTURE(letter);
        CHECK(std::abs(middle - 50 * (body.lo.x() + body.hi.x())) < 12);
        CHECK(run.glyphs[1].at.y() + 100 * arrow.lo.y() > 100 * body.hi.y());
        CHECK(run.width == doctest::Approx(layout(letter, 100).width));
    }
}

TEST_CASE("an accent takes the place of the dot on i and j") {
    for (const char* letter : {"𝑖", "𝑗"}) {
        const GlyphRun bare = layout(letter, 50), under = layout(letter + arrow_over, 50);
        CHECK(under.glyphs[0].id != bare.glyphs[0].id);
        CHECK(metrics_of(Face::math, under.glyphs[0].id).ink.hi.y() < 0.5);
    }
}

TEST_CASE("small raised and lowered letters are made from large ones") {
    const GlyphRun run = layout("λ₁²", 20);
    REQUIRE(run.glyphs.size() == 3);
    CHECK(run.glyphs[1].size_points < 15);
    CHECK(run.glyphs[1].at.y() < 0);
    CHECK(run.glyphs[2].at.y() > 0);
    CHECK(run.glyphs[1].id == glyph_of(Face::math, U'1'));
}

TEST_CASE("a letter that one face lacks comes from another, and one that none has is a box") {
    const GlyphRun note = layout("x = 𝑥", 16, Face::ui);
    CHECK(note.glyphs.front().face == Face::ui);
    CHECK(note.glyphs.back().face == Face::math);
    const GlyphRun unknown = layout("\U00020000", 16);
    REQUIRE(unknown.glyphs.size() <= 1);
    CHECK(unknown.width > 0);
}

TEST_CASE("outlines, bitmaps and metrics agree") {
    for (const char32_t letter : {U'O', U'l', U'8', U'∇'}) {
        const auto id = glyph_of(Face::math, letter);
        const double area = outline_area(Face::math, id);
        CHECK(area > 0.01);
        for (const double size : {12.0, 48.0}) {
            const GlyphImage image = glyph_image(Face::math, id, size);
            CHECK(covered(image) == doctest::Approx(area * size * size).epsilon(0.03));
            const auto ink = metrics_of(Face::math, id).ink;
            CHECK(std::abs(image.top - size * ink.hi.y()) < 1.5);
            CHECK(std::abs(image.left - size * ink.lo.x()) < 1.5);
        }
    }
}

TEST_CASE("a bitmap moves by parts of a pixel and keeps its weight") {
    const auto id = glyph_of(Face::math, U'x');
    const GlyphImage still = glyph_image(Face::math, id, 20), moved = glyph_image(Face::math, id, 20, {0.5, 0.25});
    CHECK(still.coverage != moved.coverage);
    CHECK(covered(still) == doctest::Approx(covered(moved)).epsilon(0.02));
}

TEST_CASE("a halo surrounds its letter") {
    const auto id = glyph_of(Face::math, U'x');
    const GlyphImage letter = glyph_image(Face::math, id, 30), halo = glyph_image(Face::math, id, 30, {0, 0}, 2);
    CHECK(halo.left <= letter.left - 2);
    CHECK(halo.top >= letter.top + 2);
    for (int y = 0; y < letter.height; ++y)
        for (int x = 0; x < letter.width; ++x) {
            const int hx = x + letter.left - halo.left, hy = halo.top - letter.top + y;
            REQUIRE(halo.coverage[static_cast<std::size_t>(hy * halo.width + hx)] + 2 >=
                    letter.coverage[static_cast<std::size_t>(y * letter.width + x)]);
        }
    CHECK(covered(halo) > 2 * covered(letter));
}
