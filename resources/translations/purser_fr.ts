<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Cli</name>
    <message>
        <source>See purser-cli %1--help.</source>
        <translation>Voir purser-cli %1--help.</translation>
    </message>
    <message>
        <source>An argument is not valid UTF-8, so it can&apos;t be sent as it is.</source>
        <translation>Un argument n’est pas en UTF-8 valide&#xa0;: il ne peut pas être envoyé tel quel.</translation>
    </message>
    <message>
        <source>No account is known yet. Sign in: purser-cli login.</source>
        <translation>Aucun compte n’est encore connu. Connectez-vous&#xa0;: purser-cli login.</translation>
    </message>
    <message>
        <source>There is no account “%1”. Sign in to it: purser-cli login --account NAME; purser-cli accounts lists those that are known.</source>
        <translation>Il n’y a pas de compte «&#xa0;%1&#xa0;». Connectez-vous-y&#xa0;: purser-cli login --account NOM&#xa0;; purser-cli accounts liste les comptes connus.</translation>
    </message>
    <message>
        <source>Say what to do: %1.</source>
        <translation>Indiquez ce qu’il faut faire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There is no option “%1”. A name that begins with “-” has to follow “--”.</source>
        <translation>Il n’y a pas d’option «&#xa0;%1&#xa0;». Un nom qui commence par «&#xa0;-&#xa0;» doit suivre «&#xa0;--&#xa0;».</translation>
    </message>
    <message>
        <source>There is no command “%1”, only %2.</source>
        <translation>Il n’y a pas de commande «&#xa0;%1&#xa0;», seulement %2.</translation>
    </message>
    <message>
        <source>The option --%1 does not belong to %2.</source>
        <translation>L’option --%1 ne s’applique pas à %2.</translation>
    </message>
    <message>
        <source>The option --%1 is given more than once.</source>
        <translation>L’option --%1 est indiquée plus d’une fois.</translation>
    </message>
    <message>
        <source>--sandbox and --url exclude each other.</source>
        <translation>--sandbox et --url s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>login takes no argument: the JWT is read from standard input, because every program on this computer can see arguments.</source>
        <translation>login n’accepte aucun argument&#xa0;: le JWT est lu sur l’entrée standard, car tous les programmes de cet ordinateur peuvent voir les arguments.</translation>
    </message>
    <message>
        <source>%1 takes no argument.</source>
        <translation>%1 n’accepte aucun argument.</translation>
    </message>
    <message>
        <source>Name the token.</source>
        <translation>Indiquez le nom du jeton.</translation>
    </message>
    <message>
        <source>%1 takes one token&apos;s name: put a name with spaces into quotes.</source>
        <translation>%1 n’accepte qu’un seul nom de jeton&#xa0;: mettez entre guillemets un nom qui contient des espaces.</translation>
    </message>
    <message>
        <source>Say what to change: --balance, --expires or --active.</source>
        <translation>Indiquez ce qu’il faut modifier&#xa0;: --balance, --expires ou --active.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Donnez un nom au compte.</translation>
    </message>
    <message>
        <source>Give a time such as 2027-03-14T15:09:26Z, or never.</source>
        <translation>Indiquez une date et une heure telles que 2027-03-14T15:09:26Z, ou never.</translation>
    </message>
    <message>
        <source>Say on (the balance is enforced) or off.</source>
        <translation>Indiquez on (le solde limite les dépenses) ou off.</translation>
    </message>
    <message>
        <source>Usage: purser-cli COMMAND [OPTIONS]
Edits the budgets of Eden AI API tokens, safely.

Commands (each with a --help of its own):
  login      sign in to an account; the JWT is read from standard input
  logout     forget an account&apos;s JWT
  accounts   list the accounts
  show NAME  show a token
  set NAME   change a token
</source>
        <translation>Utilisation&#xa0;: purser-cli COMMANDE [OPTIONS]
Modifie en toute sécurité les budgets des jetons d’API Eden AI.

Commandes (chacune a sa propre aide, --help)&#xa0;:
  login      se connecter à un compte&#xa0;; le JWT est lu sur l’entrée standard
  logout     oublier le JWT d’un compte
  accounts   lister les comptes
  show NOM   afficher un jeton
  set NOM    modifier un jeton
</translation>
    </message>
    <message>
        <source>Options for every command, before or after it:
  --account NAME  work for this account; the one signed in to last by default
  --sandbox       work on a stand-in for the service, new at each call: nothing of
                  yours is touched
  --json          print one JSON object and nothing else on standard output
  -h, --help      show help
  -v, --version   show the version
  --              what follows is no option, even if it begins with “-”
</source>
        <translation>Options de toutes les commandes, placées avant ou après la commande&#xa0;:
  --account NOM   travailler sur ce compte&#xa0;; par défaut, le dernier auquel vous vous
                  êtes connecté
  --sandbox       travailler sur un service factice, neuf à chaque appel&#xa0;: aucune de
                  vos données n’est touchée
  --json          écrire sur la sortie standard un seul objet JSON et rien d’autre
  -h, --help      afficher l’aide
  -v, --version   afficher la version
  --              ce qui suit n’est pas une option, même s’il commence par «&#xa0;-&#xa0;»
</translation>
    </message>
    <message>
        <source>Exit codes:
  0  done: applied, a dry run, or nothing to do
  1  the service rejected it
  2  the command line, or a value in it, can&apos;t be used
  3  no JWT, or the service did not accept it (401, 403)
  4  unknown whether it was applied, or not confirmed
  5  a read failed, and nothing was sent
  6  the keychain failed
  8  applied, but the service holds something else
</source>
        <translation>Codes de sortie&#xa0;:
  0  fait&#xa0;: modification appliquée, simulation, ou rien à faire
  1  le service a rejeté la requête
  2  la ligne de commande, ou une valeur qu’elle contient, est inutilisable
  3  aucun JWT, ou le service ne l’a pas accepté (401, 403)
  4  on ne sait pas si la modification a été appliquée, ou elle n’est pas confirmée
  5  une lecture a échoué, et rien n’a été envoyé
  6  le trousseau a échoué
  8  modification appliquée, mais les valeurs enregistrées par le service diffèrent
