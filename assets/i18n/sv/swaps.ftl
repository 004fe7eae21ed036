# A duty shift changes hands
swap-title = Byte av jourtur
swap-lead-own = Din jourtur { $day }, { $team }.
swap-lead = { $name }, jourturen { $day }, { $team }.
swap-with = Hur byts turerna?
swap-with-hint = Så går turerna efter bytet. Bytet gäller genast, och båda får e-post om det.
swap-gift = { $taker } har jour { $day }, och ingen annan tur kommer i stället
swap-exchange = { $taker } har jour { $day } och { $giver } { $other }
swap-exchange-own = { $taker } har jour { $day } och du { $other }
swap-submit = Byt tur
swap-nobody = Ingen kan ta turen
swap-nobody-text = I teamet finns inga andra som är på plats den dagen.
flash-swapped = Turen är bytt. Båda får besked per e-post.
error-swap-changed-title = Turerna har ändrats
error-swap-changed = Turerna har ändrats sedan du öppnade sidan. Ingenting byttes. Se på turerna och välj på nytt.
