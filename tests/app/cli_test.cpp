// The program as scripts see it: exit statuses, one-line errors that name what is wrong, JSON that parses, pictures
// that reopen. Each case starts the real program; nothing here needs a display.
#include "tests/app/program.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace eigenscape::testing;
namespace fs = std::filesystem;
using nlohmann::json;

TEST_CASE("help and version are printed without a display") {
    for (const char* arguments : {"--help", "render --help", "--version"}) {
        const Result result = run(arguments);
        CHECK(result.status == 0);
        CHECK(!result.out.empty());
        CHECK(result.err.empty());
    }
    CHECK(run("--help").out.find("render") != std::string::npos);
    CHECK(run("--version").out.starts_with("Eigenscape "));
}

TEST_CASE("list names every scene, as text and as JSON") {
    const json scenes = json::parse(run("list --json").out);
    REQUIRE(scenes.size() >= 4);
    const std::string text = run("list").out;
    for (const json& scene : scenes) {
        CHECK(text.find(scene.at("id").get<std::string>()) != std::string::npos);
        CHECK(!scene.at("parameters").empty());
        for (const json& param : scene.at("parameters")) CHECK(param.contains("default"));
    }
}

TEST_CASE("facts are JSON with full precision and follow --set and --at") {
    const json facts = json::parse(run("facts transform --set 'A=[[2,1],[1,2]]'").out).at("facts");
    CHECK(facts.at("determinant").get<double>() == doctest::Approx(3).epsilon(1e-12));
    const json same = json::parse(run("facts transform --set A=2,1,1,2").out);
    CHECK(same.at("facts") == facts);
    const json start = json::parse(run("facts transform --at 0").out);
    CHECK(start.at("parameters").at("t") == 0);
}

TEST_CASE("a locale with decimal commas changes nothing") {
    const std::string plain = run("facts eigenvectors --set v=[0.5,-1.25]").out;
    CHECK(plain.find("-1.25") != std::string::npos);
    for (const char* locale : {"LC_ALL=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8"})
        CHECK(run("facts eigenvectors --set v=[0.5,-1.25]", locale).out == plain);
}

TEST_CASE("wrong usage: status 2 and one line that helps") {
    refused("eigenvector", 2, {"eigenvector", "Did you mean \"eigenvectors\""});
    refused("facts nonsense-zzz", 2, {"nonsense-zzz", "list"});
    refused("facts transform --set B=1", 2, {"\"B\""});
    refused("facts transform --set A=1,2", 2, {"A"});
    refused("facts transform --set 'A=[[nan,0],[0,1]]'", 2, {"A"});
    refused("facts transform --set t=7", 2, {"t", "7"});
    refused("facts loss-surface --set 'f=x^2 +'", 2, {"f"});
    refused("facts loss-surface --set f=himelblau", 2, {"himmelblau"});
    refused("facts loss-surface --set 'f=himmelblau + 1'", 2,
            {"f: \"himmelblau\" names a whole surface", "Use it alone", "column 1"});
    refused("facts loss-surface --at 1", 2, {"--at"});
    refused("render transform", 2, {"--output"});
    refused("render transform -o x.bmp", 2, {"x.bmp", ".png", ".svg", ".mp4", ".webm", ".gif"});
    refused("render transform -o /no/such/folder/x.png", 2, {"/no/such/folder", "does not exist"});
    refused("render transform --size 0x10 -o x.png", 2, {"--size", "0x10", "1280x720"});
    refused("render transform --size -4x10 -o x.png", 2, {"--size"});
    refused("render transform --size ten -o x.png", 2, {"ten"});
    refused("render transform --size '' -o x.png", 2, {"--size", "1280x720"});
    refused("render transform -o '" EIGENSCAPE_PROGRAM "/x.png'", 2, {"is a file, not a folder"});
    refused("render transform --scale nan -o x.png", 2, {"--scale", "nan"});
    refused("render transform --scale 0 -o x.png", 2, {"--scale"});
    refused("render transform --theme pink -o x.png", 2, {"pink", "dark, light, print, contrast"});
    refused("--nonsense", 2, {"--nonsense"});
    refused("list extra", 2, {"extra"});
}

TEST_CASE("what cannot be done: status 1, a message, and nothing written") {
    const Folder folder;
    const std::string foreign = folder / "foreign.png", text = folder / "text.png", picture = folder / "out.png";
    std::ofstream(text) << "not a picture";
    refused("info " + text, 1, {"text.png"});
    refused("info " + (folder / "missing.png"), 1, {"missing.png"});
    refused("facts " + folder.path.string(), 1, {});
    refused("facts " + (folder / "missing.json"), 1, {"missing.json"});
    refused("render transform --size 60000x60000 -o " + picture, 1, {"60000", "too large"});
    CHECK(!fs::exists(picture));
    refused("render transform --size 20000x100 -o " + picture, 1, {"20000"});
    CHECK(!fs::exists(picture));
}

TEST_CASE("a rendered picture reopens as exactly the same state") {
    const Folder folder;
    const std::string picture = folder / "shot.png", again = folder / "again.png";
    const std::string settings = " --set 'A=[[1.25,-0.3333333333333333],[0.1,2]]' --at 0.625";
    REQUIRE(run("render transform" + settings + " --size 400x300 --theme light -o " + picture).status == 0);
    CHECK(run("facts " + picture).out == run("facts transform" + settings).out);
    const json document = json::parse(run("info --json " + picture).out);
    CHECK(document.at("scene") == "transform");
    CHECK(run("info " + picture).out.find("A=[[1.25,-0.3333333333333333],[0.1,2]]") != std::string::npos);
    REQUIRE(run("render " + picture + " -o " + again).status == 0);
    CHECK(text_of(again) == text_of(picture));
}

