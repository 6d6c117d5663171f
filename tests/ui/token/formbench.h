// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/tokenform.h"

#include "fields/balancespinbox.h"
#include "fields/expirydatetimeedit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace purser::test {

using namespace Qt::StringLiterals;

inline Token sampleToken()
{
    Token token;
    token.name = u"alpha"_s;
    token.type = TokenType::Production;
    token.typeText = u"api_token"_s;
    token.balance = MaybeBalance(*Balance::fromText(u"87.45"_s));
    token.expiry = *Expiry::fromIso8601(u"2027-07-15T10:00:00.123456Z"_s);
    token.activeBalance = true;
    return token;
}

inline TokenForm::State signedIn()
{
    TokenForm::State state;
    state.signedIn = true;
    return state;
}

struct Bench {
    TokenForm form;

    explicit Bench(const Token &token = sampleToken())
    {
        form.setLocale(QLocale::c());
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.setState(signedIn());
        form.showToken(token);
    }
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return form.findChild<Widget *>(name);
    }
    void typeBalance(const QString &text) const
    {
        auto *box = child<BalanceSpinBox>(u"balanceSpinBox"_s);
        box->setFocus();
        box->selectAll();
        QTest::keyClick(box, Qt::Key_Delete);
        QTest::keyClicks(box, text);
    }
    //! What the form's request comes to on its token.
    TokenPatch patch() const
    {
        return planChange(form.request(), std::nullopt, *form.token()).patch;
    }
    void choose(const QString &combo, int index) const
    {
        auto *box = child<QComboBox>(combo);
        box->setFocus();
        box->setCurrentIndex(index);
    }
    bool canSubmit() const { return child<QPushButton>(u"submitButton"_s)->isEnabled(); }
    QString text(const QString &name) const { return child<QLabel>(name)->text(); }
};

} // namespace purser::test
