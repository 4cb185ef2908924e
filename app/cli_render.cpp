// `render`: one picture of one state, or a sheet of several, into a PNG or SVG file, without a display. OpenGL is asked
// for only for a PNG. All that can be refused is refused before anything is drawn or written. Films: cli_film.cpp.
#include "app/cli_render.h"

#include "app/cli_files.h"
#include "app/cli_subject.h"
#include "app/driver_at_work.h"
#include "app/film/ffmpeg.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/image/file.h"
#include "viz/svg.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

enum class Format { png, svg, film };

Format format_of(const std::string& output) {
    if (output == "-") return Format::png;
    std::string name = output;
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (film_format(output)) return Format::film;
    if (name.ends_with(".png")) return Format::png;
    if (name.ends_with(".svg")) return Format::svg;
    throw Refusal(2, "-o: \"" + output + "\" ends in none of .png, .svg, .mp4, .webm and .gif, so its format is not known.");
}

void check_output(const Request& request) {
    if (request.output == "-") return;
    std::error_code none;
    const fs::path folder = fs::path(request.output).parent_path();
    if (!folder.empty() && fs::exists(folder, none) && !fs::is_directory(folder, none))
        throw Refusal(2, "-o: \"" + folder.string() + "\" is a file, not a folder. Write elsewhere.");
    if (!folder.empty() && fs::status(folder, none).type() == fs::file_type::not_found)
        throw Refusal(2, "-o: the folder \"" + folder.string() + "\" does not exist. Make it first, or write elsewhere.");
    if (request.no_clobber && fs::exists(request.output, none))
        throw Refusal(1, "\"" + request.output + "\" exists, and --no-clobber keeps it. Choose another name.");
}

void check_no_film_options(const Request& request) {
    const char* option = request.fps                ? "--fps"
                         : request.seconds          ? "--duration"
                         : !request.frames.empty()  ? "--frames"
                         : request.eased            ? "--ease"
                         : request.draft            ? "--draft"
                         : request.keep_frames      ? "--keep-frames"
                                                    : nullptr;
    if (option)
        throw Refusal(2, std::string(option) + ": this belongs to a film, but -o names a picture. End it in .mp4, .webm or .gif, or "
                                               "write frames: name-%04d.png.");
    if (request.columns && request.sweep.empty() && request.compare.empty())
        throw Refusal(2, "--columns: there is only one picture. Ask for several: --sweep NAME=A,B,C.");
}

// An SVG has no pixels, only a side that its readers still place exactly.
void check_svg_size(const Vec2& size) {
    constexpr int most_side = 65536;
    if (size.x() > most_side || size.y() > most_side)
        throw Refusal(1, "--size: a drawing of " + std::to_string(std::llround(size.x())) + " by " + std::to_string(std::llround(size.y())) +
                             " points is too large. Ask for at most 65536 by 65536.");
}

// Far beyond every driver's limit: refused before memory is asked for. The driver's own limit is told by ImageTarget.
void check_png_size(const Vec2& size, double scale) {
    constexpr double most_side = 65536, most_pixels_drawn = 2.7e8;
    const double width = size.x() * scale, height = size.y() * scale;
    if (width > most_side || height > most_side || width * height > most_pixels_drawn)
        throw Refusal(1, "--size: a picture of " + std::to_string(std::llround(width)) + " by " + std::to_string(std::llround(height)) +
                             " pixels is too large. Ask for at most 16384 by 16384, or for an SVG, which has no pixels.");
    if (width < 1 || height < 1) throw Refusal(2, "--size: less than one pixel is left of the picture at this --scale.");
}

Bytes png_bytes(const Request& request, const Document& document, const Theme& theme, const Page& page) {
    const DriverAtWork watched;
    gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::Canvas canvas;
    canvas.points = page.size;
    canvas.scale = request.scale;
    canvas.transparent = request.transparent;
    const auto frame = std::make_shared<const Frame>(page.frame);
    return to_png(gl::render_image(renderer, frame, page.views, theme, canvas), document);
}

Bytes svg_bytes(const Request& request, const Document& document, const Theme& theme, const Page& page) {
    SvgSettings settings;
    settings.size_points = page.size;
    settings.transparent = request.transparent;
    settings.title = scene_of_document(document).words.title;
    settings.metadata = to_text(document);
    settings.pixels_per_point = std::max(1.0, request.scale) * 2;
    if (!request.scaled) settings.enlarged = request.scale;
    const std::string text = svg(page.frame, page.views, theme, settings);
    return {text.begin(), text.end()};
}

void deliver(const Request& request, const Bytes& bytes) {
    if (request.output == "-") {
        const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
        if (!written) throw Refusal(1, "standard output could not be written.");
        return;
    }
    const Saved saved = write_file_atomic(request.output, bytes, request.no_clobber ? Existing::keep : Existing::replace);
    if (!saved) throw Refusal(1, saved.message);
}

