<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>Reading again in %n second(s).</source>
        <translation>
            <numerusform>Reading again in %n second.</numerusform>
            <numerusform>Reading again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) belong to a Purser that is running: it finds out about them itself.</source>
        <translation>
            <numerusform>%n change belongs to a Purser that is running: it finds out about it itself.</numerusform>
            <numerusform>%n changes belong to a Purser that is running: it finds out about them itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading to find out about %n change(s); this takes up to 5 minutes for each token.</source>
        <translation>
            <numerusform>Reading to find out about %n change; this takes up to 5 minutes for each token.</numerusform>
            <numerusform>Reading to find out about %n changes; this takes up to 5 minutes for each token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::ChangeNews</name>
    <message numerus="yes">
        <source>When Purser ended, it was not known what became of %n change(s). The tokens are read now to find out: %1.</source>
        <translation>
            <numerusform>When Purser ended, it was not known what became of %n change. The token is read now to find out: %1.</numerusform>
            <numerusform>When Purser ended, it was not known what became of %n changes. The tokens are read now to find out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) had not been sent when Purser ended, and will not be.</source>
        <translation>
            <numerusform>%n change had not been sent when Purser ended, and will not be.</numerusform>
            <numerusform>%n changes had not been sent when Purser ended, and will not be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::HistoryExportBar</name>
    <message numerus="yes">
        <source>%Ln change(s) written as JSON to %1</source>
        <translation>
            <numerusform>%Ln change written as JSON to %1</numerusform>
            <numerusform>%Ln changes written as JSON to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) written as CSV to %1</source>
        <translation>
            <numerusform>%Ln change written as CSV to %1</numerusform>
            <numerusform>%Ln changes written as CSV to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) selected</source>
        <translation>
            <numerusform>%Ln change selected</numerusform>
            <numerusform>%Ln changes selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::StatusStrip</name>
    <message numerus="yes">
        <source>The read failed. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>The read failed. Trying again in %n second…</numerusform>
            <numerusform>The read failed. Trying again in %n seconds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::TokensPanel</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n token(s)</source>
        <translation>
            <numerusform>%1 of %n token</numerusform>
            <numerusform>%1 of %n tokens</numerusform>
        </translation>
    </message>
</context>
</TS>
