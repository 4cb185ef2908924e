// Reading on a thread: files and pasted text, progress, cancelling, files that are none or change meanwhile.
#include "app/data/table_job.h"
#include "tests/app/data/tables.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

using namespace eigenscape;
using namespace eigenscape::testing;
namespace fs = std::filesystem;

namespace {

struct TablePlace {
    fs::path path = fs::temp_directory_path() / ("eigenscape_tables_" + std::to_string(::getpid()));
    TablePlace() { fs::create_directories(path); }
    ~TablePlace() { fs::remove_all(path); }
    fs::path write(const char* name, std::string_view text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return path / name;
    }
};

ReadTable table_at(const fs::path& path, std::optional<TableForm> form = std::nullopt) {
    TableJob job({path, nullptr}, form);
    return job.result();
}

}  // namespace

TEST_CASE("a file and the same text give the same table") {
    const TablePlace place;
    const std::string text = "x;y\n1,5;2\n3;4\n";
    const ReadTable file = table_at(place.write("a.csv", text));
    TableJob job({{}, std::make_shared<const std::string>(text)}, std::nullopt);
    CHECK(job.wait(60));
    CHECK(job.progress() == 1);
    const ReadTable pasted = job.result();
    CHECK(file.problem.empty());
    CHECK(file.table.columns.at(0).values == std::vector<double>{1.5, 3});
    CHECK(pasted.table.columns.at(0).values == file.table.columns[0].values);
    CHECK(pasted.guess.form == file.guess.form);
    TableForm other = file.guess.form;
    other.decimal = Decimal::point;
    CHECK(table_at(place.path / "a.csv", other).table.columns.at(0).others == 1);
}

TEST_CASE("pasted text is UTF-8, whatever it looks like") {
    TableJob job({{},
                  std::make_shared<const std::string>("gr\xF6\xDF"
                                                      "e,y\n1,2\n")},
                 std::nullopt);
    CHECK(job.result().guess.form.encoding == Encoding::utf8);
}

TEST_CASE("what cannot be read says why") {
    const TablePlace place;
    CHECK(table_at(place.path / "none.csv").problem == "none.csv: there is no such file.");
    fs::create_directory(place.path / "folder.csv");
    CHECK(table_at(place.path / "folder.csv").problem == "folder.csv: it is a folder, not a file.");
    REQUIRE(::mkfifo((place.path / "pipe.csv").c_str(), 0600) == 0);
    CHECK(table_at(place.path / "pipe.csv").problem == "pipe.csv: it is not an ordinary file.");
    CHECK(table_at(place.write("empty.csv", "")).problem == "empty.csv: There is nothing in it.");
    CHECK(table_at(place.write("book.csv", "PK\x03\x04zip")).problem ==
          "book.csv: It is a workbook of a spreadsheet. Save it as CSV there, and open that.");
    if (::geteuid() != 0) {
        fs::permissions(place.write("mine.csv", "1,2\n"), fs::perms::none);
        CHECK(table_at(place.path / "mine.csv").problem == "mine.csv: it may not be read.");
    }
    std::ofstream(place.path / "huge.csv") << "1,2\n";
    fs::resize_file(place.path / "huge.csv", most_table_bytes + 1);  // a hole: no room is taken
    CHECK(table_at(place.path / "huge.csv").problem == "huge.csv: it is larger than 4 GiB.");
}

TEST_CASE("a long file reports progress and can be cancelled") {
    const TablePlace place;
    std::string text;
    while (text.size() < 30'000'000) text += "1.25,-3.5,100\n";
    TableJob job({place.write("long.csv", text), nullptr}, std::nullopt);
    double seen = 0;
    while (!job.wait(0.001) && seen < 0.2) {
        CHECK(job.progress() >= seen);
        seen = job.progress();
    }
    job.cancel();
    const ReadTable result = job.result();
    CHECK((result.problem == "long.csv: reading was cancelled." || result.problem.empty()));
}

TEST_CASE("a file that changes while it is read is not half of each") {
    const TablePlace place;
    std::string text;
    while (text.size() < 20'000'000) text += "1.25,-3.5,100\n";
    TableJob job({place.write("grows.csv", text), nullptr}, std::nullopt);
    while (!job.wait(0.0005) && job.progress() < 0.05) {
    }
    const bool early = job.progress() < 1;
    std::ofstream(place.path / "grows.csv", std::ios::app) << "1,2,3\n";
    const ReadTable result = job.result();
    if (early) CHECK(result.problem == "grows.csv: it was changed while it was read. Open it again.");
    fs::remove(place.path / "grows.csv");
}
