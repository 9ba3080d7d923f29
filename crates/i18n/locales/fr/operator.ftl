# The operator's session.

operator-title = Exploitation
operator-lead = L'état de cette installation.
operator-door-title = Ouvrir la session d'exploitation
operator-door-text = Ce lien ouvre une session de huit heures sur ce navigateur. Il ne sert qu'une fois.
operator-door-open = Ouvrir la session
operator-door-used = Ce lien a déjà servi, ou il a plus de quinze minutes. Rien n'est perdu : relancez le programme, il en écrit un autre.
operator-files = Les sauvegardes se font avec la ligne de commande.
operator-leave = Fermer la session
size-kilobytes = { $n } Ko
size-megabytes = { $n } Mo
size-gigabytes = { $n } Go
error-home = Revenir à l'accueil