std::vector<Cell> cells_of(const Request& request, const Scene& scene, const State& state) {
    std::vector<Cell> cells;
    if (!request.compare.empty()) {
        const State other = changed_state(scene, state, request.compare);
        return {{other, apart(scene, other, state)}, {state, apart(scene, state, other)}};
    }
    const Sweep sweep = sweep_of(request, scene);
    if (sweep.range)
        throw Refusal(2, "--sweep: a range makes a film, but -o names a picture. End it in .mp4, .webm or .gif, or choose values: NAME=A,B,C.");
    if (sweep.values.size() > 100) throw Refusal(2, "--sweep: a sheet holds at most 100 pictures.");
    const Param& param = scene.params[static_cast<std::size_t>(sweep.param)];
    for (const Value& value : sweep.values)
        cells.push_back({with(scene, state, sweep.param, value), param.title + ": " + value_words(param, value)});
    return cells;
}

Page sheet(const Request& request, const Scene& scene, const Document& document) {
    if (request.card || !request.ghost.empty())
        throw Refusal(2, std::string(request.card ? "--card" : "--ghost") + ": a sheet has only plain pictures; leave out one of the two.");
    if (!request.sweep.empty() && !request.compare.empty()) throw Refusal(2, "--compare: with --sweep, list the values to compare instead: NAME=A,B.");
    const std::vector<Cell> cells = cells_of(request, scene, document.state);
    const int count = static_cast<int>(cells.size()), columns = std::min(count, request.columns.value_or(columns_for(count)));
    Setting setting = setting_of(request, scene, document);
    if (!request.sized) setting.size = sheet_size(count, columns);
    return sheet_of(setting, cells, columns);
}

void render_picture(const Request& request, Format format) {
    check_no_film_options(request);
    check_output(request);
    Document document = document_of(request);
    const Scene& scene = scene_of_document(document);
    const Theme& theme = theme_of(request, document);
    tell_remarks(request, document);
    document.theme = std::string(theme.name);
    if (request.sized || is_scene(request.subject)) document.canvas_points = {request.width, request.height};
    const auto check_size = [&](const Vec2& size) { format == Format::png ? check_png_size(size, request.scale) : check_svg_size(size * (request.scaled ? 1 : request.scale)); };
    check_size(document.canvas_points);
    const bool many = !request.sweep.empty() || !request.compare.empty();
    const Page page = many ? sheet(request, scene, document) : page_of(setting_of(request, scene, document), document.state);
    check_size(page.size);
    deliver(request, format == Format::png ? png_bytes(request, document, theme, page) : svg_bytes(request, document, theme, page));
}

}  // namespace

const Theme& theme_of(const Request& request, const Document& document) {
    const std::string name = request.theme.empty() ? document.theme : request.theme;
    if (const Theme* theme = find_theme(name)) return *theme;
    std::string known;
    for (const Theme& theme : themes()) known.append(known.empty() ? "" : ", ").append(theme.name);
    throw Refusal(2, "--theme: there is no theme \"" + name + "\". There are: " + known + ".");
}

State changed_state(const Scene& scene, const State& state, const std::vector<std::string>& settings) {
    Outcome outcome = set_all(scene, state, with_files(scene, settings));
    if (const auto* bad = std::get_if<BadValue>(&outcome)) throw Refusal(2, bad->message);
    return std::get<State>(std::move(outcome));
}

Sweep sweep_of(const Request& request, const Scene& scene) {
    auto sweep = parse_sweep(scene, request.sweep);
    if (const auto* bad = std::get_if<BadValue>(&sweep)) throw Refusal(2, "--sweep: " + bad->message);
    return std::get<Sweep>(std::move(sweep));
}

Setting setting_of(const Request& request, const Scene& scene, const Document& document) {
    if (request.caption && request.card) throw Refusal(2, "--card: a card has its own words; leave --caption out.");
    if (!request.own_words.empty() && !request.card) throw Refusal(2, "--words: these stand on a study card; add --card.");
    Setting setting;
    setting.scene = &scene;
    setting.views = document.views;
    setting.size = document.canvas_points;
    setting.layout = request.card ? PageLayout::card : request.caption ? PageLayout::caption : PageLayout::picture;
    setting.own_words = request.own_words;
    setting.moving = playing_param(scene);
    if (!request.ghost.empty()) setting.before = changed_state(scene, document.state, request.ghost);
    return setting;
}

void render(const Request& request) {
    const Format format = format_of(request.output);
    if (format == Format::film) render_film(request);
    else render_picture(request, format);
}

}  // namespace eigenscape
