// Frame × views × theme → SVG, panel by panel in the order in which the screen is painted; see svg.h.
// Photos, surfaces, fills, strokes, marks, then words; arrow heads, dashes and label places follow the same rules as on
// the screen.
#include "viz/svg.h"

#include "viz/arrow_head.h"
#include "viz/image/base64.h"
#include "viz/number.h"
#include "viz/place_head.h"
#include "viz/place_labels.h"
#include "viz/raster.h"
#include "viz/svg_ink.h"
#include "viz/svg_photo.h"
#include "viz/svg_visible.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

using namespace svg_ink;

std::string rectangle(const Rect& r, std::string_view more) {
    return "<rect" + attribute("x", r.x) + attribute("y", r.y) + attribute("width", r.width) +
           attribute("height", r.height) + std::string(more) + "/>";
}

std::string circle_at(const Vec2& p, double radius) {
    return "<circle" + attribute("cx", p.x()) + attribute("cy", p.y()) + attribute("r", radius);
}

double length_of(const std::vector<VisiblePiece>& pieces) {
    if (pieces.empty()) return 0;
    double length = pieces.back().start;
    const auto& points = pieces.back().points;
    for (std::size_t i = 1; i < points.size(); ++i) length += (points[i] - points[i - 1]).norm();
    return length;
}

// Takes a length off the end of a polyline.
void shorten(std::vector<Vec2>& points, double by) {
    while (points.size() > 1) {
        const Vec2 last = points.back() - points[points.size() - 2];
        const double length = last.norm();
        if (length > by) {
            points.back() -= last * (by / length);
            return;
        }
        by -= length;
        points.pop_back();
    }
}

// One panel on its way to paper.
class PanelWriter {
  public:
    PanelWriter(const Panel& panel, const Camera& camera, const Theme& theme, double pixels_per_point, Letters& letters)
        : panel_(panel),
          camera_(camera),
          theme_(theme),
          letters_(letters),
          raster_(rasterise(panel, camera, theme, pixels_per_point)) {}

    std::string write(const std::string& clip, const std::string& mark_clip) {
        if (camera_.flat)
            for (const Photo& photo : panel_.photos) out_ += photo_element(photo, camera_);
        if (!camera_.flat) fills();  // beneath the surfaces: see Fill
        surfaces();
        if (camera_.flat) fills();
        for (const Stroke& stroke : panel_.strokes) write(stroke);
        std::string text = clipped(clip);
        for (const Dot& dot : panel_.dots) write(dot);
        text += clipped(mark_clip);
        words();
        head();
        return text + out_;
    }

  private:
    // What has been written since, as a group.
    std::string clipped(const std::string& clip) {
        if (out_.empty()) return {};
        return "<g" + attribute("clip-path", "url(#" + clip + ")") + ">\n" + std::exchange(out_, {}) + "</g>\n";
    }

    void fills() {
        for (const Fill& fill : panel_.fills) write(fill);
    }

    void surfaces() {
        if (raster_.image.width == 0) return;
        const Rect& place = camera_.place;
        out_ += "<image" + attribute("x", place.x) + attribute("y", place.y) + attribute("width", place.width) +
                attribute("height", place.height) + attribute("preserveAspectRatio", "none") +
                attribute("href", "data:image/png;base64," + base64(write_png(raster_.image))) + "/>\n";
    }

    void write(const Fill& fill) {
        std::vector<Vec2> ring;
        for (std::uint32_t i = 0; i < fill.count; ++i) ring.push_back(camera_.to_screen(panel_.points[fill.first + i]));
        if (ring.size() < 3 || !std::all_of(ring.begin(), ring.end(), [](const Vec2& p) { return p.allFinite(); }))
            return;
        out_ += "<path" + attribute("d", path(ring, true)) + attribute("fill", hex(theme_[fill.ink])) +
                opacity("fill-opacity", fill.opacity) + "/>\n";
    }

