// Takes the outer shell apart with nlohmann's library and hands each scene to document.h, which trusts nothing.
// A scene that is damaged is left out with a remark; the others come back.
#include "app/model/session.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace eigenscape {
namespace {

using nlohmann::json;

constexpr std::size_t most_session_bytes = 16u << 20;
constexpr int most_session_depth = 40;

// Printing and destroying what is nested deeply would use up the stack: refused while it is read.
json parsed(std::string_view text) {
    return json::parse(text, [](int depth, json::parse_event_t, json&) {
        if (depth > most_session_depth) throw std::length_error("nested too deeply");
        return true;
    });
}

bool is_known(const json& document, const std::vector<Scene>& scenes) {
    const json id = document.is_object() ? document.value("scene", json()) : json();
    return !id.is_string() ||
           std::ranges::any_of(scenes, [&](const Scene& scene) { return scene.words.id == id.get<std::string>(); });
}

void read_scene(const json& held, const std::vector<Scene>& scenes, LastSession& session) {
    const std::string text = held.dump(-1, ' ', false, json::error_handler_t::replace);
    if (!is_known(held, scenes)) return session.foreign.push_back(text);
    const DocumentOutcome outcome = document_from_text(text, scenes);
    if (const auto* unreadable = std::get_if<Unreadable>(&outcome))
        return session.remarks.push_back(unreadable->message);
    const Document& document = std::get<Document>(outcome);
    session.remarks.insert(session.remarks.end(), document.remarks.begin(), document.remarks.end());
    session.scenes.push_back(document);
}

std::variant<LastSession, BadSession> read(const json& root, const std::vector<Scene>& scenes) {
    if (!root.is_object() || root.value("format", json()) != "eigenscape session")
        return BadSession{"It is not a session of Eigenscape."};
    const json version = root.value("version", json()), open = root.value("open", json());
    if (!version.is_number_integer() || version.get<double>() < 1)
        return BadSession{"It does not say which version of the format it has."};
    if (version.get<double>() > session_version) return BadSession{"It was saved by a newer Eigenscape.", true};
    const json held = root.value("scenes", json());
    if (!held.is_array()) return BadSession{"It holds no scenes."};
    LastSession session;
    if (open.is_string()) session.open = open.get<std::string>();
    else session.remarks.push_back("It does not say which scene was open.");
    for (const json& document : held) read_scene(document, scenes, session);
    return session;
}

}  // namespace

std::string to_text(const LastSession& session, const std::vector<Scene>& scenes) {
    std::string documents;
    const auto add = [&](const std::string& text) { documents += (documents.empty() ? "\n" : ",\n") + text; };
    for (const Document& document : session.scenes) add(std::string(trimmed(to_text(document, scenes))));
    for (const std::string& foreign : session.foreign) add(foreign);
    return "{\n\"format\": \"eigenscape session\",\n\"version\": " + std::to_string(session_version) +
           ",\n\"program\": \"" EIGENSCAPE_VERSION "\",\n\"open\": " + json_string(session.open) + ",\n\"scenes\": [" +
           documents + "\n]\n}\n";
}

std::variant<LastSession, BadSession> session_from_text(std::string_view text, const std::vector<Scene>& scenes) {
    if (text.size() > most_session_bytes) return BadSession{"It is larger than 16 MiB; no session of Eigenscape is."};
    try {
        return read(parsed(text), scenes);
    } catch (const std::exception&) {  // parse errors, numbers that no computer holds, too little memory
        return BadSession{"It is damaged."};
    }
}

}  // namespace eigenscape
