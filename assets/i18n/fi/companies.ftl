# The list
company-list-title = Yritykset
company-list-lead = Yhteinen yritysrekisteri. Hae nimellä, Y-tunnuksella, puhelinnumerolla tai verkko-osoitteella.
company-search = Hae yritystä
company-search-submit = Hae
company-search-clear = Tyhjennä haku
company-filter-municipality = Kunta
company-filter-municipality-all = Kaikki kunnat
company-filter-own-area = Oma alue
company-filter-industry = Toimiala
company-filter-industry-all = Kaikki toimialat
company-filter-ended = Näytä myös lopettaneet
company-new = Lisää yritys
company-count =
    { $count ->
        [0] Ei yrityksiä
        [one] 1 yritys
       *[other] { $count } yritystä
    }
company-count-over = { $count } yritystä
company-column-name = Nimi
company-column-business-id = Y-tunnus
company-column-municipality = Kunta
company-column-industry = Toimiala
company-column-phone = Puhelin
company-site-there = toimipaikka: { $municipality }
company-ended = Lopettanut
company-formerly = ent. { $name }
company-also = myös { $name }
company-none-title = Yhtään yritystä ei löytynyt
company-none-text = Tarkista kirjoitusasu, lyhennä hakua tai poista rajauksia. Lopettaneet näkyvät, kun valitset ”Näytä myös lopettaneet”.
company-none-yet-title = Rekisteri on tyhjä
company-none-yet-import = Tuo yritykset YTJ:stä
company-none-yet-text = Yritykset tuodaan YTJ:n avoimesta datasta, ja niitä voi lisätä käsin.
company-none-check-digit = Y-tunnuksen viimeinen numero ei täsmää. Tarkista tunnus.
flash-search-personal-identity-code = Henkilötunnuksella ei voi hakea. Hakua ei tehty.

# The form
company-new-title = Lisää yritys
company-new-lead = Lisää käsin yritys, joka ei ole rekisterissä, esimerkiksi toiminimi tai yhdistys.
company-edit-title = Muokkaa yrityksen tietoja
company-edit-register = Tiedot tulevat YTJ:stä. Kun muutat kohtaa, muutoksesi näkyy kaikille ja rekisterin tieto säilyy sen vieressä.
company-register-says = YTJ: { $value }. Muuttanut { $editor } { $day }.
company-register-nothing = ei tietoa
company-section-basics = Perustiedot
company-section-address = Osoite
company-section-contact = Yhteystiedot
company-name = Nimi
company-business-id = Y-tunnus
company-business-id-hint = Esimerkiksi 1234567-1
company-form = Yritysmuoto
company-industry = Toimiala
company-industry-hint = Kirjoita toimialan nimi tai viisinumeroinen tunnus
company-municipality = Kunta
company-street-address = Käyntiosoite
company-post-code = Postinumero
company-post-office = Postitoimipaikka
company-postal-address = Postiosoite
company-postal-address-hint = Jos se on muu kuin käyntiosoite
company-website = Verkkosivut
company-phone = Puhelin
company-email = Sähköposti
company-tol-2008 = TOL 2008
company-add = Lisää yritys
company-save = Tallenna
company-cancel = Peruuta
company-similar-title = Rekisterissä on jo samankaltaisia. Onko yritys jokin näistä?
company-similar-go-on = Jos ei ole, lisää yritys alta.
company-add-anyway = Lisää uusi yritys
company-taken = Yritys on jo rekisterissä:
flash-company-added = Yritys on lisätty.
flash-company-saved = Tiedot on tallennettu.

error-business-id-shape = Y-tunnuksessa on seitsemän numeroa, väliviiva ja tarkistusnumero, esimerkiksi 1234567-1.
error-business-id-check-digit = Y-tunnuksen viimeinen numero ei täsmää muihin. Tarkista tunnus.
error-business-id-taken = Tällä Y-tunnuksella on jo yritys rekisterissä.
error-company-not-added-title = Yritystä ei lisätty
error-company-not-added = Joku lisäsi yrityksen samalla Y-tunnuksella juuri äsken. Hae se yritysluettelosta.
error-industry = Valitse toimiala ehdotuksista tai kirjoita sen viisinumeroinen tunnus, esimerkiksi 62100.
error-website = Tarkista verkko-osoite, esimerkiksi www.yritys.fi.
error-phone-characters = Kirjoita yksi puhelinnumero numeroin, esimerkiksi 040 123 4567.
error-phone-too-short = Puhelinnumerosta puuttuu numeroita.
error-phone-too-long = Puhelinnumerossa on liikaa numeroita. Kirjoita vain yksi numero.

