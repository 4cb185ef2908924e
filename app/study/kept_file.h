// A JSON file that a learner's own work is kept in, read and written so that nothing is ever lost: a damaged one is set
// aside under another name, one of a newer program is left alone. Private to app/study.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace eigenscape {

// $XDG_DATA_HOME/eigenscape/NAME, else below ~/.local/share; empty without a home.
std::string data_path(const std::string& name);

struct KeptFile {
    nlohmann::json content;  // an object; null: there is nothing that can be used
    std::string trouble;     // what went wrong and where the file is now; empty when all is well
    bool may_write = true;   // false: it must not be replaced
};

// `what` as the learner calls it, in the singular: "Your progress". The version stands in it as "format".
KeptFile read_kept(const std::string& path, const std::string& what, int version);

// Sets it aside, when something in it is damaged.
KeptFile damaged_file(const std::string& path, const std::string& what, const std::string& why);

std::string write_kept(const std::string& path, const std::string& what, const nlohmann::json& content);

}  // namespace eigenscape
