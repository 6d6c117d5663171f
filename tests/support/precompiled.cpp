// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing: what this is compiled with, the tests use again (see PurserTest.cmake).
