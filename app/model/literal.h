// The written form of numbers, lists and strings: JSON, with the few liberties that people take when typing.
// Private to the value grammar; each reader says in words what it did not understand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// A list of numbers as it was written. `depth` is how many brackets deep the numbers lie: 0 for "2,1,1,2".
struct NumberList {
    std::vector<double> numbers;
    std::vector<std::size_t> rows;  // how many numbers each inner bracket held; one entry when depth < 2
    int depth = 0;
    std::string problem;  // empty when it was understood
};

inline constexpr std::size_t most_points = 10'000, most_numbers = 3 * most_points;
inline constexpr std::size_t most_value_bytes = 1u << 20;

NumberList read_numbers(std::string_view text);

// A whole JSON string with its quotes; false when it is not one.
bool read_string(std::string_view text, std::string& out);
std::string json_string(std::string_view utf8);  // with quotes; what is not UTF-8 becomes U+FFFD

std::string_view trimmed(std::string_view text);

// For quoting what was typed in a message: in quotes, on one line, not longer than 40 letters.
std::string as_given(std::string_view text);

}  // namespace eigenscape
