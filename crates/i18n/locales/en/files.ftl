# Contents of attached files: where they are kept, and what is missing.
bodies-wrong-file-away = The file could not be kept: the place where files go does not answer. Nothing was saved. Try again in a few minutes; if it goes on, tell whoever looks after the site.
error-file-missing-title = This file is no longer there
error-file-missing-text = It is known that it was attached, but its content is missing. Ask whoever attached it to attach it again, and tell whoever looks after the site: they can take it back from a backup.
error-file-altered-title = This file was altered
error-file-altered-text = The content that is kept is not the one that was attached: it is not given to you. Ask whoever attached it, and tell whoever looks after the site: they can take it back from a backup.
error-files-away-title = The files do not answer
error-files-away-text = The place where files are kept does not answer. Nothing is lost. Try again in a few minutes; if it goes on, tell whoever looks after the site.

refusal-files-folder = the folder of attached files cannot be read or written ({ $what }): check its rights and the room that is left
refusal-files-unreachable = the S3 store does not answer ({ $what }): check --s3-endpoint and the network, then try again
refusal-files-no-bucket = the S3 store has no bucket “{ $what }”: create it, or correct --files
refusal-files-refused = the S3 store refuses ({ $what }): check the keys, the region (--s3-region) and their rights on the bucket
refusal-files-unread = the S3 store did not answer as it should ({ $what }): try again, then check --s3-endpoint
refusal-files-missing = the content of a file is missing: “portulan files check” says which; bring it back from a backup, or give --files if it is kept elsewhere
refusal-files-altered = the content of a file was altered: “portulan files check” says which; bring it back from a backup
cli-s3-endpoint = --s3-endpoint is no address: write https://store.example.org
cli-s3-path = --files s3://…: the bucket and its prefix have only plain letters, digits, dots, hyphens and underscores
cli-s3-keys = the keys of the S3 store are missing: give PORTULAN_S3_ACCESS_KEY, and PORTULAN_S3_SECRET_KEY_FILE or PORTULAN_S3_SECRET_KEY
cli-files-checked = { $count ->
    [one] { $count } attached file, content read again.
   *[other] { $count } attached files, contents read again.
}
cli-files-missing = missing content: { $name } ({ $owner }), { $digest }
cli-files-altered = altered content: { $name } ({ $owner }), { $digest }
cli-files-lost = contents are missing or were altered: bring them back from a backup, or attach them again
cli-files-moved = { $count ->
    [one] { $count } content moved ({ $bytes } bytes).
   *[other] { $count } contents moved ({ $bytes } bytes).
} Now start the site with the new --files, then take away yourself what is left at the old place.
cli-files-left = content not found, left: { $name }
cli-backup-without = Beware: the copy does not hold the content of the file { $file }, which is missing or was altered. “portulan files check” says which.
doctor-files = attached files: { $value }
doctor-files-missing = attached files whose content is missing: { $value }
doctor-files-missing-advice = check --files; bring these contents back from a backup, or attach them again
doctor-files-away = the contents of attached files cannot be read: { $value }
doctor-files-away-advice = check --files, the rights of the folder, or the address, keys and region of the S3 store
doctor-files-foreign = the place that --files names bears the mark of another installation: nothing is taken away there
doctor-files-foreign-advice = give a trial another --files; if this installation replaces the other for good, remove the file “installation” of that place
