// The bar of two parts: it is shared out in their ratio, and says nothing where there is no whole.
#include "viz/shapes/split_bar.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace eigenscape;

namespace {

struct Drawn {
    Frame frame;
    Panel& panel = frame.chart("bar", {{0, 0}, {10, 1}}, {0, 0, 1, 1});
    Vec2 border{0, 0};
    explicit Drawn(const SplitBar& bar) : border(split_bar(panel, {{0, 0.4}, {10, 0.6}}, bar)) {}
    bool says(const std::string& words) const {
        return std::ranges::any_of(panel.labels,
                                   [&](const Label& label) { return label.text.find(words) != std::string::npos; });
    }
};

SplitBar parts(double left, double right) {
    SplitBar bar;
    bar.left = left;
    bar.right = right;
    bar.left_name = "gain";
    bar.right_name = "loss";
    return bar;
}

}  // namespace

TEST_CASE("two parts meet where their ratio says, and both are named") {
    const Drawn drawn(parts(3, 1));
    CHECK(drawn.border.isApprox(Vec2(7.5, 0.5)));
    CHECK(drawn.says("gain"));
    CHECK(drawn.says("loss"));
    CHECK(drawn.panel.fills.size() == 3);  // the track and both parts
}

TEST_CASE("a part that is nothing is not drawn, and the other has the whole track") {
    CHECK(Drawn(parts(0, 2)).border.x() == 0);
    CHECK(Drawn(parts(2, 0)).border.x() == 10);
    CHECK(Drawn(parts(2, 0)).panel.fills.size() == 2);
}

TEST_CASE("without a whole the track is empty") {
    for (const SplitBar& bar : {parts(0, 0), parts(undefined, 1), parts(1, undefined), parts(infinity, 1)}) {
        const Drawn drawn(bar);
        CHECK(drawn.panel.fills.size() == 1);
        CHECK(drawn.panel.labels.empty());
        CHECK(drawn.border.x() == 0);
    }
}

TEST_CASE("a mark stands at its amount, counted from the left") {
    SplitBar bar = parts(1, 3);
    bar.marks = {{2, "most", Ink::special}};
    const Drawn drawn(bar);
    CHECK(drawn.says("most"));
    CHECK(
        std::ranges::any_of(drawn.panel.labels, [](const Label& label) { return label.at.x() == doctest::Approx(5); }));
}
