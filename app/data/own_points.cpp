// From table to points; see own_points.h. Scaling divides by a number of one digit (1, 2 or 5 and noughts), so that it
// can be said, and undone, in one's head.
#include "app/data/own_points.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace eigenscape {
namespace {

std::string reason(const Table& table, const Column& column, std::size_t row) {
    const int word = column.words[row];
    const std::string why =
        word < 0 ? "it is not a number" : why_no_number(column.vocabulary[static_cast<std::size_t>(word)], table.form);
    return column.name + ": " + why;
}

// The next of 1, 2, 5, 10, 20 … at or above x.
double round_up(double x) {
    const double ten = std::pow(10.0, std::floor(std::log10(x)));
    for (const double step : {1.0, 2.0, 5.0})
        if (x <= step * ten * (1 + 1e-12)) return step * ten;
    return 10 * ten;
}

// Which class a row belongs to, by what its cell holds.
struct Classes {
    std::map<double, int> of_number;
    std::map<int, int> of_word;  // by place in the vocabulary
    std::vector<std::string> names;
    bool as_they_are = true;

    std::string found(const Param& param, const Column& column, const std::vector<std::size_t>& rows) {
        for (const std::size_t row : rows) {
            if (column.words[row] == -1) of_number[column.values[row]] = 0;
            else of_word.try_emplace(column.words[row], static_cast<int>(of_word.size()));
        }
        for (const auto& [number, place] : of_number)
            as_they_are &= number == std::floor(number) && number >= 0 && number < param.columns.classes;
        as_they_are &= of_word.empty();
        const auto count = of_number.size() + of_word.size();
        if (count > static_cast<std::size_t>(param.columns.classes))
            return column.name + " holds " + counted(count, "class", "classes") + "; at most " +
                   std::to_string(param.columns.classes) + " can be told apart here.";
        names.resize(count);
        int next = 0;
        for (auto& [number, place] : of_number) names[static_cast<std::size_t>(place = next++)] = number_text(number);
        for (auto& [word, place] : of_word)
            names[static_cast<std::size_t>(place += static_cast<int>(of_number.size()))] =
                as_given(column.vocabulary[static_cast<std::size_t>(word)]);
        return {};
    }
    double of(const Column& column, std::size_t row) const {
        if (as_they_are) return column.values[row];
        return column.words[row] == -1 ? of_number.at(column.values[row]) : of_word.at(column.words[row]);
    }
    std::string words() const {
        std::string all;
        for (std::size_t i = 0; i < names.size() && i < 12; ++i)
            all += (i == 0 ? "Class " : i + 1 == names.size() ? " and " : ", ") + std::to_string(i) + " is " + names[i];
        return all + ".";
    }
};

// Column by column: what is subtracted, then by what is divided.
struct Scaling {
    std::vector<double> shift, divisor;
    std::string words;
};

struct PointsInMaking {
    const Param& param;
    const Table& table;
    const Wish& wish;
    const Value& usual;
    OwnPoints made;
    std::vector<std::size_t> rows;             // that can be used so far
    std::vector<std::vector<double>> numbers;  // by the parameter's column, of `rows`
    Classes classes;

    const Column* column(std::size_t j) const {
        const int at = wish.columns[j];
        return at >= 0 && at < static_cast<int>(table.columns.size()) ? &table.columns[static_cast<std::size_t>(at)]
                                                                      : nullptr;
    }

    void drop(std::size_t row, std::string why) {
        if (made.bad.size() < most_listed) made.bad.push_back({table.row_numbers[row], std::move(why)});
        ++made.dropped;
    }

    void choose_rows() {
        for (std::size_t row = 0; row < table.row_numbers.size(); ++row) {
            std::string why;
            for (std::size_t j = 0; j < point_columns(param) && why.empty(); ++j) {
                const Column* from = column(j);
                if (!from || from->words[row] == -1) continue;
                const int word = from->words[row];
                const bool names_class =
                    is_class_column(param, j) && word >= 0 &&
                    read_cell(from->vocabulary[static_cast<std::size_t>(word)], table.form).kind == TableCell::other;
                if (!names_class) why = reason(table, *from, row);
            }
            if (why.empty()) rows.push_back(row);
            else drop(row, std::move(why));
        }
    }

    // The largest number of the scene's own points: data that are scaled become about so large.
    double extent() const {
        const std::vector<double> own = numbers_of(usual);
        double largest = 0;
        for (std::size_t i = 0; i < own.size(); ++i)
            if (!is_class_column(param, i % point_columns(param))) largest = std::max(largest, std::abs(own[i]));
        const double most = std::min(std::abs(param.range.min), std::abs(param.range.max));
        return largest > 0 ? std::min(largest, most) : most / 2;
    }

    Scaling scaling() const {
        const std::size_t n = point_columns(param);
        Scaling scaling{std::vector<double>(n, 0), std::vector<double>(n, 1), {}};
        if (wish.fit == Fitting::as_it_is) return scaling;
        double farthest = 0, deviations = 0;
        for (std::size_t j = 0; j < n; ++j) {
            if (is_class_column(param, j) || !column(j)) continue;
            const double count = static_cast<double>(rows.size());
            double mean = 0, square = 0;
            for (const double x : numbers[j]) mean += x / count;
            for (const double x : numbers[j]) square += (x - mean) / count * (x - mean);
            scaling.shift[j] = mean;
            if (wish.fit == Fitting::each_scale && square > 0) scaling.divisor[j] = std::sqrt(square);
            for (const double x : numbers[j]) farthest = std::max(farthest, std::abs(x - mean));
            for (const double x : numbers[j])
                deviations = std::max(deviations, std::abs(x - mean) / scaling.divisor[j]);
        }
        const double limit = std::min(std::abs(param.range.min), std::abs(param.range.max));
        double common = 1;
        if (wish.fit == Fitting::one_scale && farthest > 0) common = round_up(farthest / extent());
        if (wish.fit == Fitting::each_scale && deviations > limit) common = round_up(deviations / limit);
        for (std::size_t j = 0; j < n; ++j)
            if (!is_class_column(param, j)) scaling.divisor[j] *= common;
        scaling.words = words_of_scaling(scaling, common);
        return scaling;
    }

