// The scene's computation as a program to run: the lesson's Python (NumPy, from scratch) with the current parameters in
// it. As a .py file, or as a Jupyter notebook (nbformat 4.5) with the lesson's sentences between its cells.
#pragma once

#include "app/study/lesson.h"
#include "app/study/moment.h"

#include <string>
#include <string_view>

namespace eigenscape {

// One block of Python with its placeholders filled: {A} a parameter as a Python literal, {v[0]} an entry of one, {f} a
// formula as a Python expression of x and y (and the constants it names), {f.dx} and {f.dy} its exact derivatives.
// Braces around anything else are Python's own and stay.
std::string filled_code(std::string_view code, const Scene& scene, const State& state);

std::string python_script(const Lesson& lesson, const Moment& moment);
std::string python_notebook(const Lesson& lesson, const Moment& moment);

// A formula of core/calculus in Python with NumPy as np: "x^2 + ln(y)" → "x**2 + np.log(y)".
std::string python_formula(std::string_view text);

}  // namespace eigenscape
