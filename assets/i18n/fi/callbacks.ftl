# Logging
callback-new-title = Kirjaa soittopyyntö
callback-new-lead = Kirjaa, kuka soitti ja mistä. Oikea tiimi saa tiedon heti ja soittaa takaisin.
callback-company = Yritys
callback-company-hint = Kirjoita nimi tai Y-tunnus. Jos yritystä ei löydy, jätä nimi kenttään.
callback-caller = Soittaja
callback-caller-name = Soittajan nimi
callback-caller-phone = Puhelinnumero
callback-topic = Aihe
callback-note = Mistä on kyse
callback-note-hint = Ei henkilötunnuksia eikä tietoja työnhakijan terveydestä.
callback-urgent = Kiireellinen
callback-urgent-hint = Vastausaika on lyhyempi ja pyyntö nousee jonon kärkeen.
callback-more = Lisätiedot: milloin soittajan tavoittaa, yhteystapa, kieli
callback-reachable = Tavoitettavissa
callback-reachable-from = Tavoitettavissa alkaen
callback-reachable-until = Tavoitettavissa asti
callback-reachable-hint = Esimerkiksi 9.30
callback-source = Yhteystapa
callback-source-phone = Puhelin
callback-source-counter = Palvelupiste
callback-source-email = Sähköposti
callback-language = Kieli
callback-submit = Kirjaa soittopyyntö
callback-match-company = Tällä yrityksellä on jo avoin soittopyyntö.
callback-match-phone = Tästä numerosta on jo avoin soittopyyntö ({ $company }).
callback-match-number = Tästä numerosta on jo avoin soittopyyntö.
callback-match-holder = Sitä hoitaa { $holder } (aihe: { $topic }).
callback-match-queue = Se on jonossa: { $team } (aihe: { $topic }).
callback-match-open = Avaa se
callback-match-add = Lisää siihen tietoa
callback-receiver = Pyynnön saa { $team }.
callback-receiver-duty = Päivystäjä tänään: { $duty }.
callback-receiver-no-duty = Päivystäjää ei ole merkitty, joten tieto menee koko tiimille.
callback-due-by = Otettava viimeistään { $due }.
callback-sum = { $response } aukioloaikaa: { $stretches }.
callback-sum-closed = { $response } aukioloaikaa: { $stretches }. Kiinni: { $closed }.
callback-sum-moved = Siitä eteenpäin, kun soittajan tavoittaa klo { $window }.
callback-sum-day-closed = { $days } kiinni
callback-sum-outdated = Laskettu niillä aukioloajoilla, jotka olivat voimassa, kun pyyntö tuli jonoon. Ajat on muutettu sen jälkeen, mutta määräaika pysyy.
callback-closed-now = Nyt on kiinni, joten aika alkaa seuraavasta aukeamisesta.

# The list
callback-list-title = Soittopyynnöt
callback-list-changed = Soittopyyntöjen lista päivittyi.
callback-changed = Soittopyyntö muuttui.
callback-view-queue = Jonossa
callback-view-taken = Työn alla
callback-view-mine = Omat pyyntöni
callback-view-closed = Päättyneet
callback-empty-queue = Jono on tyhjä
callback-empty-text-queue = Yksikään soittopyyntö ei odota ottajaa.
callback-empty-taken = Mitään ei ole työn alla
callback-empty-text-taken = Kun joku ottaa soittopyynnön, se näkyy tässä.
callback-empty-mine = Et ole vielä kirjannut soittopyyntöjä
callback-empty-text-mine = Kirjaamasi pyynnöt ja niiden vaiheet näkyvät tässä.
callback-empty-closed = Päättyneitä ei ole
callback-empty-text-closed = Päättyneet soittopyynnöt näkyvät tässä.
callback-added-title = Pyynnöt, joihin olet lisännyt tietoa
callback-due = Otettava viimeistään
callback-where = Kenellä
callback-late = Myöhässä
callback-urgent-badge = Kiireellinen
callback-handover-count =
    { $count ->
        [one] Siirretty kerran
       *[other] Siirretty { $count } kertaa
    }

