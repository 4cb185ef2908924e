// A picture as plain data: panels of primitives, the handles that can be grabbed, the facts that it shows.
// A scene fills one in `draw`; the GL renderer and the SVG writer show it; tests read it. No pixel, no colour value.
#pragma once

#include "core/types.h"
#include "viz/image/image.h"
#include "viz/ink.h"
#include "viz/view.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eigenscape {

struct Pen {
    Ink ink = Ink::text;
    double width_points = 2;
    Dash dash = Dash::solid;
    double opacity = 1;
    Depth depth = Depth::tested;
    bool operator==(const Pen&) const = default;
};

// A polyline through points[first, first + count) of its panel.
struct Stroke {
    std::uint32_t first = 0, count = 0;
    Pen pen;
    bool closed = false;
    bool arrow = false;       // an arrow head at the last point; it shrinks with a very short arrow
    Vec3 seen_from{0, 0, 0};  // 3-D: drawn only while the eye is on that side of the box's centre (zero: always)
    bool operator==(const Stroke&) const = default;
};

// A simple polygon (not self-crossing), filled. In space a tint beneath the surfaces, whatever its depth: what must
// hide and be hidden is a mesh.
struct Fill {
    std::uint32_t first = 0, count = 0;
    Ink ink = Ink::text;
    double opacity = 1;
    bool operator==(const Fill&) const = default;
};

struct Dot {
    Vec3 at;
    Ink ink = Ink::text;
    double size_points = 8;  // diameter
    Mark mark = Mark::disc;
    double opacity = 1;
    Depth depth = Depth::tested;
    bool operator==(const Dot&) const = default;
};

// A formula beside a point. `toward` is the direction on the screen (x right, y up) in which it stands off.
struct Label {
    Vec3 at;
    std::string text;  // TeX (viz/tex/typeset.h); words go through tex_words
    Ink ink = Ink::text;
    Vec2 toward{0, 0};
    double size_points = 18;
    double gap_points = 8;
    double opacity = 1;
    Vec3 seen_from{0, 0, 0};
    bool tick =
        false;  // a number beside an axis: stays inside a plane when its axis is out of view, gives way to names
    // The other end of a line, where its name may stand as well.
    struct End {
        Vec3 at;
        Vec2 toward{0, 0};
        bool operator==(const End&) const = default;
    };
    std::optional<End> other_end = {};
    std::optional<Vec3> beyond = {};  // 3-D: it stands off to where that point is not, as seen: beyond an arrow's tip
    bool operator==(const Label&) const = default;
};

// Triangles, shared by every frame that shows them (compared by what they hold).
struct MeshData {
    std::vector<Vec3> positions;
    std::vector<Vec3> normals;           // unit, in world axes scaled to the shown box; empty: unlit
    std::vector<float> values;           // in [0, 1], coloured by the theme's ramp; empty: one ink
    std::vector<std::uint32_t> indices;  // three per triangle
    bool operator==(const MeshData&) const = default;
};

struct Mesh {
    std::shared_ptr<const MeshData> data;
    Ink ink = Ink::sheet;  // used when there are no values
    double opacity = 1;    // below 1: drawn after the opaque ones, in depth order
    bool operator==(const Mesh& other) const;
};

// A picture of pixels, spread over the parallelogram from its lower left corner along `right` and `up` (world units).
// Drawn under everything else of a plane or chart; a space shows none.
struct Photo {
    std::shared_ptr<const Image> pixels;  // shared by every frame that shows them (compared by what they hold)
    Vec2 corner{0, 0}, right{1, 0}, up{0, 1};
    double opacity = 1;
    bool smooth = true;  // false: each pixel a sharp square, however near one looks
    bool operator==(const Photo& other) const;
};

// What a handle follows: the pointer's place, or only how far across it is. That is for a point on a curve with many
// bends, where the place nearest to the pointer is rarely the one that is meant.
enum class Follows : std::uint8_t { place, across };

// Something that can be grabbed: where it is drawn and which parameter moves it. The app finds the values.
struct Handle {
    Vec3 at;
    std::string parameter;
    std::string words;          // what dragging it does: "Drag where the first basis vector lands"
    std::vector<double> holds;  // amounts that should stay as they are while it is dragged
    Ink ink = Ink::text;
    Follows follows = Follows::place;
    // Which of the parameter's numbers it moves; empty: all of them. Of a hundred weights a handle moves one, and
    // finding that one needs a hundred pictures less.
    std::vector<int> moves = {};
    // What taking hold of it sets before it is dragged: the weights that training has reached become those to start
    // from.
    struct Taken {
        std::string parameter;
        std::vector<double> numbers;
        bool operator==(const Taken&) const = default;
    };
    std::vector<Taken> first = {};
    bool operator==(const Handle&) const = default;
};

// The formula of a picture, large, in its panel's upper left corner. TeX with \color{role}{…} and \num{name:.2f}.
struct Equation {
    std::string tex;
    double size_points = 26;
    bool operator==(const Equation&) const = default;
};

enum class PanelKind : std::uint8_t { plane, chart, space };

// A set of points whose rows a panel draws, each where its numbers say: hands may paint, move and erase them there.
struct Taking {
    std::string parameter;
    double height = 0;  // space: the third number of a point that is painted
    bool operator==(const Taking&) const = default;
};

// One view of a picture. Coordinates are the world's; in 2-D panels z is 0.
struct Panel {
    std::string name;
    PanelKind kind = PanelKind::plane;
    Rect place{0, 0, 1, 1};       // in fractions of the canvas, y downwards
    Box2 home;                    // plane and chart: what must be visible when nobody has panned
    Box3 box;                     // space: the region shown
    bool titled_below = false;    // chart: its lower axis has a title and needs room for it
    Vec3 proportions{1, 1, 0.6};  // space: how long its three sides look
    View3 home_view;              // space
    Box2 window;                  // plane and chart: contains all that is visible, quantised; draw to its edges

