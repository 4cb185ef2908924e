// What day and what hour it is where the user is.
#pragma once

#include <ctime>
#include <string>

namespace eigenscape {

std::tm local_time(std::time_t second);  // since 1970, as the system counts
std::tm local_time();                    // now

std::string date_words(const std::tm& local);  // 2026-11-24
std::string time_words(const std::tm& local);  // 14:05

inline std::string date_now() { return date_words(local_time()); }
inline std::string time_now() { return time_words(local_time()); }

}  // namespace eigenscape