TEST_CASE("the size of a PNG is --size times --scale") {
    const Folder folder;
    const auto size = [&](const std::string& options) {
        const std::string picture = folder / "s.png";
        REQUIRE(run("render transform " + options + " -o " + picture).status == 0);
        const std::string bytes = text_of(picture);
        const auto number = [&](std::size_t at) {
            std::uint32_t value = 0;
            for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
            return static_cast<int>(value);
        };
        return std::array{number(16), number(20)};
    };
    CHECK(size("--size 200x100") == std::array{200, 100});
    CHECK(size("--size 200x100 --scale 2") == std::array{400, 200});
    CHECK(size("--size 201x101 --scale 1.5") == std::array{302, 152});
    CHECK(size("--size 3840x2160") == std::array{3840, 2160});
}

TEST_CASE("letters of a picture larger than 1920x1080 grow with it, unless a scale is given") {
    const Folder folder;
    const auto opening = [&](const std::string& options) {
        const std::string path = folder / "s.svg";
        REQUIRE(run("render transform " + options + " -o " + path).status == 0);
        const std::string drawing = text_of(path);
        const std::size_t from = drawing.find("width=");
        return drawing.substr(from, drawing.find(" role=") - from);
    };
    CHECK(opening("--size 3840x2160") == "width=\"3840\" height=\"2160\" viewBox=\"0 0 1920 1080\"");
    CHECK(opening("--size 3840x2160 --scale 1") == "width=\"3840\" height=\"2160\" viewBox=\"0 0 3840 2160\"");
    CHECK(opening("--size 3840x720") == "width=\"3840\" height=\"720\" viewBox=\"0 0 3840 720\"");
}

TEST_CASE("output: SVG carries its document, - is standard output, --no-clobber keeps a file") {
    const Folder folder;
    const std::string drawing = folder / "a.svg";
    REQUIRE(run("render eigenvectors -o " + drawing).status == 0);
    const std::string text = text_of(drawing);
    CHECK(text.find("<svg") != std::string::npos);
    CHECK(text.find("eigenvectors") != std::string::npos);
    CHECK(run("render eigenvectors --size 64x48 -o -").out.starts_with("\x89PNG"));
    const std::string before = text_of(drawing);
    refused("render transform --no-clobber -o " + drawing, 1, {"a.svg", "--no-clobber"});
    CHECK(text_of(drawing) == before);
    CHECK(run("render transform -o " + drawing).status == 0);
    CHECK(text_of(drawing) != before);
}

TEST_CASE("a file is taken as it is, or says what was not") {
    const Folder folder;
    const std::string state = folder / "state.json";
    std::ofstream(state)
        << R"({"format": "eigenscape", "version": 1, "scene": "transform", "parameters": {"A": [[1e300,0],[0,1]]}})";
    const Result result = run("facts " + state);
    CHECK(result.status == 0);
    CHECK(one_line(result.err));
    CHECK(result.err.starts_with("eigenscape: " + state + ": "));
    CHECK(result.err.find("A: ") != std::string::npos);
    CHECK(result.err.find("out of range") != std::string::npos);
    CHECK(json::accept(result.out));
    REQUIRE(run("render transform --size 64x48 -o " + (folder / "whole.png")).status == 0);
    CHECK(run("facts " + (folder / "whole.png")).err.empty());
}

TEST_CASE("links that lead in a circle are named for what they are") {
    const Folder folder;
    fs::create_symlink("circle.png", folder.path / "circle.png");
    refused("facts " + (folder / "circle.png"), 1, {"circle.png", "links lead round in a circle"});
}

TEST_CASE("an SVG may be larger than any PNG, within reason") {
    const Folder folder;
    CHECK(run("render transform --size 20000x100 -o " + (folder / "wide.svg")).status == 0);
    refused("render transform --size 70000x100 -o " + (folder / "wider.svg"), 1, {"70000 by 100", "65536 by 65536"});
    CHECK(!fs::exists(folder / "wider.svg"));
}

TEST_CASE("without a display the program says so and points to render") {
    const Result result = run("transform");
    CHECK(result.status == 1);
    CHECK(one_line(result.err));
    CHECK(result.err.find("eigenscape render") != std::string::npos);
}

TEST_CASE("a file size limit is a message, and nothing half-written stays") {
    const Folder folder;
    const Result result = run("list >/dev/null && ulimit -f 1 && '" EIGENSCAPE_PROGRAM "' render transform -o " +
                              (folder / "a.svg") + " 2>&1 | cat");
    INFO(result.out);
    CHECK(result.out.find("a.svg: the file would be larger than this system allows") != std::string::npos);
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("help that cannot be printed has failed") {
    for (const char* arguments : {"--help", "--version"})
        CHECK(run(std::string(arguments) + " > /dev/full; exit $?;").status == 1);
}

TEST_CASE("a full disk is a message, not a broken picture") {
    const Result result = run("facts transform > /dev/full 2>&1; exit $?;");
    CHECK(result.status == 1);
}
