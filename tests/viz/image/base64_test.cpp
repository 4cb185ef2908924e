// Base 64 against the vectors of RFC 4648, section 10, and what must be refused.
#include "viz/image/base64.h"

#include <doctest/doctest.h>

namespace eigenscape {
namespace {

std::string letters(std::string_view text) { return base64(Bytes(text.begin(), text.end())); }

}  // namespace

TEST_CASE("base 64: the vectors of its standard, both ways") {
    const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                     {"f", "Zg=="},
                                                                     {"fo", "Zm8="},
                                                                     {"foo", "Zm9v"},
                                                                     {"foob", "Zm9vYg=="},
                                                                     {"fooba", "Zm9vYmE="},
                                                                     {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        INFO(bytes);
        CHECK(letters(bytes) == text);
        REQUIRE(from_base64(text));
        CHECK(*from_base64(text) == Bytes(bytes.begin(), bytes.end()));
    }
}

TEST_CASE("base 64: every byte comes back") {
    Bytes all;
    for (int i = 0; i < 256; ++i) all.push_back(static_cast<std::uint8_t>(i));
    CHECK(from_base64(base64(all)) == all);
}

TEST_CASE("base 64: what was not written by it is refused") {
    for (const std::string_view text :
         {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "====", "Zm 9v", "Zm9\n", "Zm9_"}) {
        INFO(text);
        CHECK(!from_base64(text));
    }
}

}  // namespace eigenscape
