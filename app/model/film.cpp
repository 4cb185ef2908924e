// Films, sweeps and frame numbers from their words; see film.h.
// The state of a frame depends on its number alone, never on the frame before.
#include "app/model/film.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "viz/ease.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

constexpr double sweep_seconds = 4;

// How far along a frame is, from 0 to 1; a film of one frame shows the end.
double part(int frame, int frames, bool eased) {
    if (frames < 2) return 1;
    const double t = static_cast<double>(frame) / (frames - 1);
    return eased ? smooth(t) : t;
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

// Cut at every `separator` that stands outside of brackets and quotes.
std::vector<std::string_view> cut(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    int depth = 0;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '[' || c == '(') ++depth;
        if (c == ']' || c == ')') --depth;
        if (depth != 0 || text.substr(i, separator.size()) != separator) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + separator.size();
        i = begin - 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

State with_value(const Scene& scene, State state, int param, Value value) {
    state[static_cast<std::size_t>(param)] = std::move(value);
    return scene.settle(std::move(state));
}

}  // namespace

std::variant<int, BadValue> frame_count(const Tempo& tempo, double usual_seconds) {
    if (!std::isfinite(tempo.fps) || tempo.fps <= 0 || tempo.fps > most_fps)
        return BadValue{"A film has more than 0 and at most " + number_text(most_fps) + " frames a second; " +
                        number_text(tempo.fps) + " were asked for."};
    if (!std::isfinite(tempo.seconds) || tempo.seconds < 0)
        return BadValue{"A film lasts a positive number of seconds; " + number_text(tempo.seconds) +
                        " were asked for."};
    const double frames = std::max(1.0, std::round(tempo.fps * (tempo.seconds > 0 ? tempo.seconds : usual_seconds)));
    if (frames > most_frames)
        return BadValue{"This film would have " + number_text(frames) + " frames; at most " +
                        std::to_string(most_frames) + " are made."};
    return static_cast<int>(frames);
}

FilmOutcome sweep_film(const Scene& scene, const State& state, const Sweep& sweep, const Tempo& tempo) {
    const auto frames = frame_count(tempo, sweep_seconds);
    if (const auto* bad = std::get_if<BadValue>(&frames)) return *bad;
    const int count = std::get<int>(frames), param = sweep.param;
    const Param& row = scene.params[static_cast<std::size_t>(param)];
    const State from = with_value(scene, state, param, sweep.values.front());
    const State to = with_value(scene, state, param, sweep.values.back());
    Film film{count, tempo.fps, {}, row.name, {}};
    film.state = [&scene, state, from, to, param, count, eased = tempo.eased](int frame) {
        const auto at = static_cast<std::size_t>(param);
        const double t = part(frame, count, eased);
        if (!std::holds_alternative<int>(from[at])) return between(scene, from, to, t);
        const double a = std::get<int>(from[at]), b = std::get<int>(to[at]);
        return with(scene, state, param, static_cast<int>(std::lround(lerp(a, b, t))));
    };
    return film;
}

FilmOutcome timeline_film(const Scene& scene, const State& state, const Tempo& tempo) {
    const int param = playing_param(scene);
    if (param < 0)
        return BadValue{"The scene " + scene.words.id +
                        " has no timeline. Say what is to change: --sweep NAME=FROM..TO."};
    const Param& row = scene.params[static_cast<std::size_t>(param)];
    const Value& like = scene.defaults[static_cast<std::size_t>(param)];
    const Sweep whole{
        param, {with_numbers(like, std::vector{row.range.min}), with_numbers(like, std::vector{row.range.max})}, true};
    Tempo own = tempo;
    if (own.seconds == 0) own.seconds = row.seconds;
    return sweep_film(scene, state, whole, own);
}

std::variant<Sweep, BadValue> parse_sweep(const Scene& scene, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return BadValue{as_given(text) +
                        " is not a sweep. Write NAME=FROM..TO for a film, or NAME=A,B,C for a sheet of pictures."};
    const auto param = param_named(scene, trimmed(text.substr(0, equals)));
    if (const auto* bad = std::get_if<BadValue>(&param)) return *bad;
    Sweep sweep{std::get<int>(param), {}, false};
    const Param& row = scene.params[static_cast<std::size_t>(sweep.param)];
    std::vector<std::string_view> words = cut(text.substr(equals + 1), "..");
    sweep.range = words.size() > 1;
    if (!sweep.range) words = cut(words[0], ",");
    if (sweep.range && words.size() != 2) return BadValue{row.name + ": a range has two ends: FROM..TO."};
    for (const std::string_view word : words) {
        auto value = parse(row, word);
        if (auto* bad = std::get_if<BadValue>(&value)) return *bad;
        sweep.values.push_back(std::get<Value>(std::move(value)));
    }
    if (sweep.range && numbers_of(sweep.values[0]).empty())
        return BadValue{row.name + ": what has no numbers cannot move from one value to another. Write a list: " +
                        row.name + "=A,B."};
    if (sweep.range && numbers_of(sweep.values[0]).size() != numbers_of(sweep.values[1]).size())
        return BadValue{row.name + ": both ends of a range need equally many points."};
    return sweep;
}

std::variant<FrameRange, BadValue> parse_frames(std::string_view text, int frames) {
    const std::string span = "0:" + std::to_string(frames);
    const BadValue bad{as_given(text) +
                       " is not a range of frames. Write FIRST:END, where END is not among them; the whole film is " +
                       span + "."};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return bad;
    const std::string_view before = text.substr(0, colon), behind = text.substr(colon + 1);
    const auto first = before.empty() ? std::optional(0) : whole_number(before);
    const auto last = behind.empty() ? std::optional(frames) : whole_number(behind);
    if (!first || !last) return bad;
    if (*first < 0 || *first >= std::min(*last, frames))
        return BadValue{as_given(text) + " holds no frame of this film: the whole of it is " + span + "."};
    return FrameRange{*first, std::min(*last, frames)};
}

std::string NumberedName::of(int frame) const {
    std::string number = std::to_string(frame);
    if (static_cast<int>(number.size()) < digits)
        number.insert(0, static_cast<std::size_t>(digits) - number.size(), '0');
    return before + number + after;
}

bool is_numbered(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return path.find('%', slash == std::string_view::npos ? 0 : slash) != std::string_view::npos;
}

std::variant<NumberedName, BadValue> parse_numbered(std::string_view path) {
    const BadValue bad{as_given(path) +
                       " does not say where the frame's number goes. Write exactly one %d or %04d in the "
                       "file's name, and %% for a percent sign: frames/%04d.png."};
    const std::size_t slash = path.rfind('/'), name = slash == std::string_view::npos ? 0 : slash + 1;
    NumberedName result;
    result.before = path.substr(0, name);
    bool found = false;
    for (std::size_t i = name; i < path.size(); ++i) {
        std::string& side = found ? result.after : result.before;
        if (path[i] != '%') {
            side += path[i];
        } else if (path.substr(i, 2) == "%%") {
            side += '%';
            ++i;
        } else {
            std::size_t end = i + 1;
            while (end < path.size() && path[end] >= '0' && path[end] <= '9') ++end;
            const std::string_view width = path.substr(i + 1, end - i - 1);
            const auto digits = width.empty() ? std::optional(0) : whole_number(width);
            const bool padded = width.empty() || (width[0] == '0' && width.size() > 1);
            if (found || end == path.size() || path[end] != 'd' || !padded || !digits || *digits > 20) return bad;
            result.digits = *digits;
            found = true;
            i = end;
        }
    }
    if (!found) return bad;
    return result;
}

}  // namespace eigenscape
