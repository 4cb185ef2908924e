// The only file that includes MD4C. Its calls arrive in reading order; each text tells by its address which line it is
// on. A link's target is a scene's file, NAME.md, so that lessons can be browsed as files too.
#include "app/study/markdown.h"

#include <md4c.h>

#include <algorithm>

namespace eigenscape {
namespace {

std::string text_of(const MD_ATTRIBUTE& attribute) {
    return attribute.text ? std::string(attribute.text, attribute.size) : std::string();
}

std::string unescaped_entity(std::string_view entity) {
    if (entity == "&amp;") return "&";
    if (entity == "&lt;") return "<";
    if (entity == "&gt;") return ">";
    if (entity == "&quot;") return "\"";
    if (entity == "&nbsp;") return "\u00a0";
    return std::string(entity);
}

constexpr std::size_t most_cells = 6000;
constexpr const char* line_end = "\u2028";  // within a paragraph

class MarkdownReader {
  public:
    MarkdownReader(std::string_view source, int first_line, std::vector<Problem>& problems, MarkdownOf what)
        : source_(source),
          first_line_(first_line),
          line_(first_line),
          counted_(source.data()),
          problems_(problems),
          note_(what == MarkdownOf::note) {}

    std::vector<Block> read() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_LATEXMATHSPANS | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
        if (note_)
            parser.flags |= MD_FLAG_WIKILINKS | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* me) {
            return static_cast<MarkdownReader*>(me)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* me) {
            return static_cast<MarkdownReader*>(me)->leave(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* me) {
            return static_cast<MarkdownReader*>(me)->enter(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* me) {
            return static_cast<MarkdownReader*>(me)->leave(type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* me) {
            return static_cast<MarkdownReader*>(me)->text(type, {text, size});
        };
        if (md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &parser, this) != 0)
            problems_.push_back({first_line_, "This text could not be read as Markdown."});
        return std::move(blocks_);
    }

  private:
    struct List {
        int next = 0;        // the number of its next item; 0: bullets
        bool fresh = false;  // an entry was opened and has no text yet
        std::optional<bool> tick;
        int line = 0;  // of that tick
    };

    int enter(MD_BLOCKTYPE type, void* detail) {
        if (type != MD_BLOCK_P && type != MD_BLOCK_LI) mark_entry();
        switch (type) {
            case MD_BLOCK_UL: lists_.push_back({}); break;
            case MD_BLOCK_OL:
                lists_.push_back({static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start), false, {}});
                break;
            case MD_BLOCK_LI: enter_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)); break;
            case MD_BLOCK_QUOTE:
                quotations_.push_back({++quotes_begun_, static_cast<int>(lists_.size() + quotations_.size())});
                break;
            case MD_BLOCK_H:
                start(Block::heading).level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_HR:
                if (note_) start(Block::rule);
                open_ = false;
                break;
            case MD_BLOCK_P: start(quotations_.empty() ? Block::paragraph : Block::quote); break;
            case MD_BLOCK_CODE:
                start(Block::code).language = text_of(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
                break;
            case MD_BLOCK_TABLE: start(Block::table); break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD: return enter_cell(type == MD_BLOCK_TH, static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
            default: break;
        }
        return 0;
    }

    // MD4C fills short rows up, so that a small text can ask for very many cells.
    int enter_cell(bool of_head, MD_ALIGN align) {
        Block& table = blocks_.back();
        if (table.cells.size() >= most_cells) {
            problems_.push_back(
                {line_, "A table of this note has more than " + std::to_string(most_cells) + " cells."});
            return 1;
        }
        if (of_head) table.columns.push_back(align == MD_ALIGN_CENTER ? 0.5 : align == MD_ALIGN_RIGHT ? 1 : 0);
        table.cells.emplace_back();
        return 0;
    }

    // An entry of a list that begins with something else than words, or has none, is there all the same.
    void mark_entry() {
        if (!note_ || lists_.empty() || !lists_.back().fresh) return;
        start(Block::paragraph);
        open_ = false;
    }

    void enter_item(const MD_BLOCK_LI_DETAIL& item) {
        List& list = lists_.back();
        list.fresh = true;
        open_ = false;
        list.tick.reset();
        if (!item.is_task) return;
        list.tick = item.task_mark != ' ';
        count_lines(source_.substr(item.task_mark_offset, 1));
        list.line = line_;
    }

    Block& start(Block::Kind kind) {
        Block block;
        block.kind = kind;
        block.depth = static_cast<int>(lists_.size());
        block.quotations = quotations_;
        if (!lists_.empty() && lists_.back().fresh && (kind == Block::paragraph || (note_ && kind == Block::quote))) {
            List& list = lists_.back();
            block.kind = Block::item;
            block.number = list.next;
            block.tick = list.tick;
            if (list.tick) block.line = list.line;
            if (list.next) ++list.next;
            list.fresh = false;
        }
        open_ = true;
        blocks_.push_back(std::move(block));
        return blocks_.back();
    }

