# Towns picked on a map.
picking-title = Pick towns on a map
picking-lead = The map writes in the field of towns above. Nothing is kept until you save.
picking-territory = Territory of the map
picking-territory-hint = A département, a group of towns or a town.
picking-territory-wrong = Write the name of a département, a group of towns or a town.
picking-show = Show the map
picking-none = No town picked
picking-click = Map of towns: click a town to add it or take it away. The list below does the same.
picking-desc = Each town bears a mark: a full disc where it is picked, a ring where it is not. The list below says the same.
picking-in = picked
picking-out = not picked
picking-no-map = This installation does not know where these towns are. Pick them from the list.
picking-list = Towns one by one
