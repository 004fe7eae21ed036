# A duty shift changes hands
swap-title = Vuoron vaihto
swap-lead-own = Vuorosi { $day }, { $team }.
swap-lead = { $name }, vuoro { $day }, { $team }.
swap-with = Miten vuorot vaihtuvat?
swap-with-hint = Näin vuorot menevät vaihdon jälkeen. Vaihto on voimassa heti, ja molemmat saavat siitä sähköpostin.
swap-gift = { $taker } päivystää { $day }, eikä tilalle tule toista vuoroa
swap-exchange = { $taker } päivystää { $day } ja { $giver } { $other }
swap-exchange-own = { $taker } päivystää { $day } ja sinä { $other }
swap-submit = Vaihda vuoro
swap-nobody = Kukaan ei voi ottaa vuoroa
swap-nobody-text = Tiimissä ei ole muita, jotka olisivat paikalla sinä päivänä.
flash-swapped = Vuoro on vaihdettu. Molemmille lähtee tieto sähköpostilla.
error-swap-changed-title = Vuorot ovat muuttuneet
error-swap-changed = Vuorot ovat muuttuneet sen jälkeen, kun avasit sivun. Mitään ei vaihdettu. Katso vuorot ja valitse uudelleen.