</translation>
    </message>
    <message>
        <source>JSON: {&quot;outcome&quot;, &quot;token&quot;, &quot;before&quot;, &quot;after&quot;, &quot;change_id&quot;,
       &quot;error&quot;: {&quot;kind&quot;, &quot;status&quot;, &quot;message&quot;, &quot;request_id&quot;}}
  token is the name; before is the token as read first, after as the service last
  stated it. Balances are decimal strings, times ISO 8601 in UTC; null is unknown
  or none.
</source>
        <translation>JSON&#xa0;: {&quot;outcome&quot;, &quot;token&quot;, &quot;before&quot;, &quot;after&quot;, &quot;change_id&quot;,
        &quot;error&quot;: {&quot;kind&quot;, &quot;status&quot;, &quot;message&quot;, &quot;request_id&quot;}}
  token est le nom&#xa0;; before, le jeton tel qu’il a d’abord été lu&#xa0;; after, tel que le
  service l’a indiqué en dernier. Les soldes sont des chaînes décimales, les dates
  sont au format ISO 8601 en UTC&#xa0;; null signifie inconnu ou aucun.
</translation>
    </message>
    <message>
        <source>Examples:
  purser-cli login &lt; jwt.txt
  purser-cli show marketing-chatbot
  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run
  purser-cli --sandbox --json set marketing-chatbot --active off
</source>
        <translation>Exemples&#xa0;:
  purser-cli login &lt; jwt.txt
  purser-cli show marketing-chatbot
  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run
  purser-cli --sandbox --json set marketing-chatbot --active off
</translation>
    </message>
    <message>
        <source>Usage: purser-cli login [--account NAME] [--url URL] [--yes]
Signs in: reads the JWT from standard input (on a terminal it is asked for and not
shown), checks it with the service, and keeps it in the keychain.

  --account NAME  your own word for the account
  --url URL       the service, https://api.edenai.run/v2 by default
  --yes           keep a JWT that the service says may not manage tokens (403)

Examples:
  purser-cli login &lt; jwt.txt
  secret-tool lookup service edenai | purser-cli login --account Work
</source>
        <translation>Utilisation&#xa0;: purser-cli login [--account NOM] [--url URL] [--yes]
Se connecte à un compte&#xa0;: lit le JWT sur l’entrée standard (dans un terminal, il est
demandé et ne s’affiche pas), le vérifie auprès du service et le conserve dans le
trousseau.

  --account NOM  le nom que vous donnez à ce compte
  --url URL      le service, https://api.edenai.run/v2 par défaut
  --yes          conserver un JWT qui, selon le service, n’est pas autorisé à gérer
                 les jetons (403)

Exemples&#xa0;:
  purser-cli login &lt; jwt.txt
  secret-tool lookup service edenai | purser-cli login --account Travail
</translation>
    </message>
    <message>
        <source>Usage: purser-cli logout [--account NAME]
Takes the account&apos;s JWT out of the keychain and checks that it is gone. The account
itself stays known.

Example:
  purser-cli logout --account Work
</source>
        <translation>Utilisation&#xa0;: purser-cli logout [--account NOM]
Retire du trousseau le JWT du compte et vérifie qu’il n’y est plus. Le compte
lui-même reste connu.

Exemple&#xa0;:
  purser-cli logout --account Travail
</translation>
    </message>
    <message>
        <source>Usage: purser-cli accounts
Lists the accounts and their services. “*” marks the one that is used where
--account is left out. With --json they are in &quot;accounts&quot;.

Example:
  purser-cli accounts --json
</source>
        <translation>Utilisation&#xa0;: purser-cli accounts
Liste les comptes et leurs services. «&#xa0;*&#xa0;» marque celui qui est utilisé lorsque
--account est omis. Avec --json, ils se trouvent dans &quot;accounts&quot;.

Exemple&#xa0;:
  purser-cli accounts --json
</translation>
    </message>
    <message>
        <source>Usage: purser-cli show NAME
Reads a token and shows it.

Examples:
  purser-cli show marketing-chatbot
  purser-cli show --json marketing-chatbot | jq -r .after.balance
  purser-cli show -- -a-name-with-a-dash
</source>
        <translation>Utilisation&#xa0;: purser-cli show NOM
Lit un jeton et l’affiche.

Exemples&#xa0;:
  purser-cli show marketing-chatbot
  purser-cli show --json marketing-chatbot | jq -r .after.balance
  purser-cli show -- -un-nom-avec-un-tiret
</translation>
    </message>
    <message>
        <source>Usage: purser-cli set NAME [--balance N] [--expires TIME|never] [--active on|off]
                      [--dry-run] [--yes]
Reads a token, sends what is to change and differs, once, and shows what became of
it.

  --balance N     more than -100000 and less than 100000, at most 9 decimals, with
                  “.”
  --expires TIME  ISO 8601 with an offset, such as 2027-03-14T15:09:26Z or
                  2027-03-14T17:09:26+02:00; or never
  --active WHICH  on: the balance is enforced; off: spending is unlimited
  --dry-run       show what would be sent, and send nothing; with --json it is in
                  &quot;request&quot;
  --yes           ask nothing

Examples:
  purser-cli set marketing-chatbot --balance 99.5
  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on
  purser-cli set marketing-chatbot --balance -2.5 --dry-run
</source>
        <translation>Utilisation&#xa0;: purser-cli set NOM [--balance N] [--expires DATE|never]
                             [--active on|off] [--dry-run] [--yes]
