// Documents: what is written reads back to the last bit; what is damaged, foreign or newer is refused in words.
// Every truncation and many flipped bytes of a real document are tried.
#include "app/model/document.h"
#include "app/model/folders.h"
#include "app/model/state.h"
#include "tests/app/folder.h"
#include "tests/app/workbench.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <chrono>
#include <cstdlib>
#include <filesystem>

using namespace eigenscape;
using namespace eigenscape::testing;
namespace fs = std::filesystem;

namespace {

Document sample_document() {
    Document document;
    document.scene = "workbench";
    document.state = random_state(workbench(), 5);
    document.views["plane"] = View2{{-1, -2.5}, {3.25, 1}};
    document.views["space"] = View3{0.1, -0.2, 3, {0.5, 0.25}};
    document.theme = "print";
    document.canvas_points = {1920, 1080};
    return document;
}

Document read_document(std::string_view text) {
    const DocumentOutcome outcome = document_from_text(text, workbench_scenes());
    if (const auto* problem = std::get_if<Unreadable>(&outcome)) FAIL(problem->message);
    return std::get<Document>(outcome);
}

std::string why_unreadable(const DocumentOutcome& outcome) {
    const auto* problem = std::get_if<Unreadable>(&outcome);
    return problem ? problem->message : "accepted";
}
std::string why_unreadable(std::string_view text) {
    return why_unreadable(document_from_text(text, workbench_scenes()));
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

const std::string minimal = R"({"format": "eigenscape", "version": 1, "scene": "workbench", "parameters": {}})";

}  // namespace

TEST_CASE("a document reads back as it was written, byte for byte") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Document document = sample_document();
        document.state = random_state(workbench(), seed);
        const std::string text = to_text(document, workbench_scenes());
        Document again = read_document(text);
        CHECK(again.remarks.empty());
        CHECK(to_text(again, workbench_scenes()) == text);
        again.made_by.clear();
        CHECK(again == document);
    }
}

TEST_CASE("a document inside a picture reads back, and the picture is the same again") {
    Image image(3, 2);
    for (std::size_t i = 0; i < image.rgba.size(); ++i) image.rgba[i] = static_cast<std::uint8_t>(17 * i);
    const Bytes png = to_png(image, sample_document(), workbench_scenes());
    const DocumentOutcome outcome = document_from_png(png, workbench_scenes());
    REQUIRE(std::holds_alternative<Document>(outcome));
    Document document = std::get<Document>(outcome);
    CHECK(to_png(image, document, workbench_scenes()) == png);
    document.made_by.clear();
    CHECK(document == sample_document());
}

TEST_CASE("foreign, newer and incomplete documents are refused in words") {
    CHECK(why_unreadable("") == "The document is empty.");
    CHECK(why_unreadable("{") == "The document is damaged at line 1, column 2. Nothing was opened.");
    CHECK(why_unreadable("{\n  \"a\": tru\n}") == "The document is damaged at line 2, column 11. Nothing was opened.");
    CHECK(why_unreadable("[]") ==
          "This is not an Eigenscape document. Open a picture or a state file that Eigenscape has saved.");
    CHECK(why_unreadable("{\"format\": \"geogebra\"}") ==
          "This is not an Eigenscape document. Open a picture or a state file that Eigenscape has saved.");
    CHECK(why_unreadable("{\"format\": \"eigenscape\"}") ==
          "The document does not say which version of the format it has, so it cannot be read safely.");
    CHECK(why_unreadable(R"({"format": "eigenscape", "version": 2, "program": "9.1"})") ==
          "This was saved by a newer Eigenscape (\"9.1\"): its format is version 2, this program reads version 1. Open "
          "it with the newer "
          "program; the file was left as it is.");
    CHECK(why_unreadable(R"({"format": "eigenscape", "version": 1})") ==
          "The document does not name a scene, so there is nothing to open.");
    CHECK(why_unreadable(with(minimal, "\"workbench\"", "\"workbnech\"")) ==
          "This program has no scene \"workbnech\". The nearest it has is workbench.");
    CHECK(why_unreadable(with(minimal, "\"workbench\"", "\"zzz\"")) == "This program has no scene \"zzz\".");
    CHECK(why_unreadable(with(minimal, "{}", "{\"rate\": 1e400}")) ==
          "The document holds a number beyond those that a computer holds. Nothing was opened.");
}

