// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/helpmenu.h"

#include "window/aboutdialog.h"
#include "wording/wording.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Where new versions are published; empty where a packager brings them by other ways.
QString releasesUrl()
{
    return QStringLiteral(PURSER_RELEASES_URL);
}

} // namespace

HelpMenu::HelpMenu(QString commit, QWidget *parent)
    : QMenu(tr("&Help"), parent), m_commit(std::move(commit))
{
    auto *check = addAction(tr("&Check for updates\u2026"), this, &HelpMenu::checkForUpdates);
    check->setObjectName("checkForUpdatesAction"_L1);
    check->setMenuRole(QAction::ApplicationSpecificRole);
    check->setVisible(!releasesUrl().isEmpty());
    addSeparator();
    auto *aboutPurser = addAction(tr("&About Purser"), this, &HelpMenu::about);
    aboutPurser->setObjectName("aboutAction"_L1);
    aboutPurser->setMenuRole(QAction::AboutRole);
    auto *aboutQt = addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
    aboutQt->setObjectName("aboutQtAction"_L1);
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

//! Purser itself asks nobody: the browser shows what there is.
void HelpMenu::checkForUpdates()
{
    if (QDesktopServices::openUrl(QUrl(releasesUrl()))) {
        return;
    }
    auto *box = new QMessageBox(parentWidget()->window());
    box->setObjectName("updatesBox"_L1);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Information);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setWindowTitle(tr("Check for updates"));
    box->setText(tr("No browser could be opened. New versions are published here:"));
    box->setInformativeText(releasesUrl());
    auto *copy = box->addButton(tr("&Copy the address"), QMessageBox::ActionRole);
    copy->setObjectName("copyAddressButton"_L1);
    connect(copy, &QPushButton::clicked, box,
            [] { QGuiApplication::clipboard()->setText(releasesUrl()); });
    box->setDefaultButton(box->addButton(tr("Close"), QMessageBox::RejectRole));
    box->open();
}

void HelpMenu::about()
{
    auto *dialog = new AboutDialog(wording::partVersions(m_commit), parentWidget()->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace purser
