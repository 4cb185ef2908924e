// Spans are cut at their spaces; what stands between two spaces is one word, whatever faces and formulas it is made of.
// Words fill lines; a span that goes on beyond the end of a line has a spot on each.
#include "app/panels/flow.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace eigenscape {
namespace {

constexpr double formula_scale = 1.12;        // Latin Modern's small letters are lower than Inter's
constexpr double above = 0.95, below = 0.27;  // of the size: how far letters reach

struct Piece {
    bool after_space = false, after_end = false;
    std::size_t span = 0;
    Typeset set;
};

NumberNamed numbers_of(const Moment& moment) {
    return [&moment](std::string_view name) { return number_named(moment, name); };
}

Face face_of(const Span& span, Face usual) {
    if (span.kind == Span::code) return Face::code;
    if (span.strong) return Face::ui_bold;
    return span.emphasis || span.ink ? Face::ui_medium : usual;
}

Typeset letters(std::string_view text, const FlowLook& look, const Span& span) {
    Typeset set;
    const GlyphRun run =
        layout(text, span.kind == Span::code ? code_scale * look.size : look.size, face_of(span, look.face));
    for (const Glyph& glyph : run.glyphs) set.glyphs.push_back({glyph, span.ink});
    set.width = run.width;
    set.ascent = above * look.size;
    set.descent = below * look.size;
    return set;
}

// A formula no wider than the line.
Typeset formula(const std::string& tex, const Moment& moment, double size, double width, TexStyle style) {
    const std::string filled = with_numbers(tex, numbers_of(moment));
    const auto set = typeset(filled, size, style);
    if (set->width <= width || set->width <= 0) return *set;
    return *typeset(filled, size * width / set->width, style);
}

class Filler {
  public:
    Filler(const std::vector<Span>& spans, const Moment& moment, const FlowLook& look)
        : spans_(spans), moment_(moment), look_(look) {}

    Flow fill() {
        for (std::size_t i = 0; i < spans_.size(); ++i) cut(i);
        const double gap = layout(" ", look_.size, look_.face).width;
        for (std::size_t i = 0; i < pieces_.size();) {
            std::size_t end = i + 1;
            double width = pieces_[i].set.width;
            for (; end < pieces_.size() && !pieces_[end].after_space; ++end) width += pieces_[end].set.width;
            if (x_ > 0 || pieces_[i].after_end) {
                if (x_ + gap + width > look_.width || pieces_[i].after_end) end_line(i);
                else x_ += gap;
            }
            for (; i < end; ++i) {
                places_.push_back(x_);
                x_ += pieces_[i].set.width;
            }
        }
        end_line(pieces_.size());
        return std::move(flow_);
    }

    FlowWidths widths() {
        for (std::size_t i = 0; i < spans_.size(); ++i) cut(i);
        const double gap = layout(" ", look_.size, look_.face).width;
        FlowWidths found;
        double word = 0, line = 0;
        for (const Piece& piece : pieces_) {
            if (piece.after_end) line = 0;
            else if (piece.after_space && line > 0) line += gap;
            word = (piece.after_space ? 0 : word) + piece.set.width;
            line += piece.set.width;
            found = {std::max(found.least, word), std::max(found.whole, line)};
        }
        return found;
    }

