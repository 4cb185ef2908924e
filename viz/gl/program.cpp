// Compiling and linking; lines of the form `#include "NAME"` in a shader are replaced by shaders/NAME.
// See program.h.
#include "viz/gl/program.h"

#include "viz/embedded.h"

#include <stdexcept>
#include <vector>

namespace eigenscape::gl {
namespace {

std::string source_of(std::string_view file) {
    const std::string_view text = embedded_text("shaders/" + std::string(file));
    if (text.empty())
        throw std::runtime_error("The shader " + std::string(file) + " is missing from the program; build it again.");
    std::string source;
    constexpr std::string_view include = "#include \"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (line.starts_with(include))
            source += source_of(line.substr(include.size(), line.rfind('"') - include.size()));
        else source.append(line).push_back('\n');
        at = end + 1;
    }
    return source;
}

// After the first line, which must be the version.
std::string with_features(std::string source, std::string_view features) {
    std::string lines;
    while (!features.empty()) {
        const std::size_t end = std::min(features.find(' '), features.size());
        if (end > 0) lines += "#define " + std::string(features.substr(0, end)) + "\n";
        features.remove_prefix(std::min(end + 1, features.size()));
    }
    return source.insert(source.find('\n') + 1, lines);
}

std::string log_of(GLuint id, bool program) {
    std::array<char, 4096> words{};
    if (program) glGetProgramInfoLog(id, static_cast<GLsizei>(words.size()), nullptr, words.data());
    else glGetShaderInfoLog(id, static_cast<GLsizei>(words.size()), nullptr, words.data());
    return words.data();
}

GLuint compiled(GLenum kind, const std::string& source, std::string_view name) {
    const GLuint shader = glCreateShader(kind);
    const char* text = source.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint fine = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
    if (fine) return shader;
    const std::string log = log_of(shader, false);
    glDeleteShader(shader);
    throw std::runtime_error("The graphics driver refuses the " +
                             std::string(kind == GL_VERTEX_SHADER ? "vertex" : "fragment") + " shader \"" +
                             std::string(name) + "\": " + log + "\nDriver: " + driver_words() +
                             "\nUpdate the driver, or draw without it: LIBGL_ALWAYS_SOFTWARE=1");
}

}  // namespace

std::string driver_words() {
    const auto word = [](GLenum what) {
        const auto* text = reinterpret_cast<const char*>(glGetString(what));
        return std::string(text ? text : "unknown");
    };
    return word(GL_VENDOR) + ", " + word(GL_RENDERER) + ", OpenGL " + word(GL_VERSION);
}

Program::Program(std::string_view name, std::string_view features)
    : Program(name, with_features(source_of(std::string(name) + ".vert"), features),
              with_features(source_of(std::string(name) + ".frag"), features)) {}

Program::Program(std::string_view name, const std::string& vertex_source, const std::string& fragment_source) {
    const GLuint vertex = compiled(GL_VERTEX_SHADER, vertex_source, name);
    GLuint fragment = 0;
    try {
        fragment = compiled(GL_FRAGMENT_SHADER, fragment_source, name);
    } catch (...) {
        glDeleteShader(vertex);
        throw;
    }
    id_ = glCreateProgram();
    glAttachShader(id_, vertex);
    glAttachShader(id_, fragment);
    glLinkProgram(id_);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint fine = GL_FALSE;
    glGetProgramiv(id_, GL_LINK_STATUS, &fine);
    if (fine) return;
    const std::string log = log_of(id_, true);
    glDeleteProgram(id_);
    throw std::runtime_error("The graphics driver cannot link the shaders \"" + std::string(name) + "\": " + log +
                             "\nDriver: " + driver_words() +
                             "\nUpdate the driver, or draw without it: LIBGL_ALWAYS_SOFTWARE=1");
}

Program::~Program() { glDeleteProgram(id_); }

GLint Program::at(const char* name) const {
    const auto found = places_.find(std::string_view(name));
    if (found != places_.end()) return found->second;
    return places_.emplace(name, glGetUniformLocation(id_, name)).first->second;
}

void Program::use() const { glUseProgram(id_); }
void Program::set(const char* name, int value) const { glUniform1i(at(name), value); }
void Program::set(const char* name, double v) const { glUniform1f(at(name), static_cast<float>(v)); }
void Program::set(const char* name, double x, double y) const {
    glUniform2f(at(name), static_cast<float>(x), static_cast<float>(y));
}
void Program::set(const char* name, double x, double y, double z) const {
    glUniform3f(at(name), static_cast<float>(x), static_cast<float>(y), static_cast<float>(z));
}
void Program::set(const char* name, double x, double y, double z, double w) const {
    glUniform4f(at(name), static_cast<float>(x), static_cast<float>(y), static_cast<float>(z), static_cast<float>(w));
}
void Program::set_matrix(const char* name, std::span<const float, 16> columns) const {
    glUniformMatrix4fv(at(name), 1, GL_FALSE, columns.data());
}
void Program::set_array2(const char* name, std::span<const float> values) const {
    glUniform2fv(at(name), static_cast<GLsizei>(values.size() / 2), values.data());
}
void Program::set_array3(const char* name, std::span<const float> values) const {
    glUniform3fv(at(name), static_cast<GLsizei>(values.size() / 3), values.data());
}

}  // namespace eigenscape::gl
