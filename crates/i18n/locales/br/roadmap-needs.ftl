# The needs to which actions of roadmaps answer, in plain words.

roadmap-need-diagnostic = Ober ur studiadenn eus an tiriad
roadmap-need-co-construire = Sevel ar gartenn-hent gant an izili
roadmap-need-rediger = Skrivañ ar gartenn-hent
roadmap-need-appui-juridique = Skoazell lezennel evit ar renerezh
roadmap-need-fonds-local = Sevel un arc'h lec'hel
roadmap-need-dossiers-de-subvention = Sevel teuliadoù skoaziadoù
roadmap-need-animer = Bountañ ar renerezh hag he c'hartenn-hent
roadmap-need-reconditionnement = Adlakaat dafar e stad vat
roadmap-need-donnees = Dastum roadennoù an tiriad
roadmap-need-sensibiliser = Ober anavezet an ostilhoù a zo
roadmap-need-qualiopi = Skoazellañ da gaout Qualiopi
roadmap-need-former-agents-publics = Stummañ an oberourien foran
roadmap-need-former-salaries-associatifs = Stummañ implijidi ar c'hevredigezhioù
roadmap-need-autre = Ezhomm all
