// Films from the command line: what is refused and in which words, what stays when ffmpeg fails or the user cancels,
// and that a film made in pieces is the same film.
#include "app/model/film.h"
#include "tests/app/program.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

using namespace eigenscape::testing;
namespace fs = std::filesystem;

namespace {

void says(const Result& result, int status, const std::vector<std::string>& words) {
    INFO(result.err);
    CHECK(result.status == status);
    CHECK(one_line(result.err));
    CHECK(result.out.empty());
    for (const std::string& word : words) {
        INFO("the message should say: " << word);
        CHECK(result.err.find(word) != std::string::npos);
    }
}

const std::string small = "render transform --size 64x48 --fps 10 --duration 0.5 ";  // five frames

// With a program in the place of ffmpeg: fails in time, says why, leaves nothing.
void fails_with(const FakeFfmpeg& fake, const std::vector<std::string>& words, const std::string& options = small) {
    const Folder folder;
    const auto began = std::chrono::steady_clock::now();
    says(run(options + "-o " + (folder / "a.mp4"), fake.in_path()), 1, words);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
    CHECK(folder.names().empty());
}

// Starts the program, waits until `begun`, sends the signal; its exit status.
int interrupted(const std::vector<std::string>& arguments, int signal, const std::function<bool()>& begun) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        std::vector<char*> words{const_cast<char*>(EIGENSCAPE_PROGRAM)};
        for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
        words.push_back(nullptr);
        if (!std::freopen("/dev/null", "w", stderr)) ::_exit(126);
        ::execv(EIGENSCAPE_PROGRAM, words.data());
        ::_exit(127);
    }
    for (int i = 0; i < 3000 && !begun(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    CHECK(begun());
    ::kill(pid, signal);
    int raw = 0;
    ::waitpid(pid, &raw, 0);
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
}

}  // namespace

TEST_CASE("a film asked for wrongly: status 2 and one line that helps") {
    const Folder folder;
    const std::string to = " -o " + (folder / "a.gif"), film = "render transform" + to + " ";
    refused(film + "--fps 0", 2, {"--fps", "\"0\""});
    refused(film + "--fps -5", 2, {"--fps"});
    refused(film + "--fps nan", 2, {"--fps", "nan"});
    refused(film + "--fps 60", 2, {"--fps", "at most 50", "mp4"});
    refused(film + "--fps 20 --duration 5e7", 2, {"1000000000 frames", "at most 200000"});
    refused(film + "--duration 0", 2, {"--duration"});
    refused(film + "--duration -1", 2, {"--duration"});
    refused(film + "--size -4x10", 2, {"--size"});
    refused(film + "--size 0x0", 2, {"--size"});
    refused(film + "--frames 5", 2, {"--frames", "FIRST:END"});
    refused(film + "--frames 9:9", 2, {"--frames", "holds no frame"});
    refused(film + "--frames 75:80", 2, {"--frames", "0:75"});
    refused(film + "--sweep B=1..2", 2, {"--sweep", "\"B\""});
    refused(film + "--sweep t=0..7", 2, {"--sweep", "t"});
    refused(film + "--sweep t=0,1", 2, {"--sweep", "FROM..TO"});
    refused(film + "--at 1", 2, {"--at"});
    refused(film + "--transparent", 2, {"--transparent", "PNG frames"});
    refused(film + "--compare t=0", 2, {"--compare"});
    refused(film + "--columns 3", 2, {"--columns"});
    refused("render loss-surface" + to, 2, {"loss-surface has no timeline", "--sweep"});
    refused("render transform -o " + (folder / "none/a.mp4"), 2, {"none", "does not exist"});
    refused("render transform -o " + (folder / "none/%d.png"), 2, {"none", "does not exist"});
    refused("render transform -o '" EIGENSCAPE_PROGRAM "/a.mp4'", 2, {"is a file, not a folder"});
    for (const char* name : {"%s.png", "%d%d.png", "%4d.png", "100%.png"})
        refused("render transform -o " + (folder / name), 2, {name, "exactly one %d", "%%"});
    refused("render transform --size 20000x100" + to, 1, {"20000 by 100", "too large"});
    CHECK(folder.names().empty());
}

TEST_CASE("what belongs to films is refused for pictures, and the other way round") {
    const Folder folder;
    const std::string picture = "render transform -o " + (folder / "a.png") + " ";
    for (const char* option : {"--fps 30", "--duration 2", "--frames 0:1", "--ease", "--draft", "--keep-frames"})
        refused(picture + option, 2,
                {std::string(option).substr(0, std::string(option).find(' ')), "belongs to a film", "name-%04d.png"});
    refused(picture + "--sweep t=0..1", 2, {"--sweep", "a range makes a film", "NAME=A,B,C"});
    refused(picture + "--columns 2", 2, {"--columns", "only one picture"});
    refused(picture + "--columns 0 --sweep t=0,1", 2, {"--columns", "\"0\""});
    refused(picture + "--words hello", 2, {"--words", "--card"});
    refused(picture + "--card --caption", 2, {"--card", "--caption"});
    refused(picture + "--card --sweep t=0,1", 2, {"--card", "sheet"});
    refused(picture + "--ghost B=1", 2, {"\"B\""});
    CHECK(folder.names().empty());
}

