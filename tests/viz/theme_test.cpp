// Roles stay apart for every kind of sight, ramps rise evenly, and ink reads on its paper.
#include "viz/theme.h"

#include "viz/oklab.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace eigenscape;

namespace {

// Inks that scenes show together. Positive shares the unit square with first and second but never names a vector.
const std::vector<std::vector<Ink>> together = {
    {Ink::first, Ink::second, Ink::third, Ink::subject, Ink::image, Ink::special, Ink::moving},
    {Ink::positive, Ink::negative, Ink::special, Ink::gradient, Ink::subject},
    {Ink::racer_1, Ink::racer_2, Ink::racer_3, Ink::racer_4, Ink::racer_5, Ink::racer_6, Ink::racer_7, Ink::racer_8}};

double luminance(const Color& c) { return Vec3(0.2126, 0.7152, 0.0722).dot(linear_rgb(c)); }

// Contrast ratio of WCAG 2.
double contrast(const Color& a, const Color& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("inks that appear together stay apart for full and for colour-blind sight") {
    for (const Theme& theme : themes()) {
        for (const auto& inks : together) {
            for (std::size_t i = 0; i < inks.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    CAPTURE(std::string(theme.name));
                    CAPTURE(std::string(name_of(inks[i])));
                    CAPTURE(std::string(name_of(inks[j])));
                    CHECK(distance(theme[inks[i]], theme[inks[j]]) > 0.11);
                    for (const Sight sight : {Sight::deuteranopia, Sight::protanopia, Sight::tritanopia})
                        CHECK(distance(as_seen(theme[inks[i]], sight), as_seen(theme[inks[j]], sight)) > 0.08);
                }
            }
        }
    }
}

TEST_CASE("ink reads on its paper, also from a grey printer") {
    for (const Theme& theme : themes()) {
        CAPTURE(std::string(theme.name));
        const Color& paper = theme[Ink::paper];
        CHECK(contrast(theme[Ink::text], paper) > 12);
        CHECK(contrast(theme[Ink::faint], paper) > 4.5);
        for (int i = static_cast<int>(Ink::first); i < ink_count; ++i) {
            const Ink ink = static_cast<Ink>(i);
            CAPTURE(std::string(name_of(ink)));
            CHECK(contrast(theme[ink], paper) >
                  (theme.name == "print" && ink != Ink::ghost && ink != Ink::sheet ? 4 : 2.7));
        }
        // Grids step back in order: minor lines behind major ones.
        CHECK(contrast(theme[Ink::still_minor], paper) < contrast(theme[Ink::still], paper));
        CHECK(contrast(theme[Ink::moving_minor], paper) < contrast(theme[Ink::moving], paper));
        CHECK(contrast(theme[Ink::still], paper) < contrast(theme[Ink::axis], paper));
        CHECK(theme.dark == (luminance(paper) < 0.2));
    }
}

TEST_CASE("ramps rise evenly in lightness, with no visible step") {
    for (const Theme& theme : themes()) {
        CAPTURE(std::string(theme.name));
        const double whole = oklab(theme.ramp[ramp_size - 1]).L - oklab(theme.ramp[0]).L;
        CHECK(whole > 0.3);
        for (int i = 1; i < ramp_size; ++i) {
            const double step = oklab(theme.ramp[i]).L - oklab(theme.ramp[i - 1]).L;
            REQUIRE(step > 0.3 * whole / ramp_size);
            REQUIRE(step < 2 * whole / ramp_size);
            REQUIRE(distance(theme.ramp[i], theme.ramp[i - 1]) < 0.02);
        }
        CHECK(ramp_at(theme, -1) == theme.ramp.front());
        CHECK(ramp_at(theme, 2) == theme.ramp.back());
        CHECK(ramp_at(theme, undefined) == theme[Ink::paper]);
    }
}

TEST_CASE("themes are found by name, inks have names of their own") {
    REQUIRE(themes().size() == 4);
    for (const Theme& theme : themes()) CHECK(find_theme(theme.name) == &theme);
    CHECK(find_theme("drak") == nullptr);
    CHECK(default_theme().name == "dark");
    std::set<std::string_view> names;
    for (int i = 0; i < ink_count; ++i) names.insert(name_of(static_cast<Ink>(i)));
    CHECK(names.size() == ink_count);
}

TEST_CASE("OKLab's published reference colours") {
    // From Ottosson's article: XYZ white is L = 1, a = b = 0; and colours survive the way there and back.
    const Oklab white = oklab(rgb(0xffffff));
    CHECK(white.L == doctest::Approx(1).epsilon(1e-4));
    CHECK(std::abs(white.a) < 1e-4);
    CHECK(std::abs(white.b) < 1e-4);
    CHECK(oklab(rgb(0xff0000)).L == doctest::Approx(0.6280).epsilon(1e-3));
    for (const std::uint32_t hex : {0x123456u, 0xfedcbau, 0x00ff7fu, 0x7f7f7fu})
        CHECK(distance(color_of(oklab(rgb(hex))), rgb(hex)) < 1e-4);
    for (const Sight sight : {Sight::deuteranopia, Sight::protanopia, Sight::tritanopia, Sight::grey})
        CHECK(distance(as_seen(rgb(0x808080), sight), rgb(0x808080)) < 2e-3);  // greys stay grey
}

TEST_CASE("one role is lit by fading the others, and what it stands on stays") {
    for (const Theme& theme : themes()) {
        CHECK(lit(theme, Ink::first, 0) == theme);
        const Theme half = lit(theme, Ink::first, 0.5), full = lit(theme, Ink::first, 1);
        for (const Ink kept : {Ink::first, Ink::paper, Ink::text, Ink::still, Ink::axis})
            CHECK(full[kept] == theme[kept]);
        const auto away = [&](const Theme& t) { return distance(t[Ink::second], theme[Ink::paper]); };
        CHECK(away(half) < away(theme));
        CHECK(away(full) < away(half));
        CHECK(away(full) > 0.02);  // still to be seen
    }
}

TEST_CASE("every ink has a name and is found by it") {
    for (int i = 0; i < ink_count; ++i) CHECK(ink_named(name_of(static_cast<Ink>(i))) == static_cast<Ink>(i));
    CHECK(!ink_named("crimson"));
    CHECK(!ink_named(""));
}
