// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/formedit.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

FormEdit anEdit()
{
    FormEdit edit;
    edit.balance.mode = BalanceMode::Add;
    edit.balance.text = u"20"_s;
    edit.expiry.never = Qt::Unchecked;
    edit.expiry.text = u"2031-07-15 10:00"_s;
    edit.expiry.exact = *Expiry::fromIso8601(u"2031-07-15T10:00:00Z"_s);
    edit.activeBalance = Qt::Checked;
    edit.reset = ResetFieldEdit{ResetPeriod::Monthly, u"50"_s};
    edit.reason = u"month-end"_s;
    return edit;
}

} // namespace

class TestFormEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const QJsonObject json = toJson(anEdit());
        const auto edit = formEditFromJson(json);
        QVERIFY(edit);
        QCOMPARE(edit->balance.mode, BalanceMode::Add);
        QCOMPARE(edit->balance.text, u"20"_s);
        QVERIFY(edit->expiry.exact && *edit->expiry.exact == *anEdit().expiry.exact);
        QCOMPARE(toJson(*edit), json);
    }

    void aRowThatWasNotThereIsNoEdit()
    {
        FormEdit edit = anEdit();
        edit.reset.reset();
        const auto back = formEditFromJson(toJson(edit));
        QVERIFY(back && !back->reset);
    }

    void whatWouldBeAGuessIsNotReadBack_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value"); // undefined: the key is taken out
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value,
                            bool isRead = false) { QTest::newRow(name) << key << value << isRead; };
        const QJsonValue none(QJsonValue::Undefined);
        row("no mode", u"balance_mode"_s, none);
        row("mode -1", u"balance_mode"_s, -1);
        row("mode 3", u"balance_mode"_s, 3);
        row("mode 1.5", u"balance_mode"_s, 1.5);
        row("mode in words", u"balance_mode"_s, u"add"_s);
        row("mode true", u"balance_mode"_s, true);
        row("no balance", u"balance"_s, none);
        row("balance as a number", u"balance"_s, 20);
        row("active -1", u"active_balance"_s, -1);
        row("active in words", u"active_balance"_s, u"on"_s);
        row("active null", u"active_balance"_s, QJsonValue::Null);
        row("no active", u"active_balance"_s, none, true);
        row("never 9", u"expiry"_s, QJsonObject{{u"never"_s, 9}});
        row("an expiry of no time", u"expiry"_s,
            QJsonObject{{u"never"_s, 0}, {u"exact"_s, u"soon"_s}});
        row("no expiry", u"expiry"_s, none, true);
        row("an unknown period", u"reset_period"_s, u"hourly"_s);
        row("no period", u"reset_period"_s, none, true);
        row("no reason", u"reason"_s, none, true);
    }
    void whatWouldBeAGuessIsNotReadBack()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(bool, isRead);
        QJsonObject json = toJson(anEdit());
        if (value.isUndefined()) {
            json.remove(key);
        } else {
            json.insert(key, value);
        }
        QCOMPARE(formEditFromJson(json).has_value(), isRead);
        QVERIFY(!formEditFromJson(QJsonObject()));
    }
};

QTEST_APPLESS_MAIN(TestFormEdit)
#include "tst_formedit.moc"
