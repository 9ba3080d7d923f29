# Des communes choisies sur une carte.
picking-title = Choisir les communes sur une carte
picking-lead = La carte écrit dans le champ des communes ci-dessus. Rien n’est enregistré avant que vous enregistriez.
picking-territory = Territoire de la carte
picking-territory-hint = Un département, une intercommunalité ou une commune.
picking-territory-wrong = Écrivez le nom d’un département, d’une intercommunalité ou d’une commune.
picking-show = Afficher la carte
picking-none = Aucune commune choisie
picking-click = Carte des communes : cliquez sur une commune pour l’ajouter ou l’enlever. La liste qui suit fait la même chose.
picking-desc = Chaque commune porte un signe : un disque plein si elle est choisie, un rond vide sinon. La liste qui suit dit la même chose.
picking-in = choisie
picking-out = pas choisie
picking-no-map = Cette installation ne connaît pas la position de ces communes. Choisissez-les dans la liste.
picking-list = Les communes une par une
