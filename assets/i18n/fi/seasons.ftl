# Hours that hold for a time
seasons = Muuttuvat aukioloajat
seasons-none = Tavalliset aukioloajat ovat voimassa toistaiseksi.
seasons-past =
    { $count ->
        [one] Yksi päättynyt
       *[other] { $count } päättynyttä
    }
season-now = Voimassa nyt
season-from = { $day } alkaen
season-add-short = Lisää
season-add = Lisää muuttuvat aukioloajat
season-edit = Muuttuvat aukioloajat
season-lead = Kesäajat, lyhennetty päivä tai uudet ajat tietystä päivästä alkaen. Jos kaksi on voimassa yhtä aikaa, myöhemmin alkanut ratkaisee. Pyhinä on aina kiinni.
season-first-day = Ensimmäinen päivä
season-last-day = Viimeinen päivä
season-last-day-hint = Muodossa p.k.vvvv. Tyhjä: voimassa toistaiseksi.
season-closed = Kiinni koko ajan
season-closed-hint = Alla olevilla ajoilla ei silloin ole väliä.
season-remove = Poista nämä ajat
season-remove-text = Tilalle tulevat tavalliset aukioloajat. Jo annetut määräajat eivät muutu.
season-remove-confirm = Poistetaanko nämä aukioloajat?
flash-season-saved = Aukioloajat on tallennettu. Jo annetut määräajat eivät muuttuneet.
flash-season-removed = Aukioloajat on poistettu.
error-season-known = Tästä päivästä alkavat jo toiset ajat. Muokkaa niitä tai vaihda päivä.
error-season-no-hours = Anna vähintään yhden päivän aukioloaika tai valitse Kiinni koko ajan.
error-season-closed-for-good = Anna viimeinen päivä: vastausaikojen pitää jatkua joskus. Jos tiimin työ loppuu kokonaan, lakkauta tiimi.
error-season-closed-too-long = Tiimi voi olla suljettuna enintään vuoden kerrallaan. Anna aiempi viimeinen päivä tai anna aukioloajat. Jos tiimin työ loppuu kokonaan, lakkauta tiimi.
