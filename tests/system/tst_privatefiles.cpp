// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <pwd.h>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

constexpr qsizetype Maximum = 1024 * 1024;

//! A folder and the path of a file in it, which is not there yet.
struct Place {
    QTemporaryDir folder;
    QString path = folder.filePath(u"purser.ini"_s);

    void write(const QByteArray &content) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
};

#ifdef Q_OS_LINUX

//! Environment variables as they were, once this ends.
class Environment {
public:
    ~Environment()
    {
        for (auto variable = m_before.cbegin(); variable != m_before.cend(); ++variable) {
            set(variable.key(), *variable);
        }
    }
    Environment() = default;
    Q_DISABLE_COPY_MOVE(Environment)

    //! A null value takes it out.
    void change(const QByteArray &name, const QByteArray &value)
    {
        m_before.insert(name, qgetenv(name.constData()));
        set(name, value);
    }

private:
    static void set(const QByteArray &name, const QByteArray &value)
    {
        if (value.isNull()) {
            qunsetenv(name.constData());
        } else {
            qputenv(name.constData(), value);
        }
    }

    QMap<QByteArray, QByteArray> m_before;
};

#endif

} // namespace

Q_DECLARE_METATYPE(FileProblem)

class TestPrivateFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
#ifdef Q_OS_LINUX
    void aFolderIsTheSameFromEveryWorkingDirectory_data()
    {
        QTest::addColumn<QByteArray>("stated");
        QTest::addColumn<QByteArray>("home");
        QTest::addColumn<QString>("base"); //!< empty: the stated one
        const QString own = QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_dir);
        const auto row = [](const char *name, const QByteArray &stated, const QByteArray &home,
                            const QString &base) { QTest::newRow(name) << stated << home << base; };
        row("absolute", "/srv/here", "/srv/home", {});
        row("absolute, with steps in it", "/srv/./x/../here", "/srv/home", {});
        row("not set", {}, "/srv/home", u"/srv/home"_s);
        row("empty", "", "/srv/home", u"/srv/home"_s);
        row("relative", "here", "/srv/home", u"/srv/home"_s);
        row("relative with a dot", "./here", "/srv/home", u"/srv/home"_s);
        row("relative with two", "../here", "/srv/home", u"/srv/home"_s);
        row("a dot", ".", "/srv/home", u"/srv/home"_s);
        row("tilde", "~/here", "/srv/home", u"/srv/home"_s);
        row("a resource", ":/here", "/srv/home", u"/srv/home"_s);
        row("a variable", "$HOME/here", "/srv/home", u"/srv/home"_s);
        row("space before", " /srv/here", "/srv/home", u"/srv/home"_s);
        row("home not set", {}, {}, own);
        row("home empty", {}, "", own);
        row("home relative", {}, "home", own);
        row("both relative", "here", ".", own);
    }
    void aFolderIsTheSameFromEveryWorkingDirectory()
    {
        QFETCH(QByteArray, stated);
        QFETCH(QByteArray, home);
        QFETCH(QString, base);
        QCoreApplication::setApplicationName(u"purser"_s);
        Environment environment;
        environment.change("HOME", home);
        environment.change("XDG_CONFIG_HOME", stated);
        environment.change("XDG_DATA_HOME", stated);
        const QString here = u"/srv/here/purser"_s;
        QCOMPARE(settingsPath(),
                 (base.isEmpty() ? here : base + "/.config/purser"_L1) + "/purser.ini"_L1);
        QCOMPARE(journalPath(),
                 (base.isEmpty() ? here : base + "/.local/share/purser"_L1) + "/journal.sqlite"_L1);
    }

    void aProcessIsProtected()
    {
        protectProcess();
        rlimit limit{1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(int(limit.rlim_cur), 0);
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
        QCOMPARE(int(::umask(S_IRWXG | S_IRWXO)), int(S_IRWXG | S_IRWXO));
    }

    void aClosedStandardStreamIsFilled()
    {
        const int kept = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        ::close(STDIN_FILENO);
        protectProcess();
        std::array<char, 1> byte{};
        const auto count = ::read(STDIN_FILENO, byte.data(), byte.size());
        const Place place;
        QFile file(place.path);
        const bool opened = file.open(QIODevice::WriteOnly);
        const int descriptor = file.handle();
        ::dup2(kept, STDIN_FILENO);
        ::close(kept);
        QCOMPARE(int(count), 0);
        QVERIFY(opened && descriptor > STDERR_FILENO);
    }
#endif

    void aFileIsReadAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("a line") << QByteArray("[General]\n");
        QTest::newRow("a byte order mark and a nought") << QByteArray("\xEF\xBB\xBF\0\r\n", 6);
        QTest::newRow("as long as can be") << QByteArray(Maximum, 'x');
    }
    void aFileIsReadAsItIs()
    {
        QFETCH(QByteArray, content);
        const Place place;
        place.write(content);
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(read.hasValue());
        QCOMPARE(*read, content);
    }

    void whereThereIsNoFileThereIsNothing_data()
    {
        QTest::addColumn<QString>("below");
        QTest::newRow("no file") << u""_s;
        QTest::newRow("no folder either") << u"/there/is/none"_s;
    }
    void whereThereIsNoFileThereIsNothing()
    {
        QFETCH(QString, below);
        const Place place;
        const auto read = readPrivateFile(place.path + below, Maximum);
        QVERIFY(read.hasValue());
        QVERIFY(read->isEmpty());
    }

    void aFileOverTheMaximumIsNotRead_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("by one") << qint64(Maximum + 1);
        QTest::newRow("2 GB") << qint64(2) * 1024 * 1024 * 1024;
    }
    void aFileOverTheMaximumIsNotRead()
    {
        QFETCH(qint64, size);
        const Place place;
        place.write("");
        QVERIFY(QFile::resize(place.path, size)); // takes no room on the disk
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::TooLarge);
    }

    void aFolderIsNoFile()
    {
        const Place place;
        QVERIFY(QDir().mkpath(place.path));
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::NotAFile);
    }

