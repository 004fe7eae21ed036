# The list
company-list-title = Yritykset
company-list-lead = Yhteinen yritysrekisteri. Hae nimellä, Y-tunnuksella tai puhelinnumerolla.
company-search = Hae yritystä
company-search-submit = Hae
company-search-clear = Tyhjennä haku
company-filter-municipality = Kunta
company-filter-municipality-all = Kaikki kunnat
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
company-ended = Lopettanut
company-formerly = ent. { $name }
company-also = myös { $name }
company-none-title = Yhtään yritystä ei löytynyt
company-none-text = Tarkista kirjoitusasu, lyhennä hakua tai poista rajauksia. Lopettaneet näkyvät, kun valitset ”Näytä myös lopettaneet”.
company-none-yet-title = Rekisteri on tyhjä
company-none-yet-text = Yritykset tuodaan YTJ:n avoimesta datasta, ja niitä voi lisätä käsin.
company-none-check-digit = Y-tunnuksen viimeinen numero ei täsmää. Tarkista tunnus.
flash-search-personal-identity-code = Henkilötunnuksella ei voi hakea. Hakua ei tehty.

# The form
company-new-title = Lisää yritys
company-new-lead = Lisää käsin yritys, joka ei ole rekisterissä, esimerkiksi toiminimi tai yhdistys.
company-edit-title = Muokkaa yrityksen tietoja
company-edit-register = Tiedot tulevat YTJ:stä. Kun muutat kohtaa, muutoksesi näkyy kaikille ja rekisterin tieto säilyy sen vieressä.
company-register-says = Rekisterissä: { $value }. Muuttanut { $editor } { $day }.
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
company-similar-title = Rekisterissä on jo samannimisiä. Onko yritys jokin näistä?
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
