// The limits are looked at before Markdown is read: its worst cases cost more than their length. See note_blocks.h.
#include "app/notebook/note_blocks.h"

#include "app/study/markdown.h"

#include <algorithm>

namespace eigenscape {
namespace {

std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

bool has_longer_line(std::string_view text, std::size_t most) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end - at > most) return true;
        at = end + 1;
    }
    return false;
}

// Lists and quotes in one another beyond any use cost MD4C time, and a column each on the page.
bool nests_deep(std::string_view text) {
    constexpr std::size_t most = 64, most_indent = 256;
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size()) + 1) {
        std::size_t marks = 0, here = at;
        for (; here < text.size(); ++here) {
            const bool item =
                (text[here] == '-' || text[here] == '*' || text[here] == '+') && text.substr(here + 1, 1) == " ";
            if (item || text[here] == '>') ++marks;
            else if (text[here] != ' ' && text[here] != '\t') break;
        }
        if (marks > most || here - at > most_indent) return true;
    }
    return false;
}

// ![[shot.png]], and ![[shot.png|300]] with a width, is how Obsidian writes a picture. No line changes its number.
std::string with_usual_pictures(std::string_view text) {
    std::string out;
    for (std::size_t at; (at = text.find("![[")) != text.npos;) {
        const std::size_t end = text.find_first_of("]\n", at + 3);
        out += text.substr(0, at);
        if (end == text.npos || text.substr(end, 2) != "]]") {
            out += "![[";
            text.remove_prefix(at + 3);
            continue;
        }
        const std::string_view name = text.substr(at + 3, std::min(end, text.find('|', at)) - at - 3);
        out.append("![").append(name).append("](<").append(name).append(">)");
        text.remove_prefix(end + 2);
    }
    return out.append(text);
}

// Is it the line under a table's head, such as |:-|-|?
bool parts_table(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '>')) line.remove_prefix(1);
    return line.find('|') != line.npos && line.find('-') != line.npos && line.find_first_not_of("|-: ") == line.npos;
}

// One dash is enough under a table's head; MD4C 0.4 asks for three signs in each column. No line changes its number.
std::string with_wide_table_lines(const std::string& text) {
    std::string out;
    bool fenced = false, after_cells = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = line_at(text, at);
        const std::size_t word = std::min(line.find_first_not_of(" >"), line.size());
        if (line.substr(word).starts_with("```") || line.substr(word).starts_with("~~~")) fenced = !fenced;
        const bool widen = after_cells && !fenced && parts_table(line);
        for (std::size_t i = at; i < end; ++i) out.append(widen && text[i] == '-' ? 3 : 1, text[i]);
        if (end < text.size()) out += '\n';
        after_cells = line.find('|') != line.npos;
        at = end + 1;
    }
    return out;
}

}  // namespace

std::size_t front_matter_length(std::string_view text) {
    if (line_at(text, 0) != "---") return 0;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at)) {
        ++at;
        const std::string_view line = line_at(text, at);
        if (line == "---" || line == "...")
            return std::min(std::min(text.find('\n', at), text.size()) + 1, text.size());
    }
    return 0;
}

// Only marks of lists and quotations stand before a task's box, and none of them holds a bracket.
std::string with_other_tick(std::string text, std::size_t line) {
    std::size_t at = 0;
    for (; line > 1 && at != text.npos; --line)
        at = text.find('\n', at) == text.npos ? text.npos : text.find('\n', at) + 1;
    const std::size_t box = at == text.npos ? at : text.find_first_of("[\n", at);
    if (box == text.npos || text[box] != '[' || text.substr(box + 2, 1) != "]") return text;
    char& mark = text[box + 1];
    mark = mark == ' ' ? 'x' : mark == 'x' || mark == 'X' ? ' ' : mark;
    return text;
}

NoteBlocks note_blocks(std::string_view text) {
    NoteBlocks note;
    const auto plainly = [&](const std::string& why) {
        return note.plain = why + " It is shown as plain text.", note.blocks.clear(), note;
    };
    if (text.size() > most_typeset_bytes)
        return plainly("This note is large (" + std::to_string(text.size() >> 10) + " KiB).");
    if (has_longer_line(text, most_typeset_line))
        return plainly("A line of this note is longer than " + std::to_string(most_typeset_line >> 10) + " KiB.");
    const std::size_t front = front_matter_length(text);
    const std::string_view body = text.substr(front);
    if (nests_deep(body)) return plainly("Lists or quotations lie in one another more than 64 deep.");
    std::vector<Problem> problems;
    const int line = 1 + static_cast<int>(std::ranges::count(text.substr(0, front), '\n'));
    note.blocks = markdown_blocks(with_wide_table_lines(with_usual_pictures(body)), line, problems, MarkdownOf::note);
    if (!problems.empty()) return plainly(problems.front().message);
    if (note.blocks.size() > most_typeset_blocks)
        return plainly("This note has more than " + std::to_string(most_typeset_blocks) + " paragraphs.");
    return note;
}

}  // namespace eigenscape
