// Pictures as values: written, read, refused in words, made smaller without losing what they show.
#include "app/model/picture_text.h"

#include "app/model/state.h"

#include <doctest/doctest.h>

namespace eigenscape {
namespace {

Picture checkered(int width, int height) {
    auto image = std::make_shared<Image>(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool white = (x + y) % 2;
            for (int k = 0; k < 3; ++k) image->pixel(x, y)[k] = white ? 255 : 0;
            image->pixel(x, y)[3] = 255;
        }
    return {image};
}

Param photo_param() {
    Param param;
    param.name = "photo";
    param.kind = Kind::picture;
    param.range = Range("A picture.");
    return param;
}

std::string problem(std::string_view text) {
    const auto read = parse(photo_param(), text);
    const auto* bad = std::get_if<BadValue>(&read);
    return bad ? bad->message : "";
}

}  // namespace

TEST_CASE("a picture as a value comes back from its text pixel by pixel") {
    for (const Picture& picture : {Picture{}, checkered(1, 1), checkered(3, 2), checkered(256, 256)}) {
        const auto read = parse(photo_param(), print(photo_param(), picture));
        REQUIRE(std::holds_alternative<Value>(read));
        CHECK(std::get<Value>(read) == Value(picture));
    }
}

TEST_CASE("what is no picture is refused in words") {
    const std::string allowed =
        ". It must be a PNG in base 64, or \"\" for none; on the command line also @ and the path of a PNG or JPEG.";
    CHECK(problem("\"hello\"") == "photo: what was given is not a picture in base 64" + allowed);
    CHECK(problem("\"aGVsbG8=\"").starts_with("photo: what was given is not a picture that can be read ("));
    CHECK(problem("@/etc/passwd") == "photo: what was given is not a picture in base 64" + allowed);
    CHECK(problem(print(photo_param(), checkered(257, 1))) ==
          "photo: a picture of more than 256 pixels a side was given" + allowed);
}

TEST_CASE("a picture made smaller keeps its proportions and its mean") {
    const Image small = shrunk(*checkered(600, 300).image, 256);
    CHECK(small.width == 256);
    CHECK(small.height == 128);
    double sum = 0;
    for (std::size_t i = 0; i < small.rgba.size(); i += 4) {
        sum += small.rgba[i];
        CHECK(small.rgba[i + 3] == 255);
    }
    CHECK(sum / (256 * 128) == doctest::Approx(127.5).epsilon(0.01));
    CHECK(shrunk(*checkered(8, 4).image, 256) == *checkered(8, 4).image);
}

TEST_CASE("colours of pixels that cannot be seen do not leak into those that can") {
    Image image(2, 1);
    image.pixel(0, 0)[0] = 200;
    image.pixel(0, 0)[3] = 255;
    image.pixel(1, 0)[1] = 255;  // green, but transparent
    const Image one = shrunk(image, 1);
    CHECK(one.pixel(0, 0)[0] == 200);
    CHECK(one.pixel(0, 0)[1] == 0);
    CHECK(one.pixel(0, 0)[3] == 128);
}

TEST_CASE("a list of numbers as a value: any count, also none, each in range") {
    Param param;
    param.name = "weights";
    param.kind = Kind::numbers;
    param.range = Range(-3, 3, "Weights.");
    for (const char* text : {"[]", "[1]", "[1,-2,0.5]"}) {
        const auto read = parse(param, text);
        REQUIRE(std::holds_alternative<Value>(read));
        CHECK(print(param, std::get<Value>(read)) == text);
    }
    const auto far = parse(param, "[1,4]");
    REQUIRE(std::holds_alternative<BadValue>(far));
    CHECK(std::get<BadValue>(far).message ==
          "weights: 4 is out of range. It must be a list of numbers from -3 to 3, such as [1,-2], or [] for none.");
    CHECK(std::holds_alternative<BadValue>(parse(param, "[[1,2]]")));
}

}  // namespace eigenscape
