// See local_time.h.
#include "app/model/local_time.h"

#include <chrono>

namespace eigenscape {
namespace {

std::string two_digits(int x) { return (x < 10 ? "0" : "") + std::to_string(x); }

}  // namespace

std::tm local_time(std::time_t second) {
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &second);
#else
    localtime_r(&second, &local);
#endif
    return local;
}

std::tm local_time() { return local_time(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())); }

std::string date_words(const std::tm& local) {
    return std::to_string(local.tm_year + 1900) + "-" + two_digits(local.tm_mon + 1) + "-" + two_digits(local.tm_mday);
}

std::string time_words(const std::tm& local) { return two_digits(local.tm_hour) + ":" + two_digits(local.tm_min); }

}  // namespace eigenscape
