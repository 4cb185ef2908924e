// Challenges, predictions and cards: their parts are told apart by what they are, not by their order; see README.md.
// A paragraph that is nothing but code is a condition; the settings before it are the start, those after it the answer.
#include "app/study/lesson_entries.h"

namespace eigenscape {
namespace {

bool is_condition(const Block& block) {
    return block.kind == Block::paragraph && block.depth == 0 && block.spans.size() == 1 &&
           block.spans[0].kind == Span::code;
}

Condition condition_in(const Block& block, std::vector<Problem>& problems) {
    Condition condition = read_condition(block.spans[0].text);
    if (!condition.problem.empty()) problems.push_back({block.line, condition.problem});
    return condition;
}

Guess guess_in(const Block& block, std::vector<Problem>& problems) {
    Guess guess = read_guess(block.spans[0].text);
    if (!guess.problem.empty()) problems.push_back({block.line, guess.problem});
    return guess;
}

}  // namespace

std::string_view name_of(Level level) {
    return level == Level::easy ? "easy" : level == Level::medium ? "medium" : "hard";
}

Challenge challenge_in(const Section& section, std::vector<Problem>& problems) {
    const auto tell = [&](std::string message) { problems.push_back({section.line, std::move(message)}); };
    Challenge challenge;
    challenge.task = section.heading;
    challenge.line = section.line;
    for (const Part& part : section.parts) {
        if (part.is_settings) {
            (challenge.condition.text.empty() ? challenge.start : challenge.answer) = part.settings;
            continue;
        }
        for (Block& block : prose(part.text, part.line, problems)) {
            if (is_condition(block)) challenge.condition = condition_in(block, problems);
            else if (block.kind == Block::item) challenge.hints.push_back(block.spans);
            else (challenge.condition.text.empty() ? challenge.more : challenge.found).push_back(std::move(block));
        }
    }
    if (challenge.condition.text.empty())
        tell("This challenge has no condition. Write one between backticks on a line of its own: `rank == 1`");
    if (challenge.hints.empty()) tell("This challenge has no hints. List them below the condition: 1. …");
    if (challenge.answer.empty())
        tell("This challenge has no answer. End it with a state that meets the condition: :: NAME=VALUE");
    return challenge;
}

Prediction prediction_in(const Section& section, std::vector<Problem>& problems) {
    const auto tell = [&](std::string message) { problems.push_back({section.line, std::move(message)}); };
    Prediction prediction;
    prediction.question = section.heading;
    prediction.line = section.line;
    for (Block& block : prose(prediction.question, section.line, problems)) prediction.asked = std::move(block.spans);
    int right = 0;
    for (const Part& part : section.parts) {
        if (part.is_settings) {
            (prediction.options.empty() && !prediction.guess ? prediction.start : prediction.answer) = part.settings;
            continue;
        }
        for (Block& block : prose(part.text, part.line, problems)) {
            if (is_condition(block) && is_guess(block.spans[0].text)) prediction.guess = guess_in(block, problems);
            else if (is_condition(block)) prediction.condition = condition_in(block, problems);
            else if (block.tick) prediction.options.push_back({block.spans, *block.tick}), right += *block.tick;
            else prediction.explanation.push_back(std::move(block));
        }
    }
    if (prediction.guess && !prediction.options.empty())
        tell("A prediction is guessed, or chosen among options; this one would be both.");
    if (!prediction.guess && (prediction.options.size() < 2 || right != 1))
        tell("A prediction has two options or more, one of them right: - [ ] It grows. - [x] It shrinks.");
    if (prediction.guess && prediction.answer.empty())
        tell("A prediction ends with the state that shows the answer: :: NAME=VALUE.");
    if (!prediction.guess && (prediction.answer.empty() || prediction.condition.text.empty()))
        tell(
            "A prediction ends with the state that shows the answer (:: NAME=VALUE) and a condition that is true "
            "there (`rank == 1`).");
    return prediction;
}

Card card_in(const Section& section, std::vector<Problem>& problems) {
    const auto tell = [&](std::string message) { problems.push_back({section.line, std::move(message)}); };
    Card card;
    card.line = section.line;
    card.question = section.heading;
    const std::size_t open = card.question.rfind(" (");
    bool levelled = false;
    for (const Level level : {Level::easy, Level::medium, Level::hard})
        if (open != std::string::npos && card.question.substr(open) == " (" + std::string(name_of(level)) + ")")
            card.level = level, levelled = true;
    if (levelled) card.question.resize(open);
    else tell("How hard is this card? End its question with (easy), (medium) or (hard).");
    for (Block& block : prose(card.question, section.line, problems)) card.asked = std::move(block.spans);
    bool shown = false;
    for (const Part& part : section.parts) {
        if (part.is_settings) card.state = part.settings, shown = true;
        else
            for (Block& block : prose(part.text, part.line, problems)) card.answer.push_back(std::move(block));
    }
    if (!shown) tell("This card has no state to look at. Write one below its question: :: NAME=VALUE");
    if (card.answer.empty()) tell("This card has no answer.");
    return card;
}

}  // namespace eigenscape
