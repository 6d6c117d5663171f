// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/versions.h"

#include <QDialog>

class QTabWidget;

namespace purser {

//! What this program is, which versions it consists of, and under which licences.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    //! versions: Purser's own first.
    explicit AboutDialog(const QList<wording::PartVersion> &versions, QWidget *parent = nullptr);

private:
    QWidget *buildHeading();
    QWidget *buildAboutTab();
    QWidget *buildTextTab(const QString &objectName, const QString &accessibleName,
                          const QString &path);
    QWidget *buildButtons();
    void copyVersions();

    QList<wording::PartVersion> m_versions;
    QTabWidget *m_tabs = nullptr;
};

} // namespace purser
