# A duty shift changes hands
swap-title = Swapping a shift
swap-lead-own = Your shift on { $day }, { $team }.
swap-lead = { $name }, shift on { $day }, { $team }.
swap-with = How do the shifts change?
swap-with-hint = This is how the shifts will be. The swap holds at once, and both get an e-mail about it.
swap-does = { $name } is on duty { $day }
swap-gift = No other shift is given in return.
swap-submit = Swap the shift
swap-cancel = Cancel
swap-nobody = Nobody can take the shift
swap-nobody-text = Nobody else of the team is there that day.
flash-swapped = The shift is swapped. Both are told by e-mail.
error-swap-changed-title = The shifts have changed
error-swap-changed = The shifts have changed since you opened the page. Nothing was swapped. Look at the shifts and choose again.
