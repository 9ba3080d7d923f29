# Words of the command line.
cli-refused = Refused: { $text }
cli-nothing-changed = Nothing was changed.
cli-usage = Wrong command: { $text }
cli-internal = Internal error: { $text }
cli-failed-check = at least one check failed

cli-demo-loaded = Portulan, demonstration data: { $places } places ({ $created } created, { $updated } updated, { $unchanged } unchanged), { $territories } territories.
cli-ready = Ready in { $millis } ms. To try:
cli-operator-link = Operator session, to open once, from this machine, within 15 minutes:
cli-serving = Portulan: { $places } places, { $address }
cli-cannot-listen = cannot listen on { $address } ({ $error }); choose another address with --listen
cli-logs-not-started = technical log not started: { $error }

cli-import-totals = { $file }: { $rows } rows, { $created } places created, { $updated } updated, { $unchanged } unchanged, { $rejected } rows rejected.
cli-import-row = row { $row }: { $reason }
cli-import-more = … and { $count } more (--json gives them all)
cli-import-noted = { $count ->
    [one] { $count } remark on a field that could not be read and was left out (--json gives it).
   *[other] { $count } remarks on fields that could not be read and were left out (--json gives them all).
}
cli-bad-source = --source { $text }: plain lower-case letters, digits and hyphens
cli-export-needs-folder = --format data-inclusion writes several files: give --out FOLDER
cli-reference-layer = { $file }: layer “{ $layer }”, { $count } items.

cli-backup-done = Copy written, checksums computed:
cli-restore-done = Copy read back, checksums verified:
cli-migrate-done = Installation moved, checksums verified:
cli-copy-table = { $table }: { $rows } rows, { $sum }

cli-smtp-url = --smtp-url is not the address of a mail server: write smtp://server:587 or smtps://server:465
cli-smtp-login-in-url = no password in --smtp-url: give PORTULAN_SMTP_USER and PORTULAN_SMTP_PASSWORD_FILE
cli-smtp-login-in-clear = a password never leaves without TLS: remove ?tls=none, or the password
cli-smtp-from = --mail-from is not an address: write a name and an address, or an address alone
cli-smtp-tls = TLS cannot be prepared for the mail server
cli-smtp-half-login = give PORTULAN_SMTP_USER and a password (PORTULAN_SMTP_PASSWORD_FILE or PORTULAN_SMTP_PASSWORD), or neither
cli-smtp-password-file = the password for mail cannot be read in { $file }: { $error }
doctor-good = good
doctor-doubtful = to look at
doctor-wrong = to mend
doctor-database = database ({ $value })
doctor-database-advice = read a copy back with “portulan restore” in a new folder
doctor-schema = schema version: { $value }
doctor-schema-advice = run the command again: the database is updated when it is opened
doctor-journal = journal protected against any change, { $value } lines
doctor-journal-advice = the protections of the journal were removed: read a copy back
doctor-seals = journal sealed and read again, { $value } lines
doctor-seals-advice = the journal was changed: “portulan journal verify” says which batch
doctor-secret = secret key in place, readable by this program alone
doctor-secret-missing = no secret key: no link can be signed
doctor-secret-missing-advice = run "portulan serve" once, or give the file that all nodes share with PORTULAN_SECRET_FILE
doctor-secret-open = the secret key can be read by other accounts of this machine
doctor-secret-open-advice = take that right away: chmod 600 on the file of the key
doctor-territories = { $value } reference territories
doctor-territories-advice = this program was built without its table of communes: install it again
doctor-places = { $value } places
doctor-places-advice = import a list with “portulan import” or try “portulan demo”
doctor-communes = { $value } places without a known commune
doctor-communes-advice = complete the INSEE code or the postcode in the source file, then import it again
doctor-positions = { $value } places without coordinates
doctor-positions-advice = import addresses with “portulan reference import”, or complete the source file
doctor-hours = { $value } places whose hours could not be read
doctor-hours-advice = write these hours in OpenStreetMap's opening_hours format in the source file

refusal-not-found = not found: { $what }
refusal-conflict = already there, or contradictory: { $what }
refusal-forbidden = operator rights are needed
refusal-no-key = the secret key is missing: give all nodes the same file with --secret-file or PORTULAN_SECRET_FILE (64 hexadecimal digits, for example "openssl rand -hex 32")
cli-key-missing = the secret key is not in { $file }: give this file, or remove the option
cli-key-malformed = { $file } does not hold a key: 64 hexadecimal digits are needed, and nothing else
cli-key-unreadable = the secret key { $file } cannot be read or written: check the rights of the folder
refusal-store-not-empty = the database already holds data: choose an empty one
refusal-store-bad-copy = line { $line } of the copy: { $reason }
refusal-store = database: { $reason }
refusal-layer = the reference file cannot be read: { $reason }
refusal-empty = the file is empty
refusal-too-large = the file holds more than { $limit } bytes once unpacked: cut it in parts
refusal-swelling = the compressed file swells more than { $ratio } times: unpack it and look at it first
refusal-not-text = this file is not text: save it as CSV (UTF-8) or JSON
refusal-unknown-shape = unknown columns ({ $headers }): the national schema begins with id,pivot,nom
refusal-unknown-document = unknown JSON document ({ $found }): a list of objects with the national fields is wanted
refusal-no-list = the document has no list under “{ $key }”; it has: { $found }
refusal-list-unnamed = document too long to look for its list: name the property that holds it
refusal-markup = this is a web page or XML, not a list: check the address, or save the list as CSV (UTF-8) or JSON
refusal-too-many-columns = the list has { $found } columns, { $limit } at most are read: is the separator right?
refusal-workbook = this workbook cannot be read ({ $reason }): save the sheet as CSV (UTF-8)
refusal-workbook-too-large = the workbook holds more than { $limit } bytes: save the sheet as CSV (UTF-8)
refusal-no-sheet = the workbook has no sheet “{ $name }”; it has: { $found }
refusal-unknown-encoding = unknown encoding: { $label }; write utf-8, windows-1252 or macintosh
refusal-no-source = the rows do not name their source: give one, for example --source my-network
refusal-read = the file could not be read to its end: { $reason }
refusal-csv = the CSV is broken: { $reason }
refusal-json = the JSON is broken: { $reason }
row-no-name = no name
row-no-commune = no commune, no postcode, no INSEE code
row-no-id = no id
row-duplicate-id = the same id stands higher up in the file
row-unreadable = unreadable row: { $reason }

cli-journal-whole = The journal is whole: { $lines } lines sealed, in { $batches } batches.
cli-journal-broken = the journal is no longer as it was sealed
cli-journal-unsealed = Lines not sealed yet: { $n }
cli-journal-head = Hash of the last batch, to be kept elsewhere: { $head }
cli-journal-no-head = Nothing is sealed yet.
cli-journal-head-missing = The hash given is that of no batch: the end of the journal was cut or made again, or this is another journal.
cli-journal-changed = Batch { $batch }, lines { $first } to { $last }: a line or the batch was changed, removed or added.
cli-journal-unlinked = Batch { $batch }, lines { $first } to { $last }: it does not follow the batch before.
cli-journal-unreadable = Batch { $batch }, from line { $first }: it holds what the program never writes.
cli-journal-sealed = Lines sealed: { $lines }, in { $batches } batches.
cli-journal-exported = Lines written: { $n }
cli-journal-erasures = Persons erased in the list: { $n }
