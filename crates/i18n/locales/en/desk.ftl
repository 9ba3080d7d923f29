# Behind the operator's session: sources, runs, reports, duplicates, the story of a place.

desk-nav = Operation
desk-state = State
desk-end = There is nothing after this.
desk-next = Next
desk-save = Save
desk-cancel = Cancel
desk-nothing = nothing
desk-instant = { $date } at { $time }
desk-percent = { $n }%
desk-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
form-faults = { $n ->
    [one] One answer has to be corrected. Nothing is saved, and what you wrote is kept.
   *[other] { $n } answers have to be corrected. Nothing is saved, and what you wrote is kept.
}

## What was just done

note-source-added = The source is saved. Give it a first file.
note-source-changed = The settings are saved. The next harvest will use them.
note-source-forgotten = The source is forgotten. Its places and its harvests stay.
note-run-at-work = A harvest of this source is already running: here it is. Nothing was started twice.
note-run-approved = The harvest is accepted: the places are up to date.
note-run-approving = Noted: the places are being written.
note-run-abandoned = The harvest is set aside: no place has changed.
note-pair-same = Noted: one place. The two records are merged, and the history lets you separate them.
note-pair-different = Noted: two places. You will not be asked again.
note-pair-hosted = Noted: one is housed by the other. You will not be asked again.
note-pair-moved = Noted: the place has moved. The old address leads to the new one.
note-already-decided = It had been done before. Nothing was done twice.
note-merge-undone = The merge is undone: each record is as it was before.
note-place-split = The record is separated from the others, and will not be merged again without you.

## Sources

sources-title = Sources
sources-lead = The lists of places that others keep, and that this site takes up.
sources-none = No source yet. Add one: a file from your network, or an open data address.
source-new-title = Add a source
source-edit-title = Change the source
source-edit = Change the settings
source-settings = Settings
source-name = Name
source-name-hint = What you call it: "Conseillers numériques d'Ille-et-Vilaine".
source-name-missing = Give the source a name.
source-slug = Id (optional)
source-slug-hint = Letters without accents, digits and hyphens. It will not change afterwards. If left empty, it is made from the name.
source-slug-wrong = Write an id in lower-case letters without accents, with hyphens: conseillers-numeriques-35.
source-slug-taken = "{ $slug }" is already taken: choose another id.
source-from = Where the list comes from
source-kind-fichier = A file that I give
source-kind-adresse = An address on the web
source-address = Address of the list
source-address-hint = Only for a list on the web: it begins with https://
source-address-unused = You typed an address: choose “An address on the web”, or empty this field.
source-address-wrong = Write a complete address, for example https://www.data.gouv.fr/liste.csv
source-schedule-unknown = Choose a rhythm from the list.
source-schedule-unused = A rhythm is only for a list on the web. Choose “An address on the web”, or “On request”.
source-schedule = How often
source-schedule-hint = For a list on the web: when to fetch it without anyone asking.
schedule-aucune = On demand
schedule-quotidienne = Every day
schedule-hebdomadaire = Every week
source-level = Level in charge
source-level-hint = A territory: "Ille-et-Vilaine", "Rennes Métropole" or departement-35.
source-level-unknown = This territory is not known. Write its exact name, or a form such as departement-35.
source-level-several = Several territories have this name. Write a form such as commune-35238.
source-licence = Licence
source-licence-missing = Say under which licence the list is published.
source-trust = Trust
source-trust-hint = From 0 to 100. When two sources contradict each other, the more trusted one wins. 50: like the others.
source-limit = Share that may change
source-limit-hint = From 0 to 100. If a harvest changes or removes more places than this share, it waits for your approval.
source-percent-wrong = Write a whole number from 0 to 100.
source-mapping = Mapping
source-mapping-hint = Empty for a file in the national schema. Otherwise, which column gives which field: a Portulan mapping, or a file of the national pipeline as it is.
mapping-none = None: the file has a known form
mapping-national = Of the national pipeline
mapping-portulan = Of Portulan
source-last-run = Last harvest
source-no-run = No harvest yet.
source-runs = Last harvests
source-harvest = Harvest
source-fetch-text = The list is fetched from its address, then compared with the one before.
source-fetch = Fetch the list now
source-file-instead = You can also give a file.
source-file = File of the list
source-file-hint = CSV, JSON, GeoJSON, XLSX or ODS, compressed (gz) or not, up to 2 GB.
source-harvest-file = Harvest this file
source-propose = Propose a mapping
source-propose-text = Give the list, or its first rows: Portulan proposes which column gives which field. You read and correct before saving.
source-sample = Sample file
source-propose-action = Propose
source-not-proposed = No proposal: { $why }.
source-proposed = Here is a proposal, to be read. Nothing is saved until you ask for it.
source-notices = The mapping has points to look at
source-notice = { $path } "{ $value }": { $kind }
source-more-notices = … and { $n } more.
source-forget = Forget this source
source-forget-text = The settings are erased. The places, their dates and the harvests stay.
source-forget-action = Forget the source
upload-missing = Choose a file that is not empty.
upload-cut = The file did not arrive whole. Nothing was started: send it again.
upload-too-large = The file is larger than 2 GB. Nothing was started: cut it into several parts, or compress it (gz).
upload-disk = The server could not keep the file: its disk may be full. Nothing was started.

