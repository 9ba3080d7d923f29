# The needs to which actions of roadmaps answer, in plain words.

roadmap-need-diagnostic = Assess the territory
roadmap-need-co-construire = Build the roadmap with the members
roadmap-need-rediger = Write the roadmap
roadmap-need-appui-juridique = Legal help for the body
roadmap-need-fonds-local = Set up a local fund
roadmap-need-dossiers-de-subvention = Prepare grant applications
roadmap-need-animer = Run the body and its roadmap
roadmap-need-reconditionnement = Refurbish equipment
roadmap-need-donnees = Collect data on the territory
roadmap-need-sensibiliser = Make existing tools known
roadmap-need-qualiopi = Help to obtain Qualiopi
roadmap-need-former-agents-publics = Train public agents
roadmap-need-former-salaries-associatifs = Train staff of associations
roadmap-need-autre = Another need
