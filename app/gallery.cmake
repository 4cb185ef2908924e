# Renders every scene and each of its presets with the program's own command line, and writes a page that shows them.
# Run as a script by ./dev: -DPROGRAM=<eigenscape> -DOUT=<folder> [-DPICTURES=<folder for the README's pictures>].
file(REMOVE_RECURSE ${OUT})  # a preset that is gone leaves no picture
file(MAKE_DIRECTORY ${OUT})
set(failures 0)

# ask(OUT argument...): what the program prints; it must succeed.
function(ask out)
    execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_VARIABLE answer ERROR_VARIABLE complaint RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        list(JOIN ARGN " " words)
        message(FATAL_ERROR "eigenscape ${words} ended with ${status}:\n${complaint}")
    endif()
    set(${out} "${answer}" PARENT_SCOPE)
endfunction()

# field(OUT json key default)
function(field out json key default)
    string(JSON value ERROR_VARIABLE error GET "${json}" ${key})
    if(error)
        set(value "${default}")
    endif()
    set(${out} "${value}" PARENT_SCOPE)
endfunction()

function(html out text)
    string(REPLACE "&" "&amp;" text "${text}")
    string(REPLACE "<" "&lt;" text "${text}")
    string(REPLACE ">" "&gt;" text "${text}")
    string(REPLACE "\"" "&quot;" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(slug out text)
    string(TOLOWER "${text}" text)
    string(REGEX REPLACE "[^a-z0-9]+" "-" text "${text}")
    string(REGEX REPLACE "^-|-$" "" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# render(file argument...): one picture; a failure is told and counted, the others still follow.
function(render file)
    execute_process(COMMAND ${PROGRAM} render ${ARGN} -o ${OUT}/${file} ERROR_VARIABLE complaint RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message("  ${file} could not be rendered:\n${complaint}")
        math(EXPR failures "${failures} + 1")
        set(failures ${failures} PARENT_SCOPE)
    endif()
endfunction()

# shown(OUT caption words alt file theme command): the HTML of one picture.
function(shown out caption words alt file theme command)
    foreach(part caption words alt command)
        html(${part} "${${part}}")
    endforeach()
    set(${out} "<figure class=\"${theme}\"><a href=\"${file}\"><img src=\"${file}\" alt=\"${alt}\" loading=\"lazy\" width=\"1280\" height=\"720\"></a>
<figcaption><b>${caption}</b> ${words}<code>${command}</code></figcaption></figure>\n" PARENT_SCOPE)
endfunction()

# picture(OUT id caption words theme [setting...]): renders and returns the HTML.
function(picture out id caption words theme)
    set(arguments ${id})
    set(command "eigenscape render ${id}")
    foreach(setting IN LISTS ARGN)
        list(APPEND arguments --set "${setting}")
        string(APPEND command " --set '${setting}'")
    endforeach()
    ask(facts facts ${arguments})
    field(alt "${facts}" alt_text "${caption}. ${words}")
    slug(part "${caption}")
    set(file ${id}-${part}.png)
    if(NOT theme STREQUAL "dark")
        set(file ${id}-${theme}.png)
        string(APPEND command " --theme ${theme}")
    endif()
    render(${file} ${arguments} --theme ${theme} --size 1280x720)
    shown(html "${caption}" "${words}" "${alt}" ${file} ${theme} "${command} -o ${file}")
    set(${out} "${html}" PARENT_SCOPE)
    set(failures ${failures} PARENT_SCOPE)
endfunction()

# copy_picture(file name): into the README's folder, only when it shows something else than before.
function(copy_picture file name)
    if(PICTURES)
        file(MAKE_DIRECTORY ${PICTURES})
        file(COPY_FILE ${OUT}/${file} ${PICTURES}/${name} ONLY_IF_DIFFERENT)
    endif()
endfunction()

ask(scenes list --json)
string(JSON count LENGTH "${scenes}")
set(sections)
set(menu)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
    string(JSON scene GET "${scenes}" ${i})
    foreach(key id title topic summary)
        field(${key} "${scene}" ${key} "")
    endforeach()
    message("${title}")
    picture(section ${id} "As it opens" "" dark)
    string(JSON preset_count ERROR_VARIABLE error LENGTH "${scene}" presets)
    if(NOT error AND preset_count GREATER 0)
        math(EXPR last_preset "${preset_count} - 1")
        foreach(k RANGE ${last_preset})
            string(JSON preset GET "${scene}" presets ${k})
            field(name "${preset}" name "")
            field(words "${preset}" words "")
            set(settings)
            string(JSON setting_count ERROR_VARIABLE error LENGTH "${preset}" settings)
            if(NOT error AND setting_count GREATER 0)
                math(EXPR last_setting "${setting_count} - 1")
                foreach(m RANGE ${last_setting})
                    string(JSON setting GET "${preset}" settings ${m})
                    list(APPEND settings "${setting}")
                endforeach()
            endif()
            message("  ${name}")
            picture(figure ${id} "${name}" "${words}" dark ${settings})
            string(APPEND section "${figure}")
        endforeach()
    endif()
    picture(figure ${id} "On light paper" "" light)
    string(APPEND section "${figure}")
    copy_picture(${id}-as-it-opens.png ${id}.png)
    copy_picture(${id}-light.png ${id}-light.png)
    html(title "${title}")
    html(topic "${topic}")
    html(summary "${summary}")
    string(APPEND menu "<a href=\"#${id}\">${title}</a>\n")
    string(APPEND sections "<section id=\"${id}\"><p class=\"topic\">${topic}</p><h2>${title}</h2><p>${summary}</p>\n"
        "<div class=\"figures\">\n${section}</div></section>\n")
endforeach()

file(CONFIGURE OUTPUT ${OUT}/index.html @ONLY CONTENT [[<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Eigenscape: every scene</title>
<style>
:root { color-scheme: dark; --paper: #0e1116; --card: #161b22; --line: #2a313c; --text: #e6e9ee; --soft: #9aa4b2; --special: #ffd166; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.5 Inter, system-ui, sans-serif; }
header, section { max-width: 1360px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 40px; line-height: 1.1; margin: 16px 0 8px; letter-spacing: -.02em; }
h2 { font-size: 26px; margin: 0 0 4px; letter-spacing: -.01em; }
p { margin: 0 0 16px; max-width: 72ch; color: var(--soft); }
.topic { margin: 0; font-size: 13px; color: var(--special); }
nav { display: flex; flex-wrap: wrap; gap: 8px; }
nav a { color: var(--text); text-decoration: none; border: 1px solid var(--line); border-radius: 999px; padding: 4px 14px; }
nav a:hover, nav a:focus-visible { border-color: var(--special); }
section { border-top: 1px solid var(--line); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(400px, 100%), 1fr)); gap: 24px; }
.figures figure:first-child { grid-column: span 2; }
@media (max-width: 880px) { .figures figure:first-child { grid-column: span 1; } }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
img { display: block; width: 100%; height: auto; }
figcaption { padding: 12px 16px 16px; color: var(--soft); }
figcaption b { color: var(--text); display: block; }
code { display: block; margin-top: 8px; font: 12px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
</style></head><body>
<header><h1>Eigenscape</h1><p>Every scene and every preset, rendered by the program itself. Below each picture stands the
command that makes it. Any of these files opens again in Eigenscape, exactly as it is.</p><nav>
@menu@</nav></header>
<main>
@sections@</main></body></html>
]])

if(failures)
    message(FATAL_ERROR "${failures} pictures could not be rendered.")
endif()