TEST_CASE("B33: a picture of a newer program is refused in the same words as its state file") {
    const Bytes png = to_png(Image(2, 2), sample_document(), workbench_scenes());
    const std::string text = with(to_text(sample_document(), workbench_scenes()), "\"version\": 1", "\"version\": 7");
    const PictureText newer[] = {{std::string(document_keyword), text}};
    const DocumentOutcome outcome = document_from_png(write_png(Image(2, 2), newer), workbench_scenes());
    REQUIRE(std::holds_alternative<Unreadable>(outcome));
    CHECK(std::get<Unreadable>(outcome).message.find("its format is version 7, this program reads version 1. Open it "
                                                     "with the newer program; the file was left as it is.") !=
          std::string::npos);
    CHECK(!std::get<Unreadable>(outcome).is_picture);  // it is not taken for a photograph
    CHECK(std::holds_alternative<Document>(document_from_png(png, workbench_scenes())));
}

TEST_CASE("B21: numbers at the ends of what a computer holds are checked against each range") {
    const auto first_remark = [&](const std::string& parameters) {
        const Document document = read_document(with(minimal, "{}", parameters));
        CHECK(document.state == workbench().defaults);
        return document.remarks.front();
    };
    CHECK(why_unreadable(with(minimal, "{}", "{\"rate\": nan}")).starts_with("The document is damaged at line "));
    CHECK(why_unreadable(with(minimal, "{}", "{\"rate\": Infinity}")).starts_with("The document is damaged at line "));
    CHECK(first_remark("{\"rate\": 1e308}") ==
          "rate: 1e+308 is out of range. It must be a number from 0.0001 to 1. Its default is used.");
    CHECK(first_remark("{\"rate\": -1e-320}").find("is out of range") != std::string::npos);
    CHECK(first_remark("{\"count\": 9223372036854775808}")
              .find("is out of range. It must be a whole number from 1 to 100.") != std::string::npos);
    CHECK(first_remark("{\"count\": -9223372036854775809}")
              .find("is out of range. It must be a whole number from 1 to 100.") != std::string::npos);
    const Document zero = read_document(with(minimal, "{}", "{\"v\": [-0.0, 0]}"));
    CHECK(to_text(zero, workbench_scenes()).find("-0") == std::string::npos);
}

TEST_CASE("values that are not understood become defaults, and are named") {
    Document document = read_document(minimal);
    CHECK(document.state == workbench().defaults);
    CHECK(document.remarks.size() == workbench().params.size());
    CHECK(document.remarks[0] == "v is missing; its default is used.");

    const auto remark = [&](const std::string& parameters) {
        document = read_document(with(minimal, "{}", parameters));
        CHECK(document.state == workbench().defaults);
        return document.remarks.front();
    };
    CHECK(remark(R"({"rate": 5})") ==
          "rate: 5 is out of range. It must be a number from 0.0001 to 1. Its default is used.");
    CHECK(remark(R"({"rate": "0.5"})") == "rate: \"\"0.5\"\" is of another kind. Its default is used.");
    CHECK(remark(R"({"rate": null})") ==
          "rate: \"null\" is not a number. It must be a number from 0.0001 to 1. Its default is used.");
    CHECK(remark(R"({"count": 2.5})") ==
          "count: \"2.5\" is not a whole number. It must be a whole number from 1 to 100. Its default is used.");
    CHECK(remark(R"({"count": 99999999999999999999})").starts_with("count: \"1e+20\" is out of range."));
    CHECK(remark(R"({"A": [[1,2],[3]]})").starts_with("A: 3 numbers were given."));
    CHECK(remark(R"({"A": {"x": 1}})").starts_with("A: "));
    CHECK(remark(R"({"curve": 1})") == "curve: \"1\" is of another kind. Its default is used.");
    CHECK(remark(R"({"f": "x +"})").starts_with("f: "));
    CHECK(remark(R"({"speed": 3})").starts_with("The scene workbench has no parameter \"speed\"."));
    CHECK(remark(R"([1])") == "\"parameters\" is not a list of names with values; the defaults are used.");
}

