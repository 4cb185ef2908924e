// One SVG per scene, as it looks when it is opened: a change of the picture must be meant, and reviewed by eye.
// Rewrite them all by: EIGENSCAPE_REWRITE_GOLDEN=1 build/app_tests --test-case="*golden*"
#include "tests/app/every_scene.h"
#include "viz/image/file.h"
#include "viz/svg.h"

#include <doctest/doctest.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

constexpr double tolerance = 0.02;  // points: rounding differs between compilers and machines

bool starts_number(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    return digit(at) || (text[at] == '-' && digit(at + 1));
}

// Pixels of surfaces are left to the picture tests: their data is cut out.
std::string without_pixels(std::string text) {
    for (std::size_t at = text.find("base64,"); at != std::string::npos; at = text.find("base64,", at + 7)) {
        const std::size_t end = text.find('"', at);
        text.erase(at + 7, end - at - 7);
    }
    return text;
}

// Where two pictures differ by more than rounding; empty when they do not.
std::string difference(std::string_view golden, std::string_view now) {
    std::size_t i = 0, j = 0;
    while (i < golden.size() && j < now.size()) {
        if (starts_number(golden, i) && starts_number(now, j)) {
            double a = 0, b = 0;
            i = static_cast<std::size_t>(std::from_chars(golden.data() + i, golden.data() + golden.size(), a).ptr -
                                         golden.data());
            j = static_cast<std::size_t>(std::from_chars(now.data() + j, now.data() + now.size(), b).ptr - now.data());
            if (std::abs(a - b) <= tolerance) continue;
            i -= 1, j -= 1;
        } else if (golden[i] == now[j]) {
            ++i, ++j;
            continue;
        }
        return "golden: …" + std::string(golden.substr(i < 60 ? 0 : i - 60, 120)) + "…\nnow:    …" +
               std::string(now.substr(j < 60 ? 0 : j - 60, 120)) + "…";
    }
    return golden.size() - i == now.size() - j ? "" : "one is longer than the other";
}

}  // namespace

TEST_CASE("golden pictures compare numbers with tolerance and words exactly") {
    CHECK(difference("M 1.00 2 L 3 4", "M 1.01 2 L 3 4") == "");
    CHECK(difference("M 1.00 2", "M 1.05 2") != "");
    CHECK(difference("fill", "file") != "");
    CHECK(difference("ab", "abc") != "");
    CHECK(without_pixels("a base64,xyz\" b base64,q\"") == "a base64,\" b base64,\"");
}

TEST_CASE("every scene: the golden picture") {
    const bool rewrite = std::getenv("EIGENSCAPE_REWRITE_GOLDEN") != nullptr;
    for_each_scene([&](const Scene& scene) {
        const std::string path = EIGENSCAPE_TESTS_DIR "/golden/" + scene.words.id + ".svg";
        SvgSettings settings;
        settings.pixels_per_point = 0.25;
        const std::string now = without_pixels(svg(drawn(scene, scene.defaults), {}, default_theme(), settings));
        if (rewrite) {
            CHECK(write_file_atomic(path, now));
            return;
        }
        const ReadFile golden = read_file(path);
        INFO("Look at the picture, then rewrite " << path << " as the head of golden_test.cpp tells.");
        REQUIRE(golden.why == "");
        const std::string problem =
            difference(std::string_view(reinterpret_cast<const char*>(golden.bytes.data()), golden.bytes.size()), now);
        CHECK(problem == "");
    });
}
