// Formulas, sentences and facts of a cloud; see component_words.h.
// A number that does not exist has its reason: too few rows, no spread, equal variances.
#include "app/scenes/linear_algebra/component_words.h"

#include "viz/number.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double component_found_within = 1;  // degrees: the hand's axis counts as the first component

std::string count_of(int k, const char* thing) { return std::to_string(k) + " " + thing + (k == 1 ? "" : "s"); }

std::string lit(bool now, const std::string& tex) {
    return "\\color{" + std::string(now ? "special" : "text") + "}{" + tex + "}";
}

std::string live(const char* role, const char* name) {
    return "\\color{" + std::string(role) + "}{\\num{" + name + ":.2f}}";
}

// Centre, turn, drop, turn back: the step that is being shown is lit.
std::string rebuilding(const Cloud& cloud) {
    const double t = cloud.asked.t;
    const std::string k = "_{" + std::to_string(cloud.kept()) + "}";
    return "\\hat x = " + lit(t > 3 && t < 4, "\\bar x + V" + k) + "\\," + lit(t < 2, "V") + lit(t > 2 && t <= 3, k) +
           lit(t < 2, "^{\\mathsf T}(x - \\bar x)");
}

// ---- what the moment says ----

std::string at_the_axis(const Cloud& cloud) {
    const double t = cloud.asked.t;
    if (!cloud.plane())
        return t == 0  ? "Play the time: three perpendicular axes come up, and the cloud turns onto them."
               : t < 1 ? "Each axis holds as much variance as the ones before it have left."
                       : "The components $\\vec v_1, \\vec v_2, \\vec v_3$: perpendicular, the widest spread first.";
    if (!cloud.determined(0)) return "Turn the axis as you like: the two amounts do not change.";
    if (t == 1) return "Most variance along $\\vec v_1$, so least across it. Play on: the cloud turns.";
    if (t > 0) return "The axis turns by " + fixed(cloud.off_axis, 1) + "° to the first component.";
    if (std::abs(cloud.off_axis) < component_found_within)
        return "Found: no axis has wider shadows. This is the first component $\\vec v_1$.";
    return "Turn the axis by its end until its shadows spread as widely as they can.";
}

std::string at_the_cut(const Cloud& cloud) {
    const std::string lost = cloud.kept() == cloud.columns() ? "All components are kept, so nothing is lost."
                                                             : "Only " + count_of(cloud.kept(), "component") +
                                                                   " kept: " + fixed(cloud.lost_variance()) + " of " +
                                                                   fixed(cloud.total()) + " is lost.";
    if (cloud.asked.t <= 3) return lost;
    return cloud.asked.t < 4 ? "Turned back to the columns. " + lost : "Rebuilt. " + lost;
}

std::string moment_words(const Cloud& cloud) {
    const double t = cloud.asked.t;
    if (t <= 1) return at_the_axis(cloud);
    if (t < 2) return "The cloud turns about its mean, rigidly, until its components lie on the axes.";
    if (t == 2) return "The new coordinates, the scores, are uncorrelated. Their variances are the $\\lambda$s.";
    return at_the_cut(cloud);
}

// ---- what must be known about these rows ----

std::string too_little(const Cloud& cloud) {
    if (cloud.X.rows() == 0) return "There are no rows, so there is no mean and nothing to turn.";
    if (cloud.X.rows() == 1) return "One row has a mean but no variance: two rows at least are needed.";
    return cloud.problem;
}

std::string flatness(const Cloud& cloud) {
    if (cloud.rank() == cloud.columns()) return {};
    if (cloud.rank() == 1) return "All rows lie on one line: one component holds everything.";
    return "All rows lie in one plane: two components hold everything.";
}

std::string sureness(const Cloud& cloud) {
    const std::string equal = "$\\lambda_1 = \\lambda_2$: ";
    if (!cloud.determined(0)) return equal + "the first component is not determined. Any axis would do.";
    if (cloud.steady()) return flatness(cloud);
    if (cloud.X.rows() == 2) return "Two rows always lie on one line: others may lie elsewhere.";
    if (cloud.fan.empty())
        return "$\\lambda_1$ and $\\lambda_2$ are close: for so few rows the axis is hardly determined.";
    return "Rows drawn anew turn the axis by about " + fixed(cloud.fan_spread(), 0) + "°: it is hardly determined.";
}

// ---- facts ----

std::vector<double> list(const VecX& v) { return {v.data(), v.data() + v.size()}; }

std::vector<std::vector<double>> table(const MatX& M) {
    std::vector<std::vector<double>> rows;
    for (const auto& row : M.rowwise()) rows.push_back(list(row.transpose()));
    return rows;
}

void list_or(Frame& frame, const char* name, const VecX& v, const std::string& reason, const char* title) {
    if (reason.empty()) frame.fact(name, list(v), title);
    else frame.undefined_fact(name, reason, title);
}

void table_or(Frame& frame, const char* name, const MatX& M, const std::string& reason, const char* title) {
    if (reason.empty()) frame.fact(name, table(M), title);
    else frame.undefined_fact(name, reason, title);
}

std::string directions(const Cloud& cloud) {
    if (!cloud.determined(0)) return "not determined";
    return cloud.steady() ? "determined" : "hardly determined";
}