    void write(const Stroke& stroke) {
        if (stroke.count == 0 || !(stroke.pen.opacity > 0) || (!camera_.flat && !camera_.seen_from(stroke.seen_from)))
            return;
        std::vector<Vec3> points(panel_.points.begin() + stroke.first,
                                 panel_.points.begin() + stroke.first + stroke.count);
        if (stroke.closed && points.size() > 2) points.push_back(points.front());
        std::vector<VisiblePiece> pieces = visible_pieces(points, stroke.pen.depth, camera_, raster_.depths);
        const bool whole = stroke.closed && pieces.size() == 1 && pieces[0].at_end && pieces[0].start == 0;
        if (stroke.arrow) return write_arrow(stroke, pieces, points.back());
        for (const VisiblePiece& piece : pieces) write(piece, stroke.pen, stroke.pen.width_points, whole);
    }

    void write(const VisiblePiece& piece, const Pen& pen, double width, bool closed) {
        std::vector<Vec2> points = piece.points;
        if (closed) points.pop_back();
        const Dash dash = piece.ghost ? Dash::dashed : pen.dash;
        out_ += "<path" + attribute("d", path(points, closed)) + attribute("stroke", hex(theme_[pen.ink])) +
                attribute("stroke-width", width) + opacity("stroke-opacity", pen.opacity * piece.share) +
                dashes(dash, width, piece.start) + "/>\n";
    }

    void write_arrow(const Stroke& stroke, std::vector<VisiblePiece>& pieces, const Vec3& end) {
        const Pen& pen = stroke.pen;
        const double share = visible_share(end, pen.depth, camera_, raster_.depths);
        const double length = length_of(pieces);
        const std::string style =
            attribute("fill", hex(theme_[pen.ink])) + opacity("fill-opacity", pen.opacity * share);
        if (length < arrow_least_length) {
            const Vec2 at = camera_.to_screen(end);
            if (at.allFinite() && share > 0)
                out_ += circle_at(at, arrow_dot_diameter(pen.width_points) / 2) + style + "/>\n";
            return;
        }
        const ArrowHead head = arrow_head(pen.width_points, length);
        const Vec2 tip = pieces.back().points.back();
        const Vec2 before = point_before_end(pieces.back().points, head.length);
        const bool at_end = pieces.back().at_end && share > 0;
        if (at_end) shorten(pieces.back().points, arrow_shaft_part * head.length);
        for (const VisiblePiece& piece : pieces)
            if (piece.points.size() > 1) write(piece, pen, head.shaft_width, false);
        if (!at_end) return;
        const Vec2 axis = (tip - before).normalized(), across(-axis.y(), axis.x());
        const std::vector<Vec2> triangle = {tip, tip - head.length * axis + head.half_width * across,
                                            tip - head.length * axis - head.half_width * across};
        out_ += "<path" + attribute("d", path(triangle, true)) + style + "/>\n";
    }

    // Where the head begins: its axis is the way from there to the tip.
    static Vec2 point_before_end(std::vector<Vec2> points, double by) {
        const Vec2 first = points.front();
        shorten(points, by);
        return points.size() > 1 ? points.back() : first;
    }

    void write(const Dot& dot) {
        const Vec2 at = camera_.to_screen(dot.at);
        if (!at.allFinite() || !camera_.marks_in().contains(at)) return;
        const double share = dot.opacity * visible_share(dot.at, dot.depth, camera_, raster_.depths);
        if (!(share > 0)) return;
        const std::string color = hex(theme_[dot.ink]), paper = hex(theme_[Ink::paper]);
        const double rim = mark_rim(dot.size_points);
        if (dot.mark == Mark::ring) {
            const double line = ring_line * dot.size_points;
            out_ += circle_at(at, (dot.size_points - line) / 2) + attribute("stroke", paper) +
                    attribute("stroke-width", line + 2 * rim) + opacity("stroke-opacity", share) + "/>\n";
            out_ += circle_at(at, (dot.size_points - line) / 2) + attribute("stroke", color) +
                    attribute("stroke-width", line) + opacity("stroke-opacity", share) + "/>\n";
            return;
        }
        const std::string fill = attribute("fill", color) + attribute("stroke", paper) +
                                 attribute("stroke-width", 2 * rim) + attribute("paint-order", "stroke") +
                                 opacity("opacity", share) + "/>\n";
        if (dot.mark == Mark::disc) {
            out_ += circle_at(at, dot.size_points / 2) + fill;
            return;
        }
        std::vector<Vec2> corners;
        for (const auto& [x, y] : mark_corners(dot.mark)) corners.push_back(at + dot.size_points * Vec2(x, -y));
        out_ += "<path" + attribute("d", path(corners, true)) + fill;
    }

