// Chunks of a file or a text on their way into a TableReader; see table_job.h.
// A file that is another one at the end than at the start of reading gives a message instead of half of each.
#include "app/data/table_job.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <new>
#include <system_error>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;
using ByteSpan = std::span<const std::uint8_t>;

constexpr std::size_t chunk_bytes = 256u << 10;

// What tells two states of a file apart.
struct Stamp {
    std::uintmax_t size = 0;
    fs::file_time_type changed;
    bool operator==(const Stamp&) const = default;
};

std::string why_unreadable(const fs::path& path, Stamp& stamp) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) return "there is no such file.";
    if (failed) return failed.message() + ".";
    if (status.type() == fs::file_type::directory) return "it is a folder, not a file.";
    if (status.type() != fs::file_type::regular) return "it is not an ordinary file.";
    stamp.size = fs::file_size(path, failed);
    if (!failed) stamp.changed = fs::last_write_time(path, failed);
    if (failed) return failed.message() + ".";
    if (stamp.size > most_table_bytes) return "it is larger than 4 GiB.";
    return {};
}

// Hands out bytes until there are no more.
struct Chunks {
    std::ifstream file;
    std::string_view text;
    std::vector<std::uint8_t> chunk;

    ByteSpan next(std::size_t most) {
        if (!file.is_open()) {
            const std::string_view part = text.substr(0, most);
            text.remove_prefix(part.size());
            return {reinterpret_cast<const std::uint8_t*>(part.data()), part.size()};
        }
        chunk.resize(most);
        file.read(reinterpret_cast<char*>(chunk.data()), static_cast<std::streamsize>(most));
        chunk.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
        return chunk;
    }
};

}  // namespace

std::string TableSource::name() const { return path.empty() ? "the pasted text" : path.filename().string(); }

TableJob::TableJob(TableSource source, std::optional<TableForm> form)
    : source_(std::move(source)), form_(form), thread_([this](const std::stop_token& stop) {
          try {
              read(stop);
          } catch (const std::bad_alloc&) {
              end({{}, {}, source_.name() + ": there is not enough memory to read it."});
          } catch (const std::exception& error) {
              end({{}, {}, source_.name() + ": " + error.what()});
          }
      }) {}

void TableJob::end(ReadTable result) {
    const std::lock_guard lock(mutex_);
    result_ = std::move(result);
    progress_ = 1;
    done_.notify_all();
}

bool TableJob::wait(double seconds) {
    std::unique_lock lock(mutex_);
    return done_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return result_.has_value(); });
}

ReadTable TableJob::result() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return result_.has_value(); });
    return std::move(*result_);
}

void TableJob::read(const std::stop_token& stop) {
    const bool from_file = !source_.path.empty();
    const auto refuse = [&](const std::string& why) { end({{}, {}, source_.name() + ": " + why}); };
    Stamp before, after;
    Chunks in;
    if (from_file) {
        if (const std::string why = why_unreadable(source_.path, before); !why.empty()) return refuse(why);
        in.file.open(source_.path, std::ios::binary);
        if (!in.file.is_open()) return refuse("it may not be read.");
    } else {
        in.text = source_.text ? std::string_view(*source_.text) : std::string_view();
        before.size = in.text.size();
    }
    ByteSpan chunk = in.next(guess_bytes);
    std::size_t done = chunk.size();
    const bool whole = done >= before.size;
    ReadTable result;
    result.guess = guess_form(chunk, whole);
    if (!result.guess.problem.empty()) return refuse(result.guess.problem);
    if (!from_file) result.guess.form.encoding = Encoding::utf8;
    const TableForm form = form_.value_or(result.guess.form);
    TableReader reader(form, form_ ? usual_width(chunk, whole, form) : result.guess.width);
    while (!chunk.empty() && reader.feed(chunk)) {
        if (stop.stop_requested()) return refuse("reading was cancelled.");
        progress_ = static_cast<double>(done) / static_cast<double>(std::max<std::uintmax_t>(before.size, 1));
        chunk = in.next(chunk_bytes);
        done += chunk.size();
    }
    if (in.file.bad()) return refuse("the disk could not read it to its end.");
    if (from_file && (!why_unreadable(source_.path, after).empty() || !(before == after)))
        return refuse("it was changed while it was read. Open it again.");
    result.table = reader.finish();
    if (!result.table.problem.empty()) return refuse(result.table.problem);
    if (!result.guess.doubt.empty() && form == result.guess.form) result.table.remarks.push_back(result.guess.doubt);
    end(std::move(result));
}

}  // namespace eigenscape
