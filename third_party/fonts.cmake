# The faces that are embedded in the program: Latin Modern Math for formulas, Inter for the interface, Latin Modern Mono
# for code. Sets APP_MATH_FONT, APP_UI_FONT_DIR and APP_CODE_FONT; name any on the command line to use another copy.
find_file(APP_MATH_FONT latinmodern-math.otf PATHS
    /usr/share/texmf/fonts/opentype/public/lm-math               # Debian, Ubuntu: fonts-lmodern
    /usr/share/texmf-dist/fonts/opentype/public/lm-math
    /usr/share/fonts/latin-modern-math
    /usr/share/fonts/OTF                                         # Arch: otf-latinmodern-math
    $ENV{HOME}/Library/Fonts /Library/Fonts $ENV{HOME}/.local/share/fonts
    NO_DEFAULT_PATH DOC "Latin Modern Math, embedded in the program")
find_path(APP_UI_FONT_DIR Inter-Regular.otf PATHS
    /usr/share/fonts/opentype/inter                              # Debian, Ubuntu: fonts-inter
    /usr/share/fonts/inter /usr/share/fonts/OTF
    $ENV{HOME}/Library/Fonts /Library/Fonts $ENV{HOME}/.local/share/fonts
    NO_DEFAULT_PATH DOC "Folder of Inter-Regular.otf, Inter-Medium.otf and Inter-Bold.otf, embedded in the program")
find_file(APP_CODE_FONT lmmono10-regular.otf PATHS
    /usr/share/texmf/fonts/opentype/public/lm                    # Debian, Ubuntu: fonts-lmodern
    /usr/share/texmf-dist/fonts/opentype/public/lm
    /usr/share/fonts/latin-modern
    /usr/share/fonts/OTF                                         # Arch: otf-latin-modern
    $ENV{HOME}/Library/Fonts /Library/Fonts $ENV{HOME}/.local/share/fonts
    NO_DEFAULT_PATH DOC "Latin Modern Mono, embedded in the program")

if(NOT EXISTS "${APP_MATH_FONT}")
    message(FATAL_ERROR "The face for formulas, latinmodern-math.otf, was not found.\n"
        "On Debian and Ubuntu install it with\n    sudo apt install fonts-lmodern\n"
        "Elsewhere fetch Latin Modern Math from the GUST e-foundry and configure with -DAPP_MATH_FONT=/path/latinmodern-math.otf")
endif()
if(NOT EXISTS "${APP_CODE_FONT}")
    message(FATAL_ERROR "The face for code, lmmono10-regular.otf, was not found.\n"
        "On Debian and Ubuntu install it with\n    sudo apt install fonts-lmodern\n"
        "Elsewhere fetch Latin Modern from the GUST e-foundry and configure with -DAPP_CODE_FONT=/path/lmmono10-regular.otf")
endif()
foreach(weight Regular Medium Bold)
    if(NOT EXISTS "${APP_UI_FONT_DIR}/Inter-${weight}.otf")
        message(FATAL_ERROR "The face for the interface, Inter-${weight}.otf, was not found.\n"
            "On Debian and Ubuntu install it with\n    sudo apt install fonts-inter\n"
            "Elsewhere fetch Inter from rsms.me/inter and configure with -DAPP_UI_FONT_DIR=/folder/of/the/otf/files")
    endif()
endforeach()
