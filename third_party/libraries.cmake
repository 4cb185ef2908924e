# Every library the program stands on, found where the system keeps it. One message names all that is missing.
# To add a library: a line here, one in README.md beside this file, its names in vcpkg.json and in ../dev.
include(find_by_pkgconfig)
set(missing_libraries)

# need(TARGET debian-package vcpkg-port brew-formula): TARGET must exist by now.
function(need target debian vcpkg brew)
    if(NOT TARGET ${target})
        list(APPEND missing_libraries "${target}|${debian}|${vcpkg}|${brew}")
        set(missing_libraries ${missing_libraries} PARENT_SCOPE)
    endif()
endfunction()

find_package(Threads REQUIRED)

find_package(Eigen3 QUIET CONFIG)  # without a version: 3.4's own file refuses ranges, 5.0's refuses 3.4
if(Eigen3_FOUND AND Eigen3_VERSION VERSION_LESS 3.4)
    message(FATAL_ERROR "Eigen ${Eigen3_VERSION} in ${Eigen3_DIR} is too old: 3.4 or newer is needed.")
endif()
need(Eigen3::Eigen libeigen3-dev eigen3 eigen)

find_package(imgui QUIET MODULE)
need(imgui::imgui libimgui-dev "imgui[core,glfw-binding,opengl3-binding]" "")
find_package(glfw3 3.3 QUIET CONFIG)
need(glfw libglfw3-dev glfw3 glfw)

find_by_pkgconfig(TARGET epoxy::epoxy MODULE epoxy HEADER epoxy/gl.h LIBRARY epoxy)
need(epoxy::epoxy libepoxy-dev libepoxy libepoxy)
find_package(Freetype QUIET)
need(Freetype::Freetype libfreetype-dev freetype freetype)
find_by_pkgconfig(TARGET harfbuzz::harfbuzz MODULE harfbuzz HEADER hb-ot.h LIBRARY harfbuzz)
need(harfbuzz::harfbuzz libharfbuzz-dev harfbuzz harfbuzz)
find_by_pkgconfig(TARGET md4c::md4c MODULE md4c HEADER md4c.h LIBRARY md4c)  # Debian's config wants md4c-html as well
need(md4c::md4c libmd4c-dev md4c md4c)
find_package(PNG QUIET)
need(PNG::PNG libpng-dev libpng libpng)
find_package(GIF 5 QUIET)
need(GIF::GIF libgif-dev giflib giflib)
find_package(ZLIB QUIET)
need(ZLIB::ZLIB zlib1g-dev zlib zlib)
find_by_pkgconfig(TARGET deflate::deflate MODULE libdeflate HEADER libdeflate.h LIBRARY deflate deflatestatic)
need(deflate::deflate libdeflate-dev libdeflate libdeflate)
find_by_pkgconfig(TARGET sleef::sleef MODULE sleef HEADER sleef.h LIBRARY sleef)
need(sleef::sleef libsleef-dev sleef sleef)
find_package(nlohmann_json 3.10 QUIET CONFIG)
need(nlohmann_json::nlohmann_json nlohmann-json3-dev nlohmann-json nlohmann-json)
find_package(CLI11 2.1 QUIET CONFIG)
need(CLI11::CLI11 libcli11-dev cli11 cli11)

if(EIGENSCAPE_TESTS)
    find_package(doctest QUIET CONFIG)
    need(doctest::doctest doctest-dev doctest doctest)
    if(doctest_FOUND)
        include(${doctest_DIR}/doctest.cmake)  # doctest_discover_tests, for every folder below
    endif()
    if(EIGENSCAPE_BENCH)
        find_package(benchmark QUIET CONFIG)  # optional: without it there is no `bench` target
    endif()
endif()

if(missing_libraries)
    set(names)
    set(packages)
    if(WIN32 OR CMAKE_TOOLCHAIN_FILE MATCHES "vcpkg")
        set(column 2)
    elseif(APPLE)
        set(column 3)
    else()
        set(column 1)
    endif()
    foreach(row IN LISTS missing_libraries)
        string(REPLACE "|" ";" row "${row}")
        list(GET row 0 name)
        list(GET row ${column} package)
        string(REGEX REPLACE "::.*" "" name ${name})
        list(APPEND names ${name})
        list(APPEND packages ${package})
    endforeach()
    list(JOIN names ", " names)
    list(JOIN packages " " packages)
    if(column EQUAL 2)
        set(advice "vcpkg.json lists them all. Configure with vcpkg's toolchain and they are built for you:\n"
            "    cmake --preset release -DCMAKE_TOOLCHAIN_FILE=<vcpkg>/scripts/buildsystems/vcpkg.cmake\n"
            "or install these by hand:\n    vcpkg install ${packages}")
    elseif(column EQUAL 3)
        set(advice "Install with\n    brew install ${packages}\nHomebrew has no Dear ImGui with back ends: use vcpkg for that one "
            "(third_party/README.md).")
    else()
        set(advice "On Debian 12 or newer and Ubuntu 24.04 or newer install with\n    sudo apt install ${packages}\n"
            "or run ./dev build, which does it for you. Elsewhere, look for packages of the same names.")
    endif()
    list(JOIN advice "" advice)
    message(FATAL_ERROR "Missing libraries: ${names}.\n${advice}")
endif()
