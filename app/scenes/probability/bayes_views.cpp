// The words of each tale; see bayes_views.h.
// They change what is said, never a number.
#include "app/scenes/probability/bayes_views.h"

#include <array>

namespace eigenscape {

const Nouns& nouns_of(Tale tale) {
    static const std::array<Nouns, 3> all = {{{"ill", "well", "positive", "negative", "test positive", "test negative"},
                                              {"spam", "wanted", "word", "no word", "have the word", "lack the word"},
                                              {"guilty", "innocent", "match", "no match", "match", "do not match"}}};
    return all[static_cast<std::size_t>(tale)];
}

std::string colored(const char* role, const std::string& tex) {
    return std::string("\\color{") + role + "}{" + tex + "}";
}

}  // namespace eigenscape
