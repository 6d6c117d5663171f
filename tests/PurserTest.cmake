# What Qt's headers come to is compiled twice, with the widgets and without, and not once a test.
# GCC takes it for a test only if both define the same: Qt's definitions of each test's folders,
# which are for QFINDTESTDATA, go. -fpch-preprocess is for ccache.
set(purser_precompiled_options
    "$<$<CXX_COMPILER_ID:GNU>:-UQT_TESTCASE_BUILDDIR;-UQT_TESTCASE_SOURCEDIR;-fpch-preprocess>")
function(purser_precompile name)
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/tests/support/precompiled.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test)
    target_precompile_headers(${name} PRIVATE
        ${PROJECT_SOURCE_DIR}/tests/support/precompiled.h)
    target_compile_options(${name} PRIVATE ${purser_precompiled_options})
endfunction()
purser_precompile(purser_precompiled_core purser_core)
if(NOT PURSER_CORE_ONLY AND NOT CMAKE_CROSSCOMPILING)
    purser_precompile(purser_precompiled_ui purser_ui)
endif()

# What the compiler itself defines: moc is to see the same parts of a test as it does.
set(purser_predefined)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/empty.cpp)
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -dM -E ${CMAKE_CURRENT_BINARY_DIR}/empty.cpp
        OUTPUT_FILE ${CMAKE_CURRENT_BINARY_DIR}/predefined.h COMMAND_ERROR_IS_FATAL ANY)
    set(purser_predefined --include ${CMAKE_CURRENT_BINARY_DIR}/predefined.h)
endif()

# Of a test, moc has one file to read, which includes what comes of it. AUTOMOC would look through
# each test for more, and compile a file of its own for what it didn't find.
function(purser_moc target source)
    get_filename_component(name ${source} NAME_WE)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    add_custom_command(OUTPUT ${output}
        COMMAND Qt6::moc ${purser_predefined}
            "-D$<JOIN:$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>,;-D>"
            "-I$<JOIN:$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>,;-I>"
            -o ${output} ${CMAKE_CURRENT_SOURCE_DIR}/${source}
        DEPENDS ${source}
        COMMENT "Reading ${source} for moc" COMMAND_EXPAND_LISTS VERBATIM)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_sources(${target} PRIVATE ${output})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# purser_add_test: a Qt Test executable, registered with CTest under its own name and with
# its folder as label. Its first source is the test itself, which includes its ".moc".
function(purser_add_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT;LOCK" "SOURCES;LIBRARIES;DEPENDS")
    add_executable(${arg_NAME} ${arg_SOURCES})
    target_link_libraries(${arg_NAME} PRIVATE purser_core Qt6::Test ${arg_LIBRARIES})
    target_include_directories(${arg_NAME} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    set(precompiled purser_precompiled_core)
    if("purser_ui" IN_LIST arg_LIBRARIES)
        set(precompiled purser_precompiled_ui)
    endif()
    list(GET arg_SOURCES 0 test)
    purser_moc(${arg_NAME} ${test})
    target_precompile_headers(${arg_NAME} REUSE_FROM ${precompiled})
    target_compile_options(${arg_NAME} PRIVATE ${purser_precompiled_options})
    if(arg_DEPENDS)
        add_dependencies(${arg_NAME} ${arg_DEPENDS})
    endif()
    add_test(NAME ${arg_NAME} COMMAND ${arg_NAME})
    file(RELATIVE_PATH label ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
    string(REGEX REPLACE "/.*" "" label ${label})
    set_tests_properties(${arg_NAME} PROPERTIES LABELS ${label})
    if(arg_TIMEOUT)
        set_tests_properties(${arg_NAME} PROPERTIES TIMEOUT ${arg_TIMEOUT})
    endif()
    if("purser_ui" IN_LIST arg_LIBRARIES AND NOT arg_LOCK STREQUAL "display")
        set_tests_properties(${arg_NAME} PROPERTIES ENVIRONMENT QT_QPA_PLATFORM=offscreen)
    endif()
    if(arg_LOCK)
        # The session's keyring, or its display with the focus and the clipboard: one test at a time
        # has it, so that these are begun early.
        set_tests_properties(${arg_NAME} PROPERTIES RESOURCE_LOCK ${arg_LOCK} COST 30)
    endif()
endfunction()
