// One row for each thing that can be found, weighed by what is said of it. The best answer's group stands first.
// To make something findable, add its rows in `everything`.
#include "app/panels/finder.h"

#include "app/model/literal.h"
#include "app/model/state.h"
#include "app/panels/search.h"
#include "app/study/finder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace eigenscape {
namespace {

constexpr std::size_t most_recent = 6, most_symptoms = 5;

struct Weighed {
    Answer found;
    int worth;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// What follows a name and a space or an equals sign; nothing when the text does not begin with that name.
std::string_view after_name(std::string_view typed, std::string_view name) {
    if (typed.size() <= name.size() || !std::ranges::equal(typed.substr(0, name.size()), name, {}, lower, lower))
        return {};
    std::string_view rest = typed.substr(name.size());
    if (rest.front() != ' ' && rest.front() != '=') return {};
    rest = trimmed(rest);
    if (rest.starts_with('=')) rest.remove_prefix(1);
    return trimmed(rest);
}

bool looks_like_numbers(std::string_view text) {
    return text.find_first_of("0123456789") <= 2 && text.find_first_of("-+.[0123456789") == 0;
}

// "rate 0.1" and "learning rate = 0.1": the parameter with the longest name that the text begins with.
std::optional<Answer> setting(std::string_view typed, const Scene& open) {
    std::optional<Answer> best;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < open.params.size(); ++i) {
        const Param& param = open.params[i];
        for (const std::string& name : {param.name, param.title}) {
            const std::string_view value = after_name(typed, name);
            if (value.empty() || name.size() < longest) continue;
            const Outcome outcome = set(open, open.defaults, param.name + "=" + std::string(value));
            const auto* bad = std::get_if<BadValue>(&outcome);
            if (bad && !looks_like_numbers(value)) continue;  // "A saddle" speaks of a preset, not of the matrix A
            longest = name.size();
            best.emplace();
            best->kind = Answer::setting;
            best->title =
                "Set " + param.title + " to " + (bad ? std::string(value) : print(param, std::get<State>(outcome)[i]));
            best->words = bad ? bad->message : param.range.help;
            best->refused = bad != nullptr;
            best->scene_id = open.words.id;
            best->index = static_cast<int>(i);
            best->value = value;
        }
    }
    return best;
}

Answer found(Answer::Kind kind, const std::string& title, const std::string& words, const std::string& scene_id,
             std::size_t index) {
    Answer one;
    one.kind = kind;
    one.title = title;
    one.words = words;
    one.scene_id = scene_id;
    one.index = static_cast<int>(index);
    return one;
}

void weigh(std::vector<Weighed>& all, Answer one, std::span<const Said> of_it, std::string_view typed) {
    if (const int worth = match(of_it, typed); worth > 0) all.push_back({std::move(one), worth});
}

void weigh_scenes(std::vector<Weighed>& all, std::string_view typed, const std::vector<Scene>& scenes) {
    for (const Scene& scene : scenes) {
        const Words& w = scene.words;
        const Said of_it[] = {{w.title, 8}, {w.id, 6}, {w.keywords, 4}, {w.topic, 2}, {w.summary, 1}};
        weigh(all, found(Answer::scene, w.title, w.summary, w.id, 0), of_it, typed);
    }
}

// Without a word typed, only the open scene's: the list would be all presets otherwise.
void weigh_presets(std::vector<Weighed>& all, std::string_view typed, const std::vector<Scene>& scenes,
                   const Scene& open) {
    for (const Scene& scene : scenes) {
        if (typed.empty() && scene.words.id != open.words.id) continue;
        for (std::size_t i = 0; i < scene.presets.size(); ++i) {
            const Preset& preset = scene.presets[i];
            const Said of_it[] = {{preset.name, 7}, {preset.words, 2}, {scene.words.title, 1}};
            weigh(all, found(Answer::preset, preset.name, scene.words.title + ": " + preset.words, scene.words.id, i),
                  of_it, typed);
        }
    }
}

void weigh_parameters(std::vector<Weighed>& all, std::string_view typed, const Scene& open) {
    for (std::size_t i = 0; i < open.params.size(); ++i) {
        const Param& param = open.params[i];
        const Said of_it[] = {{param.title, 8}, {param.name, 8}, {param.range.help, 2}};
        weigh(all, found(Answer::parameter, param.title, param.range.help, open.words.id, i), of_it, typed);
    }
}

void weigh_actions(std::vector<Weighed>& all, std::string_view typed) {
    for (const CommandRow& row : command_table()) {
        const std::string deed = deed_of(row);
        if (deed.empty()) continue;
        Answer one;
        one.kind = Answer::action;
        one.title = deed;
        one.command = row.command;
        one.keys = key_words(row.chords[0]);
        const Said of_it[] = {{deed, 7}, {row.words, 3}, {row.group, 1}};
        weigh(all, std::move(one), of_it, typed);
    }
}

// What hurts is said in sentences, of which some words are enough: these stand after whatever has every word, and first
// when nothing has. Without a word typed, only the open scene's.
void add_symptoms(std::vector<Answer>& all, std::string_view typed, const Scene& open) {
    std::size_t count = 0;
    for (const Symptom* symptom : find_symptoms(typed)) {
        if (typed.empty() && symptom->at.scene != open.words.id) continue;
        if (!typed.empty() && ++count > most_symptoms) return;
        const Scene* scene = find_scene(symptom->at.scene);
        const auto index = static_cast<std::size_t>(symptom - lesson_of(symptom->at.scene)->symptoms.data());
        all.push_back(found(Answer::symptom, symptom->words, "What hurts: shown by " + scene->words.title,
                            symptom->at.scene, index));
    }
}

// Like beside like, the group of the best answer first, and in it the best first; among equals what was chosen lately.
// Nothing typed: what was chosen lately stands before everything, in a group of its own.
void put_in_order(std::vector<Weighed>& all, std::string_view typed, std::span<const std::string> recent) {
    std::array<int, Answer::action + 1> best{};
    for (const Weighed& one : all) best[one.found.kind] = std::max(best[one.found.kind], one.worth);
    using Key = std::tuple<bool, std::ptrdiff_t, int, int, int, std::ptrdiff_t>;
    std::vector<std::pair<Key, Weighed>> keyed;
    keyed.reserve(all.size());
    for (Weighed& one : all) {
        const auto place = std::ranges::find(recent, one.found.name()) - recent.begin();
        one.found.recent = typed.empty() && place < std::ssize(recent);
        const auto kind = one.found.kind;
        const Key key{!one.found.recent, one.found.recent ? place : 0, -best[kind], kind, -one.worth, place};
        keyed.emplace_back(key, std::move(one));
    }
    std::ranges::stable_sort(
        keyed, {}, [](const auto& one) -> const auto& { return one.first; });
    std::ranges::transform(keyed, all.begin(), [](auto& one) { return std::move(one.second); });
}

}  // namespace