# Filters
company-filters =
    { $count ->
        [0] Rajaukset
       *[other] Rajaukset ({ $count })
    }
company-filters-set = Valitut rajaukset
company-filter-remove = Poista rajaus:
company-filter-any = Kaikki
company-filter-company-form = Yritysmuoto
company-filter-size = Henkilöstö
company-filter-tag = Tunniste
company-filter-gone = ei enää käytössä
company-filter-owner = Vastuuhenkilö
company-filter-contact = Yhteydenotot
company-filter-since = Päivä
company-filter-since-form = pp.kk.vvvv
company-filter-ended-too = Myös lopettaneet
company-contacted-since = Yhteydenotto päivänä tai sen jälkeen
company-contacted-not-since = Ei yhteydenottoa päivänä tai sen jälkeen
company-contacted-never = Ei yhtään yhteydenottoa
company-contacted-chip-since = Yhteydenotto { $day } tai sen jälkeen
company-contacted-chip-not-since = Ei yhteydenottoa { $day } tai sen jälkeen
company-contacted-chip-never = Ei yhtään yhteydenottoa
company-none-looser = Rajaukset ovat liian tiukat. Poista jokin niistä:
company-none-without = Ilman rajausta ”{ $filter }”
error-contacted-day-missing = Kirjoita päivä, josta yhteydenotot lasketaan, esimerkiksi 1.9.2026.
company-size-unknown = Ei tiedossa
company-size-0-4 = 0–4 henkilöä
company-size-5-9 = 5–9 henkilöä
company-size-10-19 = 10–19 henkilöä
company-size-20-49 = 20–49 henkilöä
company-size-50-99 = 50–99 henkilöä
company-size-100-249 = 100–249 henkilöä
company-size-250-499 = 250–499 henkilöä
company-size-500-999 = 500–999 henkilöä
company-size-1000 = 1 000 henkilöä tai enemmän

# A caller
caller-title = Soittaja { $number }
caller-number = Puhelinnumero
caller-several = Numero on useammalla. Kuka soittaa?
caller-has-company = Numero on yrityksen oma.
caller-has-person = Numero on yhteyshenkilöllä: { $people }
caller-none-title = Numeroa ei ole rekisterissä
caller-none-text = Numero siirtyy valmiiksi siihen, mitä valitset.
caller-add-person = Lisää yhteyshenkilö yritykselle
error-caller-characters = Numeroa ei voi lukea. Kirjoita se numeroin, esimerkiksi 040 123 4567.
error-caller-too-short = Numero on lyhyt tai alanumero, eikä se kerro soittajaa. Hae yritystä nimellä tai kirjoita koko numero.

# The live look-up
company-lookup-title = Hae yritys YTJ:stä
company-lookup-lead = Näet tiedot ennen kuin ne tallennetaan.
company-lookup-id = Y-tunnus tai nimi
company-lookup-submit = Hae YTJ:stä
company-lookup-add = Lisää rekisteriin
company-lookup-complete = Täydennä YTJ:n tiedoilla
company-lookup-completes = Yritys on lisätty käsin. Käsin kirjoitetut tiedot säilyvät, ja YTJ:n tieto näkyy niiden vieressä.
company-lookup-ended = YTJ:n mukaan yritys ei enää toimi. Tarkista tunnus, ennen kuin lisäät sen.
company-lookup-unknown = YTJ:n avoimessa datassa ei ole tunnusta { $id }.
company-lookup-unknown-hint = Tarkista tunnus. Osa toiminimistä ja yhdistyksistä puuttuu avoimesta datasta, ja ne voi lisätä käsin.
company-lookup-by-hand = Voit tallentaa yrityksen käsin. Tiedot täydentyvät seuraavassa tuonnissa.
company-lookup-manually = Lisää käsin
error-ytj-unreachable = YTJ:n palveluun ei saada yhteyttä juuri nyt.
error-ytj-slow = YTJ:n palvelu ei vastaa ajoissa.
error-ytj-busy = YTJ:n palvelu pyytää odottamaan. Kokeile hetken päästä uudelleen.
error-ytj-broken = YTJ:n palvelussa on häiriö.
error-ytj-odd = YTJ:n palvelu vastasi jotain muuta kuin pyydettiin.
error-ytj-cut = Yhteys YTJ:n palveluun katkesi kesken.
error-lookup-id-title = Hakua ei voi tehdä
error-lookup-id = Y-tunnus puuttuu tai on väärin. Palaa hakuun ja kirjoita se uudelleen.
flash-company-from-ytj = Yrityksen tiedot on tallennettu YTJ:stä.

