// From sections to a Lesson: each second-level heading has its reader; entries below it are read by lesson_entries.cpp.
// Whatever is missing or misplaced becomes a Problem with its line; what was understood stays.
#include "app/study/lesson.h"

#include "app/study/lesson_entries.h"
#include "core/calculus/nearest_name.h"
#include "viz/embedded.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>

namespace eigenscape {
namespace {

constexpr std::size_t longest_lesson = 1u << 20;  // bytes

constexpr std::array<std::string_view, 12> headings = {
    "Symptoms",       "See it",        "In plain words", "Formally", "Why it matters in machine learning",
    "Misconceptions", "Prerequisites", "Leads to",       "Story",    "Challenges",
    "Predictions",    "Cards"};

bool only_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

class LessonReader {
  public:
    LessonReader(std::string_view id, std::string_view markdown) {
        lesson_.scene = std::string(id);
        if (markdown.size() > longest_lesson) {
            tell(1, "The lesson is larger than a megabyte.");
            return;
        }
        sections_ = sections_of(markdown, lesson_.problems);
    }

    Lesson read() {
        for (const Section& section : sections_) read_section(section);
        return std::move(lesson_);
    }

  private:
    void tell(int line, std::string message) { lesson_.problems.push_back({line, std::move(message)}); }
    std::vector<Block> blocks(const Part& part) { return prose(part.text, part.line, lesson_.problems); }

    void read_section(const Section& section) {
        if (section.level == 1) lesson_.title = section.heading;
        if (section.level == 2) open(section);
        if (section.level == 3) return read_entry(section);
        if (section.level == 2) return read_body(section);
        for (const Part& part : section.parts)
            if (part.is_settings || !only_blank(part.text))
                tell(part.line, "Text stands before the first section. Put it under a heading such as ## See it.");
    }

    void open(const Section& section) {
        under_ = section.heading;
        if (under_ == "Code") return;
        for (const std::string_view known : headings)
            if (known == under_) return;
        const std::string near = nearest_name(under_, headings);
        std::string all = "Code";
        for (const std::string_view known : headings) all.append(", ").append(known);
        tell(section.line, "There is no section \"" + under_ + "\". " +
                               (near.empty() ? "There are: " + all + "." : "Did you mean \"" + near + "\"?"));
    }

    void read_body(const Section& section) {
        if (under_ == "See it") read_text(section, lesson_.see);
        else if (under_ == "In plain words") read_text(section, lesson_.plain), read_readings();
        else if (under_ == "Formally") read_text(section, lesson_.formal);
        else if (under_ == "Why it matters in machine learning") read_text(section, lesson_.why);
        else if (under_ == "Misconceptions") read_text(section, lesson_.misconceptions);
        else if (under_ == "Code") read_text(section, lesson_.code);
        else if (under_ == "Symptoms") read_symptoms(section);
        else if (under_ == "Prerequisites") read_concepts(section, lesson_.prerequisites);
        else if (under_ == "Leads to") read_concepts(section, lesson_.leads_to);
        else if (under_ == "Story") read_story(section);
        else refuse_text(section, "Each entry of \"" + under_ + "\" begins with a heading: ### and its first words.");
    }

    void refuse_text(const Section& section, const std::string& message) {
        for (const Part& part : section.parts)
            if (part.is_settings || !only_blank(part.text)) return tell(part.line, message);
    }

    void read_text(const Section& section, std::vector<Block>& into) {
        for (const Part& part : section.parts) {
            if (part.is_settings) {
                tell(part.line, "A line of settings has no place here. To lead to a state, link to it: [words](" +
                                    lesson_.scene + ".md \"A=…\").");
                continue;
            }
            for (Block& block : blocks(part)) into.push_back(std::move(block));
        }
    }

    // A displayed formula followed by a quotation: how it is read aloud.
    void read_readings() {
        for (std::size_t i = 0; i + 1 < lesson_.plain.size(); ++i)
            if (const Block& formula = lesson_.plain[i], &quote = lesson_.plain[i + 1];
                formula.kind == Block::formula && quote.kind == Block::quote)
                lesson_.readings.push_back({formula.text, quote.spans, quote.line});
    }

    void read_symptoms(const Section& section) {
        for (std::size_t i = 0; i < section.parts.size(); ++i) {
            const Part& part = section.parts[i];
            if (part.is_settings || only_blank(part.text)) continue;
            if (i + 1 >= section.parts.size())
                return tell(
                    part.line,
                    "This symptom has no state that shows it. Write a line of settings below it: :: NAME=VALUE");
            add_symptom(blocks(part), section.parts[i + 1], part.line);
        }
    }

