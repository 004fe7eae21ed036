# Duty
duty-title = Päivystys: { $team }
duty-lead = Päivystäjälle kerrotaan uusista soittopyynnöistä heti. Jos päivystäjää ei ole, niistä kerrotaan koko tiimille.
duty-team = Tiimi
duty-show = Näytä
duty-no-members = Tiimissä ei ole jäseniä, joten päivystäjää ei voi valita.
duty-no-team = Tiimejä ei ole vielä
duty-no-team-text = Päivystystä voi suunnitella, kun organisaatiolla on tiimi.
duty-previous = Edellinen viikko
duty-next = Seuraava viikko
duty-week = Viikko { $week }, { $days }
duty-gaps =
    { $count ->
        [one] Yksi päivä ilman päivystäjää
       *[other] { $count } päivää ilman päivystäjää
    }
duty-is-today = Tänään
duty-person-on = Päivystäjä { $day }
duty-nobody = Ei päivystäjää
duty-save = Tallenna
duty-weeks = Viikot
duty-weeks-near = Viereiset viikot
duty-week-tab = Viikko { $week }{ $gaps ->
        [0] {""}
       *[other] {" "}· { $gaps } puuttuu
    }
duty-closed = Kiinni
duty-gap = Ilman päivystäjää
duty-away-choice = { $name } (poissa)
duty-away-for = { $name } (poissa) → { $to }
duty-away-nobody = { $name } on poissa, ei sijaista
duty-is-proposed = Ehdotus
duty-proposed =
    { $count ->
        [0] Kenellekään ei voi ehdottaa tyhjiä päiviä. Valitse päivystäjät itse.
        [one] Yksi päivä on täytetty ehdotuksella. Sitä ei ole vielä tallennettu. Tarkista ja tallenna.
       *[other] { $count } päivää on täytetty ehdotuksella. Niitä ei ole vielä tallennettu. Tarkista ja tallenna.
    }
duty-proposed-drop = Hylkää ehdotus
duty-fill-copy = Täytä kuten edellisellä viikolla
duty-fill-turn = Täytä vuorotellen
duty-swap = Vaihda vuoro
duty-swaps = Vaihdetut vuorot
duty-no-swaps = Vuoroja ei ole vaihdettu.
duty-swap-given = { $day }: { $from } → { $to }
duty-swap-exchanged = { $day }: { $from } → { $to }, ja { $other }: { $to } → { $from }
duty-open-until = auki klo { $time } asti
duty-opens-today = avataan klo { $time }
duty-opens = avataan { $day } klo { $time }
flash-duty-saved = Päivystysvuorot on tallennettu.
error-duty-past-title = Päivä on jo mennyt
error-duty-past = Menneen päivän päivystäjää ei voi vaihtaa. Avaa päivystyssivu uudelleen.
error-duty-member-title = Henkilö ei ole enää tiimissä
error-duty-member = Valittu henkilö ei ole enää tämän tiimin jäsen. Avaa päivystyssivu uudelleen ja valitse toinen. Mitään ei tallennettu.

# Administration
admin-lead = Yhteiset asetukset. Ne koskevat kaikkia organisaatioita.
admin-own-lead = Oman organisaatiosi henkilöt ja tiimit.
admin-people = Ketkä toimivat täällä
admin-service = Palvelu
admin-teams-text = Tiimien jäsenet, postilaatikot, aukioloajat ja puhelinlinjat.
admin-organisations-text = Työllisyysalueen kunnat, kumppanit ja määräaikaiset hankkeet.
admin-topics-text = Mistä asioista soittopyyntöjä ja yhteydenottoja kirjataan.
admin-needs-text = Mitä työnantajilta kysytään heidän tarpeistaan.
admin-save = Tallenna
admin-routing-text = Mikä tiimi saa soittopyynnön ja missä ajassa siihen vastataan.
admin-duty-text = Kuka kussakin tiimissä päivystää minäkin päivänä.
admin-staff = Henkilöt ja tunnukset
admin-staff-text = Ketkä käyttävät palvelua ja millä oikeuksilla. Täällä suljet lähteneen työntekijän tunnuksen.
admin-mails = Sähköpostit
admin-mails-text = Odottavat, lähteneet ja epäonnistuneet sähköpostit.
admin-closing-text = Päivät, joina kaikki tai yksi tiimi on kiinni. Pyhät ovat kalenterissa valmiina.
admin-settings-text = Muistutusten rajat, viestien lähetysaika ja maksupäivät.
admin-jobs-text = Mitä palvelu tekee itsestään, ja onnistuiko se.

