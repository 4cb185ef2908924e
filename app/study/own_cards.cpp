// Each card is read by itself: one that is damaged costs only that card, and the file as it was is kept beside.
// A card of a scene that this program does not have is kept, and not asked.
#include "app/study/own_cards.h"

#include "app/model/scene.h"
#include "app/model/state.h"
#include "app/study/kept_file.h"
#include "app/study/moment.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace eigenscape {
namespace {

using nlohmann::json;

constexpr int own_version = 1;
constexpr std::size_t longest_text = 20'000;  // letters of a question or an answer
const std::string cards_title = "Your set of cards";

std::optional<std::string> text_in(const json& row, const char* name) {
    const auto found = row.find(name);
    if (found == row.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<OwnCard> card_in(const json& row) {
    if (!row.is_object()) return std::nullopt;
    const auto id = text_in(row, "id"), scene = text_in(row, "scene"), question = text_in(row, "question"),
               answer = text_in(row, "answer"), level = text_in(row, "level"), state = text_in(row, "state");
    if (!id || id->empty() || !scene || !question || !answer || !state) return std::nullopt;
    OwnCard card{*id, *scene, *question, *answer, Level::medium, *state, nullptr};
    for (const Level known : {Level::easy, Level::medium, Level::hard})
        if (level == name_of(known)) card.level = known;
    if (!objection(card).empty()) return std::nullopt;
    card.card = read_own(card);
    return card;
}

json json_of(const OwnCard& card) {
    return {{"id", card.id},         {"scene", card.scene},          {"question", card.question},
            {"answer", card.answer}, {"level", name_of(card.level)}, {"state", card.state}};
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

Span span_of(Span::Kind kind, std::string text) {
    Span span;
    span.kind = kind;
    span.text = std::move(text);
    return span;
}

// What is in braces and names nothing of the picture was meant as it stands: {1, 2, 3} is a set.
void only_known_names(std::vector<Span>& spans, const Moment& moment) {
    for (Span& span : spans) {
        if (span.kind != Span::live || !moment.scene || named(moment, span.text).known) continue;
        span.kind = Span::words;
        span.text = "{" + span.text + (span.format.empty() ? "" : ":" + span.format) + "}";
        span.format.clear();
    }
}

}  // namespace

std::string own_cards_path() { return data_path("cards.json"); }

RememberedOwnCards remembered_own_cards(const std::string& path) {
    RememberedOwnCards result;
    KeptFile kept = read_kept(path, cards_title, own_version);
    const bool no_list =
        kept.content.is_object() && kept.content.contains("cards") && !kept.content["cards"].is_array();
    if (no_list) kept = damaged_file(path, cards_title, "its cards are damaged.");
    int bad = 0;
    std::set<std::string> ids;
    if (kept.content.is_object() && kept.content.contains("cards"))
        for (const json& row : kept.content["cards"]) {
            auto card = card_in(row);
            if (card && ids.insert(card->id).second) result.own.cards.push_back(std::move(*card));
            else ++bad;
        }
    if (kept.content.is_object()) {
        if (const auto next = kept.content.find("next"); next != kept.content.end() && next->is_number_integer())
            result.own.next = static_cast<int>(std::clamp<std::int64_t>(next->get<std::int64_t>(), 1, 1'000'000'000));
        for (const char* ours : {"format", "cards", "next"}) kept.content.erase(ours);
        result.own.unknown = kept.content.dump(-1, ' ', false, json::error_handler_t::replace);
    }
    if (bad)
        kept =
            damaged_file(path, cards_title, std::to_string(bad) + (bad == 1 ? " card is" : " cards are") + " damaged.");
    result.trouble = kept.trouble;
    result.may_write = kept.may_write;
    return result;
}

std::string remember_own_cards(const std::string& path, const OwnCards& own) {
    json file = json::parse(own.unknown, nullptr, false);
    if (!file.is_object()) file = json::object();
    file["format"] = own_version;
    file["next"] = own.next;
    file["cards"] = json::array();
    for (const OwnCard& card : own.cards) file["cards"].push_back(json_of(card));
    return write_kept(path, cards_title, file);
}

std::string objection(const OwnCard& card) {
    if (blank(card.question)) return "A card needs a question.";
    if (blank(card.answer)) return "A card needs an answer, in your own words.";
    if (std::max(card.question.size(), card.answer.size()) > longest_text)
        return "That is more than a card can hold: 20 000 letters.";
    return {};
}

void keep_card(OwnCards& own, OwnCard card) {
    if (card.id.empty()) {
        do card.id = "own/" + std::to_string(own.next++);
        while (std::ranges::find(own.cards, card.id, &OwnCard::id) != own.cards.end());
    }
    card.card = read_own(card);
    const auto known = std::ranges::find(own.cards, card.id, &OwnCard::id);
    if (known != own.cards.end()) *known = std::move(card);
    else own.cards.push_back(std::move(card));
}

std::shared_ptr<const Card> read_own(const OwnCard& own) {
    auto card = std::make_shared<Card>();
    std::vector<Problem> as_it_stands;  // notes of one's own are not corrected
    card->question = own.question;
    card->level = own.level;
    card->state = settings_in(own.state);
    card->answer = prose(own.answer, 1, as_it_stands);
    for (Block& block : prose(own.question, 1, as_it_stands)) {
        if (!card->asked.empty()) card->asked.push_back(span_of(Span::words, " "));
        card->asked.insert(card->asked.end(), block.spans.begin(), block.spans.end());
        if (block.kind == Block::formula) card->asked.push_back(span_of(Span::formula, block.text));
    }
    const Scene* scene = find_scene(own.scene);
    if (!scene) return card;
    const Outcome state = set_all(*scene, scene->defaults, card->state);
    const Moment moment =
        moment_of(*scene, std::holds_alternative<State>(state) ? std::get<State>(state) : scene->defaults);
    only_known_names(card->asked, moment);
    for (Block& block : card->answer) only_known_names(block.spans, moment);
    return card;
}

}  // namespace eigenscape