    int leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_LI) mark_entry();
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        if (type == MD_BLOCK_QUOTE) quotations_.pop_back();
        if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_LI ||
            type == MD_BLOCK_TABLE)
            open_ = false;
        if (type == MD_BLOCK_P) alone_as_block();
        return 0;
    }

    // A paragraph that is one displayed formula is a block of that kind.
    void alone_as_block() {
        Block& block = blocks_.back();
        if (block.spans.size() != 1 || block.spans[0].kind != Span::formula || !display_) return;
        block.kind = Block::formula;
        block.text = block.spans[0].text;
        block.spans.clear();
    }

    int enter(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_EM) ++emphasis_;
        if (type == MD_SPAN_STRONG) ++strong_;
        if (type == MD_SPAN_DEL) ++struck_;
        if (type == MD_SPAN_A) enter_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
        if (type == MD_SPAN_WIKILINK)
            link_ = Link{{}, {}, text_of(static_cast<MD_SPAN_WIKILINK_DETAIL*>(detail)->target)};
        if (type == MD_SPAN_CODE || type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY) fresh_span_ = true;
        if (type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY)
            display_ = type == MD_SPAN_LATEXMATH_DISPLAY;
        if (type == MD_SPAN_IMG && note_) enter_picture(text_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        if (type == MD_SPAN_IMG && !note_)
            problems_.push_back(
                {line_, "A lesson has no pictures of its own: the scene is the picture. Link to a state of it."});
        return 0;
    }

    void enter_picture(const std::string& target) {
        if (in_table()) return void(link_ = Link{{}, {}, target});  // a cell has no room for it: its words lead there
        if (picture_spans_++ > 0) return;                           // a picture in the words of another
        picture_ = Block();
        picture_->kind = Block::picture;
        picture_->depth = static_cast<int>(lists_.size());
        picture_->target = target;
        picture_->line = line_;
    }

    // What was begun before the picture is a block of its own; an empty paragraph gives way.
    void leave_picture() {
        if (in_table()) link_.reset();
        if (!picture_ || --picture_spans_ > 0) return;  // still within the words of one
        if (!blocks_.empty() && blocks_.back().kind == Block::paragraph && blocks_.back().spans.empty())
            blocks_.pop_back();
        blocks_.push_back(std::move(*picture_));
        picture_.reset();
        after_picture_ = true;
    }

    void enter_link(const MD_SPAN_A_DETAIL& detail) {
        const std::string href = text_of(detail.href);
        if (note_) {
            link_ = Link{{}, {}, href};
            return;
        }
        std::string name = href.substr(href.rfind('/') + 1);
        if (name.ends_with(".md")) name.resize(name.size() - 3);
        else
            problems_.push_back(
                {line_,
                 "The link to \"" + href + "\" leads to no lesson. Link to a scene's file: [words](eigenvectors.md)."});
        std::string settings = text_of(detail.title);
        link_ = Link{name, settings_in(settings), {}};
    }

    int leave(MD_SPANTYPE type) {
        if (type == MD_SPAN_EM) --emphasis_;
        if (type == MD_SPAN_STRONG) --strong_;
        if (type == MD_SPAN_DEL) --struck_;
        if (type == MD_SPAN_A || type == MD_SPAN_WIKILINK) link_.reset();
        if (type == MD_SPAN_IMG) leave_picture();
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view words) {
        count_lines(words);
        if (picture_)
            return add_to(picture_->spans, type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? " " : std::string(words)), 0;
        const bool blank = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR || words == " ";
        if (after_picture_ && open_ && blank) return 0;
        if (!open_ || (after_picture_ && blocks_.back().kind == Block::picture))
            start(Block::paragraph);  // a tight list has no paragraphs
        after_picture_ = false;
        Block& block = blocks_.back();
        if (!block.line) block.line = line_;
        if (in_table() && block.cells.empty()) return 0;
        if (block.kind == Block::code) block.text += words;
        else if (type == MD_TEXT_CODE || type == MD_TEXT_LATEXMATH)
            verbatim(type == MD_TEXT_CODE ? Span::code : Span::formula, words);
        else
            add(Span::words, type == MD_TEXT_BR && note_                    ? line_end
                             : type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? "\n"
                             : type == MD_TEXT_ENTITY                       ? unescaped_entity(words)
                                                                            : std::string(words));
        return 0;
    }

    // Mostly forwards: a text far down a large note is not counted from its top.
    void count_lines(std::string_view words) {
        if (words.data() < source_.data() || words.data() > source_.data() + source_.size()) return;
        if (words.data() < counted_) counted_ = source_.data(), counted_lines_ = 0;
        counted_lines_ += static_cast<int>(std::count(counted_, words.data(), '\n'));
        counted_ = words.data();
        line_ = first_line_ + counted_lines_;
    }

    void add_to(std::vector<Span>& spans, const std::string& words) {
        if (spans.empty()) spans.emplace_back();
        spans.back().text += words;
    }

    void verbatim(Span::Kind kind, std::string_view words) {
        if (fresh_span_) add(kind, std::string(words));
        else spans_here().back().text += words;
        fresh_span_ = false;
    }

    bool in_table() const { return open_ && !blocks_.empty() && blocks_.back().kind == Block::table; }

    std::vector<Span>& spans_here() { return in_table() ? blocks_.back().cells.back() : blocks_.back().spans; }

    void add(Span::Kind kind, std::string words) {
        Span span;
        span.kind = kind;
        span.text = std::move(words);
        span.emphasis = emphasis_ > 0;
        span.strong = strong_ > 0;
        span.struck = struck_ > 0;
        span.link = link_;
        span.line = line_;
        spans_here().push_back(std::move(span));
    }

    std::string_view source_;
    int first_line_, line_, counted_lines_ = 0;
    const char* counted_;
    std::vector<Problem>& problems_;
    std::vector<Block> blocks_;
    std::vector<List> lists_;
    std::vector<Quotation> quotations_;
    int quotes_begun_ = 0, emphasis_ = 0, strong_ = 0, struck_ = 0, picture_spans_ = 0;
    bool note_, open_ = false, fresh_span_ = false, display_ = false, after_picture_ = false;
    std::optional<Link> link_;
    std::optional<Block> picture_;  // its words are being read
};

}  // namespace

std::vector<Block> markdown_blocks(std::string_view markdown, int first_line, std::vector<Problem>& problems,
                                   MarkdownOf what) {
    return MarkdownReader(markdown, first_line, problems, what).read();
}

}  // namespace eigenscape
