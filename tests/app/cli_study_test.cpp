// `lesson`, `describe`, `code` and `cards` as a shell sees them: texts, files, exit statuses and messages.
// Each case starts the real program; nothing here needs a display.
#include "tests/app/folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using eigenscape::testing::text_of;

namespace {

namespace fs = std::filesystem;

struct ShellAnswer {
    int status = -1;
    std::string out, err;
};

struct Shell {
    static inline int shells = 0;
    fs::path folder =
        fs::temp_directory_path() / ("eigenscape_study_" + std::to_string(::getpid()) + "_" + std::to_string(++shells));
    Shell() { fs::create_directories(folder / "work"); }
    ~Shell() { fs::remove_all(folder); }
    fs::path work() const { return folder / "work"; }

    // Nothing of the user's own is read.
    ShellAnswer operator()(const std::string& arguments) const {
        return (*this)(arguments, "XDG_DATA_HOME='" + (folder / "data").string() + "' ");
    }
    ShellAnswer operator()(const std::string& arguments, const std::string& variables) const {
        const std::string command = "cd '" + work().string() + "' && env -u DISPLAY -u WAYLAND_DISPLAY " + variables +
                                    "'" EIGENSCAPE_PROGRAM "' " + arguments + " >../out 2>../err";
        const int raw = std::system(command.c_str());
        return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, text_of(folder / "out"), text_of(folder / "err")};
    }
};

void shell_refused(const std::string& arguments, int status, const std::string& words) {
    const Shell shell;
    const ShellAnswer answer = shell(arguments);
    INFO(arguments << " -> " << answer.err);
    CHECK(answer.status == status);
    CHECK(answer.out.empty());
    CHECK(answer.err.find(words) != std::string::npos);
    CHECK(answer.err.find('\n') == answer.err.size() - 1);
    CHECK(fs::is_empty(shell.work()));
}

}  // namespace

TEST_CASE("lesson prints the layers with the numbers of the state that was asked for") {
    const Shell shell;
    const ShellAnswer all = shell("lesson transform --set 'A=[[2,0],[0,1.5]]'");
    CHECK(all.status == 0);
    CHECK(all.err.empty());
    for (const char* words : {"See it", "In plain words", "Formally", "Misconceptions", "(2.00, 0.00)", "area is 3.00"})
        CHECK(all.out.find(words) != std::string::npos);
    const ShellAnswer plain = shell("lesson transform --layer plain");
    CHECK(plain.out.find("In plain words") != std::string::npos);
    CHECK(plain.out.find("Formally") == std::string::npos);
    CHECK(shell("lesson eigenvectors --layer formal --at 0.5").status == 0);
}

TEST_CASE("a lesson that is being written is shown, and what is wrong in it told line by line") {
    const Shell shell;
    std::ofstream(shell.work() / "mine.md") << "# Mine\n\n## See it\n\nThe area is {determinant:.1f}, the {rnak}.\n";
    const ShellAnswer answer = shell("lesson transform --from mine.md");
    CHECK(answer.status == 1);
    CHECK(answer.out.find("The area is 1.8, the undefined.") != std::string::npos);
    CHECK(answer.err.find(
              "mine.md:5: \"rnak\" is neither a parameter nor a fact of transform. Did you mean \"rank\"?\n") !=
          std::string::npos);
    CHECK(answer.err.find("problems are told above.\n") != std::string::npos);
    const ShellAnswer good =
        shell("lesson transform --from '" EIGENSCAPE_SOURCE_DIR "/app/scenes/linear_algebra/transform.md'");
    CHECK(good.status == 0);
    CHECK(good.err.empty());
    CHECK(good.out == shell("lesson transform").out);
    shell_refused("lesson transform --from none.md", 1, "none.md");
}

TEST_CASE("describe prints the picture in words") {
    const Shell shell;
    const ShellAnswer answer = shell("describe transform --set A=0,-1,1,0");
    CHECK(answer.status == 0);
    CHECK(answer.out.find("The first unit vector lands on (0.00, 1.00)") != std::string::npos);
}