# The end of a company added by hand
company-ending-title = Onko toiminta päättynyt?
company-ending-lead = Lopettanut yritys ei näy luettelossa, ellei lopettaneita haeta. Tiedot ja yhteydenotot säilyvät.
company-ending-day = Viimeinen toimintapäivä
company-ending-submit = Merkitse lopettaneeksi
company-reopen-title = Toimiiko yritys sittenkin?
company-reopen-text = Yritys on merkitty lopettaneeksi.
company-reopen = Merkitse toimivaksi
error-company-ends-later = Päivä on vielä edessä. Merkitse lopettaneeksi vasta, kun toiminta on päättynyt.
error-company-of-register-title = Tietoa ei voi muuttaa käsin
error-company-of-register = Yritys tulee YTJ:stä, joka kertoo, milloin toiminta päättyy.
flash-company-ended = Yritys on merkitty lopettaneeksi.
flash-company-reopened = Yritys on merkitty toimivaksi.
flash-company-restored = YTJ:n tieto on palautettu.
company-filter-open-to = Yhteydenottokiellot
company-open-to-call = Saa ottaa yhteyttä
company-open-to-marketing = Saa lähettää markkinointia
company-mark-do_not_contact = Älä ota yhteyttä
company-mark-coordinate_first = Sovi ensin
company-mark-no_marketing = Ei markkinointia
company-mark-first = Sovi ensin: { $person }
company-mark-person-left = ei enää täällä; kysy: { $organisation }
company-mark-until = voimassa { $day } asti
company-mark-callback-fine = Jos työnantaja itse pyysi soittoa, kirjaa soittopyyntö: siihen saa vastata.
company-mark-new = Lisää merkintä
company-mark-title = Merkintä yrityksestä
company-mark-lead = Merkinnän ja sen syyn näkevät kaikki organisaatiot ennen kuin he ottavat yhteyttä.
company-mark-kind = Merkintä
company-mark-choice-do_not_contact = Älä ota yhteyttä: yritys ei halua yhteydenottoja
company-mark-choice-coordinate_first = Sovi ensin: yhteydenotosta puhutaan ensin tietyn henkilön kanssa
company-mark-choice-no_marketing = Ei markkinointia: soittaa saa, mutta mainosviestejä ei lähetetä
company-mark-person = Kenen kanssa sovitaan ensin
company-mark-person-hint = Koskee vain merkintää ”Sovi ensin”.
company-mark-reason = Syy
company-mark-reason-hint = Syy näkyy kaikille. Älä kirjoita henkilötunnusta tai työnhakijan tietoja.
company-mark-ends-on = Viimeinen voimassaolopäivä
company-mark-ends-on-hint = Jätä tyhjäksi, jos merkintä on voimassa toistaiseksi.
company-mark-save = Tallenna merkintä
company-mark-end = Päätä merkintä
company-mark-end-confirm = Päätetäänkö merkintä? Sen jälkeen se ei enää varoita ketään.
error-company-mark-person = Valitse henkilö, jonka kanssa yhteydenotosta sovitaan.
error-company-mark-past = Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.
error-company-mark-known = Yrityksellä on jo tämä merkintä.
flash-company-mark-set = Merkintä on tallennettu. Se näkyy kaikille.
flash-company-mark-ended = Merkintä on päätetty.

