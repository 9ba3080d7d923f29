error-not-found-title = This page does not exist
error-not-found-text = The address may be incomplete, or the place has changed its name. Nothing is lost: search for it from the home page.
error-bad-request-title = The request was not understood
error-bad-request-text = Part of the address cannot be read. Start again from the home page: only your search has to be done again.
error-forbidden-title = This page is restricted
error-forbidden-text = One must be signed in to see it. Nothing was changed. If your session is over, open another one in a new tab, then come back here and try again.
error-no-role-title = None of your roles allows this
error-no-role-text = This page or action asks for a role that you do not have here. Nothing was changed. If you were filling in a form, go back: what you typed is still there. To have this role, ask your organisation or your territory.
error-conflict-title = Something has changed meanwhile
error-conflict-text = Someone else, or the program, got there first. Nothing was lost: go back to the previous page, reload it, then start again if it is still useful.
error-method-title = This cannot be done here
error-method-text = Go back to the previous page and use its buttons. Nothing was changed.
error-too-large-title = That is too large
error-too-large-text = The limit is { $limit }. Nothing was saved: make it smaller, then try again.
error-too-many-title = Too many requests in a row
error-too-many-text = Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}, then try again. Nothing is lost.
error-timeout-title = The answer took too long
error-timeout-text = Nothing was changed. Try again in a moment.
error-internal-title = Something went wrong on our side
error-internal-text = Nothing was changed. Try again in a moment; if it goes on, give this number to the team: { $id }.
error-unavailable-title = The service is busy
error-unavailable-text = Nothing is lost. Try again in a minute.

bad-parameter-unknown = "{ $name }" is not a known filter. Possible filters: { $allowed }.
bad-parameter-value = "{ $value }" is not a possible value of "{ $name }". Possible values: { $allowed }.
bad-parameter-text = "{ $value }" was not understood for "{ $name }": { $expected }.
bad-parameters-ignored = { $n ->
    [one] One filter was not understood; results are shown without it.
   *[other] { $n } filters were not understood; results are shown without them.
}
expected-number = a number between { $min } and { $max } is expected
expected-date = a date, a day of the week or "maintenant" is expected
expected-position = a latitude and a longitude in degrees are expected
expected-polygon = points "longitude,latitude" separated by semicolons are expected
expected-cursor = start again from the first page
expected-territory = a form such as "commune-35238" is expected

place-not-found = "{ $text }" was not found. Try a town, a postcode or an address.
place-several = Several places have this name. Which one do you mean?

reject-no-name = no name
reject-no-commune = commune not found
reject-no-id = no identifier
reject-duplicate-id = identifier already used in this file
reject-too-many-columns = more cells than columns

outcome-created = created
outcome-updated = updated
outcome-unchanged = unchanged
outcome-merged = merged
outcome-to-review = to review
outcome-rejected = rejected
