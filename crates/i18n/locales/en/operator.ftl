# The operator's session.

operator-title = Operation
operator-lead = The state of this installation.
operator-door-title = Open the operator's session
operator-door-text = This link opens a session of eight hours in this browser. It can be used once.
operator-door-open = Open the session
operator-door-used = This link has been used, or is more than fifteen minutes old. Nothing is lost: start the program again, it writes another one.
operator-files = Backups are made from the command line.
operator-leave = Close the session
size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB
error-home = Back to the home page
