# Writes PURSER_INFO_PLIST from Info.plist.in. A script of its own, so that a test can run it where
# there is no macOS: cmake -D ... -P infoplist.cmake
if(NOT PURSER_APP_ID)
    # The project has no domain of its own; this one belongs to nobody (RFC 2606).
    set(PURSER_APP_ID com.example.purser)
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/Info.plist.in ${PURSER_INFO_PLIST} @ONLY)
