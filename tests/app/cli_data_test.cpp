// Own data on the command line: rows=@table.csv, a picture by its path, and points written as CSV.
// Each case starts the real program.
#include "tests/app/program.h"

#include <nlohmann/json.hpp>

using namespace eigenscape::testing;
using nlohmann::json;

namespace {

std::string written(const Folder& folder, const char* name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
}

json parameter(const Result& result, const char* name) { return json::parse(result.out).at("parameters").at(name); }

void refused_with(const std::string& arguments, int status, const std::string& words) {
    const Result result = run(arguments);
    CAPTURE(arguments);
    CHECK(result.status == status);
    CHECK(result.out.empty());
    CHECK(result.err == "eigenscape: " + words + "\n");
}

}  // namespace

TEST_CASE("a table on the command line becomes the rows, and the scene shows them") {
    const Folder folder;
    const std::string table = written(folder, "a.csv", "x1;x2;y\n1,5;2;3\n4;5;6,25\n7;8;1\n");
    const Result result = run("facts multicollinearity --set rows=@" + table);
    REQUIRE(result.status == 0);
    CHECK(result.err.empty());
    CHECK(parameter(result, "rows") == json::parse("[[1.5,2,3],[4,5,6.25],[7,8,1]]"));
    CHECK(parameter(result, "data") == "own");
    CHECK(parameter(run("facts multicollinearity --set rows=@" + table + " --set data=made"), "data") == "made");
}

TEST_CASE("what of a table was not taken is told in one line") {
    const Folder folder;
    const std::string table = written(folder, "a.csv", "x1,x2,y\n1,2,3\n4,NA,6\n7,8\n7,8,9\n");
    const Result result = run("facts multicollinearity --set rows=@" + table);
    CHECK(parameter(result, "rows") == json::parse("[[1,2,3],[7,8,9]]"));
    CHECK(result.err == "eigenscape: rows: " + table +
                            ": 2 rows are taken, 1 is dropped; 1 uneven row is left out. Row 4: 2 cells instead of 3. "
                            "Row 3: x2: \"NA\" stands for a missing value.\n");
    const std::string large = written(folder, "b.csv", "1000,2000,5\n1100,2000,6\n1200,2100,7\n");
    const Result fitted = run("facts multicollinearity --set rows=@" + large);
    CHECK(fitted.err.find("Subtracted: x1 1100, x2 2033, y 6. Then all divided by 50.") != std::string::npos);
}

TEST_CASE("a table that cannot be taken") {
    const Folder folder;
    refused_with("facts multicollinearity --set rows=@" + (folder / "none.csv"), 1,
                 "rows: none.csv: there is no such file.");
    const std::string words = written(folder, "words.csv", "a,b\nc,d\n");
    refused_with("facts multicollinearity --set rows=@" + words, 1,
                 "rows: " + words + ": None of its 2 columns holds numbers.");
    refused_with("facts multicollinearity --set rho=@" + words, 2,
                 "rho: only pictures and sets of points are read from files.");
    refused_with("facts multicollinearity --set rows=@", 2, "rows: after @ the path of a file is wanted.");
}

TEST_CASE("a path in a state file is not followed") {
    const Folder folder;
    const std::string table = written(folder, "a.csv", "1,2,3\n4,5,6\n");
    const std::string state = written(folder, "state.json",
                                      R"({"format": "eigenscape", "version": 1, "scene": "multicollinearity",
        "parameters": {"rows": "@)" + table +
                                          R"("}})");
    const Result result = run("facts " + state);
    CHECK(parameter(result, "rows") != json::parse("[[1,2,3],[4,5,6]]"));
}

TEST_CASE("points are written as CSV and read back") {
    const Folder folder;
    const std::string settings = " --set 'rows=[[0.1,-2,3],[4,5,1e-7]]'";
    CHECK(run("data multicollinearity" + settings + " -o -").out == "x1,x2,y\n0.1,-2,3\n4,5,1e-07\n");
    const std::string file = folder / "out.csv";
    REQUIRE(run("data multicollinearity" + settings + " -o " + file).status == 0);
    CHECK(text_of(file) == "x1,x2,y\n0.1,-2,3\n4,5,1e-07\n");
    CHECK(parameter(run("facts multicollinearity --set rows=@" + file), "rows") ==
          json::parse("[[0.1,-2,3],[4,5,1e-7]]"));
    CHECK(run("data multicollinearity --no-clobber -o " + file).status == 1);
    CHECK(run("data transform -o -").status == 2);
    CHECK(run("data transform -o -").err.find("\"transform\" shows no data of your own. These do: ") !=
          std::string::npos);
}
