// Memory that runs out at the n-th request, for every n: what was asked for then ends in bad_alloc or a message, and
// asked again it gives the same as ever, so nothing that is remembered was left half made. EIGENSCAPE_TORTURE (./dev
// torture) tries every n; without it at most 150, spread over all.
#include "app/model/facts.h"
#include "app/model/state.h"
#include "core/calculus/expression.h"
#include "viz/image/png.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <new>
#include <string>

namespace {

// Counts down with every request while it is positive; the request that makes it 0 fails, and so do all after it when
// `for_good` is set.
std::atomic<long> requests_left{0};
std::atomic<bool> counting{false}, for_good{false};

void* granted(std::size_t size, std::size_t alignment) {
    if (counting.load()) {
        const long left = --requests_left;
        if (left == 0 || (left < 0 && for_good.load())) return nullptr;
    }
    const std::size_t bytes = size == 0 ? 1 : size;
    if (alignment <= alignof(std::max_align_t)) return std::malloc(bytes);
    return std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
}
void* granted_or_throw(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) {
    if (void* memory = granted(size, alignment)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return granted_or_throw(size); }
void* operator new[](std::size_t size) { return granted_or_throw(size); }
void* operator new(std::size_t size, std::align_val_t a) { return granted_or_throw(size, static_cast<std::size_t>(a)); }
void* operator new[](std::size_t size, std::align_val_t a) {
    return granted_or_throw(size, static_cast<std::size_t>(a));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return granted(size, alignof(std::max_align_t));
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return granted(size, alignof(std::max_align_t));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

using namespace eigenscape;

namespace {

long requests_of(const std::function<std::string()>& deed) {
    requests_left = 1L << 40;
    counting = true;
    const std::string result = deed();
    counting = false;
    return (1L << 40) - requests_left;
}

// What the deed says when its n-th request fails; empty when that reached the caller as bad_alloc.
std::string with_failure(const std::function<std::string()>& deed, long n, bool persistent) {
    std::string result;
    for_good = persistent;
    requests_left = n;
    counting = true;
    try {
        result = deed();
    } catch (const std::bad_alloc&) {
    }
    counting = false;
    return result;
}

// `deed` gives the same text each time; a message instead of it must speak of memory.
void exhaust(const std::string& name, const std::function<std::string()>& deed, long few = 150) {
    const std::string usual = deed();
    const long requests = requests_of(deed);
    const long most = std::getenv("EIGENSCAPE_TORTURE") ? requests : few;
    int refused = 0, tried = 0;
    for (long k = 0; k < std::min(most, requests); ++k)
        for (const bool persistent : {false, true}) {
            const long n = 1 + (requests <= most ? k : k * requests / most);
            CAPTURE(n);
            const std::string result = with_failure(deed, n, persistent);
            const bool told = result.empty() || result.find("memory") != std::string::npos;
            refused += told;
            ++tried;
            if (!told) CHECK(result == usual);
        }
    CHECK(deed() == usual);
    CHECK(refused > 0);
    MESSAGE(name, ": ", requests, " requests, ", tried, " failures tried, ", refused, " refused, 0 crashes");
}

}  // namespace

TEST_CASE("memory that runs out while a formula is read, differentiated, printed and evaluated") {
    const std::vector<std::string> xy{"x", "y"};
    exhaust("formula", [&] {
        const auto parsed = Expression::parse("sin(x^2*y)/(1+exp(-x)) + max(x, y, 3) - sqrt(x^2+y^2)", xy);
        if (!parsed) return parsed.error.message;
        const Expression slope = parsed.expression->derivative(0);
        const double at[] = {0.5, 0.25};
        return slope.text() + slope.tex() + std::to_string(slope(at));
    });
    exhaust("misspelt formula", [&] { return Expression::parse("sinn(x)", xy).error.message; });
}

// Reading a document is left out: nlohmann's JSON asks for memory in its destructor, where a refusal ends any program.
TEST_CASE("memory that runs out while settings are read and pictures written") {
    const Scene& scene = all_scenes().front();
    const std::vector<std::string> settings{"A=[[1,2],[3,4]]", "t=0.5"};
    exhaust("settings", [&] {
        const Outcome outcome = set_all(scene, scene.defaults, settings);
        if (const auto* bad = std::get_if<BadValue>(&outcome)) return bad->message;
        return text_of(scene, std::get<State>(outcome));
    });
    const PictureText text{"Eigenscape", std::string(5000, 'x')};
    exhaust("picture written", [&] {
        const Bytes bytes = write_png(Image(16, 16), std::span(&text, 1));
        return std::string(bytes.begin(), bytes.end());
    });
    const Bytes png = write_png(Image(16, 16), std::span(&text, 1));
    exhaust("picture read", [&] {
        const FoundText found = read_png_text(png, "Eigenscape");
        return found.text + found.why;
    });
}

TEST_CASE("memory that runs out while a scene is drawn") {
    for (const Scene& scene : all_scenes()) {
        exhaust(
            "drawing " + scene.words.id,
            [&] {
                Frame frame(Stage{});
                scene.draw(scene.defaults, frame);
                return facts_json(scene, scene.defaults, frame);
            },
            40);
    }
}
