// Filling in a picture: primitives are appended to their panel, facts are kept only while they are finite.
// Shapes and scenes call these; nothing here knows how a picture is shown.
#include "viz/frame.h"

#include "viz/window.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

Vec3 lifted(const Vec2& p) { return {p.x(), p.y(), 0}; }

template <class Each>
void append(std::vector<Vec3>& points, std::span<const Each> more) {
    for (const auto& p : more) {
        if constexpr (std::is_same_v<Each, Vec2>) points.push_back(lifted(p));
        else points.push_back(p);
    }
}

template <class Each>
Stroke& add_stroke(Panel& panel, std::span<const Each> through, const Pen& pen) {
    Stroke stroke;
    stroke.first = static_cast<std::uint32_t>(panel.points.size());
    stroke.count = static_cast<std::uint32_t>(through.size());
    stroke.pen = pen;
    append(panel.points, through);
    return panel.strokes.emplace_back(stroke);
}

template <class Each>
Fill& add_fill(Panel& panel, std::span<const Each> ring, Ink ink, double opacity) {
    const Fill fill{static_cast<std::uint32_t>(panel.points.size()), static_cast<std::uint32_t>(ring.size()), ink,
                    opacity};
    append(panel.points, ring);
    return panel.fills.emplace_back(fill);
}

// Why a value cannot be shown as a number; empty when it can.
std::string why_not(double x) {
    if (std::isnan(x)) return "It is not defined here.";
    if (std::isinf(x)) return "It is larger than any number that can be shown.";
    return {};
}
std::string why_not(const Complex& z) { return why_not(std::isnan(z.real()) ? z.real() : z.real() + z.imag()); }

template <class T>
std::string why_not(const std::vector<T>& entries) {
    for (const auto& entry : entries)
        if (std::string reason = why_not(entry); !reason.empty()) {
            return reason.find("larger") == std::string::npos
                       ? "One of its entries is not defined here."
                       : "One of its entries is larger than any number that can be shown.";
        }
    return {};
}
std::string why_not(const Fact::Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::monostate>) return "It is not defined here.";
            else if constexpr (requires { why_not(held); } && !std::is_same_v<T, bool> &&
                               !std::is_same_v<T, std::int64_t> && !std::is_same_v<T, std::string>)
                return why_not(held);
            else return {};
        },
        value);
}

}  // namespace

bool Mesh::operator==(const Mesh& other) const {
    const bool same = data == other.data || (data && other.data && *data == *other.data);
    return same && ink == other.ink && opacity == other.opacity;
}

Stroke& Panel::stroke(std::span<const Vec3> through, const Pen& pen) { return add_stroke(*this, through, pen); }
Stroke& Panel::stroke(std::span<const Vec2> through, const Pen& pen) { return add_stroke(*this, through, pen); }
Stroke& Panel::line(const Vec3& from, const Vec3& to, const Pen& pen) {
    const Vec3 ends[] = {from, to};
    return stroke(std::span<const Vec3>(ends), pen);
}
Stroke& Panel::line(const Vec2& from, const Vec2& to, const Pen& pen) { return line(lifted(from), lifted(to), pen); }

Fill& Panel::fill(std::span<const Vec2> ring, Ink ink, double opacity) { return add_fill(*this, ring, ink, opacity); }
Fill& Panel::fill(std::span<const Vec3> ring, Ink ink, double opacity) { return add_fill(*this, ring, ink, opacity); }

Dot& Panel::dot(const Vec3& at, Ink ink, double size_points, Mark mark) {
    Dot dot;
    dot.at = at;
    dot.ink = ink;
    dot.size_points = size_points;
    dot.mark = mark;
    return dots.emplace_back(dot);
}
Dot& Panel::dot(const Vec2& at, Ink ink, double size_points, Mark mark) {
    return dot(lifted(at), ink, size_points, mark);
}

Label& Panel::label(const Vec3& at, std::string text, Ink ink, const Vec2& toward) {
    Label label;
    label.at = at;
    label.text = std::move(text);
    label.ink = ink;
    label.toward = toward;
    return labels.emplace_back(std::move(label));
}
Label& Panel::label(const Vec2& at, std::string text, Ink ink, const Vec2& toward) {
    return label(lifted(at), std::move(text), ink, toward);
}

