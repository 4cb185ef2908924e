// Notes: lines of words on one ground in the panel's upper left corner, broken where the panel is too narrow; see
// place_labels.h.
#include "viz/place_labels.h"

#include <algorithm>

namespace eigenscape {
namespace {

std::vector<std::string> broken(std::string_view text, double size, double room, const MeasureText& measure) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, end));
        std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (lines.back().empty() || measure(longer, size).width <= room)
            lines.back() = std::move(longer);
        else
            lines.push_back(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

PlacedNotes place_notes(const Panel& panel, const Camera& camera, const MeasureText& measure) {
    constexpr double margin = 16, pad = 8, leading = 1.5;
    PlacedNotes placed;
    if (panel.notes.empty()) return placed;
    const double room = std::max(60.0, camera.place.width - 2 * (margin + pad));
    double width = 0, y = camera.place.y + margin + pad;
    for (const auto& note : panel.notes) {
        for (std::string& line : broken(note.text, note.size_points, room, measure)) {
            width = std::max(width, measure(line, note.size_points).width);
            placed.lines.push_back(
                {&note, std::move(line), {camera.place.x + margin + pad, y + 1.05 * note.size_points}});
            y += leading * note.size_points;
        }
    }
    placed.ground = {camera.place.x + margin, camera.place.y + margin, width + 2 * pad,
                     y + pad - camera.place.y - margin};
    return placed;
}

}  // namespace eigenscape