# One call-back
callback-title = Soittopyyntö: { $company }
callback-state-title = Tilanne
callback-state = Tila
callback-state-new = Jonossa
callback-state-taken = Työn alla
callback-state-closed = Päättynyt
callback-logger = Kirjasi
callback-not-in-register = Ei rekisterissä
callback-claim = Otan tämän
callback-close = Päätä soittopyyntö
callback-hand-over = Siirrä toiselle tiimille
callback-release = Palauta jonoon
callback-reopen = Avaa uudelleen
callback-cancel = Peru pyyntö
callback-cancel-confirm = Perutaanko soittopyyntö? Tiimi ei enää soita takaisin.
callback-taken-by = Toinen ehti ensin: { $holder } hoitaa tämän.
callback-history = Mitä on tehty
callback-holder-left = Palautui jonoon: { $holder } ei hoida tätä enää
callback-added = Lisätieto
callback-partner-care = Kumppani hoitaa asian
callback-partner-helped = Kumppani vastasi: autettiin
callback-partner-no_help_needed = Kumppani vastasi: apua ei enää tarvittu
callback-partner-not_reached = Kumppani vastasi: ei tavoitettu
callback-partner-state = Kumppani sähköpostitse
callback-partner-asked = Linkki lähetetty { $at }, ei vielä vastausta
callback-partner-acknowledged = Kertoi { $at } hoitavansa asian
callback-partner-no-link = Linkkiä ei ole lähetetty
callback-partner-ask-again = Lähetä linkki uudelleen
callback-link-title = Yritys rekisteristä
callback-link-company = Mikä yritys tämä on
callback-link = Liitä yritys

# Attempts
callback-attempt-title = Soittoyritys
callback-attempt-result = Miten kävi
callback-attempt-reached = Tavoitin
callback-attempt-no_answer = Ei vastannut
callback-attempt-call_again = Soitan uudelleen
callback-again-on = Uuden soiton päivä
callback-again-at = Kellonaika
callback-again = Uusi soitto { $at }
callback-attempt-note = Muistiinpano
callback-attempt-submit = Kirjaa soittoyritys

# The ladder
callback-next = Mitä seuraavaksi
callback-next-not_taken = Jos kukaan ei ota tätä { $at } mennessä, päivystäjä ja tiimin vetäjä saavat siitä viestin.
callback-next-still_not_taken = Jos kukaan ei ota tätä { $at } mennessä, koordinaattori saa siitä viestin.
callback-next-still_not_taken-backup = Jos kukaan ei ota tätä { $at } mennessä, varatiimi ({ $team }) ja koordinaattori saavat siitä viestin.
callback-next-partner_reminded = Jos kumppani ei vastaa { $at } mennessä, sitä muistutetaan.
callback-next-partner_silent = Jos kumppani ei vastaa { $at } mennessä, koordinaattori saa siitä viestin ja voi ottaa pyynnön takaisin.
callback-next-no_attempt = Jos soittoyritystä ei kirjata { $at } mennessä, se, jolla pyyntö on, saa muistutuksen.
callback-next-no_attempt-own = Jos et kirjaa soittoyritystä { $at } mennessä, sinua muistutetaan.
callback-next-expired = Jos soittoyritystä ei kirjata { $at } mennessä, pyyntö palautuu jonoon ja tiimin vetäjä saa siitä viestin.
callback-next-agreed = Sovittu soitto { $at }
callback-next-end = Kaikille on jo kerrottu. Pyyntö on jonon kärjessä, kunnes joku ottaa sen.
callback-step-not_taken = Kukaan ei ottanut tätä vastausajassa
callback-step-still_not_taken = Kukaan ei ottanut tätä vieläkään
callback-step-partner_reminded = Kumppania muistutettiin
callback-step-partner_silent = Kumppani ei vastannut
callback-step-no_attempt = Soittoyritystä ei kirjattu ajoissa
callback-step-expired = Palautui jonoon, koska soittoyritystä ei kirjattu
callback-step-unanswered_attempts = Monta soittoyritystä ilman vastausta
callback-told-mailed = Siitä lähti viesti.
callback-told-shown = Siitä ei lähtenyt viestiä.
callback-told-superseded = Viesti lähti vasta seuraavasta vaiheesta.
callback-gives-up = Työnantajaa on yritetty tavoittaa monta kertaa. Voit päättää pyynnön ja lähettää työnantajalle siitä sähköpostin, jos osoite on tiedossa.
callback-gives-up-close = Päätä: ei tavoitettu
callback-mail-employer = Lähetä työnantajalle sähköposti ({ $address })
callback-mail-employer-hint = Viesti kertoo vain, ettemme tavoittaneet. Muistiinpanosi ei näy siinä.

# Additions
callback-add-title = Lisää tietoa soittopyyntöön
callback-add-note = Lisätieto
callback-add = Lisää tieto

# Hand-over
callback-handed-over-before =
    { $count ->
        [one] Tämä on jo siirretty kerran. Varmista, että seuraava tiimi on oikea: työnantajaa ei pompotella.
       *[other] Tämä on jo siirretty { $count } kertaa. Varmista, että seuraava tiimi on oikea: työnantajaa ei pompotella.
    }
