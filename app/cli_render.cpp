// `render`: one picture of one state, or a sheet of several, into a PNG or SVG file, without a display. OpenGL is asked
// for only for a PNG. All that can be refused is refused before anything is drawn or written. Films: cli_film.cpp.
#include "app/cli_render.h"

#include "app/cli_files.h"
#include "app/cli_subject.h"
#include "app/driver_at_work.h"
#include "app/film/ffmpeg.h"
#include "app/film/picture_file.h"
#include "viz/gl/offscreen_context.h"
#include "viz/image/file.h"

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
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (film_format(output)) return Format::film;
    if (name.ends_with(".png")) return Format::png;
    if (name.ends_with(".svg")) return Format::svg;
    throw Refusal(
        2, "-o: \"" + output + "\" ends in none of .png, .svg, .mp4, .webm and .gif, so its format is not known.");
}

void check_output(const Request& request) {
    if (request.output == "-") return;
    std::error_code none;
    const fs::path folder = fs::path(request.output).parent_path();
    if (!folder.empty() && fs::exists(folder, none) && !fs::is_directory(folder, none))
        throw Refusal(2, "-o: \"" + folder.string() + "\" is a file, not a folder. Write elsewhere.");
    if (!folder.empty() && fs::status(folder, none).type() == fs::file_type::not_found)
        throw Refusal(2,
                      "-o: the folder \"" + folder.string() + "\" does not exist. Make it first, or write elsewhere.");
    if (request.no_clobber && fs::exists(request.output, none))
        throw Refusal(1, "\"" + request.output + "\" exists, and --no-clobber keeps it. Choose another name.");
}

void check_no_film_options(const Request& request) {
    const char* option = request.fps               ? "--fps"
                         : request.seconds         ? "--duration"
                         : !request.frames.empty() ? "--frames"
                         : request.eased           ? "--ease"
                         : request.draft           ? "--draft"
                         : request.keep_frames     ? "--keep-frames"
                         : request.story           ? "--story"
                                                   : nullptr;
    if (option)
        throw Refusal(2, std::string(option) +
                             ": this belongs to a film, but -o names a picture. End it in .mp4, .webm or .gif, or "
                             "write frames: name-%04d.png.");
    if (request.columns && request.sweep.empty() && request.compare.empty())
        throw Refusal(2, "--columns: there is only one picture. Ask for several: --sweep NAME=A,B,C.");
}

void check_svg_size(const Vec2& size) {
    if (const std::string why = too_large_svg(size); !why.empty()) throw Refusal(1, "--size: " + why);
}

void check_png_size(const Vec2& size, double scale) {
    if (const std::string why = too_large_png(size, scale); !why.empty()) throw Refusal(1, "--size: " + why);
    if (size.x() * scale < 1 || size.y() * scale < 1)
        throw Refusal(2, "--size: less than one pixel is left of the picture at this --scale.");
}

Bytes png_bytes(const Request& request, const Document& document, const Theme& theme, const Page& page) {
    const DriverAtWork watched;
    gl::OffscreenContext context;
    gl::Renderer renderer;
    return png_file(renderer, page, document, {&theme, request.scale, request.transparent});
}

Bytes svg_bytes(const Request& request, const Document& document, const Theme& theme, const Page& page) {
    return svg_file(page, document, {&theme, request.scale, request.transparent}, request.scaled ? 1 : request.scale);
}

void deliver(const Request& request, const Bytes& bytes) {
    if (request.output == "-") {
        const bool written =
            std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
        if (!written) throw Refusal(1, "standard output could not be written.");
        return;
    }
    const Saved saved =
        write_file_atomic(request.output, bytes, request.no_clobber ? Existing::keep : Existing::replace);
    if (!saved) throw Refusal(1, saved.message);
}

std::vector<Cell> cells_of(const Request& request, const Scene& scene, const State& state) {
    if (!request.compare.empty()) return compared(scene, changed_state(scene, state, request.compare), state);
    const Sweep sweep = sweep_of(request, scene);
    if (sweep.range)
        throw Refusal(2,
                      "--sweep: a range makes a film, but -o names a picture. End it in .mp4, .webm or .gif, or choose "
                      "values: NAME=A,B,C.");
    if (sweep.values.size() > 100) throw Refusal(2, "--sweep: a sheet holds at most 100 pictures.");
    return swept(scene, state, sweep.param, sweep.values);
}

Page sheet(const Request& request, const Scene& scene, const Document& document) {
    if (request.card || !request.ghost.empty())
        throw Refusal(2, std::string(request.card ? "--card" : "--ghost") +
                             ": a sheet has only plain pictures; leave out one of the two.");
    if (!request.sweep.empty() && !request.compare.empty())
        throw Refusal(2, "--compare: with --sweep, list the values to compare instead: NAME=A,B.");
    const std::vector<Cell> cells = cells_of(request, scene, document.state);
    const int count = static_cast<int>(cells.size()),
              columns = std::min(count, request.columns.value_or(columns_for(count)));
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
    const auto check_size = [&](const Vec2& size) {
        format == Format::png ? check_png_size(size, request.scale)
                              : check_svg_size(size * (request.scaled ? 1 : request.scale));
    };
    check_size(document.canvas_points);
    const bool many = !request.sweep.empty() || !request.compare.empty();
    const Page page =
        many ? sheet(request, scene, document) : page_of(setting_of(request, scene, document), document.state);
    check_size(page.size);
    deliver(request, format == Format::png ? png_bytes(request, document, theme, page)
                                           : svg_bytes(request, document, theme, page));
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
    if (!request.own_words.empty() && !request.card)
        throw Refusal(2, "--words: these stand on a study card; add --card.");
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
