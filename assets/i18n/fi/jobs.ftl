jobs-title = Taustatyöt
jobs-lead = Työt, jotka palvelu tekee itsestään. Jos jokin ei onnistu, syy näkyy täällä ja työtä yritetään uudelleen.
jobs-job = Työ
jobs-state = Tila
jobs-succeeded = Onnistui viimeksi
jobs-next = Seuraavan kerran
jobs-run = Tee nyt
jobs-fine = Kunnossa
jobs-late = Myöhässä
jobs-never = Ei vielä tehty
jobs-failing = { $count ->
    [one] Epäonnistui
   *[other] Epäonnistui { $count } kertaa peräkkäin
}
jobs-done = { $count ->
    [0] ei tehtävää
    [one] 1 tehty
   *[other] { $count } tehty
}
job-password-requests = Lähetä linkit salasanansa unohtaneille
job-old-password-requests = Poista vanhat salasanapyynnöt
job-expired-mails = Peru sähköpostit, joiden linkki on vanhentunut
job-leavers-mails = Pidätä sähköpostit henkilöille, joiden käyttöoikeus on päättynyt
job-ladder = Siirrä eteenpäin soittopyynnöt, joita kukaan ei ole ottanut
job-missing-reminders = Lisää tehtäville puuttuvat muistutukset
job-reminders = Lähetä muistutukset
job-duplicates = Etsi kaksoiskappaleita
job-old-merges = Poista 30 päivää vanhojen yhdistämisten perumistiedot
job-register-refresh = Päivitä yritysrekisteri avoimesta datasta, jos se on ajastettu
job-old-register-changes = Poista 90 päivää vanhat muutosraportit
job-old-transfers = Poista vanhat tuontitiedostot
flash-job-ran = Työ on tehty.
flash-job-runs-already = Työ on juuri tekeillä. Katso hetken päästä uudelleen.
flash-job-failed = Työ ei onnistunut. Syy näkyy luettelossa.
