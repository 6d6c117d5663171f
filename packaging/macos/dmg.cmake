# Run by CPack when the disk image is there: it is signed and notarised, where that is set up.
foreach(image IN LISTS CPACK_PACKAGE_FILES)
    execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/notarise ${image}
        COMMAND_ERROR_IS_FATAL ANY)
endforeach()
