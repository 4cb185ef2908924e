// Formulas that were typed and accepted, latest first, remembered apart for each kind: functions of x, of x and y, ….
// Kept in a small file of the user's; damage to it costs the memory alone.
#pragma once

#include "app/model/param.h"

#include <map>
#include <string>
#include <vector>

namespace eigenscape {

class FormulaHistory {
  public:
    static constexpr std::size_t most = 20;  // of each kind

    // Empty path: nothing is kept beyond this run. What could not be read is told by `trouble`.
    explicit FormulaHistory(std::string path = {});

    const std::vector<std::string>& of(const Param& param) const;
    std::string add(const Param& param, const std::string& formula);  // why it was not written down; empty: all is well
    const std::string& trouble() const { return trouble_; }

  private:
    std::string path_, trouble_;
    std::map<std::string, std::vector<std::string>> kinds_;  // by their variables: "x y"
};

}  // namespace eigenscape
