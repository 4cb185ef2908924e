// Formulas and notes, one under the other from the panel's corner; see place_head.h.
// Nothing is measured twice: typeset formulas are remembered by their source and size.
#include "viz/place_head.h"

#include "viz/tex/breaks.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double pad = 8;          // points inside the ground
constexpr double formula_gap = 6;  // under a formula
constexpr double note_leading = 1.5;
constexpr double least_formula_size = 12;  // a formula that is still too wide then is broken, if it can be
constexpr double grab_reach = 3;           // how far around a part it can still be grabbed

// One line as large as there is room for, or small lines that begin with a sign.
std::vector<std::shared_ptr<const Typeset>> fitted(const Equation& equation, double room) {
    const auto wanted = typeset(equation.tex, equation.size_points);
    if (wanted->width <= room) return {wanted};
    const double size = equation.size_points * room / wanted->width;
    if (size >= least_formula_size) return {typeset(equation.tex, size)};
    std::vector<std::shared_ptr<const Typeset>> lines;
    std::string line;
    for (const std::string_view piece : pieces_of_tex(equation.tex)) {
        const std::string longer = line + std::string(piece);
        if (line.empty() || typeset(longer, least_formula_size)->width <= room) {
            line = longer;
            continue;
        }
        lines.push_back(typeset(line, least_formula_size));
        line = "\\quad " + std::string(piece);
    }
    lines.push_back(typeset(line, least_formula_size));
    return lines;
}

// From a note's first baseline to the next note: whole lines, or more where a formula reaches lower.
double below_note(double descent, double size) {
    const double more_lines = std::max(0.0, std::round((descent - 0.3 * size) / (note_leading * size)));
    return std::max((0.45 + note_leading * more_lines) * size, descent + 0.1 * size);
}

}  // namespace

PlacedHead place_head(const Panel& panel, const Camera& camera) {
    PlacedHead head;
    if (panel.formulas.empty() && panel.notes.empty()) return head;
    const double room = std::max(60.0, camera.place.width - 2 * (head_margin + pad));
    const double left = camera.place.x + head_margin + pad;
    double width = 0, y = camera.place.y + head_margin + pad;
    for (const Equation& equation : panel.formulas) {
        for (const auto& words : fitted(equation, room)) {
            head.lines.push_back({words, {left, y + words->ascent}, Ink::text});
            y += words->ascent + words->descent + formula_gap;
            width = std::max(width, words->width);
        }
    }
    for (const Panel::Note& note : panel.notes) {
        HeadLine line{typeset_prose(note.text, note.size_points, room, Face::ui, note_leading), {left, 0}, note.ink};
        line.baseline.y() = y + std::max(1.05 * note.size_points, line.words->ascent);
        y = line.baseline.y() + below_note(line.words->descent, note.size_points);
        width = std::max(width, line.words->width);
        head.lines.push_back(std::move(line));
    }
    head.ground = {camera.place.x + head_margin, camera.place.y + head_margin, std::min(width, room) + 2 * pad,
                   y + pad - camera.place.y - head_margin};
    return head;
}

std::vector<HeadPart> parts_of(const PlacedHead& head) {
    std::vector<HeadPart> parts;
    for (const HeadLine& line : head.lines)
        for (const SetPart& part : line.words->parts)
            parts.push_back({{line.baseline.x() + part.box.lo.x(), line.baseline.y() - part.box.hi.y(),
                              part.box.size().x(), part.box.size().y()},
                             &part});
    return parts;
}

namespace {

bool is_over(const HeadPart& part, const Vec2& point) {
    const Rect& r = part.place;
    const Rect around{r.x - grab_reach, r.y - grab_reach, r.width + 2 * grab_reach, r.height + 2 * grab_reach};
    return around.contains(point);
}

}  // namespace

std::string plays_under(const std::vector<HeadPart>& parts, const Vec2& point) {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        if (plays(*part->part) && is_over(*part, point)) return part->part->number;
    return {};
}

const HeadPart* part_under(const std::vector<HeadPart>& parts, const Vec2& point) {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        if (is_over(*part, point)) return &*part;
    return nullptr;
}

}  // namespace eigenscape