#ifdef Q_OS_UNIX
    void whatMightNeverEndIsNoFile_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("a device without an end") << u"/dev/zero"_s;
        QTest::newRow("a device without a beginning") << u"/dev/tty"_s;
        QTest::newRow("nothing") << u"/dev/null"_s;
    }
    void whatMightNeverEndIsNoFile()
    {
        QFETCH(QString, target);
        const Place place;
        QVERIFY(QFile::link(target, place.path));
        QVERIFY(isNoFile(place.path));
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::NotAFile);
    }

    void aPipeIsNotWaitedFor()
    {
        const Place place;
        QCOMPARE(::mkfifo(QFile::encodeName(place.path).constData(), S_IRUSR | S_IWUSR), 0);
        QVERIFY(isNoFile(place.path));
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::NotAFile);
    }

    void aSocketIsNoFile()
    {
        const Place place;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(place.path);
        QVERIFY(path.size() < qsizetype(sizeof(address.sun_path)));
        std::copy(path.cbegin(), path.cend(), address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const int bound =
            ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::close(socket);
        QCOMPARE(bound, 0);
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::NotAFile);
    }

    void aFileThatComesAndGoesIsAFileOrNothing()
    {
        const Place place;
        std::atomic<bool> isEnough = false;
        std::thread another([&place, &isEnough] {
            while (!isEnough) {
                QFile file(place.path);
                (void)file.open(QIODevice::WriteOnly);
                file.remove();
            }
        });
        int odd = 0;
        for (int look = 0; look < 20'000; ++look) {
            odd += isNoFile(place.path) ? 1 : 0;
        }
        isEnough = true;
        another.join();
        QCOMPARE(odd, 0);
    }

    void aLinkIsFollowed()
    {
        const Place place;
        place.write("here");
        const QString link = place.folder.filePath(u"link"_s);
        QVERIFY(QFile::link(place.path, link));
        QCOMPARE(*readPrivateFile(link, Maximum), QByteArray("here"));
    }

    void whatCannotBeOpenedIsSaid()
    {
        const Place place;
        QVERIFY(QFile::link(place.path, place.path)); // leads nowhere but to itself
        const auto read = readPrivateFile(place.path, Maximum);
        QVERIFY(!read.hasValue());
        QCOMPARE(read.error(), FileProblem::Unreadable);
    }

    void readingTakesTheFileFromOthers_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::newRow("0600") << 0600 << 0600;
        QTest::newRow("0666") << 0666 << 0600;
        QTest::newRow("0644") << 0644 << 0600;
        QTest::newRow("0640") << 0640 << 0600;
        QTest::newRow("0604") << 0604 << 0600;
        QTest::newRow("0777") << 0777 << 0600;
        QTest::newRow("0700") << 0700 << 0600;
        QTest::newRow("04755") << 04755 << 0600;
        QTest::newRow("read-only") << 0400 << 0400;
        QTest::newRow("read-only for all") << 0444 << 0400;
    }
    void readingTakesTheFileFromOthers()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        const Place place;
        place.write("here");
        const QByteArray path = QFile::encodeName(place.path);
        QCOMPARE(::chmod(path.constData(), static_cast<mode_t>(before)), 0);
        QCOMPARE(*readPrivateFile(place.path, Maximum), QByteArray("here"));
        struct stat status { };
        QCOMPARE(::stat(path.constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 07777), after);
    }
#endif
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
