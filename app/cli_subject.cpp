// A known scene's name wins over a file of the same name; what looks like neither is answered with the nearest scene.
// Settings are applied all or none; a value out of range is refused, never bent.
#include "app/cli_subject.h"

#include "app/cli_files.h"
#include "app/model/state.h"

#include <cstdio>
#include <filesystem>

namespace eigenscape {
namespace {

bool looks_like_path(const std::string& subject) {
    return subject.find('/') != std::string::npos || subject.ends_with(".png") || subject.ends_with(".json");
}

Refusal unknown(const std::string& subject) {
    std::string message = "there is no scene and no file \"" + subject + "\".";
    if (const std::string near = nearest_scene(subject); !near.empty()) message += " Did you mean \"" + near + "\"?";
    return {2, message + " See eigenscape list."};
}

Document opened(const std::string& path) {
    std::error_code none;
    if (std::filesystem::symlink_status(path, none).type() == std::filesystem::file_type::not_found) {
        if (!looks_like_path(path)) throw unknown(path);
        throw Refusal(1, "there is no file \"" + path + "\".");
    }
    DocumentOutcome outcome = open_file(path);
    if (const auto* unreadable = std::get_if<Unreadable>(&outcome)) throw Refusal(1, unreadable->message);
    return std::get<Document>(std::move(outcome));
}

State accepted(Outcome outcome) {
    if (const auto* bad = std::get_if<BadValue>(&outcome)) throw Refusal(2, bad->message);
    return std::get<State>(std::move(outcome));
}

}  // namespace

bool is_scene(const std::string& subject) { return find_scene(subject) != nullptr; }

void tell_remarks(const Request& request, const Document& document) {
    if (document.remarks.empty()) return;
    std::string words;
    for (const std::string& remark : document.remarks) words += " " + remark;
    for (char& c : words)
        if (c == '\n') c = ' ';
    std::fprintf(stderr, "eigenscape: %s:%s\n", request.subject.c_str(), words.c_str());
}

const Scene& scene_of_document(const Document& document) {
    const Scene* scene = find_scene(document.scene);
    if (!scene) throw Refusal(1, "there is no scene \"" + document.scene + "\" in this version of Eigenscape.");
    return *scene;
}

Document document_of(const Request& request) {
    Document document;
    if (const Scene* scene = find_scene(request.subject)) {
        document.scene = scene->words.id;
        document.state = scene->defaults;
    } else {
        document = opened(request.subject);
    }
    const Scene& scene = scene_of_document(document);
    document.state = accepted(set_all(scene, document.state, with_files(scene, request.settings)));
    if (request.at) {
        const int playing = playing_param(scene);
        if (playing < 0) throw Refusal(2, "--at: \"" + scene.words.id + "\" has no parameter that the timeline plays.");
        document.state = accepted(
            set(scene, document.state, scene.params[static_cast<std::size_t>(playing)].name + "=" + *request.at));
    }
    return document;
}

}  // namespace eigenscape
