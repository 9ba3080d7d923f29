# What several pages share.

brand = Portulan
brand-tagline = Trouver de l'aide avec le numérique, près d'ici
yes = oui
no = non
not-known = non communiqué
count-places = { $n ->
    [one] { $n } lieu
   *[other] { $n } lieux
}
search-action = Chercher
close-action = Fermer
back-action = Revenir
print-action = Imprimer
see-more = Voir plus
demonstration-notice = Données de démonstration : vérifiez avant de vous déplacer.
draft-language-notice = Cette traduction est un brouillon qui attend une relecture.
language-name = Français
