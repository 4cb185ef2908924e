// A session: every scene as it was left, and which one was open, as JSON text. Each scene is a document (document.h).
// Reading never throws: it gives what was understood with remarks on the rest, or the words why there is nothing.
#pragma once

#include "app/model/document.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eigenscape {

inline constexpr int session_version = 1;

struct LastSession {
    std::string open;                  // id of the scene that was shown; empty: not known
    std::vector<Document> scenes;      // one for each scene that was visited
    std::vector<std::string> foreign;  // JSON: documents of scenes that this program does not have, written back
    std::vector<std::string> remarks;  // what was not understood, in sentences
    bool operator==(const LastSession&) const = default;
};

struct BadSession {
    std::string message;
    bool newer = false;  // nothing is wrong with it: a newer program wrote it
};

std::string to_text(const LastSession& session, const std::vector<Scene>& scenes = all_scenes());
std::variant<LastSession, BadSession> session_from_text(std::string_view text,
                                                        const std::vector<Scene>& scenes = all_scenes());

}  // namespace eigenscape
