// The additions to Markdown: live values in braces, words in the colour of a role; see prose.h.
// Works on the spans that MD4C found (markdown.cpp), so none of it reaches into code or formulas.
#include "app/study/prose.h"

#include "app/model/ascii.h"
#include "app/study/markdown.h"
#include "core/calculus/nearest_name.h"
#include "viz/number_format.h"
#include "viz/theme.h"

#include <algorithm>

namespace eigenscape {
namespace {

// How much of `text` is a name with indices and parts, A[0][1] or eigenvalues[0].re; 0 when none starts here.
std::size_t path_length(std::string_view text) {
    std::size_t i = 0;
    const auto word = [&] {
        const std::size_t start = i;
        while (i < text.size() && (begins_name(text[i]) || (i > start && is_digit(text[i])))) ++i;
        return i > start;
    };
    if (!word()) return 0;
    while (i < text.size()) {
        if (text[i] == '[') {
            std::size_t end = i + 1;
            while (end < text.size() && is_digit(text[end])) ++end;
            if (end == i + 1 || end == text.size() || text[end] != ']') return i;
            i = end + 1;
        } else if (text[i] == '.' && i + 1 < text.size() && begins_name(text[i + 1])) {
            ++i;
            word();
        } else {
            break;
        }
    }
    return i;
}

std::string known_roles() {
    std::string words;
    for (int i = 0; i < ink_count; ++i)
        if (const Ink ink = static_cast<Ink>(i); is_role(ink))
            words += (words.empty() ? "" : ", ") + std::string(name_of(ink));
    return words;
}

// Splits the words of one run of spans at braces and brackets.
class Additions {
  public:
    explicit Additions(std::vector<Problem>& problems) : problems_(problems) {}

    std::vector<Span> read(const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            if (span.kind == Span::words) read_words(span);
            else out_.push_back(span);
        }
        return std::move(out_);
    }

  private:
    void read_words(Span span) {
        const std::string text = std::move(span.text);
        span.text.clear();
        std::string_view rest = text;
        while (!rest.empty()) {
            if (const std::size_t used = taken(span, rest)) {
                rest.remove_prefix(used);
            } else {
                const std::size_t next = std::min(rest.find_first_of("{[]", 1), rest.size());
                add_words(span, rest.substr(0, next));
                span.line += static_cast<int>(std::ranges::count(rest.substr(0, next), '\n'));
                rest.remove_prefix(next);
            }
        }
    }

    // How much of `rest` was an addition.
    std::size_t taken(const Span& span, std::string_view rest) {
        if (rest[0] == '{') return live_value(span, rest);
        if (rest[0] == '[' && open_.size() < most_open) {
            open_.push_back(out_.size());
            Span bracket = span;  // stays when nothing comes of it
            bracket.text = "[";
            out_.push_back(std::move(bracket));
            return 1;
        }
        return rest[0] == ']' ? closed(span, rest) : 0;
    }

    std::size_t live_value(const Span& span, std::string_view rest) {
        const std::size_t length = path_length(rest.substr(1)), after = 1 + length;
        if (!length || after >= rest.size()) return 0;
        const std::size_t end = rest[after] == ':' ? rest.find('}', after) : rest[after] == '}' ? after : rest.npos;
        if (end == rest.npos) return 0;
        Span live = span;
        live.kind = Span::live;
        live.text = std::string(rest.substr(1, length));
        live.format = end > after ? std::string(rest.substr(after + 1, end - after - 1)) : "";
        if (end > after && !number_format(live.format))
            problems_.push_back(
                {span.line, "\"" + live.format +
                                "\" is not a way to write a number. Write .2f for two decimals, .3g for three "
                                "digits or d for a whole number."});
        out_.push_back(std::move(live));
        return end + 1;
    }

    std::size_t closed(const Span& span, std::string_view rest) {
        if (open_.empty()) return 0;
        const std::size_t start = open_.back();
        open_.pop_back();
        const std::size_t end = rest.size() > 1 && rest[1] == '{' ? rest.find('}') : rest.npos;
        if (end == rest.npos) return 0;
        const std::string_view role = rest.substr(2, end - 2);
        const auto ink = ink_named(role);
        if (!ink || !is_role(*ink)) {
            problems_.push_back({span.line, "There is no role \"" + std::string(role) +
                                                "\" to colour words with. There are: " + known_roles() + "."});
            return 0;
        }
        out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(start));
        for (std::size_t i = start; i < out_.size(); ++i) out_[i].ink = ink;
        return end + 1;
    }

    void add_words(const Span& like, std::string_view text) {
        Span span = like;
        span.text = std::string(text);
        std::ranges::replace(span.text, '\n', ' ');
        out_.push_back(std::move(span));
    }

    static constexpr std::size_t most_open = 20;  // brackets inside one another: nobody needs more
    std::vector<Problem>& problems_;
    std::vector<Span> out_;
    std::vector<std::size_t> open_;  // where in out_ a "[" stands
};

void join_equal(std::vector<Span>& spans) {
    std::vector<Span> joined;
    for (Span& span : spans) {
        if (!joined.empty() && span.kind == Span::words) {
            Span alike = joined.back();
            alike.text = span.text;
            alike.line = span.line;
            if (alike == span) {
                joined.back().text += span.text;
                continue;
            }
        }
        joined.push_back(std::move(span));
    }
    spans = std::move(joined);
}

}  // namespace

std::vector<Block> prose(std::string_view markdown, int first_line, std::vector<Problem>& problems) {
    std::vector<Block> blocks = markdown_blocks(markdown, first_line, problems);
    for (Block& block : blocks) {
        join_equal(block.spans);  // MD4C breaks words where a sign might have meant something
        block.spans = Additions(problems).read(block.spans);
        join_equal(block.spans);
    }
    return blocks;
}

std::vector<std::string> settings_in(std::string_view text) {
    std::vector<std::string> settings(1);
    int depth = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted) depth += (c == '[') - (c == ']');
        if (c == ' ' && !quoted && depth <= 0) settings.emplace_back();
        else settings.back() += c;
    }
    std::erase(settings, "");
    return settings;
}

std::string source_words(const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans) {
        if (span.kind == Span::formula) out += "$" + span.text + "$";
        else if (span.kind == Span::live) out += "{" + span.text + (span.format.empty() ? "" : ":") + span.format + "}";
        else out += span.text;
    }
    return out;
}

}  // namespace eigenscape
