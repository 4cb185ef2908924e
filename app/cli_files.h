// Settings that name a file: rows=@measured.csv, photo=@me.png. Only the command line reads files so; a state never
// does. Throws Refusal with the words why not.
#pragma once

#include "app/cli.h"
#include "app/model/scene.h"

#include <string>
#include <vector>

namespace eigenscape {

// Each NAME=@PATH replaced by NAME=VALUE; before one of points, the settings that show them. What of a table was not
// taken is told on stderr.
std::vector<std::string> with_files(const Scene& scene, const std::vector<std::string>& settings);

// The rows of a set of points as CSV: -o FILE.csv or -.
void write_data(const Request& request);

}  // namespace eigenscape
