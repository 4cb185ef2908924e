# The arrows between the layers, checked by reading every #include: app -> viz -> core, and each library in its one place.
# Run as a script with -DROOT=<project root>; prints each offending line and fails if there is one.
set(offences 0)

# forbid(why include-regex IN folder-regex EXCEPT file-regex): no file IN matches may include what include-regex matches.
function(forbid why include_regex)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "IN;EXCEPT" "")
    foreach(file IN LISTS all_files)
        if(NOT file MATCHES "${arg_IN}" OR (arg_EXCEPT AND file MATCHES "${arg_EXCEPT}"))
            continue()
        endif()
        file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](${include_regex})[>\"]")
        foreach(line IN LISTS lines)
            message("${file}: ${line}\n    ${why}")
            math(EXPR offences "${offences} + 1")
        endforeach()
    endforeach()
    set(offences ${offences} PARENT_SCOPE)
endfunction()

set(all_files)
foreach(layer core viz app tests)
    file(GLOB_RECURSE found RELATIVE ${ROOT} ${ROOT}/${layer}/*.h ${ROOT}/${layer}/*.hpp ${ROOT}/${layer}/*.cpp)
    list(APPEND all_files ${found})
endforeach()

set(imgui "imgui[^>\"]*|backends/imgui[^>\"]*|misc/[^>\"]*imgui[^>\"]*")
set(glfw "GLFW/[^>\"]*")
set(opengl "GL/[^>\"]*|GLES[0-9]*/[^>\"]*|EGL/[^>\"]*|epoxy/[^>\"]*|OpenGL/[^>\"]*")
set(eigen_algorithms "Eigen/(Dense|Eigen|Eigenvalues|SVD|QR|LU|Cholesky|Jacobi|Householder|Sparse[A-Za-z]*|IterativeLinearSolvers)|unsupported/Eigen/[^>\"]*")

forbid("core is the lowest layer: it knows neither viz nor app." "viz/[^>\"]*|app/[^>\"]*" IN "^core/")
forbid("viz draws what core computes: it does not know app." "app/[^>\"]*" IN "^viz/")
forbid("Pictures are data before they are pixels: only viz/gl and the window speak OpenGL." "${opengl}"
    IN "^(core|viz|app)/" EXCEPT "^viz/gl/|^app/(window|offscreen)|^app/panels/")
forbid("Only viz/gl and app link the renderer: viz proper does not know it." "viz/gl/[^>\"]*" IN "^(core|viz)/" EXCEPT "^viz/gl/")
forbid("imgui.h belongs to the panels and the window alone." "${imgui}"
    IN "^(core|viz|app)/" EXCEPT "^app/panels/|^app/(window|offscreen)")
forbid("GLFW belongs to the window alone." "${glfw}" IN "^(core|viz|app)/" EXCEPT "^app/window|^app/panels/")
forbid("The model needs no display: it may not include the panels or the renderer." "app/panels/[^>\"]*|app/window[^>\"]*|viz/gl/[^>\"]*"
    IN "^app/(model|scenes|study|notebook)/")
forbid("Formulas are set in viz/tex alone." "hb[^>\"]*\\.h|harfbuzz/[^>\"]*" IN "^(core|viz|app)/" EXCEPT "^viz/tex/")
forbid("Markdown is read in app/study alone." "md4c[^>\"]*" IN "^(core|viz|app)/" EXCEPT "^app/study/")
forbid("Eigen's algorithms cost seconds to compile: they stay in core's .cpp files. In headers use core/types.h."
    "${eigen_algorithms}" IN "^(core|viz|app)/" EXCEPT "^core/.*\\.cpp$")

# ctest keeps its tests in lists: a semicolon would split one case into two names that match, and test, nothing.
foreach(file IN LISTS all_files)
    if(file MATCHES "^tests/")
        file(STRINGS ${ROOT}/${file} lines REGEX "TEST_CASE[A-Z_]*\\(\".*;.*\"")
        if(lines)
            message("${file}: ${lines}\n    A test's name may not hold a semicolon.")
            math(EXPR offences "${offences} + 1")
        endif()
    endif()
endforeach()

list(LENGTH all_files count)
if(count EQUAL 0)
    message(FATAL_ERROR "No source file found below ${ROOT}: the check looked at nothing.")
endif()
if(offences)
    message(FATAL_ERROR "${offences} lines break a rule of the house.")
endif()
message("${count} files looked at; every include points the right way.")
