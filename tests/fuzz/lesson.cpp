// Random bytes as a lesson: reading must end, without a crash, and name problems by lines that exist.
// The conditions inside are read with it.
#include "app/study/lesson.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace eigenscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto lines = std::ranges::count(text, '\n') + 1;
    for (const Problem& problem : read_lesson("transform", text).problems)
        if (problem.line < 0 || problem.line > lines) std::abort();
    return 0;
}
