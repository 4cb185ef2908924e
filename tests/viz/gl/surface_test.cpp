// Surfaces as pixels: light, what they hide and what shines through, soft outlines, translucent sheets.
// The viewer looks along y; a wall at y = −0.5 is in front, one at 0.5 behind.
#include "tests/viz/gl/drawing.h"

#include "viz/light.h"

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

// A level line across the middle of the picture at depth y.
Stroke& line_at(Panel& panel, double y, Depth depth) {
    return panel.line(Vec3(-0.9, y, 0.05), Vec3(0.9, y, 0.05), {ink, 6, Dash::solid, 1, depth});
}

double most_cover(const Image& image, int x) {
    double most = 0;
    for (int y = 80; y < 120; ++y) most = std::max(most, cover(image, x, y, ink));
    return most;
}

Image behind_wall(Depth depth) {
    return space_picture([&](Panel& panel) {
        panel.mesh(wall(-0.5, 0.4), 1, Ink::paper);
        line_at(panel, 0.5, depth);
    });
}

}  // namespace

TEST_CASE("surfaces hide, dim or spare what lies behind them, as it asks") {
    CHECK(most_cover(behind_wall(Depth::tested), 100) < 0.01);
    CHECK(most_cover(behind_wall(Depth::on_top), 100) > 0.99);
    const Image ghost = behind_wall(Depth::see_through);
    double most = 0, least = 1;
    for (int x = 85; x < 115; ++x) {
        most = std::max(most, most_cover(ghost, x));
        least = std::min(least, most_cover(ghost, x));
    }
    CHECK(most == doctest::Approx(0.28).epsilon(0.1));
    CHECK(least < 0.1);  // dashed
    for (const Depth depth : {Depth::tested, Depth::see_through, Depth::on_top})
        CHECK(most_cover(behind_wall(depth), 40) > 0.99);
}

TEST_CASE("marks are hidden, dimmed or spared like strokes") {
    const auto dot = [](Depth depth) {
        return space_picture([&](Panel& panel) {
            panel.mesh(wall(-0.5, 0.4), 1, Ink::paper);
            panel.dot(Vec3(0, 0.5, 0), ink, 10).depth = depth;
        });
    };
    CHECK(cover(dot(Depth::tested), 100, 100, ink) < 0.01);
    CHECK(cover(dot(Depth::see_through), 100, 100, ink) == doctest::Approx(0.28).epsilon(0.05));
    CHECK(cover(dot(Depth::on_top), 100, 100, ink) > 0.99);
}

TEST_CASE("what lies on a surface is never half buried in it") {
    // A slope away from the viewer, a path and a dot right on it.
    auto slope = std::make_shared<MeshData>();
    slope->positions = {{-0.8, -0.8, -0.4}, {0.8, -0.8, -0.4}, {0.8, 0.8, 0.4}, {-0.8, 0.8, 0.4}};
    slope->indices = {0, 1, 2, 0, 2, 3};
    const auto drawn = [&](bool with_surface) {
        return space_picture([&](Panel& panel) {
            if (with_surface) panel.mesh(slope, 1, Ink::paper);
            panel.line(Vec3(-0.6, -0.4, -0.2), Vec3(0.6, 0.4, 0.2), {ink, 5});
            panel.dot(Vec3(0, 0, 0), ink, 12);
        });
    };
    CHECK(total_cover(drawn(true), ink) == doctest::Approx(total_cover(drawn(false), ink)).epsilon(0.02));
}

TEST_CASE("polylines are hidden like single segments") {
    std::vector<Vec3> path;
    for (int i = 0; i <= 10; ++i) path.emplace_back(-0.9 + 0.18 * i, 0.5, 0.05);
    const Image image = space_picture([&](Panel& panel) {
        panel.mesh(wall(-0.5, 0.4), 1, Ink::paper);
        panel.stroke(std::span<const Vec3>(path), {ink, 6});
    });
    CHECK(most_cover(image, 100) < 0.01);
    CHECK(most_cover(image, 40) > 0.99);
}

TEST_CASE("a translucent sheet lets through and tints what lies behind, not what lies in front") {
    const auto drawn = [](double y) {
        return space_picture([&](Panel& panel) {
            panel.mesh(wall(0, 0.5), 0.5, Ink::paper);
            line_at(panel, y, Depth::tested);
        });
    };
    CHECK(most_cover(drawn(0.6), 100) == doctest::Approx(0.5).epsilon(0.05));
    CHECK(most_cover(drawn(-0.6), 100) > 0.99);
}

