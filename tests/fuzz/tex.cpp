// Any bytes as a formula, as prose and as words: setting them must never crash, hang or leak, and what is set must be
// finite, its errors in whole sentences at columns of the source.
#include "viz/tex/typeset.h"
#include "viz/text_faces.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace eigenscape;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const Typeset& set, std::string_view source) {
    const auto finite = [](double v) { require(std::isfinite(v)); };
    finite(set.width);
    finite(set.ascent);
    finite(set.descent);
    for (const SetGlyph& g : set.glyphs)
        finite(g.glyph.at.x()), finite(g.glyph.at.y()), require(g.glyph.size_points > 0);
    for (const SetRule& r : set.rules)
        finite(r.box.lo.x()), finite(r.box.hi.y()), require(r.box.lo.x() <= r.box.hi.x());
    for (const SetPart& p : set.parts) finite(p.box.lo.y()), finite(p.box.hi.x());
    const std::size_t characters = decoded(source).size();
    for (const TexError& e : set.errors) {
        require(e.column >= 1 && e.column <= characters + 1);
        require(!e.message.empty() && e.message.size() < 100'000);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(*typeset(text, 18), text);
    check(*typeset(text, 18, TexStyle::text), text);
    check(*typeset_prose(text, 14, 200), text);
    const std::string valued = with_numbers(text, [](std::string_view name) { return name.size() * -1.25; });
    check(*typeset(valued, 18), valued);
    const auto words = typeset(tex_words(text), 18);
    require(words->errors.empty() || words->errors.back().message.find("characters") != std::string::npos ||
            words->errors.back().message.find("signs") != std::string::npos);
    return 0;
}
