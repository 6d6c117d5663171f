// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/detailspane.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"
#include "wording/wording.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    return title;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent) : QTabWidget(parent)
{
    setObjectName("detailsPane"_L1);
    setAccessibleName(tr("Details"));
    setDocumentMode(true);
    addTab(buildTokenTab(), tr("&Details"));
    addTab(buildJsonTab(), tr("Raw &JSON"));
    clear();
}

ShownLabel *DetailsPane::addRow(QFormLayout *layout, const QString &label,
                                const QString &objectName, const QString &accessibleName)
{
    auto *value = new ShownLabel(objectName, accessibleName, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    layout->addRow(new QLabel(label, this),
                   value); // no buddy, whose name an empty value would have
    return value;
}

QWidget *DetailsPane::buildTokenTab()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 12, 14, 12);
    m_intro = new ShownLabel(u"detailsIntro"_s, tr("About the details"), page);
    layout->addWidget(m_intro);

    auto *values = new QFormLayout;
    values->setHorizontalSpacing(14);
    m_name = new ElidedLabel(u"returnedName"_s, tr("Returned name"), page);
    values->addRow(new QLabel(tr("Name"), page), m_name);
    m_type = addRow(values, tr("Type"), u"returnedType"_s, tr("Returned type"));
    m_balance = addRow(values, tr("Balance"), u"returnedBalance"_s, tr("Returned balance"));
    m_expiry = addRow(values, tr("Expires"), u"returnedExpiry"_s, tr("Returned expiry"));
    m_activeBalance = addRow(values, tr("Active balance"), u"returnedActiveBalance"_s,
                             tr("Returned active balance"));
    layout->addLayout(values);

    layout->addSpacing(8);
    layout->addWidget(sectionTitle(tr("Before \u2192 after"), page));
    m_changes = new ShownLabel(u"returnedChanges"_s, tr("Before and after"), page);
    layout->addWidget(m_changes);

    layout->addSpacing(8);
    layout->addWidget(sectionTitle(tr("Reply"), page));
    auto *reply = new QFormLayout;
    reply->setHorizontalSpacing(14);
    m_status = addRow(reply, tr("Status"), u"returnedStatus"_s, tr("Returned status"));
    m_duration = addRow(reply, tr("Duration"), u"returnedDuration"_s, tr("Returned duration"));
    m_requestId =
        addRow(reply, tr("Request id"), u"returnedRequestId"_s, tr("Returned request id"));
    layout->addLayout(reply);

    m_otherFieldsBox = new QWidget(page);
    auto *box = new QVBoxLayout(m_otherFieldsBox);
    box->setContentsMargins(0, 8, 0, 0);
    box->addWidget(sectionTitle(tr("Other fields"), m_otherFieldsBox));
    m_otherFields = new QFormLayout;
    m_otherFields->setHorizontalSpacing(14);
    box->addLayout(m_otherFields);
    layout->addWidget(m_otherFieldsBox);
    layout->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

QWidget *DetailsPane::buildJsonTab()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    m_json = new QPlainTextEdit(page);
    m_json->setObjectName("rawJson"_L1);
    m_json->setAccessibleName(tr("Raw JSON"));
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setPlaceholderText(tr("The service's reply, without any secret key"));
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"), page);
    copy->setObjectName("copyJsonButton"_L1);
    copy->setAccessibleName(tr("Copy the raw JSON"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_json->toPlainText()); });
    layout->addWidget(m_json, 1);
    layout->addWidget(copy, 0, Qt::AlignRight);
    return page;
}

void DetailsPane::showToken(const Token &token)
{
    m_intro->hide();
    m_name->setShownText(token.name);
    m_type->setShownText(wording::tokenType(token));
    m_balance->setShownText(wording::balance(token.balance, locale()));
    m_expiry->setShownText(wording::expiry(token.expiry, QTimeZone::systemTimeZone()));
    m_activeBalance->setShownText(wording::activeBalance(token.activeBalance));
    QList<OtherField> others;
    for (const Field field : AllFields) {
        if (!namesOf(field).isOfContract && states(field, token)) {
            others.append({wording::field(field), wording::value(field, token, readerOf(*this))});
        }
    }
    showOtherFields(others + token.otherFields);
}

void DetailsPane::showOtherFields(const QList<OtherField> &fields)
{
    while (m_otherFields->rowCount() > 0) {
        m_otherFields->removeRow(0);
    }
    for (const OtherField &field : fields) {
        auto *name = new ShownLabel(QString(), QString(), m_otherFieldsBox);
        name->setShownText(field.name);
        name->setWordWrap(false);
        auto *value = new ShownLabel(QString(), field.name, m_otherFieldsBox);
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        value->setShownText(field.value);
        m_otherFields->addRow(name, value);
    }
    m_otherFieldsBox->setVisible(!fields.isEmpty());
}

void DetailsPane::showInfo(const ReplyInfo &info)
{
    m_status->setShownText(QString::number(info.status));
    m_duration->setShownText(tr("%1 ms").arg(info.duration.count()));
    m_requestId->setShownText(info.requestId.isEmpty() ? tr("none stated") : info.requestId);
    m_json->setPlainText(info.rawJson);
}

void DetailsPane::showRead(const TokenReply &reply)
{
    showToken(reply.token);
    showInfo(reply.info);
    m_changes->setShownText(tr("This is the token as it was read; nothing has been sent."));
}

void DetailsPane::showChange(const Change &change)
{
    if (change.reply) {
        const Token &after = change.reply->token;
        showToken(after);
        if (change.reply->info.status != 0) {
            showInfo(change.reply->info);
        }
        const QStringList lines =
            wording::differences(change.record.before, after, readerOf(*this));
        m_changes->setShownText(lines.isEmpty() ? tr("Nothing changed.") : lines.join(u'\n'));
        return;
    }
    const auto *error = change.failure ? std::get_if<ApiError>(&*change.failure) : nullptr;
    if (!error) {
        return;
    }
    m_changes->setShownText(
        tr("The last submit returned no token; the values above are from before it."));
    m_status->setShownText(error->status == 0 ? tr("none arrived")
                                              : QString::number(error->status));
    m_duration->setShownText(u"\u2013"_s);
    m_requestId->setShownText(error->requestId.isEmpty() ? tr("none stated") : error->requestId);
}

void DetailsPane::clear()
{
    for (ShownLabel *label : {m_name, m_type, m_balance, m_expiry, m_activeBalance, m_changes,
                              m_status, m_duration, m_requestId}) {
        label->setShownText(QString());
    }
    showOtherFields({});
    m_json->clear();
    m_intro->setShownText(tr("What the service returns is shown here once a token is loaded."));
    m_intro->show();
}

} // namespace purser
