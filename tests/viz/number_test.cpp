// Numbers as people read them and as files hold them, in any locale.
#include "viz/number.h"

#include "core/types.h"

#include <doctest/doctest.h>

#include <clocale>

using namespace eigenscape;

TEST_CASE("fixed numbers have a true minus and never minus zero") {
    CHECK(fixed(1.5) == "1.50");
    CHECK(fixed(-1.5) == "\u22121.50");
    CHECK(fixed(-0.0) == "0.00");
    CHECK(fixed(-1e-17) == "0.00");
    CHECK(fixed(0.5, 0) == "0");
    CHECK(fixed(undefined) == "undefined");
    CHECK(fixed(-infinity) == "\u2212∞");
    CHECK(fixed(3.2e-7) == "3.20·10⁻⁷");
    CHECK(fixed(-2.5e9) == "\u22122.50·10⁹");
}

TEST_CASE("brief numbers carry no idle zeros") {
    CHECK(brief(0) == "0");
    CHECK(brief(0.25) == "0.25");
    CHECK(brief(-3) == "\u22123");
    CHECK(brief(1234.5) == "1234");  // four digits; ties go to even
    CHECK(brief(1.5e6) == "1.5·10⁶");
    CHECK(brief(1e-5) == "1·10⁻⁵");
    CHECK(brief(2.0 / 3) == "0.6667");
}

TEST_CASE("numbers in files are plain ASCII whatever the locale") {
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    CHECK(plain(-1.5) == "-1.5");
    CHECK(plain(12) == "12");
    CHECK(plain(-0.0001) == "0");
    CHECK(plain(1234567.891, 2) == "1234567.89");
    CHECK(fixed(2.5) == "2.50");
    CHECK(plain(undefined) == "0");
    std::setlocale(LC_ALL, "C");
}
