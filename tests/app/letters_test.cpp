// Whatever the scenes say in the panels can be written with the faces there: a letter without a glyph would be a "?".
#include "app/study/finder.h"
#include "tests/app/desk.h"
#include "tests/app/every_scene.h"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

// The letters that the face of words lacks.
std::string missing(const std::string& text) {
    std::string lacking;
    for (const char *at = text.data(), *end = at + text.size(); at < end;) {
        const auto lead = static_cast<unsigned char>(*at);
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        unsigned code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (int i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(at[i]) & 0x3Fu);
        for (const ImFont* font : ImGui::GetIO().Fonts->Fonts)
            if (code != '\n' && !font->FindGlyphNoFallback(static_cast<ImWchar>(code))) {
                lacking += std::string(at, static_cast<std::size_t>(length)) + " in: " + text + "\n";
                break;
            }
        at += length;
    }
    return lacking;
}

}  // namespace

TEST_CASE("every word of every scene can be written in the panels") {
    Desk desk("transform");
    CHECK(!missing("V\xE1\xB5\x80").empty());  // the face has no small raised T
    for_each_scene([&](const Scene& scene) {
        std::string all = scene.words.title + "\n" + scene.words.summary + "\n";
        for (const Param& param : scene.params) {
            all += param.title + "\n" + param.range.help + "\n";
            for (const auto& choice : param.range.choices) all += choice + "\n";
        }
        for (const Preset& preset : scene.presets) all += preset.name + "\n" + preset.words + "\n";
        for (const State& state : shown_states(scene)) {
            const Frame frame = drawn(scene, state);
            for (const Fact& fact : frame.facts()) all += fact.title + "\n" + fact.reason + "\n";
        }
        CHECK(missing(all) == "");
    });
    for (const Symptom* symptom : all_symptoms()) CHECK(missing(symptom->words) == "");
}
