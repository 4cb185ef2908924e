// A compiled pair of shaders from shaders/, found by name inside the program ("stroke": stroke.vert and stroke.frag).
// Set uniforms by name after `use`; a shader that does not compile throws with the compiler's words and the driver's
// name.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape::gl {

// Who draws: vendor, renderer and version of the current context, for error messages.
std::string driver_words();

class Program {
  public:
    // `features` are defined in both shaders, separated by spaces: "JOINED HIDING".
    explicit Program(std::string_view name, std::string_view features = {});
    // From source; `name` is what messages call it.
    Program(std::string_view name, const std::string& vertex_source, const std::string& fragment_source);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void use() const;
    void set(const char* name, int value) const;
    void set(const char* name, double value) const;
    void set(const char* name, double x, double y) const;
    void set(const char* name, double x, double y, double z) const;
    void set(const char* name, double x, double y, double z, double w) const;
    void set(const char* name, const std::array<float, 3>& v) const { set(name, v[0], v[1], v[2]); }
    void set(const char* name, const std::array<float, 4>& v) const { set(name, v[0], v[1], v[2], v[3]); }
    void set_matrix(const char* name, std::span<const float, 16> columns) const;
    void set_array2(const char* name, std::span<const float> values) const;
    void set_array3(const char* name, std::span<const float> values) const;

  private:
    GLint at(const char* name) const;
    GLuint id_ = 0;
    mutable std::map<std::string, GLint, std::less<>> places_;
};

}  // namespace eigenscape::gl
