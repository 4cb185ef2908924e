// Sets every line of a file of formulas as this program does: an SVG each and a table of box sizes, for compare.sh.
// draw_formulas FILE OUT_DIR [SIZE]: lines that begin with # and empty lines are left out.
#include "viz/tex/typeset.h"
#include "viz/theme.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using namespace eigenscape;

std::string point(const Vec2& p) {
    char text[64];
    std::snprintf(text, sizeof text, "%.3f %.3f ", p.x(), -p.y());
    return text;
}

std::string color(std::optional<Ink> ink) {
    const Color c = default_theme()[ink.value_or(Ink::text)];
    char text[64];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", int(c.r * 255 + 0.5f), int(c.g * 255 + 0.5f),
                  int(c.b * 255 + 0.5f));
    return text;
}

std::string path_of(const Glyph& g) {
    std::string d;
    const auto at = [&](const Vec2& p) { return point(g.at + g.size_points * p); };
    for (const OutlineStep& s : glyph_outline(g.face, g.id)) {
        switch (s.kind) {
            case OutlineStep::move: d += "M" + at(s.to); break;
            case OutlineStep::line: d += "L" + at(s.to); break;
            case OutlineStep::quad: d += "Q" + at(s.control) + at(s.to); break;
            case OutlineStep::cubic: d += "C" + at(s.control) + at(s.control_2) + at(s.to); break;
            case OutlineStep::close: d += "Z";
        }
    }
    return d;
}

std::string svg(const Typeset& set) {
    const double margin = 4;
    char head[256];
    std::snprintf(head, sizeof head,
                  "<svg xmlns='http://www.w3.org/2000/svg' width='%.2f' height='%.2f' viewBox='%.2f %.2f %.2f %.2f'>\n",
                  set.width + 2 * margin, set.ascent + set.descent + 2 * margin, -margin, -set.ascent - margin,
                  set.width + 2 * margin, set.ascent + set.descent + 2 * margin);
    std::string out = head;
    for (const SetGlyph& g : set.glyphs) out += "<path fill='" + color(g.ink) + "' d='" + path_of(g.glyph) + "'/>\n";
    for (const SetRule& r : set.rules)
        out += "<path fill='" + color(r.ink) + "' d='M" + point(r.box.lo) + "L" + point({r.box.hi.x(), r.box.lo.y()}) +
               "L" + point(r.box.hi) + "L" + point({r.box.lo.x(), r.box.hi.y()}) + "Z'/>\n";
    return out + "</svg>\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: draw_formulas FILE OUT_DIR [SIZE]\n");
        return 2;
    }
    const double size = argc > 3 ? std::atof(argv[3]) : 20;
    const std::string folder = argv[2];
    std::ifstream in(argv[1]);
    std::ofstream table(folder + "/ours.tsv");
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto set =
            line.starts_with("prose ") ? typeset_prose(line.substr(6), size, 24 * size) : typeset(line, size);
        std::ofstream(folder + "/ours_" + std::to_string(++number) + ".svg") << svg(*set);
        table << number << '\t' << set->width / size << '\t' << set->ascent / size << '\t' << set->descent / size
              << '\n';
        for (const TexError& error : set->errors)
            std::fprintf(stderr, "%d: column %zu: %s\n", number, error.column, error.message.c_str());
    }
    return number > 0 && table ? 0 : 1;
}