    void words() {
        const Rect ground = place_head(panel_, camera_).ground;
        for (const PlacedLabel& placed : place_labels(panel_, camera_, typeset_size, {ground})) {
            const Label& label = *placed.label;
            out_ += letters_.words(*typeset(label.text, label.size_points, TexStyle::text), placed.baseline,
                                   {&theme_, label.ink, label.opacity, halo_points});
        }
    }

    void head() {
        const PlacedHead placed = place_head(panel_, camera_);
        if (placed.lines.empty()) return;
        out_ +=
            rectangle(placed.ground, attribute("rx", head_ground_radius) + attribute("fill", hex(theme_[Ink::paper])) +
                                         opacity("fill-opacity", head_ground_opacity)) +
            "\n";
        for (const HeadLine& line : placed.lines)
            out_ += letters_.words(*line.words, line.baseline, {.theme = &theme_, .ink = line.ink});
    }

    const Panel& panel_;
    const Camera& camera_;
    const Theme& theme_;
    Letters& letters_;
    Raster raster_;
    std::string out_;
};

std::string opening(const SvgSettings& settings, const std::string& title, const std::string& alt_text) {
    const std::string width = number(settings.size_points.x()), height = number(settings.size_points.y());
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                       attribute("width", number(settings.size_points.x() * settings.enlarged)) +
                       attribute("height", number(settings.size_points.y() * settings.enlarged)) +
                       attribute("viewBox", "0 0 " + width + " " + height) + attribute("role", "img") +
                       attribute("fill", "none") + attribute("stroke-linecap", "round") +
                       attribute("stroke-linejoin", "round") + ">\n";
    if (!title.empty()) text += "<title>" + escaped(title) + "</title>\n";
    if (!alt_text.empty()) text += "<desc>" + escaped(alt_text) + "</desc>\n";
    if (!settings.metadata.empty()) text += "<metadata>" + escaped(settings.metadata) + "</metadata>\n";
    return text;
}

}  // namespace

std::string svg(const Frame& frame, const Views& views, const Theme& theme, const SvgSettings& settings) {
    Letters letters;
    std::string clips, body;
    int count = 0;
    for (const Panel& panel : frame.panels()) {
        const Camera camera = camera_of(panel, views, settings.size_points);
        const std::string clip = "panel" + std::to_string(++count);
        clips += "<clipPath" + attribute("id", clip) + ">" + rectangle(camera.plot, "") + "</clipPath>\n";
        const std::string marks = camera.plot == camera.place ? clip : clip + "-marks";
        if (marks != clip)
            clips += "<clipPath" + attribute("id", marks) + ">" + rectangle(camera.place, "") + "</clipPath>\n";
        body += PanelWriter(panel, camera, theme, settings.pixels_per_point, letters).write(clip, marks);
    }
    std::string text = opening(settings, settings.title, frame.alt_text());
    text += "<defs>\n" + clips + letters.definitions() + "</defs>\n";
    if (!settings.transparent)
        text += "<rect" + attribute("width", "100%") + attribute("height", "100%") +
                attribute("fill", hex(theme[Ink::paper])) + "/>\n";
    return text + body + "</svg>\n";
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
        }
    }
    return result;
}

}  // namespace eigenscape
