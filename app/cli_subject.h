// What SCENE|FILE means: a scene's name, or a state file or picture, with --set and --at applied.
// Throws Refusal with the words why not.
#pragma once

#include "app/cli.h"
#include "app/model/document.h"

#include <string>

namespace eigenscape {

bool is_scene(const std::string& subject);
Document document_of(const Request& request);
void tell_remarks(const Request& request,
                  const Document& document);  // what of a file was not taken as it is, on stderr
const Scene& scene_of_document(const Document& document);

}  // namespace eigenscape
