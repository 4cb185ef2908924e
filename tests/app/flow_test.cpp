// Paragraphs laid out in lines: what is code stands in a face of one width.
#include "app/panels/flow.h"

#include <doctest/doctest.h>

using namespace eigenscape;

TEST_CASE("code in a paragraph has letters of one width, and a ground beneath it") {
    Span words, code;
    words.text = "Use ";
    code.text = "illW";
    code.kind = Span::code;
    const Flow flow = flow_of({words, code}, {}, {});
    std::vector<double> places;
    for (const SetGlyph& set : flow.words.glyphs)
        if (set.glyph.face == Face::code) places.push_back(set.glyph.at.x());
    REQUIRE(places.size() == 4);
    const double step = places[1] - places[0];
    CHECK(step > 0);
    CHECK(places[2] - places[1] == doctest::Approx(step));
    CHECK(places[3] - places[2] == doctest::Approx(step));
    CHECK(flow.words.glyphs.front().glyph.face == Face::ui);
    CHECK(flow.grounds.size() == 1);
}

TEST_CASE("a letter that the code's face lacks comes from another") {
    Span code;
    code.text = "∇f";
    code.kind = Span::code;
    const Flow flow = flow_of({code}, {}, {});
    REQUIRE(flow.words.glyphs.size() == 2);
    CHECK(flow.words.glyphs[0].glyph.id != 0);
    CHECK(flow.words.glyphs[0].glyph.face == Face::math);
    CHECK(flow.words.glyphs[1].glyph.face == Face::code);
}
