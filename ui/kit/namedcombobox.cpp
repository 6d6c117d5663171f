// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/namedcombobox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>

namespace purser {

namespace {

class NamedComboBoxInterface final : public QAccessibleWidget {
public:
    explicit NamedComboBoxInterface(NamedComboBox *combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
    }

    [[nodiscard]] int childCount() const override { return 1; }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(combo()->view()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == combo()->view() ? 0 : -1;
    }

    //! The bus has no text value for a combo box: what is chosen is its description there.
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const bool isChoice = kind == QAccessible::Value || kind == QAccessible::Description;
        return isChoice ? combo()->currentText() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo()->view()->isVisible();
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override { return {showMenuAction()}; }

    void doAction(const QString &name) override
    {
        if (name != showMenuAction() || !combo()->isEnabled()) {
            return;
        }
        if (combo()->view()->isVisible()) {
            combo()->hidePopup();
        } else {
            combo()->showPopup();
        }
    }

private:
    [[nodiscard]] QComboBox *combo() const { return qobject_cast<QComboBox *>(object()); }
};

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *combo = qobject_cast<NamedComboBox *>(object);
    return combo ? new NamedComboBoxInterface(combo) : nullptr;
}

} // namespace

NamedComboBox::NamedComboBox(QWidget *parent) : QComboBox(parent)
{
    QAccessible::installFactory(makeInterface); // one that is already there stays the only one
}

} // namespace purser
