// The session on the disk, from one start of the program to the next, whatever ended it: in a folder of the user's
// state, written in the background, and owned by one running program at a time.
//
// The folder holds `session.json`; `running`, which the running program keeps locked (the system lets go of the lock
// when the program dies, however it does) and where it notes whether its start went well; and what was set aside,
// `session-1.json`, `session-2.json` …: never deleted, never read again by itself.
#pragma once

#include "app/model/session.h"
#include "viz/image/file.h"

#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

class Explorer;

std::filesystem::path state_folder();  // below XDG_STATE_HOME; empty when the system tells no home

class SessionFile {
  public:
    static constexpr double seconds_between = 2;   // of two writings, unless a gesture has ended
    static constexpr double seconds_of_start = 5;  // a program that lives so long has started well
    static constexpr int deaths_at_start = 2;      // after so many in a row the next start is without the session

    explicit SessionFile(std::filesystem::path folder);  // nothing happens yet
    ~SessionFile();                                      // without `end`: as if the program had died
    SessionFile(const SessionFile&) = delete;
    SessionFile& operator=(const SessionFile&) = delete;

    // Every scene as it was left, and the one open that was; `fresh`: the last session is set aside instead.
    // Gives what there is to say, in sentences: nothing when all is well.
    std::vector<std::string> restore(Explorer& explorer, bool fresh = false);

    // To be called often; `now` in seconds of a clock that only goes forward. Starts a writing when something changed
    // and it is time. Gives words when what is done can no longer be kept, once.
    std::string keep(const Explorer& explorer, double now);

    std::string end(const Explorer& explorer);  // a clean end: all is on the disk, or these words say why not

    bool keeps() const { return keeps_; }  // false: another program has it, or there is no place for it

  private:
    std::filesystem::path file() const { return folder_ / "session.json"; }
    std::string own();  // words when the folder cannot be had
    bool read(Explorer& explorer, std::vector<std::string>& words);
    std::string set_aside(const std::string& why);
    int deaths() const;
    void note_deaths(int count) const;
    LastSession session_of(const Explorer& explorer) const;
    std::string finished();  // words when the last writing failed

    std::filesystem::path folder_;
    int lock_ = -1;
    bool keeps_ = false, settled_ = false, in_gesture_ = false, due_ = false, said_ = false;
    double started_ = -1, looked_ = -1;
    std::vector<std::string> foreign_;
    std::optional<LastSession> written_;
    std::future<Saved> writing_;
};

}  // namespace eigenscape
