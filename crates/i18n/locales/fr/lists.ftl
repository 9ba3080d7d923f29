# The values of the closed lists, in plain words. The exact national texts stay in the data; these are for people.

## The nine services: what people come for

need-demarches = Faire une démarche en ligne
need-demarches-hint = impôts, CAF, papiers, retraite…
need-demarches-short = Démarches
need-bases = Apprendre les bases
need-bases-hint = téléphone, ordinateur, messagerie
need-bases-short = Bases
need-emploi = Chercher un emploi
need-emploi-hint = CV, candidatures, espace personnel
need-emploi-short = Emploi
need-securite = Me protéger
need-securite-hint = arnaques, mots de passe, réglages
need-securite-short = Sécurité
need-parentalite = Accompagner mes enfants
need-parentalite-hint = école en ligne, écrans, jeux
need-parentalite-short = Enfants et écrans
need-creation = Créer et me divertir
need-creation-hint = photo, vidéo, impression 3D, jeux
need-creation-short = Création
need-comprendre = Comprendre le numérique
need-comprendre-hint = intelligence artificielle, données, environnement
need-comprendre-short = Comprendre
need-acces = Imprimer, scanner, me connecter
need-acces-hint = ordinateur, wifi en libre accès
need-acces-short = Ordinateurs, impression
need-materiel = M'équiper à petit prix
need-materiel-hint = ordinateur ou téléphone reconditionné
need-materiel-short = Matériel à petit prix

## For whom in particular

public-jeunes = Jeunes
public-etudiants = Étudiants
public-familles = Familles et enfants
public-seniors = Seniors
public-femmes = Femmes

## Particular care

care-surdite = Surdité
care-moteur = Handicap moteur
care-mental = Handicap mental
care-illettrisme = Difficultés à lire ou à écrire
care-anglais = Accueil en anglais
care-langues = Accueil dans d'autres langues
care-vision = Déficience visuelle

## Price

fee-gratuit = Gratuit
fee-gratuit-sous-condition = Gratuit sous condition
fee-payant = Payant

## Fixed or moving

mobility-itinerant = Itinérant
mobility-fixe = À une adresse fixe

## How to reach the help

access-se-presenter = Venir directement
access-se-presenter-short = Sans rendez-vous
access-telephoner = Téléphoner
access-mail = Écrire un message
access-rdv-en-ligne = Prendre rendez-vous en ligne
access-prescription = Être orienté par un professionnel
access-sans-public = N'accueille pas de public

## Forms of help

support-autonomie = Seul, en libre accès
support-individuel = Avec quelqu'un, à deux
support-atelier = En groupe, dans un atelier
support-distance = À distance

## National programmes

programme-aidants-connect = Aidants Connect
programme-bibliotheques-numeriques-de-reference = Bibliothèque numérique de référence
programme-certification-pix = Certification Pix
programme-conseillers-numeriques = Conseillers numériques
programme-emmaus-connect = Emmaüs Connect
programme-france-services = France services
programme-grande-ecole-du-numerique = Grande école du numérique
programme-croix-rouge = La Croix-Rouge
programme-point-numerique-caf = Point d'accès numérique de la CAF
programme-promeneurs-du-net = Promeneurs du Net
programme-relais-numerique-emmaus = Relais numérique Emmaüs Connect

## Trainings and labels

label-mon-espace-sante = Formé à « Mon espace santé »
label-duplex = Formé à « Duplex » (illettrisme)
label-arnia-mednum-bfc = Arnia et MedNum BFC (Bourgogne-Franche-Comté)
label-reemploi-normandie = Collectif du réemploi (Normandie)
label-etapes-numeriques = Étapes numériques (La Poste)
label-fabriques-de-territoire = Fabriques de territoire
label-eclaireurs-drome = Les Éclaireurs du numérique (Drôme)
label-mes-papiers-lyon = Mes Papiers (Métropole de Lyon)
label-ordi-3-0 = Ordi 3.0
label-sud-labs = Sud Labs (Provence-Alpes-Côte d'Azur)

## Networks

network-espaces-sociaux-communs = Espaces sociaux communs
network-espaces-numeriques-en-esc = Espaces numériques en espaces sociaux communs
network-bibliotheques-de-rennes = Bibliothèques de Rennes
network-mediatheques-de-la-metropole = Médiathèques de la métropole
network-france-services = France services
network-conseillers-numeriques = Conseillers numériques
network-epn = Espaces publics numériques
network-centres-sociaux = Centres sociaux
network-missions-locales = Missions locales
network-information-jeunesse = Information Jeunesse
network-ccas = Centres communaux d'action sociale
network-emmaus-connect = Emmaüs Connect
network-aidants-connect = Aidants Connect
network-fablabs = Ateliers de fabrication
network-caf = CAF
network-france-travail = France Travail
network-tiers-lieux = Tiers-lieux

## Kinds of structure (codes of the national list)

kind-asso = Association
kind-autre = Autre structure
kind-bib = Bibliothèque, médiathèque
kind-caf = CAF
kind-cap_emploi = Cap emploi
kind-cc = Communauté de communes
kind-ccas = Centre communal d'action sociale
kind-cd = Conseil départemental
kind-chrs = Centre d'hébergement
kind-cias = Centre intercommunal d'action sociale
kind-cidff = Centre d'information sur les droits des femmes et des familles
kind-cs = Centre social
kind-dept = Département
kind-ei = Entreprise d'insertion
kind-epci = Intercommunalité
kind-epn = Espace public numérique
kind-es = Établissement scolaire
kind-ess = Économie sociale et solidaire
kind-evs = Espace de vie sociale
kind-ft = France Travail
kind-la_poste = Bureau de poste
kind-mde = Maison de l'emploi
kind-mds = Maison départementale des solidarités
kind-mjc = Maison des jeunes et de la culture
kind-ml = Mission locale
kind-mq = Maison de quartier
kind-muni = Commune
kind-of = Organisme de formation
kind-pad = Point d'accès au droit
kind-pij_bij = Information Jeunesse
kind-pimms = Pimms Médiation
kind-pref = Préfecture
kind-ressourcerie = Ressourcerie
kind-rfs = France services
kind-rs_fjt = Résidence sociale, foyer de jeunes travailleurs
kind-tiers_lieux = Tiers-lieu
kind-udaf = Union départementale des associations familiales