  private:
    void add(std::size_t span, Typeset set) {
        pieces_.push_back({std::exchange(space_, false), std::exchange(ended_, false), span, std::move(set)});
    }
    void words(std::size_t span, std::string_view text) {
        if (text == "\u2028") space_ = ended_ = true, text = {};  // a line ends here, full or not
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
            if (end > 0) add(span, letters(text.substr(0, end), look_, spans_[span]));
            if (end < text.size()) space_ = true;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    void cut(std::size_t i) {
        const Span& span = spans_[i];
        if (span.kind == Span::formula)
            return add(i, formula(span.text, moment_, look_.size * formula_scale, look_.width, TexStyle::text));
        if (span.kind != Span::live) return words(i, span.text);
        const std::string shown = words_named(moment_, span.text, span.format);
        if (named(moment_, span.text).number < 0) return words(i, shown);
        add(i, letters(shown, look_, span));
    }

    // Lines are an even distance apart, farther where a tall formula asks for it.
    void end_line(std::size_t end) {
        double up = above * look_.size, down = below * look_.size;
        for (std::size_t i = begun_; i < end; ++i) {
            up = std::max(up, pieces_[i].set.ascent);
            down = std::max(down, pieces_[i].set.descent);
        }
        if (first_) flow_.words.ascent = up;
        else y_ -= std::max(look_.leading * look_.size, last_down_ + up + 0.1 * look_.size);
        first_ = false;
        last_down_ = down;
        const double spare = look_.across > 0 ? look_.across * std::max(0.0, look_.width - x_) : 0;
        for (std::size_t i = begun_; i < end; ++i) put(pieces_[i], {spare + places_[i], y_}, i == begun_);
        flow_.words.descent = down - y_;
        begun_ = end;
        x_ = 0;
    }
    void put(const Piece& piece, const Vec2& at, bool new_line) {
        flow_.words.width = std::max(flow_.words.width, at.x() + piece.set.width);
        for (SetGlyph glyph : piece.set.glyphs) {
            glyph.glyph.at += at;
            flow_.words.glyphs.push_back(glyph);
        }
        for (SetRule rule : piece.set.rules) {
            rule.box.lo += at, rule.box.hi += at;
            flow_.words.rules.push_back(rule);
        }
        for (const SetPart& part : piece.set.parts)
            flow_.spots.push_back({part.number.empty() ? FlowSpot::term : FlowSpot::number,
                                   {part.box.lo + at, part.box.hi + at},
                                   part.number,
                                   part.ink,
                                   piece.span});
        const Span& span = spans_[piece.span];
        const Box2 box{at + Vec2(0, -piece.set.descent), at + Vec2(piece.set.width, piece.set.ascent)};
        if (span.struck) strike(piece.span, at, piece.set.width, new_line);
        if (span.kind == Span::code) grow(flow_.grounds, last_ground_, piece.span, box, new_line);
        if (span.kind == Span::live) flow_.spots.push_back({FlowSpot::number, box, span.text, span.ink, piece.span});
        else if (span.link || span.ink) spot(piece.span, box, new_line);
    }
    void grow(std::vector<Box2>& boxes, std::size_t& last, std::size_t span, const Box2& box, bool new_line) {
        if (!boxes.empty() && last == span && !new_line) boxes.back().hi.x() = box.hi.x();
        else boxes.push_back(box);
        last = span;
    }
    void strike(std::size_t span, const Vec2& at, double width, bool new_line) {
        auto& rules = flow_.words.rules;
        if (struck_ && struck_->first == span && !new_line)
            return void(rules[struck_->second].box.hi.x() = at.x() + width);
        const double middle = 0.29 * look_.size, half = 0.04 * look_.size;
        struck_ = {span, rules.size()};
        rules.push_back({{at + Vec2(0, middle - half), at + Vec2(width, middle + half)}, spans_[span].ink});
    }
    void spot(std::size_t span, const Box2& box, bool new_line) {
        const auto kind = spans_[span].link ? FlowSpot::link : FlowSpot::term;
        if (!flow_.spots.empty() && flow_.spots.back().span == span && flow_.spots.back().kind == kind && !new_line)
            flow_.spots.back().box.hi.x() = box.hi.x();
        else flow_.spots.push_back({kind, box, {}, spans_[span].ink, span});
    }

    const std::vector<Span>& spans_;
    const Moment& moment_;
    const FlowLook& look_;
    Flow flow_;
    std::vector<Piece> pieces_;
    std::vector<double> places_;
    std::size_t begun_ = 0, last_ground_ = 0;
    double x_ = 0, y_ = 0, last_down_ = 0;
    bool space_ = false, ended_ = false, first_ = true;
    std::optional<std::pair<std::size_t, std::size_t>> struck_;  // which span, and its rule
};

}  // namespace

Flow flow_of(const std::vector<Span>& spans, const Moment& moment, const FlowLook& look) {
    return Filler(spans, moment, look).fill();
}

FlowWidths widths_of(const std::vector<Span>& spans, const Moment& moment, const FlowLook& look) {
    return Filler(spans, moment, look).widths();
}

Flow display_flow(const std::string& tex, const Moment& moment, const FlowLook& look) {
    Flow flow;
    flow.words = formula(tex, moment, look.size * 1.25, look.width, TexStyle::display);
    flow.words.ascent += 0.2 * look.size;  // air about it
    flow.words.descent += 0.4 * look.size;
    for (const SetPart& part : flow.words.parts)
        flow.spots.push_back(
            {part.number.empty() ? FlowSpot::term : FlowSpot::number, part.box, part.number, part.ink, 0});
    return flow;
}

std::string values_in(const std::string& tex, const Moment& moment) {
    return tex.find("\\num") == tex.npos ? std::string() : with_numbers(tex, numbers_of(moment));
}

std::string values_in(const std::vector<Span>& spans, const Moment& moment) {
    std::string all;
    for (const Span& span : spans) {
        if (span.kind == Span::live) all += words_named(moment, span.text, span.format) + '\n';
        if (span.kind == Span::formula) all += values_in(span.text, moment);
    }
    return all;
}

}  // namespace eigenscape
