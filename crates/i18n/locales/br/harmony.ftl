# Harmonisation: what a scheme, a cluster or a body has to settle. For those who coordinate.

harmony-way = Ar pezh a chom da genaozañ
harmony-title = Kenaozañ : { $name }
harmony-lead = Ar pezh a chom da genaozañ gant al liveoù uheloc'h ha gant an amezeien, ha penaos kregiñ.
harmony-count = { $n ->
    [0] Netra da reizhañ.
   *[other] { $n } dra da reizhañ.
}
harmony-on = Stad d'an { $date }.
harmony-own = Gwelet e bajenn foran
harmony-settled = Kenaozet eo pep tra : heuliet eo palioù al liveoù uheloc'h, ne vez graet netra div wech, n'echu post ebet a-benn c'hwec'h miz.
harmony-unserved = Palioù al liveoù uheloc'h
harmony-unserved-why = Ar palioù-mañ a sell ouzh ho kumunioù ha n'eus oberenn ebet amañ evito. Liammit un oberenn a zo anezhi, pe skrivit unan.
harmony-unserved-settled = Pep pal eus al liveoù uheloc'h a zo heuliet gant un oberenn amañ.
harmony-unserved-one = « { $objective } », eus « { $roadmap } ».
harmony-step-serve = Liammañ un oberenn
harmony-overlaps = Oberoù heñvel
harmony-overlaps-why = Heñvel eo an oberoù-mañ : gallout a rafe an hevelep tra bezañ graet, pe kontet, div wech. Komzit gant ar skipailh all, liammit anezho pe rannit ar c'humunioù.
harmony-overlaps-settled = Oberenn amezek ebet ne ra an hevelep tra.
harmony-overlap-one = « { $mine } » ha « { $other } », eus « { $roadmap } ».
harmony-same-needs = Hevelep ezhomm : { $needs }.
harmony-same-posts = { $n } post a labour evit an div.
harmony-same-communes = Kumunioù : { $communes }.
harmony-communes = { $n } kumun
harmony-step-overlap = Lenn ar gartenn-hent all
harmony-posts = Postoù
harmony-posts-why = Alies e rank un astenn c'hwec'h miz : ur bodad, hag un emglev goude.
harmony-posts-settled = N'eus post dieub ebet, ha n'echu hini ebet a-benn c'hwec'h miz.
harmony-post-vacant = Post ({ $post }) da leuniañ abaoe an { $date } : { $host }.
harmony-post-funding = Post ({ $post }) paeet betek an { $date } : { $host }.
harmony-post-contract = Post ({ $post }) a echu e gevrat d'an { $date } : { $host }.
harmony-step-post = Digeriñ postoù ar stignad
harmony-step-levels = Gwelet al live-mañ
harmony-link = Liamm gant ar veurgêr
harmony-link-why = Gant pe hep he renerezh dezhi, ur strollad pe ur stignad a vez liammet ouzh ar veurgêr pe ouzh an etrekumuniezh.
harmony-link-settled = Graet eo al liamm, pe n'eus ket ezhomm anezhañ el live-mañ.
harmony-link-one = N'eus netra ouzh he liammañ ouzh ar veurgêr pe an etrekumuniezh.
harmony-step-link = Heuliañ unan eus he falioù
harmony-referents = Darempredoù
harmony-referents-why = Hep darempred, ne oar den da biv skrivañ.
harmony-referents-settled = Un darempred en deus pep renerezh.
harmony-referent-one = « { $name } » n'en deus darempred ebet.
harmony-step-referent = Ouzhpennañ un darempred
harmony-no-body = Renerezh ebet ne respont evit se. Gallout a ra ober hep, met unan bennak a rank bezañ anvet.
harmony-step-body = Krouiñ ur renerezh
harmony-plans = Kartennoù-hent
harmony-plans-why = Ur gartenn-hent e talvoud a lavar d'al liveoù all ar pezh a zo raktreset.
harmony-plans-settled = Ur gartenn-hent e talvoud en deus pep renerezh.
harmony-plan-one = « { $name } » n'en deus kartenn-hent e talvoud ebet.
harmony-step-plan = Digeriñ e gartennoù-hent