TEST_CASE("views, theme and canvas are checked") {
    const auto remark = [](const std::string& member) {
        const Document document = read_document(with(minimal, "\"parameters\": {}", member));
        CHECK(document.views.empty());
        CHECK(document.theme == "dark");
        CHECK(document.canvas_points == Vec2(1280, 720));
        return document.remarks.back();
    };
    CHECK(remark(R"("theme": "drak")") == "There is no theme \"drak\"; dark is used.");
    CHECK(remark(R"("canvas": [0, 720])") == "The size of the canvas, \"[0,720]\", cannot be used; the usual one is.");
    CHECK(remark(R"("canvas": [1280, 100000])") ==
          "The size of the canvas, \"[1280,100000]\", cannot be used; the usual one is.");
    CHECK(remark(R"("views": {"plane": {"box": [1, 1, 0, 0]}})") ==
          "The view of the panel \"plane\" is not understood; it is seen from home.");
    CHECK(remark(R"("views": {"space": {"orbit": [0, 9], "zoom": 1, "pan": [0, 0]}})") ==
          "The view of the panel \"space\" is not understood; it is seen from home.");
    CHECK(remark(R"("views": 3)") == "\"views\" is not understood; every panel is seen from home.");
}

TEST_CASE("what a newer program added is kept and written back") {
    const std::string text = with(with(minimal, "\"parameters\": {}", "\"parameters\": {\"future\": [1, 2]}"), "}}",
                                  "}, \"note\": {\"text\": \"h\u00e9\"}}");
    const Document document = read_document(text);
    CHECK(document.remarks.back() == "Parts that this version does not know were kept: \"note\", \"parameters\".");
    const std::string again = to_text(document, workbench_scenes());
    CHECK(again.find("\"future\": [1,2]") != std::string::npos);
    CHECK(again.find("\"note\": {\"text\":\"h\u00e9\"}") != std::string::npos);
    CHECK(to_text(read_document(again), workbench_scenes()) == again);
}

TEST_CASE("names that occur twice are mentioned") {
    const Document document = read_document(with(minimal, "{}", R"({"rate": 0.5, "rate": 0.25})"));
    CHECK(document.remarks.front() == "\"rate\" is there twice; the last one counts.");
    CHECK(held<double>(workbench(), document.state, "rate") == 0.25);
}

TEST_CASE("a document cut off anywhere is refused") {
    const std::string text = to_text(sample_document(), workbench_scenes());
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        CAPTURE(length);
        const DocumentOutcome outcome =
            document_from_text(std::string_view(text).substr(0, length), workbench_scenes());
        REQUIRE(std::holds_alternative<Unreadable>(outcome));
        const std::string& why = std::get<Unreadable>(outcome).message;
        CHECK((length == 0
                   ? why == "The document is empty."
                   : why.starts_with("The document is damaged at line ") && why.ends_with(". Nothing was opened.")));
    }
}

TEST_CASE("a flipped byte gives a whole document in range or a refusal") {
    const std::string text = to_text(sample_document(), workbench_scenes());
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const int by : {1, 16, 64, 128}) {
            std::string damaged = text;
            damaged[at] = static_cast<char>(damaged[at] ^ by);
            const DocumentOutcome outcome = document_from_text(damaged, workbench_scenes());
            const auto* document = std::get_if<Document>(&outcome);
            if (!document) {
                CHECK(std::get<Unreadable>(outcome).message.ends_with('.'));
                continue;
            }
            for (std::size_t i = 0; i < document->state.size(); ++i)
                REQUIRE(!refusal(workbench().params[i], document->state[i]));
        }
    }
}

