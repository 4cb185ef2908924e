// A table is read as guessed, its columns by their names or in their order; a picture is made small enough.
// See cli_files.h.
#include "app/cli_files.h"

#include "app/cli_subject.h"
#include "app/data/own_points.h"
#include "app/data/table_csv.h"
#include "app/data/table_job.h"
#include "app/model/literal.h"
#include "app/model/picture_text.h"
#include "app/model/state.h"
#include "viz/image/file.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace eigenscape {
namespace {

void tell(const Param& param, std::string words) {
    for (char& c : words)
        if (c == '\n') c = ' ';
    std::fprintf(stderr, "eigenscape: %s: %s\n", param.name.c_str(), words.c_str());
}

// What a person should know that is not as they would expect it.
std::string remarks_on(const ReadTable& read, const OwnPoints& own) {
    std::string words;
    const bool not_all =
        own.dropped > 0 || read.table.uneven_count > 0 || read.table.stride > 1 || own.taken < read.table.rows;
    if (not_all || own.words.size() > 1)
        for (const std::string& sentence : own.words) words += " " + sentence;
    for (const std::string& remark : read.table.remarks) words += " " + remark;
    std::size_t listed = 0;
    for (const auto* list : {&read.table.uneven, &own.bad})
        for (const BadRow& bad : *list)
            if (listed++ < 3) words += " " + words_of(bad);
    return words.empty() ? words : words.substr(1);
}

Value table_as_points(const Scene& scene, std::size_t param, const std::string& path) {
    const Param& row = scene.params[param];
    TableJob job({path, nullptr}, std::nullopt);
    const ReadTable read = job.result();
    if (!read.problem.empty()) throw Refusal(1, row.name + ": " + read.problem);
    const Value& usual = scene.defaults[param];
    const OwnPoints own = own_points(row, read.table, usual_wish(row, read.table, usual), usual);
    if (!own.problem.empty()) throw Refusal(1, row.name + ": " + path + ": " + own.problem);
    if (const std::string words = remarks_on(read, own); !words.empty()) tell(row, path + ": " + words);
    return own.value;
}

Value picture_in(const Param& param, const std::string& path) {
    auto picture = read_picture_file(path);
    if (const auto* why = std::get_if<std::string>(&picture)) throw Refusal(1, param.name + ": " + *why);
    return std::get<Picture>(std::move(picture));
}

}  // namespace

std::vector<std::string> with_files(const Scene& scene, const std::vector<std::string>& settings) {
    std::vector<std::string> plain;
    for (const std::string& setting : settings) {
        const std::size_t sign = setting.find('=');
        const std::string_view value =
            sign == std::string::npos ? "" : trimmed(std::string_view(setting).substr(sign + 1));
        const std::string name(trimmed(std::string_view(setting).substr(0, sign)));
        const int index = scene.find_param(name);
        if (!value.starts_with('@') || index < 0) {
            plain.push_back(setting);
            continue;
        }
        const auto at = static_cast<std::size_t>(index);
        const Param& param = scene.params[at];
        const std::string path(value.substr(1));
        if (param.kind != Kind::picture && !takes_table(param))
            throw Refusal(2, name + ": only pictures and sets of points are read from files.");
        if (path.empty()) throw Refusal(2, name + ": after @ the path of a file is wanted.");
        const std::vector<std::string>& along = param.kind == Kind::picture ? param.along : param.columns.along;
        plain.insert(plain.end(), along.begin(), along.end());
        plain.push_back(
            name + "=" +
            print(param, param.kind == Kind::picture ? picture_in(param, path) : table_as_points(scene, at, path)));
    }
    return plain;
}

void write_data(const Request& request) {
    const Document document = document_of(request);
    tell_remarks(request, document);
    const Scene& scene = scene_of_document(document);
    const auto found = std::ranges::find_if(scene.params, takes_table);
    if (found == scene.params.end()) {
        std::string others;
        for (const Scene& other : all_scenes())
            if (std::ranges::any_of(other.params, takes_table)) others += (others.empty() ? "" : ", ") + other.words.id;
        throw Refusal(2, "\"" + scene.words.id + "\" shows no data of your own. These do: " + others + ".");
    }
    const std::string csv = csv_of(*found, document.state[static_cast<std::size_t>(found - scene.params.begin())]);
    if (request.output == "-") {
        std::cout << csv;
        return;
    }
    const Saved saved = write_file_atomic(request.output, std::string_view(csv),
                                          request.no_clobber ? Existing::keep : Existing::replace);
    if (saved.state == Saved::exists) throw Refusal(1, saved.message + " (--no-clobber)");
    if (!saved) throw Refusal(1, saved.message);
}

}  // namespace eigenscape
