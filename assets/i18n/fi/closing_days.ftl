# Closing days
closing-title = Sulkupäivät
closing-lead = Sulkupäivinä ja pyhinä vastausaika ei kulu.
closing-coming = Tulevat sulkupäivät
closing-none = Tulevia sulkupäiviä ei ole merkitty.
closing-past =
    { $count ->
        [one] Yksi mennyt sulkupäivä
       *[other] { $count } mennyttä sulkupäivää
    }
closing-days = Päivä
closing-add = Lisää sulkupäivä
closing-name = Nimi
closing-name-hint = Esimerkiksi Henkilöstöpäivä. Nimi näkyy määräajan laskelmassa.
closing-first-day = Päivä
closing-last-day = Viimeinen päivä
closing-scope = Kuka on kiinni
closing-all-teams = Kaikki tiimit
closing-holidays = Tulevat pyhät ja aatot
closing-kept = Jo annetut määräajat eivät muutu. Lyhennetty päivä merkitään tiimin muuttuviin aukioloaikoihin.
closing-remove-confirm = Poistetaanko sulkupäivä { $name }?
flash-closing-added = Sulkupäivä on lisätty.
flash-closing-removed = Sulkupäivä on poistettu.
error-closing-past = Päivä on jo mennyt. Anna tuleva päivä.
error-closing-holiday = Silloin on jo kiinni pyhän tai aaton vuoksi. Sitä ei tarvitse merkitä.
error-closing-too-long = Sulkupäiviä voi olla peräkkäin enintään kolme kuukautta. Pidempi sulku merkitään tiimin muuttuviin aukioloaikoihin.
error-closing-known = Tämä sulkupäivä on jo merkitty.
