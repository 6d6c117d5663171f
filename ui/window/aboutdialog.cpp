// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/aboutdialog.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"

#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int ProgramIconSize = 64;
constexpr int Margin = 20;
constexpr int Columns = 80; // of a licence's text

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutDialog::AboutDialog(const QList<wording::PartVersion> &versions, QWidget *parent)
    : QDialog(parent), m_versions(versions), m_tabs(new QTabWidget(this))
{
    setObjectName("aboutDialog"_L1);
    setWindowTitle(tr("About Purser"));
    m_tabs->setObjectName("aboutTabs"_L1);
    m_tabs->setAccessibleName(tr("About Purser"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildAboutTab(), tr("&About"));
    m_tabs->addTab(buildTextTab(u"noticesText"_s, tr("Licences of the parts"),
                                u":/texts/THIRD-PARTY-NOTICES"_s),
                   tr("&Licences of the parts"));
    m_tabs->addTab(buildTextTab(u"licenceText"_s, tr("Licence of Purser"), u":/texts/LICENSE"_s),
                   tr("Licence of &Purser"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->addWidget(buildHeading());
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buildButtons());
}

QWidget *AboutDialog::buildHeading()
{
    auto *heading = new QWidget(this);
    auto *picture = new QLabel(heading);
    picture->setPixmap(
        applicationIcon().pixmap(QSize(ProgramIconSize, ProgramIconSize), devicePixelRatioF()));
    auto *name = new QLabel(tr("Purser"), heading);
    QFont font = name->font();
    font.setPointSizeF(font.pointSizeF() * 1.7);
    font.setBold(true);
    name->setFont(font);
    auto *version = new ShownLabel(u"aboutVersion"_s, tr("Version"), heading);
    version->setShownText(tr("Version %1").arg(m_versions.value(0).version));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(name);
    words->addWidget(version);
    words->addStretch();
    auto *layout = new QHBoxLayout(heading);
    layout->setContentsMargins(Margin, 16, Margin, 12);
    layout->setSpacing(16);
    layout->addWidget(picture);
    layout->addLayout(words, 1);
    return heading;
}

QWidget *AboutDialog::buildAboutTab()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *what = new ShownLabel(u"aboutText"_s, tr("What Purser is"), page);
    what->setShownText(tr("Changes the balance, the expiry and the active balance of Eden AI API "
                          "tokens: sent once, written down before, and checked afterwards."));
    auto *versions = new QFormLayout;
    versions->setHorizontalSpacing(20);
    versions->setVerticalSpacing(6);
    for (qsizetype i = 1; i < m_versions.size(); ++i) { // the first one is in the heading
        const auto &[part, version] = m_versions[i];
        auto *shown = new ShownLabel(u"aboutPart%1"_s.arg(i), part, page);
        shown->setShownText(version);
        versions->addRow(part, shown);
    }
    auto *licence = new ShownLabel(u"aboutLicence"_s, tr("Licence"), page);
    licence->setShownText(
        tr("Purser is free software: you may pass it on and change it under the GNU General "
           "Public License, version 3 or later. It comes without any warranty, as far as the "
           "law permits.\n\n"
           "Purser is not made by Eden AI. It talks to nobody but the service of your account."));

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Margin, 16, Margin, 16);
    layout->setSpacing(16);
    layout->addWidget(what);
    layout->addLayout(versions);
    layout->addWidget(licence);
    layout->addStretch();
    return page;
}

QWidget *AboutDialog::buildTextTab(const QString &objectName, const QString &accessibleName,
                                   const QString &path)
{
    auto *text = new QPlainTextEdit(textOf(path), this);
    text->setObjectName(objectName);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->document()->setDocumentMargin(Margin);
    const int width = text->fontMetrics().horizontalAdvance(QString(Columns, u'0'));
    text->setMinimumSize(width + 3 * Margin, 24 * text->fontMetrics().lineSpacing());
    return text;
}

QWidget *AboutDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("&Copy the versions"), row);
    copy->setObjectName("copyVersionsButton"_L1);
    copy->setAccessibleName(tr("Copy the versions"));
    copy->setToolTip(tr("For a report of a fault; there is nothing secret in it"));
    copy->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), row);
    close->setObjectName("closeAboutButton"_L1);
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    close->setFocus();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(Margin, 4, Margin, 0);
    layout->addWidget(copy);
    layout->addStretch();
    layout->addWidget(close);
    connect(copy, &QPushButton::clicked, this, &AboutDialog::copyVersions);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return row;
}

void AboutDialog::copyVersions()
{
    QGuiApplication::clipboard()->setText(wording::versionsText(m_versions));
}

} // namespace purser
