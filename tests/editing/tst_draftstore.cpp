// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/draftstore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QJsonObject contentOf(const QString &text)
{
    return {{u"balance"_s, text}};
}

QString textsOf(const QList<Draft> &drafts)
{
    QStringList texts;
    for (const Draft &draft : drafts) {
        texts.append(draft.content.value(u"balance"_s).toString());
    }
    return texts.join(u' ');
}

} // namespace

//! Each run has its own lock file; a Run that was destroyed is a run that is gone.
class TestDraftStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasSavedIsTheNextRuns();
    void aTextIsReadAsItWasSaved();
    void theNewestWins();
    void removedIsRemoved();
    void aLaterEditIsSavedAfterARemoval();
    void runsThatLiveKeepTheirs();
    void itsOwnIsNotClaimed();
    void aClaimedDraftSurvivesAnotherCrash();
    void aClaimedDraftEndsWhenItIsRemoved();
    void savingLeavesAClaimedDraftAlone();
    void oldestComesFirst();
    void claimsAgainBesideWhatItHas();
    void twoClaimersGetItOnce();
#ifdef Q_OS_UNIX // elsewhere files are private by their folder
    void filesAreForTheirOwnerAlone();
#endif
    void garbageIsNoDraft_data();
    void garbageIsNoDraft();
    void otherFilesAreLeftAlone();
#ifdef Q_OS_UNIX
    void whatIsNoFileOfADraftsSizeIsLeftAlone();
#endif
    void itIsToldWhetherAnEditIsKept();
    void aFolderThatCantBeMadeLosesNothing();

private:
    [[nodiscard]] QString drafts() const
    {
        return m_folder->filePath(u"drafts"_s);
    }
    [[nodiscard]] QString runs() const
    {
        return m_folder->filePath(u"runs"_s);
    }
    //! Without those that are still being written.
    [[nodiscard]] QStringList files() const
    {
        return QDir(drafts()).entryList({u"*.json"_s}, QDir::Files);
    }
    //! A run that saves a draft and crashes.
    void crashWith(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDraftStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDraftStore::crashWith(const QString &text) const
{
    const Run run(runs());
    DraftStore store(drafts(), run);
    store.save(contentOf(text));
}

void TestDraftStore::whatWasSavedIsTheNextRuns()
{
    crashWith(u"12.5"_s);
    const Run run(runs());
    DraftStore store(drafts(), run);
    const auto claimed = store.claim();
    QCOMPARE(claimed.size(), 1);
    QCOMPARE(claimed.constFirst().content, contentOf(u"12.5"_s));
    QVERIFY(QFile::exists(claimed.constFirst().path));
    QVERIFY(QFileInfo(claimed.constFirst().path).fileName().startsWith(run.id()));
    QCOMPARE(files().size(), 1);
}

void TestDraftStore::aTextIsReadAsItWasSaved()
{
    const QString marked = u"\ufeffalpha"_s;
    crashWith(marked);
    const Run run(runs());
    DraftStore store(drafts(), run);
    QCOMPARE(store.claim().constFirst().content, contentOf(marked));
}

void TestDraftStore::theNewestWins()
{
    {
        const Run run(runs());
        DraftStore store(drafts(), run);
        for (int i = 0; i <= 200; ++i) {
            store.save(contentOf(QString::number(i)));
        }
        store.save(contentOf(u"200"_s)); // as it is already
    }
    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"200"_s);
}

void TestDraftStore::removedIsRemoved()
{
    const Run run(runs());
    {
        DraftStore store(drafts(), run);
        store.save(contentOf(u"1"_s));
        store.remove();
    }
    QCOMPARE(files(), QStringList());
    {
        DraftStore store(drafts(), run);
        store.save(contentOf(u"1"_s));
        QTRY_COMPARE(files().size(), 1);
        store.remove();
        QTRY_COMPARE(files().size(), 0);
        store.remove(); // there is none
    }
    QCOMPARE(files(), QStringList());
}

void TestDraftStore::aLaterEditIsSavedAfterARemoval()
{
    {
        const Run run(runs());
        DraftStore store(drafts(), run);
        store.save(contentOf(u"1"_s));
        store.remove();
        store.save(contentOf(u"1"_s));
    }
    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"1"_s);
}

void TestDraftStore::runsThatLiveKeepTheirs()
{
    const Run living(runs());
    DraftStore theirs(drafts(), living);
    theirs.save(contentOf(u"1"_s));
    QTRY_COMPARE(files().size(), 1);
    const Run run(runs());
    DraftStore store(drafts(), run);
    QVERIFY(store.claim().isEmpty());
    QCOMPARE(files(), QStringList{living.id() + u".0.json"_s});
}

