// A scene's parameter table: the only place where a parameter is declared.
// `Params<S>` is what a scene returns; everything else (slider, handle, undo, --set, state file, tests) reads it.
#pragma once

#include "app/model/value.h"

#include <concepts>
#include <functional>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <vector>

namespace eigenscape {

enum class Scale { linear, log };

// What a parameter may be, and what it is in words. For vectors, matrices and point sets min and max hold per number.
struct Range {
    Range(double min_, double max_, std::string help_, std::string unit_ = {}, Scale scale_ = Scale::linear)
        : min(min_), max(max_), help(std::move(help_)), unit(std::move(unit_)), scale(scale_) {}
    Range(std::vector<std::string> choices_, std::string help_)
        : help(std::move(help_)), choices(std::move(choices_)) {}
    explicit Range(std::string help_) : help(std::move(help_)) {}  // a switch or a formula
    double min = 0, max = 1;
    std::string help;
    std::string unit;
    Scale scale = Scale::linear;
    std::vector<std::string> choices;
};

enum class Kind { boolean, integer, real, choice, vec2, vec3, mat2, mat3, points, points3, numbers, picture, formula };

// What may stand in a formula. Of x and y it may also be the name of a library surface (core/calculus/surfaces.h).
struct FormulaNames {
    std::vector<std::string> variables{"x", "y"};
    std::vector<std::string> constants = {};  // names of real parameters
    std::vector<std::string> examples = {};   // formulas worth trying: offered beside the field, and drawn by the tests
};

// The columns of a set of points, as a table of the user's own data would name them; of one that says what class a
// point belongs to (0, 1, …) also that it does. Without them a set of points takes no data from outside.
struct TableColumns {
    std::vector<std::string> names;
    int class_column = -1;                // -1: none
    std::vector<std::string> along = {};  // settings that show own data, made together with it: "data=own"
    int classes = 2;                      // of a class column: 0, 1 …, so many at most
};

// Settings that show a picture of the user's own, made together with it when it is brought in: "carried=picture".
struct Along {
    std::vector<std::string> settings;
};

// One row of the table, as everybody but the scene sees it.
struct Param {
    std::string name;   // as written: rate
    std::string title;  // as shown: Learning rate
    Kind kind = Kind::real;
    Range range{""};
    double seconds = 0;                   // above 0: the timeline plays it from min to max in this time at speed 1
    FormulaNames formula;                 // formulas only
    TableColumns columns;                 // points only
    std::vector<std::string> along = {};  // pictures only
    bool plays() const { return seconds > 0; }
};

struct Plays {
    double seconds;
};
inline Plays plays(double seconds) { return {seconds}; }

template <class M>
constexpr Kind kind_of() {
    if constexpr (std::is_same_v<M, bool>) return Kind::boolean;
    else if constexpr (std::is_same_v<M, int>) return Kind::integer;
    else if constexpr (std::is_same_v<M, double>) return Kind::real;
    else if constexpr (std::is_enum_v<M>) return Kind::choice;
    else if constexpr (std::is_same_v<M, Vec2>) return Kind::vec2;
    else if constexpr (std::is_same_v<M, Vec3>) return Kind::vec3;
    else if constexpr (std::is_same_v<M, Mat2>) return Kind::mat2;
    else if constexpr (std::is_same_v<M, Mat3>) return Kind::mat3;
    else if constexpr (std::is_same_v<M, Points>) return Kind::points;
    else if constexpr (std::is_same_v<M, Points3>) return Kind::points3;
    else if constexpr (std::is_same_v<M, Numbers>) return Kind::numbers;
    else if constexpr (std::is_same_v<M, Picture>) return Kind::picture;
    else {
        static_assert(std::is_same_v<M, Formula>, "a parameter must be of one of the kinds of Value");
        return Kind::formula;
    }
}

// A row as the scene writes it: {"rate", "Learning rate", &S::rate, {1e-4, 1, "…"}}.
template <class S>
struct Row {
    template <class M>
    Row(std::string name, std::string title, M S::*member, Range range, Plays time = {0})
        : param{std::move(name), std::move(title), kind_of<M>(), std::move(range), time.seconds, {}, {}} {
        if constexpr (std::is_enum_v<M>) {
            read = [member](const S& scene) -> Value { return Choice{static_cast<int>(scene.*member)}; };
            write = [member](S& scene, const Value& value) {
                scene.*member = static_cast<M>(std::get<Choice>(value).index);
            };
        } else {
            read = [member](const S& scene) -> Value { return scene.*member; };
            write = [member](S& scene, const Value& value) { scene.*member = std::get<M>(value); };
        }
    }
    Row(std::string name, std::string title, Formula S::*member, Range range, FormulaNames names)
        : Row(std::move(name), std::move(title), member, std::move(range)) {
        param.formula = std::move(names);
    }
    template <class M>
    Row(std::string name, std::string title, M S::*member, Range range, TableColumns columns)
        : Row(std::move(name), std::move(title), member, std::move(range)) {
        static_assert(std::is_same_v<M, Points> || std::is_same_v<M, Points3>, "only sets of points have columns");
        param.columns = std::move(columns);
    }
    Row(std::string name, std::string title, Picture S::*member, Range range, Along along)
        : Row(std::move(name), std::move(title), member, std::move(range)) {
        param.along = std::move(along.settings);
    }
    Param param;
    std::function<Value(const S&)> read;
    std::function<void(S&, const Value&)> write;
};

template <class S>
using Params = std::vector<Row<S>>;

}  // namespace eigenscape
