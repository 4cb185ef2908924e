// See pictures.h. Shapes are given by their distance to the outline (negative inside), painted one over the other with
// a soft edge of one pixel.
#include "app/scenes/linear_algebra/pictures.h"

#include "core/types.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>

namespace eigenscape {
namespace {

constexpr int picture_side = 96;

using Paint = std::array<double, 3>;
using Distance =
    std::function<double(const Vec2&)>;  // in pixels; x to the right, y upwards, from the lower left corner

void paint(Image& image, const Paint& color, const Distance& distance) {
    for (int y = 0; y < picture_side; ++y)
        for (int x = 0; x < picture_side; ++x) {
            const double cover = std::clamp(0.5 - distance({x + 0.5, picture_side - y - 0.5}), 0.0, 1.0);
            std::uint8_t* pixel = image.pixel(x, y);
            for (std::size_t k = 0; k < 3; ++k)
                pixel[k] = static_cast<std::uint8_t>(std::lround(cover * color[k] + (1 - cover) * pixel[k]));
            pixel[3] = 255;
        }
}

Distance disc(const Vec2& middle, double radius) {
    return [=](const Vec2& p) { return (p - middle).norm() - radius; };
}

Distance box(const Vec2& lo, const Vec2& hi) {
    return [=](const Vec2& p) { return std::max({lo.x() - p.x(), p.x() - hi.x(), lo.y() - p.y(), p.y() - hi.y()}); };
}

// Upright, pointing up.
Distance triangle(const Vec2& foot, double width, double height) {
    return [=](const Vec2& p) {
        const Vec2 q(std::abs(p.x() - foot.x()), p.y() - foot.y());
        const Vec2 normal = Vec2(height, width / 2).normalized();
        return std::max(-q.y(), normal.dot(q - Vec2(width / 2, 0)));
    };
}

Distance hill(double height, double swing) {
    return [=](const Vec2& p) { return p.y() - height - swing * std::sin(p.x() / picture_side * 2 * pi + 0.6); };
}

// Paler towards the ground.
void sky(Image& image) {
    for (int y = 0; y < picture_side; ++y)
        for (int x = 0; x < picture_side; ++x) {
            const Paint color = {96 + 0.9 * y, 158 + 0.6 * y, 222 + 0.2 * y};
            for (std::size_t k = 0; k < 3; ++k) image.pixel(x, y)[k] = static_cast<std::uint8_t>(color[k]);
            image.pixel(x, y)[3] = 255;
        }
}

Image house() {
    Image image(picture_side, picture_side);
    sky(image);
    paint(image, {250, 205, 90}, disc({18, 76}, 10));
    paint(image, {104, 160, 96}, hill(30, 5));
    paint(image, {76, 132, 82}, hill(20, -4));
    paint(image, {190, 96, 80}, box({46, 62}, {52, 80}));     // chimney
    paint(image, {244, 232, 212}, box({24, 24}, {58, 54}));   // walls
    paint(image, {178, 70, 62}, triangle({41, 53}, 48, 24));  // roof
    paint(image, {110, 74, 54}, box({29, 24}, {38, 42}));     // door, on the left
    paint(image, {90, 140, 190}, box({43, 34}, {53, 45}));    // window
    paint(image, {244, 232, 212}, box({47.4, 34}, {48.6, 45}));
    paint(image, {104, 74, 52}, box({77, 18}, {81, 34}));  // the tree
    paint(image, {52, 104, 66}, disc({79, 44}, 13));
    paint(image, {70, 128, 78}, disc({75, 50}, 9));
    return image;
}

// Letters in five by seven squares, row by row from the top.

double letters(int x, int y) {  // 1 on a stroke of "SVD"
    static constexpr std::array<std::array<std::string_view, 7>, 3> glyphs = {
        {{"01111", "10000", "10000", "01110", "00001", "00001", "11110"},
         {"10001", "10001", "10001", "10001", "01010", "01010", "00100"},
         {"11110", "10001", "10001", "10001", "10001", "10001", "11110"}}};
    constexpr int square = 3, left = 15, top = 60, pitch = 24;
    const int column = x - left, row = y - top;
    if (column < 0 || row < 0 || row >= 7 * square) return 0;
    const int letter = column / pitch, within = column % pitch / square;
    if (letter >= 3 || within >= 5) return 0;
    return glyphs[static_cast<std::size_t>(letter)][static_cast<std::size_t>(row / square)]
                 [static_cast<std::size_t>(within)] == '1';
}

// The same number for the same place, everywhere, in [-1, 1).
double grain(int x, int y) {
    std::uint32_t n = static_cast<std::uint32_t>(x) * 0x9E3779B1u ^ static_cast<std::uint32_t>(y) * 0x85EBCA77u;
    n = (n ^ n >> 15) * 0x2C1B3C6Du;
    n = (n ^ n >> 12) * 0x297A2D39u;
    return (n ^ n >> 15) * 0x1p-31 - 1;
}

double test_value(int x, int y) {
    const double u = (x + 0.5) / picture_side, v = (y + 0.5) / picture_side;
    double value = 0.30 + 0.35 * u + 0.2 * std::sin(pi * v);      // rank 2
    if (y >= 8 && y < 20) value += 0.25 * (x / 12 % 2 ? 1 : -1);  // bars: one more
    const double ring = std::hypot(x - 68.0, y - 38.0);
    value += 0.22 * std::exp(-0.004 * ring * ring) * std::cos(0.55 * ring);  // rings: some dozen
    const double along = x - 22.0 - 0.6 * (y - 26.0);                        // a slanting beam: many
    if (std::abs(along) < 5 && y >= 24 && y < 54) value -= 0.3;
    value = value - (value - 0.08) * letters(x, y);  // letters: five or so
    return value + 0.03 * grain(x, y);               // grain: all of them
}

Image grey_card() {
    Image image(picture_side, picture_side);
    for (int y = 0; y < picture_side; ++y)
        for (int x = 0; x < picture_side; ++x) {
            std::uint8_t* pixel = image.pixel(x, y);
            std::fill_n(pixel, 3, static_cast<std::uint8_t>(std::lround(255 * std::clamp(test_value(x, y), 0.0, 1.0))));
            pixel[3] = 255;
        }
    return image;
}

}  // namespace

std::shared_ptr<const Image> drawing_of_a_house() {
    static const auto drawing = std::make_shared<const Image>(house());
    return drawing;
}

std::shared_ptr<const Image> grey_test_card() {
    static const auto card = std::make_shared<const Image>(grey_card());
    return card;
}

}  // namespace eigenscape
