// SPDX-License-Identifier: GPL-3.0-or-later
// purser-sandbox, a stand-in for the service: puts the parts together, nothing else.
#include "domain/arguments.h"
#include "sandbox/httpfront.h"
#include "sandbox/options.h"
#include "sandbox/sandboxjwt.h"
#include "sandbox/seedtokens.h"
#include "sandbox/stdinwatch.h"
#include "sandbox/stopsignals.h"
#include "system/privatefiles.h"

#include <QCoreApplication>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace purser::sandbox;

namespace {

constexpr int ExitFailure = 1;
constexpr int ExitUsage = 2;

//! At once, so that whoever started the program can go on.
void print(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

int fail(int code, const QString &sentence)
{
    print(stderr, "purser-sandbox: " + sentence.toLocal8Bit() + '\n');
    return code;
}

int serve(QCoreApplication &application, const Options &options)
{
    const QByteArray jwt = newJwt(QDateTime::currentDateTimeUtc());
    HttpFront front(Service(TokenStore(seedTokens(options.tokens), options.spend),
                            FaultPlan(options.faults), jwt),
                    options.latency);
    if (!front.listen(options.port)) {
        return fail(ExitFailure,
                    u"cannot listen on 127.0.0.1, port %1."_s.arg(QString::number(options.port)));
    }
    endOnSignals(application);
    std::optional<StdinWatch> watch;
    if (options.untilStdinCloses) {
        watch.emplace();
    }
    // Neither holds a character that JSON would escape.
    print(stdout,
          R"({"url": "http://127.0.0.1:)" + QByteArray::number(front.port()) + R"(/v2", "jwt": ")"
              + jwt + "\"}\n");
    return QCoreApplication::exec();
}

int runProgram(int argc, char *argv[])
{
    purser::protectProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"purser"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));

    OptionsParser parser;
    const auto arguments = purser::argumentsFrom(argc, argv);
    if (!arguments) {
        return fail(ExitUsage, u"an argument is not valid UTF-8."_s);
    }
    const auto options = parser.parse(*arguments);
    if (!options) {
        return fail(ExitUsage, options.error());
    }
    if (parser.asksForHelp()) {
        print(stdout, parser.helpText().toLocal8Bit());
        return 0;
    }
    if (parser.asksForVersion()) {
        print(stdout, "purser-sandbox " PURSER_VERSION "\n");
        return 0;
    }
    return serve(application, *options);
}

} // namespace

int main(int argc, char *argv[])
{
    return purser::leaveProcess(runProgram(argc, argv));
}
