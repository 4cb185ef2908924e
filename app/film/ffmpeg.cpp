// The arguments that ffmpeg gets, and how its troubles are recognised; see ffmpeg.h.
// It counts as hung when for 5 s it neither takes a byte nor computes: a slow encoder computes all the time.
#include "app/film/ffmpeg.h"

#include "app/model/film.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>

namespace eigenscape {
namespace {

constexpr double patience_seconds = 5, turn_seconds = 0.1;
constexpr int oldest_version = 4;
constexpr const char* otherwise = " GIF and PNG frames (-o film.gif, -o film-%04d.png) need no ffmpeg.";

const char* encoder_of(FilmFormat format) { return format == FilmFormat::webm ? "libvpx-vp9" : "libx264"; }

const char* ending_of(FilmFormat format) { return format == FilmFormat::webm ? ".webm" : ".mp4"; }

std::string install() { return std::string(" On Debian and Ubuntu: sudo apt install ffmpeg.") + otherwise; }

std::string shortest(double x) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), x);
    return {text.data(), end.ptr};
}

// The number behind "ffmpeg version ", or nothing for a build that is not a release.
std::optional<int> version_in(std::string_view said) {
    const std::size_t at = said.find("ffmpeg version ");
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view number = said.substr(at + 15, 8);
    if (number.starts_with('n')) number.remove_prefix(1);
    int major = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), major);
    return read.ec == std::errc() ? std::optional(major) : std::nullopt;
}

// The last thing it said, for a message on one line.
std::string last_line(std::string_view said) {
    while (!said.empty() && (said.back() == '\n' || said.back() == '\r' || said.back() == ' ')) said.remove_suffix(1);
    const std::size_t newline = said.find_last_of("\r\n");
    if (newline != std::string_view::npos) said.remove_prefix(newline + 1);
    return std::string(said.substr(0, 200));
}

std::vector<std::string> words_for(const Encoder::Order& order) {
    const std::string size = std::to_string(order.width) + "x" + std::to_string(order.height);
    const std::vector<std::string> pixels = {"-pix_fmt",    "yuv420p", "-color_range",     "tv",
                                             "-colorspace", "bt709",   "-color_primaries", "bt709",
                                             "-color_trc",  "bt709"};
    std::vector<std::string> words = {"ffmpeg", "-hide_banner", "-nostats", "-loglevel", "error", "-y"};
    const auto add = [&](const std::vector<std::string>& more) { words.insert(words.end(), more.begin(), more.end()); };
    add({"-f", "rawvideo", "-video_size", size, "-framerate", shortest(order.fps)});
    add(pixels);
    add({"-i", "pipe:0", "-an", "-c:v", encoder_of(order.format)});
    add(pixels);
    const bool draft = order.quality == Quality::draft;
    if (order.format == FilmFormat::webm)
        add({"-crf", "24", "-b:v", "0", "-row-mt", "1", "-deadline", draft ? "realtime" : "good", "-cpu-used",
             draft ? "8" : "4", "-f", "webm"});
    else
        add({"-preset", draft ? "ultrafast" : "medium", "-tune", "animation", "-crf", "18", "-movflags", "+faststart",
             "-f", "mp4"});
    words.push_back("file:" + order.path);
    return words;
}

// The boxes of an mp4, one after another to the end of the file: its kind first, its table of frames among them.
bool whole_mp4(std::istream& file, std::uint64_t bytes) {
    std::uint64_t at = 0;
    bool moov = false;
    for (int boxes = 0; at < bytes && boxes < 1000; ++boxes) {
        std::array<unsigned char, 16> head{};
        file.seekg(static_cast<std::streamoff>(at));
        file.read(reinterpret_cast<char*>(head.data()), head.size());
        if (file.gcount() < 8) return false;
        file.clear();
        const auto number = [&](std::size_t from, std::size_t to) {
            std::uint64_t value = 0;
            for (std::size_t i = from; i < to; ++i) value = value << 8 | head[i];
            return value;
        };
        const std::string_view kind(reinterpret_cast<const char*>(head.data()) + 4, 4);
        if (at == 0 && kind != "ftyp") return false;
        moov = moov || kind == "moov";
        const std::uint64_t size = number(0, 4) == 1 ? number(8, 16) : number(0, 4);
        if (size < 8 || size > bytes - at) return false;
        at += size;
    }
    return moov && at == bytes;
}

