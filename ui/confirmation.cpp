// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmation.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace purser {

namespace {

struct Confirmation {
    Q_DECLARE_TR_FUNCTIONS(Confirmation)
};

} // namespace

void confirmDiscard(QWidget *parent, const QString &what, std::function<void()> discard)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("discardBox"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(Confirmation::tr("Discard changes?"));
    box->setText(Confirmation::tr("There are changes that were not sent."));
    box->setInformativeText(what);
    auto *discardButton = box->addButton(Confirmation::tr("Discard"), QMessageBox::DestructiveRole);
    auto *keepButton = box->addButton(Confirmation::tr("Keep editing"), QMessageBox::RejectRole);
    box->setDefaultButton(keepButton);
    box->setEscapeButton(keepButton);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [discardButton, discard = std::move(discard)](QAbstractButton *button) {
                         if (button == discardButton) {
                             discard();
                         }
                     });
    box->open();
}

} // namespace purser
