// What the files that draw rich text share: how paragraphs are laid out and put down. For rich_*.cpp alone.
#pragma once

#include "app/panels/flow.h"
#include "app/panels/ui.h"

namespace eigenscape {

inline constexpr double rich_size = 14, rich_step = 16;  // points: letters; how far a list or a quotation is set in

// Laid out once, and anew only when the look or one of its values changes. Found again by the place of the spans.
const Flow& laid_spans(Ui& ui, const std::vector<Span>& spans, const Moment& moment, const FlowLook& look);

const Flow& laid_formula(Ui& ui, const std::string& tex, const Moment& moment, const FlowLook& look);
const Flow& laid_code(Ui& ui, const std::string& code, const Moment& moment, const FlowLook& look);

// Draws a flow at ImGui's cursor, `indent` points in, and moves the cursor below it.
void put(Ui& ui, const Flow& flow, const std::vector<Span>& spans, double indent, const Color& color);

// A table, `indent` points in. One that is wider than its room is moved sideways in it.
void rich_table(Ui& ui, const Block& block, const Moment& moment, double indent, const Color& color);

}  // namespace eigenscape
