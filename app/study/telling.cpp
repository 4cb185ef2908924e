// Text for terminals and cards; see telling.h. Width is counted in code points, which is what terminals show.
#include "app/study/telling.h"

#include "app/study/story.h"
#include "viz/tex/typeset.h"

#include <algorithm>

namespace eigenscape {
namespace {

int letters(std::string_view utf8) {
    return static_cast<int>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

constexpr char joint = '\x01';  // a blank inside a formula, where no line is broken

// Broken at spaces; the first line begins with `first`, the others with as many blanks.
std::string wrapped(std::string_view text, const std::string& first, int columns) {
    const std::string indent(static_cast<std::size_t>(letters(first)), ' ');
    std::string out = first;
    int at = letters(first);
    bool fresh = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        if (!fresh && at + 1 + letters(word) > columns) {
            out += "\n" + indent;
            at = letters(indent);
            fresh = true;
        }
        if (!fresh) out += ' ', ++at;
        out += word;
        at += letters(word);
        fresh = false;
    }
    std::ranges::replace(out, joint, ' ');
    return out + "\n";
}

std::string indented(std::string_view text, const std::string& by) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) out += by + std::string(text.substr(0, end));
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string formula_words(std::string_view tex, const Moment& moment) {
    return typeset(plain_tex(tex, moment), 12)->spoken;
}

std::string words(const std::vector<Span>& spans, const Moment& moment, Telling how) {
    std::string out;
    for (const Span& span : spans) {
        std::string text = span.text;
        if (span.kind == Span::live) text = words_named(moment, span.text, span.format);
        if (span.kind == Span::formula) {
            text = how == Telling::spoken ? formula_words(span.text, moment) : "$" + plain_tex(span.text, moment) + "$";
            std::ranges::replace(text, ' ', joint);
        }
        out += text;
    }
    return out;
}

std::string table_rows(const Block& table, const Moment& moment, Telling how, const std::string& margin) {
    std::string out;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        out += (i % table.columns.size() == 0 ? margin + "| " : " | ") + words(table.cells[i], moment, how);
        if ((i + 1) % table.columns.size() == 0) out += " |\n";
    }
    return out;
}

std::string told(const Block& block, const Moment& moment, Telling how, int columns) {
    const bool spoken = how == Telling::spoken;
    const std::string margin(static_cast<std::size_t>(2 * std::max(0, block.depth - (block.kind == Block::item))), ' ');
    const std::string said = words(block.spans, moment, how);
    switch (block.kind) {
        case Block::formula:
            return spoken ? margin + "    " + formula_words(block.text, moment) + "\n"
                          : margin + "$$" + plain_tex(block.text, moment) + "$$\n";
        case Block::code:
            return spoken ? indented(block.text, margin + "    ")
                          : "```" + block.language + "\n" + block.text + "```\n";
        case Block::heading: return (spoken ? "" : "### ") + said + "\n";
        case Block::quote:
            return spoken ? wrapped("\u201c" + said + "\u201d", margin + "    ", columns)
                          : wrapped(said, margin + "> ", columns);
        case Block::item:
            return wrapped(said, margin + (block.number ? std::to_string(block.number) + ". " : "- "), columns);
        case Block::table: return table_rows(block, moment, how, margin);
        case Block::rule: return margin + "---\n";
        case Block::picture:
        case Block::paragraph: break;
    }
    return wrapped(said, margin, columns);
}

// The text between the braces that open at `at`; npos for its end when they are not closed.
std::size_t closing_brace(std::string_view tex, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < tex.size(); ++i) {
        if (tex[i] == '\\') ++i;
        else if (tex[i] == '{') ++depth;
        else if (tex[i] == '}' && --depth == 0) return i;
    }
    return tex.npos;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size())
        text.replace(at, what.size(), with);
}

std::string number_in_tex(const Moment& moment, std::string_view name) {
    const std::size_t colon = name.find(':');
    std::string words = words_named(moment, name.substr(0, colon), colon == name.npos ? "" : name.substr(colon + 1));
    if (words == "undefined") return "\\text{undefined}";
    replace_all(words, "\u2212", "-");
    return words;
}

