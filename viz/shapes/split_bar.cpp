// The bar of two parts; see split_bar.h.
// A line of paper stands between the parts, so that they are told apart without their inks too.
#include "viz/shapes/split_bar.h"

#include "viz/shapes/rectangle.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

Label& named(Panel& panel, const Vec2& at, const std::string& words, Ink ink, const Vec2& toward) {
    Label& label = panel.label(at, tex_prose(words) + "\\mathstrut", ink, toward);  // all on one line
    label.size_points = 15;
    label.gap_points = 5;
    return label;
}

}  // namespace

Vec2 split_bar(Panel& panel, const Box2& box, const SplitBar& bar) {
    filled_box(panel, box, Ink::still, 0.6);
    const double whole = bar.left + bar.right;
    if (!std::isfinite(whole) || !(whole > 0)) return {box.lo.x(), box.center().y()};
    const auto at = [&](double amount) { return box.lo.x() + std::clamp(amount / whole, 0.0, 1.0) * box.size().x(); };
    const double border = at(bar.left);
    if (box.lo.x() < border) filled_box(panel, {box.lo, {border, box.hi.y()}}, bar.left_ink, 0.9);
    if (border < box.hi.x()) filled_box(panel, {{border, box.lo.y()}, box.hi}, bar.right_ink, 0.9);
    panel.line(Vec2(border, box.lo.y()), Vec2(border, box.hi.y()), {.ink = Ink::paper, .width_points = 3});
    named(panel, {box.lo.x(), box.hi.y()}, bar.left_name, bar.left_ink, {1, 1});
    named(panel, box.hi, bar.right_name, bar.right_ink, {-1, 1});
    for (const SplitBar::Mark& mark : bar.marks) {
        const double x = at(mark.at), over = 0.25 * box.size().y();
        panel.line(Vec2(x, box.lo.y() - over), Vec2(x, box.hi.y()), {.ink = mark.ink, .width_points = 2.5});
        named(panel, {x, box.lo.y() - over}, mark.name, mark.ink, {0, -1});
    }
    return {border, box.center().y()};
}

}  // namespace eigenscape
