// `render -o film.mp4`: the order for a film from the arguments, its progress on the terminal, and Ctrl+C.
// On a terminal one line is rewritten; elsewhere a line is added every ten seconds. A film that is done says nothing.
#include "app/cli_render.h"

#include "app/cli_subject.h"
#include "app/film/film_job.h"
#include "app/study/story.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <string>
#include <thread>

namespace eigenscape {
namespace {

constexpr double usual_fps = 60, usual_gif_fps = 25;

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void note_the_wish(int) { asked_to_stop = 1; }

// While it lives, Ctrl+C and a friendly `kill` are wishes, not the end.
class Wishes {
  public:
    Wishes() {
        struct sigaction mine {};
        mine.sa_handler = note_the_wish;
        sigemptyset(&mine.sa_mask);
        for (std::size_t i = 0; i < 3; ++i) sigaction(signals_[i], &mine, &before_[i]);
    }
    ~Wishes() {
        for (std::size_t i = 0; i < 3; ++i) sigaction(signals_[i], &before_[i], nullptr);
    }
    Wishes(const Wishes&) = delete;
    Wishes& operator=(const Wishes&) = delete;

  private:
    static constexpr int signals_[3] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction before_[3]{};
};

std::string time_words(double seconds) {
    const long whole = std::max(1L, std::lround(std::min(seconds, 1e7)));
    if (whole < 60) return std::to_string(whole) + " s";
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

std::string progress_line(const FilmJob& job, const FrameRange& range) {
    std::string line = "Frame " + std::to_string(job.frames_done()) + " of " + std::to_string(range.count()) + ", " +
                       std::to_string(static_cast<int>(100 * job.progress())) + " %";
    if (const auto left = job.seconds_left()) line += ", about " + time_words(*left) + " left";
    return line;
}

void follow(FilmJob& job, const FrameRange& range) {
    using Clock = std::chrono::steady_clock;
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const std::chrono::milliseconds between =
        terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000);
    auto told = Clock::now();
    while (!job.ended()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (asked_to_stop) job.cancel();
        if (Clock::now() - told < between) continue;
        told = Clock::now();
        std::fprintf(stderr, terminal ? "\r\033[K%s" : "%s\n", progress_line(job, range).c_str());
        std::fflush(stderr);
    }
    if (terminal) std::fprintf(stderr, "\r\033[K");
}

Tempo tempo_of(const Request& request, FilmFormat format) {
    Tempo tempo;
    tempo.fps = request.fps.value_or(format == FilmFormat::gif ? usual_gif_fps : usual_fps);
    tempo.seconds = request.seconds.value_or(0);
    tempo.eased = request.eased;
    return tempo;
}

Film film_of(const Request& request, const Scene& scene, const State& state, const Tempo& tempo) {
    FilmOutcome outcome = BadValue{};
    if (request.story) {
        if (!request.sweep.empty() || request.at)
            throw Refusal(2, std::string(request.at ? "--at" : "--sweep") +
                                 ": a story moves what its lesson says. Leave one of the two out.");
        const Lesson* lesson = lesson_of(scene.words.id);
        outcome = story_film(scene, lesson ? story_of(scene, lesson->story) : Story(), tempo);
    } else if (request.sweep.empty()) {
        if (request.at)
            throw Refusal(
                2, "--at: a film from the timeline shows all its times. Leave it out, or sweep another parameter.");
        outcome = timeline_film(scene, state, tempo);
    } else {
        const Sweep sweep = sweep_of(request, scene);
        if (!sweep.range)
            throw Refusal(
                2, "--sweep: a list of values makes a sheet (-o sheet.png); for a film write a range: NAME=FROM..TO.");
        outcome = sweep_film(scene, state, sweep, tempo);
    }
    if (const auto* bad = std::get_if<BadValue>(&outcome)) throw Refusal(2, bad->message);
    return std::get<Film>(std::move(outcome));
}

FilmOrder order_of(const Request& request) {
    if (!request.compare.empty() || request.columns)
        throw Refusal(2, std::string(request.columns ? "--columns" : "--compare") +
                             ": this belongs to a picture, but -o names a film.");
    FilmOrder order;
    order.document = document_of(request);
    const Scene& scene = scene_of_document(order.document);
    order.theme = &theme_of(request, order.document);
    order.document.theme = std::string(order.theme->name);
    if (request.sized || is_scene(request.subject)) order.document.canvas_points = {request.width, request.height};
    order.film = film_of(request, scene, order.document.state, tempo_of(request, *film_format(request.output)));
    order.range = {0, order.film.frames};
    if (!request.frames.empty()) {
        const auto range = parse_frames(request.frames, order.film.frames);
        if (const auto* bad = std::get_if<BadValue>(&range)) throw Refusal(2, "--frames: " + bad->message);
        order.range = std::get<FrameRange>(range);
    }
    order.setting = setting_of(request, scene, order.document);
    order.setting.moving = scene.find_param(order.film.moves);
    if (request.story && !request.card) {
        order.setting.layout = PageLayout::caption;
        order.setting.band = band_for_words(order.setting, order.film);
    } else if (order.setting.layout == PageLayout::caption)
        order.setting.band = band_for(order.setting, {order.film.state(0), order.film.state(order.film.frames / 2),
                                                      order.film.state(order.film.frames - 1)});
    order.scale = request.scale;
    order.transparent = request.transparent;
    order.quality = request.draft ? Quality::draft : Quality::fine;
    order.output = request.output;
    order.existing = request.no_clobber ? Existing::keep : Existing::replace;
    order.keep_frames = request.keep_frames;
    return order;
}

}  // namespace

void render_film(const Request& request) {
    FilmOrder order = order_of(request);
    if (const auto why = objection(order)) throw Refusal(why->wrong ? 2 : 1, why->message);
    tell_remarks(request, order.document);
    const FrameRange range = order.range;
    asked_to_stop = 0;
    const Wishes wishes;
    FilmJob job(std::move(order));
    follow(job, range);
    const FilmResult& result = job.wait();
    if (result.ending == FilmResult::cancelled) throw Refusal(130, result.message);
    if (result.ending == FilmResult::failed) throw Refusal(1, result.message);
}

}  // namespace eigenscape
