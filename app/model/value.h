// The kinds of value a parameter can have, and the one grammar in which all of them are written and read.
// `print` and `parse` are inverses; the command line, state files, undo, PNGs and tests use nothing else.
#pragma once

#include "core/calculus/expression.h"
#include "core/types.h"
#include "viz/image/image.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eigenscape {

// One of several named things, by its place in the parameter's list of choices.
struct Choice {
    int index = 0;
    bool operator==(const Choice&) const = default;
};

// A typed function: a formula, or of x and y the name of a library surface. Kept as it was typed.
struct Formula {
    std::string text;
    bool operator==(const Formula&) const = default;
};

// Any number of numbers, also none: the weights of a network.
using Numbers = std::vector<double>;

// A small picture of the user's own, or none. Written as a PNG in base 64, so that it travels with the state.
struct Picture {
    std::shared_ptr<const Image> image;  // null: none
    bool operator==(const Picture& other) const;
};
inline constexpr int most_picture_side = 256;  // pixels; larger ones are made smaller when they are brought in

using Value =
    std::variant<bool, int, double, Choice, Vec2, Vec3, Mat2, Mat3, Points, Points3, Numbers, Picture, Formula>;
using State = std::vector<Value>;  // one value per parameter of a scene, in the order of its table

struct Param;

// JSON, on one line, numbers in the shortest form that reads back to the same double: 3.5, [1,-2], [[2,1],[1,2]], true,
// "polar", "x^2 + y^2".
std::string print(const Param& param, const Value& value);

// What went wrong with a value typed for a parameter: names the parameter, what was given and what is allowed.
struct BadValue {
    std::string message;
    std::size_t column = 0;  // of a formula's error, 1-based; 0 when the whole value is meant
};

// What is wrong with a formula typed for this parameter; nothing when it is understood.
std::optional<ParseError> formula_problem(const Param& param, const std::string& text);

// Accepts JSON, a bare name or formula, and for vectors and matrices also numbers separated by commas, row by row.
std::variant<Value, BadValue> parse(const Param& param, std::string_view text);

}  // namespace eigenscape
