// The tables, grouped as a book on TeX groups them. To teach the parser a sign, add its row here.
#include "viz/tex/symbols.h"

#include <algorithm>
#include <unordered_map>

namespace eigenscape {
namespace {

constexpr auto ord = Atom::ord, op = Atom::op, bin = Atom::bin, rel = Atom::rel, opens = Atom::open,
               closes = Atom::close, punct = Atom::punct, inner = Atom::inner;
constexpr auto sum_like = Limits::in_displays;

// A character that two names share means, typed as it is, what the first of them means.
constexpr TexSymbol symbols[] = {
    // Greek
    {"alpha", U'α'},
    {"beta", U'β'},
    {"gamma", U'γ'},
    {"delta", U'δ'},
    {"epsilon", U'ϵ'},
    {"varepsilon", U'ε'},
    {"zeta", U'ζ'},
    {"eta", U'η'},
    {"theta", U'θ'},
    {"vartheta", U'ϑ'},
    {"iota", U'ι'},
    {"kappa", U'κ'},
    {"varkappa", U'ϰ'},
    {"lambda", U'λ'},
    {"mu", U'μ'},
    {"nu", U'ν'},
    {"xi", U'ξ'},
    {"omicron", U'ο'},
    {"pi", U'π'},
    {"varpi", U'ϖ'},
    {"rho", U'ρ'},
    {"varrho", U'ϱ'},
    {"sigma", U'σ'},
    {"varsigma", U'ς'},
    {"tau", U'τ'},
    {"upsilon", U'υ'},
    {"phi", U'ϕ'},
    {"varphi", U'φ'},
    {"chi", U'χ'},
    {"psi", U'ψ'},
    {"omega", U'ω'},
    {"Gamma", U'Γ'},
    {"Delta", U'Δ'},
    {"Theta", U'Θ'},
    {"Lambda", U'Λ'},
    {"Xi", U'Ξ'},
    {"Pi", U'Π'},
    {"Sigma", U'Σ'},
    {"Upsilon", U'Υ'},
    {"Phi", U'Φ'},
    {"Psi", U'Ψ'},
    {"Omega", U'Ω'},
    // letters and signs
    {"partial", U'∂'},
    {"nabla", U'∇'},
    {"infty", U'∞'},
    {"ell", U'ℓ'},
    {"hbar", U'ℏ'},
    {"imath", U'\U0001D6A4'},
    {"jmath", U'\U0001D6A5'},
    {"Re", U'ℜ'},
    {"Im", U'ℑ'},
    {"wp", U'℘'},
    {"aleph", U'ℵ'},
    {"emptyset", U'∅'},
    {"varnothing", U'∅'},
    {"forall", U'∀'},
    {"exists", U'∃'},
    {"nexists", U'∄'},
    {"neg", U'¬'},
    {"lnot", U'¬'},
    {"top", U'⊤'},
    {"bot", U'⊥'},
    {"angle", U'∠'},
    {"measuredangle", U'∡'},
    {"triangle", U'△'},
    {"square", U'□'},
    {"Box", U'□'},
    {"blacksquare", U'■'},
    {"prime", U'′'},
    {"degree", U'°'},
    {"surd", U'√'},
    {"dagger", U'†', bin},
    {"ddagger", U'‡', bin},
    {"checkmark", U'✓'},
    {"sharp", U'♯'},
    {"flat", U'♭'},
    {"%", U'%'},
    {"#", U'#'},
    {"&", U'&'},
    {"_", U'_'},
    {"$", U'$'},
    {"{", U'{', opens},
    {"}", U'}', closes},
    {"lbrace", U'{', opens},
    {"rbrace", U'}', closes},
    {"lbrack", U'[', opens},
    {"rbrack", U']', closes},
    {"vert", U'|'},
    {"|", U'∥'},
    {"Vert", U'∥'},
    {"backslash", U'\\'},
    {"langle", U'⟨', opens},
    {"rangle", U'⟩', closes},
    {"lceil", U'⌈', opens},
    {"rceil", U'⌉', closes},
    {"lfloor", U'⌊', opens},
    {"rfloor", U'⌋', closes},
    {"lvert", U'|', opens},
    {"rvert", U'|', closes},
    {"lVert", U'∥', opens},
    {"rVert", U'∥', closes},
    // binary operations
    {"pm", U'±', bin},
    {"mp", U'∓', bin},
    {"times", U'×', bin},
    {"div", U'÷', bin},
    {"cdot", U'⋅', bin},
    {"ast", U'∗', bin},
    {"star", U'⋆', bin},
    {"circ", U'∘', bin},
    {"bullet", U'∙', bin},
    {"oplus", U'⊕', bin},
    {"ominus", U'⊖', bin},
    {"otimes", U'⊗', bin},
    {"oslash", U'⊘', bin},
    {"odot", U'⊙', bin},
    {"cap", U'∩', bin},
    {"cup", U'∪', bin},
    {"uplus", U'⊎', bin},
    {"wedge", U'∧', bin},
    {"land", U'∧', bin},
    {"vee", U'∨', bin},
    {"lor", U'∨', bin},
    {"setminus", U'∖', bin},
    {"diamond", U'⋄', bin},
    // relations
    {"le", U'≤', rel},
    {"leq", U'≤', rel},
    {"ge", U'≥', rel},
    {"geq", U'≥', rel},
    {"leqslant", U'⩽', rel},
    {"geqslant", U'⩾', rel},
    {"ne", U'≠', rel},
    {"neq", U'≠', rel},
    {"ll", U'≪', rel},
    {"gg", U'≫', rel},
    {"approx", U'≈', rel},
    {"sim", U'∼', rel},
    {"simeq", U'≃', rel},
    {"cong", U'≅', rel},
    {"equiv", U'≡', rel},
    {"propto", U'∝', rel},
    {"doteq", U'≐', rel},
    {"coloneqq", U'≔', rel},
    {"triangleq", U'≜', rel},
    {"in", U'∈', rel},
    {"notin", U'∉', rel},
    {"ni", U'∋', rel},
    {"subset", U'⊂', rel},
    {"subseteq", U'⊆', rel},
    {"supset", U'⊃', rel},
    {"supseteq", U'⊇', rel},
    {"perp", U'⟂', rel},
    {"parallel", U'∥', rel},
    {"mid", U'∣', rel},
    {"nmid", U'∤', rel},
    {"prec", U'≺', rel},
    {"succ", U'≻', rel},
    {"preceq", U'⪯', rel},
    {"succeq", U'⪰', rel},
    {"vdash", U'⊢', rel},
    {"models", U'⊨', rel},
    {"asymp", U'≍', rel},
    // arrows
    {"to", U'→', rel},
    {"rightarrow", U'→', rel},
    {"leftarrow", U'←', rel},
    {"gets", U'←', rel},
    {"leftrightarrow", U'↔', rel},
    {"uparrow", U'↑', rel},
    {"downarrow", U'↓', rel},
    {"updownarrow", U'↕', rel},
    {"Rightarrow", U'⇒', rel},
    {"Leftarrow", U'⇐', rel},
    {"Leftrightarrow", U'⇔', rel},
    {"implies", U'⟹', rel},
    {"impliedby", U'⟸', rel},
    {"iff", U'⟺', rel},
    {"mapsto", U'↦', rel},
    {"longmapsto", U'⟼', rel},
    {"longrightarrow", U'⟶', rel},
    {"longleftarrow", U'⟵', rel},
    {"longleftrightarrow", U'⟷', rel},
    {"Longrightarrow", U'⟹', rel},
    {"Longleftarrow", U'⟸', rel},
    {"Longleftrightarrow", U'⟺', rel},
    {"hookrightarrow", U'↪', rel},
    {"hookleftarrow", U'↩', rel},
    {"nearrow", U'↗', rel},
    {"searrow", U'↘', rel},
    {"swarrow", U'↙', rel},
    {"nwarrow", U'↖', rel},
    {"rightharpoonup", U'⇀', rel},
    {"rightleftharpoons", U'⇌', rel},
    {"leadsto", U'⇝', rel},
    // dots and punctuation
    {"ldots", U'…', inner},
    {"dots", U'…', inner},
    {"cdots", U'⋯', inner},
    {"dotsc", U'…', inner},
    {"dotsb", U'⋯', inner},
    {"vdots", U'⋮', ord},
    {"ddots", U'⋱', inner},
    {"colon", U':', punct},
    {"therefore", U'∴', rel},
    {"because", U'∵', rel},
    // large operators
    {"sum", U'∑', op, true, sum_like},
    {"prod", U'∏', op, true, sum_like},
    {"coprod", U'∐', op, true, sum_like},
    {"bigcap", U'⋂', op, true, sum_like},
    {"bigcup", U'⋃', op, true, sum_like},
    {"bigoplus", U'⨁', op, true, sum_like},
    {"bigotimes", U'⨂', op, true, sum_like},
    {"bigvee", U'⋁', op, true, sum_like},
    {"bigwedge", U'⋀', op, true, sum_like},
    {"int", U'∫', op, true},
    {"iint", U'∬', op, true},
    {"iiint", U'∭', op, true},
    {"oint", U'∮', op, true},
};

// What the keyboard's signs are in a formula.
constexpr TexSymbol typed[] = {
    {"+", U'+', bin},    {"-", U'−', bin},    {"−", U'−', bin},    {"*", U'∗', bin},   {"·", U'⋅', bin},
    {"=", U'=', rel},    {"<", U'<', rel},    {">", U'>', rel},    {":", U':', rel},   {",", U',', punct},
    {";", U';', punct},  {"(", U'(', opens},  {")", U')', closes}, {"[", U'[', opens}, {"]", U']', closes},
    {"!", U'!', closes}, {"?", U'?', closes}, {"⊥", U'⟂', rel},    {"µ", U'μ', ord},   {"‖", U'∥', ord},
};

constexpr TexFunction functions[] = {
    {"sin", "sin"},
    {"cos", "cos"},
    {"tan", "tan"},
    {"cot", "cot"},
    {"sec", "sec"},
    {"csc", "csc"},
    {"arcsin", "arcsin"},
    {"arccos", "arccos"},
    {"arctan", "arctan"},
    {"sinh", "sinh"},
    {"cosh", "cosh"},
    {"tanh", "tanh"},
    {"coth", "coth"},
    {"exp", "exp"},
    {"ln", "ln"},
    {"log", "log"},
    {"lg", "lg"},
    {"arg", "arg"},
    {"deg", "deg"},
    {"dim", "dim"},
    {"ker", "ker"},
    {"hom", "hom"},
    {"tr", "tr"},
    {"rank", "rank"},
    {"diag", "diag"},
    {"span", "span"},
    {"sgn", "sgn"},
    {"Var", "Var"},
    {"Cov", "Cov"},
    {"softmax", "softmax"},
    {"det", "det", sum_like},
    {"lim", "lim", sum_like},
    {"limsup", "lim sup", sum_like},
    {"liminf", "lim inf", sum_like},
    {"max", "max", sum_like},
    {"min", "min", sum_like},
    {"sup", "sup", sum_like},
    {"inf", "inf", sum_like},
    {"argmax", "arg max", sum_like},
    {"argmin", "arg min", sum_like},
    {"gcd", "gcd", sum_like},
    {"Pr", "Pr", sum_like},
};

struct Space {
    std::string_view name;
    double ems;
};
constexpr Space spaces[] = {
    {",", 3 / 18.0},
    {"thinspace", 3 / 18.0},
    {":", 4 / 18.0},
    {">", 4 / 18.0},
    {"medspace", 4 / 18.0},
    {";", 5 / 18.0},
    {"thickspace", 5 / 18.0},
    {"!", -3 / 18.0},
    {" ", 0.333},
    {"enspace", 0.5},
    {"quad", 1},
    {"qquad", 2},
    {"negthinspace", -3 / 18.0},
};

constexpr TexAccent accents[] = {
    {"hat", U'\u0302', false},      {"widehat", U'\u0302', true},   {"tilde", U'\u0303', false},
    {"widetilde", U'\u0303', true}, {"bar", U'\u0304', false},      {"vec", U'\u20D7', false},
    {"dot", U'\u0307', false},      {"ddot", U'\u0308', false},     {"dddot", U'\u20DB', false},
    {"check", U'\u030C', false},    {"breve", U'\u0306', false},    {"acute", U'\u0301', false},
    {"grave", U'\u0300', false},    {"mathring", U'\u030A', false},
};

constexpr TexSymbol fences[] = {
    {"(", U'('}, {")", U')'}, {"[", U'['}, {"]", U']'}, {"|", U'|'}, {"/", U'/'}, {"<", U'⟨'}, {">", U'⟩'}, {"⟨", U'⟨'},
    {"⟩", U'⟩'}, {"⌈", U'⌈'}, {"⌉", U'⌉'}, {"⌊", U'⌊'}, {"⌋", U'⌋'}, {"‖", U'∥'}, {"∥", U'∥'}, {".", 0},
};
constexpr std::string_view fence_names[] = {"{",     "}",      "lbrace", "rbrace",    "lbrack",     "rbrack",
                                            "vert",  "|",      "Vert",   "langle",    "rangle",     "lceil",
                                            "rceil", "lfloor", "rfloor", "backslash", "uparrow",    "downarrow",
                                            "lvert", "rvert",  "lVert",  "rVert",     "updownarrow"};

char32_t sign_of(std::string_view utf8) {  // of one character
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    if (byte(0) < 0x80) return byte(0);
    if (utf8.size() == 2) return (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    return (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

template <class Row, std::size_t n>
const Row* find_in(const Row (&table)[n], std::string_view name) {
    static const auto by_name = [&] {
        std::unordered_map<std::string_view, const Row*> map;
        for (const Row& row : table) map.emplace(row.name, &row);
        return map;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

}  // namespace

const TexSymbol* find_symbol(std::string_view name) { return find_in(symbols, name); }

TexSymbol symbol_typed(char32_t letter) {
    static const auto by_letter = [] {
        std::unordered_map<char32_t, TexSymbol> map;
        for (const TexSymbol& row : typed) map.emplace(sign_of(row.name), row);
        for (const TexSymbol& row : symbols) map.emplace(row.letter, row);
        for (const std::string_view plain : {"|", "/", "%", "&"}) map[sign_of(plain)] = {plain, sign_of(plain)};
        return map;
    }();
    const auto found = by_letter.find(letter);
    return found == by_letter.end() ? TexSymbol{{}, letter} : found->second;
}

const TexFunction* find_function_name(std::string_view name) { return find_in(functions, name); }

std::optional<double> find_space(std::string_view name) {
    const Space* row = find_in(spaces, name);
    return row ? std::optional(row->ems) : std::nullopt;
}

const TexAccent* find_accent(std::string_view name) { return find_in(accents, name); }

std::optional<char32_t> fence_typed(char32_t letter) {
    const auto* row = std::ranges::find(fences, letter, [](const TexSymbol& f) { return sign_of(f.name); });
    return row == std::end(fences) ? std::nullopt : std::optional(row->letter);
}

std::optional<char32_t> fence_named(std::string_view name) {
    if (std::ranges::find(fence_names, name) == std::end(fence_names)) return std::nullopt;
    return find_symbol(name)->letter;
}

std::vector<std::string_view> symbol_names() {
    std::vector<std::string_view> names;
    for (const auto& row : symbols) names.push_back(row.name);
    for (const auto& row : functions) names.push_back(row.name);
    for (const auto& row : spaces) names.push_back(row.name);
    for (const auto& row : accents) names.push_back(row.name);
    return names;
}

}  // namespace eigenscape
