// Each typed word must be found somewhere; where it is found says how much it counts.
// Distances between short words are computed by the usual table, stopped at one slip.
#include "app/panels/search.h"

#include <algorithm>
#include <string>
#include <vector>

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
    return exchanged || without(rest_a, 1) == rest_b || rest_a == without(rest_b, 1) ||
           without(rest_a, 1) == without(rest_b, 1);
}

bool resembles(const std::string& word, const std::string& typed) {
    constexpr std::size_t long_enough = 4;
    if (word.find(typed) != std::string::npos) return true;
    if (typed.size() < long_enough) return false;
    for (const std::size_t size : {typed.size() - 1, typed.size(), typed.size() + 1})
        if (size <= word.size() && one_slip(std::string_view(word).substr(0, size), typed)) return true;
    return false;
}

// Beginnings of several words written together: "gd" and "graddes" for "Gradient descent".
bool abbreviates(std::span<const std::string> words, std::string_view typed) {
    if (typed.empty()) return true;
    if (words.empty()) return false;
    const std::size_t common = static_cast<std::size_t>(std::ranges::mismatch(words[0], typed).in2 - typed.begin());
    for (std::size_t taken = common + 1; taken-- > 0;)
        if ((taken > 0 || words.size() > 1) && abbreviates(words.subspan(1), typed.substr(taken))) return true;
    return false;
}

int weight(const std::vector<std::string>& words, const std::string& typed, int worth) {
    int best = 0;
    for (const std::string& word : words)
        best = std::max(best, word == typed             ? 3 * worth
                              : word.starts_with(typed) ? 2 * worth
                              : resembles(word, typed)  ? worth
                                                        : 0);
    constexpr int titles = 6;  // whole sentences would be abbreviated by anything
    if (best == 0 && worth >= titles && typed.size() > 1 && words.size() <= 8 && typed.size() <= 32 &&
        abbreviates(words, typed))
        best = worth;
    return best;
}

}  // namespace

int match(std::span<const Said> of_it, std::string_view typed) {
    int sum = 1;
    for (const std::string& word : words_of(typed)) {
        int best = 0;
        for (const Said& said : of_it) best = std::max(best, weight(words_of(said.text), word, said.worth));
        if (best == 0) return 0;
        sum += best;
    }
    return sum;
}

}  // namespace eigenscape
