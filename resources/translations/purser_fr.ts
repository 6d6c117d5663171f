<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>ChangeText</name>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>It was written down; nothing of it has been sent yet.</source>
        <translation>Elle est inscrite au journal&#xa0;; rien n’en a encore été envoyé.</translation>
    </message>
    <message>
        <source>It was sent; the answer is awaited.</source>
        <translation>Elle a été envoyée&#xa0;; la réponse est attendue.</translation>
    </message>
    <message>
        <source>The service holds what was asked.</source>
        <translation>Le service a enregistré ce qui était demandé.</translation>
    </message>
    <message>
        <source>The service accepted it, but holds something else than what was asked.</source>
        <translation>Le service l’a acceptée, mais les valeurs enregistrées diffèrent de celles demandées.</translation>
    </message>
    <message>
        <source>The service accepted it, but does not state all that was asked.</source>
        <translation>Le service l’a acceptée, mais n’indique pas tout ce qui était demandé.</translation>
    </message>
    <message>
        <source>The token was not changed by it.</source>
        <translation>Elle n’a pas modifié le jeton.</translation>
    </message>
    <message>
        <source>The service refused it; the token was not changed.</source>
        <translation>Le service l’a refusée&#xa0;; le jeton n’a pas été modifié.</translation>
    </message>
    <message>
        <source>It is not known whether the token was changed by it.</source>
        <translation>On ne sait pas si elle a modifié le jeton.</translation>
    </message>
    <message>
        <source>It was closed without a decision, or never sent.</source>
        <translation>Elle a été close sans que son résultat soit connu, ou n’a jamais été envoyée.</translation>
    </message>
    <message>
        <source>by the answer to the change itself</source>
        <translation>par la réponse à la modification elle-même</translation>
    </message>
    <message>
        <source>by reading the token later</source>
        <translation>par une lecture ultérieure du jeton</translation>
    </message>
    <message>
        <source>it is certain that nothing of it was sent</source>
        <translation>il est certain que rien n’en a été envoyé</translation>
    </message>
    <message>
        <source>Purser had ended before it was sent</source>
        <translation>Purser s’était arrêté avant de l’envoyer</translation>
    </message>
    <message>
        <source>closed by hand</source>
        <translation>close à la main</translation>
    </message>
    <message>
        <source>It can&apos;t be undone yet: it is not known what became of it.</source>
        <translation>Elle ne peut pas encore être annulée&#xa0;: on ne sait pas ce qu’elle est devenue.</translation>
    </message>
    <message>
        <source>There is nothing to undo: the change is not in force.</source>
        <translation>Il n’y a rien à annuler&#xa0;: la modification n’est pas en vigueur.</translation>
    </message>
    <message>
        <source>It is undone already, by the change of %1.</source>
        <translation>Elle est déjà annulée, par la modification du %1.</translation>
    </message>
    <message>
        <source>An undo of it is still undecided: the change of %1.</source>
        <translation>Son annulation est encore en suspens&#xa0;: la modification du %1.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>F5 reads it again.</source>
        <translation>F5 le relit.</translation>
    </message>
</context>
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
        <source>Expires</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>The account “%1” wants a reason for each change: give it with --reason TEXT.</source>
        <translation>Le compte «&#xa0;%1&#xa0;» exige un motif pour chaque modification&#xa0;: indiquez-le avec --reason TEXTE.</translation>
    </message>
    <message>
        <source>This is the token “%1” of the account “%2”. Send?</source>
        <translation>Il s’agit du jeton «&#xa0;%1&#xa0;» du compte «&#xa0;%2&#xa0;». Envoyer&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 Add --yes to send it all the same.</source>
        <translation>Rien n’a été envoyé&#xa0;: %1 Ajoutez --yes pour envoyer quand même.</translation>
    </message>
    <message>
        <source>The journal was damaged. It was put aside as %1, and a new one was begun.</source>
        <translation>Le journal était endommagé. Il a été mis de côté sous le nom %1, et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>Give one change&apos;s id: purser-cli history lists them.</source>
        <translation>Indiquez l’identifiant d’une seule modification&#xa0;: purser-cli history les liste.</translation>
    </message>
    <message>
        <source>Say what to change: --balance, --add, --deduct, --expires or --active.</source>
        <translation>Indiquez ce qu’il faut modifier&#xa0;: --balance, --add, --deduct, --expires ou --active.</translation>
    </message>
    <message>
        <source>--balance, --add and --deduct exclude one another.</source>
        <translation>--balance, --add et --deduct s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>Options for every command, before or after it:
  --account NAME  work for this account; the one signed in to last by default
  --sandbox       work on a stand-in for the service, new at each call: nothing of
                  yours is touched, neither settings nor journal
  --json          print one JSON object and nothing else on standard output
  -h, --help      show help
  -v, --version   show the version
  --              what follows is no option, even if it begins with “-”
</source>
        <translation>Options de toutes les commandes, placées avant ou après la commande&#xa0;:
  --account NOM   travailler sur ce compte&#xa0;; par défaut, le dernier auquel vous
                  vous êtes connecté
  --sandbox       travailler sur un service factice, neuf à chaque appel&#xa0;: rien
                  de ce qui est à vous n’est touché, ni paramètres ni journal
  --json          écrire sur la sortie standard un seul objet JSON et rien
                  d’autre
  -h, --help      afficher l’aide
  -v, --version   afficher la version
  --              ce qui suit n’est pas une option, même s’il commence par «&#xa0;-&#xa0;»
</translation>
    </message>
    <message>
        <source>JSON: {&quot;outcome&quot;, &quot;token&quot;, &quot;before&quot;, &quot;after&quot;, &quot;change_id&quot;,
       &quot;error&quot;: {&quot;kind&quot;, &quot;status&quot;, &quot;message&quot;, &quot;request_id&quot;}}
  token is the name; before is the token as read first, after as the service last
  stated it; change_id is the journal&apos;s. Balances are decimal strings, times ISO 8601
  in UTC; null is unknown or none. set and undo add &quot;consequences&quot;, undo &quot;undoes&quot;
  and &quot;notes&quot;, a dry run &quot;request&quot;, accounts &quot;accounts&quot;, list &quot;tokens&quot;, history
  and settle &quot;changes&quot;.
</source>
        <translation>JSON&#xa0;: {&quot;outcome&quot;, &quot;token&quot;, &quot;before&quot;, &quot;after&quot;, &quot;change_id&quot;,
        &quot;error&quot;: {&quot;kind&quot;, &quot;status&quot;, &quot;message&quot;, &quot;request_id&quot;}}
  token est le nom&#xa0;; before, le jeton tel qu’il a d’abord été lu&#xa0;; after, tel
  que le service l’a indiqué en dernier&#xa0;; change_id est l’identifiant dans le
  journal. Les soldes sont des chaînes décimales, les dates sont au format
  ISO 8601 en UTC&#xa0;; null signifie inconnu ou aucun. set et undo ajoutent
  &quot;consequences&quot;&#xa0;; undo, &quot;undoes&quot; et &quot;notes&quot;&#xa0;; une simulation, &quot;request&quot;&#xa0;;
  accounts, &quot;accounts&quot;&#xa0;; list, &quot;tokens&quot;&#xa0;; history et settle, &quot;changes&quot;.
</translation>
    </message>
    <message>
        <source>Examples:
  purser-cli login &lt; jwt.txt
  purser-cli show marketing-chatbot
  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run
  purser-cli set marketing-chatbot --add 20 --reason &apos;Budget of May&apos;
  purser-cli --sandbox --json set marketing-chatbot --active off --yes
</source>
        <translation>Exemples&#xa0;:
  purser-cli login &lt; jwt.txt
  purser-cli show marketing-chatbot
  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run
  purser-cli set marketing-chatbot --add 20 --reason &apos;Budget de mai&apos;
  purser-cli --sandbox --json set marketing-chatbot --active off --yes
</translation>
    </message>
    <message>
        <source>Usage: purser-cli list [--account NAME]
Lists an account&apos;s tokens. Where the service has no list, these are the names that the
journal knows. With --json they are in &quot;tokens&quot;.

Examples:
  purser-cli list
  purser-cli list --json | jq -r &apos;.tokens[] | [.name, .balance] | @tsv&apos;
</source>
        <translation>Utilisation&#xa0;: purser-cli list [--account NOM]
Liste les jetons d’un compte. Si le service n’a pas de liste, ce sont les noms
que le journal connaît. Avec --json, ils se trouvent dans &quot;tokens&quot;.

Exemples&#xa0;:
  purser-cli list
  purser-cli list --json | jq -r &apos;.tokens[] | [.name, .balance] | @tsv&apos;
</translation>
    </message>
    <message>
        <source>
Examples:
  purser-cli set marketing-chatbot --balance 99.5
  purser-cli set marketing-chatbot --add 20 --reason &apos;Budget of May&apos;
  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on
  purser-cli set marketing-chatbot --balance -2.5 --dry-run
</source>
        <translation>
Exemples&#xa0;:
  purser-cli set marketing-chatbot --balance 99.5
  purser-cli set marketing-chatbot --add 20 --reason &apos;Budget de mai&apos;
  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on
  purser-cli set marketing-chatbot --balance -2.5 --dry-run
</translation>
    </message>
    <message>
        <source>Usage: purser-cli history [--account NAME] [--token NAME] [--outcome WORD]
                          [--text TEXT] [--since TIME] [--until TIME] [--limit N]
Lists the changes in the journal, of all accounts, newest first. With --json they are
in &quot;changes&quot;, with all that is known of them.

  --token NAME    of tokens with this in their name, in any case
  --outcome WORD  intended, sent, applied, applied_differently, applied_unconfirmed,
                  not_applied, rejected, unknown or abandoned
  --text TEXT     with this in the token&apos;s name, the reason, the error or the request id
  --since TIME    made at this time or later: ISO 8601 with an offset
  --until TIME    made before this time
  --limit N       at most so many; %1 by default

Examples:
  purser-cli history --token marketing-chatbot
  purser-cli history --outcome unknown
  purser-cli history --since 2027-03-01T00:00:00Z --json | jq &apos;.changes[].reason&apos;
</source>
        <translation>Utilisation&#xa0;: purser-cli history [--account NOM] [--token NOM] [--outcome MOT]
                                 [--text TEXTE] [--since DATE] [--until DATE]
                                 [--limit N]
Liste les modifications du journal, pour tous les comptes, les plus récentes
d’abord. Avec --json, elles se trouvent dans &quot;changes&quot;, avec tout ce que l’on en
sait.

  --token NOM     celles des jetons dont le nom contient NOM, sans tenir compte
                  de la casse
  --outcome MOT   intended, sent, applied, applied_differently,
                  applied_unconfirmed, not_applied, rejected, unknown ou
                  abandoned
  --text TEXTE    avec ce texte dans le nom du jeton, le motif, l’erreur ou
                  l’identifiant de requête
  --since DATE    faites à partir de ce moment&#xa0;: ISO 8601 avec un décalage
  --until DATE    faites avant ce moment
  --limit N       pas plus de N&#xa0;; %1 par défaut

Exemples&#xa0;:
  purser-cli history --token marketing-chatbot
  purser-cli history --outcome unknown
  purser-cli history --since 2027-03-01T00:00:00Z --json | jq &apos;.changes[].id&apos;
</translation>
    </message>
    <message>
        <source>
Examples:
  purser-cli undo 12 --dry-run
  purser-cli undo 12 --reason &apos;Wrong token&apos;
</source>
        <translation>
Exemples&#xa0;:
  purser-cli undo 12 --dry-run
  purser-cli undo 12 --reason &apos;Mauvais jeton&apos;
