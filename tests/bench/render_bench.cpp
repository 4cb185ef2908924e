// The renderer alone, on pictures that no scene changes: a transformed grid, and a lit surface of 200 × 200 vertices
// with contours, at 1920 × 1080 off screen. Also what comes before: text and tessellation. The budgets of real scenes
// are in picture_bench.cpp.
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/box_axes.h"
#include "viz/shapes/figure.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/level_lines.h"
#include "viz/shapes/surface.h"
#include "viz/tessellate.h"
#include "viz/text.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace eigenscape::bench {
namespace {

const Vec2 canvas_points(1920, 1080);

std::shared_ptr<const Frame> transform_frame() {
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    Panel& panel = frame->plane("plane", {{-5, -3}, {5, 3}});
    Mat2 A;
    A << 1, 0.5, 0.2, 1.1;
    still_grid(panel);
    moving_grid(panel, A);
    axes(panel);
    unit_square(panel, A);
    vector(panel, A.col(0), Ink::first, "\\hat\\imath");
    vector(panel, A.col(1), Ink::second, "\\hat\\jmath");
    vector(panel, {-2.4, 1.3}, Ink::subject, italic("A") + vec("v"));
    panel.note("The image of the unit square keeps its orientation.");
    return frame;
}

double himmelblau(double x, double y) { return std::pow(x * x + y - 11, 2) + std::pow(x + y * y - 7, 2); }

Grid sampled(int n) {
    Grid grid{{{-5, -5}, {5, 5}}, n, n, {}};
    for (int j = 0; j < n; ++j)
        for (int i = 0; i < n; ++i) grid.values.push_back(himmelblau(-5 + 10.0 * i / (n - 1), -5 + 10.0 * j / (n - 1)));
    return grid;
}

std::shared_ptr<const Frame> surface_frame(double azimuth) {
    static const Grid grid = sampled(200);
    static const Relief relief = relief_of(grid);
    static const LevelLines lines = level_lines(grid, relief.scale.levels(20));
    auto frame = std::make_shared<Frame>(Stage{canvas_points, {}});
    View3 view;
    view.azimuth = azimuth;
    Panel& panel = frame->space("surface", box_over(grid, relief), {0, 0, 1, 1}, view);
    box_axes(panel);
    surface(panel, grid, relief);
    surface_lines(panel, lines, relief);
    floor_lines(panel, lines);
    return frame;
}

struct Stand {
    gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::ImageTarget target{1920, 1080};
    gl::Canvas canvas;
    Stand() {
        canvas.points = canvas_points;
        context.make_current();
    }
    void draw(const std::shared_ptr<const Frame>& frame, const Views& views = {}) {
        target.bind();
        renderer.draw(frame, views, default_theme(), canvas);
        gl::finish();
    }
};

Stand& stand() {
    static Stand one;
    return one;
}

void picture_2d(benchmark::State& state) {
    const auto frame = transform_frame();
    stand().draw(frame);
    for (auto _ : state) stand().draw(frame);
}

void picture_2d_every_frame_new(benchmark::State& state) {
    stand().draw(transform_frame());
    for (auto _ : state) stand().draw(transform_frame());
}

void picture_surface_with_contours(benchmark::State& state) {
    const auto frame = surface_frame(-1.05);
    stand().draw(frame);
    for (auto _ : state) stand().draw(frame);
}

void picture_surface_orbiting(benchmark::State& state) {
    const auto frame = surface_frame(-1.05);
    View3 view;
    for (auto _ : state) {
        view.azimuth += 0.01;
        stand().draw(frame, {{"surface", view}});
    }
}

void picture_read_back(benchmark::State& state) {
    stand().draw(transform_frame());
    for (auto _ : state) benchmark::DoNotOptimize(stand().target.read());
}

void frame_and_tessellation_2d(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(tessellate(transform_frame()->panels()[0], canvas_points));
}

void tessellation_of_contours(benchmark::State& state) {
    const auto frame = surface_frame(-1.05);
    for (auto _ : state) benchmark::DoNotOptimize(tessellate(frame->panels()[0], canvas_points));
}

void text_layout(benchmark::State& state) {
    const std::string words = italic("lambda") + "₁ = −1.25, det " + italic("A") + " = 0.95";
    for (auto _ : state) benchmark::DoNotOptimize(layout(words, 18));
}

BENCHMARK(picture_2d)->Name("render grid, same frame")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(picture_2d_every_frame_new)->Name("render grid, new frames")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(picture_surface_with_contours)->Name("render surface")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(picture_surface_orbiting)->Name("render surface, turning")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(picture_read_back)->Name("read back 1920×1080")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(frame_and_tessellation_2d)->Name("grid frame and tessellation")->Unit(benchmark::kMicrosecond);
BENCHMARK(tessellation_of_contours)->Name("tessellation of contours")->Unit(benchmark::kMicrosecond);
BENCHMARK(text_layout)->Name("text layout")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace eigenscape::bench
