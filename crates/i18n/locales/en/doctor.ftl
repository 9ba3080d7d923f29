# What "portulan doctor" says of accounts, the journal, mails and erasures.
doctor-accounts = accounts: { $value }
doctor-accounts-advice = open an account with "portulan user add"
doctor-operators = accounts in charge of operation: { $value }
doctor-operators-advice = give somebody this role: "portulan user give ADDRESS --role operator"
doctor-strays = roles or sessions of people without an account: { $value }
doctor-strays-advice = the database was changed without this program: read a copy back with "portulan restore"
doctor-returned = accounts of people who are erased: { $value }
doctor-returned-advice = the database was changed without this program: erase these accounts with "portulan user erase"
doctor-lost-keys = keys of people who have no account any more: { $value }
doctor-lost-keys-advice = what the journal says of them can still be read: replay the list of erasures with "portulan journal replay"
doctor-unsettled = erasures whose traces are still in the files of the database: { $value }
doctor-unsettled-advice = let "portulan serve" run for a minute, then run this command again
doctor-unsealed = lines of the journal that have waited for their seal for more than an hour: { $value }
doctor-unsealed-advice = run "portulan serve", or "portulan journal seal"
doctor-sessions = sessions that ended more than a day ago and are still kept: { $value }
doctor-sessions-advice = let "portulan serve" run for a few minutes: it forgets them
doctor-mails = mails that have waited for more than an hour: { $value }
doctor-mails-advice = run "portulan serve" with --smtp-url, and look at the page "Messages" of the operation desk
doctor-grants = roles given on something that is not there any more: { $value }
doctor-grants-advice = take them back: "portulan user list", then "portulan user take-back"
doctor-erasures = people of the list of erasures who are not erased here: { $value }
doctor-erasures-advice = erase them again: "portulan journal replay" with this list

# Copies and erasures
cli-restore-without-list = Beware: this copy holds accounts, and you gave no list of erasures. People who were erased since this copy are back. Erase them again with "portulan journal replay LIST", then check with "portulan doctor --erasures LIST".
cli-journal-replayed = People erased again: { $n }

# Levels and governing bodies
doctor-bodies = governing bodies: { $value }
doctor-members = members of governing bodies: { $value }
doctor-roadmaps = roadmaps in force: { $value }
doctor-meetings = meetings ahead: { $value }
doctor-decisions = decisions that are late: { $value }
