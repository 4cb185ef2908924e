// Each icon is a few strokes, arcs or triangles in a 16-unit box about its centre.
// Add one by adding a case; keep strokes 1.5 units wide.
#include "app/panels/icons.h"

#include "app/panels/imgui_compat.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <vector>

namespace eigenscape {
namespace {

struct Plotter {
    ImDrawList& list;
    float x, y, s;
    ImU32 color;
    ImVec2 at(float px, float py) const { return {x + (px - 8) * s, y + (py - 8) * s}; }
    float pen() const { return std::max(1.0f, 1.5f * s); }
    void line(std::initializer_list<ImVec2> through, bool closed = false) const {
        std::vector<ImVec2> points;
        for (const ImVec2& p : through) points.push_back(at(p.x, p.y));
        compat::add_polyline(list, points.data(), static_cast<int>(points.size()), color, closed, pen());
    }
    void triangle(ImVec2 a, ImVec2 b, ImVec2 c) const {
        list.AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), color);
    }
    void block(float x0, float y0, float x1, float y1, float round = 0.5f) const {
        list.AddRectFilled(at(x0, y0), at(x1, y1), color, round * s);
    }
    void frame(float x0, float y0, float x1, float y1, float round = 2) const {
        compat::add_rect(list, at(x0, y0), at(x1, y1), color, round * s, pen());
    }
    void ring(float cx, float cy, float r) const { list.AddCircle(at(cx, cy), r * s, color, 0, pen()); }
    void disc(float cx, float cy, float r) const { list.AddCircleFilled(at(cx, cy), r * s, color); }
    void arc(float cx, float cy, float r, double from, double to) const {  // in quarter turns, clockwise from the right
        constexpr double quarter = 1.57079632679489662;
        std::vector<ImVec2> points;
        for (int i = 0; i <= 20; ++i) {
            const double a = (from + (to - from) * i / 20) * quarter;
            points.push_back(at(cx + r * static_cast<float>(std::cos(a)), cy + r * static_cast<float>(std::sin(a))));
        }
        compat::add_polyline(list, points.data(), 21, color, false, pen());
    }
};

void draw_time(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::play: p.triangle({4.5f, 2.5f}, {13.5f, 8}, {4.5f, 13.5f}); break;
        case Icon::pause: p.block(4, 3, 7, 13), p.block(9, 3, 12, 13); break;
        case Icon::step_forward:
            p.triangle({3.5f, 3.5f}, {10.5f, 8}, {3.5f, 12.5f}), p.block(10.75f, 3.5f, 12.5f, 12.5f);
            break;
        case Icon::step_back:
            p.triangle({12.5f, 3.5f}, {5.5f, 8}, {12.5f, 12.5f}), p.block(3.5f, 3.5f, 5.25f, 12.5f);
            break;
        case Icon::to_start:
            p.triangle({13, 3.5f}, {8, 8}, {13, 12.5f}), p.triangle({8.5f, 3.5f}, {3.5f, 8}, {8.5f, 12.5f}),
                p.block(2, 3.5f, 3.5f, 12.5f);
            break;
        default:  // loop
            p.line({{2.5f, 9}, {2.5f, 7}, {4.5f, 5}, {11, 5}}), p.triangle({10.5f, 2}, {14.5f, 5}, {10.5f, 8});
            p.line({{13.5f, 7}, {13.5f, 9}, {11.5f, 11}, {5, 11}}), p.triangle({5.5f, 8}, {1.5f, 11}, {5.5f, 14});
            break;
    }
}

void draw_panel_sign(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::library: p.frame(2, 3, 14, 13), p.block(3, 4, 6.5f, 12, 1); break;
        case Icon::inspector: p.frame(2, 3, 14, 13), p.block(9.5f, 4, 13, 12, 1); break;
        case Icon::full_screen:
            p.line({{2.5f, 6}, {2.5f, 2.5f}, {6, 2.5f}}), p.line({{10, 2.5f}, {13.5f, 2.5f}, {13.5f, 6}});
            p.line({{13.5f, 10}, {13.5f, 13.5f}, {10, 13.5f}}), p.line({{6, 13.5f}, {2.5f, 13.5f}, {2.5f, 10}});
            break;
        case Icon::fit: p.frame(2.5f, 2.5f, 13.5f, 13.5f, 1), p.ring(8, 8, 2), p.disc(8, 8, 0.8f); break;
        case Icon::folder:
            p.line({{2, 12.5f}, {2, 3.5f}, {6, 3.5f}, {7.5f, 5.5f}, {14, 5.5f}, {14, 12.5f}}, true);
            break;
        default:
            p.line({{8, 2}, {8, 10}}), p.line({{4.5f, 6.8f}, {8, 10.2f}, {11.5f, 6.8f}}),
                p.line({{2.5f, 10.5f}, {2.5f, 13.5f}, {13.5f, 13.5f}, {13.5f, 10.5f}});
            break;  // save
    }
}

void draw_deed(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::undo: p.arc(8.5f, 9, 4.5f, -2, 1), p.triangle({0.8f, 8.2f}, {7.2f, 8.2f}, {4, 12.4f}); break;
        case Icon::redo: p.arc(7.5f, 9, 4.5f, 1, 4), p.triangle({8.8f, 8.2f}, {15.2f, 8.2f}, {12, 12.4f}); break;
        case Icon::reset: p.arc(8, 8.5f, 5, -0.9, 2.1), p.triangle({8.2f, 0.4f}, {8.2f, 6.4f}, {3.6f, 3.4f}); break;
        case Icon::camera:
            p.frame(1.5f, 4.5f, 14.5f, 13.5f), p.ring(8, 9, 2.6f),
                p.line({{5.5f, 4.5f}, {6.5f, 2.5f}, {9.5f, 2.5f}, {10.5f, 4.5f}});
            break;
        case Icon::theme: {
            p.ring(8, 8, 5.5f);
            p.list.PathArcTo(p.at(8, 8), 5.5f * p.s, -1.5707963f, 1.5707963f, 16);
            p.list.PathFillConvex(p.color);
            break;
        }
        case Icon::help:
            p.ring(8, 8, 6.2f), p.arc(8, 6.3f, 2, -2, 0.9), p.line({{8, 8.2f}, {8, 9.4f}}), p.disc(8, 11.4f, 0.9f);
            break;
        case Icon::page:
            p.frame(3, 1.8f, 13, 14.2f), p.line({{5.5f, 5}, {10.5f, 5}}), p.line({{5.5f, 8}, {10.5f, 8}}),
                p.line({{5.5f, 11}, {8.5f, 11}});
            break;
        case Icon::search: p.ring(7, 7, 4.2f), p.line({{10.2f, 10.2f}, {14, 14}}); break;
        default: break;
    }
}

// Of a learner's tools: what hurts, cards, the map of concepts, a prediction.
void draw_learning(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::pulse: p.line({{1.5f, 9}, {4.5f, 9}, {6.5f, 3.5f}, {9.5f, 13}, {11.5f, 9}, {14.5f, 9}}); break;
        case Icon::cards: p.frame(2, 5.5f, 11, 13.5f, 1.5f), p.line({{5, 2.8f}, {14, 2.8f}, {14, 10.5f}}); break;
        case Icon::web:
            p.ring(4, 8, 2), p.ring(12, 3.8f, 2), p.ring(12, 12.2f, 2), p.line({{5.8f, 7}, {10.2f, 4.8f}});
            p.line({{5.8f, 9}, {10.2f, 11.2f}});
            break;
        default:
            p.ring(8, 8, 5), p.disc(8, 8, 1.4f), p.line({{8, 1.2f}, {8, 4.5f}}), p.line({{8, 11.5f}, {8, 14.8f}});
            break;
    }
}

void draw_word_sign(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::close: p.line({{4, 4}, {12, 12}}), p.line({{12, 4}, {4, 12}}); break;
        case Icon::down: p.line({{4.5f, 6.5f}, {8, 10}, {11.5f, 6.5f}}); break;
        case Icon::dot: p.ring(8, 8, 3.4f), p.disc(8, 8, 1.2f); break;
        case Icon::sliders:
            p.line({{2, 5}, {14, 5}}), p.line({{2, 11}, {14, 11}}), p.disc(10.5f, 5, 2.2f), p.disc(5.5f, 11, 2.2f);
            break;
        case Icon::check: p.line({{3, 8.5f}, {6.5f, 12}, {13, 4.5f}}); break;
        case Icon::warning:
            p.line({{8, 2.5f}, {14, 13}, {2, 13}}, true), p.line({{8, 6.5f}, {8, 9.5f}}), p.disc(8, 11.3f, 0.8f);
            break;
        default: p.ring(8, 8, 6), p.line({{8, 7.5f}, {8, 11.5f}}), p.disc(8, 5, 0.9f); break;  // info
    }
}

void draw_data_sign(const Plotter& p, Icon icon) {
    switch (icon) {
        case Icon::brush:
            p.line({{13.5f, 2.5f}, {6.5f, 9.5f}}),
                p.line({{6.8f, 9.2f}, {4, 10.5f}, {2.5f, 13.5f}, {5.8f, 12.4f}, {6.8f, 9.2f}}, true);
            break;
        case Icon::eraser:
            p.line({{9.5f, 2.5f}, {13.5f, 6.5f}, {7.5f, 12.5f}, {5, 12.5f}, {2.5f, 10}, {9.5f, 2.5f}}, true),
                p.line({{5.8f, 6.2f}, {9.8f, 10.2f}}), p.line({{7, 13.5f}, {14, 13.5f}});
            break;
        case Icon::noise:
            for (const ImVec2 at : {ImVec2(4, 5), ImVec2(8, 3), ImVec2(12, 5.5f), ImVec2(6.5f, 8), ImVec2(10.5f, 9),
                                    ImVec2(3.5f, 11.5f), ImVec2(8, 13), ImVec2(12.5f, 12.5f)})
                p.disc(at.x, at.y, 1.1f);
            break;
        case Icon::outlier:
            for (const ImVec2 at : {ImVec2(3.5f, 10), ImVec2(6, 12.5f), ImVec2(6.5f, 9.5f), ImVec2(3.5f, 13)})
                p.disc(at.x, at.y, 1.1f);
            p.ring(12, 4, 2.4f), p.disc(12, 4, 0.9f);
            break;
        default:  // table
            p.frame(2, 3, 14, 13, 1), p.line({{2, 6.5f}, {14, 6.5f}}), p.line({{2, 9.8f}, {14, 9.8f}}),
                p.line({{7, 3}, {7, 13}});
            break;
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, double x, double y, double scale, std::uint32_t color) {
    const Plotter p{list, static_cast<float>(x), static_cast<float>(y), static_cast<float>(scale), color};
    switch (icon) {
        case Icon::play:
        case Icon::pause:
        case Icon::step_back:
        case Icon::step_forward:
        case Icon::to_start:
        case Icon::loop: return draw_time(p, icon);
        case Icon::library:
        case Icon::inspector:
        case Icon::full_screen:
        case Icon::fit:
        case Icon::folder:
        case Icon::save: return draw_panel_sign(p, icon);
        case Icon::close:
        case Icon::check:
        case Icon::down:
        case Icon::dot:
        case Icon::sliders:
        case Icon::warning:
        case Icon::info: return draw_word_sign(p, icon);
        case Icon::brush:
        case Icon::eraser:
        case Icon::noise:
        case Icon::outlier:
        case Icon::table: return draw_data_sign(p, icon);
        case Icon::pulse:
        case Icon::cards:
        case Icon::web:
        case Icon::aim: return draw_learning(p, icon);
        default: return draw_deed(p, icon);
    }
}

}  // namespace eigenscape
