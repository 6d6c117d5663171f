# purser_options: what every target of Purser compiles with. One place for the
# standard, the warnings, the Qt defines, the sanitizers and the hardening.
add_library(purser_options INTERFACE)
target_compile_features(purser_options INTERFACE cxx_std_20)

target_compile_definitions(purser_options INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PURSER_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(purser_options INTERFACE /W4 /permissive- /utf-8)
else()
    target_compile_options(purser_options INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
        -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align
        -Wformat=2 -Wimplicit-fallthrough)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(purser_options INTERFACE -Wduplicated-cond -Wlogical-op)
    endif()
endif()

# What ships is the same, bit by bit, whatever folder it was built in.
if(NOT MSVC)
    target_compile_options(purser_options INTERFACE
        $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>
        $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>)
endif()

if(PURSER_WERROR)
    target_compile_options(purser_options INTERFACE $<IF:$<BOOL:${MSVC}>,/WX,-Werror>)
endif()

if(PURSER_SANITIZE)
    target_compile_options(purser_options INTERFACE
        -fsanitize=${PURSER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(purser_options INTERFACE -fsanitize=${PURSER_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # False alarms about variants, which GCC warns of itself where it is instrumenting.
        target_compile_options(purser_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

if(PURSER_HARDENING AND NOT MSVC)
    target_compile_options(purser_options INTERFACE
        -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -D_GLIBCXX_ASSERTIONS)
    if(MINGW)
        # What the stack protector and FORTIFY call is in a library of its own there.
        target_link_options(purser_options INTERFACE -fstack-protector-strong)
    endif()
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_compile_options(purser_options INTERFACE -fstack-clash-protection)
        target_link_options(purser_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
    endif()
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT APPLE AND NOT WIN32)
        target_compile_options(purser_options INTERFACE -fcf-protection=full)
    endif()
    # -fPIE and -pie come from CMake's own switch, so that libraries stay -fPIC.
    include(CheckPIESupported)
    check_pie_supported(LANGUAGES CXX)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()

# Qt's libraries use their own variables, so a program must not have copies of them; as a
# position-independent executable it would, and crash. (-fPIC does not help, for the link takes it
# for -fPIE.)
if(PURSER_HARDENING AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    include(CheckCXXCompilerFlag)
    check_cxx_compiler_flag(-mno-direct-extern-access compiler_can_avoid_copies)
    if(compiler_can_avoid_copies)
        target_link_options(purser_options INTERFACE -mno-direct-extern-access)
        if(NOT PURSER_LTO) # with it, code is made by the link
            target_compile_options(purser_options INTERFACE -mno-direct-extern-access)
        endif()
    endif()
endif()

if(PURSER_LTO)
    include(CheckIPOSupported)
    check_ipo_supported(RESULT lto_supported OUTPUT lto_message LANGUAGES CXX)
    if(lto_supported)
        set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            # A false alarm about QHash, which GCC raises again while linking.
            target_link_options(purser_options INTERFACE -Wno-alloc-size-larger-than)
        endif()
    else()
        message(WARNING "No link-time optimisation: ${lto_message}")
    endif()
endif()

if(APPLE AND NOT PURSER_CORE_ONLY)
    # One bundle for all three programs: the window looks for the sandbox beside itself.
    set(CMAKE_INSTALL_BINDIR Purser.app/Contents/MacOS)
endif()
