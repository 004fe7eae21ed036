task = Tehtävä
task-title = Mitä tehdään
task-due-on = Määräpäivä
task-company = Yritys
task-company-hint = Kirjoita nimen alku tai Y-tunnus.
task-callback = Soittopyyntö
task-about = Koskee
task-holder = Kenellä
task-holder-hint = Jos annat tehtävän toiselle, hän saa siitä viestin.
task-holder-me = Minä ({ $name })
task-holder-queue = { $name }, tiimin jono
task-in-queue = Jonossa
task-state = Tilanne
task-done = Tehty
task-overdue = Myöhässä
task-today = Tänään
task-complete = Tehty
task-claim = Ota itselleni
task-reopen = Palauta avoimeksi
task-undo = Kumoa
task-marked-done = Tehtävä on merkitty tehdyksi: { $title }

# Lists
task-views = Tehtävälistat
task-view-own = Omat
task-view-team = Tiimin
task-view-done = Tehdyt
task-list-title-own = Omat tehtävät
task-list-title-team = Tiimin tehtävät
task-list-title-done = Tehdyt tehtävät
task-list-lead-own = Mitä olet luvannut tehdä ja milloin.
task-list-lead-team = Mitä tiimiesi ihmiset ovat luvanneet ja mikä odottaa tekijää.
task-list-lead-done = Mitä olet saanut valmiiksi, uusin ensin.
task-group-overdue = Myöhässä
task-group-today = Tänään
task-group-week = Tällä viikolla
task-group-later = Myöhemmin
task-who = Kenen tehtävät
task-who-all = Kaikkien
task-who-show = Näytä
task-none-open = Ei avoimia tehtäviä
task-none-open-hint = Tehtävä syntyy, kun kirjaat yhteydenoton, päätät soittopyynnön tai teet sen tästä.
task-none-team = Ei avoimia tehtäviä
task-none-team-hint = Tässä näkyvät tiimiesi ihmisten tehtävät ja ne, jotka odottavat tiimin jonossa tekijää.
task-no-team = Et kuulu tiimiin
task-no-team-hint = Pyydä pääkäyttäjää lisäämään sinut tiimiin. Silloin näet tässä myös työtovereiden tehtävät.
task-none-done = Ei vielä tehtyjä tehtäviä
task-none-done-hint = Kun merkitset tehtävän tehdyksi, se siirtyy tänne.
task-count =
    { $count ->
        [one] 1 tehtävä
       *[other] { $count } tehtävää
    }

# A new task
task-new = Uusi tehtävä
task-new-lead = Lupaus, jolla on päivä: mitä tehdään, mille yritykselle ja milloin.
task-add = Tallenna tehtävä
task-when-today = Tänään
task-when-tomorrow = Huomenna
task-when-week = Viikon päästä
task-when-month = Kuukauden päästä
task-when-other = Muu päivä
task-weekend = viikonloppu
task-other-day = Mikä päivä

# One task
task-message-from = { $name } kirjoitti tehtävästä:
task-somebody-was-quicker = Joku ehti ensin. Alla näet, mikä tehtävän tilanne on nyt.
task-move-title = Siirrä toiseen päivään
task-move-note = Miksi siirrät
task-move-day = Uusi määräpäivä
task-move = Siirrä
task-move-to = Siirrä: { $day }
task-hand-over-title = Anna toiselle
task-hand-over-to = Kenelle
task-hand-over-note = Viesti saajalle
task-hand-over-note-hint = Saaja näkee viestin tehtävän sivulla.
task-hand-over = Anna tehtävä
task-rename-title = Muuta tekstiä
task-rename = Tallenna teksti
task-history = Vaiheet
task-made = Tehtävä luotiin
task-event-done = Merkittiin tehdyksi
task-event-reopened = Palautettiin avoimeksi
task-event-moved = Siirrettiin: { $from } → { $to }
task-event-handed_over = Annettiin: { $from } → { $to }
task-event-taken = Otettiin: { $from } → { $to }
task-event-returned = Palasi tiimin jonoon ({ $to }): { $from } ei enää hoida tehtävää
task-event-team_ended = Siirtyi tiimin jonoon ({ $to }), koska tiimi lakkautettiin: { $from }
task-event-renamed = Teksti muutettiin
task-event-former-title = Aiempi teksti: { $title }