    std::vector<Vec3> points;  // of strokes and fills
    std::vector<Stroke> strokes;
    std::vector<Fill> fills;  // under the strokes
    std::vector<Dot> dots;
    std::vector<Label> labels;
    std::vector<Mesh> meshes;
    std::vector<Photo> photos;
    std::vector<Handle> handles;
    std::vector<Equation> formulas;  // in the upper left corner, on a paper ground, and under them …
    struct Note {
        std::string text;
        Ink ink = Ink::text;
        double size_points = 16;
        bool operator==(const Note&) const = default;
    };
    std::vector<Note> notes;  // … sentences, with $formulas$ in them where they help
    std::optional<Taking> taking;
    void takes(std::string parameter, double height = 0) { taking = {std::move(parameter), height}; }

    // Primitives are added through these; shapes (viz/shapes/) are functions that call them.
    Stroke& stroke(std::span<const Vec3> through, const Pen& pen);
    Stroke& stroke(std::span<const Vec2> through, const Pen& pen);
    Stroke& line(const Vec2& from, const Vec2& to, const Pen& pen);
    Stroke& line(const Vec3& from, const Vec3& to, const Pen& pen);
    Fill& fill(std::span<const Vec2> ring, Ink ink, double opacity);
    Fill& fill(std::span<const Vec3> ring, Ink ink, double opacity);
    Dot& dot(const Vec2& at, Ink ink, double size_points = 8, Mark mark = Mark::disc);
    Dot& dot(const Vec3& at, Ink ink, double size_points = 8, Mark mark = Mark::disc);
    Label& label(const Vec2& at, std::string text, Ink ink, const Vec2& toward = {0, 0});
    Label& label(const Vec3& at, std::string text, Ink ink, const Vec2& toward = {0, 0});
    Mesh& mesh(std::shared_ptr<const MeshData> data, double opacity = 1, Ink ink = Ink::sheet);
    Photo& photo(std::shared_ptr<const Image> pixels, const Vec2& corner, const Vec2& right, const Vec2& up);
    Handle& handle(const Vec2& at, std::string parameter, std::string words, Ink ink = Ink::text);
    Handle& handle(const Vec3& at, std::string parameter, std::string words, Ink ink = Ink::text);
    void formula(std::string tex, double size_points = 26);
    void note(std::string text, Ink ink = Ink::text);

    bool operator==(const Panel&) const = default;
};

// A number (or word, vector, matrix) that the picture shows. Undefined ones carry the reason instead.
struct Fact {
    using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<double>,
                               std::vector<std::vector<double>>, std::vector<Complex>>;
    std::string name;    // snake_case, stable: "condition_number"
    Value value;         // monostate: undefined
    std::string reason;  // why it is undefined, a sentence; empty when it is defined
    std::string title;   // as shown to people: "Condition number"; empty: made from the name
    bool operator==(const Fact& other) const;
};

// What drawing may know of the world outside: how large the canvas is, which windows are open on the picture, and
// whether it may take its time.
struct Stage {
    Vec2 canvas_points{1280, 720};
    Views views;
    // True: a long computation is waited for, so that the picture is a function of the state (files, films, tests).
    // False: a live window; the scene draws what is ready and says so with `more_to_come`.
    bool patient = true;
};

class Frame {
  public:
    explicit Frame(Stage stage = {}) : stage_(std::move(stage)) {}

    // A 2-D panel with one scale for both axes, a chart with two, and a 3-D one. `place` in fractions of the canvas.
    Panel& plane(std::string name, const Box2& home, const Rect& place = {0, 0, 1, 1});
    Panel& chart(std::string name, const Box2& home, const Rect& place);
    Panel& space(std::string name, const Box3& box, const Rect& place, const View3& home_view = {});

    void fact(std::string name, Fact::Value value, std::string title = {});  // a non-finite number is undefined
    void fact(std::string name, const Vec2& value, std::string title = {});
    void fact(std::string name, const Mat2& value, std::string title = {});
    void undefined_fact(std::string name, std::string reason, std::string title = {});
    // A number, or the reason why there is none where it is not finite.
    void number_fact(std::string name, double value, std::string reason, std::string title = {});
    void describe(std::string alt_text);  // the whole picture in words, for those who cannot see it

    const std::deque<Panel>& panels() const { return panels_; }
    const std::vector<Fact>& facts() const { return facts_; }
    const Fact* find_fact(std::string_view name) const;
    const std::string& alt_text() const { return alt_text_; }

    // The number that a fact holds under a name like determinant, singular_values[0] or matrix[0][1].
    std::optional<double> number(std::string_view name) const;
    // Writes the values into every \num of the formulas, labels and notes. `parameter` knows those that can be changed:
    // they keep their names, so that they can be taken hold of; other names are looked up among the facts.
    void fill_in_numbers(const std::function<std::optional<double>(std::string_view name)>& parameter);
    const Stage& stage() const { return stage_; }

    // A live picture of a computation that goes on in the background: it is drawn again until it is complete.
    // `progress` in [0, 1].
    void more_to_come(double progress) { progress_ = progress; }
    std::optional<double> progress() const { return progress_; }  // nothing: the picture is complete
    bool operator==(const Frame& other) const;                    // the picture, not the stage

  private:
    Panel& add(Panel panel);
    Stage stage_;
    std::deque<Panel> panels_;  // a deque: references to panels stay valid while more are added
    std::vector<Fact> facts_;
    std::string alt_text_;
    std::optional<double> progress_;
};

}  // namespace eigenscape
