// The discrete families: masses by Loader's saddle point, sums of masses as incomplete gamma and beta functions.
// F(k) of a Poisson is Q(k + 1, lambda), of a binomial I_{1-p}(n - k, k + 1) (DLMF 8.17.5): no sum of a billion terms.
#include "core/probability/family_rows.h"
#include "core/probability/gamma_function.h"

namespace eigenscape {
namespace {

using D = const Distribution&;
using Ends = std::pair<double, double>;

const FamilyRow binomial{
    [](D d, double k) {
        return k < 0 || k > d.a || k != std::floor(k) ? -infinity : log_binomial_mass(k, d.a, d.b, 1 - d.b);
    },
    [](D d, double x) {
        const double k = std::floor(x);
        return k < 0 ? 0 : k >= d.a ? 1 : beta_i(d.a - k, k + 1, 1 - d.b, d.b);
    },
    [](D d, double x) {
        const double k = std::floor(x);
        return k < 0 ? 1 : k >= d.a ? 0 : beta_i(k + 1, d.a - k, d.b, 1 - d.b);
    },
    nullptr,
    nullptr,
    [](D d) { return d.a * d.b; },
    [](D d) { return d.a * d.b * (1 - d.b); },
    [](D d) {
        return Ends{d.b == 1 ? d.a : 0, d.b == 0 ? 0 : d.a};
    },
};

const FamilyRow poisson{
    [](D d, double k) { return k < 0 || k != std::floor(k) ? -infinity : log_poisson_mass(k, d.a); },
    [](D d, double x) { return x < 0 ? 0 : gamma_q(std::floor(x) + 1, d.a); },
    [](D d, double x) { return x < 0 ? 1 : gamma_p(std::floor(x) + 1, d.a); },
    nullptr,
    nullptr,
    [](D d) { return d.a; },
    [](D d) { return d.a; },
    [](D d) {
        return Ends{0, d.a == 0 ? 0 : infinity};
    },
};

}  // namespace

const FamilyRow& discrete_row(Family family) { return family == Family::poisson ? poisson : binomial; }

}  // namespace eigenscape
