# The sheet that is handed over.

sheet-title = Sheet: { $name }
sheet-tools = Tools of the sheet
sheet-large = Large print
sheet-normal = Normal print
sheet-no-phone = Phone not given
sheet-help = When someone helps you
sheet-hours = Opening hours
sheet-no-hours = Hours not given.
sheet-services = What you find there
sheet-valid = Valid until { $date }.
sheet-call = After this date, check the hours:
