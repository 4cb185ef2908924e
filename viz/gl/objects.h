// OpenGL's objects as values that free themselves. Only files in viz/gl include this; a context must be current.
// Make one, use its `id`; moving hands it over.
#pragma once

#include <epoxy/gl.h>

#include <cstddef>
#include <span>
#include <utility>

namespace eigenscape::gl {

inline constexpr long kept_drawings = 30;  // what is not drawn for so long is freed

template <void (*make)(GLuint*), void (*drop)(GLuint)>
class Object {
  public:
    Object() { make(&id_); }
    ~Object() {
        if (id_ != 0) drop(id_);
    }
    Object(Object&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Object& operator=(Object&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    GLuint id() const { return id_; }

  private:
    GLuint id_ = 0;
};

// epoxy's functions are macros over pointers that are found at first use, hence these wrappers.
inline void make_buffer(GLuint* id) { glGenBuffers(1, id); }
inline void drop_buffer(GLuint id) { glDeleteBuffers(1, &id); }
inline void make_array(GLuint* id) { glGenVertexArrays(1, id); }
inline void drop_array(GLuint id) { glDeleteVertexArrays(1, &id); }
inline void make_texture(GLuint* id) { glGenTextures(1, id); }
inline void drop_texture(GLuint id) { glDeleteTextures(1, &id); }
inline void make_framebuffer(GLuint* id) { glGenFramebuffers(1, id); }
inline void drop_framebuffer(GLuint id) { glDeleteFramebuffers(1, &id); }

using Buffer = Object<make_buffer, drop_buffer>;
using VertexArray = Object<make_array, drop_array>;
using Texture = Object<make_texture, drop_texture>;
using Framebuffer = Object<make_framebuffer, drop_framebuffer>;

template <class T>
void upload(GLenum target, const Buffer& buffer, std::span<const T> data, GLenum usage) {
    glBindBuffer(target, buffer.id());
    glBufferData(target, static_cast<GLsizeiptr>(data.size_bytes()), data.data(), usage);
}

// OpenGL takes offsets as pointers.
inline const void* as_pointer(std::size_t offset) {
    return reinterpret_cast<const void*>(offset);  // NOLINT(performance-no-int-to-ptr)
}

// An attribute of the bound array: so many floats, or 32 bits, at `offset` of each T in the bound buffer; one T for
// every vertex (divisor 0) or every instance (1).
template <class T>
void floats_at(GLuint place, GLint size, std::size_t offset, GLuint divisor) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, size, GL_FLOAT, GL_FALSE, sizeof(T), as_pointer(offset));
    glVertexAttribDivisor(place, divisor);
}
template <class T>
void bits_at(GLuint place, std::size_t offset, GLuint divisor) {
    glEnableVertexAttribArray(place);
    glVertexAttribIPointer(place, 1, GL_UNSIGNED_INT, sizeof(T), as_pointer(offset));
    glVertexAttribDivisor(place, divisor);
}

inline void filter(GLenum target, GLint how) {
    glTexParameteri(target, GL_TEXTURE_MIN_FILTER, how);
    glTexParameteri(target, GL_TEXTURE_MAG_FILTER, how);
    glTexParameteri(target, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(target, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

}  // namespace eigenscape::gl
