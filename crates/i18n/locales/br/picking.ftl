# Kumunioù dibabet war ur gartenn.
picking-title = Dibab ar c’humunioù war ur gartenn
picking-lead = Ar gartenn a skriv e maezienn ar c’humunioù a-us. Netra ne vez miret a-raok ma enrollit.
picking-territory = Tiriad ar gartenn
picking-territory-hint = Un departamant, un etrekumuniezh pe ur gumun.
picking-territory-wrong = Skrivit anv un departamant, un etrekumuniezh pe ur gumun.
picking-show = Diskouez ar gartenn
picking-none = Kumun ebet dibabet
picking-click = Kartenn ar c’humunioù: klikit war ur gumun evit he ouzhpennañ pe he lemel. Ar roll dindan a ra ar memes tra.
picking-desc = Ur sin zo gant pep kumun : ur bladenn leun ma’z eo dibabet, ur c’helc’h goullo ma n’eo ket. Ar roll dindan a lavar ar memes tra.
picking-in = dibabet
picking-out = ket dibabet
picking-no-map = Ne oar ket ar staliadur-mañ pelec’h emañ ar c’humunioù-se. Dibabit anezho er roll.
picking-list = Ar c’humunioù unan hag unan