</translation>
    </message>
    <message>
        <source>The journal has no such changes.</source>
        <translation>Le journal ne contient aucune modification correspondante.</translation>
    </message>
    <message>
        <source>These are the newest %1 of %2: --limit shows more.</source>
        <translation>Voici les %1 plus récentes sur %2&#xa0;: --limit permet d’en afficher davantage.</translation>
    </message>
    <message>
        <source>The account has no tokens.</source>
        <translation>Le compte n’a aucun jeton.</translation>
    </message>
    <message>
        <source>The service has no list of tokens. These are the names that the journal knows; purser-cli show reads one.</source>
        <translation>Le service n’a pas de liste des jetons. Voici les noms que le journal connaît&#xa0;; purser-cli show lit un jeton.</translation>
    </message>
    <message>
        <source>It knows none yet.</source>
        <translation>Il n’en connaît encore aucun.</translation>
    </message>
    <message>
        <source>An amount has to be more than 0.</source>
        <translation>Un montant doit être supérieur à 0.</translation>
    </message>
    <message>
        <source>Give a time such as 2027-03-14T15:09:26Z.</source>
        <translation>Indiquez une date et une heure telles que 2027-03-14T15:09:26Z.</translation>
    </message>
    <message>
        <source>Give a reason, or leave the option out.</source>
        <translation>Indiquez un motif, ou omettez l’option.</translation>
    </message>
    <message>
        <source>A reason has at most %1 characters.</source>
        <translation>Un motif comporte au plus %1&#xa0;caractères.</translation>
    </message>
    <message>
        <source>A reason is one line without control characters.</source>
        <translation>Un motif tient sur une ligne, sans caractère de contrôle.</translation>
    </message>
    <message>
        <source>Say one of these: %1.</source>
        <translation>Indiquez l’une de ces valeurs&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 on.</source>
        <translation>Indiquez un nombre entier supérieur ou égal à 1.</translation>
    </message>
    <message>
        <source>“%1” is not a change&apos;s id: purser-cli history lists them.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’identifiant d’une modification&#xa0;: purser-cli history les liste.</translation>
    </message>
    <message>
        <source>--without-journal sends a change without writing it down: it can&apos;t be undone or settled then.</source>
        <translation>--without-journal envoie une modification sans l’inscrire au journal&#xa0;: elle ne pourra ni être annulée, ni être vérifiée par purser-cli settle.</translation>
    </message>
    <message>
        <source>Find out what became of it: purser-cli settle.</source>
        <translation>Pour savoir ce qu’elle est devenue&#xa0;: purser-cli settle.</translation>
    </message>
    <message>
        <source>purser-cli history lists those that it has.</source>
        <translation>purser-cli history liste celles qu’il contient.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The tokens were not listed.</source>
        <translation>Les jetons n’ont pas été listés.</translation>
    </message>
    <message numerus="yes">
        <source>Reading again in %n second(s).</source>
        <translation>
            <numerusform>Nouvelle lecture dans %n&#xa0;seconde.</numerusform>
            <numerusform>Nouvelle lecture dans %n&#xa0;secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find out with purser-cli settle; until then no other change of this token is sent.</source>
        <translation>Utilisez purser-cli settle pour le savoir&#xa0;; d’ici là, aucune autre modification de ce jeton n’est envoyée.</translation>
    </message>
    <message>
        <source>Look at the values and decide; purser-cli undo %1 takes back what was changed.</source>
        <translation>Examinez les valeurs et décidez&#xa0;; purser-cli undo %1 annule ce qui a été modifié.</translation>
    </message>
    <message>
        <source>Run the command again if you still want it.</source>
        <translation>Relancez la commande si vous le souhaitez toujours.</translation>
    </message>
    <message>
        <source>Give another amount, or set the balance with --balance.</source>
        <translation>Indiquez un autre montant, ou fixez le solde avec --balance.</translation>
    </message>
    <message>
        <source>Nothing was sent: the change %1 of the token “%2” is still undecided. Find out what became of it: purser-cli settle.</source>
        <translation>Rien n’a été envoyé&#xa0;: la modification %1 du jeton «&#xa0;%2&#xa0;» est encore en suspens. Pour savoir ce qu’elle est devenue&#xa0;: purser-cli settle.</translation>
    </message>
    <message>
        <source>The token does not show it yet; it may still be applied.</source>
        <translation>Le jeton ne la reflète pas encore&#xa0;; elle peut encore être appliquée.</translation>
    </message>
    <message>
        <source>The token&apos;s values do not tell.</source>
        <translation>Les valeurs du jeton ne permettent pas de le savoir.</translation>
    </message>
    <message>
        <source>The account is not known here with that service any more. Sign in to it: purser-cli login --account NAME --url URL.</source>
        <translation>Ce compte n’est plus connu ici pour ce service. Connectez-vous-y&#xa0;: purser-cli login --account NOM --url URL.</translation>
    </message>
    <message>
        <source>The token was not read.</source>
        <translation>Le jeton n’a pas été lu.</translation>
    </message>
    <message>
        <source>The journal could not be written, so it has this change as undecided: purser-cli settle finds out again.</source>
        <translation>Impossible d’écrire dans le journal&#xa0;: cette modification y reste donc en suspens&#xa0;; purser-cli settle vérifiera de nouveau ce qu’elle est devenue.</translation>
    </message>
    <message>
        <source>Danger:</source>
        <translation>Danger&#xa0;:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Avertissement&#xa0;:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Remarque&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) belong to a Purser that is running: it finds out about them itself.</source>
        <translation>
            <numerusform>%n&#xa0;modification appartient à un Purser en cours d’exécution&#xa0;: il vérifie lui-même ce qu’elle est devenue.</numerusform>
            <numerusform>%n&#xa0;modifications appartiennent à un Purser en cours d’exécution&#xa0;: il vérifie lui-même ce qu’elles sont devenues.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was never sent.</source>
        <translation>Elle n’a jamais été envoyée.</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>Aucune modification en suspens.</translation>
    </message>
    <message numerus="yes">
        <source>Reading to find out about %n change(s); this takes up to 5 minutes for each token.</source>
        <translation>
            <numerusform>Lecture pour savoir ce qu’est devenue %n&#xa0;modification&#xa0;; cela prend jusqu’à 5&#xa0;minutes par jeton.</numerusform>
            <numerusform>Lecture pour savoir ce que sont devenues %n&#xa0;modifications&#xa0;; cela prend jusqu’à 5&#xa0;minutes par jeton.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1, token “%2”, account “%3”: %4.</source>
        <translation>Modification %1, jeton «&#xa0;%2&#xa0;», compte «&#xa0;%3&#xa0;»&#xa0;: %4.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Date (UTC)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>The journal has no change %1: purser-cli history lists those that it has.</source>
        <translation>Le journal ne contient pas de modification %1&#xa0;: purser-cli history liste celles qu’il contient.</translation>
    </message>
    <message>
        <source>The change %1 is not in force, so there is nothing to undo. Its outcome: %2.</source>
        <translation>La modification %1 n’est pas en vigueur&#xa0;: il n’y a donc rien à annuler. Son résultat&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The change %1 is undone already, by the change %2.</source>
        <translation>La modification %1 est déjà annulée, par la modification %2.</translation>
    </message>
    <message>
        <source>The token already is as it was before: nothing was sent.</source>
        <translation>Le jeton est déjà tel qu’il était avant&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>No account is known, so there is no JWT of one.</source>
        <translation>Aucun compte n’est connu, il n’y a donc aucun JWT.</translation>
    </message>
    <message>
        <source>The JWT of the account “%1” may still be in it.</source>
        <translation>Le JWT du compte «&#xa0;%1&#xa0;» est peut-être encore dans le trousseau.</translation>
    </message>
    <message>
        <source>Usage: purser-cli logout [--account NAME | --all]
Takes the account&apos;s JWT out of the keychain and checks that it is gone. The account
itself stays known.

  --all  the JWTs of all accounts, also of those that are not known any more; where one
         can&apos;t be taken out, the others are. With --json what may be left is in
         &quot;left&quot;

Examples:
  purser-cli logout --account Work
  purser-cli logout --all
</source>
        <translation>Utilisation&#xa0;: purser-cli logout [--account NOM | --all]
Retire du trousseau le JWT du compte et vérifie qu’il n’y est plus. Le compte
lui-même reste connu.

  --all  les JWT de tous les comptes, y compris de ceux qui ne sont plus
         connus&#xa0;; si l’un d’eux ne peut être retiré, les autres le sont. Avec
         --json, ce qui reste peut-être est dans &quot;left&quot;

Exemples&#xa0;:
  purser-cli logout --account Travail
  purser-cli logout --all
</translation>
    </message>
    <message>
        <source>The JWT that the account had before may still be in it: purser-cli logout --all takes it out.</source>
        <translation>Le JWT que le compte avait auparavant s’y trouve peut-être encore&#xa0;: purser-cli logout --all l’en retire.</translation>
    </message>
    <message>
        <source>The JWT that the account had for %1 is gone from the keychain.</source>
        <translation>Le JWT que le compte avait pour %1 n’est plus dans le trousseau.</translation>
    </message>
    <message>
        <source>It could not be searched for JWTs of accounts that are not known any more.</source>
        <translation>Il n’a pas été possible d’y chercher les JWT de comptes qui ne sont plus connus.</translation>
    </message>
    <message>
        <source>The entry “%1” is gone from the keychain: no account uses it any more.</source>
        <translation>L’entrée «&#xa0;%1&#xa0;» n’est plus dans le trousseau&#xa0;: aucun compte ne l’utilise plus.</translation>
    </message>
    <message>
        <source>Its entry “%1” may still be there.</source>
        <translation>Son entrée «&#xa0;%1&#xa0;» s’y trouve peut-être encore.</translation>
    </message>
    <message>
        <source>Its entry “%1” is still there.</source>
        <translation>Son entrée «&#xa0;%1&#xa0;» s’y trouve encore.</translation>
    </message>
    <message>
        <source>Give yourself the right to write %1 and try again.</source>
        <translation>Donnez-vous le droit d’écrire %1 et réessayez.</translation>
    </message>
    <message>
        <source>A + means to add: use --add %1, or leave the + out to set the balance.</source>
        <translation>Un + signifie ajouter&#xa0;: utilisez --add %1, ou retirez le + pour fixer le solde.</translation>
    </message>
    <message>
        <source>An amount has no sign: --add %1 adds it, --deduct %1 deducts it.</source>
        <translation>Un montant n’a pas de signe&#xa0;: --add %1 l’ajoute, --deduct %1 le déduit.</translation>
    </message>
    <message>
        <source>An amount has to be more than 0: --deduct %1 deducts it.</source>
        <translation>Un montant doit être supérieur à 0&#xa0;: --deduct %1 le déduit.</translation>
    </message>
    <message>
        <source>Without the journal this change is not guarded against other programs that change the token at the same time: one of the changes may be lost.</source>
        <translation>Sans le journal, rien ne protège cette modification d’autres programmes qui modifient le jeton en même temps&#xa0;: l’une des modifications peut être perdue.</translation>
    </message>
    <message>
        <source>--apart: there is no other account “%1”; purser-cli accounts lists those that are known.</source>
        <translation>--apart&#xa0;: il n’y a pas d’autre compte «&#xa0;%1&#xa0;»&#xa0;; purser-cli accounts énumère ceux qui sont connus.</translation>
    </message>
    <message>
        <source>--apart: nothing says that “%1” and “%2” are of different customers: their JWTs name the same one, or none.</source>
        <translation>--apart&#xa0;: rien n’indique que «&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» soient de clients différents&#xa0;: leurs JWT désignent le même, ou aucun.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be written.</source>
        <translation>Le fichier de configuration %1 n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>This change is not in the journal: nothing could keep other programs from changing the token at the same time.</source>
        <translation>Cette modification n’est pas dans le journal&#xa0;: rien ne pouvait empêcher d’autres programmes de modifier le jeton en même temps.</translation>
    </message>
    <message>
        <source>This looks like a JWT, not like a token&apos;s name. The JWT is read from standard input by purser-cli login, and belongs nowhere else.</source>
        <translation>Cela ressemble à un JWT, non au nom d’un jeton. Le JWT est lu sur l’entrée standard par purser-cli login, et n’a sa place nulle part ailleurs.</translation>
    </message>
    <message>
        <source>  --reason TEXT   why, for the journal: one line of at most 500 characters; an account
                  may require it
  --dry-run       show what would be sent and what it would do, and send nothing; with
                  --json it is in &quot;request&quot;
  --yes           send it even if it is dangerous: it stops a token that works, or makes
                  its spending unlimited. Without it, this is asked on a terminal, and
                  elsewhere nothing is sent (exit code 7)
  --apart NAME    the account NAME belongs to another customer of the service, so that
                  its undecided changes are of other tokens; remembered for the two
                  accounts
</source>
        <translation>  --reason TEXTE  le motif, pour le journal&#xa0;: une ligne d’au plus
                  500&#xa0;caractères&#xa0;; un compte peut l’exiger
  --dry-run       montrer ce qui serait envoyé et l’effet que cela aurait, et ne
                  rien envoyer&#xa0;; avec --json, c’est dans &quot;request&quot;
  --yes           envoyer même si c’est dangereux&#xa0;: si un jeton qui fonctionne
                  s’en trouve bloqué, ou si ses dépenses deviennent illimitées.
                  Sans cette option, la question est posée dans un terminal&#xa0;;
                  ailleurs, rien n’est envoyé (code de sortie 7)
  --apart NOM     le compte NOM appartient à un autre client du service&#xa0;: ses
                  modifications en suspens portent sur d’autres jetons&#xa0;;
                  retenu pour ces deux comptes
</translation>
    </message>
    <message>
        <source>Usage: purser-cli set NAME [--balance N | --add N | --deduct N]
                      [--expires TIME|never] [--active on|off] [--reason TEXT]
                      [--dry-run] [--yes] [--apart NAME] [--without-journal]