callback-handover-line = { $from } → { $to }
callback-handover-team = Mille tiimille
callback-handover-reason = Syy
callback-handover-note = Viesti seuraavalle
callback-handover-why = Miksi siirretään taas
callback-handover-why-hint = Yksi lause riittää. Seuraava tiimi lukee sen, ja työnantajan ei tarvitse kertoa asiaansa uudelleen.
callback-reason-wrong_topic = Aihe kuuluu toiselle tiimille
callback-reason-needs_expert = Tarvitaan asiantuntija
callback-reason-other_area = Toinen alue hoitaa
callback-reason-other_language = Tarvitaan toinen kieli
callback-reason-absence = Poissaolo tai ruuhka
callback-reason-help_elsewhere = Apu löytyy muualta
callback-reason-not_ours = Kumppani: asia ei kuulu meille

# Ending
callback-outcome = Lopputulos
callback-outcome-helped = Autettiin
callback-outcome-no_help_needed = Apua ei enää tarvittu
callback-outcome-not_reached = Ei tavoitettu
callback-outcome-referred = Ohjattiin muualle
callback-outcome-cancelled = Peruttu
callback-referred-to = Minne ohjattiin
callback-referred-to-hint = Täytä, kun työnantaja ohjattiin muualle.
callback-closing-note = Mitä sovittiin
callback-closing-note-hint = Tallentuu yrityksen yhteydenottoihin.
callback-closing-note-hint-again =
    { $count ->
        [one] Tallentuu yrityksen yhteydenottoihin. Pyyntö on jo siirretty kerran: jos ohjaat työnantajan muualle, kirjoita, miksi.
       *[other] Tallentuu yrityksen yhteydenottoihin. Pyyntö on jo siirretty { $count } kertaa: jos ohjaat työnantajan muualle, kirjoita, miksi.
    }
callback-note-visibility = Kuka saa lukea muistiinpanon
callback-task-title = Seuraava tehtävä
callback-task-due = Määräpäivä

# Messages
flash-callback-logged = Soittopyyntö on kirjattu, ja tiimi sai tiedon.
flash-callback-claimed = Soittopyyntö on nyt sinulla.
flash-callback-released = Soittopyyntö on takaisin jonossa.
flash-callback-cancelled = Soittopyyntö on peruttu.
flash-callback-reopened = Soittopyyntö on avattu uudelleen, ja tiimi sai tiedon.
flash-callback-attempt = Soittoyritys on kirjattu.
flash-callback-addition = Lisätieto on tallennettu. Saat viestin, kun soittopyyntö päättyy.
flash-callback-handed-over = Soittopyyntö on siirretty, ja uusi tiimi sai tiedon.
flash-answer-link = Kumppani saa uuden linkin. Aiemmat linkit toimivat edelleen.
flash-answer-link-fresh = Linkki lähti kumppanille vasta äsken, joten uutta ei lähetetty. Odota muutama minuutti ja lähetä sitten uudelleen.
flash-callback-closed = Soittopyyntö on päätetty. Sen kirjannut saa tiedon sähköpostilla.
flash-callback-linked = Yritys on liitetty soittopyyntöön.
flash-callback-not-linked = Yritystä ei liitetty. Valitse yritys listasta.
error-callback-moved-title = Soittopyyntö on jo toisessa vaiheessa
error-callback-moved = Joku muu ehti muuttaa soittopyyntöä. Avaa se uudelleen ja katso tilanne.
error-callback-closed-title = Soittopyyntö on jo päättynyt
error-callback-closed = Siihen ei voi enää lisätä tietoa. Kirjaa uusi soittopyyntö tai avaa vanha uudelleen.
error-callback-same-team = Valitse toinen tiimi: soittopyyntö on jo tällä.
error-callback-no-route = Mikään tiimi ei vielä saa soittopyyntöjä. Pyydä pääkäyttäjää lisäämään rivi soittopyyntöjen ohjaukseen.
error-callback-own-note = Yritystä ei ole rekisterissä, joten muistiinpano jää soittopyyntöön. Valitse kaikki organisaatiot tai liitä ensin yritys.
error-callback-window = Lopun pitää olla vähintään vartin alun jälkeen.
error-callback-again = Kirjoita, minä päivänä soitat uudelleen.
error-callback-referred = Kirjoita, minne työnantaja ohjattiin.
error-callback-handover-why-title = Kirjoita, miksi pyyntö siirtyy taas
error-callback-handover-why = Pyyntö on jo siirretty aiemmin. Kirjoita yhdellä lauseella, miksi se siirtyy taas.
error-past = Valitse tuleva päivä.
error-callback-mail-outcome = Viesti lähtee vain, kun lopputulos on Ei tavoitettu. Valitse se tai poista rasti.
