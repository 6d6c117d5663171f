<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Cli</name>
    <message>
        <source>See purser-cli %1--help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An argument is not valid UTF-8, so it can&apos;t be sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Discard changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are changes that were not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox could not be started, so there is nothing to work on. Install Purser again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits the budgets of Eden AI API tokens, safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on a stand-in for the service, which ends with the window. Nothing of yours is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purser takes no arguments; see purser --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>It says: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1 was not changed; your edit is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the account&apos;s service URL, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the computer&apos;s date and the service URL; on a company network, ask whether connections are inspected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account&apos;s service URL: it may have moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the session JWT of an account administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, and the account&apos;s service URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what it names, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account&apos;s service URL; if it is right, the service has a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No JWT is in the keychain for this account: you are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the token %1 was changed; your edit is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1 does not show the change yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still be applied; your edit is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now to read the token and see. Until that is known, nothing else is sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: asked %2, is now %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name can&apos;t be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer completely in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s host was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made: its certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered with a redirection (status %1), which is never followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept the JWT (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JWT may not manage tokens (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has no such token (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept the values (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service was asked too often (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service rejected the request (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer was no HTTP that could be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer (status %1) was not what its contract says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer was far too large and was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1 was not read, and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1 already is so: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1 was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepted the change of the token %1, but holds something else than what was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the values and decide; your edit is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepted the change of the token %1, but its answer does not state all that was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is probably applied; it could not be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the token again later to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not applied: the token %1 still holds its old values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edit is kept; submit it again if you still want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can be read as %2 or as %3: type one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a balance: it can&apos;t be removed once a token has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number. Type one such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps at most %1 decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance has to be less than 100000; the largest is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance has to be more than -100000; the smallest is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a date and time, or tick Never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a time. Write one such as 2027-03-14T15:09:26Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time has no zone. End it with Z (UTC) or an offset such as +02:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such date or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This local time does not exist: the clocks skip it when daylight saving time begins. Set an earlier or a later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year has to lie between 1 and 9999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a token&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token&apos;s name has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“.” and “..” can&apos;t be sent: in an address they mean something else than a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service can&apos;t be asked for a name with “/” in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has an invisible control character in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has half a character in it, which can&apos;t be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the service&apos;s URL, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a URL. Type one such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JWT is only sent over https (http for this computer alone).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL may not hold a user name or a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL may not have a query (“?…”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL may not have a fragment (“#…”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the account&apos;s JWT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a JWT: at most %1 characters are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a JWT: it has characters that can&apos;t be in one. Copy it again, without line breaks or quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain could be used on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keyring (GNOME Keyring or KWallet) and try again, or use the JWT for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow Purser in the keychain&apos;s own settings and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether it is asking for something, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain said that it was done, but a check showed that it was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the keychain&apos;s own program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JWT is longer than this computer&apos;s keychain can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the keychain holds for this account is not a JWT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On: the balance is enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: spending is unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::DetailsPane</name>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s reply, without any secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the token as it was read; nothing has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last submit returned no token; the values above are from before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service returns is shown here once a token is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::ExpiryDateTimeEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::MainWindow</name>
    <message>
        <source>Purser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JWT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the earlier change was applied is still not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading a token puts the service&apos;s values into every field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every field shows its current value again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending the change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the token to see what happened…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window loses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Purser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acco&amp;unt </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JWT not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out of this account: no JWT is kept for it. Sign in to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JWT expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JWT expires %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in for this run only: the JWT is in no keychain and will be asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JWT was stored, but it could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in: the service accepted the JWT, which is now in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing out loses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JWT may still be in the keychain: you are not safely signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain to be unlocked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing to another account loses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Purser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purser %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits the budgets of Eden AI API tokens, safely.

Qt %1. Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put my changes back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::NullableDateTimeEdit</name>
    <message>
        <source>N&amp;ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiry in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This local time occurs twice; the first one is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eden AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own word for this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JWT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the JWT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JWT is the bearer token of an account administrator&apos;s session: sign in to the service&apos;s dashboard and copy it from the account&apos;s API settings. It is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service &amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JWT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;lock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for &amp;this run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the JWT in the keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain to be unlocked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was stored; a JWT stored earlier is still there. Copy a fresh JWT and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be an API key, or belong to somebody who is no administrator. Nothing was stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be saved in %1: it will be asked for again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the JWT with the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>purser::TokenForm</name>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than -100000 and less than 100000, with at most nine decimals. Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the token when its balance reaches 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current active balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token&apos;s name, exactly as the service has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the token from the service (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token name problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every field back to its current value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the changed fields to the service, once (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a token&apos;s name above and press Enter: its values are read before anything can be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to an account to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name above is another one. Load it, or type this token&apos;s name again to go on editing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of this token is still undecided.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
