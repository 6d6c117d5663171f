// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/editors.h"
#include "fields/expirydatetimeedit.h"
#include "fields/nullabledatetimeedit.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

class ExpiryEditor final : public FieldEditor {
public:
    explicit ExpiryEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override { return {Field::Expiry}; }
    [[nodiscard]] Names names() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *buddy() override;
    [[nodiscard]] QList<QWidget *> tabOrder() override;
    void show(const Token &token) override;
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] QString problem() const override;
    void ask(ChangeRequest &request) const override;
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override;
    void applyEdit(const FormEdit &edit) override;
    void setProblem(const QString &shown, bool isOwn) override;
    [[nodiscard]] QString currentNote(const Token &token) const override;
    [[nodiscard]] QString noteName() const override;

private:
    NullableDateTimeEdit *m_field;
    std::optional<Expiry> m_base; //!< the token's
};

ExpiryEditor::ExpiryEditor(QWidget *form)
    : FieldEditor(form), m_field(new NullableDateTimeEdit(QTimeZone::systemTimeZone(),
                                                          &QDateTime::currentDateTimeUtc, form))
{
    connect(m_field, &NullableDateTimeEdit::edited, this, &FieldEditor::edited);
}

FieldEditor::Names ExpiryEditor::names() const
{
    return {u"Expiry"_s, FieldEditor::tr("E&xpires"), FieldEditor::tr("Expiry"),
            FieldEditor::tr("Current expiry")};
}

QWidget *ExpiryEditor::widget()
{
    return m_field;
}

QWidget *ExpiryEditor::buddy()
{
    return m_field->dateTimeEdit();
}

QList<QWidget *> ExpiryEditor::tabOrder()
{
    return {m_field->dateTimeEdit(), m_field->neverCheckBox(), m_field->presetButton()};
}

void ExpiryEditor::show(const Token &token)
{
    m_base = token.expiry;
    m_field->showExpiry(token.expiry);
}

void ExpiryEditor::rebase(const Token &token)
{
    const bool wasEdited = isEdited();
    m_base = token.expiry;
    if (!wasEdited) {
        m_field->showExpiry(token.expiry);
    }
    m_field->setCurrentExpiry(token.expiry);
}

bool ExpiryEditor::isEdited() const
{
    return !m_field->problem().isEmpty() || m_field->expiry() != m_base;
}

QString ExpiryEditor::problem() const
{
    return m_field->problem();
}

void ExpiryEditor::ask(ChangeRequest &request) const
{
    if (isEdited()) {
        request.expiry = m_field->expiry();
    }
}

void ExpiryEditor::fillIn(const ChangeRequest &request)
{
    if (request.expiry) {
        m_field->showRequest(*request.expiry);
    }
}

void ExpiryEditor::keep(FormEdit &edit) const
{
    edit.expiry = m_field->edit();
}

void ExpiryEditor::applyEdit(const FormEdit &edit)
{
    m_field->applyEdit(edit.expiry);
}

void ExpiryEditor::setProblem(const QString &shown, bool isOwn)
{
    m_field->setProblemDescription(shown);
    m_field->setMarkedInvalid(isOwn);
}

QString ExpiryEditor::currentNote(const Token &token) const
{
    if (!token.expiry || token.expiry->isNever()) {
        return {};
    }
    // In UTC itself that would say the same twice.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isUtc = QTimeZone::systemTimeZone().offsetFromUtc(now) == 0;
    return isUtc ? wording::distance(token.expiry->toUtc(), now)
                 : wording::expiryInUtc(*token.expiry, now);
}

QString ExpiryEditor::noteName() const
{
    return FieldEditor::tr("Current expiry in UTC, and how far it is");
}

} // namespace

FieldEditor *makeExpiryEditor(QWidget *form)
{
    return new ExpiryEditor(form);
}

} // namespace purser
