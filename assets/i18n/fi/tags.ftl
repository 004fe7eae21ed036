tags-title = Tunnisteet
tags-lead = Kaikkien organisaatioiden yhteiset tunnisteet. Uusi syntyy, kun joku kirjoittaa sen yrityksen sivulla.
tags-none = Tunnisteita ei vielä ole
tags-none-text = Lisää ensimmäinen jonkin yrityksen sivulla.
tags-of-company-none = Yrityksellä ei ole tunnisteita.
tag-add = Lisää tunniste
tag-submit = Lisää
tag-add-hint = Esimerkiksi kesätyöpaikat. Entisiä ehdotetaan kirjoittaessasi.
tag-name = Tunniste
tag-companies = Käytössä
tag-save = Tallenna
tag-merge-title = Onko sama asia kahdella nimellä?
tag-merge-text = Yritykset, joilla on tunniste { $name }, saavat sen sijaan toisen tunnisteen.
tag-merge-into = Tunniste, joka jää
tag-merge = Yhdistä
tag-merge-confirm = Yhdistetäänkö { $name } valittuun tunnisteeseen? Sitä ei voi perua.
tag-remove-title = Eikö tunnistetta tarvita?
tag-remove-text = Tunniste poistuu kaikilta yrityksiltä. Muut tiedot säilyvät.
tag-remove = Poista tunniste
tag-remove-confirm =
    { $count ->
        [0] Poistetaanko { $name }?
        [one] Poistetaanko { $name }? Se poistuu 1 yritykseltä, eikä sitä voi perua.
       *[other] Poistetaanko { $name }? Se poistuu { $count } yritykseltä, eikä sitä voi perua.
    }
error-tag-empty = Kirjoita tunniste, esimerkiksi kesätyöpaikat.
error-tag-known = Tunniste on jo olemassa. Voit yhdistää nämä alla.
flash-tag-added = Tunniste on lisätty.
flash-tag-removed = Tunniste on poistettu yritykseltä.
flash-tag-saved = Tunniste on tallennettu.
flash-tags-merged = Tunnisteet on yhdistetty.
flash-tag-erased = Tunniste on poistettu kaikilta yrityksiltä.
admin-tags-text = Yhtenäistä tunnisteet, joita yrityksille on annettu.
