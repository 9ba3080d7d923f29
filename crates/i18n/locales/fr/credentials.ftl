# Ce qui prouve qu'une personne est bien elle : mots de passe, fournisseurs d'identité, clés d'accès.

password-too-short = Ce mot de passe est trop court : il en faut { $limit } caractères au moins. Une phrase est facile à retenir.
password-too-long = Ce mot de passe est trop long : { $limit } caractères au plus.
password-guessable = Ce mot de passe est trop facile à deviner. Une phrase de quatre mots sans lien avec vous est sûre et se retient bien.
password-breached = Ce mot de passe est connu des pirates : il a été vu { $times ->
    [one] { $times } fois
   *[other] { $times } fois
} dans des fuites de données. Choisissez-en un autre, et changez-le aussi là où vous l'utilisez.

oidc-unreachable = Ce service de connexion ne répond pas. Réessayez plus tard, ou connectez-vous autrement.
oidc-answer = Ce service de connexion a donné une réponse que nous ne comprenons pas. Connectez-vous autrement, et prévenez l'équipe.
oidc-client = Ce service de connexion ne reconnaît pas cette installation. Connectez-vous autrement, et prévenez l'équipe : elle doit vérifier ses réglages.
oidc-refused = La connexion a été refusée ou annulée là-bas. Recommencez, ou connectez-vous autrement.
oidc-wrong-state = Cette connexion n'a pas été commencée dans ce navigateur. Recommencez ici.
oidc-stale = Cette connexion a été commencée il y a trop longtemps. Recommencez.
oidc-used = Cette connexion a déjà servi, ou elle est arrivée trop tard. Recommencez.
oidc-level = Le moyen utilisé là-bas n'est pas assez sûr pour ce site. Recommencez avec un moyen plus sûr, par exemple un code en plus du mot de passe.
oidc-expired = La réponse du service de connexion est périmée. Recommencez ; si cela dure, prévenez l'équipe : une horloge est peut-être fausse.
oidc-untrusted = La réponse du service de connexion n'est pas sûre : elle n'a pas été acceptée, et personne n'a été connecté. Prévenez l'équipe.

passkey-malformed = La réponse de votre appareil n'a pas été comprise. Recommencez, ou connectez-vous autrement.
passkey-unknown = Cette clé d'accès n'est plus connue ici. Utilisez-en une autre, ou connectez-vous autrement.
passkey-unverified = Votre appareil n'a pas vérifié que c'est bien vous. Recommencez avec le code, l'empreinte ou le visage qui l'ouvre.
passkey-elsewhere = Cette clé d'accès a répondu pour un autre site. Vérifiez l'adresse de la page, puis recommencez.
passkey-refused = Cette clé d'accès n'a pas pu être vérifiée. Recommencez, ou connectez-vous autrement.
passkey-copied = Cette clé d'accès a peut-être été copiée : elle n'est plus acceptée. Connectez-vous autrement, supprimez-la, puis prévenez l'équipe.
passkey-already = Cet appareil a déjà une clé d'accès pour ce compte.
passkey-stale = Cette demande a expiré. Recommencez.
passkey-too-many = Ce compte a déjà { $limit } clés d'accès : supprimez-en une, puis recommencez.
passkey-address = Les clés d'accès ne fonctionnent pas à cette adresse. Connectez-vous autrement, et prévenez l'équipe.
