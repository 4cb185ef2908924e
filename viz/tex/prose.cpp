// Sentences with formulas in them: pieces between spaces, filled into lines.
#include "core/memo.h"
#include "viz/tex/compositor.h"
#include "viz/tex/parse.h"
#include "viz/tex/spoken.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace eigenscape {
namespace {

constexpr std::size_t remembered_sentences = 256;
constexpr double formula_scale = 1.12;  // Latin Modern's small letters are lower than Inter's

struct AskedProse {
    double size, width;
    Face face;
    double leading;
    std::string text;
    bool operator==(const AskedProse&) const = default;
};

// Words or a formula; `after` says what stands before it: nothing, a space, or a new line.
struct ProsePiece {
    enum After : std::uint8_t { nothing, space, line } after = nothing;
    bool formula = false;
    std::string text;
    std::size_t column = 0;  // where it begins, in characters from 0
};

class ProseCutter {
  public:
    std::vector<TexError> errors;

    std::vector<ProsePiece> pieces(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column_;
            if (c == '\\' && i + 1 < text.size() && text[i + 1] == '$') {
                ++i;
                ++column_;
                word() += '$';
            } else if (c == '$') {
                i = formula(text, i);
            } else if (c == ' ' || c == '\t' || c == '\r') {
                end(ProsePiece::space);
            } else if (c == '\n') {
                end(ProsePiece::line);
            } else {
                word() += c;
            }
        }
        return std::move(pieces_);
    }

  private:
    std::string& word() {
        if (pieces_.empty() || pieces_.back().formula || next_ != ProsePiece::nothing) add(false);
        return pieces_.back().text;
    }
    void add(bool formula) { pieces_.push_back({std::exchange(next_, ProsePiece::nothing), formula, {}, column_}); }
    void end(ProsePiece::After after) {
        if (pieces_.empty()) return;
        if (after == ProsePiece::line && next_ == ProsePiece::line) {  // an empty line between paragraphs
            add(false);
        }
        next_ = std::max(next_, after);
    }
    std::size_t formula(std::string_view text, std::size_t from) {
        std::size_t to = from + 1;
        while (to < text.size() && text[to] != '$') to += text[to] == '\\' ? 2 : 1;
        if (to >= text.size()) {
            errors.push_back({column_, "This $ is never closed: a second $ is missing. For the sign write \\$."});
            word() += '$';
            return from;
        }
        add(true);
        pieces_.back().text = text.substr(from + 1, to - from - 1);
        for (std::size_t i = from + 1; i <= to; ++i)
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++column_;
        return to;
    }

    std::vector<ProsePiece> pieces_;
    ProsePiece::After next_ = ProsePiece::nothing;
    std::size_t column_ = 0;
};

struct ProseLine {
    std::vector<std::pair<Box, double>> boxes;  // and where each stands
    double width = 0, ascent = 0, descent = 0;
};

class Filler {
  public:
    Filler(const AskedProse& asked, double size) : asked_(asked), size_(size), compositor_(size * formula_scale) {}

    Typeset set() {
        ProseCutter cutter;
        const auto pieces = cutter.pieces(asked_.text);
        errors_ = std::move(cutter.errors);
        const double gap = metrics_of(asked_.face, glyph_of(asked_.face, U' ')).advance * size_;
        for (std::size_t i = 0; i < pieces.size();) {
            std::size_t end = i + 1;  // a word: pieces with no space between them
            while (end < pieces.size() && pieces[end].after == ProsePiece::nothing) ++end;
            word({pieces.begin() + static_cast<std::ptrdiff_t>(i), pieces.begin() + static_cast<std::ptrdiff_t>(end)},
                 gap);
            i = end;
        }
        return stacked();
    }

  private:
    void word(std::span<const ProsePiece> pieces, double gap) {
        std::vector<Box> boxes;
        double width = 0;
        if (!said_.empty()) said_ += ' ';
        for (const ProsePiece& piece : pieces) {
            boxes.push_back(piece.formula ? formula(piece) : words(piece));
            width += boxes.back().width;
        }
        const bool full = asked_.width > 0 && lines_.back().width + gap + width > asked_.width;
        const bool begun = !lines_.back().boxes.empty();
        if (pieces.front().after == ProsePiece::line || (begun && full)) lines_.emplace_back();
        ProseLine& line = lines_.back();
        if (!line.boxes.empty()) line.width += gap;
        for (const Box& box : boxes) {
            line.boxes.emplace_back(box, line.width);
            line.width += box.width;
            line.ascent = std::max(line.ascent, box.ascent);
            line.descent = std::max(line.descent, box.descent);
        }
    }
    Box words(const ProsePiece& piece) {
        said_ += piece.text;
        return compositor_.words(piece.text, size_, asked_.face);
    }
    Box formula(const ProsePiece& piece) {
        ParsedTex parsed = parse_tex(piece.text);
        for (TexError& error : parsed.errors)
            errors_.push_back({error.column + piece.column, std::move(error.message)});
        said_ += spoken(parsed.root);
        return compositor_.set(parsed.root, {1, false});
    }
    // Baselines an even distance apart, more where a tall formula asks for it.
    Typeset stacked() {
        double baseline = 0, width = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const ProseLine& line = lines_[i];
            if (i > 0) {
                const double tight = lines_[i - 1].descent + line.ascent + 0.15 * size_;
                baseline -= std::max(asked_.leading * size_, tight);
            }
            for (const auto& [box, x] : line.boxes) compositor_.move(box, {x, baseline});
            width = std::max(width, line.width);
        }
        Typeset out = std::move(compositor_.sheet());
        out.width = width;
        out.ascent = lines_.front().ascent;
        out.descent = lines_.back().descent - baseline;
        out.errors = std::move(errors_);
        std::ranges::stable_sort(out.errors, {}, &TexError::column);
        out.spoken = std::move(said_);
        return out;
    }

    const AskedProse& asked_;
    double size_;
    Compositor compositor_;
    std::vector<ProseLine> lines_{1};
    std::vector<TexError> errors_;
    std::string said_;
};

}  // namespace

std::shared_ptr<const Typeset> typeset_prose(std::string_view text, double size_points, double width_points, Face face,
                                             double leading) {
    static Memo<AskedProse, Typeset> memo(remembered_sentences);
    const AskedProse asked{size_points, width_points, face, leading, std::string(text)};
    return memo(asked, [&] {
        const double size = std::isfinite(size_points) ? std::clamp(size_points, 0.0, 1e4) : 0;
        return Filler(asked, size).set();
    });
}

}  // namespace eigenscape
