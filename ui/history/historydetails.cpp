// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historydetails.h"

#include "history/changetext.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"
#include "kit/wrappedtext.h"
#include "wording/wording.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int Gap = 14;

QString dash()
{
    return u"\u2013"_s;
}

QLabel *addTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    title->setTextFormat(Qt::PlainText);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    return title;
}

//! At the height of the first line, however many there are beside it.
QLabel *addLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

//! The part of a widget's object name that is the field's: "ResetPeriod".
QString keyOf(Field field)
{
    QString key;
    const auto words = QString(namesOf(field).draft).split(u'_');
    for (const QString &word : words) {
        key += word.front().toUpper() + word.mid(1);
    }
    return key;
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

HistoryDetails::HistoryDetails(QWidget *parent) : QWidget(parent)
{
    setObjectName("historyDetails"_L1);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_intro = new ShownLabel(u"historyIntro"_s, tr("About the details"), content);
    m_page = new QWidget(content);
    auto *columns = new QHBoxLayout(m_page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(2 * Gap);
    columns->addWidget(buildValues(), 1);
    columns->addWidget(buildFacts(), 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Gap, Gap - 2, Gap, Gap - 2);
    layout->addWidget(m_intro);
    layout->addWidget(m_page);
    layout->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName("historyDetailsArea"_L1);
    scroll->setAccessibleName(tr("Details of the change"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

QWidget *HistoryDetails::buildValues()
{
    auto *side = new QWidget(m_page);
    auto *form = makeForm();
    m_outcome = addFact(form, tr("Outcome"), u"historyOutcome"_s, tr("Outcome of the change"));
    m_token = addLongFact(form, tr("Token"), u"historyToken"_s, tr("Token of the change"));
    m_account = addLongFact(form, tr("Account"), u"historyAccount"_s, tr("Account of the change"));
    m_reason = addLongFact(form, tr("Reason"), u"historyReason"_s, tr("Reason of the change"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Gap);
    const QStringList titles{tr("Before"), tr("Asked"), tr("Held after")};
    for (int column = 0; column < titles.size(); ++column) {
        grid->addWidget(addTitle(titles.at(column), side), 0, column + 1);
        grid->setColumnStretch(column + 1, 1);
    }
    for (const Field field : AllFields) {
        addFieldRow(grid, field, keyOf(field));
    }
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addSpacing(Gap / 2);
    layout->addLayout(grid);
    layout->addStretch();
    return side;
}

void HistoryDetails::addFieldRow(QGridLayout *grid, Field field, const QString &key)
{
    const QString name = wording::field(field);
    FieldRow row{field, nullptr, nullptr, nullptr, nullptr};
    row.name = new ShownLabel(QString(), QString(), m_page);
    row.name->setShownText(name);
    row.name->setWordWrap(false);
    row.before = new ShownLabel(u"history%1Before"_s.arg(key), tr("%1 before").arg(name), m_page);
    row.asked = new ShownLabel(u"history%1Asked"_s.arg(key), tr("%1 asked").arg(name), m_page);
    row.held = new ShownLabel(u"history%1Held"_s.arg(key), tr("%1 held after").arg(name), m_page);
    const int line = grid->rowCount();
    int column = 0;
    for (ShownLabel *label : {row.name, row.before, row.asked, row.held}) {
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(label, line, column++);
    }
    m_rows.append(row);
}

QWidget *HistoryDetails::buildFacts()
{
    auto *side = new QWidget(m_page);
    auto *form = makeForm();
    m_created = addFact(form, tr("Submitted"), u"historyCreated"_s, tr("When it was submitted"));
    m_settled =
        addFact(form, tr("Settled"), u"historySettled"_s, tr("When and how it was settled"));
    m_undo = addFact(form, tr("Undo"), u"historyUndo"_s, tr("What it undoes or what undid it"));
    m_status = addFact(form, tr("HTTP status"), u"historyStatus"_s, tr("HTTP status"));
    m_duration = addFact(form, tr("Duration"), u"historyDuration"_s, tr("Duration of the request"));
    m_requestId =
        addLongFact(form, tr("Request id"), u"historyRequestId"_s, tr("Request id of the change"));
    m_error = addLongFact(form, tr("Error"), u"historyError"_s, tr("Error of the change"));
    m_origin = addLongFact(form, tr("Written by"), u"historyWrittenBy"_s, tr("Written by"));
    QFont small = m_origin->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_origin->setFont(small);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addStretch();
    return side;
}

ShownLabel *HistoryDetails::addFact(QFormLayout *form, const QString &label,
                                    const QString &objectName, const QString &accessibleName)
{
    auto *value = new ShownLabel(objectName, accessibleName, m_page);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::ClickFocus); // a stop of the Tab key for each would be in the way
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    form->addRow(addLabel(label, m_page), value);
    return value;
}

WrappedText *HistoryDetails::addLongFact(QFormLayout *form, const QString &label,
                                         const QString &objectName, const QString &accessibleName)
{
    auto *value = new WrappedText(objectName, accessibleName, m_page);
    form->addRow(addLabel(label, m_page), value);
    return value;
}

void HistoryDetails::clear(const QString &intro)
{
    m_intro->setShownText(intro);
    m_intro->show();
    m_page->hide();
}

void HistoryDetails::showStory(const ChangeStory &story)
{
    const ChangeRecord &record = story.record;
    m_token->setShownText(record.key.token);
    m_account->setShownText(tr("%1 at %2").arg(record.key.account, record.key.origin));
    m_reason->setShownText(record.reason.isEmpty() ? tr("none given") : record.reason);
    m_origin->setShownText(tr("Purser %1, run %2, change %3")
                               .arg(record.appVersion, record.run, QString::number(record.id)));
    showFields(record);
    showEnd(record);
    showRequest(record);
    showUndo(story);
    m_intro->hide();
    m_page->show();
}

void HistoryDetails::showFields(const ChangeRecord &record)
{
    const Reader reader = readerOf(*this);
    const Token asked = record.patch.appliedTo(record.before);
    for (const FieldRow &row : m_rows) {
        const Field field = row.field;
        const bool isAsked = record.patch.has(field);
        const bool isShown = isAsked || states(field, record.before)
            || (record.after && states(field, *record.after));
        for (ShownLabel *label : {row.name, row.before, row.asked, row.held}) {
            label->setVisible(isShown);
        }
        row.before->setShownText(wording::value(field, record.before, reader));
        row.asked->setShownText(isAsked ? wording::value(field, asked, reader) : tr("unchanged"));
        row.asked->setEnabled(isAsked);
        row.held->setShownText(record.after ? wording::value(field, *record.after, reader)
                                            : dash());
        const bool differs =
            record.after && record.patch.match(field, *record.after) == FieldMatch::Differs;
        row.held->setTone(differs ? Tone::Warning : Tone::Neutral);
    }
}

void HistoryDetails::showEnd(const ChangeRecord &record)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_outcome->setShownText(
        tr("%1. %2").arg(wording::outcome(record.outcome), changetext::meaning(record.outcome)));
    m_outcome->setTone(changetext::tone(record.outcome));
    m_created->setShownText(tr("%1 (%2)").arg(changetext::time(record.createdAt, m_zone),
                                              wording::distance(record.createdAt, now)));
    const QString how = changetext::settledHow(record.settledHow);
    const QString when = changetext::time(record.settledAt, m_zone);
    if (when.isEmpty()) {
        m_settled->setShownText(tr("not yet"));
    } else {
        m_settled->setShownText(how.isEmpty() ? when : tr("%1, %2").arg(when, how));
    }
}

void HistoryDetails::showRequest(const ChangeRecord &record)
{
    m_status->setShownText(record.status == 0 ? tr("no answer") : QString::number(record.status));
    m_duration->setShownText(
        record.duration ? tr("%1 ms").arg(locale().toString(qint64(record.duration->count())))
                        : dash());
    m_requestId->setShownText(record.requestId.isEmpty() ? tr("none stated") : record.requestId);
    m_error->setShownText(record.error.isEmpty() ? tr("none") : record.error);
}

void HistoryDetails::showUndo(const ChangeStory &story)
{
    QStringList lines;
    const auto named = [this](const ChangeRecord &record) {
        return tr("change %1 of %2")
            .arg(QString::number(record.id), changetext::time(record.createdAt, m_zone));
    };
    if (story.undoes) {
        lines.append(tr("It undoes %1.").arg(named(*story.undoes)));
    } else if (story.record.undoes) {
        lines.append(tr("It undoes change %1.").arg(QString::number(*story.record.undoes)));
    }
    if (story.undoneBy) {
        lines.append(
            isUndecided(story.undoneBy->outcome)
                ? tr("Whether %1 has undone it is still undecided.").arg(named(*story.undoneBy))
                : tr("It was undone by %1.").arg(named(*story.undoneBy)));
    }
    if (!story.undoneBy) {
        const QString why = changetext::whyNotUndoable(story.record, std::nullopt, m_zone);
        lines.append(why.isEmpty() ? tr("It can be undone.") : why);
    }
    m_undo->setShownText(lines.join(u'\n'));
}

} // namespace purser