# The list of organisations and the form of one
organisations-title = Organisaatiot
organisations-lead = Työllisyysalue, sen kumppanit ja määräaikaiset hankkeet. Kaikki näkevät saman yritysrekisterin.
organisation-add = Lisää organisaatio
organisation-new-lead = Kumppani tai hanke, jonka henkilöt käyttävät samaa rekisteriä. Lisää sen jälkeen sille tiimi ja kutsu henkilöt.
organisation-name = Nimi
organisation-host = Työllisyysalue
organisation-access = Käyttö
organisation-lasting = Toistaiseksi
organisation-until = { $day } asti
organisation-over = Päättynyt
organisation-people = Henkilöt
organisation-people-count =
    { $count ->
        [one] Yksi henkilö, jolla on tunnus.
       *[other] { $count } henkilöä, joilla on tunnus.
    }
organisation-teams = Tiimit
organisation-no-teams = Tiimejä ei ole vielä. Soittopyynnöt ohjataan tiimeille.
organisation-stray-rows =
    { $count ->
        [one] Yksi ohjausrivi vie soittopyyntöjä tänne. Vaihda riville toinen tiimi.
       *[other] { $count } ohjausriviä vie soittopyyntöjä tänne. Vaihda riveille toinen tiimi.
    }
organisation-ends-on = Viimeinen käyttöpäivä
organisation-ends-on-hint = Muodossa p.k.vvvv. Käyttö päättyy tämän päivän jälkeen. Kirjatut yhteydenotot jäävät. Jätä tyhjäksi, jos loppua ei ole.
organisation-municipalities = Alueen kunnat
organisation-municipalities-hint = Kunnan nimi tai numero. Useita kuntia voi kirjoittaa pilkulla erotettuina, esimerkiksi Salo, Somero.
organisation-end-title = Päivä on jo mennyt: käyttö päättyy heti
organisation-end-people =
    { $count ->
        [one] Yksi henkilö ei pääse enää toimimaan tämän organisaation puolesta.
       *[other] { $count } henkilöä ei pääse enää toimimaan tämän organisaation puolesta.
    }
organisation-end-signed-in =
    { $count ->
        [one] Heistä yksi on nyt kirjautuneena.
       *[other] Heistä { $count } on nyt kirjautuneena.
    }
organisation-end-callbacks =
    { $count ->
        [one] Sen tiimeillä on yksi avoin soittopyyntö. Koordinaattori voi siirtää sen toiselle tiimille.
       *[other] Sen tiimeillä on { $count } avointa soittopyyntöä. Koordinaattori voi siirtää ne toiselle tiimille.
    }
organisation-end-rows =
    { $count ->
        [one] Yksi ohjausrivi vie soittopyyntöjä sen tiimeille. Vaihda riville toinen tiimi, sillä päättyneen organisaation rivit ohitetaan.
       *[other] { $count } ohjausriviä vie soittopyyntöjä sen tiimeille. Vaihda riveille toinen tiimi, sillä päättyneen organisaation rivit ohitetaan.
    }
organisation-to-routing = Soittopyyntöjen ohjaukseen
organisation-end-kept = Sen kirjaamat yhteydenotot ja yhteyshenkilöt jäävät.
organisation-end-now = Päätä käyttö heti
flash-organisation-added = Organisaatio on lisätty. Lisää sille seuraavaksi tiimi.
flash-organisation-saved = Organisaatio on tallennettu.
error-organisation-exists = Samanniminen organisaatio on jo olemassa. Anna toinen nimi.
error-municipality-unknown = Näitä kuntia ei löydy: { $names }. Tarkista nimi tai poista se.

# Opening hours
hours = Aukioloajat
hours-hint = Esimerkiksi 9–12, 13–15. Jätä tyhjäksi, jos päivä on kiinni.
hours-closed = Kiinni
hours-copy = Kopioi maanantain ajat ma–pe
weekday-monday = Maanantai
weekday-tuesday = Tiistai
weekday-wednesday = Keskiviikko
weekday-thursday = Torstai
weekday-friday = Perjantai
weekday-saturday = Lauantai
weekday-sunday = Sunnuntai
error-hours-shape = Kirjoita ajat muodossa 9–12, 13–15. Jos päivä on kiinni, jätä kohta tyhjäksi.
error-hours-order = Sulkemisajan pitää olla avaamisajan jälkeen, esimerkiksi 9–15.
error-hours-overlap = Ajat menevät päällekkäin. Kirjoita ne erikseen, esimerkiksi 9–12, 13–15.
error-last-before-first = Viimeisen päivän pitää olla sama kuin ensimmäinen tai sen jälkeen.
error-hours-none = Anna vähintään yhden päivän aukioloaika: vastausaika lasketaan siitä.
sharing-title = Muistiinpanojen näkyvyys
sharing-lead = Kirjoittaja valitsee joka kerta, näkyykö muistiinpano kaikille. Tässä valitset, kumpi on lomakkeella valmiina.
sharing-own = Muistiinpanot ovat oletuksena vain omalle organisaatiolle
sharing-own-hint = Ilman rastia ne näkyvät oletuksena kaikille. Jo kirjoitetut muistiinpanot eivät muutu.
admin-sharing-text = Näkyvätkö oman organisaatiosi muistiinpanot oletuksena kaikille.
flash-sharing-saved = Valinta on tallennettu.