Reads a token, says what the change will do, sends what is to change and differs,
once, and shows what became of it. It is written into the journal before.

  --balance N     more than -100000 and less than 100000, at most 9 decimals, with
                  “.”
  --add N         add to the balance as it is read just before sending
  --deduct N      deduct from it, likewise
  --expires TIME  ISO 8601 with an offset, such as 2027-03-14T15:09:26Z or
                  2027-03-14T17:09:26+02:00; or never
  --active WHICH  on: the balance is enforced; off: spending is unlimited
</source>
        <translation>Utilisation&#xa0;: purser-cli set NOM [--balance N | --add N | --deduct N]
                             [--expires DATE|never] [--active on|off]
                             [--reason TEXTE] [--dry-run] [--yes] [--apart NOM]
                             [--without-journal]
Lit un jeton, indique l’effet de la modification, envoie une seule fois ce qui
doit être modifié et qui diffère, puis affiche le résultat. La modification est
d’abord inscrite au journal.

  --balance N     plus de -100000 et moins de 100000, 9&#xa0;décimales au plus, avec
                  «&#xa0;.&#xa0;»
  --add N         ajouter au solde, tel qu’il est lu juste avant l’envoi
  --deduct N      en déduire, de la même façon
  --expires DATE  ISO 8601 avec un décalage, par exemple 2027-03-14T15:09:26Z ou
                  2027-03-14T17:09:26+02:00&#xa0;; ou bien never
  --active ÉTAT   on&#xa0;: le solde limite les dépenses&#xa0;; off&#xa0;: les dépenses sont
                  illimitées
</translation>
    </message>
    <message>
        <source>  --without-journal
                  do not write it down, for this call: the change is not in
                  history, it can&apos;t be undone, settle can&apos;t find out what became
                  of it, and it is not guarded against other programs that change
                  the token at the same time
</source>
        <translation>  --without-journal
                  pour cet appel, ne pas inscrire la modification au journal&#xa0;:
                  elle n’apparaît pas dans history, elle ne peut pas être
                  annulée, settle ne peut pas établir ce qu’elle est devenue, et
                  rien ne la protège d’autres programmes qui modifient le jeton
                  en même temps
</translation>
    </message>
    <message>
        <source>Usage: purser-cli undo ID [--reason TEXT] [--dry-run] [--yes] [--apart NAME]
Takes back a change that was applied; ID is the one that history shows. The
balance goes back by what the change added or deducted, so that what was spent
meanwhile stays spent; every other field only if it still holds what the change
set. What is not taken back is said, and why.

</source>
        <translation>Utilisation&#xa0;: purser-cli undo ID [--reason TEXTE] [--dry-run] [--yes] [--apart NOM]
Annule une modification qui a été appliquée&#xa0;; ID est l’identifiant affiché par
history. Le montant que la modification avait ajouté au solde en est déduit, ou
inversement&#xa0;: ce qui a été dépensé entre-temps reste dépensé. Chaque autre champ
n’est rétabli que s’il contient encore ce que la modification y avait mis. Ce
qui n’est pas annulé est indiqué, avec la raison.

</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Au plus %1&#xa0;caractères.</translation>
    </message>
    <message>
        <source>This looks like a JWT or a key. The JWT is read from standard input by purser-cli login, and belongs nowhere else.</source>
        <translation>Cela ressemble à un JWT ou à une clé. Le JWT est lu sur l’entrée standard par purser-cli login, et n’a sa place nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Leave --without-journal out.</source>
        <translation>Retirez --without-journal.</translation>
    </message>
    <message>
        <source>Run the command again in a moment.</source>
        <translation>Relancez la commande dans un instant.</translation>
    </message>
    <message>
        <source>If that account is another customer&apos;s, say so once with --apart “%1”; else find out what became of it: purser-cli settle.</source>
        <translation>Si ce compte est celui d’un autre client, dites-le une fois avec --apart «&#xa0;%1&#xa0;»&#xa0;; sinon, établissez ce qu’elle est devenue&#xa0;: purser-cli settle.</translation>
    </message>
    <message>
        <source>The change %1 was made for the account “%2” at %3, which is not the one that is asked for, or is not known here with that service URL.</source>
        <translation>La modification %1 a été faite pour le compte «&#xa0;%2&#xa0;» à l’adresse %3, qui n’est pas celui demandé, ou qui n’est pas connu ici avec cette URL du service.</translation>
    </message>
    <message>
        <source>The change %1 was made for a customer of the service that the account “%2” has no JWT of now, so it is not undone. Sign in as that customer; if it is the same one, say so: purser-cli login --same-customer.</source>
        <translation>La modification %1 a été faite pour un client du service dont le compte «&#xa0;%2&#xa0;» n’a pas de JWT aujourd’hui&#xa0;: elle n’est pas annulée. Connectez-vous en tant que ce client&#xa0;; si c’est le même, dites-le&#xa0;: purser-cli login --same-customer.</translation>
    </message>
    <message>
        <source>The account&apos;s name or its URL has the JWT in it, and both are kept in a file. Choose another one.</source>
        <translation>Le nom du compte ou son URL contient le JWT, et tous deux sont gardés dans un fichier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This is no JWT, or one that names no customer: whether another key is of the same customer can&apos;t be told for the account “%1”.</source>
        <translation>Ceci n’est pas un JWT, ou il ne nomme aucun client : pour le compte « %1 », rien ne dira si une autre clé est du même client.</translation>
    </message>
    <message>
        <source>There is a character in it that can&apos;t be seen or kept.</source>
        <translation>Il contient un caractère qui ne peut être ni vu ni conservé.</translation>
    </message>
    <message>
        <source>This JWT is of another customer than the one that the account “%1” had before, or nothing can tell: a plain key names none, and of an account of Purser 0.1.0 that is signed out nothing is known. It is kept for the account all the same, since nobody could be asked; changes made before are neither undone nor settled with it. If it is the same customer, sign in again with --same-customer; if not, with another --account.</source>
        <translation>Ce JWT est d’un autre client que celui que le compte «&#xa0;%1&#xa0;» avait avant, ou rien ne permet de le dire&#xa0;: une clé simple n’en nomme aucun, et d’un compte de Purser 0.1.0 déconnecté on ne sait rien. Il est gardé pour le compte malgré tout, puisque personne ne pouvait répondre&#xa0;; les modifications faites avant ne sont ni annulées ni vérifiées avec lui. Si c’est le même client, connectez-vous de nouveau avec --same-customer&#xa0;; sinon, avec un autre --account.</translation>
    </message>
    <message>
        <source>This JWT is of another customer than the one that the account “%1” had before, or nothing can tell: a plain key names none, and of an account of Purser 0.1.0 that is signed out nothing is known. Say “same” if it is the same customer, or “other” to keep it as a new account; anything else stops here. [same/other/N]</source>
        <translation>Ce JWT est d’un autre client que celui que le compte «&#xa0;%1&#xa0;» avait avant, ou rien ne permet de le dire&#xa0;: une clé simple n’en nomme aucun, et d’un compte de Purser 0.1.0 déconnecté on ne sait rien. Répondez «&#xa0;same&#xa0;» si c’est le même client, ou «&#xa0;other&#xa0;» pour le garder comme un nouveau compte&#xa0;; toute autre réponse arrête ici. [same/other/N]</translation>
    </message>
    <message>
        <source>Sign in as the one that it was made by: purser-cli login. If it is the same one, say so: purser-cli login --same-customer.</source>
        <translation>Connectez-vous comme le client qui l’a faite&#xa0;: purser-cli login. Si c’est le même, dites-le&#xa0;: purser-cli login --same-customer.</translation>
    </message>
    <message>
        <source>Sign in as the one that the token belongs to: purser-cli login. If it is the same one, say so: purser-cli login --same-customer.</source>
        <translation>Connectez-vous comme le client à qui appartient le jeton&#xa0;: purser-cli login. Si c’est le même, dites-le&#xa0;: purser-cli login --same-customer.</translation>
    </message>
    <message>
        <source>Standard output could not be written whole.</source>
        <translation>La sortie standard n’a pas pu être écrite en entier.</translation>
    </message>
    <message>
        <source>Exit codes:
  0  done: applied, a dry run, or nothing to do
  1  the service rejected it, or it was not applied
  2  the command line, or a value in it, can&apos;t be used
  3  no JWT, or the service did not accept it (401, 403)
  4  unknown whether it was applied, or not confirmed
  5  a read failed, and nothing was sent
  6  the keychain failed
  7  stopped, nothing was sent: the token has moved, a danger without --yes, or
     an earlier change of the token is undecided
  8  applied, but the service holds something else
  9  the journal failed, and nothing was sent
 10  nothing was to be sent, and the output could not be written
</source>
        <translation>Codes de sortie&#xa0;:
  0  fait&#xa0;: modification appliquée, simulation, ou rien à faire
  1  le service a rejeté la modification, ou elle n’a pas été appliquée
  2  la ligne de commande, ou une valeur qu’elle contient, est inutilisable
  3  aucun JWT, ou le service ne l’a pas accepté (401, 403)
  4  on ne sait pas si la modification a été appliquée, ou elle n’est pas
     confirmée
  5  une lecture a échoué, et rien n’a été envoyé
  6  le trousseau a échoué
  7  arrêt, rien n’a été envoyé&#xa0;: le jeton a changé entre-temps, il y a un
     danger et --yes manque, ou une modification antérieure du jeton est en
     suspens
  8  modification appliquée, mais les valeurs enregistrées par le service
     diffèrent
  9  le journal a échoué, et rien n’a été envoyé
 10  rien n’était à envoyer, et la sortie n’a pas pu être écrite
</translation>
    </message>
    <message>
        <source>The settings file %1 could not be written: what is new of the account is not known to the next call.</source>
        <translation>Le fichier de configuration %1 n’a pas pu être écrit&#xa0;: ce qui est nouveau pour le compte n’est pas connu du prochain appel.</translation>
    </message>
    <message>
        <source>The journal does not have this change any more: it can be neither undone nor settled.</source>
        <translation>Le journal n’a plus cette modification&#xa0;: elle ne peut être ni annulée ni élucidée.</translation>
    </message>
    <message>
        <source>Usage: purser-cli login [--account NAME] [--url URL] [--same-customer] [--yes]
Signs in: reads the JWT from standard input (on a terminal it is asked for and not
shown), checks it with the service, and keeps it in the keychain.

  --account NAME  your own word for the account
  --url URL       the service, https://api.edenai.run/v2 by default
  --same-customer
                  the JWT names another customer than the account&apos;s last one, and it
                  is the same. Without it, this is asked on a terminal; elsewhere the
                  JWT is kept and told of, and changes made before are neither undone
                  nor settled. With --json that is &quot;customer_changed&quot;
  --yes           keep a JWT that the service says may not manage tokens (403)

Examples:
  purser-cli login &lt; jwt.txt
  secret-tool lookup service edenai | purser-cli login --account Work
</source>
        <translation>Utilisation&#xa0;: purser-cli login [--account NOM] [--url URL] [--same-customer]
                        [--yes]
Se connecte à un compte&#xa0;: lit le JWT sur l’entrée standard (dans un terminal, il
est demandé et ne s’affiche pas), le vérifie auprès du service et le conserve
dans le trousseau.

  --account NOM  le nom que vous donnez à ce compte
  --url URL      le service, https://api.edenai.run/v2 par défaut
  --same-customer
                 le JWT nomme un autre client que le dernier du compte, et
                 c’est le même. Sans cette option, la question est posée dans un
                 terminal&#xa0;; ailleurs, le JWT est conservé et signalé, et les
                 modifications antérieures ne sont ni annulées ni éclaircies.
                 Avec --json, c’est &quot;customer_changed&quot;
  --yes          conserver un JWT qui, selon le service, n’est pas autorisé à
                 gérer les jetons (403)

Exemples&#xa0;:
  purser-cli login &lt; jwt.txt
  secret-tool lookup service edenai | purser-cli login --account Travail
</translation>
    </message>
    <message>
        <source>Usage: purser-cli settle [--account NAME] [--abandon ID]
Finds out what became of the changes whose outcome is unknown, by reading their tokens:
at once, and then again for up to 5 minutes. A change that was sent less than 30
seconds ago may need that. Changes of a Purser that is still running are left to it.
Ends with the worst of: 0 applied, 1 not applied, 8 applied differently, 4 still
unknown. With --json the changes are in &quot;changes&quot;.

  --abandon ID    closes that change without finding out, as abandoned: others of its
                  token are sent again then. It may have been applied all the same

Examples:
  purser-cli set marketing-chatbot --add 20 || purser-cli settle
  purser-cli settle --abandon 12
</source>
        <translation>Utilisation&#xa0;: purser-cli settle [--account NOM] [--abandon ID]