std::string underlined(std::string_view title, char with) {
    return std::string(title) + "\n" + std::string(static_cast<std::size_t>(letters(title)), with) + "\n\n";
}

std::string told_concepts(std::span<const Concept> concepts) {
    std::string out;
    for (const Concept& each : concepts) {
        std::string line = each.name + (each.scene.empty() ? "" : " (eigenscape lesson " + each.scene + ")");
        if (!each.why.empty()) line += ": " + each.why;
        out += wrapped(line, "- ", 80);
    }
    return out;
}

// Each step with the numbers of the state that it reaches.
std::string told_story(const Lesson& lesson, const Scene& scene) {
    std::string out;
    const Story story = story_of(scene, lesson.story);
    for (std::size_t i = 0; i < story.beats.size(); ++i) {
        const Moment there = moment_of(scene, story.beats[i].to);
        std::string said;
        for (const Block& block : story.beats[i].words)
            said += (said.empty() ? "" : " ") + words(block.spans, there, Telling::spoken);
        out += wrapped(said, std::to_string(i + 1) + ". ", 80);
    }
    return out;
}

std::string told_challenges(const Lesson& lesson) {
    std::string out;
    for (const Challenge& challenge : lesson.challenges) out += wrapped(challenge.task, "- ", 80);
    return out;
}

}  // namespace

std::string plain_tex(std::string_view tex, const Moment& moment) {
    std::string out(tex);
    for (std::size_t at; (at = out.find("\\num{")) != out.npos;) {
        const std::size_t end = closing_brace(out, at + 4);
        if (end == out.npos) break;
        out.replace(at, end + 1 - at, number_in_tex(moment, std::string_view(out).substr(at + 5, end - at - 5)));
    }
    const std::string_view colour = "\\textcolor{";
    for (std::size_t at; (at = out.find(colour)) != out.npos;) {
        const std::size_t role_end = closing_brace(out, at + colour.size() - 1);
        const std::size_t end = role_end == out.npos ? role_end : closing_brace(out, role_end + 1);
        if (end == out.npos) break;
        out.replace(at, end + 1 - at, out.substr(role_end + 2, end - role_end - 2));
    }
    return out;
}

std::string told(const std::vector<Span>& spans, const Moment& moment, Telling how) {
    std::string out = words(spans, moment, how);
    std::ranges::replace(out, joint, ' ');
    return out;
}

std::string told(std::span<const Block> blocks, const Moment& moment, Telling how, int columns) {
    std::string out;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool list_goes_on = i > 0 && blocks[i].kind == Block::item && (blocks[i - 1].kind == Block::item);
        if (i > 0 && !list_goes_on) out += "\n";
        out += told(blocks[i], moment, how, columns);
    }
    return out;
}

std::string told_lesson(const Lesson& lesson, const Moment& moment, std::optional<Layer> only) {
    if (only) return underlined(title_of(*only), '-') + told(lesson.layer(*only), moment, Telling::spoken);
    std::string out = underlined(lesson.title, '=') + wrapped(moment.scene->words.summary, "", 80);
    const auto section = [&](std::string_view title, const std::string& text) {
        if (!text.empty()) out += "\n" + underlined(title, '-') + text;
    };
    std::string hurts;
    for (const Symptom& symptom : lesson.symptoms)
        hurts += wrapped(symptom.words + words(symptom.advice.front().spans, moment, Telling::spoken), "- ", 80);
    section("What brings people here", hurts);
    for (const Layer layer : {Layer::see, Layer::plain, Layer::formal})
        section(title_of(layer), told(lesson.layer(layer), moment, Telling::spoken));
    section("Why it matters in machine learning", told(lesson.why, moment, Telling::spoken));
    section("Misconceptions", told(lesson.misconceptions, moment, Telling::spoken));
    section("Story", told_story(lesson, *moment.scene));
    section("Challenges", told_challenges(lesson));
    section("Prerequisites", told_concepts(lesson.prerequisites));
    section("Leads to", told_concepts(lesson.leads_to));
    return out;
}

}  // namespace eigenscape
