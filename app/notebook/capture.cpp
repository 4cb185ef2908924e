// The note is read, added to and written as a whole through the one atomic writer; if it changed meanwhile it is read
// anew. The picture is written first: a note never names one that is missing.
#include "app/notebook/capture.h"

#include "app/model/facts.h"
#include "app/model/state.h"
#include "app/notebook/note_file.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"
#include "viz/tex/portable.h"

#include <filesystem>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

// On one line, safe inside ![…].
std::string alternative(std::string words) {
    for (char& c : words)
        if (c == '[' || c == ']' || c == '\n') c = ' ';
    return words;
}

std::string front_matter(const std::string& day) {
    return "---\ntitle: " + day + "\ncreated: " + day + "\ntags: [eigenscape]\n---\n\n# " + day + "\n";
}

// The first free name; the file is made at once, so that two captures in one moment do not meet.
std::string picture_name(const std::string& scene, const std::string& day, int n) {
    return "pictures/" + scene + "-" + day + "-" + std::to_string(n) + ".png";
}

Saved add_text(const fs::path& note, const std::string& day, const std::string& entry) {
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::error_code none;
        const bool there = fs::exists(note, none);
        const ReadFile before = there ? read_file(note, most_note_bytes) : ReadFile{};
        if (!before.why.empty()) return {Saved::failed, before.why};
        std::string text = there ? std::string(png::as_text(before.bytes)) : front_matter(day);
        if (!text.empty() && text.back() != '\n') text += '\n';
        text += entry;
        if (there && read_file(note, most_note_bytes).bytes != before.bytes) continue;  // somebody else writes there
        const Saved saved = write_file_atomic(note, std::string_view(text), there ? Existing::replace : Existing::keep);
        if (saved.state != Saved::exists) return saved;
    }
    return {Saved::failed, "The note " + note.string() + " is being changed by another program. Try again."};
}

}  // namespace

std::string notebook_entry(const std::string& time, const std::string& picture, const Scene& scene, const State& state,
                           const Frame& frame) {
    std::string text = "\n## " + scene.words.title + ", " + time + "\n\n*" + scene.words.summary + "*\n\n";
    text += "![" + alternative(frame.alt_text()) + "](" + picture + ")\n\n";
    for (const Panel& panel : frame.panels())
        for (const Equation& equation : panel.formulas) text += "$$" + portable_tex(equation.tex) + "$$\n\n";
    bool any = false;
    for (const Panel& panel : frame.panels())
        for (const Panel::Note& note : panel.notes) text += "- " + portable_prose(note.text) + "\n", any = true;
    if (any) text += "\n";
    text += "`" + scene.words.id + " " + text_of(scene, state) + "`\n\n**In my own words:** \n";
    return text;
}

Added add_to_notebook(const std::string& folder, const std::string& day, const std::string& time, const Scene& scene,
                      const State& state, const Frame& frame, const Bytes& png) {
    const fs::path root(folder);
    std::error_code failed;
    fs::create_directories(root / "pictures", failed);
    std::string picture;
    Saved saved{Saved::exists, {}};
    for (int n = 1; saved.state == Saved::exists && n < 100'000; ++n) {
        picture = picture_name(scene.words.id, day, n);
        saved = write_file_atomic(root / picture, png, Existing::keep);
    }
    if (!saved) return {{}, {}, saved.message};
    const fs::path note = root / (day + ".md");
    if (const Saved added = add_text(note, day, notebook_entry(time, picture, scene, state, frame)); !added) {
        fs::remove(root / picture, failed);
        return {{}, {}, added.message};
    }
    return {note.string(), (root / picture).string(), {}};
}

}  // namespace eigenscape
