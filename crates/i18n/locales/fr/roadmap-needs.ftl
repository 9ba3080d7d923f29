# The needs to which actions of roadmaps answer, in plain words.

roadmap-need-diagnostic = Établir un diagnostic du territoire
roadmap-need-co-construire = Construire la feuille de route avec les membres
roadmap-need-rediger = Rédiger la feuille de route
roadmap-need-appui-juridique = Être aidé en droit pour la gouvernance
roadmap-need-fonds-local = Monter un fonds local
roadmap-need-dossiers-de-subvention = Monter des dossiers de subvention
roadmap-need-animer = Animer la gouvernance et la feuille de route
roadmap-need-reconditionnement = Remettre du matériel en état
roadmap-need-donnees = Collecter des données du territoire
roadmap-need-sensibiliser = Faire connaître les outils qui existent
roadmap-need-qualiopi = Aider à obtenir Qualiopi
roadmap-need-former-agents-publics = Former les agents publics
roadmap-need-former-salaries-associatifs = Former les salariés d'associations
roadmap-need-autre = Autre besoin
