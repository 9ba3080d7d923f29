# Deuxième preuve après le mot de passe, et liens liés au navigateur qui les a demandés.
code-title = Un code vient de partir par courriel
code-lead = Votre mot de passe est juste. Pour protéger ce que vous tenez, tapez aussi le code envoyé à votre adresse. Il sert dix minutes, dans ce navigateur.
code-field = Code
code-hint = Six chiffres. Regardez aussi les courriers indésirables.
code-wrong = { $n ->
    [one] Ce n’est pas le bon code. Il vous reste un essai.
   *[other] Ce n’est pas le bon code. Il vous reste { $n } essais.
}
code-over = Ce code ne sert plus : il a servi, dix minutes sont passées, ou il y a eu trop d’essais. Redonnez votre mot de passe : un autre code partira. Ou recevez un lien.
code-again = Recommencer
enter-elsewhere-title = Ce lien s’ouvre dans un autre navigateur
enter-elsewhere = Ce lien a été demandé dans un autre navigateur ou sur un autre appareil. Ouvrez-le là-bas : il sert encore.
enter-here-lead = Vous préférez continuer ici ? Recevez un nouveau lien à la même adresse. L’ancien ne servira plus.
enter-here = Recevoir un lien pour ici
enter-here-sent = Si l’ancien lien n’avait pas servi, un nouveau vient de partir à la même adresse. Ouvrez-le dans ce navigateur, dans les dix minutes.
means-password-and-code = par mot de passe et code
sessions-not-fresh = Par prudence, reconnectez-vous pour fermer d’autres sessions : votre dernière connexion a plus d’une demi-heure.
mail-sign-in-code-subject = Votre code pour vous connecter
mail-sign-in-code-text = Quelqu'un vient de donner votre mot de passe. Si c'est vous, tapez ce code dans le même navigateur : { $code }. Il sert une fois, pendant dix minutes. Ne le donnez à personne, même au téléphone.
mail-sign-in-code-why = Ce n'est pas vous ? Sans ce code, personne n'entre, mais votre mot de passe est connu de quelqu'un. Connectez-vous par un lien et choisissez un autre mot de passe.
doctor-second-factor = comptes avec un rôle, qu'un mot de passe seul ouvre : { $value }
doctor-second-factor-advice = aucun courriel ne part d'ici. Donnez un serveur à « serve » et à « doctor » (PORTULAN_SMTP_URL) : un code sera demandé après le mot de passe. Sinon, demandez à ces personnes d'entrer par une clé d'accès
campaign-csv = Emporter ce tableau (CSV)
campaign-csv-sent = Premier message
campaign-csv-reminders = Relances
campaign-csv-places = Lieux demandés
campaign-csv-answered = Lieux répondus
campaign-csv-settled = Tout répondu le
census-retarget = Changer la date
census-retarget-hint = Les liens déjà envoyés servent jusqu’à la nouvelle date, et les rappels la suivent.
note-census-retargeted = La nouvelle date est enregistrée.
census-correct = Corriger la fiche
census-correct-said = La mairie de { $commune } dit, dans un recensement, que cette fiche est à corriger. Ce que vous écrivez ici portera cette marque.
asks-demonstration = Démonstration : aucun message ne part, ni vers les lieux ni vers les mairies. L’exploitation voit dans « Messages » ce qui serait parti.
