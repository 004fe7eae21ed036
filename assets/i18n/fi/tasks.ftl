task = Tehtävä
task-title = Mitä tehdään
task-due-on = Määräpäivä
task-company = Yritys
task-callback = Soittopyyntö
task-owner = Vastuuhenkilö
task-overdue = Myöhässä
task-today = Tänään
task-complete = Tehty
task-reopen = Palauta avoimeksi
task-undo = Kumoa
task-marked-done = Tehtävä on merkitty tehdyksi: { $title }
task-list-title = Omat tehtävät
task-list-title-done = Tehdyt tehtävät
task-list-lead = Mitä olet luvannut tehdä ja milloin.
task-show-open = Näytä avoimet
task-show-done = Näytä tehdyt
task-none-open = Ei avoimia tehtäviä
task-none-open-hint = Uusi tehtävä syntyy, kun kirjaat yhteydenoton ja sille seuraavan tehtävän.
task-none-done = Ei vielä tehtyjä tehtäviä
task-to-companies = Yrityksiin
task-count =
    { $count ->
        [one] 1 tehtävä
       *[other] { $count } tehtävää
    }
flash-task-reopened = Tehtävä on taas avoinna.
error-task-title = Kirjoita tehtävälle otsikko tai poista sen määräpäivä.
error-task-date = Anna tehtävälle määräpäivä tai poista sen otsikko.
error-task-past = Määräpäivä on jo mennyt. Valitse tämä päivä tai myöhempi.