TEST_CASE("a sheet ends softly where it dips under a solid surface") {
    auto tilted = std::make_shared<MeshData>();
    tilted->positions = {{-0.6, -0.5, -0.6}, {0.6, 0.5, -0.6}, {0.6, 0.5, 0.6}, {-0.6, -0.5, 0.6}};
    tilted->indices = {0, 1, 2, 0, 2, 3};
    const Image image = space_picture([&](Panel& panel) {
        panel.mesh(wall(0, 0.5), 1, Ink::paper);
        panel.mesh(tilted, 0.6, ink);
    });
    CHECK(cover(image, 75, 100, ink) == doctest::Approx(0.6).epsilon(0.02));  // in front of the wall
    CHECK(cover(image, 115, 100, ink) < 0.01);                                // behind it
}

TEST_CASE("outlines of surfaces are soft") {
    auto tilted = std::make_shared<MeshData>();
    tilted->positions = {{-0.5, 0, -0.45}, {0.55, 0, -0.5}, {0.5, 0, 0.4}, {-0.6, 0, 0.5}};
    tilted->indices = {0, 1, 2, 0, 2, 3};
    const Image image = space_picture([&](Panel& panel) { panel.mesh(tilted, 1, ink); });
    int soft = 0, full = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double c = cover(image, x, y, ink);
            soft += c > 0.1 && c < 0.9 ? 1 : 0;
            full += c > 0.99 ? 1 : 0;
        }
    CHECK(full > 1000);
    CHECK(soft > 0.5 * 4 * std::sqrt(full));  // along most of the four sides
    CHECK(soft < 2 * 4 * std::sqrt(full));    // and nowhere else
}

TEST_CASE("a surface is lit by the formula that paper uses") {
    auto data = std::make_shared<MeshData>(*wall(0, 0.5));
    const Vec3 normal = Vec3(0.3, -0.8, 0.5).normalized();
    data->normals.assign(4, normal);
    data->values.assign(4, 0.6f);
    const auto frame = space_frame([&](Panel& panel) { panel.mesh(data); });
    const Camera camera = camera_of(frame->panels()[0], {}, canvas_points);
    const Color expected = lit(ramp_at(theme(), 0.6), normal, light_of(camera), camera.eye);
    CHECK(near(at(render_image(renderer(), frame, {}, theme(), canvas()), 100, 100), bytes(expected)));
}

TEST_CASE("a fine surface is coloured like a coarse one") {
    const auto grid = [](int n) {
        auto data = std::make_shared<MeshData>();
        for (int j = 0; j <= n; ++j)
            for (int i = 0; i <= n; ++i) {
                const double u = static_cast<double>(i) / n, v = static_cast<double>(j) / n;
                data->positions.emplace_back(-0.6 + 1.2 * u, 0, -0.6 + 1.2 * v);
                data->normals.emplace_back(Vec3(0.4 * u, -1, 0.3 * v).normalized());
                data->values.push_back(static_cast<float>(0.5 * u + 0.5 * v));
            }
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i) {
                const auto a = static_cast<std::uint32_t>(j * (n + 1) + i), b = a + static_cast<std::uint32_t>(n) + 1;
                data->indices.insert(data->indices.end(), {a, a + 1, b + 1, a, b + 1, b});
            }
        return data;
    };
    const Image coarse = space_picture([&](Panel& panel) { panel.mesh(grid(20)); });
    const Image fine = space_picture([&](Panel& panel) { panel.mesh(grid(120)); });
    for (int y = 60; y < 140; y += 5)
        for (int x = 60; x < 140; x += 5) CHECK(near(at(coarse, x, y), at(fine, x, y), 3));
}

TEST_CASE("an orbiting camera uploads no surface again, and corners that are not finite are left out") {
    auto data = std::make_shared<MeshData>(*wall(0, 0.5));
    data->positions.emplace_back(undefined, 0, 0);
    data->indices.insert(data->indices.end(), {0, 1, 4});
    const auto frame = space_frame([&](Panel& panel) { panel.mesh(data, 1, ink); });
    const Image still = render_image(renderer(), frame, {}, theme(), canvas());
    CHECK(cover(still, 100, 100, ink) > 0.99);
    const auto before = renderer().uploads();
    View3 view;
    view.azimuth = 0.3;
    CHECK(render_image(renderer(), frame, {{"space", view}}, theme(), canvas()) != still);
    CHECK(renderer().uploads() == before);
}