void TestDraftStore::itsOwnIsNotClaimed()
{
    const Run run(runs());
    DraftStore store(drafts(), run);
    store.save(contentOf(u"1"_s));
    QTRY_COMPARE(files().size(), 1);
    QVERIFY(store.claim().isEmpty());
    QCOMPARE(files().size(), 1);
}

void TestDraftStore::aClaimedDraftSurvivesAnotherCrash()
{
    crashWith(u"12.5"_s);
    for (int crash = 0; crash < 3; ++crash) {
        const Run run(runs());
        QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"12.5"_s);
        QCOMPARE(files().size(), 1);
    }
}

void TestDraftStore::aClaimedDraftEndsWhenItIsRemoved()
{
    crashWith(u"1"_s);
    crashWith(u"2"_s);
    {
        const Run run(runs());
        DraftStore store(drafts(), run);
        const auto claimed = store.claim();
        QCOMPARE(claimed.size(), 2);
        for (const Draft &draft : claimed) {
            if (draft.content == contentOf(u"1"_s)) {
                store.remove(draft);
            }
        }
    }
    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"2"_s);
}

void TestDraftStore::savingLeavesAClaimedDraftAlone()
{
    crashWith(u"old"_s);
    {
        const Run run(runs());
        DraftStore store(drafts(), run);
        QCOMPARE(textsOf(store.claim()), u"old"_s);
        store.save(contentOf(u"new"_s));
        store.remove();
        store.save(contentOf(u"newer"_s));
    }
    const Run run(runs());
    const auto claimed = DraftStore(drafts(), run).claim();
    QCOMPARE(claimed.size(), 2);
    QVERIFY(textsOf(claimed).contains(u"old"_s) && textsOf(claimed).contains(u"newer"_s));
}

void TestDraftStore::oldestComesFirst()
{
    QStringList ids;
    for (const char *text : {"second", "first", "third"}) {
        const Run run(runs());
        ids.append(run.id());
        DraftStore(drafts(), run).save(contentOf(QString::fromLatin1(text)));
    }
    const QDateTime noon(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);
    const QList<int> minutes{2, 1, 3};
    for (int i = 0; i < ids.size(); ++i) {
        QFile file(u"%1/%2.0.json"_s.arg(drafts(), ids.at(i)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(noon.addSecs(60 * minutes.at(i)), QFileDevice::FileModificationTime));
    }
    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"first second third"_s);
}

void TestDraftStore::claimsAgainBesideWhatItHas()
{
    crashWith(u"1"_s);
    const Run run(runs());
    DraftStore store(drafts(), run);
    QCOMPARE(textsOf(store.claim()), u"1"_s);
    QVERIFY(store.claim().isEmpty());
    crashWith(u"2"_s);
    QCOMPARE(textsOf(store.claim()), u"2"_s);
    QCOMPARE(files().size(), 2);
}

void TestDraftStore::twoClaimersGetItOnce()
{
    for (int round = 0; round < 20; ++round) {
        for (int draft = 0; draft < 5; ++draft) {
            crashWith(QString::number(draft));
        }
        auto one = std::make_unique<Run>(runs());
        auto other = std::make_unique<Run>(runs());
        std::atomic<int> ready = 0;
        const auto claimAs = [this, &ready](const Run &run, QList<Draft> &claimed) {
            DraftStore store(drafts(), run);
            ++ready;
            while (ready < 2) { // both at once
            }
            claimed = store.claim();
        };
        QList<Draft> first;
        QList<Draft> second;
        const std::unique_ptr<QThread> thread(QThread::create([&] { claimAs(*one, first); }));
        thread->start();
        claimAs(*other, second);
        QVERIFY(thread->wait(10'000));
        QList<Draft> left;
#ifndef Q_OS_UNIX // there a file that the other looks at can't be opened: it is left for later
        for (const Draft &draft : first + second) {
            QVERIFY(QFile::remove(draft.path));
        }
        one.reset();
        other.reset();
        const Run later(runs());
        left = DraftStore(drafts(), later).claim();
#endif

        QStringList texts = textsOf(first + second + left).split(u' ');
        texts.sort();
        QCOMPARE(texts.join(u' '), u"0 1 2 3 4"_s);
        for (const QString &file : files()) {
            QVERIFY(QFile::remove(drafts() + u'/' + file));
        }
    }
}

#ifdef Q_OS_UNIX
void TestDraftStore::filesAreForTheirOwnerAlone()
{
    crashWith(u"1"_s);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(files().size(), 1);
    const QString file = drafts() + u'/' + files().constFirst();
    QVERIFY(!(QFile::permissions(file) & others));
    QVERIFY(!(QFile::permissions(file) & QFile::ExeOwner));
    QVERIFY(!(QFile::permissions(drafts()) & others));
    const Run run(runs());
    const auto claimed = DraftStore(drafts(), run).claim();
    QCOMPARE(claimed.size(), 1);
    QVERIFY(!(QFile::permissions(claimed.constFirst().path) & others));
}
#endif

void TestDraftStore::garbageIsNoDraft_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"balance":"1)");
    QTest::newRow("no JSON") << QByteArray("\x00\xff garbage", 10);
    QTest::newRow("an array") << QByteArray("[1]");
}

