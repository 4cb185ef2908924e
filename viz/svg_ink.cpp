// The small pieces of SVG; see svg_ink.h.
// A letter's outline is in thousandths of an em, y upwards; its <use> scales and turns it over.
#include "viz/svg_ink.h"

#include "viz/arrow_head.h"
#include "viz/number.h"
#include "viz/svg.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::svg_ink {

std::string number(double value) { return plain(value, 2); }

std::string hex(const Color& color) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const float part : {color.r, color.g, color.b}) {
        const int byte = std::clamp(static_cast<int>(std::lround(part * 255)), 0, 255);
        text += digits[byte / 16];
        text += digits[byte % 16];
    }
    return text;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}
std::string attribute(std::string_view name, double value) { return attribute(name, number(value)); }

std::string opacity(std::string_view name, double value) {
    return value >= 0.9995 ? std::string() : attribute(name, plain(std::max(0.0, value), 3));
}

std::string path(std::span<const Vec2> points, bool closed) {
    std::string text;
    std::string before;
    for (const Vec2& p : points) {
        std::string here = number(p.x());
        const std::string y = number(p.y());
        if (y.front() != '-') here += ' ';
        here += y;
        if (here == before && &p != &points.back()) continue;  // closer than the digits tell
        text += (text.empty() ? "M" : "L") + here;
        before = std::move(here);
    }
    return closed ? text + "Z" : text;
}

std::string dashes(Dash dash, double pen_width, double start) {
    const DashPattern pattern = dash_pattern(dash, pen_width);
    if (!(pattern.on > 0)) return {};
    // Round caps add the pen's width to what is on.
    const double on = std::max(0.01, pattern.on - pen_width), off = pattern.off + pen_width;
    std::string text = attribute("stroke-dasharray", number(on) + " " + number(off));
    const double offset = std::fmod(start - pen_width / 2, on + off);
    if (std::abs(offset) > 0.01) text += attribute("stroke-dashoffset", offset);
    return text;
}

namespace {

std::string name_of(Face face, std::uint32_t id) {
    return std::string(1, static_cast<char>('a' + static_cast<int>(face))) + std::to_string(id);
}

std::string outline(Face face, std::uint32_t id) {
    std::string text;
    const auto at = [](const Vec2& p) { return plain(1000 * p.x(), 0) + " " + plain(1000 * p.y(), 0); };
    for (const OutlineStep& step : glyph_outline(face, id)) {
        switch (step.kind) {
            case OutlineStep::move: text += "M" + at(step.to); break;
            case OutlineStep::line: text += "L" + at(step.to); break;
            case OutlineStep::quad: text += "Q" + at(step.control) + " " + at(step.to); break;
            case OutlineStep::cubic:
                text += "C" + at(step.control) + " " + at(step.control_2) + " " + at(step.to);
                break;
            case OutlineStep::close: text += "Z"; break;
        }
    }
    return text;
}

}  // namespace

std::string Letters::use(const Glyph& glyph, const Vec2& baseline) {
    if (glyph_outline(glyph.face, glyph.id).empty()) return {};  // a space
    used_.insert({static_cast<int>(glyph.face), glyph.id});
    const std::string scale = plain(glyph.size_points / 1000, 5);
    return "<use" + attribute("href", "#" + name_of(glyph.face, glyph.id)) +
           attribute("transform", "translate(" + number(baseline.x() + glyph.at.x()) + " " +
                                      number(baseline.y() - glyph.at.y()) + ")scale(" + scale + " -" + scale + ")");
}

std::string Letters::words(const Typeset& words, const Vec2& baseline, const Look& look) {
    std::string shapes, halos;
    const auto color = [&](const std::optional<Ink>& own) {
        return own && *own != look.ink ? attribute("fill", hex((*look.theme)[*own])) : std::string();
    };
    for (const auto& [glyph, own] : words.glyphs) {
        const std::string letter = use(glyph, baseline);
        if (letter.empty()) continue;
        shapes += letter + color(own) + "/>";
        if (look.halo_points > 0)
            halos += letter + attribute("stroke-width", 2 * look.halo_points * 1000 / glyph.size_points) + "/>";
    }
    for (const SetRule& rule : words.rules) {
        const Vec2 size = rule.box.size();
        const std::string bar = "<rect" + attribute("x", baseline.x() + rule.box.lo.x()) +
                                attribute("y", baseline.y() - rule.box.hi.y()) + attribute("width", size.x()) +
                                attribute("height", size.y());
        shapes += bar + color(rule.ink) + "/>";
        if (look.halo_points > 0) halos += bar + attribute("stroke-width", 2 * look.halo_points) + "/>";
    }
    if (shapes.empty()) return {};
    std::string text = "<g" + attribute("role", "img") + attribute("aria-label", words.spoken) +
                       opacity("opacity", look.opacity) + ">";
    if (!halos.empty())
        text += "<g" + attribute("fill", "none") + attribute("stroke", hex((*look.theme)[Ink::paper])) +
                attribute("stroke-linejoin", "round") + ">" + halos + "</g>";
    return text + "<g" + attribute("fill", hex((*look.theme)[look.ink])) + ">" + shapes + "</g></g>\n";
}

std::string Letters::definitions() const {
    std::string text;
    for (const auto& [face, id] : used_)
        text += "<path" + attribute("id", name_of(static_cast<Face>(face), id)) +
                attribute("d", outline(static_cast<Face>(face), id)) + "/>\n";
    return text;
}

}  // namespace eigenscape::svg_ink