TEST_CASE("frames are numbered files that carry their state, the same whether made together or in pieces") {
    const Folder folder;
    for (const char* part : {"all", "one"}) fs::create_directory(folder / part);
    const std::string film = "render transform --size 160x90 --fps 20 --duration 0.4 --caption ";
    REQUIRE(run(film + "-o " + (folder / "all/%03d.png")).status == 0);
    for (int k = 7; k >= 0; --k)
        REQUIRE(run(film + "--frames " + std::to_string(k) + ":" + std::to_string(k + 1) + " -o " +
                    (folder / "one/%03d.png"))
                    .status == 0);
    for (int k = 0; k < 8; ++k) {
        const std::string name = "/00" + std::to_string(k) + ".png";
        CHECK(text_of(folder / ("all" + name)).size() > 100);
        CHECK(text_of(folder / ("all" + name)) == text_of(folder / ("one" + name)));
    }
    CHECK(std::distance(fs::directory_iterator(folder / "all"), fs::directory_iterator()) == 8);
    const Result facts = run("facts " + (folder / "all/000.png"));
    CHECK(facts.out == run("facts transform --at 0").out);
    CHECK(run("facts " + (folder / "all/007.png")).out == run("facts transform --at 1").out);
}

TEST_CASE("a GIF needs no ffmpeg, replaces a file, and keeps it with --no-clobber") {
    const Folder folder;
    const std::string gif = folder / "a.gif", film = small + "-o " + gif;
    std::ofstream(gif) << "old";
    says(run(film + " --no-clobber"), 1, {"a.gif", "--no-clobber"});
    CHECK(text_of(gif) == "old");
    const Result result = run(film, "PATH=/nowhere");
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(text_of(gif).starts_with("GIF89a"));
    CHECK(folder.names() == std::vector<std::string>{"a.gif"});
    std::ofstream(folder / "3.png") << "mine";
    says(run(small + "--no-clobber -o " + (folder / "%d.png")), 1, {"3.png", "--no-clobber"});
    CHECK(folder.names() == std::vector<std::string>{"3.png", "a.gif"});
}

TEST_CASE("an mp4 and a webm have the frames, the sides and the speed that were asked for") {
    if (!has_ffmpeg() || std::system("ffprobe -version >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: no ffmpeg here");
        return;
    }
    const Folder folder;
    for (const char* name : {"a.mp4", "a b';$(x).webm"}) {
        const std::string path = folder / name, probed = folder / "probe";
        ::setenv("EIGENSCAPE_TEST_OUT", path.c_str(), 1);
        const Result made =
            run("render transform --size 65x48 --fps 12.5 --duration 0.8 --draft -o \"$EIGENSCAPE_TEST_OUT\"");
        INFO(made.err);
        REQUIRE(made.status == 0);
        REQUIRE(std::system(("ffprobe -v error -count_frames -show_entries "
                             "stream=width,height,nb_read_frames,r_frame_rate,pix_fmt,color_space -of csv=p=0 "
                             "\"$EIGENSCAPE_TEST_OUT\" > " +
                             probed)
                                .c_str()) == 0);
        const std::string said = text_of(probed);
        INFO(said);
        CHECK(said.find("66,48,yuv420p,bt709,25/2,10") != std::string::npos);
        fs::remove(probed);
    }
    CHECK(folder.names().size() == 2);
}

TEST_CASE("ffmpeg that is missing, broken, too old or built without the encoder is found before the first frame") {
    const Folder folder;
    const Result missing = run(small + "-o " + (folder / "a.mp4"), "PATH=/nowhere");
    says(missing, 1, {"ffmpeg is not installed", "apt install ffmpeg", ".gif"});
    says(run(small + "-o " + (folder / "a.webm"), "PATH=/nowhere"), 1, {".webm"});
    CHECK(folder.names().empty());
    fails_with(FakeFfmpeg("", "echo no such library >&2; exit 127"),
               {"ffmpeg does not work", "status 127", "no such library"});
    fails_with(FakeFfmpeg("", "echo ffmpeg version 2.8.1; echo libx264; exit 0"),
               {"ffmpeg 2 is too old", "4 or newer"});
    fails_with(FakeFfmpeg("", "echo ffmpeg version 6.0; echo mpeg4; exit 0"), {"built without libx264"});
    fails_with(FakeFfmpeg("", "exec sleep 60"), {"ffmpeg does not answer"});
}