    std::string words_of_scaling(const Scaling& scaling, double common) const {
        std::string means, divisors;
        for (std::size_t j = 0; j < point_columns(param); ++j) {
            if (is_class_column(param, j) || !column(j)) continue;
            const std::string& name = param.columns.names[j];
            means += (means.empty() ? "" : ", ") + name + " " + brief(scaling.shift[j], 4);
            divisors += (divisors.empty() ? "" : ", ") + name + " " + brief(scaling.divisor[j], 4);
        }
        if (wish.fit == Fitting::each_scale) return "Subtracted: " + means + ". Divided by: " + divisors + ".";
        return "Subtracted: " + means + (common == 1 ? "." : ". Then all divided by " + brief(common) + ".");
    }

    std::string read_columns() {
        numbers.resize(point_columns(param));
        for (std::size_t j = 0; j < point_columns(param); ++j) {
            const Column* from = column(j);
            if (from && is_class_column(param, j))
                if (std::string why = classes.found(param, *from, rows); !why.empty()) return why;
            for (const std::size_t row : rows)
                numbers[j].push_back(!from                       ? 0
                                     : is_class_column(param, j) ? classes.of(*from, row)
                                                                 : from->values[row]);
        }
        return {};
    }

    std::string why_outside(std::size_t i) const {
        for (std::size_t j = 0; j < point_columns(param); ++j) {
            const double x = numbers[j][i];
            if (x >= param.range.min && x <= param.range.max) continue;
            const Column* from = column(j);
            return (from ? from->name : param.columns.names[j]) + ": " + brief(x) + " lies outside " +
                   brief(param.range.min) + " to " + brief(param.range.max);
        }
        return {};
    }

    void scale_and_drop() {
        const Scaling by = scaling();
        std::vector<std::size_t> inside;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < point_columns(param); ++j)
                numbers[j][i] = (numbers[j][i] - by.shift[j]) / by.divisor[j];
            if (std::string why = why_outside(i); why.empty()) inside.push_back(i);
            else drop(rows[i], std::move(why));
        }
        std::vector<double> flat;
        made.taken = std::min(inside.size(), most_points);
        for (std::size_t k = 0; k < made.taken; ++k)
            for (std::size_t j = 0; j < point_columns(param); ++j)
                flat.push_back(numbers[j][inside[k * inside.size() / made.taken]]);
        if (param.kind == Kind::points) made.value = with_numbers(Points{}, flat);
        else made.value = with_numbers(Points3{}, flat);
        if (!by.words.empty()) made.words.push_back(by.words);
    }

    void say_how_many() {
        std::string words = counted(made.taken, "row", "rows");
        if (table.stride > 1 || made.taken + made.dropped < table.row_numbers.size())
            words += " of " + counted(table.rows, "row", "rows") + (made.taken == 1 ? " is" : " are") +
                     " taken, evenly spread";
        else words += made.taken == 1 ? " is taken" : " are taken";
        if (made.dropped > 0) words += ", " + counted(made.dropped, "is", "are") + " dropped";
        if (table.uneven_count > 0)
            words += "; " + counted(table.uneven_count, "uneven row is", "uneven rows are") + " left out";
        made.words.insert(made.words.begin(), words + ".");
    }

    std::string missing_column() const {
        const auto numeric = static_cast<std::size_t>(std::ranges::count_if(table.columns, &Column::numeric));
        if (numeric == 0)
            return "None of its " + counted(table.columns.size(), "column", "columns") + " holds numbers.";
        for (std::size_t j = 0; j < point_columns(param); ++j)
            if (!column(j) && !is_class_column(param, j))
                return "Choose a column for " + param.columns.names[j] + ": " +
                       counted(numeric, "column holds numbers.", "columns hold numbers.");
        return {};
    }

    OwnPoints make() {
        made.problem = missing_column();
        if (!made.problem.empty()) return std::move(made);
        choose_rows();
        made.problem = read_columns();
        if (!made.problem.empty()) return std::move(made);
        scale_and_drop();
        if (made.taken == 0)
            made.problem = "None of its " + counted(table.rows, "row", "rows") + " can be used" +
                           (made.bad.empty() ? "." : ". " + words_of(made.bad.front()));
        say_how_many();
        const std::size_t k = static_cast<std::size_t>(std::max(0, param.columns.class_column));
        if (param.columns.class_column >= 0 && column(k) && !classes.as_they_are) made.words.push_back(classes.words());
        return std::move(made);
    }
};

}  // namespace

std::string counted(std::size_t count, const char* one, const char* many) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits + " " + (count == 1 ? one : many);
}

OwnPoints own_points(const Param& param, const Table& table, const Wish& wish, const Value& usual) {
    return PointsInMaking{param, table, wish, usual, {}, {}, {}, {}}.make();
}

}  // namespace eigenscape
