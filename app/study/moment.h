// A scene at one moment: its state and what the picture of it shows. Everything that prose names is looked up here.
// Parameters and facts share one set of names; A[0][1] is an entry (row 0, column 1), eigenvalues[0].re a real part.
#pragma once

#include "app/model/scene.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace eigenscape {

struct Moment {
    const Scene* scene = nullptr;
    State state;
    std::shared_ptr<const Frame> frame;  // none: only parameters are known
};

Moment moment_of(const Scene& scene, const State& state);  // draws the scene once

// Of a picture that is drawn already, without copying it: the frame must outlive the moment. For what is asked at every
// movement of a hand.
Moment moment_seen(const Scene& scene, const State& state, const Frame& frame);

struct Named {
    Fact::Value value;   // monostate: undefined, or there is nothing of that name now
    std::string reason;  // why, a sentence
    int param = -1;      // the parameter that it belongs to
    int number =
        -1;  // which of that parameter's numbers it is (numbers_of, app/model/numbers.h): then it can be dragged
    bool known = false;  // the first part of the name is a parameter, or a fact of this moment
};

Named named(const Moment& moment, std::string_view path);
std::optional<double> number_named(const Moment& moment, std::string_view path);  // also of a switch: 0 or 1

// Its value as shown to people: numbers in the given format (number_format.h), lists in brackets, or "undefined".
std::string words_named(const Moment& moment, std::string_view path, std::string_view format = {});

// The parameter's value as facts hold values: a vector is a list, a matrix its rows, a choice and a formula their
// words.
Fact::Value fact_value(const Param& param, const Value& value);

}  // namespace eigenscape
