# A second proof after the password, and links bound to the browser that asked for them.
code-title = A code has just left by e-mail
code-lead = Your password is right. To protect what you look after, also type the code that was sent to your address. It works for ten minutes, in this browser.
code-field = Code
code-hint = Six digits. Look among unwanted mail too.
code-wrong = { $n ->
    [one] This is not the right code. You have one try left.
   *[other] This is not the right code. You have { $n } tries left.
}
code-over = This code works no more: it was used, ten minutes have passed, or there were too many tries. Give your password again: another code will leave. Or get a link.
code-again = Start again
enter-elsewhere-title = This link opens in another browser
enter-elsewhere = This link was asked for in another browser or on another device. Open it there: it still works.
enter-here-lead = Would you rather go on here? Get a new link at the same address. The old one will work no more.
enter-here = Get a link for here
enter-here-sent = If the old link had not been used, a new one has just left for the same address. Open it in this browser, within ten minutes.
means-password-and-code = by password and code
sessions-not-fresh = To be safe, sign in again before you close other sessions: you last did more than half an hour ago.
mail-sign-in-code-subject = Your code to sign in
mail-sign-in-code-text = Somebody has just given your password. If it was you, type this code in the same browser: { $code }. It works once, for ten minutes. Give it to nobody, not even by telephone.
mail-sign-in-code-why = Was it not you? Without this code nobody comes in, but somebody knows your password. Sign in by a link and choose another password.
doctor-second-factor = accounts with a role that a password alone opens: { $value }
doctor-second-factor-advice = no mail leaves from here. Give "serve" and "doctor" a server (PORTULAN_SMTP_URL): a code will be asked for after the password. Otherwise, ask these people to come in by a key
campaign-csv = Take this table away (CSV)
campaign-csv-sent = First message
campaign-csv-reminders = Reminders
campaign-csv-places = Places asked about
campaign-csv-answered = Places answered
campaign-csv-settled = All answered on
census-retarget = Change the date
census-retarget-hint = Links that were sent serve until the new date, and reminders follow it.
note-census-retargeted = The new date is saved.
census-correct = Correct the record
census-correct-said = The town hall of { $commune } says, in a census, that this record is to be corrected. What you write here will bear that mark.
asks-demonstration = Demonstration: no message leaves, neither for places nor for town halls. Whoever operates sees in "Messages" what would have left.
