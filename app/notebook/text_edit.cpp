// Steps of undo hold only what was replaced and by what; all of them together stay below a few megabytes.
// See text_edit.h.
#include "app/notebook/text_edit.h"

#include <algorithm>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::size_t most_remembered = 32u << 20, most_undone = 2000;

bool within_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool in_word(char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u == '_';
}
bool one_character(std::string_view words) {
    return !words.empty() && words.size() <= 4 &&
           std::none_of(words.begin() + 1, words.end(), [](char c) { return !within_character(c); });
}
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

std::size_t TextEdit::before(std::size_t at) const {
    if (at == 0) return 0;
    --at;
    while (at > 0 && within_character(text_[at])) --at;
    return at > 0 && text_[at] == '\n' && text_[at - 1] == '\r' ? at - 1 : at;
}

std::size_t TextEdit::after(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') return at + 2;
    ++at;
    while (at < text_.size() && within_character(text_[at])) ++at;
    return at;
}

std::size_t TextEdit::word_before(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    if (at > 0 && !in_word(text_[at - 1])) return before(at);
    while (at > 0 && in_word(text_[at - 1])) --at;
    return at;
}

std::size_t TextEdit::word_after(std::size_t at) const {
    const std::size_t from = at;
    while (at < text_.size() && in_word(text_[at])) ++at;
    if (at == from) at = after(at);
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
}

std::size_t TextEdit::line_start(std::size_t at) const {
    const std::size_t end = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
    return end == text_.npos ? 0 : end + 1;
}

std::size_t TextEdit::line_end(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && end < text_.size() && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TextEdit::line_number(std::size_t at) const {
    return 1 + static_cast<std::size_t>(std::count(
                   text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(at, text_.size())), '\n'));
}

std::size_t TextEdit::start_of_line(std::size_t line) const {
    std::size_t at = 0;
    for (; line > 1; --line) {
        const std::size_t end = text_.find('\n', at);
        if (end == text_.npos) return text_.size();
        at = end + 1;
    }
    return at;
}

void TextEdit::place(std::size_t at, bool extend) {
    at = std::min(at, text_.size());
    while (at > 0 && at < text_.size() && within_character(text_[at])) --at;
    if (at > 0 && at < text_.size() && text_[at] == '\n' && text_[at - 1] == '\r') --at;
    caret_ = at;
    if (!extend) anchor_ = at;
    if (!done_.empty()) done_.back().open = false;
}

void TextEdit::choose(std::size_t from, std::size_t to) {
    place(from);
    place(to, true);
}

void TextEdit::choose_word(std::size_t at) {
    at = std::min(at, text_.size());
    std::size_t from = at, to = at;
    while (from > 0 && in_word(text_[from - 1])) --from;
    while (to < text_.size() && in_word(text_[to])) ++to;
    choose(from, to);
}

void TextEdit::put(std::size_t at, std::size_t removed, std::string_view inserted) {
    text_.replace(at, removed, inserted);
    changes_.push_back({at, removed, inserted.size()});
    ++version_;
}

void TextEdit::forget_old() {
    std::size_t held = 0;
    for (const Step& step : done_) held += step.removed.size() + step.inserted.size();
    while (done_.size() > 1 && (held > most_remembered || done_.size() > most_undone)) {
        held -= done_.front().removed.size() + done_.front().inserted.size();
        done_.pop_front();
    }
}

void TextEdit::change(std::size_t at, std::size_t removed, std::string_view inserted, bool typing) {
    if (removed == 0 && inserted.empty()) return;
    const std::string gone = text_.substr(at, removed);
    const std::string added(inserted);
    Step* last = done_.empty() ? nullptr : &done_.back();
    const bool goes_on = typing && last && last->open && removed == 0 && last->at + last->inserted.size() == at;
    if (goes_on) {
        last->inserted += added;
    } else {
        done_.push_back({at, caret_, anchor_, gone, added, typing});
    }
    undone_.clear();
    put(at, removed, added);
    caret_ = anchor_ = at + added.size();
    // A space ends a word, and with it the step; so does a new line.
    if (typing && !added.empty() && is_blank(added.back())) done_.back().open = false;
    forget_old();
}

void TextEdit::type(std::string_view words) {
    change(chosen_from(), chosen_to() - chosen_from(), words, one_character(words));
}

void TextEdit::erase_back(bool word) {
    if (chose()) return change(chosen_from(), chosen_to() - chosen_from(), {}, false);
    const std::size_t from = word ? word_before(caret_) : before(caret_);
    change(from, caret_ - from, {}, false);
}

void TextEdit::erase_forward(bool word) {
    if (chose()) return change(chosen_from(), chosen_to() - chosen_from(), {}, false);
    change(caret_, (word ? word_after(caret_) : after(caret_)) - caret_, {}, false);
}

void TextEdit::replace_all(const std::string& text) {
    const std::size_t most = std::min(text.size(), text_.size());
    std::size_t head = 0, tail = 0;
    while (head < most && text[head] == text_[head]) ++head;
    while (tail < most - head && text[text.size() - 1 - tail] == text_[text_.size() - 1 - tail]) ++tail;
    const std::size_t stood = caret_, removed = text_.size() - head - tail, inserted = text.size() - head - tail;
    change(head, removed, std::string_view(text).substr(head, inserted), false);
    place(stood <= head ? stood : stood >= head + removed ? stood - removed + inserted : head + inserted);
}

void TextEdit::undo() {
    if (done_.empty()) return;
    Step step = std::move(done_.back());
    done_.pop_back();
    put(step.at, step.inserted.size(), step.removed);
    caret_ = step.caret;
    anchor_ = step.anchor;
    step.open = false;
    undone_.push_back(std::move(step));
}

void TextEdit::redo() {
    if (undone_.empty()) return;
    Step step = std::move(undone_.back());
    undone_.pop_back();
    put(step.at, step.removed.size(), step.inserted);
    caret_ = anchor_ = step.at + step.inserted.size();
    done_.push_back(std::move(step));
}

std::vector<TextEdit::Change> TextEdit::take_changes() { return std::exchange(changes_, {}); }

}  // namespace eigenscape
