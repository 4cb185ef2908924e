// Where the desktop keeps pictures, documents and the files of programs.
// Nothing is made here; who writes a file makes its folder.
#pragma once

#include <string>

namespace eigenscape {

std::string environment(const char* name);  // empty: it is not set

std::string with_home(std::string path);  // "~/x" written out

// The folder for one kind of files that the environment names, else `usual` ("/.config") in the home folder; empty when
// the system tells no home.
std::string base_folder(const char* name, const std::string& usual);

// Eigenscape's folder in the user's pictures or documents, as XDG's user-dirs name them, else in the home folder, else
// here.
std::string screenshot_folder();
std::string notebook_folder();

}  // namespace eigenscape
