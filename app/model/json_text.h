// JSON as one line of text, whatever bytes its strings hold.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace eigenscape {

// What is not UTF-8 becomes U+FFFD.
inline std::string json_text(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace eigenscape
