// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/confirmation.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

struct Confirmation {
    Q_DECLARE_TR_FUNCTIONS(Confirmation)
};

void ask(QWidget *parent, const Question &question, QMessageBox::Icon icon,
         std::function<void(bool go)> answer, std::function<void()> also = {})
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(question.objectName);
    box->setIcon(icon);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(question.title);
    box->setText(question.text);
    box->setInformativeText(question.details);
    auto *goButton = box->addButton(question.go, QMessageBox::DestructiveRole);
    auto *alsoButton =
        question.also.isEmpty() ? nullptr : box->addButton(question.also, QMessageBox::AcceptRole);
    auto *stayButton = box->addButton(question.stay, QMessageBox::RejectRole);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    QObject::connect(
        box, &QMessageBox::finished, parent,
        [box, goButton, alsoButton, answer = std::move(answer), also = std::move(also)] {
            if (alsoButton && box->clickedButton() == alsoButton) {
                also();
            } else {
                answer(box->clickedButton() == goButton);
            }
        });
    box->open();
}

} // namespace

void confirm(QWidget *parent, const Question &question, std::function<void()> go,
             std::function<void()> also)
{
    ask(
        parent, question, QMessageBox::Warning,
        [go = std::move(go)](bool yes) {
            if (yes) {
                go();
            }
        },
        std::move(also));
}

void confirmDiscard(QWidget *parent, const QString &what, std::function<void()> discard)
{
    ask(parent,
        {u"discardBox"_s, Confirmation::tr("Discard changes?"),
         Confirmation::tr("There are changes that were not sent."), what,
         Confirmation::tr("Discard"), Confirmation::tr("Keep editing")},
        QMessageBox::Question, [discard = std::move(discard)](bool yes) {
            if (yes) {
                discard();
            }
        });
}

void confirmDangers(QWidget *parent, const QString &token, const QString &account,
                    const QStringList &dangers, std::function<void(bool send)> answer)
{
    ask(parent,
        {u"dangerBox"_s, Confirmation::tr("Send this change?"),
         Confirmation::tr("Change the token \u201c%1\u201d of the account \u201c%2\u201d?")
             .arg(token, account),
         dangers.join(u'\n'), Confirmation::tr("Send"), Confirmation::tr("Don't send")},
        QMessageBox::Warning, std::move(answer));
}

} // namespace purser
