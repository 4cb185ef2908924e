// A lesson as plain text with its numbers filled in: for the command line, for cards and for searching.
// `told` writes Markdown's own look: lists with dashes, formulas in dollar signs; wrapped at a width.
#pragma once

#include "app/study/lesson.h"
#include "app/study/moment.h"

#include <span>
#include <string>

namespace eigenscape {

std::string told(const std::vector<Span>& spans, const Moment& moment);  // one line
std::string told(std::span<const Block> blocks, const Moment& moment, int columns = 80);

// A formula with its \num{…} replaced by values and the colours of roles taken off: TeX that every reader knows.
std::string plain_tex(std::string_view tex, const Moment& moment);

// The whole lesson, or one layer of it.
std::string told_lesson(const Lesson& lesson, const Moment& moment, std::optional<Layer> only = {});

}  // namespace eigenscape