Établit ce que sont devenues les modifications dont le résultat est inconnu, en
relisant leurs jetons&#xa0;: aussitôt, puis de nouveau pendant 5&#xa0;minutes au plus. Une
modification envoyée il y a moins de 30&#xa0;secondes peut en avoir besoin. Les
modifications d’un Purser en cours d’exécution sont laissées à celui-ci.
Le code de sortie est celui du pire résultat&#xa0;: 0 appliquée, 1 non appliquée,
8 appliquée différemment, 4 toujours inconnu. Avec --json, les modifications se
trouvent dans &quot;changes&quot;.

  --abandon ID    ferme cette modification sans l’élucider, comme abandonnée&#xa0;:
                  d’autres modifications de son jeton sont de nouveau envoyées.
                  Elle a pu être appliquée malgré tout

Exemples&#xa0;:
  purser-cli set marketing-chatbot --add 20 || purser-cli settle
  purser-cli settle --abandon 12
</translation>
    </message>
    <message>
        <source>It may have been applied all the same: look at the token before you change it again.</source>
        <translation>Elle a pu être appliquée malgré tout&#xa0;: regardez le jeton avant de le modifier de nouveau.</translation>
    </message>
    <message>
        <source>Change %1 belongs to a Purser that is running: close it there, or end that first.</source>
        <translation>La modification %1 appartient à un Purser en cours d’exécution&#xa0;: fermez-la là-bas, ou fermez-le d’abord.</translation>
    </message>
    <message>
        <source>Change %1 is not undecided: %2.</source>
        <translation>La modification %1 n’est pas en suspens&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Once you know from elsewhere what became of it, purser-cli settle --abandon %1 closes it.</source>
        <translation>Une fois que vous savez par ailleurs ce qu’elle est devenue, purser-cli settle --abandon %1 la ferme.</translation>
    </message>
    <message>
        <source>Give it with --reason TEXT.</source>
        <translation>Donnez-le avec --reason TEXTE.</translation>
    </message>
    <message>
        <source>list the accounts</source>
        <translation>lister les comptes</translation>
    </message>
    <message>
        <source>list the changes that were sent, and what became of them</source>
        <translation>lister les modifications envoyées et ce qu’elles sont devenues</translation>
    </message>
    <message>
        <source>list an account&apos;s tokens</source>
        <translation>lister les jetons d’un compte</translation>
    </message>
    <message>
        <source>sign in to an account; the JWT is read from standard input</source>
        <translation>se connecter à un compte&#xa0;; le JWT est lu sur l’entrée standard</translation>
    </message>
    <message>
        <source>forget an account&apos;s JWT, or those of all accounts</source>
        <translation>oublier le JWT d’un compte, ou ceux de tous les comptes</translation>
    </message>
    <message>
        <source>change a token</source>
        <translation>modifier un jeton</translation>
    </message>
    <message>
        <source>find out what became of undecided changes</source>
        <translation>savoir ce que sont devenues les modifications en suspens</translation>
    </message>
    <message>
        <source>show a token</source>
        <translation>afficher un jeton</translation>
    </message>
    <message>
        <source>take a change back</source>
        <translation>annuler une modification</translation>
    </message>
    <message>
        <source>Usage: purser-cli COMMAND [OPTIONS]
Edits the budgets of Eden AI API tokens, safely.

Commands (each with a --help of its own):
</source>
        <translation>Utilisation&#xa0;: purser-cli COMMANDE [OPTIONS]
Modifie en toute sécurité les budgets des jetons d’API Eden AI.

Commandes (chacune a sa propre aide, --help)&#xa0;:
</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>--%1 and --%2 exclude each other.</source>
        <translation>--%1 et --%2 s’excluent.</translation>
    </message>
    <message>
        <source>Change %1 was made for the account “%2”, which is not the one that is asked for.</source>
        <translation>La modification %1 a été faite pour le compte «&#xa0;%2&#xa0;», qui n’est pas celui demandé.</translation>
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
    <message>
        <source>Send this change?</source>
        <translation>Envoyer cette modification&#xa0;?</translation>
    </message>
    <message>
        <source>Change the token “%1” of the account “%2”?</source>
        <translation>Modifier le jeton «&#xa0;%1&#xa0;» du compte «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Ne pas envoyer</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Tableau, CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export changes</source>
        <translation>Exporter les modifications</translation>
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
    <name>MessageActions</name>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
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
        <source>Go on without a journal…</source>
        <translation>Continuer sans journal…</translation>
    </message>
    <message>
        <source>Go on without a journal</source>
        <translation>Continuer sans journal</translation>
    </message>
    <message>
        <source>Check no&amp;w</source>
        <translation>Vérifier &amp;maintenant</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Send anyway…</source>
        <translation>Envoyer quand même…</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Abandon…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Abandon</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Other customer…</source>
        <translation>Autre client…</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Autre client</translation>
    </message>
    <message>
        <source>Put my changes back</source>
        <translation>Reprendre mes modifications</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Send again?</source>
        <translation>Envoyer de nouveau&#xa0;?</translation>
    </message>
    <message>
        <source>This edit of the token “%1” may have been sent, and applied, before Purser ended.</source>
        <translation>Cette saisie pour le jeton «&#xa0;%1&#xa0;» a peut-être été envoyée, et appliquée, avant la fin de Purser.</translation>
    </message>
    <message>
        <source>If it was, sending it now does it a second time: an amount is added or deducted twice. Compare the current values with what you expect first.</source>
        <translation>Si c’est le cas, l’envoyer maintenant la fait une seconde fois&#xa0;: un montant est ajouté ou déduit deux fois. Comparez d’abord les valeurs actuelles à celles que vous attendez.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Send anyway?</source>
        <translation>Envoyer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>An earlier change of the token “%1” is still undecided: it may have been applied, or may yet be.</source>
        <translation>Une modification antérieure du jeton «&#xa0;%1&#xa0;» est encore en suspens&#xa0;: elle a peut-être été appliquée, ou peut encore l’être.</translation>
    </message>
    <message>
        <source>If you send another one now, the earlier one may still overwrite it afterwards, and it can no longer be told from the values which of them was applied.</source>
        <translation>Si vous en envoyez une autre maintenant, la première peut encore l’écraser ensuite, et les valeurs ne permettront plus de savoir laquelle a été appliquée.</translation>
    </message>
    <message>
        <source>The earlier one is closed as abandoned.</source>
        <translation>La première est fermée comme abandonnée.</translation>
    </message>
    <message>
        <source>The earlier one stays open: it is not this window&apos;s to close.</source>
        <translation>La première reste ouverte&#xa0;: il n’appartient pas à cette fenêtre de la fermer.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Abandon this change?</source>
        <translation>Abandonner cette modification&#xa0;?</translation>
    </message>
    <message>
        <source>Close the undecided change of the token “%1”?</source>
        <translation>Clore la modification en suspens du jeton «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Purser stops looking, and the journal keeps the change as abandoned. It may have been applied all the same: look at the current values before you change the token again.</source>
        <translation>Purser cessera de chercher, et le journal gardera la modification comme abandonnée. Elle a peut-être tout de même été appliquée&#xa0;: examinez les valeurs actuelles avant de modifier de nouveau le jeton.</translation>
    </message>
    <message>
        <source>Abandon</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>Continuer à chercher</translation>
    </message>
    <message>
        <source>Another customer?</source>
        <translation>Un autre client&#xa0;?</translation>
    </message>
    <message>
        <source>Does the account “%1” belong to another customer of the service than “%2”?</source>
        <translation>Le compte «&#xa0;%1&#xa0;» appartient-il à un autre client du service que «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Then its token “%1” is another token, whose changes don&apos;t stand in the way here. If the two accounts are two admins of one customer, it is the same token. Once you say so, that is remembered for these two accounts.</source>
        <translation>Dans ce cas, son jeton «&#xa0;%1&#xa0;» est un autre jeton, dont les modifications ne gênent pas ici. Si les deux comptes sont ceux de deux administrateurs d’un même client, c’est le même jeton. Une fois donnée, cette réponse est retenue pour ces deux comptes.</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>Un autre client</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>The same customer</source>
        <translation>Le même client</translation>
    </message>
    <message>
        <source>Go on without a journal?</source>
        <translation>Continuer sans journal&#xa0;?</translation>
    </message>
    <message>
        <source>Send changes without writing them down, until Purser is closed?</source>
        <translation>Envoyer les modifications sans les inscrire au journal, jusqu’à la fermeture de Purser&#xa0;?</translation>
    </message>
    <message>
        <source>Changes that are sent then can&apos;t be undone from here, are not in the history, and if Purser or the network fails, nothing will know that they were sent. Nor are they guarded against other windows and programs that change the token at the same time: one of the changes may be lost.</source>
        <translation>Les modifications envoyées ainsi ne peuvent pas être annulées d’ici, ne figurent pas dans l’historique, et si Purser ou le réseau échoue, rien ne saura qu’elles ont été envoyées. Rien ne les protège non plus d’autres fenêtres et programmes qui modifient le jeton en même temps&#xa0;: l’une des modifications peut être perdue.</translation>
    </message>
    <message>
        <source>Go on without a journal</source>
        <translation>Continuer sans journal</translation>
    </message>
