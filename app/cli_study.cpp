// `lesson`, `describe`, `code` and `cards`: what can be learned without the window.
// Texts go to standard output; files are written atomically, pictures of cards into a folder beside their deck.
#include "app/cli.h"

#include "app/cli_subject.h"
#include "app/study/check.h"
#include "app/study/code.h"
#include "app/study/deck.h"
#include "app/study/telling.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <filesystem>
#include <iostream>
#include <memory>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

struct Asked {
    Moment moment;
    const Lesson* lesson;
};

Moment moment_asked(const Request& request) {
    const Document document = document_of(request);
    tell_remarks(request, document);
    return moment_of(scene_of_document(document), document.state);
}

Asked asked(const Request& request) {
    Moment moment = moment_asked(request);
    const Lesson* lesson = lesson_of(moment.scene->words.id);
    if (!lesson) throw Refusal(1, "\"" + moment.scene->words.id + "\" has no lesson yet.");
    return {std::move(moment), lesson};
}

std::optional<Layer> layer_of(const Request& request) {
    if (request.layer.empty()) return std::nullopt;
    for (const Layer layer : {Layer::see, Layer::plain, Layer::formal})
        if (request.layer == name_of(layer)) return layer;
    throw Refusal(2, "--layer: there is no layer \"" + request.layer + "\". There are: see, plain, formal.");
}

std::string ending(const Request& request, std::initializer_list<std::string> known) {
    std::string all;
    for (const std::string& each : known) {
        if (request.output.ends_with(each)) return each;
        all += (all.empty() ? "" : " nor ") + each;
    }
    throw Refusal(2, "-o: \"" + request.output + "\" ends in neither " + all + ", so its format is not known.");
}

void check_folder(const std::string& output) {
    std::error_code none;
    const fs::path folder = fs::path(output).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, none))
        throw Refusal(2,
                      "-o: the folder \"" + folder.string() + "\" does not exist. Make it first, or write elsewhere.");
}

void save(const std::string& path, const auto& content) {
    const Saved saved = write_file_atomic(path, content);
    if (!saved) throw Refusal(1, saved.message);
}

// One renderer for all: starting OpenGL takes longer than a picture.
void draw_pictures(const Deck& deck, const fs::path& folder) {
    gl::OffscreenContext context;
    gl::Renderer renderer;
    gl::Canvas canvas;
    canvas.points = {960, 540};
    for (const DeckPicture& picture : deck.pictures) {
        auto frame = std::make_shared<Frame>(Stage{canvas.points, {}});
        picture.scene->draw(picture.state, *frame);
        Document document;
        document.scene = picture.scene->words.id;
        document.state = picture.state;
        document.theme = "light";
        document.canvas_points = canvas.points;
        save((folder / picture.name).string(),
             to_png(gl::render_image(renderer, frame, {}, *find_theme("light"), canvas), document));
    }
}

// What the learner wrote goes along, unless it is not wanted.
OwnCards own_asked(const Request& request) {
    if (!request.own_cards) return {};
    RememberedOwnCards remembered = remembered_own_cards(own_cards_path());
    if (!remembered.trouble.empty()) std::cerr << "eigenscape: " << remembered.trouble << "\n";
    return std::move(remembered.own);
}

std::vector<DeckSubject> subjects_asked(const Request& request) {
    const OwnCards own = own_asked(request);
    if (!request.subject.empty()) {
        const Moment moment = request.lesson_cards ? asked(request).moment : moment_asked(request);
        return {{moment.scene, moment.state, own.cards, request.lesson_cards}};
    }
    if (!request.settings.empty() || request.at)
        throw Refusal(2, "--set and --at need one scene: eigenscape cards SCENE --set NAME=VALUE.");
    std::vector<DeckSubject> subjects;
    for (const Scene& scene : all_scenes())
        subjects.push_back({&scene, scene.defaults, own.cards, request.lesson_cards});
    return subjects;
}

// A lesson that is being written: it is shown as it is, and every problem is told with its line.
void try_lesson(const Request& request, std::optional<Layer> layer) {
    const Moment moment = moment_asked(request);
    const ReadFile file = read_file(request.lesson_file, 1u << 20);
    if (!file.why.empty()) throw Refusal(1, file.why);
    const Lesson lesson = read_lesson(moment.scene->words.id, png::as_text(file.bytes));
    std::cout << told_lesson(lesson, moment, layer) << std::flush;
    const std::vector<Problem> problems = check_lesson(*moment.scene, lesson);
    for (const Problem& problem : problems)
        std::cerr << request.lesson_file << ":" << problem.line << ": " << problem.message << "\n";
    if (!problems.empty())
        throw Refusal(1, std::to_string(problems.size()) + (problems.size() == 1 ? " problem is" : " problems are") +
                             " told above.");
}

}  // namespace

void tell_lesson(const Request& request) {
    const std::optional<Layer> layer = layer_of(request);
    if (!request.lesson_file.empty()) return try_lesson(request, layer);
    const auto [moment, lesson] = asked(request);
    std::cout << told_lesson(*lesson, moment, layer);
}

void describe_picture(const Request& request) { std::cout << moment_asked(request).frame->alt_text() << "\n"; }

void write_code(const Request& request) {
    const bool to_stdout = request.output == "-";
    const std::string kind = to_stdout ? ".py" : ending(request, {".py", ".ipynb"});
    if (!to_stdout) check_folder(request.output);
    const auto [moment, lesson] = asked(request);
    const std::string text = kind == ".py" ? python_script(*lesson, moment) : python_notebook(*lesson, moment);
    if (to_stdout) std::cout << text;
    else save(request.output, std::string_view(text));
}

void write_cards(const Request& request) {
    const std::string kind = ending(request, {".txt", ".md"});
    check_folder(request.output);
    const auto subjects = subjects_asked(request);
    const fs::path output = request.output;
    const fs::path folder = output.parent_path() / (output.stem().string() + "_media");
    const Deck deck = kind == ".txt" ? anki_deck(subjects) : markdown_deck(subjects, folder.filename().string());
    if (deck.pictures.empty())
        throw Refusal(1, "there are no cards to write" +
                             std::string(request.lesson_cards
                                             ? "."
                                             : ": you have written none here yet. Shift+C in the window writes one."));
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Refusal(1, "the folder \"" + folder.string() +
                             "\" for the cards' pictures could not be made: " + failed.message() + ".");
    draw_pictures(deck, folder);
    save(request.output, std::string_view(deck.text));
    std::cerr << deck.pictures.size() << " cards in " << output.string() << ", their pictures in " << folder.string()
              << (kind == ".txt" ? ": copy these into Anki's folder collection.media before you import the cards."
                                 : ".")
              << "\n";
}

}  // namespace eigenscape
