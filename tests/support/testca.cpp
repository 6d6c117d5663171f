// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testca.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

const QByteArray Configuration = R"([ca]
default_ca = test_ca
[test_ca]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
commonName = Test authority
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
)";

const QStringList NewKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                         u"-nodes"_s};

QString daysFromNow(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days).toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

TestCa::TestCa()
{
    write(u"ca.cnf"_s, Configuration);
    write(u"index.txt"_s, {});
    openssl(QStringList{u"req"_s, u"-x509"_s, u"-config"_s, u"ca.cnf"_s, u"-extensions"_s,
                        u"authority"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s,
                        u"-days"_s, u"30"_s}
            + NewKey);
}

QSslConfiguration TestCa::trusting() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(content(u"ca.pem"_s), QSsl::Pem)});
    return configuration;
}

QSslConfiguration TestCa::server()
{
    return issue(u"server"_s, "IP:127.0.0.1,DNS:localhost", daysFromNow(-1), daysFromNow(7));
}

QSslConfiguration TestCa::expiredServer()
{
    return issue(u"expired"_s, "IP:127.0.0.1,DNS:localhost", daysFromNow(-7), daysFromNow(-1));
}

QSslConfiguration TestCa::otherServer()
{
    return issue(u"other"_s, "IP:127.0.0.2,DNS:other.invalid", daysFromNow(-1), daysFromNow(7));
}

QSslConfiguration TestCa::issue(const QString &id, const QByteArray &subjectNames,
                                const QString &start, const QString &end)
{
    const QString key = id + ".key"_L1;
    const QString request = id + ".csr"_L1;
    const QString certificate = id + ".pem"_L1;
    const QString extensions = id + ".ext"_L1;
    write(extensions,
          "basicConstraints = CA:FALSE\nextendedKeyUsage = serverAuth\nsubjectAltName = "
              + subjectNames + '\n');
    openssl(QStringList{u"req"_s, u"-new"_s, u"-config"_s, u"ca.cnf"_s, u"-subj"_s,
                        "/CN=Test server "_L1 + id, u"-keyout"_s, key, u"-out"_s, request}
            + NewKey);
    openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-cert"_s, u"ca.pem"_s,
             u"-keyfile"_s, u"ca.key"_s, u"-in"_s, request, u"-out"_s, certificate, u"-extfile"_s,
             extensions, u"-startdate"_s, start, u"-enddate"_s, end});
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(content(certificate), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(content(key), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols({"h2", "http/1.1"});
    return configuration;
}

void TestCa::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0) {
        qFatal("The tests over TLS need the openssl command, which failed: %s\n%s",
               qPrintable(process.errorString()), process.readAll().constData());
    }
}

void TestCa::write(const QString &file, const QByteArray &content) const
{
    QFile output(path(file));
    if (!output.open(QIODevice::WriteOnly) || output.write(content) != content.size()) {
        qFatal("The test's certificate authority can't write its files");
    }
}

QByteArray TestCa::content(const QString &file) const
{
    QFile input(path(file));
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

} // namespace purser::test
