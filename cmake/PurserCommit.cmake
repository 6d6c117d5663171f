# Writes the commit that SOURCE is at into OUTPUT, a header, at each build. Only where that is
# news, so that nothing is built again without need; and without a date, so that two builds of a
# commit are the same. COMMIT, where it is set, is believed.
cmake_minimum_required(VERSION 3.22)

if(NOT COMMIT)
    find_package(Git QUIET)
endif()

# ask(RESULT ARGUMENTS...): what git says of SOURCE; empty where it can't say.
function(ask result)
    execute_process(COMMAND ${GIT_EXECUTABLE} --no-optional-locks -C ${SOURCE} ${ARGN}
        OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE
        RESULT_VARIABLE code ERROR_QUIET)
    if(NOT code EQUAL 0)
        set(answer "")
    endif()
    set(${result} "${answer}" PARENT_SCOPE)
endfunction()

if(NOT COMMIT AND GIT_FOUND)
    # Unpacked sources may lie in somebody else's checkout.
    ask(top rev-parse --show-toplevel)
    file(REAL_PATH ${SOURCE} source)
    if(top STREQUAL source)
        ask(COMMIT rev-parse --short=12 HEAD)
        ask(changes status --porcelain --untracked-files=no)
        if(COMMIT AND changes)
            string(APPEND COMMIT "+changes")
        endif()
    endif()
endif()

set(text "#define PURSER_COMMIT \"${COMMIT}\"\n")
if(EXISTS ${OUTPUT})
    file(READ ${OUTPUT} old)
endif()
if(NOT old STREQUAL text)
    file(WRITE ${OUTPUT} "${text}")
endif()
