// A table being read on a thread of its own, from a file or from text that was pasted: progress, cancelling, the
// result. The window looks in once a picture; the command line waits.
#pragma once

#include "app/data/table.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace eigenscape {

struct TableSource {
    std::filesystem::path path;               // a file; empty: …
    std::shared_ptr<const std::string> text;  // … this, in UTF-8
    std::string name() const;                 // "iris.csv", "the pasted text"
};

struct ReadTable {
    GuessedForm guess;
    Table table;
    std::string problem;  // a sentence why there is none
};

class TableJob {
  public:
    // Without a form it is read as guessed.
    TableJob(TableSource source, std::optional<TableForm> form);

    double progress() const { return progress_; }  // 0 to 1
    bool wait(double seconds);                     // true: it has ended
    void cancel() { thread_.request_stop(); }
    ReadTable result();  // once, after it has ended

  private:
    void read(const std::stop_token& stop);
    void end(ReadTable result);

    TableSource source_;
    std::optional<TableForm> form_;
    std::atomic<double> progress_ = 0;
    std::mutex mutex_;
    std::condition_variable done_;
    std::optional<ReadTable> result_;
    std::jthread thread_;  // last: it is joined first
};

}  // namespace eigenscape
