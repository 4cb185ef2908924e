// Decks of cards; see deck.h. Numbers in answers are those of the card's own state.
#include "app/study/deck.h"

#include "app/model/state.h"
#include "app/study/telling.h"
#include "viz/svg.h"

namespace eigenscape {
namespace {

struct Shown {
    const Card* card;
    bool own;
    Moment moment;
    DeckPicture picture;
};

void show(std::vector<Shown>& all, const DeckSubject& subject, const Card& card, bool own) {
    const Scene& scene = *subject.scene;
    const State& from = own ? scene.defaults : subject.from;
    const Outcome outcome = set_all(scene, from, card.state);
    const State state = std::holds_alternative<State>(outcome) ? std::get<State>(outcome) : from;
    Moment moment = moment_of(scene, state);
    DeckPicture picture{"eigenscape-" + scene.words.id + "-" + std::to_string(all.size() + 1) + ".png",
                        moment.frame->alt_text(), &scene, state};
    all.push_back({&card, own, std::move(moment), std::move(picture)});
}

std::vector<Shown> shown_cards(const DeckSubject& subject) {
    std::vector<Shown> all;
    if (const Lesson* lesson = lesson_of(subject.scene->words.id); lesson && subject.lessons)
        for (const Card& card : lesson->cards) show(all, subject, card, false);
    for (const OwnCard& card : subject.own)
        if (card.card && card.scene == subject.scene->words.id) show(all, subject, *card.card, true);
    return all;
}

std::string html(const std::vector<Span>& spans, const Moment& moment) {
    std::string out;
    for (const Span& span : spans) {
        if (span.kind == Span::formula) {
            out += "\\(" + escaped(plain_tex(span.text, moment)) + "\\)";
            continue;
        }
        const std::string words =
            escaped(span.kind == Span::live ? words_named(moment, span.text, span.format) : span.text);
        const char* tag = span.kind == Span::code ? "code" : span.strong ? "b" : span.emphasis ? "i" : nullptr;
        out += tag ? "<" + std::string(tag) + ">" + words + "</" + tag + ">" : words;
    }
    return out;
}

std::string html(const std::vector<Block>& blocks, const Moment& moment) {
    std::string out;
    for (const Block& block : blocks) {
        if (!out.empty()) out += "<br><br>";
        if (block.kind == Block::formula) out += "\\[" + escaped(plain_tex(block.text, moment)) + "\\]";
        else if (block.kind == Block::code) out += "<pre>" + escaped(block.text) + "</pre>";
        else
            out += (block.kind != Block::item ? ""
                    : block.number            ? std::to_string(block.number) + ". "
                                              : "• ") +
                   html(block.spans, moment);
    }
    return out;
}

// A field of Anki's text format: tabs and line ends part fields and cards, so none may stand inside.
std::string field(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "<br>";
        else out += c == '\t' ? ' ' : c;
    }
    return "\"" + [&] {
        std::string doubled;
        for (const char c : out) doubled += c == '"' ? std::string("\"\"") : std::string(1, c);
        return doubled;
    }() + "\"";
}

}  // namespace

Deck anki_deck(std::span<const DeckSubject> subjects) {
    Deck deck;
    deck.text =
        "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Eigenscape\n#columns:Front\tBack\tTags\n#tags column:3\n";
    for (const DeckSubject& subject : subjects)
        for (Shown& shown : shown_cards(subject)) {
            const std::string picture =
                "<img src=\"" + shown.picture.name + "\" alt=\"" + escaped(shown.picture.alt) + "\">";
            const std::string tags = "eigenscape eigenscape::" + subject.scene->words.id +
                                     " eigenscape::" + std::string(name_of(shown.card->level)) +
                                     (shown.own ? " eigenscape::own" : "");
            deck.text += field(html(shown.card->asked, shown.moment)) + "\t" +
                         field(html(shown.card->answer, shown.moment) + "<br><br>" + picture) + "\t" + tags + "\n";
            deck.pictures.push_back(std::move(shown.picture));
        }
    return deck;
}

Deck markdown_deck(std::span<const DeckSubject> subjects, const std::string& pictures) {
    Deck deck;
    for (const DeckSubject& subject : subjects) {
        std::vector<Shown> all = shown_cards(subject);
        if (all.empty()) continue;
        deck.text += (deck.text.empty() ? "# " : "\n# ") + subject.scene->words.title + "\n";
        for (Shown& shown : all) {
            deck.text += "\n## " + told(shown.card->asked, shown.moment, Telling::markdown) + " (" +
                         std::string(name_of(shown.card->level)) + ")\n\n";
            deck.text += "![" + shown.picture.alt + "](" + pictures + "/" + shown.picture.name + ")\n\n";
            deck.text += told(shown.card->answer, shown.moment, Telling::markdown, 1'000'000);
            deck.pictures.push_back(std::move(shown.picture));
        }
    }
    return deck;
}

}  // namespace eigenscape