</context>
<context>
    <name>TokenMark</name>
    <message>
        <source>Used up: the balance is 0 or less and enforced, so the token is stopped.</source>
        <translation>Épuisé&#xa0;: le solde est inférieur ou égal à 0 et limite les dépenses&#xa0;; le jeton est donc bloqué.</translation>
    </message>
    <message>
        <source>Expired %1.</source>
        <translation>Expiré %1.</translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <translation>Expire %1.</translation>
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
        <source>%1: shown %2, now %3, wanted %4.</source>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;» affiché, «&#xa0;%3&#xa0;» à présent, «&#xa0;%4&#xa0;» voulu.</translation>
    </message>
    <message>
        <source>The balance had moved from %1 to %2 before; the amount was applied to that.</source>
        <translation>Entre-temps, le solde était passé de %1 à %2&#xa0;; c’est à cette valeur que le montant a été appliqué.</translation>
    </message>
    <message>
        <source>Purser reads the token to find out. Until that is known, nothing else is sent to it.</source>
        <translation>Purser relit le jeton pour le savoir. Tant que le résultat n’est pas connu, rien d’autre ne lui est envoyé.</translation>
    </message>
    <message>
        <source>The token stops working now: its balance would be %1, and it is enforced.</source>
        <translation>Le jeton cessera aussitôt de fonctionner&#xa0;: son solde serait de %1, et il limite les dépenses.</translation>
    </message>
    <message>
        <source>The token stops working now: its expiry would be in the past (%1).</source>
        <translation>Le jeton cessera aussitôt de fonctionner&#xa0;: son expiration serait dans le passé (%1).</translation>
    </message>
    <message>
        <source>Spending becomes unlimited: the balance is no longer enforced.</source>
        <translation>Les dépenses deviendront illimitées&#xa0;: le solde ne les limitera plus.</translation>
    </message>
    <message>
        <source>The token never expires.</source>
        <translation>Le jeton n’expirera jamais.</translation>
    </message>
    <message>
        <source>The balance becomes more than 10 times what it is: %1 instead of %2.</source>
        <translation>Le solde sera plus de 10&#xa0;fois supérieur à ce qu’il est&#xa0;: %1 au lieu de %2.</translation>
    </message>
    <message>
        <source>The token does not work now and will not work after this change: its expiry is in the past.</source>
        <translation>Le jeton ne fonctionne pas et ne fonctionnera pas après cette modification&#xa0;: son expiration est dans le passé.</translation>
    </message>
    <message>
        <source>The token does not work now and will not work after this change: its balance is 0 or less and enforced.</source>
        <translation>Le jeton ne fonctionne pas et ne fonctionnera pas après cette modification&#xa0;: son solde est inférieur ou égal à 0 et limite les dépenses.</translation>
    </message>
    <message>
        <source>The token, which is stopped now, works again.</source>
        <translation>Le jeton, actuellement bloqué, fonctionnera de nouveau.</translation>
    </message>
    <message>
        <source>The balance lasts until the next reset, at %1, which sets it to %2.</source>
        <translation>Le solde vaut jusqu’à la prochaine réinitialisation, le %1, qui le fixera à %2.</translation>
    </message>
    <message>
        <source>Nothing was sent: the token %1 has moved since it was shown.</source>
        <translation>Rien n’a été envoyé&#xa0;: le jeton %1 a changé depuis son affichage.</translation>
    </message>
    <message>
        <source>Your edit is kept, and the current values are shown now. Submit again if you still want it.</source>
        <translation>Votre saisie est conservée, et les valeurs actuelles sont maintenant affichées. Envoyez de nouveau si vous le souhaitez toujours.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Change the amount, or set the balance.</source>
        <translation>Changez le montant, ou fixez le solde.</translation>
    </message>
    <message>
        <source>Nothing was sent: an earlier change of the token %1 is still undecided.</source>
        <translation>Rien n’a été envoyé&#xa0;: une modification antérieure du jeton %1 est encore en suspens.</translation>
    </message>
    <message>
        <source>Your edit is kept.</source>
        <translation>Votre saisie est conservée.</translation>
    </message>
    <message>
        <source>Wait until it is known what became of it, or send anyway.</source>
        <translation>Attendez de savoir ce qu’elle est devenue, ou envoyez quand même.</translation>
    </message>
    <message>
        <source>The token has no balance, so nothing can be added to it or deducted from it.</source>
        <translation>Le jeton n’a pas de solde&#xa0;: rien ne peut donc y être ajouté ni en être déduit.</translation>
    </message>
    <message>
        <source>The service does not state this token&apos;s balance, so nothing can be added to it or deducted from it.</source>
        <translation>Le service n’indique pas le solde de ce jeton&#xa0;: rien ne peut donc y être ajouté ni en être déduit.</translation>
    </message>
    <message>
        <source>The new balance would be 100000 or more.</source>
        <translation>Le nouveau solde serait supérieur ou égal à 100000.</translation>
    </message>
    <message>
        <source>The new balance would be -100000 or less.</source>
        <translation>Le nouveau solde serait inférieur ou égal à -100000.</translation>
    </message>
    <message>
        <source>The undecided change of the token %1 was closed.</source>
        <translation>La modification en suspens du jeton %1 a été close.</translation>
    </message>
    <message>
        <source>Whether it was applied stays unknown.</source>
        <translation>On ne sait toujours pas si elle a été appliquée.</translation>
    </message>
    <message>
        <source>Look at the current values before you change it again.</source>
        <translation>Examinez les valeurs actuelles avant de modifier de nouveau le jeton.</translation>
    </message>
    <message>
        <source>The token %1 was read, but its values do not tell whether the change was applied.</source>
        <translation>Le jeton %1 a été lu, mais ses valeurs ne permettent pas de savoir si la modification a été appliquée.</translation>
    </message>
    <message>
        <source>The last look at the token failed:</source>
        <translation>La dernière lecture du jeton a échoué&#xa0;:</translation>
    </message>
    <message>
        <source>Purser reads it again at %1. Until that is known, nothing else is sent to it.</source>
        <translation>Purser le relira à %1. Tant que le résultat n’est pas connu, rien d’autre ne lui est envoyé.</translation>
    </message>
    <message>
        <source>Purser is reading the token…</source>
        <translation>Purser lit le jeton…</translation>
    </message>
    <message>
        <source>Another window or program of Purser sent a change of the token %1 (%2), and it is not known yet what became of it.</source>
        <translation>Une autre fenêtre ou un autre programme de Purser a envoyé une modification du jeton %1 (%2), et on ne sait pas encore ce qu’elle est devenue.</translation>
    </message>
    <message>
        <source>Until that is known, nothing else is sent to it.</source>
        <translation>Tant que le résultat n’est pas connu, rien d’autre n’est envoyé au jeton.</translation>
    </message>
    <message>
        <source>Wait for it, then load the token again.</source>
        <translation>Attendez qu’il le soit, puis rechargez le jeton.</translation>
    </message>
    <message>
        <source>Reset period</source>
        <translation>Période de réinitialisation</translation>
    </message>
    <message>
        <source>Reset amount</source>
        <translation>Montant de réinitialisation</translation>
    </message>
    <message>
        <source>No reset</source>
        <translation>Aucune réinitialisation</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Quotidienne</translation>
    </message>
    <message>
        <source>Weekly, on Monday</source>
        <translation>Hebdomadaire, le lundi</translation>
    </message>
    <message>
        <source>Monthly, on the 1st</source>
        <translation>Mensuelle, le 1er</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>The tokens could not be listed.</source>
        <translation>Les jetons n’ont pas pu être listés.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written: the disk is full.</source>
        <translation>Impossible d’écrire dans le journal&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written: its file or folder is read-only.</source>
        <translation>Impossible d’écrire dans le journal&#xa0;: son fichier ou son dossier est en lecture seule.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written: another program holds it locked.</source>
        <translation>Impossible d’écrire dans le journal&#xa0;: un autre programme le verrouille.</translation>
    </message>
    <message>
        <source>The journal is damaged, and it could not be set aside.</source>
        <translation>Le journal est endommagé, et il n’a pas pu être mis de côté.</translation>
    </message>
    <message>
        <source>The journal was written by a newer Purser, which this one can&apos;t read. It was left as it is.</source>
        <translation>Le journal a été écrit par une version plus récente de Purser, et celle-ci ne peut pas le lire. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Use the newer Purser.</source>
        <translation>Utilisez la version plus récente de Purser.</translation>
    </message>
    <message>
        <source>Another change of this token is still undecided.</source>
        <translation>Une autre modification de ce jeton est encore en suspens.</translation>
    </message>
    <message>
        <source>The journal has no such change.</source>
        <translation>Le journal ne contient pas cette modification.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be used.</source>
        <translation>Le journal est inutilisable.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>About to be sent</source>
        <translation>Sur le point d’être envoyée</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliquée</translation>
    </message>
    <message>
        <source>Applied differently</source>
        <translation>Appliquée différemment</translation>
    </message>
    <message>
        <source>Applied, not confirmed</source>
        <translation>Appliquée, non confirmée</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Non appliquée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Résultat inconnu</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>%1 is not taken back: there was none before, and it can&apos;t be removed once a token has one.</source>
        <translation>%1&#xa0;: pas d’annulation, car il n’y avait aucune valeur avant, et une valeur ne peut plus être supprimée une fois qu’un jeton l’a reçue.</translation>
    </message>
    <message>
        <source>%1 is not taken back: what it was before is not known.</source>
        <translation>%1&#xa0;: pas d’annulation, car la valeur d’avant n’est pas connue.</translation>
    </message>
    <message>
        <source>%1 is not taken back: a reset has set it anew since.</source>
        <translation>%1&#xa0;: pas d’annulation, car une réinitialisation a eu lieu depuis.</translation>
    </message>
    <message>
        <source>%1 is not taken back: the result would not lie between -100000 and 100000.</source>
        <translation>%1&#xa0;: pas d’annulation, car le résultat ne serait pas compris entre -100000 et 100000.</translation>
    </message>
    <message>
        <source>%1 is not taken back: the service states none now.</source>
        <translation>%1&#xa0;: pas d’annulation, car le service n’indique plus cette valeur.</translation>
    </message>
    <message>
        <source>%1 is not taken back: it has been changed since.</source>
        <translation>%1&#xa0;: pas d’annulation, car cette valeur a été modifiée depuis.</translation>
    </message>
    <message>
        <source>The token never expires any more; it was to expire at %1.</source>
        <translation>Le jeton n’expire plus jamais&#xa0;; il devait expirer le %1.</translation>
    </message>
    <message>
        <source>It may or may not be applied; your edit is kept.</source>
        <translation>Elle l’est peut-être, ou peut-être pas&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>Purser has stopped looking. Check now, or close the change with Abandon.</source>
        <translation>Purser a cessé de chercher. Utilisez «&#xa0;Vérifier maintenant&#xa0;», ou bien «&#xa0;Abandonner&#xa0;» pour clore la modification à la main.</translation>
    </message>
    <message>
        <source>Purser could not find out, and has stopped looking. Check now, or close the change with Abandon.</source>
        <translation>Le résultat ne peut pas être établi, et Purser a cessé de chercher. Utilisez «&#xa0;Vérifier maintenant&#xa0;», ou bien «&#xa0;Abandonner&#xa0;» pour clore la modification à la main.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Purser tries again at %1; Cancel ends the waiting.</source>
        <translation>Purser réessaie à %1&#xa0;; Annuler met fin à l’attente.</translation>
    </message>
    <message>
        <source>This change has been undone already, by another window or program of Purser.</source>
        <translation>Cette modification a déjà été annulée, par une autre fenêtre ou un autre programme de Purser.</translation>
    </message>
    <message>
        <source>Load the token again to see its values.</source>
        <translation>Chargez de nouveau le jeton pour voir ses valeurs.</translation>
    </message>
    <message>
        <source>%1, commit %2</source>
        <translation>%1, commit %2</translation>
    </message>
    <message>
        <source>%1, built with %2</source>
        <translation>%1, compilé avec %2</translation>
    </message>
    <message>
        <source>built with %1</source>
        <translation>compilé avec %1</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be read, so no account is known. Give yourself the right to read it.</source>
        <translation>Le fichier de configuration %1 ne peut pas être lu&#xa0;; aucun compte n’est donc connu. Donnez-vous le droit de le lire.</translation>
    </message>
    <message>
        <source>The settings file %1 is no file, so no account is known. Move what is there away.</source>
        <translation>Le fichier de configuration %1 n’est pas un fichier&#xa0;; aucun compte n’est donc connu. Déplacez ce qui se trouve là.</translation>
    </message>
    <message>
        <source>The settings file %1 is too large to be one, so no account is known. Move it away.</source>
        <translation>Le fichier de configuration %1 est trop gros pour en être un&#xa0;; aucun compte n’est donc connu. Déplacez-le.</translation>
    </message>
    <message>
        <source>Nothing was sent: other windows or programs of Purser changed the token %1 each time that it had been read.</source>
        <translation>Rien n’a été envoyé&#xa0;: d’autres fenêtres ou programmes de Purser ont modifié le jeton %1 chaque fois qu’il venait d’être lu.</translation>
    </message>
    <message>
        <source>Your edit is kept, and the current values are shown now.</source>
        <translation>Votre saisie est conservée, et les valeurs actuelles sont affichées.</translation>
    </message>
    <message>
        <source>Wait a little, then submit again.</source>
        <translation>Attendez un peu, puis envoyez de nouveau.</translation>
    </message>
    <message>
        <source>A change of the token %1 by the account “%2” at the same service (%3) is still undecided.</source>
        <translation>Une modification du jeton %1 par le compte «&#xa0;%2&#xa0;», sur le même service (%3), est encore en suspens.</translation>
    </message>
    <message>
        <source>The two accounts&apos; JWTs differ: these may be two admins of one customer, or two customers with a token of one name. That can&apos;t be told from here.</source>
        <translation>Les JWT des deux comptes diffèrent&#xa0;: ce peuvent être deux administrateurs d’un même client, ou deux clients dont les jetons portent le même nom. Rien ici ne permet de le savoir.</translation>
    </message>
    <message>
        <source>Say which it is, or wait until it is known what became of it.</source>
        <translation>Indiquez ce qu’il en est, ou attendez de savoir ce qu’elle est devenue.</translation>
    </message>
    <message>
        <source>The JWT that is kept for this account now belongs to another customer of the service.</source>
        <translation>Le JWT conservé pour ce compte appartient maintenant à un autre client du service.</translation>
    </message>
    <message>
        <source>Sign in as the one that the token belongs to, or load the token again.</source>
        <translation>Connectez-vous en tant que le client à qui appartient le jeton, ou rechargez le jeton.</translation>
    </message>
    <message>
        <source>The connection came up too late: what had been read is too old by now, so the change was held back.</source>
        <translation>La connexion s’est établie trop tard&#xa0;: ce qui avait été lu est désormais trop ancien, et la modification a été retenue.</translation>
    </message>
    <message>
        <source>The computer slept, or its clock was set, while the request was under way, so the connection was cut off.</source>
        <translation>L’ordinateur s’est mis en veille, ou son horloge a été réglée, pendant la requête&#xa0;: la connexion a été coupée.</translation>
    </message>
    <message>
        <source>The journal is of an older form, and an older Purser that uses it is still running.</source>
        <translation>Le journal est d’une forme ancienne, et un ancien Purser qui l’utilise est encore en cours d’exécution.</translation>
    </message>
    <message>
        <source>Close the older Purser, then try again.</source>
        <translation>Fermez l’ancien Purser, puis réessayez.</translation>
    </message>
    <message>
        <source>Another window or program of Purser changed this token meanwhile.</source>
        <translation>Une autre fenêtre ou un autre programme de Purser a modifié ce jeton entre-temps.</translation>
    </message>
    <message>
        <source>A change is not undone while the journal is off: nothing would know that it was, and it could be taken back twice.</source>
        <translation>Aucune modification n’est annulée tant que le journal est désactivé&#xa0;: rien ne le saurait, et elle pourrait être annulée deux fois.</translation>
    </message>
    <message>
        <source>Make the journal writable, then try again.</source>
        <translation>Rendez le journal accessible en écriture, puis réessayez.</translation>
    </message>
    <message>
        <source>That change was made to a token of another customer of the service, or at another service URL.</source>
        <translation>Cette modification portait sur un jeton d’un autre client du service, ou à une autre URL du service.</translation>
    </message>
    <message>
        <source>Sign in as the one that it was made by.</source>
        <translation>Connectez-vous en tant que le client qui l’a faite.</translation>
    </message>
    <message>
        <source>The name has U+FFFE or U+FFFF in it, which are no characters: the journal can&apos;t keep it as it is, so nothing is done with it.</source>
        <translation>Le nom contient U+FFFE ou U+FFFF, qui ne sont pas des caractères : le journal ne peut pas le conserver tel quel, donc rien n’est fait avec lui.</translation>
    </message>
    <message>
        <source>The settings file purser.ini can&apos;t be read and written, or another program holds its lock, purser.ini.lock. So nothing was put into the keychain, where nothing would find it again.</source>
        <translation>Le fichier des réglages purser.ini ne peut pas être lu et écrit, ou un autre programme tient son verrou, purser.ini.lock. Rien n’a donc été mis dans le trousseau, où rien ne le retrouverait.</translation>
    </message>
    <message>
        <source>Give yourself the right to write it, or move away what is no file there, and try again; or use the JWT for this run only.</source>
        <translation>Donnez-vous le droit d’y écrire, ou retirez ce qui n’est pas un fichier, et réessayez ; ou utilisez le JWT pour cette exécution seulement.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be read: the disk is full.</source>
        <translation>Le journal ne peut pas être lu&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Libérez de l’espace, puis réessayez.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be read: its file or folder can&apos;t be opened.</source>
        <translation>Le journal ne peut pas être lu&#xa0;: son fichier ou son dossier ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>Give yourself the right to it, then try again.</source>
        <translation>Donnez-vous le droit d’y accéder, puis réessayez.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be read now: another program holds it locked.</source>
        <translation>Le journal ne peut pas être lu pour l’instant&#xa0;: un autre programme le verrouille.</translation>
    </message>
    <message>
        <source>Close that program or wait for it, then try again.</source>
        <translation>Fermez ce programme ou attendez qu’il ait fini, puis réessayez.</translation>
    </message>
    <message>
        <source>The journal is damaged and can&apos;t be read.</source>
        <translation>Le journal est endommagé et ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The next change sets it aside, and begins a new one.</source>
        <translation>La prochaine modification le met de côté et en commence un nouveau.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be read.</source>
        <translation>Le journal ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be used: its file or folder can&apos;t be opened for reading and writing.</source>
        <translation>Le journal ne peut pas être utilisé&#xa0;: son fichier ou son dossier ne peut pas être ouvert en lecture et en écriture.</translation>
    </message>
    <message>
        <source>Give yourself the right to both, then try again.</source>
        <translation>Donnez-vous ces deux droits, puis réessayez.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be used now: another program holds it locked.</source>
        <translation>Le journal ne peut pas être utilisé pour l’instant&#xa0;: un autre programme le verrouille.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, then try again.</source>
        <translation>Donnez-vous le droit d’y écrire, puis réessayez.</translation>
    </message>
    <message>
        <source>Move the file away yourself, then try again.</source>
        <translation>Déplacez vous-même le fichier, puis réessayez.</translation>
    </message>
    <message>
        <source>Nothing was sent: the account wants a reason for each change.</source>
        <translation>Rien n’a été envoyé&#xa0;: le compte exige un motif pour chaque modification.</translation>
    </message>
    <message>
        <source>Give a reason, then submit again.</source>
        <translation>Indiquez un motif, puis envoyez de nouveau.</translation>
    </message>
