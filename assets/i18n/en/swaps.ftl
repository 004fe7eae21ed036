# A duty shift changes hands
swap-title = Swapping a shift
swap-lead-own = Your shift on { $day }, { $team }.
swap-lead = { $name }, shift on { $day }, { $team }.
swap-with = How do the shifts change?
swap-with-hint = This is how the shifts will be. The swap holds at once, and both get an e-mail about it.
swap-gift = { $taker } is on duty { $day }, and no other shift is given in return
swap-exchange = { $taker } is on duty { $day } and { $giver } { $other }
swap-exchange-own = { $taker } is on duty { $day } and you { $other }
swap-submit = Swap the shift
swap-nobody = Nobody can take the shift
swap-nobody-text = Nobody else of the team is there that day.
flash-swapped = The shift is swapped. Both are told by e-mail.
error-swap-changed-title = The shifts have changed
error-swap-changed = The shifts have changed since you opened the page. Nothing was swapped. Look at the shifts and choose again.