## Runs

runs-title = Harvests
runs-none = No harvest yet. Choose a source and give it a file.
run-title = { $source }, { $date }
run-when = Date
run-source = Source
run-state = State
run-what = Result
run-running = Running
run-done = Done
run-quarantined = Waiting for approval
run-failed = Failed
run-nothing-new = Nothing new
run-approved = Accepted
run-abandoned = Set aside
run-phase-fetching = the file is arriving
run-phase-reading = { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
}
run-phase-comparing = comparing with the harvest before
run-phase-writing = writing the places
run-phase-linking = looking for duplicates
run-summary = { $created ->
    [one] { $created } new place
   *[other] { $created } new places
}, { $updated ->
    [one] { $updated } changed
   *[other] { $updated } changed
}, { $gone ->
    [one] { $gone } removed
   *[other] { $gone } removed
}
run-nothing-new-text = It is the same file as last time.
run-failed-fetch = The list could not be fetched.
run-failed-file = The file could not be read.
run-failed-interrupted = The program stopped before the end.
run-failed-internal = Something went wrong on our side.
run-failed-why = What happened: { $why }.
run-failed-interrupted-text = The program stopped before the end. Start again.
run-failed-internal-text = Something went wrong on our side ({ $detail }). Start again; if it goes on, tell the team.
run-failed-kept = No place has changed.
run-again = Refresh
run-working-text = You can leave this page: the harvest goes on.
run-quarantined-title = Your approval is needed
run-quarantined-text = This harvest would change { $updated ->
    [one] { $updated } place
   *[other] { $updated } places
} and remove { $gone }, out of { $before } known: this is more than the share allowed. Nothing was changed.
run-reason = Why (optional)
run-approve = Accept these changes
run-abandon = Set aside
run-verdict = Reason: { $reason }
run-rows = { $n ->
    [one] row read
   *[other] rows read
}
run-created = { $n ->
    [one] new place
   *[other] new places
}
run-updated = { $n ->
    [one] place changed
   *[other] places changed
}
run-unchanged = { $n ->
    [one] place unchanged
   *[other] places unchanged
}
run-gone = { $n ->
    [one] place removed from the list
   *[other] places removed from the list
}
run-rejected = { $n ->
    [one] row without a place
   *[other] rows without a place
}
run-held = { $n ->
    [one] correction kept against the source
   *[other] corrections kept against the source
}
run-merged = { $n ->
    [one] duplicate merged
   *[other] duplicates merged
}
run-to-review = { $n ->
    [one] pair to review
   *[other] pairs to review
}
run-queue = { $n ->
    [one] Review { $n } pair of places
   *[other] Review { $n } pairs of places
}
run-rules = What was done with the values

## Report and differences

report-title = Report row by row
report-run = The harvest
report-severities = Which rows to show
report-all = All
severity-refused = Refused
severity-lost = Left out
severity-doubt = To be checked
severity-fixed = Corrected
severity-info = For information
report-none = No row of this kind.
report-row = Row
report-field = Field
report-raw = In the list
report-result = Kept
report-why = Why
report-corrections = Corrections for the producer (CSV)
report-corrections-about = to send to whoever keeps the list: each value to correct, and why
differences-title = What changes
differences-none = Nothing changes from the harvest before.
difference-new = New
difference-gone = Removed
difference-changed = Changed
difference-before = Before
difference-after = After

## Duplicates

