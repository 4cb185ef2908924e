// What goes wrong, row by row of the project's list of bad input (its letters and numbers are in the names), and the
// words that must be said then. What belongs to one part alone is tested beside that part; here it is the program.
#include "app/model/document.h"
#include "app/model/facts.h"
#include "app/model/state.h"
#include "tests/app/program.h"
#include "viz/image/file.h"
#include "viz/svg.h"
#include "viz/theme.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <locale>

using namespace eigenscape;
using namespace eigenscape::testing;
using nlohmann::json;

namespace {

struct FactRow {
    const char* arguments;
    const char* fact;   // also NAME_reason
    const char* words;  // the fact as JSON, or a part of it
};

std::string fact(const std::string& arguments, const std::string& name) {
    const Result result = run("facts " + arguments);
    INFO(arguments << " -> " << result.err);
    REQUIRE(result.status == 0);
    const json facts = json::parse(result.out).at("facts");
    return facts.contains(name) ? facts.at(name).dump() : "no fact " + name;
}

void check(const FactRow& row) {
    const std::string told = fact(row.arguments, row.fact);
    INFO(std::string(row.arguments), ": ", std::string(row.fact), " is ", told);
    INFO("it should say: ", std::string(row.words));
    CHECK(told.find(row.words) != std::string::npos);
}

// A decimal comma and groups of three, as std::locale has them where half of Europe lives.
struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

std::string everything_written(const Scene& scene) {
    Document document;
    document.scene = scene.words.id;
    document.state = random_state(scene, 7);
    Frame frame(Stage{document.canvas_points, {}});
    scene.draw(document.state, frame);
    return to_text(document) + facts_json(scene, document.state, frame) + svg(frame, {}, default_theme(), {});
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool instrumented = true;  // its shadow memory alone is larger than any limit here
#else
constexpr bool instrumented = false;
#endif

}  // namespace

TEST_CASE("A8, A9, A15: a formula without a value or a slope says so instead of showing a number") {
    const FactRow rows[] = {
        {"loss-surface --set f=1/0", "value_reason", "has no value anywhere in view"},
        {"loss-surface --set 'f=exp(1000)'", "value_reason", "has no value anywhere in view"},
        {"loss-surface --set 'f=abs(x)+y' --set p=0,1", "gradient_reason", "not differentiable here"},
        {"loss-surface --set 'f=floor(x)' --set p=1,1", "gradient_reason", "not differentiable here"},
        {"loss-surface --set 'f=ackley' --set p=0,0", "gradient_reason", "not differentiable here"},
        {"loss-surface --set 'f=ln(x)' --set p=-1,0", "value_reason", "not defined"},
        {"gradient-descent --set 'f=ln(x)' --set start=-1,0", "gd_ending", "f is not defined at"},
        {"gradient-descent --set 'f=abs(x)+abs(y)' --set start=0,0", "gd_ending", "not differentiable at (0, 0)"},
    };
    for (const FactRow& row : rows) check(row);
}

TEST_CASE("A13: a function that wiggles faster than it is sampled is drawn in time and counts nothing") {
    const char* dense = "loss-surface --set 'f=sin(1e6*x)+sin(1e6*y)'";
    check({dense, "minima_in_view_reason", "Too many to be sure of all"});
    CHECK(fact(dense, "minima_in_view") == "null");
}

TEST_CASE("C36: a picture names no place and no person") {
    const Folder folder;
    const std::string place = folder / "place-of-somebody", picture = place + "/shot.png";
    fs::create_directories(place);
    REQUIRE(run("render eigenvectors --size 64x48 -o " + picture,
                "HOME=/home/somebody USER=somebody LOGNAME=somebody HOSTNAME=somebody-machine")
                .status == 0);
    REQUIRE(run("render eigenvectors -o " + place + "/shot.svg", "HOME=/home/somebody USER=somebody").status == 0);
    for (const std::string& file : {picture, place + "/shot.svg"}) {
        const std::string bytes = text_of(file);
        REQUIRE(!bytes.empty());
        for (const char* word : {"somebody", "/home", "/tmp", "place-of"}) {
            CAPTURE(word);
            CHECK(bytes.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("E47-E53: degenerate matrices are named") {
    const FactRow rows[] = {
        {"transform --set A=1,2,2,4", "inverse_reason", "Singular: A sends different vectors to the same place"},
        {"transform --set A=1,2,2,4", "condition_number_reason", "Infinite"},
        {"transform --set A=0,0,0,0", "rotation_angle_reason", "its turn is not determined"},
        {"transform --set A=0.1,0.3,0.3,0.9", "inverse_reason", "Singular to working precision: the condition number"},
        {"transform --set A=1e-200,0,0,1e-200", "determinant_reason", "Too small to show"},
        {"eigenvectors --set A=0,-1,1,0", "case", "a complex pair"},
        {"eigenvectors --set A=0,-1,1,0", "eigenvectors_reason", "No real eigenvectors"},
        {"eigenvectors --set A=2,0,0,2", "case", "repeated, diagonalisable"},
        {"eigenvectors --set A=1,1,0,1", "case", "repeated, not diagonalisable"},
        {"eigenvectors --set A=3,1,-1,1", "case", "repeated, not diagonalisable"},
        {"eigenvectors --set A=0,0,0,0", "turn_of_v_reason", "the zero vector, which has no direction"},
    };
    for (const FactRow& row : rows) check(row);
    CHECK(fact("eigenvectors --set A=3,1,-1,1", "eigenvectors") != "null");
}

TEST_CASE("E60-E62: a descent that diverges, does not move or ends at a saddle says so") {
    const FactRow rows[] = {
        {"gradient-descent --set f=rosenbrock --set rate=2", "gd_ending", "Diverged at step 2"},
        {"gradient-descent --set f=rosenbrock --set rate=2", "gd_ending", "Try a smaller rate"},
        {"gradient-descent --set f=x^2+y^2 --set start=0,0", "gd_ending",
         "the gradient is zero at the start, which is a minimum"},
        {"gradient-descent --set f=5", "gd_ending", "Nothing moves"},
        {"gradient-descent --set f=5", "rate_limit_reason", "No limit here"},
        {"gradient-descent --set f=x^2-y^2 --set newton=true --set start=1,1", "newton_ending", "at a saddle"},
        {"gradient-descent --set f=x --set newton=true", "newton_ending", "singular"},
    };
    for (const FactRow& row : rows) check(row);
}

TEST_CASE("F72: without a home the program works, and preferences that have no place are told once") {
    CHECK(run("facts transform", "-u HOME -u XDG_CONFIG_HOME").status == 0);
    const Folder folder;
    CHECK(run("render transform --size 64x48 -o " + (folder / "a.png"), "HOME=/nonexistent").status == 0);
}

TEST_CASE("F80: no locale changes what is written") {
    for (const Scene& scene : all_scenes()) {
        CAPTURE(scene.words.id);
        const std::string plain = everything_written(scene);
        const std::locale before = std::locale::global(std::locale(std::locale(), new Comma));
        const std::string with_commas = everything_written(scene);
        std::locale::global(before);
        CHECK(plain == with_commas);
    }
}

TEST_CASE("F81: any name that the system takes is taken, any other is refused by name") {
    const Folder folder;
    for (const char* name : {"with space.svg", "quote's \".svg", "\U0001F600 \u00e9.svg", "new\nline.svg", "-rf.svg",
                             "con.svg", "$(touch x).svg", "dots...svg", ".svg", "back\\slash.svg"}) {
        CAPTURE(name);
        std::string quoted;
        for (const char* c = name; *c; ++c) quoted += *c == '\'' ? std::string("'\\''") : std::string(1, *c);
        CHECK(run("render transform -o '" + (folder / quoted) + "'").status == 0);
        CHECK(fs::exists(folder.path / name));
        CHECK(run("facts '" + (folder / quoted) + "'").status != 0);  // a drawing, no state: read and refused
    }
    CHECK(static_cast<int>(std::distance(fs::directory_iterator(folder.path), {})) == 10);
    refused("render transform -o " + (folder / std::string(300, 'n')) + ".svg", 1, {"its name is too long"});
    CHECK(run("facts " + std::string(5000, 'n') + ".json").err.size() < 400);  // the name is quoted in part
    refused("render transform -o " + std::string(5000, 'n') + ".svg", 1, {"Cannot write nnn", "too long"});
    refused("facts " + std::string(5000, 'n') + ".json", 1, {"its name is too long"});
}

TEST_CASE("F71, F86: what is there stays when the new one cannot be written") {
    const Folder folder;
    const std::string drawing = folder / "a.svg";
    REQUIRE(run("render eigenvectors -o " + drawing).status == 0);
    const std::string before = text_of(drawing);
    const Result result =
        run("list >/dev/null && ulimit -f 1 && '" EIGENSCAPE_PROGRAM "' render transform -o " + drawing);
    CHECK(result.status == 1);
    CHECK(result.err.find("larger than this system allows") != std::string::npos);
    CHECK(text_of(drawing) == before);
    fs::permissions(drawing, fs::perms::owner_read);
    if (::geteuid() != 0) refused("render transform -o " + drawing, 1, {"you may not write there"});
    CHECK(static_cast<int>(std::distance(fs::directory_iterator(folder.path), {})) == 1);
}

TEST_CASE("F87: wrong usage") {
    refused("render transform --size 99999999999x10 -o x.png", 2, {"--size", "99999999999x10", "1280x720"});
    refused("render transform --scale 1e300 -o x.png", 2, {"--scale", "from 0.1 to 64"});
    refused("render transform --at nan -o x.png", 2, {"t:", "not a finite number"});
    refused("render transform --at 1e400 -o x.png", 2, {"t:", "beyond the numbers that a computer holds"});
    refused("render transform --set A -o x.png", 2, {"not a setting", "an equals sign"});
    refused("render transform --set =3 -o x.png", 2, {"no parameter \"\"", "It has: A"});
    refused("render transform --set A= -o x.png", 2, {"A: nothing was given"});
    refused("render transform -o ''", 2, {"-o", ".png", ".svg"});
    refused("render '' -o x.png", 2, {"no scene and no file", "eigenscape list"});
    refused("render transform --set f=" + std::string(100'000, 'x') + " -o x.png", 2, {"no parameter"});
    CHECK(!fs::exists("x.png"));
}

TEST_CASE("F88: too little memory is a sentence and status 1, in our own code and in the driver's" *
          doctest::skip(instrumented)) {
    const Folder folder;
    const auto within = [&](int kibibytes, const std::string& arguments) {
        return run("list >/dev/null && ulimit -v " + std::to_string(kibibytes) + " && '" EIGENSCAPE_PROGRAM "' " +
                   arguments);
    };
    const Result ours = within(60'000, "render loss-surface -o " + (folder / "a.svg"));
    CHECK(ours.status == 1);
    CHECK(ours.err == "eigenscape: there is not enough memory for this.\n");
    for (const int limit : {200'000, 300'000, 400'000, 500'000, 600'000}) {
        const Result drivers = within(limit, "render transform --size 320x200 -o " + (folder / "a.png"));
        CAPTURE(limit);
        CAPTURE(drivers.err);
        if (drivers.status == 0) {  // the driver was content with it
            CHECK(fs::remove(folder / "a.png"));
            continue;
        }
        CHECK(drivers.status == 1);
        const std::size_t last_line = drivers.err.rfind('\n', drivers.err.size() - 2) + 1;
        CHECK(drivers.err.substr(last_line).starts_with("eigenscape: "));
        CHECK(!fs::exists(folder / "a.png"));
    }
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("F88: the deepest formula runs on a small stack" * doctest::skip(instrumented)) {
    std::string f = "x";
    for (int i = 0; i < 195; ++i) f = "sin(" + f + ")";
    const Result result =
        run("list >/dev/null && ulimit -s 256 && '" EIGENSCAPE_PROGRAM "' facts loss-surface --set 'f=" + f + "'");
    CHECK(result.status == 0);
    CHECK(result.err.empty());
}

TEST_CASE("G90, G91: no display and no OpenGL are told, with what to do") {
    for (const char* display : {"DISPLAY=:4077", "DISPLAY=nonsense", "WAYLAND_DISPLAY=nowhere"})
        refused("transform", 1, {"no window could be opened", "eigenscape render SCENE -o picture.png"}, display);
    const Folder folder;
    const std::string picture = folder / "a.png";
    refused("render transform -o " + picture, 1, {"No OpenGL", "OpenGL 3.3", "the version is not offered"},
            "MESA_GL_VERSION_OVERRIDE=2.1");
    const Result none = run("render transform -o " + picture, "LIBGL_DRIVERS_PATH=/nonexistent");
    CHECK(none.status == 1);
    CHECK(none.err.find("sudo apt install libegl1 libgl1-mesa-dri") != std::string::npos);
    CHECK(fs::is_empty(folder.path));
    CHECK(run("render transform -o " + (folder / "a.svg"), "LIBGL_DRIVERS_PATH=/nonexistent").status == 0);
}

TEST_CASE("G92: the smallest and the longest pictures") {
    const Folder folder;
    for (const char* size : {"1x1", "1x16384", "16384x1", "2x3"}) {
        CAPTURE(size);
        const std::string picture = folder / "a.png", drawing = folder / "a.svg";
        CHECK(run("render transform --size " + std::string(size) + " -o " + picture).status == 0);
        CHECK(run("render loss-surface --size " + std::string(size) + " -o " + drawing).status == 0);
        CHECK(run("facts " + picture).status == 0);
        CHECK(text_of(drawing).find("nan") == std::string::npos);
        CHECK(text_of(drawing).find("inf") == std::string::npos);
    }
}
