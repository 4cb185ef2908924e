// Line by line: a heading opens a section, a `::` line ends the text before it; see lesson_parts.h.
#include "app/study/lesson_parts.h"

#include "app/model/literal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

int heading_level(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= 3 && level < line.size() && line[level] == ' ' ? static_cast<int>(level) : 0;
}

// "… over 2 s" at the end of a line of settings.
void read_time(std::string_view& text, Part& part, std::vector<Problem>& problems) {
    const std::size_t over = text.rfind("over ");
    if (over == text.npos || (over > 0 && text[over - 1] != ' ') || !text.ends_with(" s")) return;
    const std::string_view number = trimmed(text.substr(over + 5, text.size() - over - 7));
    const auto read = std::from_chars(number.data(), number.data() + number.size(), part.seconds);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || !std::isfinite(part.seconds) ||
        part.seconds < 0 || part.seconds > 60) {
        problems.push_back(
            {part.line, "\"over " + std::string(number) + " s\" is not a time. Write seconds from 0 to 60: over 2 s."});
        part.seconds = 0;
    }
    part.timed = true;
    text = trimmed(text.substr(0, over));
}

Part settings_part(std::string_view line, int number, std::vector<Problem>& problems) {
    Part part;
    part.is_settings = true;
    part.line = number;
    std::string_view text = trimmed(line.substr(2));
    read_time(text, part, problems);
    part.settings = settings_in(text);
    for (const std::string& setting : part.settings)
        if (setting.find('=') == std::string::npos)
            problems.push_back({number, "\"" + setting + "\" is no setting. Write NAME=VALUE, and \"over 2 s\" last."});
    return part;
}

}  // namespace

std::vector<Section> sections_of(std::string_view markdown, std::vector<Problem>& problems) {
    std::vector<Section> sections(1);
    std::string_view fence;
    int number = 0;
    while (!markdown.empty()) {
        const std::size_t end = markdown.find('\n');
        const std::string_view line = markdown.substr(0, end), bare = trimmed(line);
        markdown.remove_prefix(end == markdown.npos ? markdown.size() : end + 1);
        ++number;
        if (bare.starts_with("```") || bare.starts_with("~~~"))
            fence = fence.empty() ? bare.substr(0, 3) : bare.starts_with(fence) ? "" : fence;
        const int level = fence.empty() ? heading_level(line) : 0;
        std::vector<Part>& parts = sections.back().parts;
        if (level) {
            sections.push_back({std::string(trimmed(line.substr(static_cast<std::size_t>(level)))), level, number, {}});
        } else if (fence.empty() && bare.starts_with("::")) {
            parts.push_back(settings_part(bare, number, problems));
        } else {
            if (parts.empty() || parts.back().is_settings) parts.push_back({"", false, {}, 0, false, number});
            parts.back().text.append(line).append("\n");
        }
    }
    if (!fence.empty())
        problems.push_back({number, "The last block of code is not closed. End it with a line of ```."});
    return sections;
}

}  // namespace eigenscape
