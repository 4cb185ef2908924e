// Low rank: a picture is a table of greys, and its first few singular directions are nearly all of it.
// Drag the rank along the spectrum and watch what comes back, what is missing, and how many numbers that takes.
#include "core/linalg/low_rank.h"

#include "app/scenes/linear_algebra/grey_picture.h"
#include "app/scenes/linear_algebra/pictures.h"
#include "app/scenes/list.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

enum class Beside { missing, piece };

constexpr double decades_shown = 5;        // below the first singular value; smaller ones lie on the floor
constexpr double half_a_step = 0.5 / 255;  // of grey: what no screen shows

std::string whole(std::int64_t n) {  // 9,216
    std::string digits = std::to_string(n), out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string percent(double share) { return fixed(100 * share, share > 0.9995 ? 3 : share > 0.99 ? 2 : 1) + " %"; }

struct LowRank {
    int rank = 12;
    Picture photo;
    Beside beside = Beside::missing;

    static Words words() {
        return {"low-rank", "Low rank", "Linear algebra", "How few numbers does a picture need?",
                "SVD singular value decomposition compression truncated Eckart Young approximation image photo "
                "spectrum rank LoRA"};
    }
    static Params<LowRank> params() {
        using S = LowRank;
        return {{"rank",
                 "Rank",
                 &S::rank,
                 {1, 256, "How many singular directions are kept, the largest first.", "", Scale::log}},
                {"photo", "Your picture", &S::photo,
                 Range("A PNG or JPEG of your own; its colours are turned to grey by luminance. Without one, a test "
                       "card is shown.")},
                {"beside",
                 "Beside it",
                 &S::beside,
                 {{"missing", "piece"}, "What is still missing, or the piece that was added last."}}};
    }
    static std::vector<Preset> presets() {
        return {{"One direction", "Every row is a multiple of one row, every column of one column.", {"rank=1"}},
                {"Five",
                 "Light, shade and bars are there, and the letters nearly; the rings and the beam are not.",
                 {"rank=5"}},
                {"Good enough",
                 "A fifth of the directions: only the edge of the beam is frayed, and the grain is gone.",
                 {"rank=20"}},
                {"Break-even", "From the next one on the parts take more numbers than the picture.", {"rank=47"}},
                {"Everything", "All directions: nothing is missing, and nothing was saved.", {"rank=96"}},
                {"The last piece",
                 "Each piece is stripes times stripes: one column times one row.",
                 {"rank=6", "beside=piece"}}};
    }
    // No more directions than the picture has rows or columns.
    void settle() { rank = std::min({rank, pixels()->width, pixels()->height}); }

    std::shared_ptr<const Image> pixels() const { return photo.image ? photo.image : grey_test_card(); }

    // What the picture is at this rank.
    struct Found {
        MatX picture, copy;
        std::shared_ptr<const DynamicSvd> parts;
        std::int64_t stored = 0, all = 0;
        double kept = 0, largest_error = 0;
        const VecX& s() const { return parts->s; }
    };
    Found find() const {
        Found found;
        found.picture = greys_of(*pixels());
        found.parts = remembered_svd(found.picture);
        found.copy = of_rank(*found.parts, rank);
        found.stored = numbers_of_rank(found.picture.rows(), found.picture.cols(), rank);
        found.all = found.picture.size();
        found.kept = energy_kept(found.s(), rank);
        found.largest_error = (found.picture - found.copy).cwiseAbs().maxCoeff();
        return found;
    }

    void draw(Frame& frame) const {
        if (LowRank right = *this; right.settle(), !(right == *this)) return right.draw(frame);
        const Found found = find();
        draw_copy(frame, found);
        draw_original(frame, found);
        draw_beside(frame, found);
        draw_spectrum(frame, found);
        facts(frame, found);
    }

    // The longer side is one unit; above it there is room for words.
    static Panel& picture_panel(Frame& frame, const char* name, const Rect& place, double above,
                                std::shared_ptr<const Image> image) {
        const Vec2 size = Vec2(image->width, image->height) / std::max(image->width, image->height);
        Panel& panel = frame.plane(name, {{-0.06, -0.06}, {1.06, 1.06 + above}}, place);
        const Vec2 corner(0.5 * (1 - size.x()), 0.5 * (1 - size.y()));
        panel.photo(std::move(image), corner, {size.x(), 0}, {0, size.y()}).smooth = false;
        const Vec2 ring[] = {corner, corner + Vec2(size.x(), 0), corner + size, corner + Vec2(0, size.y())};
        panel.stroke(std::span<const Vec2>(ring), {.ink = Ink::faint, .width_points = 1}).closed = true;
        return panel;
    }

    void draw_copy(Frame& frame, const Found& found) const {
        Panel& copy = picture_panel(frame, "copy", {0, 0, 0.46, 1}, 0.34, as_greys(found.copy, 0, 1));
        const std::string k = "{\\num{rank:d}}";
        copy.formula("A_" + k + " = \\sum_{i=1}^" + k +
                     " \\color{special}{\\sigma_i}\\,\\vec u_i\\,\\vec v_i^{\\mathsf T}");
        copy.note("Stored: " + std::to_string(rank) + " · (" + std::to_string(found.picture.rows()) + " + " +
                      std::to_string(found.picture.cols()) + " + 1) = " + whole(found.stored) + " numbers" + ", " +
                      fixed(100 * double(found.stored) / double(found.all), 1) + " % of the picture's.",
                  found.stored < found.all ? Ink::positive : Ink::negative);
        copy.note("Energy kept: " + percent(found.kept) + ". Largest error: " + fixed(100 * found.largest_error, 1) +
                  " % of white.");
        copy.note("Drag the dashed line of the chart.", Ink::faint);
    }

    void draw_original(Frame& frame, const Found& found) const {
        Panel& original = picture_panel(frame, "picture", {0.46, 0, 0.27, 0.5}, 0.28, as_greys(found.picture, 0, 1));
        original.note((photo.image ? "Yours, in grey: " : "The picture: ") + whole(found.all) + " numbers");
    }

    void draw_beside(Frame& frame, const Found& found) const {
        const bool missing = beside == Beside::missing;
        const MatX shown = missing ? MatX(found.picture - found.copy) : piece_of(*found.parts, rank - 1);
        const double largest = shown.cwiseAbs().maxCoeff(), gain = gain_for(largest);
        Panel& panel = picture_panel(frame, "beside", {0.73, 0, 0.27, 0.5}, 0.28, as_greys(shown, 0.5, gain));
        const std::string what = missing ? "Missing" : "Piece " + std::to_string(rank);
        if (largest < half_a_step)
            return panel.note(missing ? "Nothing to be seen is missing." : what + ": too faint for any screen.");
        panel.note(what + (gain > 0.5 ? " × " + std::to_string(std::lround(2 * gain)) : "") + "; mid grey is 0");
    }

    // log₁₀ of a singular value, none farther down than the floor of the chart.
    static double height_of(const Found& found, Eigen::Index i) {
        const double top = found.s()(0) > 0 ? std::log10(found.s()(0)) : 0, floor = top - decades_shown;
        return found.s()(i) > 0 ? std::max(std::log10(found.s()(i)), floor) : floor;
    }

    void draw_spectrum(Frame& frame, const Found& found) const {
        const Eigen::Index count = found.s().size();
        const double top = height_of(found, 0) + 0.6, floor = top - decades_shown - 0.8;
        Panel& chart = frame.chart("spectrum", {{0, floor}, {1.02 * double(count) + 1, top}}, {0.46, 0.5, 0.54, 0.5});
        chart_axes(chart, {.x_title = "$i$", .y_title = "$\\sigma_i$", .log_y = true});
        const double at = rank, level = height_of(found, rank - 1);
        const Vec2 kept[] = {{0, floor}, {at, floor}, {at, top}, {0, top}};
        chart.fill(std::span<const Vec2>(kept), Ink::special, 0.08);
        for (Eigen::Index i = 0; i < count; ++i) {
            const bool in = i < rank;
            chart.dot(Vec2(double(i + 1), height_of(found, i)), in ? Ink::special : Ink::ghost, count > 128 ? 4 : 6,
                      in ? Mark::disc : Mark::ring);
        }
        chart.line(Vec2(at, floor), Vec2(at, top), {.ink = Ink::special, .width_points = 1.5, .dash = Dash::dashed});
        chart.dot(Vec2(at, level), Ink::special, 11);
        chart.handle(Vec2(at, level), "rank", "Drag along the spectrum: how many directions are kept", Ink::special);
        chart.label(Vec2(at, level), "\\sigma_{" + std::to_string(rank) + "} = " + brief(found.s()(rank - 1)),
                    Ink::special, Vec2(at > 0.6 * double(count) ? -1 : 1, 1));
    }

    void facts(Frame& frame, const Found& found) const {
        const Eigen::Index count = found.s().size();
        frame.fact("numbers_stored", found.stored, "Numbers stored");
        frame.fact("numbers_of_picture", found.all, "Numbers of the picture");
        frame.fact("share_stored", double(found.stored) / double(found.all), "Stored, as a share of the picture");
        frame.fact("energy_kept", found.kept, "Share of the energy kept");
        frame.fact("largest_error", found.largest_error, "Largest error of a pixel (white is 1)");
        frame.fact("sigma", found.s()(rank - 1), "Last singular value kept");
        frame.fact("sigma_next", rank < count ? found.s()(rank) : 0.0, "First singular value dropped");
        frame.fact("distance", found.s().tail(count - rank).norm(), "Distance (root of the sum of squared errors)");
        frame.fact("rank_of_picture", std::int64_t{found.parts->rank}, "Rank of the picture");
        frame.fact("rank_for_99", std::int64_t{rank_for_energy(found.s(), 0.99)}, "Rank that keeps 99 % of the energy");
        frame.describe("A grey picture of " + std::to_string(found.picture.cols()) + " by " +
                       std::to_string(found.picture.rows()) + " pixels, its copy of rank " + std::to_string(rank) +
                       ", and " + (beside == Beside::missing ? "what is missing in it" : "the piece added last") +
                       ". The copy keeps " + percent(found.kept) + " of the energy in " + whole(found.stored) +
                       " numbers instead of " + whole(found.all) +
                       ". A chart shows the singular values, falling on a logarithmic axis; the first " +
                       std::to_string(rank) + " are kept.");
    }

    bool operator==(const LowRank&) const = default;
};

}  // namespace

Scene low_rank() { return scene_of<LowRank>(); }

}  // namespace eigenscape