TEST_CASE("code writes a program and a notebook with the parameters in it") {
    const Shell shell;
    CHECK(shell("code transform --set A=2,1,0,1.5 -o x.py").status == 0);
    CHECK(text_of(shell.work() / "x.py").find("A = np.array([[2.0, 1.0], [0.0, 1.5]])") != std::string::npos);
    CHECK(shell("code transform --set A=2,1,0,1.5 -o -").out == text_of(shell.work() / "x.py"));
    CHECK(shell("code loss-surface --set 'f=\"x^2 + sin(3*y)\"' -o x.ipynb").status == 0);
    const auto notebook = nlohmann::json::parse(text_of(shell.work() / "x.ipynb"));
    CHECK(notebook["cells"].size() > 3);
    CHECK(notebook.dump().find("x**2 + np.sin(3*y)") != std::string::npos);
}

TEST_CASE("cards writes a deck and the pictures that it names") {
    const Shell shell;
    const ShellAnswer answer = shell("cards transform -o deck.txt");
    CHECK(answer.status == 0);
    CHECK(answer.err.find("collection.media") != std::string::npos);
    const std::string deck = text_of(shell.work() / "deck.txt");
    CHECK(deck.starts_with("#separator:tab\n#html:true\n"));
    int pictures = 0;
    for (const auto& entry : fs::directory_iterator(shell.work() / "deck_media")) {
        CHECK(deck.find("src=\"\"" + entry.path().filename().string() + "\"\"") != std::string::npos);
        CHECK(text_of(entry.path()).substr(1, 3) == "PNG");
        ++pictures;
    }
    CHECK(pictures >= 6);
    CHECK(shell("cards eigenvectors --set v=[1,1] -o deck.md").status == 0);
    CHECK(text_of(shell.work() / "deck.md").starts_with("# Eigenvectors\n"));
}

TEST_CASE("cards of one's own go along, alone or not at all") {
    const Shell shell;
    fs::create_directories(shell.work() / "data/eigenscape");
    std::ofstream(shell.work() / "data/eigenscape/cards.json")
        << R"({"format": 1, "next": 2, "cards": [{"id": "own/1", "scene": "transform", "question": "What is {determinant:.1f}?",
            "answer": "The area of the unit square.", "level": "hard", "state": "A=[[2,0],[0,3]] t=1"}]})";
    const std::string data = "XDG_DATA_HOME='" + (shell.work() / "data").string() + "' ";
    CHECK(shell("cards transform -o all.txt", data).status == 0);
    const std::string all = text_of(shell.work() / "all.txt");
    CHECK(all.find("What is 6.0?") != std::string::npos);
    CHECK(all.find("eigenscape::hard eigenscape::own\n") != std::string::npos);
    CHECK(all.find("Where the unit vectors land") != std::string::npos);
    CHECK(shell("cards --own -o own.md", data).status == 0);
    const std::string own = text_of(shell.work() / "own.md");
    CHECK(own.starts_with("# Matrix transform\n\n## What is 6.0? (hard)\n"));
    CHECK(own.find("Eigenvectors") == std::string::npos);
    CHECK(shell("cards transform --without-own -o theirs.txt", data).status == 0);
    CHECK(text_of(shell.work() / "theirs.txt").find("eigenscape::own") == std::string::npos);
    const ShellAnswer none = shell("cards svd --own -o none.md", data);
    CHECK(none.status == 1);
    CHECK(
        none.err ==
        "eigenscape: there are no cards to write: you have written none here yet. Shift+C in the window writes one.\n");
    CHECK(shell("cards --own --without-own -o x.md", data).status == 2);
    CHECK(!fs::exists(shell.work() / "x.md"));
}

TEST_CASE("what is asked wrongly is refused in a line, and nothing is written") {
    shell_refused("lesson transfrom", 2, "Did you mean \"transform\"?");
    shell_refused("lesson transform --layer sea", 2, "There are: see, plain, formal.");
    shell_refused("lesson transform --set rank=3", 2, "no parameter \"rank\"");
    shell_refused("lesson", 2, "scene");
    shell_refused("describe transform --set A=99", 2, "A");
    shell_refused("code transform -o x.txt", 2, "neither .py nor .ipynb");
    shell_refused("code transform -o nowhere/x.py", 2, "does not exist");
    shell_refused("code transform", 2, "-o");
    shell_refused("cards -o deck.apkg", 2, "neither .txt nor .md");
    shell_refused("cards --set t=1 -o deck.md", 2, "need one scene");
    shell_refused("cards transform -o nowhere/deck.md", 2, "does not exist");
    shell_refused("cards nothing.png -o deck.md", 1, "there is no file");
}
