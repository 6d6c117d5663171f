// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

constexpr int MaximumLatency = 600'000;

QString description()
{
    return u"A stand-in for the service, for trying Purser out: lists, reads and changes tokens "
           "on 127.0.0.1 with the service's rules and error bodies. It keeps everything in "
           "memory. The first line it prints is {\"url\": ..., \"jwt\": ...}: where it is, and "
           "the only bearer token that it takes.\n\n"
           "The first tokens are always the same:\n"
           "  marketing-chatbot       production, balance 87.45, enforced, expires in 2035\n"
           "  \u00e9quipe donn\u00e9es % ?#&+   a name that has to be encoded with care\n"
           "  batch-translation       no balance, never expires, spending unlimited\n"
           "  demo-sandbox            a sandbox token\n"
           "  ocr-invoices            used up: balance 0, enforced\n"
           "  intern-2023             expired in 2024\n"
           "  newsletter-monthly      set back to 25 each month\n"
           "  long-name-...           a name of 200 characters\n"
           "  legacy-crm              an old kind of reply, with a (made-up) secret key in it\n"
           "  voice-assistant         overdrawn: balance -3.75, enforced\n"
           "  load-tests              the largest balance there is, 99999.999999999\n"
           "  support-copilot         set back to 40.5 each week, with all newer fields\n"
           "A change that fails validation is answered as such and uses no failure up."_s;
}

QString standardTokens()
{
    return QString::number(Options::StandardTokens);
}

//! A whole number from 0 to maximum; the error is a sentence.
Expected<int, QString> numberFrom(const QString &option, const QString &text, int maximum)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number > maximum) {
        return Unexpected{u"--%1 takes a whole number from 0 to %2, not \"%3\"."_s.arg(
            option, QString::number(maximum), text)};
    }
    return number;
}

} // namespace

OptionsParser::OptionsParser()
{
    m_parser.setApplicationDescription(description());
    m_parser.addOptions({
        {u"port"_s, u"Listen on this port; 0, the default, takes a free one."_s, u"N"_s, u"0"_s},
        {u"tokens"_s,
         u"Offer so many tokens, at most %1; the default is %2."_s.arg(
             QString::number(Options::MaximumTokens), standardTokens()),
         u"N"_s, standardTokens()},
        {u"latency"_s, u"Answer so many milliseconds late."_s, u"MS"_s, u"0"_s},
        {u"spend"_s, u"Lower a token's balance by this after each read of it."_s, u"AMOUNT"_s,
         u"0"_s},
        {u"fail"_s,
         u"Let the next N changes fail (all, without N). May be given more than once: they "
         "strike in turn. Kinds: %1."_s.arg(faultKindNames()),
         u"KIND[:N]"_s},
        {u"until-stdin-closes"_s, u"End when standard input does."_s},
        {{u"h"_s, u"help"_s}, u"Show this help."_s},
        {{u"v"_s, u"version"_s}, u"Show the version."_s},
    });
}

Expected<Options, QString> OptionsParser::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments)) {
        return Unexpected{m_parser.errorText()};
    }
    if (asksForHelp() || asksForVersion()) {
        return Options();
    }
    if (const QStringList rest = m_parser.positionalArguments(); !rest.isEmpty()) {
        return Unexpected{u"\"%1\" is not an option; see --help."_s.arg(rest.front())};
    }
    return options();
}

bool OptionsParser::asksForHelp() const
{
    return m_parser.isSet(u"help"_s);
}

bool OptionsParser::asksForVersion() const
{
    return m_parser.isSet(u"version"_s);
}

QString OptionsParser::helpText() const
{
    return m_parser.helpText();
}

Expected<Options, QString> OptionsParser::options() const
{
    const auto number = [this](const QString &option, int maximum) {
        return numberFrom(option, m_parser.value(option), maximum);
    };
    const auto port = number(u"port"_s, 65'535);
    const auto tokens = number(u"tokens"_s, Options::MaximumTokens);
    const auto latency = number(u"latency"_s, MaximumLatency);
    for (const auto *read : {&port, &tokens, &latency}) {
        if (!*read) {
            return Unexpected{read->error()};
        }
    }
    const auto spend = Balance::fromText(m_parser.value(u"spend"_s));
    if (!spend || *spend < Balance()) {
        return Unexpected{u"--spend takes an amount from 0 on such as 0.25, not \"%1\"."_s.arg(
            m_parser.value(u"spend"_s))};
    }
    const auto planned = faults();
    if (!planned) {
        return Unexpected{planned.error()};
    }
    Options options;
    options.port = static_cast<quint16>(*port);
    options.tokens = *tokens;
    options.latency = std::chrono::milliseconds(*latency);
    options.spend = *spend;
    options.faults = *planned;
    options.untilStdinCloses = m_parser.isSet(u"until-stdin-closes"_s);
    return options;
}

Expected<QList<Fault>, QString> OptionsParser::faults() const
{
    QList<Fault> faults;
    const QStringList texts = m_parser.values(u"fail"_s);
    for (const QString &text : texts) {
        if (!faults.isEmpty() && !faults.back().times) {
            return Unexpected{u"--fail %1 would never strike: the one before it says no number, "
                              "so it strikes every change."_s.arg(text)};
        }
        const auto fault = faultFromText(text);
        if (!fault) {
            return Unexpected{u"--fail: "_s + fault.error()};
        }
        faults.append(*fault);
    }
    return faults;
}

} // namespace purser::sandbox