</context>
<context>
    <name>purser::AboutDialog</name>
    <message>
        <source>About Purser</source>
        <translation>À propos de Purser</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation>Licences des composants</translation>
    </message>
    <message>
        <source>&amp;Licences of the parts</source>
        <translation>&amp;Licences des composants</translation>
    </message>
    <message>
        <source>Licence of Purser</source>
        <translation>Licence de Purser</translation>
    </message>
    <message>
        <source>Licence of &amp;Purser</source>
        <translation>Licence &amp;de Purser</translation>
    </message>
    <message>
        <source>Purser</source>
        <translation>Purser</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>What Purser is</source>
        <translation>Ce qu’est Purser</translation>
    </message>
    <message>
        <source>Changes the balance, the expiry and the active balance of Eden AI API tokens: sent once, written down before, and checked afterwards.</source>
        <translation>Modifie le solde, l’expiration et le solde actif des jetons d’API Eden AI&#xa0;: chaque modification est consignée d’avance, envoyée une seule fois, puis vérifiée.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Purser is free software: you may pass it on and change it under the GNU General Public License, version 3 or later. It comes without any warranty, as far as the law permits.

Purser is not made by Eden AI. It talks to nobody but the service of your account.</source>
        <translation>Purser est un logiciel libre&#xa0;: vous pouvez le transmettre et le modifier selon les termes de la licence publique générale GNU, version 3 ou ultérieure. Il est fourni sans aucune garantie, dans la mesure permise par la loi.

Purser n’est pas un produit d’Eden AI. Il ne communique qu’avec le service de votre compte.</translation>
    </message>
    <message>
        <source>&amp;Copy the versions</source>
        <translation>&amp;Copier les versions</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>For a report of a fault; there is nothing secret in it</source>
        <translation>Pour signaler un défaut&#xa0;; ce texte ne contient rien de secret</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>purser::AccountBar</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Acco&amp;unt </source>
        <translation>C&amp;ompte </translation>
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
        <source>Require a &amp;reason for each change</source>
        <translation>Exiger un &amp;motif pour chaque modification</translation>
    </message>
    <message>
        <source>The JWT may still be in the keychain: you are not safely signed out.</source>
        <translation>Le JWT est peut-être encore dans le trousseau&#xa0;: la déconnexion n’est pas certaine.</translation>
    </message>
    <message>
        <source>You are signed out of this account: no JWT is kept for it. Sign in to go on.</source>
        <translation>Ce compte est déconnecté&#xa0;: aucun JWT n’est conservé pour lui. Connectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Changing to another account loses them.</source>
        <translation>Elles seront perdues si vous changez de compte.</translation>
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
        <source>The settings file %1 can&apos;t be written, so this is not remembered.</source>
        <translation>Impossible d’écrire dans le fichier de paramètres %1&#xa0;: ce choix ne sera donc pas mémorisé.</translation>
    </message>
    <message>
        <source>More of the tool bar</source>
        <translation>Suite de la barre d’outils</translation>
    </message>
    <message>
        <source>This account is not known here any more. The list shows those that are; the account in use stays.</source>
        <translation>Ce compte n’est plus connu ici. La liste montre ceux qui le sont&#xa0;; le compte utilisé reste le même.</translation>
    </message>
</context>
<context>
    <name>purser::AppearanceMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>Afficha&amp;ge</translation>
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
</context>
<context>
    <name>purser::BalanceField</name>
    <message>
        <source>New balance</source>
        <translation>Nouveau solde</translation>
    </message>
    <message>
        <source>Balance mode</source>
        <translation>Mode du solde</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Fixer à</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Deduct</source>
        <translation>Déduire</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>More than -100000 and less than 100000, with at most nine decimals. Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1.</source>
        <translation>Plus de -100000 et moins de 100000, avec neuf décimales au plus. Les touches Haut et Bas le modifient de 1, les touches Page de 10&#xa0;; avec Ctrl, de 0,1.</translation>
    </message>
    <message>
        <source>Type an amount of more than 0: the mode says whether it is added or deducted.</source>
        <translation>Saisissez un montant supérieur à 0&#xa0;: c’est le mode qui indique s’il est ajouté ou déduit.</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
    <message>
        <source>%1 + %2 = %3</source>
        <translation>%1 + %2 = %3</translation>
    </message>
    <message>
        <source>Set to −%1, or deduct %1?</source>
        <translation>Fixer à −%1, ou déduire %1&#xa0;?</translation>
    </message>
    <message>
        <source>A + means to add: choose Add, or take the + away.</source>
        <translation>Un + signifie ajouter&#xa0;: choisissez Ajouter, ou retirez le +.</translation>
    </message>
    <message>
        <source>A − means to deduct: choose Deduct, or take the − away.</source>
        <translation>Un − signifie déduire&#xa0;: choisissez Déduire, ou retirez le −.</translation>
    </message>
    <message>
        <source>Finish what the input method is still composing.</source>
        <translation>Terminez la saisie en cours de composition.</translation>
    </message>
    <message>
        <source>Set to −%1</source>
        <translation>Fixer à −%1</translation>
    </message>
    <message>
        <source>Deduct %1</source>
        <translation>Déduire %1</translation>
    </message>
</context>
<context>
    <name>purser::ChangeNews</name>
    <message>
        <source>Tokens can be read, but nothing is sent without a journal.</source>
        <translation>Les jetons peuvent être lus, mais rien n’est envoyé sans journal.</translation>
    </message>
    <message>
        <source>The journal was damaged. It was set aside as %1, and a new one was begun: earlier changes are not in it.</source>
        <translation>Le journal était endommagé. Il a été mis de côté sous le nom %1, et un nouveau a été commencé&#xa0;: les modifications antérieures n’y sont pas.</translation>
    </message>
    <message>
        <source>Account “%1”: %2</source>
        <translation>Compte « %1 » : %2</translation>
    </message>
    <message>
        <source>It is not in the journal: nothing could keep other windows and programs from changing the token at the same time.</source>
        <translation>Elle n’est pas dans le journal&#xa0;: rien ne pouvait empêcher d’autres fenêtres et programmes de modifier le jeton en même temps.</translation>
    </message>
    <message numerus="yes">
        <source>When Purser ended, it was not known what became of %n change(s). The tokens are read now to find out: %1.</source>
        <translation>
            <numerusform>À l’arrêt de Purser, on ne savait pas ce qu’était devenue %n&#xa0;modification. Le jeton est relu maintenant pour le savoir&#xa0;: %1.</numerusform>
            <numerusform>À l’arrêt de Purser, on ne savait pas ce qu’étaient devenues %n&#xa0;modifications. Les jetons sont relus maintenant pour le savoir&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) had not been sent when Purser ended, and will not be.</source>
        <translation>
            <numerusform>%n&#xa0;modification n’avait pas été envoyée à l’arrêt de Purser, et ne le sera pas.</numerusform>
            <numerusform>%n&#xa0;modifications n’avaient pas été envoyées à l’arrêt de Purser, et ne le seront pas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::DetailsPane</name>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
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
        <source>Returned duration</source>
        <translation>Durée renvoyée</translation>
    </message>
    <message>
        <source>Returned request id</source>
        <translation>Identifiant de requête renvoyé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>purser::ExpiryDateTimeEdit</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Pick a day in a calendar (F4)</source>
        <translation>Choisir un jour dans un calendrier (F4)</translation>
    </message>
</context>
<context>
    <name>purser::ExpiryWords</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>This is not a date and time. Type one such as %1, or +30d for 30 days from now, or never.</source>
        <translation>Ce n’est pas une date et une heure. Saisissez par exemple %1, ou +30d pour dans 30 jours, ou jamais.</translation>
    </message>
    <message>
        <source>There is a character in it that can&apos;t be seen. Delete it all and type it, such as %1.</source>
        <translation>Il s’y trouve un caractère invisible. Effacez tout et saisissez par exemple %1.</translation>
    </message>
    <message>
        <source>A year has four digits here, from 1000 to 9999. Type %1.</source>
        <translation>Une année a ici quatre chiffres, de 1000 à 9999. Saisissez %1.</translation>
    </message>
    <message>
        <source>It is not clear which is the day and which is the month. Type the year first, such as %1.</source>
        <translation>Le jour et le mois ne se distinguent pas. Commencez par l’année, par exemple %1.</translation>
    </message>
    <message>
        <source>There is no such month. Type a date such as %1.</source>
        <translation>Ce mois n’existe pas. Saisissez une date, par exemple %1.</translation>
    </message>
    <message>
        <source>That month has no such day. Type a date such as %1.</source>
        <translation>Ce jour n’existe pas dans ce mois. Saisissez une date, par exemple %1.</translation>
    </message>
    <message>
        <source>There is no such time or zone: a day goes from 00:00:00 to 23:59:59. Type one such as %1.</source>
        <translation>Cette heure ou ce fuseau n’existe pas&#xa0;: un jour va de 00:00:00 à 23:59:59. Saisissez par exemple %1.</translation>
    </message>
    <message>
        <source>A second has at most six decimals here, as in %1.</source>
        <translation>Une seconde a ici six décimales au plus, comme dans %1.</translation>
    </message>
</context>
<context>
    <name>purser::FieldEditor</name>
    <message>
        <source>Active balance</source>
        <translation>Solde actif</translation>
    </message>
    <message>
        <source>Stop the token when its balance reaches 0</source>
        <translation>Bloquer le jeton lorsque son solde atteint 0</translation>
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
        <source>&amp;Balance</source>
        <translation>&amp;Solde</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
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
        <source>Expiry</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Current expiry</source>
        <translation>Expiration actuelle</translation>
    </message>
    <message>
        <source>Current expiry in UTC, and how far it is</source>
        <translation>Expiration actuelle en UTC, et dans combien de temps</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>Réinitia&amp;lisation</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialisation</translation>
    </message>
    <message>
        <source>Current reset</source>
        <translation>Réinitialisation actuelle</translation>
    </message>
    <message>
        <source>%1: to %2</source>
        <translation>%1&#xa0;: à %2</translation>
    </message>
