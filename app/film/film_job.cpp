// One thread draws, others encode and write; see film_job.h. Whoever fails first stops the rest and keeps its words.
// Drawing, reading back, conversion and encoding of different frames overlap.
#include "app/film/film_job.h"

#include "app/film/picture_queue.h"
#include "app/film/sink.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/picture_stream.h"
#include "viz/gl/renderer.h"
#include "viz/image/gif.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <mutex>
#include <new>
#include <thread>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t pictures_waiting = 2;
constexpr int frames_before_an_estimate = 3;
constexpr double most_side = 16384;

std::string counted(int n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

gl::Canvas canvas_for(const FilmOrder& order, int width, int height) {
    gl::Canvas canvas;
    canvas.points = {width / order.scale, height / order.scale};
    canvas.scale = order.scale;
    canvas.transparent = order.transparent;
    return canvas;
}

std::optional<Objection> about_files(const FilmOrder& order, FilmFormat format) {
    const fs::path folder = fs::path(order.output).parent_path();
    std::error_code none;
    if (!folder.empty() && !fs::exists(folder, none))
        return Objection{"-o: the folder \"" + folder.string() +
                         "\" does not exist. Make it first, or write elsewhere."};
    if (!folder.empty() && !fs::is_directory(folder, none))
        return Objection{"-o: \"" + folder.string() + "\" is a file, not a folder. Write elsewhere."};
    if (order.existing == Existing::replace) return std::nullopt;
    const auto taken = [&](const std::string& path) {
        return Objection{"\"" + path + "\" exists, and --no-clobber keeps it. Choose another name.", false};
    };
    if (format != FilmFormat::frames)
        return fs::exists(order.output, none) ? std::optional(taken(order.output)) : std::nullopt;
    const auto name = std::get<NumberedName>(parse_numbered(order.output));
    for (int frame = order.range.first; frame < order.range.last; ++frame)
        if (fs::exists(name.of(frame), none)) return taken(name.of(frame));
    return std::nullopt;
}

}  // namespace

double band_for_words(Setting setting, const Film& film) {
    double band = 0;
    std::string before;
    for (int frame = 0; film.words && frame < film.frames; ++frame) {
        setting.told = film.words(frame);
        if (setting.told != before) band = std::max(band, band_for(setting, {film.state(frame)}));
        before = setting.told;
    }
    return band;
}

int film_side(double points, double scale, FilmFormat format) {
    const double side = std::max(1.0, std::round(points * scale));
    const int whole = static_cast<int>(std::min(side, 1e6));
    return needs_ffmpeg(format) ? whole + whole % 2 : whole;
}

std::optional<Objection> objection(const FilmOrder& order) {
    const std::optional<FilmFormat> format = film_format(order.output);
    if (!format)
        return Objection{"-o: \"" + order.output +
                         "\" is no film. It must end in .mp4, .webm or .gif, or be frames: name-%04d.png."};
    if (*format == FilmFormat::frames) {
        const auto name = parse_numbered(order.output);
        if (const auto* bad = std::get_if<BadValue>(&name)) return Objection{"-o: " + bad->message};
    }
    if (*format == FilmFormat::gif && order.film.fps > most_gif_fps)
        return Objection{"--fps: a GIF shows at most 50 pictures a second. Ask for 50 or fewer, or for an mp4."};
    if (order.transparent && *format != FilmFormat::frames)
        return Objection{"--transparent: only PNG frames keep it: -o name-%04d.png."};
    const int width = film_side(order.setting.size.x(), order.scale, *format),
              height = film_side(order.setting.size.y(), order.scale, *format);
    if (width > most_side || height > most_side)
        return Objection{"--size: a film of " + std::to_string(width) + " by " + std::to_string(height) +
                             " pixels is too large. Ask for at most 16384 by 16384.",
                         false};
    if (auto files = about_files(order, *format)) return files;
    if (const std::string why = why_no_ffmpeg(*format); !why.empty()) return Objection{why, false};
    return std::nullopt;
}

struct FilmJob::Making {
    FilmOrder order;
    std::atomic<bool> cancelled{false}, over{false};
    std::atomic<int> done{0};
    Clock::time_point began = Clock::now();
    PictureQueue queue{pictures_waiting};
    std::mutex mutex;
    std::optional<FilmResult> trouble;  // the first
    FilmResult result;
    std::thread thread;

    explicit Making(FilmOrder wanted) : order(std::move(wanted)) {}