queue-title = Duplicates
queue-lead = Records that may be about the same place. The most useful answers come first.
queue-territory = Territory (optional)
queue-yours = Your territories
queue-show = Show
queue-total = { $n ->
    [0] No pair to review
    [one] { $n } pair to review
   *[other] { $n } pairs to review
}
queue-none = Nothing is waiting here. New pairs will come with the next harvests.
queue-a = One record
queue-b = The other
queue-likeness = Likeness
queue-compare-these = Compare: { $name }
likeness-almost-sure = Almost surely the same place ({ $percent }%)
likeness-likely = Probably the same place ({ $percent }%)
likeness-possible = Perhaps the same place ({ $percent }%)
likeness-unlikely = Probably two places ({ $percent }%)
pair-title = Is it the same place?
pair-together = What suggests one place
pair-apart = What suggests two places
pair-nothing = Nothing.
pair-differs = different
pair-fields = Both records, field by field
pair-question = Your answer
pair-same = It is the same place
pair-different = It is not the same place
pair-later = Go to the next one
pair-else = It is something else: one is housed by the other, or the place has moved
pair-a-hosts = B is housed by A
pair-b-hosts = A is housed by B
pair-since = Date of the move (if known)
pair-to-a = The place has moved: A is the new address
pair-to-b = The place has moved: B is the new address
pair-keys = On the keyboard, in this part of the page: M (same place), D (different), P (next), A or B (housed by).
decided-same-person = Decided on { $date }: it is the same place.
decided-same-machine = Merged automatically on { $date }: it is the same place.
decided-different-person = Decided on { $date }: they are two places.
decided-different-machine = Separated automatically on { $date }: they are two places.
decided-hosted-person = Decided on { $date }: "{ $name }" houses the other.
decided-hosted-machine = Noted automatically on { $date }: "{ $name }" houses the other.
decided-moved-person = Decided on { $date }: the place has moved, "{ $name }" is the new address.
decided-moved-machine = Noted automatically on { $date }: the place has moved, "{ $name }" is the new address.

## The story of a place

story-find-title = History of a place
story-find-lead = What each field has been, where it comes from, and which records the place was merged with.
story-find-label = Name of the place, or its address on this site
story-find-cut = Only the first { $n } are shown: type more of the name.
story-find-none = No place has this name.
story-link = history
story-public = See the public page
story-merges = Merged records
story-no-merge = This place comes from a single record.
story-merge-active = Merged on { $date } ({ $by })
story-merge-superseded = Merged on { $date } ({ $by }), then taken into another group
story-merge-undone = Merged on { $date } ({ $by }), then undone
story-survivor = gives the page its address
story-split = Separate from the others
story-split-this = Separate from the others: { $name }
story-undo = Undo this merge
story-history = Changes, field by field
story-no-history = No change noted.
story-created = Record created on { $date } ({ $by }), with { $n } fields filled in.
story-when = When
story-older = Older changes
story-latest = Back to the latest changes
story-behalf = { $by }, for { $behalf }
story-erased = On { $date } ({ $by }): this line was about a person, whose data were erased.
story-withheld = On { $date } ({ $by }): this line is about a person, you cannot read it here.
author-operator = operation
author-person = a person with an account
author-job = program
author-linkage = automatic matching
author-harvest = automatic harvest
author-demo = demonstration

## Fields of a place

place-field-nom = Name
place-field-pivot = SIRET, RNA or RIDET
place-field-adresse = Address
place-field-position = Position
place-field-typologie = Kind of organisation
place-field-contact = Contact
place-field-horaires = Opening hours
place-field-presentation = Presentation
place-field-itinerance = On site or touring
place-field-structure_parente = Organisation
place-field-services = Services
place-field-publics = Publics
place-field-prise_en_charge = Adapted welcome
place-field-frais = Price
place-field-dispositifs = Programmes
place-field-labels = Trainings and labels
place-field-acces = How to come
place-field-accompagnement = Kind of help
place-field-fiche_acces_libre = Acceslibre record
place-field-prise_rdv = Booking of appointments
place-field-reseaux = Networks
place-field-permanences = Sessions

## Places that no source gives any more

gone-title = To check
gone-lead = Places that no source lists any more. One call is often enough: are they still there?
gone-total = { $n ->
    [0] No place without a source
    [one] { $n } place without a source, { $waiting } to check
   *[other] { $n } places without a source, { $waiting } to check
}
gone-none = Every place is given by at least one source.
gone-place = Place
gone-since = No longer given since
gone-question = Your answer
gone-open = Still there
gone-closed = Closed
gone-open-this = Still there: { $name }
gone-closed-this = Closed: { $name }
gone-unsay = Take the answer back
gone-unsay-this = Take the answer back: { $name }
gone-shown = Shown, to check
gone-hidden = Hidden, to check
gone-said-open = Still there, someone said
gone-said-closed = Closed, someone said
note-place-open = Noted: the place is still there, and it is shown.
note-place-closed = Noted: the place is closed, and it is hidden.
note-place-unsaid = Noted: the answer is taken back.