TEST_CASE("a fill in space has the same soft edge from both sides") {
    const std::vector<Vec3> ring = {{-0.5, 0, -0.5}, {0.5, 0, -0.5}, {0.5, 0, 0.5}, {-0.5, 0, 0.5}};
    const auto frame = space_frame([&](Panel& panel) { panel.fill(std::span<const Vec3>(ring), ink, 0.5); });
    double areas[2];
    for (int i = 0; i < 2; ++i) {
        View3 view = view_from_front();
        if (i == 1) view.azimuth = pi / 2;
        areas[i] = total_cover(render_image(renderer(), frame, {{"space", view}}, theme(), canvas()), ink);
    }
    CHECK(areas[0] > 500);
    CHECK(areas[0] == doctest::Approx(areas[1]).epsilon(0.01));
}

TEST_CASE("a fill in space lies beneath the surfaces, in front of them and behind them alike") {
    const auto with_fill_at = [&](double depth) {
        const std::vector<Vec3> ring = {{-0.5, depth, -0.5}, {0.5, depth, -0.5}, {0.5, depth, 0.5}, {-0.5, depth, 0.5}};
        return space_picture([&](Panel& panel) {
            panel.fill(std::span<const Vec3>(ring), ink, 0.5);
            panel.mesh(wall(0, 0.3), 1, Ink::sheet);
        });
    };
    for (const double depth : {-0.4, 0.4}) {
        CAPTURE(depth);
        const Image image = with_fill_at(depth);
        CHECK(near(at(image, 100, 100), bytes(theme()[Ink::sheet])));
        CHECK(cover(image, 100, 140, ink) == doctest::Approx(0.5).epsilon(0.03));
    }
}

TEST_CASE("translucent meshes in a plane lie on each other in their order, with soft edges") {
    // From −0.5 to 0.5 and from 0 to 0.753, both from −0.4 to 0.4: their edges cut through pixels.
    const auto tile = [](double left, double right) {
        auto data = std::make_shared<MeshData>();
        data->positions = {{left, -0.4, 0}, {right, -0.4, 0}, {right, 0.4, 0}, {left, 0.4, 0}};
        data->indices = {0, 1, 2, 0, 2, 3};
        return data;
    };
    const auto drawn = [&](bool with_values) {
        return picture([&](Panel& panel) {
            panel.mesh(tile(-0.5, 0.5), 0.5, ink);
            panel.mesh(tile(0, 0.753), 0.5, ink);
            if (!with_values) return;
            auto valued = tile(-0.9, -0.8);  // coloured by value, it goes over a layer, and all with it
            valued->values.assign(4, 0.5f);
            panel.mesh(valued, 0.5);
        });
    };
    for (const bool with_values : {false, true}) {
        CAPTURE(with_values);
        const Image image = drawn(with_values);
        CHECK(cover(image, 70, 100, ink) == doctest::Approx(0.5).epsilon(0.02));
        CHECK(cover(image, 120, 100, ink) == doctest::Approx(0.75).epsilon(0.02));
        CHECK(cover(image, 160, 100, ink) == doctest::Approx(0.5).epsilon(0.02));
        CHECK(cover(image, 175, 100, ink) == doctest::Approx(0.4).epsilon(0.02));  // 0.2 beyond the edge
        CHECK(cover(image, 176, 100, ink) == 0);
        CHECK(cover(image, 120, 58, ink) == 0);
    }
    const auto two_inks = picture([&](Panel& panel) {
        panel.mesh(tile(-0.5, 0.5), 0.5, Ink::first);
        panel.mesh(tile(0, 0.753), 0.5, ink);
    });
    const auto under = bytes(theme()[Ink::first]), over = bytes(theme()[ink]), paper = bytes(theme()[Ink::paper]);
    std::array<int, 3> wanted{};
    for (std::size_t i = 0; i < 3; ++i) wanted[i] = (2 * over[i] + under[i] + paper[i]) / 4;
    CHECK(near(at(two_inks, 120, 100), wanted));
}

TEST_CASE("what is behind the eye is not drawn") {
    const Image image = space_picture([](Panel& panel) {
        panel.line(Vec3(0, -400, 0.1), Vec3(0, 0, 0.1), {ink, 4});  // from far behind the viewer to the middle
        panel.dot(Vec3(0, -400, 0), ink, 30);
    });
    CHECK(cover(image, 100, 40, ink) < 0.01);
    CHECK(total_cover(image, ink) < 4 * side);
}

