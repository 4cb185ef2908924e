// What must be true of the files inside the program: they are there, whole, and found by name.
// A shader or a scene's prose is compared byte for byte with the file it came from.
#include "viz/embedded.h"
#include "tests/viz/content.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace eigenscape;

TEST_CASE("the faces are inside the program, and are OpenType") {
    for (const char* name :
         {"fonts/latinmodern-math.otf", "fonts/Inter-Regular.otf", "fonts/Inter-Medium.otf", "fonts/Inter-Bold.otf"}) {
        CAPTURE(name);
        CHECK(embedded(name).size() > 50'000);
        CHECK(embedded_text(name).substr(0, 4) == "OTTO");
    }
}

TEST_CASE("every shader is inside the program, as it is in the folder") {
    for (const auto& entry : std::filesystem::directory_iterator(EIGENSCAPE_SOURCE_DIR "/shaders")) {
        CAPTURE(entry.path());
        const std::string text = content(entry.path());
        CHECK_FALSE(text.empty());
        CHECK(embedded_text("shaders/" + entry.path().filename().string()) == text);
    }
}

TEST_CASE("the prose beside the scenes is inside the program") {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(EIGENSCAPE_SOURCE_DIR "/app/scenes")) {
        if (entry.path().extension() != ".md") continue;
        CAPTURE(entry.path());
        CHECK(embedded_text("scenes/" + entry.path().filename().string()) == content(entry.path()));
    }
}

TEST_CASE("an unknown name gives nothing") {
    CHECK(embedded("shaders/no-such.vert").empty());
    CHECK(embedded("").empty());
    CHECK(embedded_text("fonts/Inter-Regular").empty());
}
