// The only file that includes CLI11: turns the arguments into a Request, or says in one line what is wrong with them.
// CLI11's own exit codes become 0 for help and 2 for wrong usage.
#include "app/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>
#include <string_view>

namespace eigenscape {
namespace {

template <class T>
std::optional<T> number(std::string_view text) {
    T value{};
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return value;
}

void read_size(const std::string& text, Request& request) {
    const std::size_t cross = text.find_first_of("xX");
    std::optional<int> width, height;
    if (cross != std::string::npos) {
        width = number<int>(std::string_view(text).substr(0, cross));
        height = number<int>(std::string_view(text).substr(cross + 1));
    }
    if (!width || !height || *width <= 0 || *height <= 0)
        throw Refusal(2,
                      "--size: \"" + text + "\" is not a size. Write WIDTHxHEIGHT in pixels, both positive: 1280x720.");
    request.width = *width;
    request.height = *height;
    request.sized = true;
}

void read_scale(const std::string& text, Request& request) {
    const auto scale = number<double>(text);
    if (!scale || !std::isfinite(*scale) || *scale < 0.1 || *scale > 64)
        throw Refusal(2, "--scale: \"" + text + "\" is not a scale. Write a number from 0.1 to 64: 2.");
    request.scale = *scale;
    request.scaled = true;
}

// Letters and lines of a large picture grow with it, as on a screen with more pixels: 3840x2160 looks like 1920x1080.
void enlarge(Request& request) {
    if (request.scaled) return;
    request.scale = std::max(1.0, std::min(request.width / 1920, request.height / 1080));
    request.width /= request.scale;
    request.height /= request.scale;
}

// A number that a film takes; what it may be is for the film to say.
void read_number(const char* option, const std::optional<std::string>& text, std::optional<double>& value) {
    if (!text) return;
    value = number<double>(*text);
    if (!value || !std::isfinite(*value) || *value <= 0)
        throw Refusal(2, std::string(option) + ": \"" + *text + "\" is not a number above 0.");
}

void read_columns(const std::string& text, Request& request) {
    request.columns = number<int>(text);
    if (!request.columns || *request.columns < 1 || *request.columns > 100)
        throw Refusal(2, "--columns: \"" + text + "\" is not a number of columns. Write a whole number from 1 to 100.");
}

// The texts as typed; numbers among them are read by from_chars, which knows no locale.
struct Typed {
    std::optional<std::string> size, scale, fps, seconds, columns;
};

void read_typed(const Typed& typed, Request& request) {
    if (typed.size) read_size(*typed.size, request);
    if (typed.scale) read_scale(*typed.scale, request);
    enlarge(request);
    if (typed.columns) read_columns(*typed.columns, request);
    read_number("--fps", typed.fps, request.fps);
    read_number("--duration", typed.seconds, request.seconds);
}

void add_state_options(CLI::App& command, Request& request) {
    command
        .add_option("--set", request.settings,
                    "Give a parameter a value (JSON, a name or a formula; @FILE: points from a CSV file, or a PNG); "
                    "may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command.add_option("--at", request.at, "Set the parameter that the timeline plays")->type_name("T");
}

void add_picture_options(CLI::App& command, Request& request) {
    command.add_option("scene", request.subject, "A scene's name, or a state file or picture made by Eigenscape")
        ->type_name("SCENE|FILE")
        ->required();
    add_state_options(command, request);
}

void add_render_options(CLI::App& command, Request& request, Typed& typed) {
    add_picture_options(command, request);
    command
        .add_option(
            "-o,--output", request.output,
            "Where to: .png or .svg, - for a PNG on standard output; a film: .mp4, .webm, .gif or frames NAME-%04d.png")
        ->type_name("FILE")
        ->required();
    command
        .add_option("--size", typed.size,
                    "Size of the picture in pixels at scale 1 (a file: its own; a scene: 1280x720); above 1920x1080 "
                    "letters and lines grow with it unless --scale is given")
        ->type_name("WxH");
    command.add_option("--scale", typed.scale, "Pixels per point: 2 gives the same picture with twice the pixels")
        ->type_name("N");
    command.add_option("--theme", request.theme, "dark, light, print or contrast")->type_name("NAME");
    command.add_flag("--transparent", request.transparent, "Leave the paper out");
    command.add_flag("--no-clobber", request.no_clobber, "Refuse to replace a file");
    command
        .add_option("--sweep", request.sweep, "One parameter moves: FROM..TO makes a film, A,B,C a sheet of pictures")
        ->type_name("NAME=VALUES");
}

void add_layout_options(CLI::App& command, Request& request, Typed& typed) {
    const auto settings = [&](const char* name, std::vector<std::string>& list, const char* help) {
        command.add_option(name, list, help)->type_name("NAME=VALUE")->allow_extra_args(false);
    };
    command.add_flag("--caption", request.caption, "Add title, question and values below");
    command.add_flag("--card", request.card, "A study card: picture, values, what comes out, room for your own words");
    command.add_option("--words", request.own_words, "Your own words on the card")->type_name("TEXT");
    settings("--ghost", request.ghost, "Draw the picture with this value behind, as a ghost; may be repeated");
    settings("--compare", request.compare, "Put the picture with this value beside; may be repeated");
    command.add_option("--columns", typed.columns, "Of a sheet of pictures")->type_name("N");
}

void add_film_options(CLI::App& command, Request& request, Typed& typed) {
    command.add_option("--fps", typed.fps, "Frames a second (60; a GIF: 25)")->type_name("N");
    command.add_flag("--story", request.story, "The lesson's story, step by step, its words below");
    command.add_option("--duration", typed.seconds, "Seconds (the timeline's own; a sweep: 4)")->type_name("S");
    command
        .add_option("--frames", request.frames, "Only these frames, END not among them: to share a film among machines")
        ->type_name("FIRST:END");
    command.add_flag("--ease", request.eased, "Start and stop gently");
    command.add_flag("--draft", request.draft, "Encode as fast as possible, into a larger file");
    command.add_flag("--keep-frames", request.keep_frames,
                     "Keep the PNG frames made so far when the film is cancelled");
}

// What can be learned of a scene without the window.
void add_study_commands(CLI::App& app, Request& request) {
    CLI::App* lesson = app.add_subcommand("lesson", "Print a scene's lesson with its numbers filled in");
    add_picture_options(*lesson, request);
    lesson->add_option("--layer", request.layer, "Only one layer: see, plain or formal")->type_name("NAME");
    lesson
        ->add_option("--from", request.lesson_file,
                     "Try this lesson instead of the scene's own, and tell what is wrong in it")
        ->type_name("FILE.md");
    lesson->callback([&request] { request.deed = Deed::lesson; });
    CLI::App* describe = app.add_subcommand("describe", "Describe the picture in words, for those who cannot see it");
    add_picture_options(*describe, request);
    describe->callback([&request] { request.deed = Deed::describe; });
    CLI::App* code =
        app.add_subcommand("code", "Write the scene's computation as a Python program or a Jupyter notebook");
    add_picture_options(*code, request);
    code->add_option("-o,--output", request.output, "Where to: .py or .ipynb, or - for a program on standard output")
        ->type_name("FILE")
        ->required();
    code->callback([&request] { request.deed = Deed::code; });
    CLI::App* cards = app.add_subcommand("cards", "Write the cards of one lesson, or of all, for Anki or as Markdown");
    cards->add_option("scene", request.subject, "A scene's name, or a state file or picture; without it, all scenes")
        ->type_name("SCENE|FILE");
    add_state_options(*cards, request);
    cards->add_option("-o,--output", request.output, "Where to: .txt for Anki, .md for Markdown; pictures go beside it")
        ->type_name("FILE")
        ->required();
    auto* only_own = cards->add_flag("--own{false}", request.lesson_cards, "Only the cards that you wrote yourself");
    cards->add_flag("--without-own{false}", request.own_cards, "Only the cards of the lessons")->excludes(only_own);
    cards->callback([&request] { request.deed = Deed::cards; });
    CLI::App* data = app.add_subcommand("data", "Write the points that a scene shows as a CSV file");
    add_picture_options(*data, request);
    data->add_option("-o,--output", request.output, "Where to: a .csv file, or - for standard output")
        ->type_name("FILE")
        ->required();
    data->add_flag("--no-clobber", request.no_clobber, "Refuse to replace a file");
    data->callback([&request] { request.deed = Deed::data; });
}

}  // namespace

std::variant<Request, Answered> parse_command_line(int argc, char** argv) {
    Request request;
    Typed typed;
    CLI::App app("Eigenscape: see the mathematics behind machine learning, and drag it.", "eigenscape");
    app.set_version_flag("--version", "Eigenscape " EIGENSCAPE_VERSION);
    app.add_option("scene", request.subject, "Open this scene, state file or picture; without it, what was open last")
        ->type_name("SCENE|FILE");
    app.add_flag("--fresh", request.fresh, "Start without the last session, which is set aside");
    app.require_subcommand(0, 1);
    app.footer(
        "Examples:\n  eigenscape eigenvectors\n  eigenscape render eigenvectors --set \"A=[[2,1],[1,2]]\" -o out.png\n"
        "  eigenscape render transform -o film.mp4\n  eigenscape render gradient-descent --sweep rate=0.001,0.01,0.1 "
        "-o sheet.png\n"
        "  eigenscape facts out.png\nExit status: 0 done, 1 it failed, 2 asked wrongly, 130 cancelled.");
    CLI::App* list = app.add_subcommand("list", "List the scenes and their parameters");
    list->add_flag("--json", request.json, "As JSON");
    CLI::App* facts = app.add_subcommand("facts", "Print every value that a scene shows, as JSON");
    add_picture_options(*facts, request);
    CLI::App* render = app.add_subcommand("render", "Draw a scene into a picture or a film, without a display");
    add_render_options(*render, request, typed);
    add_layout_options(*render, request, typed);
    add_film_options(*render, request, typed);
    CLI::App* info = app.add_subcommand("info", "Tell what is in a picture made by Eigenscape");
    info->add_option("file", request.subject, "A PNG")->type_name("FILE.png")->required();
    info->add_flag("--json", request.json, "As JSON: the whole document");
    add_study_commands(app, request);

    try {
        app.parse(argc, argv);
        read_typed(typed, request);
    } catch (const CLI::CallForHelp&) {
        const auto asked = app.get_subcommands();
        std::cout << (asked.empty() ? app.help() : asked.front()->help());
        return Answered{};
    } catch (const CLI::CallForVersion&) {
        std::cout << app.version() << "\n";
        return Answered{};
    } catch (const CLI::ParseError& error) {
        std::string message = error.what();
        std::erase(message, '\n');
        throw Refusal(2, message + ". See eigenscape --help.");
    }
    if (list->parsed()) request.deed = Deed::list;
    if (facts->parsed()) request.deed = Deed::facts;
    if (render->parsed()) request.deed = Deed::render;
    if (info->parsed()) request.deed = Deed::info;
    return request;
}

}  // namespace eigenscape
