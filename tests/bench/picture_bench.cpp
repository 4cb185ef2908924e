// Pictures at 1920 × 1080 by OpenGL without a display: of every scene as a parameter moves, and as only the camera
// moves. Each is finished (glFinish) within the measurement. Then the same pictures as PNG, with libpng's size for
// comparison.
#include "tests/bench/budget.h"
#include "tests/bench/scenes.h"
#include "tests/viz/image/libpng_bytes.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/image/png.h"

#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

#include <string>

namespace eigenscape::bench {
namespace {

constexpr int width = 1920, height = 1080;
const gl::Canvas canvas{.points = {width, height}};

// One context for all benchmarks; made at first use, since a run may not ask for pictures.
struct Studio {
    gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::ImageTarget target{width, height};

    void draw(const std::shared_ptr<const Frame>& frame, const Views& views = {}) {
        target.bind();
        renderer.draw(frame, views, default_theme(), canvas);
        glFinish();
    }
};

Studio& studio() {
    static Studio one;
    return one;
}

const Stage stage{.canvas_points = {width, height}, .views = {}};

// A parameter moves: the frame is drawn before the clock starts, uploading and drawing it are measured.
void picture_of(benchmark::State& state, const Scene& scene) {
    long i = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto frame = drawn(scene, varied(scene, ++i), stage);
        state.ResumeTiming();
        studio().draw(frame);
    }
}

// Only the camera moves: every space turns a little, the frame stays.
void turning(benchmark::State& state, const Scene& scene) {
    const auto frame = drawn(scene, scene.defaults, stage);
    Views views;
    double azimuth = 0;
    studio().draw(frame);
    const gl::Renderer::Uploads before = studio().renderer.uploads();
    for (auto _ : state) {
        azimuth += 0.01;
        for (const Panel& panel : frame->panels())
            if (panel.kind == PanelKind::space) views[panel.name] = View3{.azimuth = azimuth};
        studio().draw(frame, views);
    }
    state.counters["frames_uploaded"] = static_cast<double>(studio().renderer.uploads().frames - before.frames);
}

void encoding(benchmark::State& state, const Scene& scene) {
    studio().draw(drawn(scene, scene.defaults, stage));
    const Image picture = studio().target.read();
    double bytes = 0;
    for (auto _ : state) bytes = static_cast<double>(write_png(picture).size());
    state.counters["bytes"] = bytes;
    state.counters["of_libpng"] = bytes / static_cast<double>(libpng_bytes(picture));  // below 1: smaller than libpng's
}

bool has_space(const Scene& scene) {
    for (const Panel& panel : drawn(scene, scene.defaults)->panels())
        if (panel.kind == PanelKind::space) return true;
    return false;
}

using Work = void (*)(benchmark::State&, const Scene&);

std::string add(const std::string& name, Work work, const Scene& scene) {
    benchmark::RegisterBenchmark(name.c_str(), [work, &scene](benchmark::State& state) { work(state, scene); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();  // the software renderer works on several threads
    return name;
}

[[maybe_unused]] const bool rows = at_start([] {
    for (const Scene& scene : all_scenes()) {
        const std::string& id = scene.words.id;
        const bool space = has_space(scene);
        at_most(space ? 25 : 9, "\"" + id + "\" drawn at 1920×1080", add("picture " + id, picture_of, scene));
        if (space) add("turning " + id, turning, scene);
        at_most(space ? 30 : 15, "\"" + id + "\" as PNG at 1920×1080", add("png " + id, encoding, scene));
    }
});

}  // namespace
}  // namespace eigenscape::bench
