overview-callback = Soittopyyntö
overview-callback-with = Kenellä
overview-callback-due = Määräaika
overview-in-queue = Jonossa: { $team }
overview-urgent = Kiireellinen
overview-today = Tänään
overview-yesterday = Eilen
overview-days-ago = { $days } päivää sitten
company-page-log-contact = Kirjaa yhteydenotto
company-page-edit = Muokkaa tietoja
company-page-alive = Toiminnassa
company-page-dead = Ei toiminnassa
company-page-bankrupt = Konkurssissa
company-page-ended = Lopettanut { $day }
company-page-also = Myös: { $names }
company-page-former = Aiemmat nimet:
company-page-until = { $day } asti
company-page-callbacks = Avoimet soittopyynnöt
company-page-callbacks-count =
    { $count ->
        [one] Yrityksellä on 1 avoin soittopyyntö. Se ei näy sinulle.
       *[other] Yrityksellä on { $count } avointa soittopyyntöä. Kaikki eivät näy tässä.
    }
company-page-no-tasks = Yrityksestä ei ole avoimia tehtäviä.
company-page-tasks = Oman organisaation avoimet tehtävät
company-page-people = Yhteyshenkilöt
company-page-add-person = Lisää yhteyshenkilö
company-page-edit-person = Muokkaa
company-page-no-people = Yhteyshenkilöitä ei ole vielä kirjattu.
company-page-former-people =
    { $count ->
        [one] 1 entinen yhteyshenkilö
       *[other] { $count } entistä yhteyshenkilöä
    }
company-page-person-ended = Poistunut { $day }
company-page-timeline = Aikajana
company-page-timeline-empty = Aikajana on tyhjä
company-page-timeline-empty-hint = Tähän kertyvät yhteydenotot ja soittopyynnöt kaikilta organisaatioilta.
company-page-timeline-older = Vanhemmat tapahtumat
company-page-timeline-newest = Uusimmat tapahtumat
company-page-facts = Perustiedot
company-page-fact-business-id = Y-tunnus
company-page-fact-name = Nimi
company-page-fact-form = Yritysmuoto
company-page-fact-industry = Toimiala
company-page-fact-municipality = Kunta
company-page-fact-street-address = Käyntiosoite
company-page-fact-postal-address = Postiosoite
company-page-fact-website = Verkkosivut
company-page-fact-phone = Puhelin
company-page-fact-email = Sähköposti
company-page-fact-registered-on = Rekisteröity
company-page-by-hand = Muokattu käsin
company-page-caller = Soittaa nyt
company-page-by-hand-about = { $who }, { $day }.
company-page-register-says = YTJ: { $value }
company-page-register-says-nothing = Rekisterissä tietoa ei ole.
company-page-registers = Rekisterit
company-page-registers-unknown = Yritys on lisätty käsin; rekisteritietoja ei ole.
company-page-fact-size = Henkilöstö
company-page-restore = Palauta YTJ:n tieto
company-page-restore-confirm = Palautetaanko YTJ:n tieto ({ $register })? Käsin kirjoitettu ({ $value }) poistuu.
company-page-vat = ALV-velvollinen
company-page-employer = Työnantajarekisteri
company-page-prepayment = Ennakkoperintärekisteri
my-day-search = Etsi yritys
my-day-search-submit = Hae
my-day-tasks = Tehtävät tänään ja seuraavina päivinä
my-day-all-tasks = Kaikki tehtävät
my-day-no-tasks = Seitsemän päivän sisällä ei ole tehtäviä.
my-day-late = Kukaan ei ole ottanut näitä ajoissa
my-day-next = Mitä seuraavaksi
my-day-next-no_attempt = Soita ja kirjaa yritys viimeistään { $at }
my-day-next-expired = Palautuu jonoon { $at }, jos soittoyritystä ei kirjata
my-day-agreed = Sovittu soitto { $at }
my-day-held = Minulla olevat soittopyynnöt
my-day-queue = Soittopyyntöjen jono
my-day-none-held = Sinulla ei ole soittopyyntöjä hoidettavana.
my-day-caller = Soittaja
my-day-requests = Kirjaamani avoimet soittopyynnöt
my-day-no-requests = Kirjaamistasi soittopyynnöistä mikään ei ole avoinna.
my-day-log-callback = Kysyykö työnantaja jotain, mihin et osaa vastata? Kirjaa soittopyyntö: oikea ihminen soittaa, ja sinä näet, miten kävi.
my-day-on-duty = Päivystää tänään
my-day-you = { $name } (sinä)
my-day-nobody-on-duty = Ei nimetty, koko tiimi vastaa
my-day-tasks-waiting = Tehtäviä jonossa
my-day-tasks-waiting-count =
    { $count ->
        [0] ei yhtään
        [one] 1 tehtävä
       *[other] { $count } tehtävää
    }
my-day-waiting = Jonossa
my-day-waiting-count =
    { $count ->
        [one] 1 soittopyyntö
       *[other] { $count } soittopyyntöä
    }
my-day-nothing = Täällä ei ole sinulle tehtävää
my-day-nothing-hint = Roolisi ei käytä tätä sivua.
