// SPDX-License-Identifier: GPL-3.0-or-later
// What a listener is told: each control has a name that says what it is for, and what shows nothing
// is not told of. The whole tree is walked, in each state of the window.
#include "windowbench.h"

#include <QAccessible>
#include <QAction>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::Slider:
    case QAccessible::Table:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

//! A name that tells nothing, or the wrong thing.
bool isEmptyTalk(const QString &name)
{
    return name.trimmed().isEmpty() || name.contains(u'\u25cf') || name.startsWith("Back to:"_L1)
        || name == "Current balance in UTC"_L1;
}

QString pathOf(const QAccessibleInterface *one)
{
    const QObject *object = one->object();
    return object
        ? QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName()
        : u"(no object)"_s;
}

//! Whatever is wrong in the tree below one.
void walk(QAccessibleInterface *one, QStringList &wrong, int depth = 0)
{
    if (!one || !one->isValid() || depth > 40 || one->state().invisible) {
        return;
    }
    const QString name = one->text(QAccessible::Name);
    if (one->role() == QAccessible::Table) { // its cells have no names of their own
        if (isEmptyTalk(name)) {
            wrong.append(pathOf(one));
        }
        return;
    }
    if (isControl(one->role()) && isEmptyTalk(name)) {
        wrong.append(u"%1 \"%2\" (role %3)"_s.arg(pathOf(one), name).arg(one->role()));
    }
    const auto *label = qobject_cast<QLabel *>(one->object());
    if (label && label->text().isEmpty() && label->pixmap(Qt::ReturnByValue).isNull()) {
        wrong.append(u"%1 shows nothing, and is there as \"%2\""_s.arg(pathOf(one), name));
    }
    if (label && isEmptyTalk(name) && !label->text().isEmpty()) {
        wrong.append(u"%1 is called \"%2\""_s.arg(pathOf(one), name));
    }
    for (int index = 0; index < one->childCount(); ++index) {
        walk(one->child(index), wrong, depth + 1);
    }
}

QStringList wrongIn(QWidget *window)
{
    QStringList wrong;
    walk(QAccessible::queryAccessibleInterface(window), wrong);
    wrong.removeDuplicates();
    return wrong;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }

    void eachControlHasAName_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state : {"nothing loaded", "loaded", "edited", "a problem", "a message",
                                  "undecided", "narrow", "with a reset"}) {
            QTest::newRow(state) << QString::fromLatin1(state);
        }
    }
    void eachControlHasAName()
    {
        QFETCH(QString, state);
        const WireScript token =
            answer(200,
                   state == "with a reset"_L1 ? QByteArray(
                       R"({"name":"alpha","token_type":"api_token","balance":1,)"
                       R"("balance_reset_period":"monthly","balance_reset_amount":50})")
                                              : tokenBody("87.45"));
        const bool isSent = state == "undecided"_L1;
        const WireScript cut{{WireStep::awaitRequest(), WireStep::close()}};
        const Bench bench(isSent ? QList<WireScript>{token, cut} : QList<WireScript>{token});
        if (state != "nothing loaded"_L1) {
            bench.load();
        }
        if (state == "edited"_L1 || isSent) {
            bench.typeBalance(u"50"_s);
        } else if (state == "a problem"_L1) {
            bench.typeBalance(u"not a number"_s);
        } else if (state == "a message"_L1) {
            bench.child<QAction>(u"undoAction"_s)->trigger();
            QTRY_VERIFY(!bench.message().isEmpty());
        } else if (state == "narrow"_L1) {
            bench.window->resize(300, 400); // what has no room in the tool bar goes behind a button
            QCoreApplication::processEvents();
        }
        if (isSent) {
            bench.submit();
            QTRY_VERIFY(bench.offers(u"checkNowButton"_s));
        }
        QCOMPARE(wrongIn(bench.window.get()).join(u"; "_s), QString());
    }

    void theHistoryTellsWhatItHas()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.child<QAction>(u"historyAction"_s)->trigger();
        QTRY_VERIFY(bench.child<QWidget>(u"historyWindow"_s));
        QTRY_VERIFY(bench.child<QWidget>(u"historyWindow"_s)->isVisible());
        QCOMPARE(wrongIn(bench.child<QWidget>(u"historyWindow"_s)).join(u"; "_s), QString());
    }

    void theSignInTellsWhatItHas()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.child<QAction>(u"signInAction"_s)->trigger();
        QTRY_VERIFY(bench.window->findChild<QDialog *>());
        QCOMPARE(wrongIn(bench.window->findChild<QDialog *>()).join(u"; "_s), QString());
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