# What is nearly the same
company-similar-too = Samankaltaisia nimiä
company-similar-only = Nimeä ”{ $text }” ei ole. Nämä ovat samankaltaisia:
company-match-similar = samankaltainen nimi
company-match-lookup = Hae YTJ:stä: { $text }
company-match-lookup-hint = Jos yritystä ei vielä ole rekisterissä
company-name-finds = Jos yritys on jo rekisterissä, se näkyy kirjoittaessasi. Avaa se ehdotuksista.
company-likeness-name = sama nimi
company-likeness-spelling = lähes sama nimi
company-likeness-phone = sama puhelinnumero
company-likeness-domain = sama verkko-osoite
company-lookup-named = YTJ:n yritykset nimellä { $name }
company-lookup-unnamed = YTJ:n avoimessa datassa ei ole yritystä nimellä { $name }.
company-lookup-more = Osumia on enemmän. Kirjoita nimi tarkemmin.
company-lookup-is-known = Jo rekisterissä

# Saved filters
saved-filters = Tallennetut rajaukset
saved-filters-manage = Hallitse
saved-filters-lead = Omat rajauksesi ja ne, jotka organisaatiosi jakaa.
saved-filters-none = Ei vielä tallennettuja rajauksia
saved-filters-none-text = Rajaa yritysluetteloa ja valitse ”Tallenna rajaus”.
saved-filter-new = Tallenna rajaus
saved-filter-lead = Löydät saman rajauksen yritysluettelosta yhdellä napsautuksella.
saved-filter-name = Nimi
saved-filter-name-hint = Esimerkiksi Oman alueen metallialan yritykset
saved-filter-shared = Jaa myös muille: { $organisation }
saved-filter-save = Tallenna rajaus
saved-filter-what = Mitä rajaa
saved-filter-whose = Kenen
saved-filter-own = Oma
saved-filter-is-shared = Yhteinen, tallensi { $by }
saved-filter-remove = Poista
saved-filter-remove-confirm = Poistetaanko rajaus { $name }?
error-saved-filter-nothing = Tallennettavaa rajausta ei ole. Palaa luetteloon ja rajaa sitä ensin.
error-saved-filter-known = Tällä nimellä on jo rajaus. Anna toinen nimi.
flash-saved-filter = Rajaus on tallennettu.
flash-saved-filter-removed = Rajaus on poistettu.

# Several companies at once
batch-title = Mitä yrityksille tehdään
batch-chosen = Valituille…
batch-all = Kaikille löydetyille ({ $count })…
batch-choose = Valitse { $name }
batch-list = Soittolistalle
batch-put = Lisää listalle
batch-assign = Aseta vastuuhenkilö
batch-tag = Lisää tunniste
batch-task = Tehtävä jokaisesta
batch-make-tasks = Tee tehtävät
error-batch-many-tasks = Tehtäviä voi tehdä kerralla 200. Rajaa tarkemmin tai valitse soittolista.
error-batch-nobody = Yhtään yritystä ei ole valittu. Palaa luetteloon ja valitse yritykset.
flash-batch-none-chosen = Valitse ensin yritykset rivien alusta.
flash-batch-listed = Yritykset ovat listalla. Ne, joille ei saa soittaa, jäivät pois.
flash-batch-assigned = Vastuuhenkilö on asetettu.
flash-batch-tagged = Tunniste on lisätty yrityksille.
flash-batch-tasks = Tehtävät on tehty. Yrityksistä, joihin ei saa ottaa yhteyttä, ei tehty tehtävää.
owners-title = Vastuuhenkilö
owners-none = Yrityksellä ei ole vastuuhenkilöä.
owner-of-ours = Vastuuhenkilö omassa organisaatiossa
owner-nobody = Ei kukaan
owner-save = Tallenna
error-owner-title = Vastuuhenkilöä ei voi valita
error-owner = Henkilö ei enää hoida yrityksiä tässä organisaatiossa. Palaa takaisin ja valitse toinen.
flash-owner-saved = Vastuuhenkilö on tallennettu.
