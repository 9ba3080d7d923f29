# Mesures : « portulan bench ».
bench-too-few = --places : au moins { $fewest } lieux
bench-search-size = { $places } lieux : médiane { $median } ms, un centième au-delà de { $slow } ms ({ $samples } réponses, { $total } lieux trouvés en moyenne) ; index construit en { $build } ms
bench-search-growth = Croissance de la médiane avec le nombre de lieux : exposant { $exponent }. Mémoire résidente : { $memory } Mo.
bench-search-postgis = { $ratio } fois plus rapide que PostgreSQL { $version } sur les mêmes questions (médiane { $median } ms, { $questions } questions ; { $same } réponses identiques sur { $compared } comparables).
bench-search-no-postgis = Pas de comparaison avec PostGIS : { $reason }
bench-search-served = Serveur avec { $places } lieux : première réponse en { $start } ms, { $memory } Mo. Rapport au serveur nu : { $ratio } ({ $ours } µs de processeur par requête contre { $bare }, { $bytes } octets) ; { $varied } sur { $addresses } adresses différentes.
bench-geocode-unknown = Colonnes inconnues ({ $headers }) : il faut « genre » et « query », ou « adresse », « lat » et « lon ».
bench-geocode-share = { $what } : { $right } sur { $of } ({ $percent } %)
bench-geocode-admin-first = Noms administratifs, première réponse juste
bench-geocode-admin-offered = Noms administratifs, juste parmi les réponses proposées
bench-geocode-adresse-first = Adresses, bonne commune en premier
bench-geocode-adresse-offered = Adresses, bonne commune proposée
bench-geocode-poi-first = Lieux nommés, bonne commune en premier
bench-geocode-poi-offered = Lieux nommés, bonne commune proposée
bench-geocode-typo-first = Fautes de frappe, bonne commune en premier
bench-geocode-typo-offered = Fautes de frappe, bonne commune proposée
bench-geocode-utilisateur-first = Saisies réelles, bonne commune en premier
bench-geocode-utilisateur-offered = Saisies réelles, bonne commune proposée
bench-geocode-abreviation-first = Abréviations, bonne commune en premier
bench-geocode-abreviation-offered = Abréviations, bonne commune proposée
bench-geocode-biais-first = Textes dits près d’un point, bonne commune en premier
bench-geocode-biais-offered = Textes dits près d’un point, bonne commune proposée
bench-geocode-address-near = Adresses placées à moins de 500 m
bench-geocode-address-near-at-commune-level = dont au niveau de la commune seulement
bench-geocode-address-right-commune = Adresses dans la bonne commune
bench-linkage-measure = { $what } : précision { $precision } (au moins { $precisionlow }), rappel { $recall } (au moins { $recalllow }), F1 { $f1 } ; { $found } trouvées, { $missed } manquées, { $wrong } à tort
bench-linkage-test = Moitié de test
bench-linkage-tuning = Moitié de réglage
bench-linkage-as-labelled = Moitié de test, étiquettes contradictoires prises au mot
bench-dedupe-size = { $places } lieux : { $cpu } s de processeur, { $memory } Mo, précision { $precision }, rappel { $recall }
bench-dedupe-growth = Croissance du temps avec le nombre de lieux : exposant { $exponent }
bench-dedupe-naive = Sans blocage, à { $places } lieux : { $cpu } s, soit { $ratio } fois plus ; { $lost } paires que le blocage perd
bench-linkage-unknown = { $file } : ni paires étiquetées ni groupes connus dans les colonnes (--a, --b, --label, --id)
bench-freshness = Ce qui a vraiment changé entre trois listes ({ $list } : { $first }, { $second } et { $third } lieux) : erreur de calibration { $calibration } ; score de Brier { $brier }, contre { $rival } d'après les jours depuis la mise à jour, soit { $ratio } fois mieux (intervalle { $span })
bench-freshness-calls = Liste d'appels ({ $calls } appels) : { $ratio } fois plus de trajets inutiles évités qu'en appelant les plus anciens d'abord (intervalle { $span })
bench-overlap-part = { $part } : précision { $precision }, rappel { $recall }, F1 { $f1 } (intervalle { $low } à { $high }) ; pour dire seulement qu’il y a un rapprochement, F1 { $title } par les titres, { $rule } par besoin, commune et année
bench-overlap-size = { $items } fiches : { $seconds } s, { $pairs } rapprochements
bench-overlap-beside = { $way ->
    [every-pair] Toutes les paires
   *[commune-need] Toutes les paires d’une commune et d’un besoin
 } : { $compared } comparées, { $found } rapprochements, { $seconds } s, soit { $ratio } fois notre temps
bench-overlap-typed = Croissance : exposant { $exponent }. Une fiche saisie : { $median } ms (médiane), { $slow } ms (une sur cent)
bench-pools-size = { $wants } intentions : { $seconds } s, { $pools } mutualisations ; { $greedy } fois le plus simple des choix, { $bound } de la borne ; { $cut } intentions dont tous les groupes n’ont pas été examinés
bench-pools-growth = Croissance du temps avec le nombre d’intentions : exposant { $exponent }