void variance_facts(Frame& frame, const Cloud& cloud) {
    const std::string& none = cloud.problem;
    const std::string no_spread = cloud.all_equal() ? "All rows are equal: there is no variance to share out." : none;
    table_or(frame, "covariance", cloud.parts.covariance, none, "Covariance matrix S");
    list_or(frame, "variances", cloud.parts.variances, none, "Variances λ along the components");
    list_or(frame, "explained", cloud.parts.explained, no_spread, "Share of each component");
    frame.number_fact("total", cloud.ok() ? cloud.total() : undefined, none, "Total variance");
    frame.number_fact("lost", cloud.ok() ? cloud.lost_variance() : undefined, none,
                      "Variance lost by dropping components");
    frame.number_fact("kept_share", cloud.ok() ? cloud.kept_variance() / cloud.total() : undefined, no_spread,
                      "Share of the variance that is kept");
    frame.fact("rank", std::int64_t{cloud.rank()}, "Components with any variance");
}

void direction_facts(Frame& frame, const Cloud& cloud) {
    const std::string any = "Not determined: two variances are equal, so the directions are one choice of many.";
    const auto reason = [&](bool known) { return !cloud.ok() ? cloud.problem : known ? std::string() : any; };
    const bool first = cloud.determined(0);
    list_or(frame, "first_component", first ? VecX(cloud.parts.components.row(0).transpose()) : VecX(), reason(first),
            "First component v₁");
    table_or(frame, "components", cloud.parts.components, reason(cloud.ok() && cloud.parts.directions_unique()),
             "Components (rows)");
    if (cloud.ok()) frame.fact("directions", directions(cloud), "First component");
    else frame.undefined_fact("directions", cloud.problem, "First component");
    frame.number_fact("fan_spread", cloud.fan_spread(), "No rows have been drawn anew.",
                      "Spread of the resampled axes (degrees)");
}

void axis_facts(Frame& frame, const Cloud& cloud) {
    const bool plane = cloud.plane(), known = plane && cloud.determined(0);
    const std::string space = "Of the axis turned by hand, in the plane only.",
                      why = !plane        ? space
                            : !cloud.ok() ? cloud.problem
                                          : "The first component is not determined.";
    frame.number_fact("axis_angle", plane ? cloud.axis_degrees : undefined, space, "Angle of the axis (degrees)");
    frame.number_fact("along", cloud.split.along, why, "Variance along the axis");
    frame.number_fact("residual", cloud.split.across, why, "Variance across the axis");
    frame.number_fact("off_axis", known ? cloud.off_axis : undefined, why,
                      "From your axis to the first component (degrees)");
    const double slope = plane ? regression_slope(cloud) : undefined;
    frame.number_fact("regression_slope", slope, plane ? "The first column never changes." : "Drawn in the plane only.",
                      "Slope of the regression line");
}

std::string alt_text(const Cloud& cloud) {
    const std::string rows =
        count_of(static_cast<int>(cloud.X.rows()), "row") + " of " + std::to_string(cloud.columns()) + " columns";
    if (!cloud.ok()) return rows + ". " + too_little(cloud);
    std::string text = rows + " as a cloud. The variances along its components are";
    for (const double variance : cloud.parts.variances) text += " " + fixed(variance);
    if (!cloud.plane()) return text + ".";
    return text + ". An axis through the mean at " + fixed(cloud.axis_degrees, 1) + " degrees has " +
           fixed(cloud.split.along) + " along it and " + fixed(cloud.split.across) + " across it.";
}

}  // namespace

void formulas(Panel& panel, const Cloud& cloud) {
    std::string formula =
                    "\\color{image}{\\vec u^{\\mathsf T} S\\,\\vec u} + \\color{negative}{\\text{residual}} = "
                    "\\operatorname{tr} S",
                numbers = live("image", "along") + " + " + live("negative", "residual") + " = " + live("text", "total");
    if (cloud.asked.t > 1) {
        formula = rebuilding(cloud);
        numbers = live("text", "total") + " = \\color{subject}{" +
                  fixed(cloud.ok() ? cloud.kept_variance() : undefined) + "} + " + live("negative", "lost");
    } else if (!cloud.plane()) {
        formula =
            "\\color{first}{\\lambda_1} + \\color{second}{\\lambda_2} + \\color{third}{\\lambda_3} = "
            "\\operatorname{tr} S";
        numbers = live("first", "variances[0]") + " + " + live("second", "variances[1]") + " + " +
                  live("third", "variances[2]") + " = " + live("text", "total");
    }
    panel.formula(formula, 28);
    if (cloud.ok()) panel.formula(numbers, 20);
}

void notes(Panel& panel, const Cloud& cloud, int outside) {
    if (!cloud.ok()) {
        panel.note(too_little(cloud), Ink::negative);
    } else if (cloud.all_equal()) {
        panel.note("All rows are equal: there is no variance, and every axis is as good.", Ink::negative);
    } else {
        const bool found = cloud.plane() && cloud.asked.t == 0 && cloud.determined(0) &&
                           std::abs(cloud.off_axis) < component_found_within;
        panel.note(moment_words(cloud), found ? Ink::special : Ink::text);
        if (const std::string words = sureness(cloud); !words.empty()) panel.note(words, Ink::special);
    }
    if (outside > 0)
        panel.note(count_of(outside, "row") + (outside == 1 ? " lies" : " lie") + " outside: widen the reach.",
                   Ink::negative);
}

void component_facts(Frame& frame, const Cloud& cloud) {
    frame.fact("rows_count", std::int64_t{cloud.X.rows()}, "Rows");
    list_or(frame, "mean", cloud.mean, cloud.X.rows() == 0 ? "There are no rows." : "", "Mean");
    variance_facts(frame, cloud);
    direction_facts(frame, cloud);
    axis_facts(frame, cloud);
    frame.describe(alt_text(cloud));
}

}  // namespace eigenscape
