# What proves that people are who they say: passwords, identity providers, passkeys.

password-too-short = This password is too short: it needs { $limit } characters at least. A sentence is easy to remember.
password-too-long = This password is too long: { $limit } characters at most.
password-guessable = This password is too easy to guess. A sentence of four words that have nothing to do with you is safe and easy to remember.
password-breached = Attackers know this password: it was seen { $times ->
    [one] { $times } time
   *[other] { $times } times
} in data leaks. Choose another one, and change it wherever you use it.

oidc-unreachable = This sign-in service does not answer. Try again later, or sign in another way.
oidc-answer = This sign-in service gave an answer that we do not understand. Sign in another way, and tell the team.
oidc-client = This sign-in service does not recognise this installation. Sign in another way, and tell the team: its settings need a check.
oidc-refused = The sign-in was refused or cancelled there. Try again, or sign in another way.
oidc-wrong-state = This sign-in was not begun in this browser. Begin again here.
oidc-stale = This sign-in was begun too long ago. Begin again.
oidc-used = This sign-in was used before, or came too late. Begin again.
oidc-level = The means used there is not strong enough for this site. Begin again with a stronger one, such as a code on top of the password.
oidc-expired = The answer of the sign-in service is out of date. Begin again; if it goes on, tell the team: a clock may be wrong.
oidc-untrusted = The answer of the sign-in service cannot be trusted: it was not accepted, and nobody was signed in. Tell the team.

passkey-malformed = The answer of your device was not understood. Try again, or sign in another way.
passkey-unknown = This passkey is no longer known here. Use another one, or sign in another way.
passkey-unverified = Your device did not check that it is you. Try again with the code, finger or face that opens it.
passkey-elsewhere = This passkey answered for another site. Check the address of the page, then try again.
passkey-refused = This passkey could not be checked. Try again, or sign in another way.
passkey-copied = This passkey may have been copied: it is no longer accepted. Sign in another way, remove it, then tell the team.
passkey-already = This device already has a passkey for this account.
passkey-stale = This request is over. Begin again.
passkey-too-many = This account already has { $limit } passkeys: remove one, then begin again.
passkey-address = Passkeys do not work at this address. Sign in another way, and tell the team.