TEST_CASE("ffmpeg that ends at once, half-way, with an error or writes garbage: said, and nothing stays") {
    fails_with(FakeFfmpeg("exit 1"), {"ffmpeg ended too early", "status 1", "Nothing was saved"},
               "render transform --size 640x480 --fps 10 --duration 3 ");
    fails_with(FakeFfmpeg("head -c 10000 >\"$out\"; echo Conversion failed >&2; exit 3"),
               {"status 3", "Conversion failed"}, "render transform --size 640x480 --fps 10 --duration 3 ");
    fails_with(FakeFfmpeg("cat >/dev/null; echo \"$out: No space left on device\" >&2; exit 1"),
               {"could not make the film", "No space left on device"});
    fails_with(FakeFfmpeg("cat >\"$out\"; exit 0"), {"no whole film"});
    fails_with(FakeFfmpeg("cat >/dev/null; exit 0"), {"no whole film"});
    fails_with(FakeFfmpeg("head -c 10000 >\"$out\"; kill -9 $$"), {"status 137"},
               "render transform --size 640x480 --fps 10 --duration 3 ");
}

TEST_CASE("ffmpeg that hangs is stopped within seconds, while it is fed and at the end") {
    fails_with(FakeFfmpeg("exec sleep 60"), {"has done nothing for 5 s"},
               "render transform --size 1280x720 --fps 10 --duration 3 ");
    fails_with(FakeFfmpeg("cat >/dev/null; exec sleep 60"), {"has done nothing for 5 s"});
}

TEST_CASE("Ctrl+C and a friendly kill end a film cleanly, with nothing left") {
    const Folder folder;
    const auto film = [&](const char* name) {
        return std::vector<std::string>{"render",     "transform", "--size", "640x360",
                                        "--duration", "300",       "-o",     folder / name};
    };
    const auto begun = [&] { return !folder.names().empty(); };
    CHECK(interrupted(film("a.gif"), SIGINT, begun) == 130);
    CHECK(folder.names().empty());
    CHECK(interrupted(film("%04d.png"), SIGTERM, [&] { return fs::exists(folder / "0004.png"); }) == 130);
    CHECK(folder.names().empty());
    auto kept = film("%04d.png");
    kept.push_back("--keep-frames");
    CHECK(interrupted(kept, SIGINT, [&] { return fs::exists(folder / "0004.png"); }) == 130);
    CHECK(fs::exists(folder / "0000.png"));
    for (const std::string& name : folder.names()) CHECK(run("info " + (folder / name)).status == 0);  // each is whole
    if (!has_ffmpeg()) return;
    fs::remove_all(folder.path);
    fs::create_directory(folder.path);
    CHECK(interrupted(film("a.mp4"), SIGINT, begun) == 130);
    CHECK(folder.names().empty());
}

TEST_CASE("a disk that fills up while a film is written: said, nothing left") {
    const Folder folder;
    for (const char* name : {"a.gif", "%d.png"}) {
        const Result result = run("list >/dev/null && (ulimit -f 8; '" EIGENSCAPE_PROGRAM
                                  "' render transform --size 640x360 --duration 1 -o '" +
                                  (folder / name) + "' 2>&1)");
        INFO(result.out);
        CHECK(result.out.find("larger than this system allows") != std::string::npos);
        CHECK(folder.names().empty());
    }
}

TEST_CASE("sheets, cards, captions and comparisons are pictures of the size asked for, as PNG and as SVG") {
    const Folder folder;
    const auto size = [&](const std::string& options) {
        const std::string path = folder / "a.png";
        const Result result = run("render gradient-descent " + options + " -o " + path);
        INFO(result.err);
        REQUIRE(result.status == 0);
        const std::string bytes = text_of(path);
        const auto number = [&](std::size_t at) {
            int value = 0;
            for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
            return value;
        };
        return std::pair(number(16), number(20));
    };
    CHECK(size("--caption --size 400x300") == std::pair(400, 300));
    CHECK(size("--card --words 'so it is' --size 400x300 --scale 2") == std::pair(800, 600));
    CHECK(size("--sweep rate=0.001,0.01,0.1 --size 900x200") == std::pair(900, 200));
    CHECK(size("--sweep heights=suited,true_to_scale --scale 0.25") == std::pair(483, 166));
    CHECK(size("--sweep newton=true,false --scale 0.25 --columns 1") == std::pair(240, 334));
    CHECK(size("--sweep step=1,10,100,300 --scale 0.25") == std::pair(483, 334));
    CHECK(size("--compare rate=0.1 --size 600x300 --caption") == std::pair(600, 300));
    CHECK(size("--ghost rate=0.1 --size 600x300") == std::pair(600, 300));
    CHECK(run("facts " + (folder / "a.png")).out == run("facts gradient-descent").out);
    const std::string drawing = folder / "a.svg";
    REQUIRE(run("render transform --sweep t=0,0.5,1 --caption -o " + drawing).status == 0);
    CHECK(text_of(drawing).find("Time: 0.5") != std::string::npos);
    CHECK(run("render transform --caption --transparent --size 200x150 -o -").out.starts_with("\x89PNG"));
}