Mesh& Panel::mesh(std::shared_ptr<const MeshData> data, double opacity, Ink ink) {
    return meshes.emplace_back(Mesh{std::move(data), ink, opacity});
}

bool Photo::operator==(const Photo& other) const {
    const bool same = pixels == other.pixels || (pixels && other.pixels && *pixels == *other.pixels);
    return same && corner == other.corner && right == other.right && up == other.up && opacity == other.opacity &&
           smooth == other.smooth;
}

Photo& Panel::photo(std::shared_ptr<const Image> pixels, const Vec2& corner, const Vec2& right, const Vec2& up) {
    return photos.emplace_back(Photo{std::move(pixels), corner, right, up});
}

Handle& Panel::handle(const Vec3& at, std::string parameter, std::string words, Ink ink) {
    return handles.emplace_back(Handle{at, std::move(parameter), std::move(words), {}, ink});
}
Handle& Panel::handle(const Vec2& at, std::string parameter, std::string words, Ink ink) {
    return handle(lifted(at), std::move(parameter), std::move(words), ink);
}

void Panel::formula(std::string tex, double size_points) { formulas.push_back({std::move(tex), size_points}); }

void Panel::note(std::string text, Ink ink) {
    Note note;
    note.text = std::move(text);
    note.ink = ink;
    notes.push_back(std::move(note));
}

bool Fact::operator==(const Fact& other) const {
    return name == other.name && value == other.value && reason == other.reason && title == other.title;
}

Panel& Frame::add(Panel panel) { return panels_.emplace_back(std::move(panel)); }

Panel& Frame::plane(std::string name, const Box2& home, const Rect& place) {
    Panel panel;
    panel.name = std::move(name);
    panel.kind = PanelKind::plane;
    panel.home = repaired(home);
    panel.place = place;
    panel.window = window_of(panel, stage_.views, stage_.canvas_points);
    return add(std::move(panel));
}

Panel& Frame::chart(std::string name, const Box2& home, const Rect& place) {
    Panel panel;
    panel.name = std::move(name);
    panel.kind = PanelKind::chart;
    panel.home = repaired(home);
    panel.place = place;
    panel.window = window_of(panel, stage_.views, stage_.canvas_points);
    return add(std::move(panel));
}

Panel& Frame::space(std::string name, const Box3& box, const Rect& place, const View3& home_view) {
    Panel panel;
    panel.name = std::move(name);
    panel.kind = PanelKind::space;
    panel.box = repaired(box);
    panel.place = place;
    panel.home_view = home_view;
    return add(std::move(panel));
}

void Frame::fact(std::string name, Fact::Value value, std::string title) {
    if (std::string reason = why_not(value); !reason.empty()) {
        undefined_fact(std::move(name), std::move(reason), std::move(title));
        return;
    }
    facts_.push_back({std::move(name), std::move(value), {}, std::move(title)});
}
void Frame::fact(std::string name, const Vec2& value, std::string title) {
    fact(std::move(name), Fact::Value(std::vector<double>{value.x(), value.y()}), std::move(title));
}
void Frame::fact(std::string name, const Mat2& value, std::string title) {
    fact(std::move(name),
         Fact::Value(std::vector<std::vector<double>>{{value(0, 0), value(0, 1)}, {value(1, 0), value(1, 1)}}),
         std::move(title));
}
void Frame::undefined_fact(std::string name, std::string reason, std::string title) {
    facts_.push_back({std::move(name), std::monostate{}, std::move(reason), std::move(title)});
}

void Frame::number_fact(std::string name, double value, std::string reason, std::string title) {
    if (std::isfinite(value)) fact(std::move(name), value, std::move(title));
    else undefined_fact(std::move(name), std::move(reason), std::move(title));
}

void Frame::describe(std::string alt_text) { alt_text_ = std::move(alt_text); }

const Fact* Frame::find_fact(std::string_view name) const {
    const auto found = std::find_if(facts_.begin(), facts_.end(), [&](const Fact& fact) { return fact.name == name; });
    return found == facts_.end() ? nullptr : &*found;
}

bool Frame::operator==(const Frame& other) const {
    return panels_ == other.panels_ && facts_ == other.facts_ && alt_text_ == other.alt_text_;
}

}  // namespace eigenscape