void TestDraftStore::garbageIsNoDraft()
{
    QFETCH(QByteArray, bytes);
    crashWith(u"1"_s);
    const QString name = u"00000000-0000-0000-0000-000000000000.0.json"_s;
    QFile file(drafts() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();

    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"1"_s);
    QCOMPARE(files().size(), 1); // it does not come again
}

void TestDraftStore::otherFilesAreLeftAlone()
{
    crashWith(u"1"_s);
    QFile file(drafts() + u"/notes.txt"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    const Run run(runs());
    QCOMPARE(textsOf(DraftStore(drafts(), run).claim()), u"1"_s);
    QVERIFY(QFile::exists(file.fileName()));
}

#ifdef Q_OS_UNIX
void TestDraftStore::whatIsNoFileOfADraftsSizeIsLeftAlone()
{
    const QString start = drafts() + u"/2-00000000-0000-4000-8000-00000000000"_s;
    QVERIFY(QDir().mkpath(drafts()));
    QVERIFY(QFile::link(u"/dev/zero"_s, start + u"1.0.json"_s));
    QVERIFY(mkfifo(QFile::encodeName(start + u"2.0.json"_s).constData(), 0600) == 0);
    QFile large(start + u"3.0.json"_s);
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(3'000'000'000));
    const Run run(runs());
    DraftStore store(drafts(), run);
    QVERIFY(store.claim().isEmpty());
    QVERIFY(QFileInfo(start + u"1.0.json"_s).isSymLink());
    QVERIFY(QFile::exists(start + u"2.0.json"_s) && large.exists());
}
#endif

void TestDraftStore::itIsToldWhetherAnEditIsKept()
{
    const Run run(runs());
    DraftStore store(drafts(), run);
    QList<bool> told;
    store.setReport([&told](bool isKept) { told.append(isKept); });
    store.save(contentOf(u"1"_s));
    QTRY_COMPARE(told, QList{true});
    const QString path = u"%1/%2.0.json"_s.arg(drafts(), run.id());
    QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
    store.save(contentOf(u"2"_s));
    QTRY_COMPARE(told, QList({true, false}));
    QVERIFY(QDir(path).removeRecursively());
    store.save(contentOf(u"2"_s)); // the same again: that one is not on the disk yet
    QTRY_COMPARE(told, QList({true, false, true}));
    QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
    store.save(contentOf(u"3"_s));
    QTRY_COMPARE(told, QList({true, false, true, false}));
    store.remove(); // nothing is left to be lost
    QTRY_COMPARE(told, QList({true, false, true, false, true}));
}

void TestDraftStore::aFolderThatCantBeMadeLosesNothing()
{
    const Run run(runs());
    QFile file(drafts()); // a file where the folder would be
    QVERIFY(file.open(QIODevice::WriteOnly));
    {
        DraftStore store(drafts(), run);
        store.save(contentOf(u"1"_s));
        QVERIFY(store.flush()); // nothing older is there
        QVERIFY(store.claim().isEmpty());
        QVERIFY(file.remove());
        store.save(contentOf(u"1"_s)); // the same once more
        QVERIFY(store.flush());
        QCOMPARE(files().size(), 1);
        // What can be neither replaced nor removed, also by root.
        const QString path = drafts() + u'/' + files().constFirst();
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
        store.save(contentOf(u"2"_s));
        QVERIFY(!store.flush());
        QVERIFY(QDir(path).removeRecursively());
        QVERIFY(store.flush());
        return;
    }
}

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