TEST_CASE("size and depth are limited before anything is parsed") {
    CHECK(why_unreadable(std::string(5u << 20, ' ') + "{}") ==
          "The document is larger than 4 MiB; no document of Eigenscape is.");
    CHECK(why_unreadable(std::string(1u << 20, '[')) ==
          "The document is nested more than 32 levels deep; no document of Eigenscape is.");
    std::string many = "{";
    for (int i = 0; i < 100'000; ++i) many += "\"k" + std::to_string(i) + "\": 1, ";
    const Document document = read_document(with(minimal, "{}", many + "\"rate\": 0.5}"));
    CHECK(held<double>(workbench(), document.state, "rate") == 0.5);
    CHECK(document.remarks.size() <= 20);
}

TEST_CASE("files are told apart by what they hold") {
    const Folder folder;
    const auto put = [&](const std::string& name, std::string_view text) {
        REQUIRE(write_file_atomic(folder / name, text));
        return folder / name;
    };
    CHECK(std::holds_alternative<Document>(open_file(put("state.png", to_text(sample_document(), workbench_scenes())),
                                                     workbench_scenes())));  // the name does not matter
    const Bytes png = to_png(Image(2, 2), sample_document(), workbench_scenes());
    REQUIRE(write_file_atomic(folder / "shot.txt", std::span(png)));
    CHECK(std::holds_alternative<Document>(open_file(folder / "shot.txt", workbench_scenes())));
    const Bytes plain = write_png(Image(2, 2));
    REQUIRE(write_file_atomic(folder / "plain.png", std::span(plain)));
    CHECK(why_unreadable(open_file(folder / "plain.png", workbench_scenes())) ==
          (folder / "plain.png") +
              ": This picture holds no Eigenscape scene. Only pictures saved by Eigenscape, and not changed by another "
              "program "
              "since, can be opened again.");
    const std::string neither =
        ": This is neither a picture nor a state file of Eigenscape. Open a PNG or a state file that Eigenscape has "
        "saved.";
    CHECK(why_unreadable(open_file(put("a.png", "\xff\xd8\xff\xe0 JFIF"), workbench_scenes())) ==
          (folder / "a.png") + neither);
    CHECK(why_unreadable(open_file(put("b.png", "<html>"), workbench_scenes())) == (folder / "b.png") + neither);
    CHECK(why_unreadable(open_file(put("empty.png", ""), workbench_scenes())) ==
          (folder / "empty.png") + ": The file is empty.");
    Bytes cut(png.begin(), png.begin() + static_cast<std::ptrdiff_t>(png.size() / 2));
    REQUIRE(write_file_atomic(folder / "cut.png", std::span(cut)));
    CHECK(why_unreadable(open_file(folder / "cut.png", workbench_scenes())).find("cut off") != std::string::npos);
}

TEST_CASE("folders, pipes, devices and missing files are refused at once") {
    const Folder folder;
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    fs::create_symlink(folder / "loop", folder / "loop");
    for (const std::string& path : {folder.path.string(), folder / "pipe", folder / "loop", folder / "missing.png",
                                    std::string("/dev/zero"), std::string()}) {
        CAPTURE(path);
        const std::string message = why_unreadable(open_file(path, workbench_scenes()));
        CHECK(message.starts_with("Cannot read "));
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("screenshots are numbered and never replace one another") {
    const Folder folder;
    const std::string first = screenshot_path(folder / "new/Eigenscape", "eigenvectors");
    CHECK(fs::is_directory(folder / "new/Eigenscape"));
    const std::string name = fs::path(first).filename().string();
    CHECK(name.size() == std::string("eigenvectors-2000-01-01-1.png").size());
    CHECK(name.starts_with("eigenvectors-20"));
    CHECK(name.ends_with("-1.png"));
    CHECK(write_file_atomic(first, std::string_view("x"), Existing::keep));
    const std::string second = screenshot_path(folder / "new/Eigenscape", "eigenvectors");
    CHECK(second.ends_with("-2.png"));
    CHECK(write_file_atomic(first, std::string_view("y"), Existing::keep).state == Saved::exists);
}

TEST_CASE("the pictures folder is the one the desktop names") {
    const Folder folder;
    const auto keep = [](const char* name) {
        const char* value = std::getenv(name);
        return std::pair(std::string(name), value ? std::optional<std::string>(value) : std::nullopt);
    };
    const std::vector before{keep("HOME"), keep("XDG_PICTURES_DIR"), keep("XDG_CONFIG_HOME")};
    ::unsetenv("XDG_PICTURES_DIR");
    ::unsetenv("XDG_CONFIG_HOME");
    ::setenv("HOME", folder.path.c_str(), 1);
    CHECK(screenshot_folder() == (folder / "Eigenscape"));
    fs::create_directories(folder / "Pictures");
    CHECK(screenshot_folder() == (folder / "Pictures/Eigenscape"));
    fs::create_directories(folder / ".config");
    REQUIRE(write_file_atomic(folder / ".config/user-dirs.dirs",
                              std::string_view("# c\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n")));
    CHECK(screenshot_folder() == (folder / "Bilder/Eigenscape"));
    ::setenv("XDG_PICTURES_DIR", "/somewhere", 1);
    CHECK(screenshot_folder() == "/somewhere/Eigenscape");
    ::unsetenv("HOME");
    CHECK(screenshot_folder() == "Eigenscape");
    for (const auto& [name, value] : before) {
        if (value) ::setenv(name.c_str(), value->c_str(), 1);
        else ::unsetenv(name.c_str());
    }
}
