# A duty shift changes hands
swap-title = Byte av jourpass
swap-lead-own = Ditt pass { $day }, { $team }.
swap-lead = { $name }, passet { $day }, { $team }.
swap-with = Hur byts passen?
swap-with-hint = Så går passen efter bytet. Bytet gäller genast, och båda får e-post om det.
swap-does = { $name } har jour { $day }
swap-gift = Inget annat pass kommer i stället.
swap-submit = Byt pass
swap-cancel = Avbryt
swap-nobody = Ingen kan ta passet
swap-nobody-text = I teamet finns inga andra som är på plats den dagen.
flash-swapped = Passet är bytt. Båda får besked per e-post.
error-swap-changed-title = Passen har ändrats
error-swap-changed = Passen har ändrats sedan du öppnade sidan. Ingenting byttes. Se på passen och välj på nytt.
