// A second of film at 1080p60: its parts one after another, and as the program makes it, with the parts overlapping.
// Also what one frame costs on its way: drawn and read back, converted for ffmpeg, packed into a GIF.
#include "app/film/film_job.h"
#include "tests/bench/budget.h"
#include "tests/bench/scenes.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/picture_stream.h"
#include "viz/gl/renderer.h"
#include "viz/image/gif.h"
#include "viz/image/yuv.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <filesystem>
#include <vector>

namespace eigenscape::bench {
namespace {

constexpr int width = 1920, height = 1080, frames = 60;

const Scene& scene() { return *find_scene("transform"); }

Film film() { return std::get<Film>(timeline_film(scene(), scene().defaults, {60, frames / 60.0, false})); }

std::string output() { return (std::filesystem::temp_directory_path() / "eigenscape-bench.mp4").string(); }

Setting setting() {
    Setting one;
    one.scene = &scene();
    one.size = {width, height};
    return one;
}

// All frames of the film, drawn and read back.
void draw_all(const std::function<void(const Image&)>& take) {
    const gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::PictureStream stream(width, height);
    gl::Canvas canvas;
    canvas.points = {width, height};
    const Film whole = film();
    Image image;
    for (int k = 0; k < frames; ++k) {
        Page page = page_of(setting(), whole.state(k));
        const auto picture = std::make_shared<const Frame>(std::move(page.frame));
        if (stream.next([&] { renderer.draw(picture, page.views, default_theme(), canvas); }, image)) take(image);
    }
    if (stream.last(image)) take(image);
}

Encoder::Order encoder_order() { return {FilmFormat::mp4, width, height, 60, Quality::draft, output()}; }

void one_after_another(benchmark::State& state) {
    if (!why_no_ffmpeg(FilmFormat::mp4).empty()) return state.SkipWithError("no ffmpeg here");
    const std::atomic<bool> cancelled{false};
    for (auto _ : state) {
        std::vector<Image> pictures;
        draw_all([&](const Image& image) { pictures.push_back(image); });
        std::vector<Bytes> planes(pictures.size());
        for (std::size_t k = 0; k < pictures.size(); ++k) to_yuv420(pictures[k], planes[k]);
        Encoder encoder(encoder_order(), cancelled);
        for (const Bytes& frame : planes) encoder.put(frame);
        encoder.finish();
    }
    std::filesystem::remove(output());
}
BENCHMARK(one_after_another)->Name("film, parts one after another")->Unit(benchmark::kMillisecond)->UseRealTime();

void overlapping(benchmark::State& state) {
    if (!why_no_ffmpeg(FilmFormat::mp4).empty()) return state.SkipWithError("no ffmpeg here");
    for (auto _ : state) {
        FilmOrder order;
        order.film = film();
        order.range = {0, frames};
        order.document.scene = scene().words.id;
        order.document.state = scene().defaults;
        order.setting = setting();
        order.quality = Quality::draft;
        order.output = output();
        FilmJob job(std::move(order));
        if (job.wait().ending != FilmResult::done) return state.SkipWithError(job.wait().message.c_str());
    }
    std::filesystem::remove(output());
}
BENCHMARK(overlapping)->Name("film, parts overlapping")->Unit(benchmark::kMillisecond)->UseRealTime();

void drawn_and_read(benchmark::State& state) {
    for (auto _ : state) draw_all([](const Image& image) { benchmark::DoNotOptimize(image.rgba.data()); });
    state.counters["ms_a_frame"] = benchmark::Counter(
        frames / 1000.0, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(drawn_and_read)->Name("film, 60 frames drawn and read")->Unit(benchmark::kMillisecond)->UseRealTime();

Image some_frame() {
    Image some;
    draw_all([&](const Image& image) { some = image; });
    return some;
}

void converted(benchmark::State& state) {
    const Image image = some_frame();
    Bytes planes;
    for (auto _ : state) {
        to_yuv420(image, planes);
        benchmark::DoNotOptimize(planes.data());
    }
}
BENCHMARK(converted)->Name("film, a frame as yuv420p")->Unit(benchmark::kMillisecond);

void as_gif(benchmark::State& state) {
    std::vector<Image> pictures;
    draw_all([&](const Image& image) { pictures.push_back(image); });
    GifWriter gif(width, height, 25);
    std::size_t k = 0;
    for (auto _ : state) {
        gif.put(pictures[++k % pictures.size()]);
        benchmark::DoNotOptimize(gif.take().data());
    }
}
BENCHMARK(as_gif)->Name("film, a frame as GIF")->Unit(benchmark::kMillisecond);

[[maybe_unused]] const bool rows = at_start([] {
    at_least(1.2, "A film at 1080p60: drawing, conversion and encoding overlap", "film, parts one after another",
             "film, parts overlapping");
    at_most(4, "A frame at 1920×1080 as yuv420p", "film, a frame as yuv420p");
});

}  // namespace
}  // namespace eigenscape::bench