</context>
<context>
    <name>purser::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Check for updates…</source>
        <translation>&amp;Rechercher des mises à jour…</translation>
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
        <source>Check for updates</source>
        <translation>Rechercher des mises à jour</translation>
    </message>
    <message>
        <source>No browser could be opened. New versions are published here:</source>
        <translation>Aucun navigateur n’a pu être ouvert. Les nouvelles versions sont publiées ici&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>purser::HistoryDetails</name>
    <message>
        <source>About the details</source>
        <translation>À propos des détails</translation>
    </message>
    <message>
        <source>Details of the change</source>
        <translation>Détails de la modification</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Outcome of the change</source>
        <translation>Résultat de la modification</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Token of the change</source>
        <translation>Jeton de la modification</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Account of the change</source>
        <translation>Compte de la modification</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>Motif de la modification</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Held after</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1&#xa0;: avant</translation>
    </message>
    <message>
        <source>%1 asked</source>
        <translation>%1&#xa0;: demandé</translation>
    </message>
    <message>
        <source>%1 held after</source>
        <translation>%1&#xa0;: après</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Envoi demandé</translation>
    </message>
    <message>
        <source>When it was submitted</source>
        <translation>Quand l’envoi a été demandé</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Résultat connu</translation>
    </message>
    <message>
        <source>When and how it was settled</source>
        <translation>Quand et comment le résultat a été connu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>What it undoes or what undid it</source>
        <translation>Ce qu’elle annule ou ce qui l’a annulée</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Statut HTTP</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Duration of the request</source>
        <translation>Durée de la requête</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Identifiant de requête</translation>
    </message>
    <message>
        <source>Request id of the change</source>
        <translation>Identifiant de requête de la modification</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Error of the change</source>
        <translation>Erreur de la modification</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Inscrite par</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Purser %1, run %2, change %3</source>
        <translation>Purser %1, exécution %2, modification %3</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>aucune réponse</translation>
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
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>change %1 of %2</source>
        <translation>la modification %1 du %2</translation>
    </message>
    <message>
        <source>It undoes %1.</source>
        <translation>Elle annule %1.</translation>
    </message>
    <message>
        <source>It undoes change %1.</source>
        <translation>Elle annule la modification %1.</translation>
    </message>
    <message>
        <source>Whether %1 has undone it is still undecided.</source>
        <translation>On ne sait pas encore si %1 l’a annulée.</translation>
    </message>
    <message>
        <source>It was undone by %1.</source>
        <translation>Elle a été annulée par %1.</translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>Elle peut être annulée.</translation>
    </message>
</context>
<context>
    <name>purser::HistoryExportBar</name>
    <message>
        <source>About the export</source>
        <translation>À propos de l’exportation</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Avancement de l’exportation</translation>
    </message>
    <message>
        <source>Ca&amp;ncel export</source>
        <translation>Annu&amp;ler l’exportation</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Annuler l’exportation</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Écriture de %1…</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>L’exportation a été annulée&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Rien n’a été exporté.</translation>
    </message>
    <message>
        <source>Nothing was exported: %1 can&apos;t be written (%2). Choose another place.</source>
        <translation>Rien n’a été exporté&#xa0;: impossible d’écrire %1 (%2). Choisissez un autre emplacement.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) written as JSON to %1</source>
        <translation>
            <numerusform>%Ln&#xa0;modification écrite en JSON dans %1</numerusform>
            <numerusform>%Ln&#xa0;modifications écrites en JSON dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) written as CSV to %1</source>
        <translation>
            <numerusform>%Ln&#xa0;modification écrite en CSV dans %1</numerusform>
            <numerusform>%Ln&#xa0;modifications écrites en CSV dans %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::HistoryFilterBar</name>
    <message>
        <source>Filter by token</source>
        <translation>Filtrer par jeton</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
    <message>
        <source>In the token&apos;s name, the reason, the error or the request id</source>
        <translation>Dans le nom du jeton, le motif, l’erreur ou l’identifiant de requête</translation>
    </message>
    <message>
        <source>Filter by account</source>
        <translation>Filtrer par compte</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>Filtrer par résultat</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>Filter by time</source>
        <translation>Filtrer par date</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7&#xa0;derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30&#xa0;derniers jours</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre…</translation>
    </message>
    <message>
        <source>Clear &amp;filters</source>
        <translation>Effacer les &amp;filtres</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>D&amp;u</translation>
    </message>
    <message>
        <source>un&amp;til</source>
        <translation>&amp;au</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>Out&amp;come</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xte</translation>
    </message>
</context>
<context>
    <name>purser::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>purser::HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;modification</numerusform>
            <numerusform>%Ln&#xa0;modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>No change fits these filters.</source>
        <translation>Aucune modification ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>No change has been made yet.</source>
        <translation>Aucune modification n’a encore été faite.</translation>
    </message>
    <message>
        <source>The change is being read…</source>
        <translation>Lecture de la modification…</translation>
    </message>
    <message>
        <source>Select one change to undo it.</source>
        <translation>Sélectionnez une seule modification pour l’annuler.</translation>
    </message>
    <message>
        <source>Select a change to see all that is known of it.</source>
        <translation>Sélectionnez une modification pour voir tout ce que l’on en sait.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) selected</source>
        <translation>
            <numerusform>%Ln&#xa0;modification sélectionnée</numerusform>
            <numerusform>%Ln&#xa0;modifications sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts the inverse of this change into the form; nothing is sent before you submit it.</source>
        <translation>Met l’inverse de cette modification dans le formulaire&#xa0;; rien n’est envoyé tant que vous ne l’avez pas demandé.</translation>
    </message>
    <message>
        <source>No more than %L1 changes are copied at once: export them instead.</source>
        <translation>%L1&#xa0;modifications au plus sont copiées à la fois&#xa0;: exportez-les plutôt.</translation>
    </message>
    <message>
        <source>About the changes</source>
        <translation>À propos des modifications</translation>
    </message>
    <message>
        <source>History – Purser</source>
        <translation>Historique – Purser</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>&amp;Undo this</source>
        <translation>A&amp;nnuler cette modification</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Annuler cette modification</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the selected changes as a table</source>
        <translation>Copie les modifications sélectionnées sous forme de tableau</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Writes all changes that fit the filters to a CSV or JSON file</source>
        <translation>Écrit toutes les modifications qui correspondent aux filtres dans un fichier CSV ou JSON</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>purser::LeftEdits</name>
    <message>
        <source>An edit of the token “%1” from before Purser ended is kept: choose the account “%2” to go on with it.</source>
        <translation>Une saisie pour le jeton «&#xa0;%1&#xa0;», d’avant la fin de Purser, est conservée&#xa0;: choisissez le compte «&#xa0;%2&#xa0;» pour la reprendre.</translation>
    </message>
    <message>
        <source>An edit of this token is kept that was made with another customer&apos;s JWT: it is offered again with that one.</source>
        <translation>Une saisie de ce jeton, faite avec le JWT d’un autre client, est conservée&#xa0;: elle sera proposée de nouveau avec celui-là.</translation>
    </message>
    <message>
        <source>Your edit from before Purser ended was sent as change %1: %2. There is nothing left to send.</source>
        <translation>Votre saisie d’avant l’arrêt de Purser a été envoyée par la modification %1&#xa0;: %2. Il ne reste rien à envoyer.</translation>
    </message>
    <message>
        <source>An edit of this token from before Purser ended is damaged: nothing of it was filled in.</source>
        <translation>Une saisie de ce jeton d’avant l’arrêt de Purser est endommagée&#xa0;: rien n’en a été repris.</translation>
    </message>
    <message>
        <source>Your edit from before Purser ended is what the token holds now: there is nothing left to send.</source>
        <translation>Votre saisie d’avant l’arrêt de Purser correspond aux valeurs actuelles du jeton&#xa0;: il n’y a plus rien à envoyer.</translation>
    </message>
    <message>
        <source>Restored: your edit of this token from before Purser ended.</source>
        <translation>Votre saisie pour ce jeton, d’avant l’arrêt de Purser, a été rétablie.</translation>
    </message>
    <message>
        <source>A part of your edit from before Purser ended was sent as change %1: %2. What you edited after that is here again; it was not sent.</source>
        <translation>Une partie de votre saisie d’avant la fin de Purser a été envoyée comme modification %1&#xa0;: %2. Ce que vous avez saisi ensuite est de nouveau là&#xa0;; cela n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>Elle n’a pas été envoyée.</translation>
    </message>
    <message>
        <source>It was sent as change %1: %2. Whether it was applied is not known: look at the current values before you send it again.</source>
        <translation>Elle a été envoyée comme modification %1&#xa0;: %2. On ne sait pas si elle a été appliquée&#xa0;: regardez les valeurs actuelles avant de l’envoyer de nouveau.</translation>
    </message>
    <message>
        <source>Whether it was sent can&apos;t be found out, for the journal does not tell: it may have been applied already. Look at the current values before you send it again.</source>
        <translation>On ne peut pas établir si elle a été envoyée, car le journal ne le dit pas&#xa0;: elle a peut-être déjà été appliquée. Regardez les valeurs actuelles avant de l’envoyer de nouveau.</translation>
    </message>
    <message>
        <source>It was sent as change %1: %2.</source>
        <translation>Elle a été envoyée par la modification %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Since then the token has moved: %1.</source>
        <translation>Depuis, le jeton a changé&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>purser::MainWindow</name>
    <message>
        <source>Purser</source>
        <translation>Purser</translation>
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
        <source>&amp;Undo last change</source>
        <translation>&amp;Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Chan&amp;ges</source>
        <translation>Modi&amp;fications</translation>
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
        <source>+1 day</source>
        <translation>+1&#xa0;jour</translation>
    </message>
    <message>
        <source>+7 days</source>
        <translation>+7&#xa0;jours</translation>
    </message>
    <message>
        <source>+1 calendar month</source>
        <translation>+1&#xa0;mois civil</translation>
    </message>
    <message>
        <source>End of the month</source>
        <translation>Fin du mois</translation>
    </message>
    <message>
        <source>+1 year</source>
        <translation>+1&#xa0;an</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Expiry presets</source>
        <translation>Préréglages d’expiration</translation>
    </message>
    <message>
        <source>Usual steps, from now or from the current expiry</source>
        <translation>Durées usuelles, à partir de maintenant ou de l’expiration actuelle</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>À partir de maintenant</translation>
    </message>
    <message>
        <source>From now: %1</source>
        <translation>À partir de maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>From the current expiry</source>
        <translation>À partir de l’expiration actuelle</translation>
    </message>
    <message>
        <source>From the current expiry: %1</source>
        <translation>À partir de l’expiration actuelle&#xa0;: %1</translation>
    </message>
    <message>
        <source>A date alone means the end of that day. A time may follow it, and a zone; without one it is the local time. Also: +30d, +1m, +1y, never.</source>
        <translation>Une date seule désigne la fin de ce jour. Une heure peut la suivre, puis un fuseau&#xa0;; sans fuseau, c’est l’heure locale. Aussi&#xa0;: +30d, +1m, +1y, jamais.</translation>
    </message>
    <message>
        <source>Finish what the input method is still composing.</source>
        <translation>Terminez la saisie en cours de composition.</translation>
    </message>
</context>
<context>
    <name>purser::RequestPane</name>
    <message>
        <source>About the request</source>
        <translation>À propos de la requête</translation>
    </message>
    <message>
        <source>Copy for &amp;PowerShell</source>
        <translation>Copier pour Po&amp;werShell</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>Re&amp;quête</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Afficher la requête</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>Aperçu de la requête</translation>
    </message>
    <message>
        <source>Nothing to send: no field differs.</source>
        <translation>Rien à envoyer&#xa0;: aucun champ ne diffère.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier pour curl</translation>
    </message>
    <message>
        <source>A command for a POSIX shell, with $PURSER_JWT in place of the JWT</source>
        <translation>Une commande pour un shell POSIX, avec $PURSER_JWT à la place du JWT</translation>
    </message>
    <message>
        <source>Copy for PowerShell</source>
        <translation>Copier pour PowerShell</translation>
    </message>
    <message>
        <source>An Invoke-RestMethod command, with $env:PURSER_JWT in place of the JWT</source>
        <translation>Une commande Invoke-RestMethod, avec $env:PURSER_JWT à la place du JWT</translation>
    </message>
    <message>
        <source>Computed from the balance last read, %1. It is read again just before sending, and the sum then goes by that.</source>
        <translation>Calculé à partir du dernier solde lu, %1. Il est relu juste avant l’envoi, et le calcul se fait alors à partir de la nouvelle valeur.</translation>
    </message>
    <message>
        <source>Cop&amp;y as curl</source>
        <translation>Co&amp;pier pour curl</translation>
    </message>
