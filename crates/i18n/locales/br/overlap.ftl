# Tostadennoù : ar pezh a zo lavaret div wech, ar pezh a c’hellfe bezañ graet asambles, ha perak.

overlap-read = { $items } fichenn lennet, { $pairs } tostadenn.
overlap-twice = « { $id } » a zo skrivet div wech : roit un anv all d’unan eus an div fichenn.
overlap-count = { $label } : { $count }
overlap-pair = { $a } ha { $b } : { $label } ({ $score }). { $reasons }

overlap-label-same-action = memes obererezh lavaret div wech
overlap-label-same-cost = memes mizoù goulennet digant daou arc’hanter
overlap-label-same-post = memes post kontet div wech
overlap-label-same-cofunding = memes kenarc’hantañ kontet div wech
overlap-label-complementary = a c’hellfe bezañ graet asambles

overlap-none-follows = An eil a heuilh eben.
overlap-none-pays = An eil a c’houlenn arc’hant evit eben.
overlap-none-serves = An eil a skoazell eben hag a lavar kement-se.
overlap-none-parts = Div lodenn eus ar memes steuñv arc’hantañ : pep hini a ziskouez eben.
overlap-none-shares = Div lodenn eus amzer ar memes den : n’int ket ouzhpenn un amzer leun.
overlap-none-period = Miz boutin ebet.
overlap-none-far = Re bell an eil diouzh eben.
overlap-none-publics = N’eo ket evit ar memes tud.
overlap-none-means = N’eo ket ar memes tra, pe n’eo ket er memes doare.
overlap-none-need = N’eo ket ar memes ezhomm.
overlap-none-same-bearer = Ar memes aozadur a zoug daou dra disheñvel.
overlap-none-closed = Unan anezho a zo miret evit tud zo.
overlap-none-filled = Leuniet eo ar post, pe emaint ouzhpenn un amzer leun o-div.
overlap-none-paid = Paeet int o-div dija.

overlap-evidence-communes = { $count ->
    [one] { $count } gumun voutin
   *[other] { $count } kumun boutin
}
overlap-evidence-neighbours = Tiriadoù amezek
overlap-evidence-months = { $count ->
    [one] { $count } miz boutin
   *[other] { $count } miz boutin
}
overlap-evidence-months-untold = Ur prantad n’eo ket anavezet
overlap-evidence-need = Memes ezhomm : { $need }
overlap-evidence-service = Memes servij : { $service }
overlap-evidence-public = Memes tud : { $public }
overlap-evidence-everybody = Unan evit an holl, eben evit lod
overlap-evidence-reference = Memes dave : { $reference }
overlap-evidence-post-reference = Memes niverenn post : { $reference }
overlap-evidence-post-host = Memes implijer pe memes degemerer
overlap-evidence-post-place = Memes lec’h labour
overlap-evidence-post-ground = Memes seurt post war ar memes tiriad
overlap-evidence-full-time = { $percent } % eus un amzer leun o-div
overlap-evidence-promise = Memes promesa : { $by }, { $euros } €, { $year }
overlap-evidence-promise-undated = Memes promesa : { $by }, { $euros } €
overlap-evidence-promise-unsaid = Memes promesa : { $by }
overlap-evidence-promise-apart = Promesaoù heñvel, met disheñvel hervez ar skridoù
overlap-evidence-funders = Daou arc’hanter : { $one } ha { $other }
overlap-evidence-funder = Memes arc’hanter : { $funder }
overlap-evidence-same-cost = Memes sammad : { $euros } €
overlap-evidence-close-cost = Sammadoù tost (war-bouez ur pempvedenn)
overlap-evidence-share-of-cost = Ur sammad a zo { $percent } % eus egile, evel ma lavar ar skrid
overlap-evidence-told-cost = Skrid an eil a ro sammad eben : { $euros } €
overlap-evidence-other-cost = Sammadoù disheñvel
overlap-evidence-quantity = Memes niver : { $number }
overlap-evidence-other-quantity = Niveroù disheñvel
overlap-evidence-place = Memes lec’h
overlap-evidence-other-place = Lec’hioù disheñvel
overlap-evidence-bearer = An eil a veneg aozadur eben
overlap-evidence-same-bearer = Memes aozadur
overlap-evidence-commune-named = An eil a veneg ur gumun eus eben
overlap-evidence-part = An eil a c’hell bezañ ul lodenn eus eben
overlap-evidence-nested = Tiriad an eil a zo e hini eben
overlap-evidence-words = Gerioù boutin : { $words }
overlap-evidence-seeking = O klask kevelerien
overlap-evidence-closed = Unan hepken a zo miret
