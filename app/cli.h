// The command line: what was asked (a Request), and doing it. Exit status 0: done, 2: asked wrongly, 1: it failed,
// 130: cancelled.
// `run_program` is the whole program; main only calls it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace eigenscape {

int run_program(int argc, char** argv);

enum class Deed { open, list, facts, render, info, lesson, describe, code, cards, data };

struct Request {
    Deed deed = Deed::open;
    std::string subject;                // a scene's id or a file
    bool fresh = false;                 // the window opens without the last session
    std::vector<std::string> settings;  // NAME=VALUE, also NAME=@FILE
    std::optional<std::string> at;      // the value of the parameter that plays
    double width = 1280, height = 720;  // of the canvas in points
    bool sized = false;                 // --size was given; else a file keeps its own
    double scale = 1;                   // pixels per point
    bool scaled = false;                // --scale was given; else pictures larger than 1920x1080 get larger letters
    std::string theme;                  // empty: the document's own, or dark
    bool transparent = false, no_clobber = false, json = false;
    std::string output;                          // a file, or - for standard output
    bool own_cards = true, lesson_cards = true;  // which of them are written
    std::string layer;                           // of a lesson: see, plain, formal; empty: all of it
    std::string lesson_file;                     // a lesson to be tried instead of the scene's own

    bool caption = false, card = false;       // the layout of a picture
    std::string own_words;                    // of a card
    std::vector<std::string> ghost, compare;  // NAME=VALUE: an earlier state, behind the picture or beside it
    bool story = false;                       // the lesson's story is the film
    std::string sweep;                        // NAME=FROM..TO or NAME=A,B,C
    std::optional<int> columns;               // of a sheet

    std::optional<double> fps, seconds;  // of a film
    std::string frames;                  // FIRST:END; empty: all
    bool eased = false, draft = false, keep_frames = false;
};

// Ends the program with a message: what was asked cannot be done (2: asked wrongly, 1: it failed, 130: cancelled).
struct Refusal : std::runtime_error {
    Refusal(int status_, const std::string& message) : std::runtime_error(message), status(status_) {}
    int status;
};

struct Answered {  // help or version: printed already
    int status = 0;
};

std::variant<Request, Answered> parse_command_line(int argc, char** argv);  // throws Refusal

// Each deed throws Refusal when it cannot be done, and has then written nothing.
void list_scenes(const Request& request);
void print_facts(const Request& request);
void render(const Request& request);  // a picture or a film, by what -o names
void print_info(const Request& request);
void tell_lesson(const Request& request);
void describe_picture(const Request& request);
void write_code(const Request& request);
void write_cards(const Request& request);

}  // namespace eigenscape
