// A symptom counts three for each typed word in its own words, one for each in its advice or the scene's keywords, and
// more where few others have the word.
// Words are compared by their beginnings; those that every sentence has are not compared at all.
#include "app/study/finder.h"

#include "app/model/scene.h"

#include <algorithm>
#include <array>
#include <string>

namespace eigenscape {
namespace {

std::vector<std::string> telling_words(std::string_view text) {
    static constexpr std::array<std::string_view, 40> small = {
        "a",     "an",   "and", "are",  "at",  "but",  "do",   "does",  "for", "from", "has", "have", "how", "i",
        "in",    "is",   "it",  "its",  "my",  "no",   "not",  "of",    "on",  "or",   "so",  "that", "the", "then",
        "there", "this", "to",  "very", "was", "what", "when", "where", "why", "with", "too", "be"};
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128,
                   capital = c >= 'A' && c <= 'Z';
        if (letter || capital) words.back() += capital ? static_cast<char>(c + 32) : c;
        else words.emplace_back();
    }
    std::erase_if(
        words, [](const std::string& word) { return word.empty() || std::ranges::find(small, word) != small.end(); });
    return words;
}

std::string stem(const std::string& word) {
    for (const std::string_view ending : {"ing", "ed", "es", "s"})
        if (word.size() > ending.size() + 2 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

bool answers(const std::vector<std::string>& words, const std::string& typed) {
    const std::string start = stem(typed);
    return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(start); });
}

struct Told {
    std::vector<std::string> own, around;
};

Told symptom_words(const Symptom& symptom) {
    std::string around;
    for (const Block& block : symptom.advice) around += " " + source_words(block.spans);
    if (const Scene* scene = find_scene(symptom.at.scene))
        around += " " + scene->words.title + " " + scene->words.keywords;
    return {telling_words(symptom.words), telling_words(around)};
}

// The weight of one typed word in each symptom, added to `scores`: the fewer have it, the more it tells.
void add_weights(const std::string& typed, const std::vector<Told>& all, std::vector<double>& scores) {
    std::vector<double> weights;
    weights.reserve(all.size());
    for (const Told& words : all)
        weights.push_back(answers(words.own, typed) ? 3 : answers(words.around, typed) ? 1 : 0);
    double sum = 0;
    for (const double weight : weights) sum += weight;
    for (std::size_t i = 0; i < all.size() && sum > 0; ++i) scores[i] += weights[i] * (1 + 3 / sum);
}

}  // namespace

std::vector<const Symptom*> all_symptoms() {
    std::vector<const Symptom*> all;
    for (const Scene& scene : all_scenes())
        if (const Lesson* lesson = lesson_of(scene.words.id))
            for (const Symptom& symptom : lesson->symptoms) all.push_back(&symptom);
    return all;
}

std::vector<const Symptom*> find_symptoms(std::string_view typed) {
    const auto words = telling_words(typed);
    std::vector<const Symptom*> found = all_symptoms();
    if (words.empty()) return found;
    std::vector<Told> all;
    all.reserve(found.size());
    for (const Symptom* symptom : found) all.push_back(symptom_words(*symptom));
    std::vector<double> scores(found.size());
    for (const std::string& word : words) add_weights(word, all, scores);
    std::vector<std::pair<double, const Symptom*>> scored;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (scores[i] > 0) scored.emplace_back(scores[i], found[i]);
    std::ranges::stable_sort(scored, std::ranges::greater(), [](const auto& pair) { return pair.first; });
    found.clear();
    for (const auto& [score, symptom] : scored) found.push_back(symptom);
    return found;
}

}  // namespace eigenscape
