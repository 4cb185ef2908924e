// Where the desktop keeps pictures and documents, and what day it is there.
// Nothing is made here; who writes a file makes its folder.
#pragma once

#include <string>

namespace eigenscape {

// Eigenscape's folder in the user's pictures or documents, as XDG's user-dirs name them, else in the home folder, else
// here.
std::string screenshot_folder();
std::string notebook_folder();

std::string date_now();  // 2026-11-24, local
std::string time_now();  // 14:05, local

}  // namespace eigenscape