std::string Answer::name() const {
    switch (kind) {
        case scene: return "scene " + scene_id;
        case preset: return "preset " + scene_id + " " + std::to_string(index);
        case symptom: return "symptom " + scene_id + " " + std::to_string(index);
        case action: return "action " + std::to_string(static_cast<int>(command));
        default: return "parameter " + scene_id + " " + std::to_string(index);
    }
}

std::vector<Answer> find_all(std::string_view typed, const std::vector<Scene>& scenes, const Scene& open,
                             std::span<const std::string> recent) {
    typed = trimmed(typed);
    std::vector<Weighed> all;
    weigh_scenes(all, typed, scenes);
    weigh_presets(all, typed, scenes, open);
    weigh_parameters(all, typed, open);
    weigh_actions(all, typed);
    put_in_order(all, typed, recent);
    std::vector<Answer> answer;
    if (auto one = setting(typed, open)) answer.push_back(std::move(*one));
    for (Weighed& one : all) answer.push_back(std::move(one.found));
    add_symptoms(answer, typed, open);
    return answer;
}

std::string_view heading_of(const Answer& found) {
    if (found.recent) return "Recent";
    switch (found.kind) {
        case Answer::setting: return "Set a value";
        case Answer::scene: return "Scenes";
        case Answer::preset: return "Presets";
        case Answer::parameter: return "Parameters of this scene";
        case Answer::symptom: return "What hurts";
        default: return "Actions";
    }
}

void remember_choice(std::vector<std::string>& recent, const Answer& found) {
    std::erase(recent, found.name());
    recent.insert(recent.begin(), found.name());
    if (recent.size() > most_recent) recent.resize(most_recent);
}

}  // namespace eigenscape
