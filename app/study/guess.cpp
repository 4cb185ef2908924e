// Near and far are measured by what one can see: a hundredth of the picture is a hair's breadth.
// Left and right, higher and lower are told as on the screen, since guesses are made there.
#include "app/study/guess.h"

#include "app/model/literal.h"

#include "viz/number.h"

#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

constexpr std::string_view beginning = "guess ";
constexpr double hair = 0.02, near = 0.1;  // of the size

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// The comma between the two formulas of "(x, y)"; npos when there is none.
std::size_t parting_comma(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += (text[i] == '(' || text[i] == '[') - (text[i] == ')' || text[i] == ']');
        if (text[i] == ',' && depth == 1) return i;
    }
    return text.npos;
}

void read_point(Guess& guess, std::string_view where) {
    std::string x(where), y(where);
    const std::size_t comma = parting_comma(where);
    if (where.starts_with('(') && where.ends_with(')') && comma != where.npos) {
        x = where.substr(1, comma - 1);
        y = where.substr(comma + 1, where.size() - comma - 2);
    } else {
        x += "[0]";
        y += "[1]";
    }
    guess.x = read_formula(x);
    guess.y = read_formula(y);
}

void read_number(Guess& guess, std::string_view what, std::string_view scale) {
    const std::size_t to = scale.find(" to ");
    const auto lo = number_in(scale.substr(0, to)),
               hi = to == scale.npos ? std::nullopt : number_in(scale.substr(to + 4));
    if (lo && hi && *lo < *hi) guess.from = *lo, guess.to = *hi;
    else guess.problem = "A number is guessed on a scale: guess posterior from 0 to 1.";
    guess.x = read_formula(what);
}

std::string length_words(double length, double size) { return fixed(length, decimals_for(size)); }

// "0.3 further right and 0.2 higher", without what cannot be seen.
std::string direction_words(const Vec2& way, double size) {
    std::string words;
    const auto add = [&](double by, const char* more, const char* less) {
        if (std::abs(by) < 0.5 * hair * size) return;
        words += (words.empty() ? "" : " and ") + length_words(std::abs(by), size) + (by > 0 ? more : less);
    };
    add(way.x(), " further right", " further left");
    add(way.y(), " higher", " lower");
    return words;
}

std::string point_guess_words(const Vec2& guessed, const Vec2& truth, double size) {
    const Vec2 way = truth - guessed;
    const double far = way.norm();
    if (far <= hair * size) return "Just there: you saw it coming.";
    const std::string from = length_words(far, size) + " from your guess", where = direction_words(way, size);
    if (far <= near * size) return "Close: " + from + ", " + where + ".";
    return "It is " + from + ": " + where + ".";
}

std::string number_guess_words(double guessed, double truth, double size) {
    const std::string both = "you said " + length_words(guessed, size) + ", and it is " + length_words(truth, size);
    const double far = std::abs(truth - guessed);
    if (far <= hair * size) return "Just that: " + both + ".";
    if (far <= near * size) return "Close: " + both + ".";
    return "You" + both.substr(3) + ", " + length_words(far, size) + (truth > guessed ? " more." : " less.");
}

}  // namespace

bool is_guess(std::string_view text) { return trimmed(text).starts_with(beginning); }

Guess read_guess(std::string_view text) {
    Guess guess;
    guess.text = trimmed(text);
    const std::string_view all = trimmed(trimmed(text).substr(beginning.size()));
    const std::size_t on = all.rfind(" on "), from = all.rfind(" from ");
    if (on != all.npos) {
        guess.panel = trimmed(all.substr(on + 4));
        read_point(guess, trimmed(all.substr(0, on)));
    } else if (from != all.npos) {
        read_number(guess, trimmed(all.substr(0, from)), all.substr(from + 6));
    } else {
        guess.problem =
            "A guess says where it is made: guess image_of_v on plane, or on which scale: guess posterior from 0 to 1.";
    }
    for (const NamedFormula* each : {&guess.x, &guess.y})
        if (guess.problem.empty()) guess.problem = each->problem;
    return guess;
}

std::optional<Vec2> truth(const Guess& guess, const Moment& moment) {
    const auto x = number_of(guess.x, moment), y = guess.is_point() ? number_of(guess.y, moment) : std::optional(0.0);
    if (!x || !y || !std::isfinite(*x) || !std::isfinite(*y)) return std::nullopt;
    return Vec2(*x, *y);
}

std::string distance_words(const Guess& guess, const Vec2& guessed, const Vec2& truth, double size) {
    return guess.is_point() ? point_guess_words(guessed, truth, size)
                            : number_guess_words(guessed.x(), truth.x(), size);
}

int decimals_for(double size) { return size >= 50 ? 0 : size >= 8 ? 1 : size >= 0.8 ? 2 : 3; }

}  // namespace eigenscape