Lit un jeton, envoie une seule fois ce qui doit être modifié et qui diffère, puis
affiche le résultat.

  --balance N     plus de -100000 et moins de 100000, 9&#xa0;décimales au plus, avec
                  «&#xa0;.&#xa0;»
  --expires DATE  ISO 8601 avec un décalage, par exemple 2027-03-14T15:09:26Z ou
                  2027-03-14T17:09:26+02:00&#xa0;; ou bien never
  --active ÉTAT   on&#xa0;: le solde limite les dépenses&#xa0;; off&#xa0;: les dépenses sont
                  illimitées
  --dry-run       montrer ce qui serait envoyé, et ne rien envoyer&#xa0;; avec --json,
                  c’est dans &quot;request&quot;
  --yes           ne rien demander

Exemples&#xa0;:
  purser-cli set marketing-chatbot --balance 99.5
  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on
  purser-cli set marketing-chatbot --balance -2.5 --dry-run
</translation>
    </message>
    <message>
        <source>Nothing was stored; a JWT stored earlier is still there. Copy a fresh JWT and try again.</source>
        <translation>Rien n’a été enregistré&#xa0;; un JWT enregistré auparavant est toujours là. Copiez un JWT récent et réessayez.</translation>
    </message>
    <message>
        <source>Eden AI</source>
        <translation>Eden AI</translation>
    </message>
    <message>
        <source>JWT (it is not shown): </source>
        <translation>JWT (il ne s’affiche pas)&#xa0;: </translation>
    </message>
    <message>
        <source>No JWT came from standard input. Give it there: purser-cli login &lt; jwt.txt.</source>
        <translation>Aucun JWT n’est arrivé sur l’entrée standard. Fournissez-le ainsi&#xa0;: purser-cli login &lt; jwt.txt.</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«&#xa0;%1&#xa0;» (%2)</translation>
    </message>
    <message>
        <source>The JWT for the account %1 is stored in the keychain, but it could not be checked: %2</source>
        <translation>Le JWT du compte %1 est enregistré dans le trousseau, mais il n’a pas pu être vérifié&#xa0;: %2</translation>
    </message>
    <message>
        <source>Signed in to the account %1. The JWT is in the keychain.</source>
        <translation>Connexion réussie au compte %1. Le JWT est dans le trousseau.</translation>
    </message>
    <message>
        <source>By its own word it expires %1.</source>
        <translation>Expiration indiquée par le JWT&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The account could not be saved in %1, so it is not known to the next call.</source>
        <translation>Le compte n’a pas pu être enregistré dans %1&#xa0;: il ne sera donc pas connu au prochain appel.</translation>
    </message>
    <message>
        <source>It may be an API key, or belong to somebody who is no administrator. Keep it anyway?</source>
        <translation>C’est peut-être une clé d’API, ou le JWT d’une personne qui n’est pas administratrice du compte. Conserver quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Nothing was stored; --yes keeps it anyway.</source>
        <translation>Rien n’a été enregistré&#xa0;; --yes permet de le conserver quand même.</translation>
    </message>
    <message>
        <source>The JWT may still be in it.</source>
        <translation>Le JWT est peut-être encore dans le trousseau.</translation>
    </message>
    <message>
        <source>Signed out of the account “%1”: its JWT is gone from the keychain. The account itself stays known.</source>
        <translation>Déconnexion du compte «&#xa0;%1&#xa0;» réussie&#xa0;: son JWT n’est plus dans le trousseau. Le compte lui-même reste connu.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>The sandbox could not be started: %1.</source>
        <translation>Le bac à sable n’a pas pu démarrer&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was sent.</source>
        <translation>Annulé&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Start a keyring (GNOME Keyring or KWallet) in this session and try again; without a desktop, run it under dbus-run-session.</source>
        <translation>Démarrez un trousseau (GNOME Keyring ou KWallet) dans cette session et réessayez&#xa0;; sans bureau, lancez purser-cli sous dbus-run-session.</translation>
    </message>
    <message>
        <source>Sign in with a shorter one.</source>
        <translation>Connectez-vous avec un JWT plus court.</translation>
    </message>
    <message>
        <source>Sign in again: purser-cli login.</source>
        <translation>Reconnectez-vous&#xa0;: purser-cli login.</translation>
    </message>
    <message>
        <source>Sign in: purser-cli login.</source>
        <translation>Connectez-vous&#xa0;: purser-cli login.</translation>
    </message>
    <message>
        <source>%1 (Request id: %2)</source>
        <translation>%1 (Identifiant de requête&#xa0;: %2)</translation>
    </message>
    <message>
        <source>The token was not changed.</source>
        <translation>Le jeton n’a pas été modifié.</translation>
    </message>
    <message>
        <source>It is not known whether the token was changed.</source>
        <translation>On ne sait pas si le jeton a été modifié.</translation>
    </message>
    <message>
        <source>Look at it with purser-cli show in half a minute, and only then decide whether to change it again.</source>
        <translation>Consultez-le avec purser-cli show dans une demi-minute, et décidez seulement alors s’il faut le modifier de nouveau.</translation>
    </message>
    <message>
        <source>Look at the values and decide.</source>
        <translation>Examinez les valeurs et décidez.</translation>
    </message>
    <message>
        <source>Look at it with purser-cli show later.</source>
        <translation>Consultez le jeton plus tard avec purser-cli show.</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation>Réponse du service&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Dry run: nothing was sent.</source>
        <translation>Simulation&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <translation>[y/N]</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation>Solde actif</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Discard changes?</source>
        <translation>Abandonner les modifications&#xa0;?</translation>
    </message>
    <message>
        <source>There are changes that were not sent.</source>
        <translation>Des modifications n’ont pas été envoyées.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Poursuivre la saisie</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>Purser</source>
        <translation>Purser</translation>
    </message>
    <message>
        <source>The sandbox could not be started, so there is nothing to work on. Install Purser again.</source>
        <translation>Le bac à sable n’a pas pu démarrer&#xa0;: il n’y a donc rien sur quoi travailler. Réinstallez Purser.</translation>
    </message>
    <message>
        <source>Edits the budgets of Eden AI API tokens, safely.</source>
        <translation>Modifie en toute sécurité les budgets des jetons d’API Eden AI.</translation>
    </message>
    <message>
        <source>Work on a stand-in for the service, which ends with the window. Nothing of yours is touched.</source>
        <translation>Travailler sur un service factice, qui s’arrête avec la fenêtre. Aucune de vos données n’est touchée.</translation>
    </message>
    <message>
        <source>purser takes no arguments.</source>
        <translation>purser n’accepte aucun argument.</translation>
    </message>
    <message>
        <source>See purser --help.</source>
        <translation>Voir purser --help.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>It says: “%1”</source>
        <translation>Réponse du service&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The token %1 was not changed; your edit is kept.</source>
        <translation>Le jeton %1 n’a pas été modifié&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Attendez un peu, puis réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Réessayez dans %n&#xa0;seconde.</numerusform>
            <numerusform>Réessayez dans %n&#xa0;secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the name.</source>
        <translation>Corrigez le nom.</translation>
    </message>
    <message>
        <source>Check the network and the account&apos;s service URL, then try again.</source>
        <translation>Vérifiez le réseau et l’URL du service de ce compte, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date and the service URL; on a company network, ask whether connections are inspected.</source>
        <translation>Vérifiez la date de l’ordinateur et l’URL du service&#xa0;; sur un réseau d’entreprise, demandez si les connexions sont inspectées.</translation>
    </message>
    <message>
        <source>Check the account&apos;s service URL: it may have moved.</source>
        <translation>Vérifiez l’URL du service de ce compte&#xa0;: elle a peut-être changé.</translation>
    </message>
    <message>
        <source>Sign in again, then go on.</source>
        <translation>Reconnectez-vous, puis continuez.</translation>
    </message>
    <message>
        <source>Sign in with the session JWT of an account administrator.</source>
        <translation>Connectez-vous avec le JWT de session d’un administrateur du compte.</translation>
    </message>
    <message>
        <source>Check the name, and the account&apos;s service URL.</source>
        <translation>Vérifiez le nom, ainsi que l’URL du service de ce compte.</translation>
    </message>
    <message>
        <source>Correct what it names, then try again.</source>
        <translation>Corrigez ce que le service indique, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the account&apos;s service URL; if it is right, the service has a fault.</source>
        <translation>Vérifiez l’URL du service de ce compte&#xa0;; si elle est exacte, le service est en défaut.</translation>
    </message>
    <message>
        <source>No JWT is in the keychain for this account: you are signed out.</source>
        <translation>Ce compte est déconnecté&#xa0;: le trousseau ne contient aucun JWT pour lui.</translation>
    </message>
    <message>
        <source>Sign in, then go on.</source>
        <translation>Connectez-vous, puis continuez.</translation>
    </message>
    <message>
        <source>It is not known whether the token %1 was changed; your edit is kept.</source>
        <translation>On ne sait pas si le jeton %1 a été modifié&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>The token %1 does not show the change yet.</source>
        <translation>Le jeton %1 ne reflète pas encore la modification.</translation>
    </message>
    <message>
        <source>It may still be applied; your edit is kept.</source>
        <translation>Elle peut encore être appliquée&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>Check now to read the token and see. Until that is known, nothing else is sent to it.</source>
        <translation>Utilisez «&#xa0;Vérifier maintenant&#xa0;» pour relire le jeton. Tant que le résultat n’est pas connu, rien d’autre ne lui est envoyé.</translation>
    </message>
    <message>
        <source>%1: asked %2, is now %3.</source>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;» demandé, «&#xa0;%3&#xa0;» à présent.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation>Solde actif</translation>
    </message>
    <message>
        <source>This name can&apos;t be sent.</source>
        <translation>Ce nom ne peut pas être envoyé.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>The service did not answer completely in time.</source>
        <translation>Le service n’a pas répondu complètement à temps.</translation>
    </message>
    <message>
        <source>The service&apos;s host was not found.</source>
        <translation>L’hôte du service est introuvable.</translation>
    </message>
    <message>
        <source>The service refused the connection.</source>
        <translation>Le service a refusé la connexion.</translation>
    </message>
    <message>
        <source>The connection to the service broke.</source>
        <translation>La connexion au service a été interrompue.</translation>
    </message>
    <message>
        <source>No trusted connection to the service could be made: its certificate was not accepted.</source>
        <translation>Aucune connexion de confiance n’a pu être établie avec le service&#xa0;: son certificat n’a pas été accepté.</translation>
    </message>
    <message>
        <source>The service answered with a redirection (status %1), which is never followed.</source>
        <translation>Le service a répondu par une redirection (statut %1), qui n’est jamais suivie.</translation>
    </message>
    <message>
        <source>The service did not accept the JWT (status %1).</source>
        <translation>Le service n’a pas accepté le JWT (statut %1).</translation>
    </message>
    <message>
        <source>This JWT may not manage tokens (status %1).</source>
        <translation>Ce JWT n’est pas autorisé à gérer les jetons (statut %1).</translation>
    </message>
    <message>
        <source>The service has no such token (status %1).</source>
        <translation>Le service ne connaît pas ce jeton (statut %1).</translation>
    </message>
    <message>
        <source>The service did not accept the values (status %1).</source>
        <translation>Le service n’a pas accepté les valeurs (statut %1).</translation>
    </message>
    <message>
        <source>The service was asked too often (status %1).</source>
        <translation>Le service a été trop sollicité (statut %1).</translation>
    </message>
    <message>
        <source>The service rejected the request (status %1).</source>
        <translation>Le service a rejeté la requête (statut %1).</translation>
    </message>
    <message>
        <source>The service failed (status %1).</source>
        <translation>Le service a échoué (statut %1).</translation>
    </message>
    <message>
        <source>The service&apos;s answer was no HTTP that could be understood.</source>
        <translation>La réponse du service n’était pas du HTTP compréhensible.</translation>
    </message>
    <message>
        <source>The service&apos;s answer (status %1) was not what its contract says.</source>
        <translation>La réponse du service (statut %1) n’était pas conforme à son contrat.</translation>
    </message>
    <message>
        <source>The service&apos;s answer was far too large and was cut off.</source>
        <translation>La réponse du service était beaucoup trop volumineuse et a été tronquée.</translation>
    </message>
    <message>
        <source>The token %1 was not read, and nothing was changed.</source>
        <translation>Le jeton %1 n’a pas été lu, et rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The token %1 already is so: nothing was sent.</source>
        <translation>Le jeton %1 a déjà ces valeurs&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The token %1 was changed.</source>
        <translation>Le jeton %1 a été modifié.</translation>
    </message>
    <message>
        <source>The service accepted the change of the token %1, but holds something else than what was asked.</source>
        <translation>Le service a accepté la modification du jeton %1, mais les valeurs enregistrées diffèrent de celles demandées.</translation>
    </message>
    <message>
        <source>Look at the values and decide; your edit is kept.</source>
        <translation>Examinez les valeurs et décidez&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>The service accepted the change of the token %1, but its answer does not state all that was asked.</source>
        <translation>Le service a accepté la modification du jeton %1, mais sa réponse n’indique pas tout ce qui était demandé.</translation>
    </message>
    <message>
        <source>The change is probably applied; it could not be confirmed.</source>
        <translation>La modification est probablement appliquée&#xa0;; elle n’a pas pu être confirmée.</translation>
    </message>
    <message>
        <source>Load the token again later to see.</source>
        <translation>Rechargez le jeton plus tard pour le vérifier.</translation>
    </message>
    <message>
        <source>The change was not applied: the token %1 still holds its old values.</source>
        <translation>La modification n’a pas été appliquée&#xa0;: le jeton %1 a toujours ses anciennes valeurs.</translation>
    </message>
    <message>
        <source>Your edit is kept; submit it again if you still want it.</source>
        <translation>Votre saisie est conservée&#xa0;; envoyez-la de nouveau si vous le souhaitez toujours.</translation>
    </message>
    <message>
        <source>“%1” can be read as %2 or as %3: type one of these.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire %2 ou %3&#xa0;: saisissez l’un des deux.</translation>
    </message>
    <message>
        <source>Type a balance: it can&apos;t be removed once a token has one.</source>
        <translation>Saisissez un solde&#xa0;: une fois qu’un jeton en a un, il ne peut plus être supprimé.</translation>
    </message>
    <message>
        <source>This is not a number. Type one such as %1.</source>
        <translation>Ce n’est pas un nombre. Saisissez-en un tel que %1.</translation>
    </message>
    <message>
        <source>The service keeps at most %1 decimals.</source>
        <translation>Le service conserve au plus %1&#xa0;décimales.</translation>
    </message>
    <message>
        <source>The balance has to be less than 100000; the largest is %1.</source>
        <translation>Le solde doit être inférieur à 100000&#xa0;; le plus grand est %1.</translation>
    </message>
    <message>
        <source>The balance has to be more than -100000; the smallest is %1.</source>
        <translation>Le solde doit être supérieur à -100000&#xa0;; le plus petit est %1.</translation>
    </message>
    <message>
        <source>Set a date and time, or tick Never.</source>
        <translation>Indiquez une date et une heure, ou cochez «&#xa0;Jamais&#xa0;».</translation>
    </message>
    <message>
        <source>This is not a time. Write one such as 2027-03-14T15:09:26Z.</source>
        <translation>Ce n’est pas une date et une heure. Saisissez-les sous la forme 2027-03-14T15:09:26Z.</translation>
    </message>
    <message>
        <source>The time has no zone. End it with Z (UTC) or an offset such as +02:00.</source>
        <translation>L’heure n’a pas de fuseau horaire. Terminez-la par Z (UTC) ou par un décalage tel que +02:00.</translation>
    </message>
    <message>
        <source>There is no such date or time.</source>
        <translation>Cette date ou cette heure n’existe pas.</translation>
    </message>
    <message>
        <source>This local time does not exist: the clocks skip it when daylight saving time begins. Set an earlier or a later time.</source>
        <translation>Cette heure locale n’existe pas&#xa0;: les horloges la sautent au passage à l’heure d’été. Indiquez une heure antérieure ou ultérieure.</translation>
    </message>
    <message>
        <source>The year has to lie between 1 and 9999.</source>
        <translation>L’année doit être comprise entre 1 et 9999.</translation>
    </message>
    <message>
        <source>Type a token&apos;s name.</source>
        <translation>Saisissez le nom d’un jeton.</translation>
    </message>
    <message>
        <source>A token&apos;s name has at most %1 characters.</source>
        <translation>Le nom d’un jeton comporte au plus %1&#xa0;caractères.</translation>
    </message>
    <message>
        <source>“.” and “..” can&apos;t be sent: in an address they mean something else than a name.</source>
        <translation>«&#xa0;.&#xa0;» et «&#xa0;..&#xa0;» ne peuvent pas être envoyés&#xa0;: dans une adresse, ils désignent autre chose qu’un nom.</translation>
    </message>
    <message>
        <source>The service can&apos;t be asked for a name with “/” in it.</source>
        <translation>Le service ne peut pas être interrogé sur un nom contenant «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>The name has an invisible control character in it.</source>
        <translation>Le nom contient un caractère de contrôle invisible.</translation>
    </message>
    <message>
        <source>The name has half a character in it, which can&apos;t be sent.</source>
        <translation>Le nom contient une moitié de caractère, qui ne peut pas être envoyée.</translation>
    </message>
    <message>
        <source>Type the service&apos;s URL, such as %1.</source>
        <translation>Saisissez l’URL du service, par exemple %1.</translation>
    </message>
    <message>
        <source>This is not a URL. Type one such as %1.</source>
        <translation>Ce n’est pas une URL. Saisissez-en une telle que %1.</translation>
    </message>
    <message>
        <source>The JWT is only sent over https (http for this computer alone).</source>
        <translation>Le JWT n’est envoyé que par https (par http pour cet ordinateur seulement).</translation>
    </message>
    <message>
        <source>The URL may not hold a user name or a password.</source>
        <translation>L’URL ne doit contenir ni nom d’utilisateur ni mot de passe.</translation>
    </message>
    <message>
        <source>The URL may not have a query (“?…”).</source>
        <translation>L’URL ne doit pas contenir de paramètres («&#xa0;?…&#xa0;»).</translation>
    </message>
    <message>
        <source>The URL may not have a fragment (“#…”).</source>
        <translation>L’URL ne doit pas contenir de fragment («&#xa0;#…&#xa0;»).</translation>
    </message>
    <message>
        <source>Paste the account&apos;s JWT.</source>
        <translation>Collez le JWT du compte.</translation>
    </message>
    <message>
        <source>This is too long for a JWT: at most %1 characters are sent.</source>
        <translation>C’est trop long pour un JWT&#xa0;: %1&#xa0;caractères au plus sont envoyés.</translation>
    </message>
    <message>
        <source>This is not a JWT: it has characters that can&apos;t be in one. Copy it again, without line breaks or quotes.</source>
        <translation>Ce n’est pas un JWT&#xa0;: il contient des caractères qui ne peuvent pas y figurer. Copiez-le de nouveau, sans sauts de ligne ni guillemets.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Déverrouillez le trousseau, puis réessayez.</translation>
    </message>
    <message>
        <source>No keychain could be used on this computer.</source>
        <translation>Aucun trousseau n’a pu être utilisé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keyring (GNOME Keyring or KWallet) and try again, or use the JWT for this run only.</source>
        <translation>Démarrez le trousseau de votre bureau (GNOME Keyring ou KWallet) et réessayez, ou n’utilisez le JWT que jusqu’à la fermeture de Purser.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>Le trousseau a refusé l’accès.</translation>
    </message>
    <message>
        <source>Allow Purser in the keychain&apos;s own settings and try again.</source>
        <translation>Autorisez Purser dans les paramètres du trousseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Le trousseau n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>See whether it is asking for something, then try again.</source>
        <translation>Vérifiez si le trousseau vous demande quelque chose, puis réessayez.</translation>
    </message>
    <message>
        <source>The keychain said that it was done, but a check showed that it was not.</source>
        <translation>Le trousseau a annoncé que c’était fait, mais une vérification a montré le contraire.</translation>
    </message>
    <message>
        <source>Look into the keychain&apos;s own program, then try again.</source>
        <translation>Ouvrez le programme du trousseau pour vérifier son contenu, puis réessayez.</translation>
    </message>
    <message>
        <source>The JWT is longer than this computer&apos;s keychain can hold.</source>
        <translation>Le JWT est trop long pour le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>Use it for this run only.</source>
        <translation>N’utilisez le JWT que jusqu’à la fermeture de Purser.</translation>
    </message>
    <message>
        <source>What the keychain holds for this account is not a JWT.</source>
        <translation>Ce que le trousseau contient pour ce compte n’est pas un JWT.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>less than a minute ago</source>
        <translation>il y a moins d’une minute</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>dans moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;minute</numerusform>
            <numerusform>il y a %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>dans %n&#xa0;minute</numerusform>
            <numerusform>dans %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;heure</numerusform>
            <numerusform>il y a %n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>dans %n&#xa0;heure</numerusform>
            <numerusform>dans %n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;jour</numerusform>
            <numerusform>il y a %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n&#xa0;jour</numerusform>
            <numerusform>dans %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;an</numerusform>
            <numerusform>il y a %n&#xa0;ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>dans %n&#xa0;an</numerusform>
            <numerusform>dans %n&#xa0;ans</numerusform>
        </translation>
    </message>
    <message>
        <source>On: the balance is enforced</source>
        <translation>Actif&#xa0;: le solde limite les dépenses</translation>
    </message>
    <message>
        <source>Off: spending is unlimited</source>
        <translation>Inactif&#xa0;: les dépenses sont illimitées</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Whether the change of the token %1 was applied is still not known; your edit is kept.</source>
        <translation>On ne sait toujours pas si la modification du jeton %1 a été appliquée&#xa0;; votre saisie est conservée.</translation>
    </message>
</context>
<context>
    <name>purser::DetailsPane</name>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation>Solde actif</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Rien n’a changé.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Raw &amp;JSON</source>
        <translation>JSON &amp;brut</translation>
    </message>
    <message>
        <source>About the details</source>
        <translation>À propos des détails</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Returned name</source>
        <translation>Nom renvoyé</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Returned type</source>
        <translation>Type renvoyé</translation>
    </message>
    <message>
        <source>Returned balance</source>
        <translation>Solde renvoyé</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Returned expiry</source>
        <translation>Expiration renvoyée</translation>
    </message>
    <message>
        <source>Returned active balance</source>
        <translation>Solde actif renvoyé</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Avant → après</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Returned status</source>
        <translation>Statut renvoyé</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Identifiant de requête</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON brut</translation>
    </message>
    <message>
        <source>The service&apos;s reply, without any secret key</source>
        <translation>La réponse du service, sans aucune clé secrète</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>Copy the raw JSON</source>
        <translation>Copier le JSON brut</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>This is the token as it was read; nothing has been sent.</source>
        <translation>Voici le jeton tel qu’il a été lu&#xa0;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The last submit returned no token; the values above are from before it.</source>
        <translation>Le dernier envoi n’a renvoyé aucun jeton&#xa0;; les valeurs ci-dessus lui sont antérieures.</translation>
    </message>
    <message>
        <source>none arrived</source>
        <translation>aucun reçu</translation>
    </message>
    <message>
        <source>What the service returns is shown here once a token is loaded.</source>
        <translation>Ce que le service renvoie s’affiche ici dès qu’un jeton est chargé.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Returned duration</source>
        <translation>Durée renvoyée</translation>
    </message>
    <message>
        <source>Returned request id</source>
        <translation>Identifiant de requête renvoyé</translation>
    </message>
</context>
<context>
    <name>purser::ExpiryDateTimeEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
</context>
<context>
    <name>purser::MainWindow</name>
    <message>
        <source>Purser</source>
        <translation>Purser</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Loading a token puts the service&apos;s values into every field.</source>
        <translation>Charger un jeton remplit tous les champs avec les valeurs du service.</translation>
    </message>
    <message>
        <source>Every field shows its current value again.</source>
        <translation>Chaque champ affiche de nouveau sa valeur actuelle.</translation>
    </message>
    <message>
        <source>Reading the token…</source>
        <translation>Lecture du jeton…</translation>
    </message>
    <message>
        <source>Sending the change…</source>
        <translation>Envoi de la modification…</translation>
    </message>
    <message>
        <source>Reading the token to see what happened…</source>
        <translation>Lecture du jeton pour savoir ce qui s’est passé…</translation>
    </message>
    <message>
        <source>Closing the window loses them.</source>
        <translation>Elles seront perdues si vous fermez la fenêtre.</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;ffichage</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Couleurs &amp;claires</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Couleurs s&amp;ombres</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;About Purser</source>
        <translation>À &amp;propos de Purser</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>À propos de &amp;Qt</translation>
    </message>
    <message>
        <source>Acco&amp;unt </source>
        <translation>C&amp;ompte </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Aucun compte</translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation>Consultation du trousseau…</translation>
    </message>
    <message>
        <source>JWT not readable</source>
        <translation>JWT illisible</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>You are signed out of this account: no JWT is kept for it. Sign in to go on.</source>
        <translation>Ce compte est déconnecté&#xa0;: aucun JWT n’est conservé pour lui. Connectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>JWT expired %1</source>
        <translation>JWT expiré %1</translation>
    </message>
    <message>
        <source>JWT expires %1</source>
        <translation>Le JWT expire %1</translation>
    </message>
    <message>
        <source>Signed in for this run only: the JWT is in no keychain and will be asked for again.</source>
        <translation>Connexion valable jusqu’à la fermeture de Purser&#xa0;: le JWT n’est dans aucun trousseau et vous sera redemandé.</translation>
    </message>
    <message>
        <source>The JWT was stored, but it could not be checked.</source>
        <translation>Le JWT a été enregistré, mais il n’a pas pu être vérifié.</translation>
    </message>
    <message>
        <source>Signed in: the service accepted the JWT, which is now in the keychain.</source>
        <translation>Connexion réussie&#xa0;: le service a accepté le JWT, qui est maintenant dans le trousseau.</translation>
    </message>
    <message>
        <source>Signing out loses them.</source>
        <translation>Elles seront perdues si vous vous déconnectez.</translation>
    </message>
    <message>
        <source>The JWT may still be in the keychain: you are not safely signed out.</source>
        <translation>Le JWT est peut-être encore dans le trousseau&#xa0;: la déconnexion n’est pas certaine.</translation>
    </message>
    <message>
        <source>Waiting for the keychain to be unlocked…</source>
        <translation>En attente du déverrouillage du trousseau…</translation>
    </message>
    <message>
        <source>Changing to another account loses them.</source>
        <translation>Elles seront perdues si vous changez de compte.</translation>
    </message>
    <message>
        <source>About Purser</source>
        <translation>À propos de Purser</translation>
    </message>
    <message>
        <source>Purser %1</source>
        <translation>Purser %1</translation>
    </message>
    <message>
        <source>Edits the budgets of Eden AI API tokens, safely.

Qt %1. Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Modifie en toute sécurité les budgets des jetons d’API Eden AI.

Qt %1. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Il est fourni sans aucune garantie.</translation>
    </message>
    <message>
        <source>Account in use</source>
        <translation>Compte utilisé</translation>
    </message>
    <message>
        <source>JWT status</source>
        <translation>État du JWT</translation>
    </message>
    <message>
        <source>Every field shows its last known value again. A change of this token is still undecided.</source>
        <translation>Chaque champ affiche de nouveau sa dernière valeur connue. On ne sait pas encore si une modification de ce jeton a été appliquée.</translation>
    </message>
    <message>
        <source>A change is being sent: closing the window now leaves it unknown whether it was applied.</source>
        <translation>Une modification est en cours d’envoi&#xa0;: si vous fermez la fenêtre maintenant, on ne saura pas si elle a été appliquée.</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Déconnexion…</translation>
    </message>
</context>
<context>
    <name>purser::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>Vérifier &amp;maintenant</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se conn&amp;ecter…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Put my changes back</source>
        <translation>Reprendre mes modifications</translation>
    </message>
</context>
<context>
    <name>purser::NullableDateTimeEdit</name>
    <message>
        <source>N&amp;ever</source>
        <translation>&amp;Jamais</translation>
    </message>
    <message>
        <source>Expiry in UTC</source>
        <translation>Expiration en UTC</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>N’expire jamais</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>This local time occurs twice; the first one is meant.</source>
        <translation>Cette heure locale survient deux fois&#xa0;; c’est la première qui est retenue.</translation>
    </message>
    <message>
        <source>Not pasted.</source>
        <translation>Rien n’a été collé.</translation>
    </message>
</context>
<context>
    <name>purser::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign-in message</source>
        <translation>Message de connexion</translation>
    </message>
    <message>
        <source>Eden AI</source>
        <translation>Eden AI</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Nom du compte</translation>
    </message>
    <message>
        <source>Your own word for this account</source>
        <translation>Le nom que vous donnez à ce compte</translation>
    </message>
    <message>
        <source>Service URL</source>
        <translation>URL du service</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>Paste the JWT</source>
        <translation>Coller le JWT</translation>
    </message>
    <message>
        <source>The JWT is the bearer token of an account administrator&apos;s session: sign in to the service&apos;s dashboard and copy it from the account&apos;s API settings. It is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation>Le JWT est le jeton porteur (bearer) de la session d’un administrateur du compte&#xa0;: connectez-vous au tableau de bord du service et copiez-le depuis les paramètres d’API du compte. Il est conservé dans le trousseau de cet ordinateur et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Account &amp;name</source>
        <translation>&amp;Nom du compte</translation>
    </message>
    <message>
        <source>Service &amp;URL</source>
        <translation>&amp;URL du service</translation>
    </message>
    <message>
        <source>&amp;JWT</source>
        <translation>&amp;JWT</translation>
    </message>
    <message>
        <source>&amp;Keep it anyway</source>
        <translation>&amp;Conserver quand même</translation>
    </message>
    <message>
        <source>Un&amp;lock…</source>
        <translation>&amp;Déverrouiller…</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Use it for &amp;this run only</source>
        <translation>Utiliser jusqu’à la &amp;fermeture de Purser</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keeping the JWT in the keychain…</source>
        <translation>Enregistrement du JWT dans le trousseau…</translation>
    </message>
    <message>
        <source>Waiting for the keychain to be unlocked…</source>
        <translation>En attente du déverrouillage du trousseau…</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation>Réponse du service&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing was stored; a JWT stored earlier is still there. Copy a fresh JWT and try again.</source>
        <translation>Rien n’a été enregistré&#xa0;; un JWT enregistré auparavant est toujours là. Copiez un JWT récent et réessayez.</translation>
    </message>
    <message>
        <source>It may be an API key, or belong to somebody who is no administrator. Nothing was stored yet.</source>
        <translation>C’est peut-être une clé d’API, ou le JWT d’une personne qui n’est pas administratrice du compte. Rien n’a encore été enregistré.</translation>
    </message>
    <message>
        <source>The account could not be saved in %1: it will be asked for again at the next start.</source>
        <translation>Le compte n’a pas pu être enregistré dans %1&#xa0;: il vous sera redemandé au prochain démarrage.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Donnez un nom au compte.</translation>
    </message>
    <message>
        <source>Checking the JWT with the service…</source>
        <translation>Vérification du JWT auprès du service…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was stored.</source>
        <translation>Annulé&#xa0;; rien n’a été enregistré.</translation>
    </message>
</context>
<context>
    <name>purser::TokenForm</name>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>More than -100000 and less than 100000, with at most nine decimals. Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1.</source>
        <translation>Plus de -100000 et moins de 100000, avec neuf décimales au plus. Les touches Haut et Bas le modifient de 1, les touches Page de 10&#xa0;; avec Ctrl, de 0,1.</translation>
    </message>
    <message>
        <source>Active balance</source>
        <translation>Solde actif</translation>
    </message>
    <message>
        <source>Stop the token when its balance reaches 0</source>
        <translation>Bloquer le jeton lorsque son solde atteint 0</translation>
    </message>
    <message>
        <source>&amp;Balance</source>
        <translation>&amp;Solde</translation>
    </message>
    <message>
        <source>Current balance</source>
        <translation>Solde actuel</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>E&amp;xpiration</translation>
    </message>
    <message>
        <source>Current expiry</source>
        <translation>Expiration actuelle</translation>
    </message>
    <message>
        <source>&amp;Active balance</source>
        <translation>Solde ac&amp;tif</translation>
    </message>
    <message>
        <source>Current active balance</source>
        <translation>Solde actif actuel</translation>
    </message>
    <message>
        <source>Token name</source>
        <translation>Nom du jeton</translation>
    </message>
    <message>
        <source>A token&apos;s name, exactly as the service has it</source>
        <translation>Le nom d’un jeton, exactement tel qu’il est dans le service</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>C&amp;harger</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Read the token from the service (F5)</source>
        <translation>Lire le jeton auprès du service (F5)</translation>
    </message>
    <message>
        <source>Token name problem</source>
        <translation>Nom du jeton&#xa0;: problème</translation>
    </message>
    <message>
        <source>&amp;Token name</source>
        <translation>&amp;Nom du jeton</translation>
    </message>
    <message>
        <source>Loaded token</source>
        <translation>Jeton chargé</translation>
    </message>
    <message>
        <source>About the form</source>
        <translation>À propos du formulaire</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>Current value</source>
        <translation>Valeur actuelle</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Put every field back to its current value</source>
        <translation>Remettre chaque champ à sa valeur actuelle</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>En&amp;voyer</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send the changed fields to the service, once (Ctrl+Return)</source>
        <translation>Envoyer une seule fois au service les champs modifiés (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>The service says: “%1”</source>
        <translation>Réponse du service&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>● Changed</source>
        <translation>● Modifié</translation>
    </message>
    <message>
        <source>No token loaded</source>
        <translation>Aucun jeton chargé</translation>
    </message>
    <message>
        <source>Type a token&apos;s name above and press Enter: its values are read before anything can be edited.</source>
        <translation>Saisissez ci-dessus le nom d’un jeton et appuyez sur Entrée&#xa0;: ses valeurs sont lues avant toute modification.</translation>
    </message>
    <message>
        <source>Sign in to an account to begin.</source>
        <translation>Connectez-vous à un compte pour commencer.</translation>
    </message>
    <message>
        <source>The name above is another one. Load it, or type this token&apos;s name again to go on editing it.</source>
        <translation>Le nom ci-dessus est celui d’un autre jeton. Chargez-le, ou saisissez de nouveau le nom du jeton affiché ici pour continuer à le modifier.</translation>
    </message>
    <message>
        <source>A change of this token is still undecided.</source>
        <translation>Une modification de ce jeton est encore en suspens.</translation>
    </message>
    <message>
        <source>%1: problem</source>
        <translation>%1&#xa0;: problème</translation>
    </message>
</context>
</TS>
