# What packages and releases are made from, checked without making one: seconds, and no program of
# Purser's needed. Included by ../CMakeLists.txt.
find_program(PURSER_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PURSER_PYTHON NAMES python3)
if(NOT PURSER_PYTHON)
    set(PURSER_PYTHON python3) # the tests fail and say why; they are not left out
endif()

function(purser_add_release_test name)
    add_test(NAME packaging_${name}
        COMMAND ${PURSER_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/test_${name}.py -v)
    set(variables
        PURSER_CMAKE=${CMAKE_COMMAND}
        PURSER_VERSION=${PROJECT_VERSION}
        PYTHONDONTWRITEBYTECODE=1)
    set_tests_properties(packaging_${name} PROPERTIES
        LABELS packaging TIMEOUT 300 ENVIRONMENT "${variables}")
endfunction()

purser_add_release_test(notices)
purser_add_release_test(release)
purser_add_release_test(macos)
purser_add_release_test(windows)
