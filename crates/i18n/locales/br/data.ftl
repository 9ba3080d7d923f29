# Brouillon : à relire par une personne de langue bretonne.

data-title = Roadennoù digor
data-lead = Kement tra embannet amañ a c'hall bezañ pellgarget, adimplijet ha liammet ouzh ostilhoù all, hep kont nag alc'hwez.
data-files = Pellgargañ al lec'hioù
data-files-text = Graet e vez ar restroù pa vezont goulennet. Enno emañ an holl lec'hioù :
data-revision = stumm { $n }
data-csv = Taolenn (CSV)
data-csv-about = Patrom broadel al lec'hioù 1.0.2, UTF-8
data-geojson = Kartenn (GeoJSON)
data-geojson-about = RFC 7946 : un elfenn dre lec'h, gant he holl berzhioù
data-ndjson = Programmoù (NDJSON)
data-ndjson-about = Un objed JSON dre linenn
data-inclusion-text = An hevelep lec'hioù e chema data·inclusion, stumm 1 : ar frammoù, o servijoù, hag ar pezh na gav ket plas ennañ.
data-inclusion-structures-json = frammoù (JSON)
data-inclusion-services-json = servijoù (JSON)
data-inclusion-structures-csv = frammoù (CSV)
data-inclusion-services-csv = servijoù (CSV)
data-inclusion-ecartes-json = lec'hioù ha na vefent ket reizh, ha perak
data-inclusion-pertes-json = talvoudoù ha na c'hall ket ar chema-se skrivañ, lec'h ha lec'h
data-api = Goulennata ar roadennoù
data-api-text = An API a respont d'ar memes goulennoù hag ar bajenn glask, gant ar memes anvioù. Pep tra a lenner gant GET.
data-api-guide = Penaos implijout an API (e galleg)
data-api-openapi = Deskrivadur OpenAPI 3.1
data-licence = Aotre-implijout
data-licence-text = Ar roadennoù embannet amañ zo dindan Licence Ouverte 2.0 : adimplijit anezho en ur venegiñ al lec'hienn-mañ, mammenn pep fichenn hag he deiziad. Frank eo ar program, dindan AGPL 3.0 pe nevesoc'h.
data-sources = Mammennoù
data-sources-text = Pep fichenn a vir naoudi he mammenn, ha pep talvoud e zeiziad pa vez roet. Ar pezh n'eo ket anavezet n'emañ ket aze : netra n'eo ijinet.
data-sources-caption = Lec'hioù dre vammenn
data-source = Mammenn
data-places = Lec'hioù
data-reference = Daveoù
data-reference-text = Tiriadoù : kod ofisiel douaroniel an Insee d'ar 1añ a viz Genver 2026 (Licence Ouverte). Lec'hiadur ar c'humunioù : GeoNames (CC BY 4.0). Lec'hioù anvet Roazhon : skrivet evit al lec'hienn-mañ.

api-contents = Taolenn
api-required = (ret)
api-repeatable = (meur a wech posupl)
