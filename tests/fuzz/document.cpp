// Fuzzing documents: any bytes, as text and as a picture, give a whole document in range or words, never harm.
// A document that is accepted must survive being written and read again.
#include "app/model/document.h"
#include "app/model/state.h"

#include <cstdlib>
#include <string_view>

using namespace eigenscape;

namespace {

void check(const DocumentOutcome& outcome) {
    if (const auto* problem = std::get_if<Unreadable>(&outcome)) {
        if (problem->message.empty()) std::abort();
        return;
    }
    const Document& document = std::get<Document>(outcome);
    const Scene* scene = find_scene(document.scene);
    if (!scene || document.state.size() != scene->params.size()) std::abort();
    for (std::size_t i = 0; i < document.state.size(); ++i)
        if (refusal(scene->params[i], document.state[i])) std::abort();
    const std::string text = to_text(document);
    const DocumentOutcome again = document_from_text(text);
    if (!std::holds_alternative<Document>(again) || to_text(std::get<Document>(again)) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(document_from_text(text));
    check(document_from_png({data, size}));
    for (const Scene& scene : all_scenes()) static_cast<void>(set(scene, scene.defaults, text.substr(0, 2000)));
    return 0;
}
