# CPack's settings for .deb and .rpm. Both pack what `cmake --install` installs; where their
# distributions want a file elsewhere, cpack_layout.cmake moves it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(PURSER_DEBIAN_FILES ${CMAKE_CURRENT_LIST_DIR}/debian)
set(PURSER_DEBIAN_CHANGELOG ${CMAKE_CURRENT_BINARY_DIR}/linux/changelog.Debian)
configure_file(${CMAKE_CURRENT_LIST_DIR}/cpack_layout.cmake.in
    ${CMAKE_CURRENT_BINARY_DIR}/linux/cpack_layout.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_BINARY_DIR}/linux/cpack_layout.cmake)

set(CPACK_PACKAGE_DESCRIPTION [[
Purser is for people who run an Eden AI account and hand out its API
tokens. It changes what a token may spend and how long it lives: its
balance, its expiry, and whether its balance is enforced.

You see what a change will do before it is sent; it is written into a
journal and sent exactly once; and you learn what became of it, even when
the network fails. A change can be undone.

The package holds a window (purser), a command line for scripts
(purser-cli), and a stand-in for the service to try both out
(purser-sandbox). It is not made by Eden AI.]])

# What the programs link is computed. By name comes only what they load as they run: the driver
# of the journal, the door to the keyring, the zone of a recurring reset.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${CPACK_PACKAGE_CONTACT}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, tzdata")
# A keyring, without which the JWT is kept for one run only; Wayland without X11; Qt's own words
# in French.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager | keepassxc, qt6-wayland, qt6-translations-l10n")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# rpm computes the sonames itself. Plugins are asked for by what other packages provide: the
# driver is in qt6-qtbase on Fedora, in a package of its own on openSUSE.
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_GROUP Applications/Internet)
set(CPACK_RPM_PACKAGE_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_RPM_PACKAGE_AUTOPROV OFF)
set(CPACK_RPM_PACKAGE_REQUIRES "(qt6-qtbase or qt6-sql-sqlite), libsecret-1.so.0()(64bit), \
hicolor-icon-theme, (tzdata or timezone)")
set(CPACK_RPM_CHANGELOG_FILE ${CMAKE_CURRENT_BINARY_DIR}/linux/changelog.rpm)
# Kept as it was built: it is stripped already, and its manual pages are packed.
set(CPACK_RPM_SPEC_MORE_DEFINE "\
Packager: ${CPACK_PACKAGE_CONTACT}
Recommends: (gnome-keyring or kwalletmanager or kwalletmanager5 or keepassxc)
Recommends: (qt6-qtwayland or qt6-wayland)
Recommends: (qt6-qttranslations or qt6-translations)
%define __spec_install_post %{nil}
%define _build_id_links none
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _buildhost localhost")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/man /usr/share/man/man1
    /usr/share/icons /usr/share/icons/hicolor /usr/share/bash-completion
    /usr/share/bash-completion/completions /usr/share/zsh /usr/share/zsh/site-functions
    /usr/share/fish /usr/share/fish/vendor_completions.d /usr/share/licenses)
foreach(size IN ITEMS 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()