    // Runs a part of the work; what goes wrong with it ends the whole.
    template <class Work>
    void guarded(const Work& work) {
        FilmResult failed{FilmResult::failed, {}};
        try {
            return work();
        } catch (const FilmCancelled&) {
            failed.ending = FilmResult::cancelled;
        } catch (const std::bad_alloc&) {
            failed.message = "There is not enough memory for this film.";
        } catch (const std::exception& error) {
            failed.message = error.what();
        }
        const std::lock_guard lock(mutex);
        if (!trouble) trouble = failed;
        queue.stop();
    }

    void draw(int width, int height) {
        const gl::OffscreenContext context;
        gl::Renderer renderer;
        gl::PictureStream stream(width, height);
        const gl::Canvas canvas = canvas_for(order, width, height);
        Setting setting = order.setting;
        setting.size = canvas.points;
        const auto hand_over = [&](int frame, Image image, bool there) {
            return !there || queue.push(frame, std::move(image));
        };
        for (int frame = order.range.first; frame < order.range.last; ++frame) {
            if (cancelled) throw FilmCancelled();
            if (order.film.words) setting.told = order.film.words(frame);
            Page page = page_of(setting, order.film.state(frame));
            const auto picture = std::make_shared<const Frame>(std::move(page.frame));
            Image image = queue.blank();
            const bool there = stream.next([&] { renderer.draw(picture, page.views, *order.theme, canvas); }, image);
            if (!hand_over(frame - 1, std::move(image), there)) return;
        }
        Image image = queue.blank();
        const bool there = stream.last(image);
        if (hand_over(order.range.last - 1, std::move(image), there)) queue.close();
    }

    void encode(Sink& sink) {
        while (std::optional<PictureQueue::Numbered> one = queue.pop()) {
            if (cancelled) throw FilmCancelled();
            sink.put(one->frame, one->image);
            queue.give_back(std::move(one->image));
            ++done;
        }
    }

    void make() {
        const FilmFormat format = film_format(order.output).value();
        const int width = film_side(order.setting.size.x(), order.scale, format),
                  height = film_side(order.setting.size.y(), order.scale, format);
        const std::unique_ptr<Sink> sink = sink_for(order, width, height, cancelled);
        std::vector<std::thread> encoders;
        encoders.reserve(static_cast<std::size_t>(sink->threads()));
        for (int i = 0; i < sink->threads(); ++i) encoders.emplace_back([&] { guarded([&] { encode(*sink); }); });
        guarded([&] { draw(width, height); });
        for (std::thread& encoder : encoders) encoder.join();
        if (trouble) return;
        if (cancelled) throw FilmCancelled();
        sink->finish();
    }

    std::string how_it_ended() const {
        const int frames = order.range.count();
        const bool stays = film_format(order.output) == FilmFormat::frames && order.keep_frames && done > 0;
        const std::string kept =
            stays ? " The " + counted(done, "frame") + " made so far stay." : " Nothing of it was kept.";
        if (result.ending == FilmResult::cancelled)
            return "Cancelled after " + std::to_string(done) + " of " + counted(frames, "frame") + "." + kept;
        return "Saved " + order.output + ": " + counted(frames, "frame") + ".";
    }

    void run() {
        if (const auto why = objection(order)) trouble = {FilmResult::failed, why->message};
        else guarded([&] { make(); });
        if (trouble) result = *trouble;
        if (result.message.empty()) result.message = how_it_ended();
        over = true;
    }
};

FilmJob::FilmJob(FilmOrder order) : making_(std::make_unique<Making>(std::move(order))) {
    Making& m = *making_;
    m.thread = std::thread([&m] { m.run(); });
}

FilmJob::~FilmJob() {
    cancel();
    wait();
}

double FilmJob::progress() const {
    return ended() ? 1 : static_cast<double>(frames_done()) / std::max(1, making_->order.range.count());
}
int FilmJob::frames_done() const { return making_->done; }

std::optional<double> FilmJob::seconds_left() const {
    const int done = making_->done;
    if (done < frames_before_an_estimate || ended()) return std::nullopt;
    const double spent = std::chrono::duration<double>(Clock::now() - making_->began).count();
    return spent / done * (making_->order.range.count() - done);
}

void FilmJob::cancel() { making_->cancelled = true; }
bool FilmJob::ended() const { return making_->over; }

const FilmResult& FilmJob::wait() {
    if (making_->thread.joinable()) making_->thread.join();
    return making_->result;
}

}  // namespace eigenscape
