// A lesson as plain text with its numbers filled in: for the command line, for cards and for searching.
// `told` wraps its lines at a width; lists have dashes or numbers either way.
#pragma once

#include "app/study/lesson.h"
#include "app/study/moment.h"

#include <span>
#include <string>

namespace eigenscape {

// For programs that set formulas: Markdown with TeX in dollar signs. For reading as it is: formulas as words and signs.
enum class Telling { markdown, spoken };

std::string told(const std::vector<Span>& spans, const Moment& moment, Telling how);  // one line
std::string told(std::span<const Block> blocks, const Moment& moment, Telling how, int columns = 80);

// A formula with its \num{…} replaced by values and the colours of roles taken off: TeX that every reader knows.
std::string plain_tex(std::string_view tex, const Moment& moment);

// The whole lesson, or one layer of it.
std::string told_lesson(const Lesson& lesson, const Moment& moment, std::optional<Layer> only = {});

}  // namespace eigenscape
