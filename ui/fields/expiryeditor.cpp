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
    [[nodiscard]] Names names() const override
    {
        return {u"Expiry"_s, FieldEditor::tr("E&xpires"), FieldEditor::tr("Expiry"),
                FieldEditor::tr("Current expiry")};
    }
    [[nodiscard]] QWidget *widget() override { return m_field; }
    [[nodiscard]] QWidget *buddy() override { return m_field->dateTimeEdit(); }
    [[nodiscard]] QList<QWidget *> tabOrder() override
    {
        return {m_field->dateTimeEdit(), m_field->neverCheckBox(), m_field->presetButton()};
    }
    void show(const Token &token) override
    {
        m_base = token.expiry;
        m_field->showExpiry(token.expiry);
    }
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override
    {
        return !m_field->problem().isEmpty() || m_field->expiry() != m_base;
    }
    [[nodiscard]] QString problem() const override { return m_field->problem(); }
    void ask(ChangeRequest &request) const override
    {
        if (isEdited()) {
            request.expiry = m_field->expiry();
        }
    }
    void fillIn(const ChangeRequest &request) override
    {
        if (request.expiry) {
            m_field->showRequest(*request.expiry);
        }
    }
    void keep(FormEdit &edit) const override { edit.expiry = m_field->edit(); }
    void applyEdit(const FormEdit &edit) override { m_field->applyEdit(edit.expiry); }
    void setProblem(const QString &shown, bool isOwn) override
    {
        m_field->setProblemDescription(shown);
        m_field->setMarkedInvalid(isOwn);
    }
    [[nodiscard]] QString currentNote(const Token &token) const override;
    [[nodiscard]] QString noteName() const override
    {
        return FieldEditor::tr("Current expiry in UTC, and how far it is");
    }

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

void ExpiryEditor::rebase(const Token &token)
{
    const bool wasEdited = isEdited();
    m_base = token.expiry;
    if (!wasEdited) {
        m_field->showExpiry(token.expiry);
    }
    m_field->setCurrentExpiry(token.expiry);
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

} // namespace

FieldEditor *makeExpiryEditor(QWidget *form)
{
    return new ExpiryEditor(form);
}

} // namespace purser
