// `render`: one picture of one state into a PNG or SVG file, without a display. OpenGL is asked for only for a PNG.
// All that can be refused is refused before anything is drawn or written.
#include "app/cli.h"

#include "app/cli_subject.h"
#include "app/driver_at_work.h"
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

enum class Format { png, svg };

Format format_of(const std::string& output) {
    if (output == "-") return Format::png;
    std::string name = output;
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (name.ends_with(".png")) return Format::png;
    if (name.ends_with(".svg")) return Format::svg;
    throw Refusal(2, "-o: \"" + output + "\" ends in neither .png nor .svg, so its format is not known.");
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

const Theme& theme_of(const Request& request, const Document& document) {
    const std::string name = request.theme.empty() ? document.theme : request.theme;
    if (const Theme* theme = find_theme(name)) return *theme;
    std::string known;
    for (const Theme& theme : themes()) known.append(known.empty() ? "" : ", ").append(theme.name);
    throw Refusal(2, "--theme: there is no theme \"" + name + "\". There are: " + known + ".");
}

// An SVG has no pixels, only a side that its readers still place exactly.
void check_svg_size(const Request& request) {
    constexpr int most_side = 65536;
    if (request.width > most_side || request.height > most_side)
        throw Refusal(1, "--size: a drawing of " + std::to_string(request.width) + " by " + std::to_string(request.height) +
                             " points is too large. Ask for at most 65536 by 65536.");
}

// Far beyond every driver's limit: refused before memory is asked for. The driver's own limit is told by ImageTarget.
void check_png_size(const Request& request) {
    constexpr double most_side = 65536, most_pixels_drawn = 2.7e8;
    const double width = request.width * request.scale, height = request.height * request.scale;
    if (width > most_side || height > most_side || width * height > most_pixels_drawn)
        throw Refusal(1, "--size: a picture of " + std::to_string(std::llround(width)) + " by " + std::to_string(std::llround(height)) +
                             " pixels is too large. Ask for at most 16384 by 16384, or for an SVG, which has no pixels.");
    if (width < 1 || height < 1) throw Refusal(2, "--size: less than one pixel is left of the picture at this --scale.");
}

Bytes png_bytes(const Request& request, const Document& document, const Theme& theme, const std::shared_ptr<const Frame>& frame) {
    const DriverAtWork watched;
    gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::Canvas canvas;
    canvas.points = document.canvas_points;
    canvas.scale = request.scale;
    canvas.transparent = request.transparent;
    return to_png(gl::render_image(renderer, frame, document.views, theme, canvas), document);
}

Bytes svg_bytes(const Request& request, const Document& document, const Theme& theme, const Scene& scene, const Frame& frame) {
    SvgSettings settings;
    settings.size_points = document.canvas_points;
    settings.transparent = request.transparent;
    settings.title = scene.words.title;
    settings.metadata = to_text(document);
    settings.pixels_per_point = std::max(1.0, request.scale) * 2;
    const std::string text = svg(frame, document.views, theme, settings);
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

}  // namespace

void render_picture(const Request& request) {
    const Format format = format_of(request.output);
    check_output(request);
    Document document = document_of(request);
    const Scene& scene = scene_of_document(document);
    const Theme& theme = theme_of(request, document);
    tell_remarks(request, document);
    if (format == Format::png) check_png_size(request);
    else check_svg_size(request);
    document.theme = std::string(theme.name);
    if (request.sized || is_scene(request.subject)) document.canvas_points = {double(request.width), double(request.height)};
    auto frame = std::make_shared<Frame>(Stage{document.canvas_points, document.views});
    scene.draw(document.state, *frame);
    deliver(request, format == Format::png ? png_bytes(request, document, theme, frame) : svg_bytes(request, document, theme, scene, *frame));
}

}  // namespace eigenscape