# Reminders
task-remind = Muistuta
task-reminder = Muistutus
task-reminded-at = Muistutetaan { $at }
task-snooze-title = Muistuta tehtävästä
task-snooze-day = Muistutuspäivä
task-snooze-time = Kellonaika
task-snooze = Aseta muistutus
task-snooze-later = Tänään klo { $time }
task-snooze-next_day = Seuraavana työpäivänä, { $day } klo { $time }
task-snooze-next_week = Ensi viikolla, { $day } klo { $time }
task-snooze-other = Muu aika
task-unsnooze = Peru muistutus

# Several at once
task-choose = Valitse: { $title }
task-several = Monta tehtävää kerralla
task-several-hint = Rastita tehtävät luettelosta.
task-choose-all = Valitse kaikki tällä sivulla
task-choose-none = Poista valinnat
task-all-chosen = Kaikki tämän sivun tehtävät on valittu.
task-several-move = Siirrä valitut
task-several-give = Anna valitut
task-batch-title = Mitä tehtäville tehtiin
task-batch-changed =
    { $count ->
        [one] Muutettiin 1 tehtävä.
       *[other] Muutettiin { $count } tehtävää.
    }
task-batch-unchanged = Yhtään tehtävää ei muutettu.
task-batch-undo = Kumoa kaikki
task-became = Mitä tapahtui
task-became-moved = Siirrettiin
task-became-given = Annettiin eteenpäin
task-became-same = Oli jo niin
task-became-done = Oli jo tehty
task-became-elsewhere = Ei muutettu: tehtävä ehti siirtyä toiselle
task-became-out_of_reach = Ei muutettu: tehtävä on henkilöllä, jonka tehtäviä et hoida
task-became-undone = Palautettiin ennalleen
task-became-kept = Ei palautettu, koska tehtävä on muuttunut sen jälkeen

flash-task-added = Tehtävä on tallennettu.
flash-task-added-closed = Tehtävä on tallennettu. Huomaa, että määräpäivä on viikonloppu tai pyhäpäivä.
flash-task-reopened = Tehtävä on taas avoinna.
flash-task-taken = Tehtävä on nyt sinulla.
flash-task-moved = Tehtävällä on uusi määräpäivä.
flash-task-moved-closed = Tehtävällä on uusi määräpäivä. Huomaa, että se on viikonloppu tai pyhäpäivä.
flash-task-handed-over = Tehtävä on annettu eteenpäin.
flash-task-renamed = Teksti on muutettu.
error-task-title = Kirjoita tehtävälle otsikko tai poista sen määräpäivä.
error-task-date = Anna tehtävälle määräpäivä tai poista sen otsikko.
error-task-day = Valitse päivä.
error-task-past = Määräpäivä on jo mennyt. Valitse tämä päivä tai myöhempi.
error-task-company = Valitse yritys luettelosta tai kirjoita sen Y-tunnus.
error-task-done = Tehtävä on jo tehty. Palauta se ensin avoimeksi.
error-task-elsewhere = Tehtävä on jo siirtynyt toiselle. Katso, kenellä se on nyt, ja yritä uudelleen.
error-task-same-holder = Tehtävä on jo hänellä. Valitse joku muu.
flash-task-snoozed = Muistutus on asetettu. Määräpäivä ei muuttunut.
flash-task-unsnoozed = Muistutus on peruttu.
flash-tasks-undone = Muutokset on kumottu.
error-task-none-chosen = Rastita vähintään yksi tehtävä.
error-task-snooze-past = Tämä aika on jo mennyt. Valitse myöhempi.
