// Each typed word must be found somewhere; where it is found says how much it counts.
// Distances between short words are computed by the usual table, stopped at one slip.
#include "app/panels/search.h"

#include <algorithm>
#include <functional>
#include <string>

namespace eigenscape {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 'A' && byte <= 'Z') words.back() += static_cast<char>(byte + 32);
        else if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) words.back() += c;
        else if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// One letter too many, too few, wrong, or two exchanged.
bool one_slip(std::string_view a, std::string_view b) {
    const auto split = std::ranges::mismatch(a, b);
    const std::string_view rest_a(split.in1, a.end()), rest_b(split.in2, b.end());
    const auto without = [](std::string_view s, std::size_t n) { return s.size() >= n ? s.substr(n) : s; };
    if (rest_a.empty() || rest_b.empty()) return rest_a.size() + rest_b.size() <= 1;
    const bool exchanged = rest_a.size() > 1 && rest_b.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                           without(rest_a, 2) == without(rest_b, 2);
    return exchanged || without(rest_a, 1) == rest_b || rest_a == without(rest_b, 1) || without(rest_a, 1) == without(rest_b, 1);
}

bool resembles(const std::string& word, const std::string& typed) {
    constexpr std::size_t long_enough = 4;
    if (word.find(typed) != std::string::npos) return true;
    if (typed.size() < long_enough) return false;
    for (const std::size_t size : {typed.size() - 1, typed.size(), typed.size() + 1})
        if (size <= word.size() && one_slip(std::string_view(word).substr(0, size), typed)) return true;
    return false;
}

int weight(std::string_view text, const std::string& typed, int worth) {
    int best = 0;
    for (const std::string& word : words_of(text))
        best = std::max(best, word.starts_with(typed) ? 2 * worth : resembles(word, typed) ? worth : 0);
    return best;
}

}  // namespace

int match(const Words& scene, std::string_view typed) {
    int sum = 1;
    for (const std::string& word : words_of(typed)) {
        const int best = std::max({weight(scene.title, word, 8), weight(scene.id, word, 6), weight(scene.keywords, word, 4),
                                   weight(scene.topic, word, 2), weight(scene.summary, word, 1)});
        if (best == 0) return 0;
        sum += best;
    }
    return sum;
}

std::vector<const Scene*> find_scenes(std::string_view typed, const std::vector<Scene>& scenes) {
    std::vector<const Scene*> found;
    for (const Scene& scene : scenes)
        if (match(scene.words, typed) > 0) found.push_back(&scene);
    std::ranges::stable_sort(found, std::greater{}, [&](const Scene* scene) { return match(scene->words, typed); });
    return found;
}

}  // namespace eigenscape
