// Panels moved to their part of a larger canvas; see page.h. A panel's camera depends only on its place in points, so
// the picture is the same as on a canvas of its own.
#include "viz/page.h"

#include "viz/place_head.h"

#include <algorithm>

namespace eigenscape {
namespace {

Rect fraction(const Rect& at, const Vec2& size) {
    return {at.x / size.x(), at.y / size.y(), at.width / size.x(), at.height / size.y()};
}

Box2 box_of(const Rect& at) { return {{0, 0}, {at.width, at.height}}; }  // one unit is one point, y upwards

}  // namespace

void Page::put(const Frame& picture, const Views& its_views, const Rect& at, const std::string& name) {
    for (const Panel& panel : picture.panels()) {
        const Rect& p = panel.place;
        Panel& mine = frame.plane(name + panel.name, panel.home);
        mine = panel;
        mine.name = name + panel.name;
        mine.place =
            fraction({at.x + p.x * at.width, at.y + p.y * at.height, p.width * at.width, p.height * at.height}, size);
        if (const auto view = its_views.find(panel.name); view != its_views.end()) views[mine.name] = view->second;
    }
    const std::string& words = picture.alt_text();
    frame.describe(frame.alt_text() + (frame.alt_text().empty() || words.empty() ? "" : " ") + words);
}

void Page::write(std::vector<Panel::Note> lines, const Rect& at, const std::string& name) {
    std::size_t missing = 0;
    while (lines.size() > 1 && written_height(lines, at.width) > at.height) {
        const Panel::Note gone = lines.back();
        lines.resize(lines.size() - (missing > 0 ? 2 : 1));
        lines.push_back({"… and " + std::to_string(++missing) + " more", Ink::faint, gone.size_points});
    }
    Panel& panel = frame.plane(name, box_of(at), fraction(at, size));
    panel.notes = std::move(lines);
}

void Page::rule(const Rect& at, double apart_points, const std::string& name) {
    Panel& panel = frame.plane(name, box_of(at), fraction(at, size));
    const Pen pen{.ink = Ink::still, .width_points = 1.2};
    for (double y = apart_points; y < at.height - head_margin; y += apart_points)
        panel.line(Vec2(1.5 * head_margin, at.height - y), Vec2(at.width - 1.5 * head_margin, at.height - y), pen);
}

double written_height(const std::vector<Panel::Note>& lines, double width_points) {
    if (lines.empty()) return 0;
    Panel panel;
    panel.notes = lines;
    Camera camera;
    camera.place = {0, 0, width_points, 1};
    return place_head(panel, camera).ground.height + 2 * head_margin;
}

}  // namespace eigenscape
