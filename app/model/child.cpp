// posix_spawn, a pipe that is never waited on for longer than asked, and a nameless file for what is printed: a program
// that prints much cannot block on us, since nobody has to read along.
#include "app/model/child.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>

extern char** environ;
#endif

namespace eigenscape {

Child::Child(Child&& other) noexcept
    : trouble_(std::move(other.trouble_)),
      pid_(std::exchange(other.pid_, -1)),
      input_(std::exchange(other.input_, -1)),
      record_(std::exchange(other.record_, -1)),
      status_(std::exchange(other.status_, std::nullopt)) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(trouble_, other.trouble_);
    std::swap(pid_, other.pid_);
    std::swap(input_, other.input_);
    std::swap(record_, other.record_);
    std::swap(status_, other.status_);
    return *this;
}

#ifdef _WIN32

std::string find_program(std::string_view) { return {}; }
Child::~Child() = default;
Child::Child(const std::vector<std::string>&)
    : trouble_("Starting another program is not supported on this system yet.") {}
bool Child::write(std::span<const std::uint8_t>, double) { return false; }
std::size_t Child::offer(std::span<const std::uint8_t>, double) { return 0; }
double Child::computed_seconds() const { return -1; }
void Child::close() {}
std::optional<int> Child::wait(double) { return std::nullopt; }
void Child::kill() {}
std::string Child::said(std::size_t) const { return {}; }

#else

namespace {

using Clock = std::chrono::steady_clock;

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

bool is_program(const std::filesystem::path& path) {
    std::error_code none;
    return std::filesystem::is_regular_file(path, none) && ::access(path.c_str(), X_OK) == 0;
}

// While it lives, writing to a program that has ended is an error (EPIPE) in this thread and no signal.
class QuietPipe {
  public:
    QuietPipe() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        sigset_t waiting;
        sigpending(&waiting);
        was_waiting_ = sigismember(&waiting, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~QuietPipe() {
        sigset_t waiting;
        sigpending(&waiting);
        int taken = 0;
        if (!was_waiting_ && sigismember(&waiting, SIGPIPE) == 1) sigwait(&pipe_, &taken);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    QuietPipe(const QuietPipe&) = delete;
    QuietPipe& operator=(const QuietPipe&) = delete;

  private:
    sigset_t pipe_{}, before_{};
    bool was_waiting_ = false;
};

void let_go(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
}

// A file that nobody else can see and that goes with its last descriptor.
int nameless_file() {
    std::FILE* file = std::tmpfile();
    if (!file) return -1;
    const int copy = ::fcntl(::fileno(file), F_DUPFD_CLOEXEC, 3);
    std::fclose(file);
    return copy;
}

// Gives an errno; 0 when it runs.
int spawn(const std::vector<std::string>& words, int input, int record, pid_t& pid) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, record, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, record, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t usual, none;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);  // Ctrl+C in the terminal is ours to answer
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int failed = ::posix_spawnp(&pid, arguments[0], &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return failed;
}

// A pipe whose ends are above the standard streams and close when another program is started.
bool make_pipe(int& read_end, int& write_end) {
    int ends[2];
    if (::pipe(ends) != 0) return false;
    read_end = ::fcntl(ends[0], F_DUPFD_CLOEXEC, 3);
    write_end = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    ::close(ends[0]);
    ::close(ends[1]);
#ifdef F_SETPIPE_SZ
    ::fcntl(write_end, F_SETPIPE_SZ, 1 << 20);  // fewer turns for a film's frames; no matter if it is refused
#endif
    if (read_end >= 0 && write_end >= 0) return ::fcntl(write_end, F_SETFL, O_NONBLOCK) == 0;
    let_go(read_end);
    let_go(write_end);
    return false;
}

}  // namespace

std::string find_program(std::string_view name) {
    if (name.find('/') != std::string_view::npos) return is_program(name) ? std::string(name) : std::string();
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable ? variable : "";
    while (!name.empty() && !rest.empty()) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
        const auto path = std::filesystem::path(folder.empty() ? "." : folder) / name;
        if (is_program(path)) return path.string();
    }
    return {};
}

Child::Child(const std::vector<std::string>& words) {
    if (words.empty() || words[0].empty()) {
        trouble_ = "No program was named.";
        return;
    }
    int read_end = -1;
    record_ = nameless_file();
    int failed = record_ >= 0 && make_pipe(read_end, input_) ? 0 : errno;
    pid_t pid = -1;
    if (failed == 0) failed = spawn(words, read_end, record_, pid);
    let_go(read_end);
    if (failed == 0) {
        pid_ = pid;
        return;
    }
    trouble_ = failed == ENOENT ? words[0] + " is not installed, or not in PATH."
                                : words[0] + " could not be started: " + std::strerror(failed) + ".";
    let_go(input_);
    let_go(record_);
}

Child::~Child() {
    kill();
    let_go(record_);
}

std::size_t Child::offer(std::span<const std::uint8_t> bytes, double seconds) {
    const std::size_t all = bytes.size();
    const auto end = after(seconds);
    const QuietPipe quiet;
    while (input_ >= 0 && !bytes.empty()) {
        const ssize_t taken = ::write(input_, bytes.data(), bytes.size());
        if (taken > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(taken));
        } else if (errno == EAGAIN) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
            if (left <= 0) break;
            pollfd room{input_, POLLOUT, 0};
            ::poll(&room, 1, static_cast<int>(std::min<long long>(left, 1000)));
        } else if (errno != EINTR) {
            let_go(input_);  // it has ended, or reads no more
        }
    }
    return all - bytes.size();
}

bool Child::write(std::span<const std::uint8_t> bytes, double seconds) {
    return offer(bytes, seconds) == bytes.size() && listens();
}

// Fields 14 and 15 of /proc/PID/stat, counted behind the name, which may hold blanks and brackets.
double Child::computed_seconds() const {
    std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
    std::string line;
    if (pid_ < 0 || !std::getline(file, line) || line.rfind(')') == std::string::npos) return -1;
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string word;
    for (int field = 3; field < 14; ++field) fields >> word;
    long long user = 0, system = 0;
    if (!(fields >> user >> system)) return -1;
    return static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void Child::close() { let_go(input_); }

std::optional<int> Child::wait(double seconds) {
    const auto end = after(seconds);
    for (auto pause = std::chrono::microseconds(200); pid_ >= 0 && !status_;
         pause = std::min(2 * pause, std::chrono::microseconds(20000))) {
        int status = 0;
        const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
        if (ended == pid_) status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
        else if (ended < 0 && errno != EINTR) status_ = 127;  // somebody else has waited for it
        else if (Clock::now() >= end) break;
        else std::this_thread::sleep_for(pause);
    }
    return status_;
}

void Child::kill() {
    let_go(input_);
    if (pid_ >= 0 && !wait(0)) {
        ::kill(pid_, SIGKILL);
        while (!wait(1)) {
        }
    }
    pid_ = -1;
}

std::string Child::said(std::size_t most_bytes) const {
    struct stat file {};
    if (record_ < 0 || ::fstat(record_, &file) != 0) return {};
    std::string words(std::min(static_cast<std::size_t>(file.st_size), most_bytes), '\0');
    const ssize_t got = ::pread(record_, words.data(), words.size(), file.st_size - static_cast<off_t>(words.size()));
    words.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return words;
}

#endif

}  // namespace eigenscape
