// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"
#include "journal/changerecord.h"

#include <QList>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QFormLayout;
class QGridLayout;

namespace purser {

class ShownLabel;
class WrappedText;

//! A change and the ones it has to do with.
struct ChangeStory {
    ChangeRecord record;
    std::optional<ChangeRecord> undoes; //!< the change that it takes back
    std::optional<ChangeRecord> undoneBy; //!< as Journal::undoOf() gives it
};

//! All that the journal knows of one change, as plain text that can be selected.
class HistoryDetails final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryDetails(QWidget *parent = nullptr);

    void showStory(const ChangeStory &story);
    //! intro: what is shown instead of a change.
    void clear(const QString &intro);

private:
    //! A field of the token: before the change, as asked, and as the service held it after.
    struct FieldRow {
        Field field = Field::Balance;
        ShownLabel *name = nullptr;
        ShownLabel *before = nullptr;
        ShownLabel *asked = nullptr;
        ShownLabel *held = nullptr;
    };

    QWidget *buildValues();
    QWidget *buildFacts();
    void addFieldRow(QGridLayout *grid, Field field, const QString &key);
    ShownLabel *addFact(QFormLayout *form, const QString &label, const QString &objectName,
                        const QString &accessibleName);
    WrappedText *addLongFact(QFormLayout *form, const QString &label, const QString &objectName,
                             const QString &accessibleName);
    void showFields(const ChangeRecord &record);
    void showEnd(const ChangeRecord &record);
    void showRequest(const ChangeRecord &record);
    void showUndo(const ChangeStory &story);

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ShownLabel *m_intro = nullptr;
    QWidget *m_page = nullptr;
    QList<FieldRow> m_rows;
    WrappedText *m_token = nullptr;
    WrappedText *m_account = nullptr;
    WrappedText *m_reason = nullptr;
    ShownLabel *m_outcome = nullptr;
    ShownLabel *m_created = nullptr;
    ShownLabel *m_settled = nullptr;
    ShownLabel *m_undo = nullptr;
    ShownLabel *m_status = nullptr;
    ShownLabel *m_duration = nullptr;
    WrappedText *m_requestId = nullptr;
    WrappedText *m_error = nullptr;
    WrappedText *m_origin = nullptr; //!< of the row: which Purser, which run
};

} // namespace purser
