## On the page of a place

picture-title = In pictures
picture-more = { $n ->
    [one] See one more picture
   *[other] See { $n } more pictures
}
picture-credit = Credit: { $credit }
picture-enlarge = Enlarge the picture
picture-enlarge-this = Enlarge the picture: { $alt }

## The form

edit-part-images = Pictures
edit-part-images-lead = Up to { $n } pictures help to recognise the place: the front door, the room, the desk.
edit-images-none = No picture
edit-images-count = { $n ->
    [one] One picture
   *[other] { $n } pictures
}
edit-image = Picture
edit-image-hint = A JPEG, PNG or WebP photo of { $n } MB at most. Where and when it was taken is erased.
edit-description = What the picture shows
edit-description-hint = For people who do not see it: “The glass door of the community centre, with a ramp on the left.” Name nobody.
edit-decorative = Picture without information
edit-decorative-decorative = The picture is decorative: it needs no description.
edit-credit = Credit and licence
edit-credit-hint = Who took the photo, and on which terms: “City of Rennes, Licence Ouverte 2.0”. Anybody who can be recognised must have agreed.
picture-add = Add a picture
picture-send = Send the picture
picture-remove = Remove the picture
picture-remove-this = Remove the picture: { $alt }
picture-told = Description: { $alt }
picture-decorates = Decorative picture, without description.
picture-no-room = This place has as many pictures as it may have. Remove one to add another.
note-picture-added = The picture is online.
note-picture-removed = The picture is removed.

## What is wrong

picture-missing = Choose a picture.
picture-again = Choose the picture again: it was not kept.
picture-description-missing = Write what the picture shows, or tick that it is decorative.
picture-credit-missing = Write who took the photo, and under which licence.
picture-too-heavy = This picture weighs more than { $n } MB. Choose a lighter one.
picture-kind = This file is no JPEG, PNG or WebP photo.
picture-too-many-pixels = This picture is too large: 25 million dots at most. Make it smaller.
picture-too-small = This picture is too small to be seen.
picture-broken = This picture is broken or incomplete. Send it again, or choose another one.
picture-full = This place already has { $n } pictures. Remove one first.
