// Pictures that are read back while the next is drawn are the same as those read one by one.
#include "viz/gl/picture_stream.h"
#include "tests/viz/gl/drawing.h"

#include <vector>

using namespace eigenscape;
using namespace eigenscape::gl;

TEST_CASE("a stream gives each picture, one call later, and the last at the end") {
    for (const bool transparent : {false, true}) {
        Renderer& draws = renderer();
        PictureStream stream(side, side);
        const auto frame = [](int k) {
            return plane_frame(
                [&](Panel& panel) { panel.dot(Vec2(-0.5 + 0.25 * k, 0.3), Ink::first, 30).opacity = 0.5; });
        };
        std::vector<Image> got;
        Image image;
        for (int k = 0; k < 4; ++k) {
            const bool there = stream.next([&] { draws.draw(frame(k), {}, theme(), canvas(1, transparent)); }, image);
            CHECK(there == (k > 0));
            if (there) got.push_back(image);
        }
        REQUIRE(stream.last(image));
        got.push_back(image);
        CHECK(!stream.last(image));
        REQUIRE(got.size() == 4);
        for (int k = 0; k < 4; ++k)
            CHECK(got[static_cast<std::size_t>(k)] ==
                  render_image(draws, frame(k), {}, theme(), canvas(1, transparent)));
        CHECK(!(got[0] == got[1]));
    }
}
