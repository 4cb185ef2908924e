// A symptom counts three for each typed word in its own words, one for each in its advice or the scene's keywords.
// Words are compared by their beginnings; those that every sentence has are not compared at all.
#include "app/study/finder.h"

#include "app/model/scene.h"

#include <algorithm>
#include <array>
#include <string>

namespace eigenscape {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    static constexpr std::array<std::string_view, 40> small = {
        "a", "an", "and", "are", "at", "but", "do", "does", "for", "from", "has", "have", "how", "i", "in", "is", "it", "its", "my", "no",
        "not", "of", "on", "or", "so", "that", "the", "then", "there", "this", "to", "very", "was", "what", "when", "where", "why", "with", "too", "be"};
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128, capital = c >= 'A' && c <= 'Z';
        if (letter || capital) words.back() += capital ? static_cast<char>(c + 32) : c;
        else words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) { return word.empty() || std::ranges::find(small, word) != small.end(); });
    return words;
}

std::string stem(const std::string& word) {
    for (const std::string_view ending : {"ing", "ed", "es", "s"})
        if (word.size() > ending.size() + 2 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
    return word;
}

bool answers(const std::vector<std::string>& words, const std::string& typed) {
    const std::string start = stem(typed);
    return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(start); });
}

int match(const Symptom& symptom, const std::vector<std::string>& typed) {
    const auto own = words_of(symptom.words);
    std::string around;
    for (const Block& block : symptom.advice) around += " " + source_words(block.spans);
    if (const Scene* scene = find_scene(symptom.at.scene)) around += " " + scene->words.title + " " + scene->words.keywords;
    const auto others = words_of(around);
    int score = 0;
    for (const std::string& word : typed) score += answers(own, word) ? 3 : answers(others, word) ? 1 : 0;
    return score;
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
    const auto words = words_of(typed);
    std::vector<const Symptom*> found = all_symptoms();
    if (words.empty()) return found;
    std::vector<std::pair<int, const Symptom*>> scored;
    for (const Symptom* symptom : found)
        if (const int score = match(*symptom, words)) scored.emplace_back(score, symptom);
    std::ranges::stable_sort(scored, std::ranges::greater(), [](const auto& pair) { return pair.first; });
    found.clear();
    for (const auto& [score, symptom] : scored) found.push_back(symptom);
    return found;
}

}  // namespace eigenscape