</context>
<context>
    <name>purser::ResetField</name>
    <message>
        <source>Reset period</source>
        <translation>Période de réinitialisation</translation>
    </message>
    <message>
        <source>Reset amount</source>
        <translation>Montant de réinitialisation</translation>
    </message>
    <message>
        <source>What each reset sets the balance to, at midnight in Paris</source>
        <translation>La valeur à laquelle chaque réinitialisation fixe le solde, à minuit, heure de Paris</translation>
    </message>
    <message>
        <source>A reset needs an amount: type what the balance is set to each time.</source>
        <translation>Une réinitialisation nécessite un montant&#xa0;: saisissez la valeur à laquelle le solde est fixé chaque fois.</translation>
    </message>
    <message>
        <source>Finish what the input method is still composing.</source>
        <translation>Terminez la saisie en cours de composition.</translation>
    </message>
    <message>
        <source>A reset sets the balance and adds nothing: take the + away.</source>
        <translation>Une réinitialisation fixe le solde et n’ajoute rien&#xa0;: retirez le +.</translation>
    </message>
</context>
<context>
    <name>purser::SideWindows</name>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
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
    <message>
        <source>The sam&amp;e customer</source>
        <translation>Le &amp;même client</translation>
    </message>
    <message>
        <source>Another &amp;customer, as a new account</source>
        <translation>Un &amp;autre client, comme nouveau compte</translation>
    </message>
    <message>
        <source>The JWT that the account had before may still be in it.</source>
        <translation>Le JWT que le compte avait auparavant s’y trouve peut-être encore.</translation>
    </message>
    <message>
        <source>The account&apos;s name and its URL are kept in a file, where no secret belongs, and one of them looks like a JWT or a key. The JWT has a field of its own.</source>
        <translation>Le nom du compte et son URL sont gardés dans un fichier, où aucun secret n’a sa place, et l’un d’eux ressemble à un JWT ou à une clé. Le JWT a son propre champ.</translation>
    </message>
    <message>
        <source>The account&apos;s name has a character in it that can&apos;t be seen or kept.</source>
        <translation>Le nom du compte contient un caractère qui ne peut être ni vu ni conservé.</translation>
    </message>
    <message>
        <source>This JWT is of another customer than the one that the account “%1” had before, or nothing can tell: a plain key names none, and of an account of Purser 0.1.0 that is signed out nothing is known. Nothing was stored yet. Is it the same customer, for example with another administrator?</source>
        <translation>Ce JWT est d’un autre client que celui que le compte «&#xa0;%1&#xa0;» avait avant, ou rien ne permet de le dire&#xa0;: une clé simple n’en nomme aucun, et d’un compte de Purser 0.1.0 déconnecté on ne sait rien. Rien n’a encore été enregistré. Est-ce le même client, par exemple avec un autre administrateur&#xa0;?</translation>
    </message>
</context>
<context>
    <name>purser::StatusStrip</name>
    <message>
        <source>Account in use</source>
        <translation>Compte utilisé</translation>
    </message>
    <message>
        <source>Journal status</source>
        <translation>État du journal</translation>
    </message>
    <message>
        <source>Unsent edit status</source>
        <translation>État de la saisie non envoyée</translation>
    </message>
    <message>
        <source>JWT status</source>
        <translation>État du JWT</translation>
    </message>
    <message>
        <source>A crash would lose your edit</source>
        <translation>Un plantage perdrait votre saisie</translation>
    </message>
    <message>
        <source>It can&apos;t be written to the disk (the folder %1).</source>
        <translation>Elle ne peut pas être écrite sur le disque (le dossier %1).</translation>
    </message>
    <message>
        <source>Journal: %1</source>
        <translation>Journal&#xa0;: %1</translation>
    </message>
    <message>
        <source>The journal is off for this run</source>
        <translation>Journal désactivé jusqu’à la fermeture de Purser</translation>
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
        <source>Waiting for the keychain to be unlocked…</source>
        <translation>En attente du déverrouillage du trousseau…</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>JWT not readable</source>
        <translation>JWT illisible</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Déconnexion…</translation>
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
        <source>Reading the token…</source>
        <translation>Lecture du jeton…</translation>
    </message>
    <message>
        <source>Reading the token again before the change is sent…</source>
        <translation>Relecture du jeton avant l’envoi de la modification…</translation>
    </message>
    <message>
        <source>Writing the change down…</source>
        <translation>Inscription de la modification au journal…</translation>
    </message>
    <message>
        <source>Sending the change…</source>
        <translation>Envoi de la modification…</translation>
    </message>
    <message>
        <source>Reading the token to confirm the change…</source>
        <translation>Lecture du jeton pour confirmer la modification…</translation>
    </message>
    <message numerus="yes">
        <source>The read failed. Trying again in %n second(s)…</source>
        <translation>
            <numerusform>La lecture a échoué. Nouvel essai dans %n&#xa0;seconde…</numerusform>
            <numerusform>La lecture a échoué. Nouvel essai dans %n&#xa0;secondes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purser::TokenForm</name>
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
    <message>
        <source>Put this field back to its current value</source>
        <translation>Remettre ce champ à sa valeur actuelle</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Why? Kept in your journal only, never sent</source>
        <translation>Pourquoi&#xa0;? Reste dans votre journal, n’est jamais envoyé</translation>
    </message>
    <message>
        <source>Reason problem</source>
        <translation>Motif&#xa0;: problème</translation>
    </message>
    <message>
        <source>Reas&amp;on</source>
        <translation>Mot&amp;if</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Conséquences</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Danger</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>This account wants a reason for each change. Type one.</source>
        <translation>Ce compte exige un motif pour chaque modification. Saisissez-en un.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Choose a token, or type its name above and press Enter: its values are read before anything can be edited.</source>
        <translation>Choisissez un jeton, ou saisissez son nom ci-dessus et appuyez sur Entrée&#xa0;: ses valeurs sont lues avant toute modification.</translation>
    </message>
    <message>
        <source>Restored: this edit is from before Purser ended.</source>
        <translation>Saisie rétablie&#xa0;: elle date d’avant l’arrêt de Purser.</translation>
    </message>
    <message>
        <source>Undo of change %1.</source>
        <translation>Annulation de la modification %1.</translation>
    </message>
    <message>
        <source>Token na&amp;me</source>
        <translation>&amp;Nom du jeton</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>This looks like a JWT or a key. The reason is kept in your journal, where no secret belongs: take it out.</source>
        <translation>Cela ressemble à un JWT ou à une clé. Le motif est gardé dans votre journal, où aucun secret n’a sa place&#xa0;: retirez-le.</translation>
    </message>
    <message>
        <source>There are too many tokens to complete a name here: the list&apos;s filter finds them.</source>
        <translation>Il y a trop de jetons pour compléter un nom ici&#xa0;: le filtre de la liste les trouve.</translation>
    </message>
    <message>
        <source>%1: put back to its current value</source>
        <translation>%1&#xa0;: remettre à la valeur actuelle</translation>
    </message>
    <message>
        <source>%1: edited or not</source>
        <translation>%1&#xa0;: modifié ou non</translation>
    </message>
</context>
<context>
    <name>purser::TokenPage</name>
    <message>
        <source>This looks like a JWT, not like a token&apos;s name: the service was not asked for it. The JWT belongs into Account ▸ Sign in… and nowhere else.</source>
        <translation>Ceci ressemble à un JWT, pas au nom d’un jeton : rien n’a été demandé au service. Le JWT se donne dans Compte ▸ Se connecter… et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Loading a token puts the service&apos;s values into every field.</source>
        <translation>Charger un jeton remplit tous les champs avec les valeurs du service.</translation>
    </message>
    <message>
        <source>The undo fills every field anew.</source>
        <translation>L’annulation remplit de nouveau tous les champs.</translation>
    </message>
    <message>
        <source>A change is being sent: closing the window now leaves it unknown whether it was applied. Purser looks when it is started again.</source>
        <translation>Une modification est en cours d’envoi&#xa0;: si vous fermez la fenêtre maintenant, on ne saura pas si elle a été appliquée. Purser le vérifiera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Closing the window loses them.</source>
        <translation>Elles seront perdues si vous fermez la fenêtre.</translation>
    </message>
    <message>
        <source>Nothing was sent. Your edit can&apos;t be written to the disk (the folder %1), and an older form of it is there, which would be offered again after a crash. Make room there, or give yourself the right to write, and submit again.</source>
        <translation>Rien n’a été envoyé. Votre saisie ne peut pas être écrite sur le disque (dossier %1), et une forme plus ancienne s’y trouve, qui serait proposée de nouveau après un arrêt brutal. Libérez de la place, ou donnez-vous le droit d’y écrire, et envoyez de nouveau.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be written, so this is not remembered.</source>
        <translation>Impossible d’écrire dans le fichier de paramètres %1&#xa0;: ce choix ne sera donc pas mémorisé.</translation>
    </message>
    <message>
        <source>Every field shows its last known value again. A change of this token is still undecided.</source>
        <translation>Chaque champ affiche de nouveau sa dernière valeur connue. On ne sait pas encore si une modification de ce jeton a été appliquée.</translation>
    </message>
    <message>
        <source>Every field shows its current value again.</source>
        <translation>Chaque champ affiche de nouveau sa valeur actuelle.</translation>
    </message>
    <message>
        <source>The journal is off until Purser is closed: what you send now is not written down. Submit again to send your edit.</source>
        <translation>Le journal est désactivé jusqu’à la fermeture de Purser&#xa0;: ce que vous envoyez maintenant n’y est pas inscrit. Envoyez de nouveau pour transmettre votre saisie.</translation>
    </message>
</context>
<context>
    <name>purser::TokenTableModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
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
        <source>This token is in the form.</source>
        <translation>Ce jeton est dans le formulaire.</translation>
    </message>
</context>
<context>
    <name>purser::TokensPanel</name>
    <message>
        <source>To&amp;kens</source>
        <translation>J&amp;etons</translation>
    </message>
    <message>
        <source>About the tokens</source>
        <translation>À propos des jetons</translation>
    </message>
    <message>
        <source>Filter tokens</source>
        <translation>Filtrer les jetons</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Read the list from the service again (F5 in the list)</source>
        <translation>Relire la liste auprès du service (F5 dans la liste)</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Loading the tokens…</source>
        <translation>Chargement des jetons…</translation>
    </message>
    <message>
        <source>This service offers no list, and the journal has no names yet.</source>
        <translation>Ce service ne propose pas de liste, et le journal ne contient encore aucun nom.</translation>
    </message>
    <message>
        <source>This service offers no list; these names are from the journal.</source>
        <translation>Ce service ne propose pas de liste&#xa0;; ces noms viennent du journal.</translation>
    </message>
    <message>
        <source>This account has no tokens.</source>
        <translation>Ce compte n’a aucun jeton.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n&#xa0;jeton</numerusform>
            <numerusform>%n&#xa0;jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n token(s)</source>
        <translation>
            <numerusform>%1 sur %n&#xa0;jeton</numerusform>
            <numerusform>%1 sur %n&#xa0;jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>No token&apos;s name has “%1” in it.</source>
        <translation>Aucun jeton n’a «&#xa0;%1&#xa0;» dans son nom.</translation>
    </message>
    <message>
        <source>Show the tokens whose name has this in it (Ctrl+F); Enter reads the one that is left</source>
        <translation>Afficher les jetons dont le nom contient ce texte (Ctrl+F)&#xa0;; Entrée lit celui qui reste</translation>
    </message>
</context>
<context>
    <name>purser::Undos</name>
    <message>
        <source>The journal has no applied change of this token that could be undone. Others are in the history.</source>
        <translation>Le journal ne contient aucune modification appliquée de ce jeton qui puisse être annulée. Les autres sont dans l’historique.</translation>
    </message>
    <message>
        <source>The account “%1” of this change is not known here any more with the service URL %2. Sign in to it first.</source>
        <translation>Le compte «&#xa0;%1&#xa0;» de cette modification n’est plus connu ici avec l’URL du service %2. Connectez-vous d’abord à ce compte.</translation>
    </message>
    <message>
        <source>This change was made for a customer of the service that the account “%1” has no JWT of now, so it is not undone.</source>
        <translation>Cette modification a été faite pour un client du service dont le compte «&#xa0;%1&#xa0;» n’a pas de JWT aujourd’hui&#xa0;: elle n’est pas annulée.</translation>
    </message>
    <message>
        <source>Nothing of change %1 can be taken back.</source>
        <translation>Rien de la modification %1 ne peut être annulé.</translation>
    </message>
    <message>
        <source>The token already is as it was before.</source>
        <translation>Le jeton est déjà tel qu’il était avant.</translation>
    </message>
    <message>
        <source>The form now holds the inverse of change %1. Look at it, then submit.</source>
        <translation>Le formulaire contient maintenant l’inverse de la modification %1. Vérifiez-le, puis envoyez.</translation>
    </message>
</context>
</TS>