TEST_CASE("a map ends softly in its own colour, translucent and opaque") {
    // A slanted square whose value grows to the right; its upper edge is on the way up.
    auto map = std::make_shared<MeshData>();
    map->positions = {{-0.8, -0.6, 0}, {0.8, -0.5, 0}, {0.8, 0.4, 0}, {-0.8, 0.3, 0}};
    map->values = {0.1f, 0.9f, 0.9f, 0.1f};
    map->indices = {0, 1, 2, 0, 2, 3};
    for (const double opacity : {1.0, 0.6}) {
        CAPTURE(opacity);
        const Image image = picture([&](Panel& panel) { panel.mesh(map, opacity); });
        int soft = 0;
        for (int x = 40; x < 160; x += 3) {
            // Down a column each colour lies between the paper's and the map's at that x.
            const Color there = ramp_at(theme(), 0.1 + 0.8 * ((x + 0.5 - 100) / 100 + 0.8) / 1.6);
            const auto paper = bytes(theme()[Ink::paper]);
            auto full = bytes(there);
            for (std::size_t k = 0; k < 3; ++k)
                full[k] = static_cast<int>(std::lround(paper[k] + opacity * (full[k] - paper[k])));
            CHECK(near(at(image, x, 100), full, 3));
            for (int y = 55; y < 75; ++y) {
                const auto here = at(image, x, y);
                const double green = 1.0 * (here[1] - paper[1]) / (full[1] - paper[1]);
                CHECK(green > -0.05);
                CHECK(green < 1.05);
                soft += green > 0.1 && green < 0.9 ? 1 : 0;
                for (const std::size_t k : {0u, 2u})
                    CHECK(std::abs(paper[k] + green * (full[k] - paper[k]) - here[k]) <= 4);
            }
        }
        CHECK(soft > 20);  // of 40 columns
        CHECK(soft < 80);
    }
}

namespace {

// A wall that hides a line in part, in a panel of its own.
void hide_something(Frame& frame, const std::string& name, const Rect& place, double size) {
    Panel& panel = frame.space(name, {{-1, -1, -1}, {1, 1, 1}}, place, view_from_front());
    panel.proportions = {1, 1, 1};
    panel.mesh(wall(-0.5, size), 1, Ink::paper);
    line_at(panel, 0.5, Depth::tested);
}

Image wide_picture(const std::function<void(Frame&)>& draw) {
    auto frame = std::make_shared<Frame>(Stage{Vec2(2 * side, side), {}});
    draw(*frame);
    return render_image(renderer(), frame, {}, theme(), {.points = Vec2(2 * side, side)});
}

}  // namespace

TEST_CASE("surfaces of one panel hide nothing in another") {
    const Rect left{0, 0, 0.5, 1}, right{0.5, 0, 0.5, 1};
    const auto only = [&](const Rect& place, double size) {
        return wide_picture([&](Frame& frame) { hide_something(frame, "one", place, size); });
    };
    const Image both = wide_picture([&](Frame& frame) {
        hide_something(frame, "one", left, 0.2);
        hide_something(frame, "other", right, 0.5);
    });
    const Image one = only(left, 0.2), other = only(right, 0.5);
    int hidden = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            CHECK(at(both, x, y) == at(one, x, y));
            CHECK(at(both, side + x, y) == at(other, side + x, y));
            hidden += at(one, x, y) != at(other, side + x, y) ? 1 : 0;
        }
    CHECK(hidden > 100);
}

TEST_CASE("panels lie on each other in their order, those with surfaces too") {
    const Rect right{0.25, 0, 0.75, 1};
    for (const bool flat_first : {true, false}) {
        CAPTURE(flat_first);
        const Image image = wide_picture([&](Frame& frame) {
            const auto flat = [&] {
                const std::vector<Vec2> all = {{-9, -9}, {9, -9}, {9, 9}, {-9, 9}};
                frame.plane("flat", {{-1, -1}, {1, 1}}, right).fill(std::span<const Vec2>(all), ink, 1);
            };
            if (flat_first) flat();
            hide_something(frame, "space", {0, 0, 1, 1}, 0.2);
            if (!flat_first) flat();
        });
        CHECK((cover(image, side, side / 2, ink) > 0.99) == !flat_first);  // the wall is there
        CHECK(cover(image, side + 90, 10, ink) > 0.99);                    // and nothing here
    }
}