bool looks_whole(FilmFormat format, const std::string& path) {
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) return false;
    if (format != FilmFormat::webm) return whole_mp4(file, bytes);
    std::string head(4, '\0');
    return static_cast<bool>(file.read(head.data(), 4)) && head == "\x1A\x45\xDF\xA3" && bytes > 100;
}

}  // namespace

std::optional<FilmFormat> film_format(std::string_view path) {
    std::string name(path);
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (name.ends_with(".mp4")) return FilmFormat::mp4;
    if (name.ends_with(".webm")) return FilmFormat::webm;
    if (name.ends_with(".gif")) return FilmFormat::gif;
    if (name.ends_with(".png") && is_numbered(name)) return FilmFormat::frames;
    return std::nullopt;
}

bool needs_ffmpeg(FilmFormat format) { return format == FilmFormat::mp4 || format == FilmFormat::webm; }

std::string why_no_ffmpeg(FilmFormat format) {
    if (!needs_ffmpeg(format)) return {};
    if (find_program("ffmpeg").empty())
        return "ffmpeg is not installed, and it makes the " + std::string(ending_of(format)) + " file." + install();
    Child child({"ffmpeg", "-nostdin", "-encoders"});
    if (!child.trouble().empty()) return child.trouble() + install();
    child.close();
    const std::optional<int> status = child.wait(patience_seconds);
    if (!status) return "ffmpeg does not answer: asked what it can do, it said nothing for 5 s." + install();
    const std::string said = child.said();
    if (*status != 0)
        return "ffmpeg does not work: it ended with status " + std::to_string(*status) +
               (said.empty() ? "." : " and said: " + last_line(said)) + install();
    const std::optional<int> version = version_in(said);
    if (version && *version < oldest_version)
        return "ffmpeg " + std::to_string(*version) + " is too old: " + std::to_string(oldest_version) +
               " or newer is needed." + install();
    if (said.find(encoder_of(format)) == std::string::npos)
        return "this ffmpeg cannot make " + std::string(ending_of(format)) + " files: it was built without " +
               encoder_of(format) + "." + install();
    return {};
}

Encoder::Encoder(const Order& order, const std::atomic<bool>& cancelled)
    : order_(order), cancelled_(cancelled), child_(words_for(order)) {
    if (!child_.trouble().empty()) throw FilmFailure(child_.trouble() + install());
}

void Encoder::fail(const std::string& what) const {
    const std::string said = last_line(child_.said());
    throw FilmFailure("ffmpeg " + what +
                      (said.empty() ? "." : ". It said: " + said + (said.ends_with('.') ? "" : ".")) +
                      " Nothing was saved.");
}

// `done` tries for a moment and says whether all is done.
void Encoder::wait_while_it_works(const std::function<bool()>& done) {
    using Clock = std::chrono::steady_clock;
    auto since = Clock::now();
    double computed = child_.computed_seconds();
    while (!done()) {
        if (cancelled_) throw FilmCancelled();
        const double now = child_.computed_seconds();
        if (now > computed) {
            computed = now;
            since = Clock::now();
        }
        if (Clock::now() - since > std::chrono::duration<double>(patience_seconds))
            fail("has done nothing for 5 s and was stopped");
    }
}

void Encoder::put(std::span<const std::uint8_t> frame) {
    wait_while_it_works([&] {
        const std::size_t taken = child_.offer(frame, turn_seconds);
        frame = frame.subspan(taken);
        if (!child_.listens()) {
            const std::optional<int> status = child_.wait(patience_seconds);
            fail(status ? "ended too early, with status " + std::to_string(*status) : "takes no more frames");
        }
        return frame.empty();
    });
}

void Encoder::finish() {
    child_.close();
    std::optional<int> status;
    wait_while_it_works([&] { return (status = child_.wait(turn_seconds)).has_value(); });
    if (*status != 0) fail("could not make the film and ended with status " + std::to_string(*status));
    if (!looks_whole(order_.format, order_.path)) fail("ended well, but what it wrote is no whole film");
}

}  // namespace eigenscape