    void add_symptom(std::vector<Block> text, const Part& state, int line) {
        if (text.size() != 1 || text[0].spans.empty() || !text[0].spans[0].strong)
            return tell(line,
                        "A symptom is one entry of a list that begins with its words in bold: - **The loss explodes.** "
                        "What to look at.");
        Symptom symptom;
        symptom.line = text[0].line;
        symptom.words = text[0].spans[0].text;
        text[0].spans.erase(text[0].spans.begin());
        text[0].kind = Block::paragraph;
        text[0].depth = 0;
        symptom.advice = std::move(text);
        symptom.at = {lesson_.scene, state.settings};
        lesson_.symptoms.push_back(std::move(symptom));
    }

    void read_concepts(const Section& section, std::vector<Concept>& into) {
        std::vector<Block> list;
        read_text(section, list);
        for (const Block& block : list) {
            if (block.kind != Block::item || block.spans.empty()) {
                tell(block.line, "This section is a list: - [Matrix transform](transform.md): why, or - Name: why.");
                continue;
            }
            Concept each;
            each.line = block.line;
            const std::string all = source_words(block.spans);
            if (block.spans[0].link) each.name = block.spans[0].text, each.scene = block.spans[0].link->scene;
            else each.name = all.substr(0, all.find(':'));
            const std::size_t colon = all.find(':', each.name.size());
            if (colon != std::string::npos) each.why = all.substr(std::min(colon + 2, all.size()));
            into.push_back(std::move(each));
        }
    }

    void read_story(const Section& section) {
        for (std::size_t i = 0; i < section.parts.size(); ++i) {
            const Part& part = section.parts[i];
            if (!part.is_settings) {
                if (i == 0 && !only_blank(part.text))
                    tell(part.line, "A story's step begins with its settings: :: t=1 over 2 s");
                continue;
            }
            StoryStep step;
            step.settings = part.settings;
            step.seconds = part.seconds;
            step.line = part.line;
            if (!part.timed) tell(part.line, "How long does this step take? End the line with a time: over 2 s");
            if (i + 1 < section.parts.size() && !section.parts[i + 1].is_settings)
                step.words = blocks(section.parts[i + 1]);
            if (step.words.empty()) tell(part.line, "This step of the story says nothing. Write a sentence below it.");
            lesson_.story.push_back(std::move(step));
        }
    }

    void read_entry(const Section& section) {
        std::vector<Problem>& problems = lesson_.problems;
        if (under_ == "Challenges") return lesson_.challenges.push_back(challenge_in(section, problems));
        if (under_ == "Predictions") return lesson_.predictions.push_back(prediction_in(section, problems));
        if (under_ == "Cards") return lesson_.cards.push_back(card_in(section, problems));
        std::vector<Block>* into = under_ == "See it"           ? &lesson_.see
                                   : under_ == "In plain words" ? &lesson_.plain
                                   : under_ == "Formally"       ? &lesson_.formal
                                                                : nullptr;
        if (!into) return tell(section.line, "A heading of the third level has no place under \"" + under_ + "\".");
        Block heading;
        heading.kind = Block::heading;
        heading.line = section.line;
        Span words;
        words.text = section.heading;
        words.line = section.line;
        heading.spans.push_back(words);
        into->push_back(std::move(heading));
        read_text(section, *into);
    }

    Lesson lesson_;
    std::vector<Section> sections_;
    std::string under_;  // the heading of the second level that is being read
};

}  // namespace

std::string_view name_of(Layer layer) {
    return layer == Layer::see ? "see" : layer == Layer::plain ? "plain" : "formal";
}
std::string_view title_of(Layer layer) {
    return layer == Layer::see ? "See it" : layer == Layer::plain ? "In plain words" : "Formally";
}

const std::vector<Block>& Lesson::layer(Layer which) const {
    return which == Layer::see ? see : which == Layer::plain ? plain : formal;
}

Lesson read_lesson(std::string_view scene_id, std::string_view markdown) {
    return LessonReader(scene_id, markdown).read();
}

const Lesson* lesson_of(std::string_view scene_id) {
    static std::mutex lock;
    static std::map<std::string, std::unique_ptr<const Lesson>, std::less<>> read;
    const std::string_view text = embedded_text("scenes/" + std::string(scene_id) + ".md");
    if (text.empty()) return nullptr;
    const std::lock_guard held(lock);
    auto& lesson = read[std::string(scene_id)];
    if (!lesson) lesson = std::make_unique<const Lesson>(read_lesson(scene_id, text));
    return lesson.get();
}

}  // namespace eigenscape
