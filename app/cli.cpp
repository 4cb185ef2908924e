// The whole program from its arguments: does the deed that was asked for and turns refusals into one line and a status.
// What needs OpenGL is in cli_render.cpp; the window is opened last and only when asked for.
#include "app/cli.h"

#include "app/cli_files.h"
#include "app/cli_subject.h"
#include "app/model/explorer.h"
#include "app/model/session_file.h"
#include "app/window.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>

namespace eigenscape {
namespace {

// Everything as it was left, then, over it, what the command line names: a scene's name opens it as it was left, a file
// shows its picture, one step of undo away from what was there.
int open_program(const Request& request) {
    Explorer explorer;
    SessionFile session(state_folder());
    std::vector<std::string> words;
    if (request.subject.empty()) {
        words = session.restore(explorer, request.fresh);
    } else {
        const Document document = document_of(request);  // may refuse, before the session is touched
        words = session.restore(explorer, request.fresh);
        if (is_scene(request.subject)) explorer.open(document.scene);
        else explorer.open(document);
        words.insert(words.end(), document.remarks.begin(), document.remarks.end());
    }
    const int status = run_window(explorer, session, words, !request.subject.empty() && !is_scene(request.subject));
    if (const std::string trouble = session.end(explorer); !trouble.empty())
        std::fprintf(stderr, "eigenscape: %s\n", trouble.c_str());
    return status;
}

int perform(const Request& request) {
    switch (request.deed) {
        case Deed::open: return open_program(request);
        case Deed::list: list_scenes(request); break;
        case Deed::facts: print_facts(request); break;
        case Deed::render: render(request); break;
        case Deed::info: print_info(request); break;
        case Deed::lesson: tell_lesson(request); break;
        case Deed::describe: describe_picture(request); break;
        case Deed::code: write_code(request); break;
        case Deed::cards: write_cards(request); break;
        case Deed::data: write_data(request); break;
    }
    return 0;
}

int answer(int argc, char** argv) {
    const auto parsed = parse_command_line(argc, argv);
    const auto* answered = std::get_if<Answered>(&parsed);
    const int status = answered ? answered->status : perform(std::get<Request>(parsed));
    std::cout.flush();
    if (!std::cout) throw Refusal(1, "standard output could not be written: is the disk full?");
    return status;
}

int complain(int status, std::string message) {
    for (char& c : message)
        if (c == '\n') c = ' ';  // one line, whatever it quotes
    std::fprintf(stderr, "eigenscape: %s\n", message.c_str());
    return status;
}

}  // namespace

int run_program(int argc, char** argv) {
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // a file beyond the limit is an error of that write, not the end of the program
#endif
    try {
        return answer(argc, argv);
    } catch (const Refusal& refusal) {
        return complain(refusal.status, refusal.what());
    } catch (const std::bad_alloc&) {
        return complain(1, "there is not enough memory for this.");
    } catch (const std::exception& error) {
        return complain(1, error.what());
    }
}

}  // namespace eigenscape
