# The frame of every page, and the home page.

skip = Aller au contenu
nav-main = Principal
nav-foot = À propos de ce site
nav-crumbs = Territoires autour
nav-find = Trouver de l'aide
nav-data = Données
nav-accessibility = Accessibilité : partiellement conforme
nav-ecodesign = Écoconception
nav-notices = Mentions légales
nav-privacy = Données personnelles

home-title = Qui peut m'aider avec le numérique, près d'ici ?
home-lead = Démarches, impression, apprentissage, matériel : les lieux qui aident vraiment, quand ils sont ouverts.
home-field = Où êtes-vous, et que cherchez-vous ?
home-example = imprimer à Villejean samedi matin
home-open-now = Ouvert maintenant
home-free = Gratuit
home-locate = Me situer
home-needs = De quoi avez-vous besoin ?
home-situations = Vous ne savez pas par où commencer ?
home-count = { $n ->
    [one] { $n } lieu dans cet annuaire.
   *[other] { $n } lieux dans cet annuaire.
}

when-now = maintenant
when-matin = { $day } matin
when-apres-midi = { $day } après-midi
when-soir = { $day } soir
when-today-matin = ce matin
when-today-apres-midi = cet après-midi
when-today-soir = ce soir

opening-probable = { $state }, à vérifier
opening-call = appelez avant
opening-basis-sessions = horaires de l'aide
opening-basis-building = horaires du lieu
