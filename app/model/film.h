// A film as a pure function: frame number → state. Nothing is drawn here; the same frame is the same state whoever
// asks, so a film can be cut into pieces and made on many machines. Make one with `timeline_film` or `sweep_film`.
#pragma once

#include "app/model/state.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eigenscape {

struct Film {
    int frames = 0;  // numbered from 0
    double fps = 60;
    std::function<State(int frame)> state;
    std::string moves;                                 // the name of the parameter that changes; empty: a story
    std::function<std::string(int frame)> words = {};  // a story's, for the caption
};

struct Tempo {
    double fps = 60;
    double seconds = 0;  // 0: as long as the timeline takes, or 4 s for a sweep
    bool eased = false;  // starts and stops gently, else evenly
};

inline constexpr int most_frames = 200'000;
inline constexpr double most_fps = 1000;

// Why there can be no such film; one sentence or two, without the option's name.
using FilmOutcome = std::variant<Film, BadValue>;

// The parameter that plays, from its minimum in the first frame to its maximum in the last; the rest as in `state`.
FilmOutcome timeline_film(const Scene& scene, const State& state, const Tempo& tempo);

std::variant<int, BadValue> frame_count(const Tempo& tempo, double usual_seconds);

// What `--sweep` says: a parameter and the values it takes. A range makes a film, a list a sheet of pictures.
struct Sweep {
    int param = -1;
    std::vector<Value> values;  // of a range: its two ends
    bool range = false;
};
// "rate=0.01..1.2", "A=[[1,0],[0,1]]..[[2,1],[1,2]]", "rate=0.01,0.1,1", "surface=bowl,saddle". Commas within brackets
// or quotes do not separate.
std::variant<Sweep, BadValue> parse_sweep(const Scene& scene, std::string_view text);

// From the first end in the first frame to the second in the last: numbers on a log scale in the logarithm, matrices
// along their polar path, as `between` says; integers step by step.
FilmOutcome sweep_film(const Scene& scene, const State& state, const Sweep& sweep, const Tempo& tempo);

// "10:20": the frames 10 to 19. Either number may be left out, and the end may lie beyond the film's, so that equal
// shares need no special last one; but some frame must be among them.
struct FrameRange {
    int first = 0, last = 0;  // last is not among them
    int count() const { return last - first; }
};
std::variant<FrameRange, BadValue> parse_frames(std::string_view text, int frames);

// A file name with a frame's number in it: "frames/%04d.png". Exactly one conversion, %d or %0Nd, in the name itself;
// %% is a percent sign. The folder is taken as it stands.
struct NumberedName {
    std::string before, after;
    int digits = 0;  // at least so many, filled with zeros
    std::string of(int frame) const;
};
bool is_numbered(std::string_view path);  // does the name hold a percent sign?
std::variant<NumberedName, BadValue> parse_numbered(std::string_view path);

}  // namespace eigenscape
