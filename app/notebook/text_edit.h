// A text with a caret in it, as an editor's keys see it: typing, erasing, moving, choosing, undoing. Offsets are bytes
// of UTF-8; the caret never stands within a character or between \r and \n. Nothing here draws.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

class TextEdit {
  public:
    // What the last change replaced, for those who keep something beside the text, such as its lines.
    struct Change {
        std::size_t at = 0, removed = 0, inserted = 0;
    };

    explicit TextEdit(std::string text = {}) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    std::size_t caret() const { return caret_; }
    std::size_t chosen_from() const { return caret_ < anchor_ ? caret_ : anchor_; }
    std::size_t chosen_to() const { return caret_ < anchor_ ? anchor_ : caret_; }
    bool chose() const { return caret_ != anchor_; }
    std::string chosen() const { return text_.substr(chosen_from(), chosen_to() - chosen_from()); }

    void place(std::size_t at, bool extend = false);  // the nearest place at or before it where a caret may stand
    void choose(std::size_t from, std::size_t to);
    void choose_word(std::size_t at);
    void choose_all() { choose(0, text_.size()); }

    // In the place of what is chosen. A caret that only goes on typing makes one step of undo for each word.
    void type(std::string_view words);
    void erase_back(bool word = false);
    void erase_forward(bool word = false);
    void replace_all(const std::string& text);  // only the part that differs, as one step of undo
    void undo();
    void redo();
    bool can_undo() const { return !done_.empty(); }
    bool can_redo() const { return !undone_.empty(); }

    std::size_t before(std::size_t at) const;  // one character
    std::size_t after(std::size_t at) const;
    std::size_t word_before(std::size_t at) const;
    std::size_t word_after(std::size_t at) const;
    std::size_t line_start(std::size_t at) const;
    std::size_t line_end(std::size_t at) const;
    std::size_t line_number(std::size_t at) const;      // from 1
    std::size_t start_of_line(std::size_t line) const;  // from 1; beyond the last: the end

    std::vector<Change> take_changes();               // since this was asked last
    std::size_t version() const { return version_; }  // grows with every change

  private:
    struct Step {
        std::size_t at = 0, caret = 0, anchor = 0;
        std::string removed, inserted;
        bool open = false;  // typing may go on in it
    };
    void change(std::size_t at, std::size_t removed, std::string_view inserted, bool typing);
    void put(std::size_t at, std::size_t removed, std::string_view inserted);
    void forget_old();

    std::string text_;
    std::size_t caret_ = 0, anchor_ = 0, version_ = 0;
    std::deque<Step> done_, undone_;
    std::vector<Change> changes_;
};

}  // namespace eigenscape
