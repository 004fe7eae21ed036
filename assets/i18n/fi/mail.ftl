# What every mail says
mail-footer = Viestin lähetti Kohtaanto, työllisyysalueen työnantajapalvelujen työväline.
mail-footer-answers = Voit vastata viestiin: vastaus menee tiimille.
mail-company = Yritys
mail-topic = Aihe
mail-due = Soita viimeistään
mail-outcome = Lopputulos
mail-handed-over-from = Siirtänyt tiimi
mail-is-urgent = Asia on kiireellinen.

# Call-backs. The caller's name, number and message are never in a mail.
mail-callback-arrived-subject = Uusi soittopyyntö: { $company }
mail-callback-arrived-subject-urgent = Kiireellinen soittopyyntö: { $company }
mail-callback-arrived = Työnantaja odottaa soittoa.
mail-callback-arrived-urgent = Työnantaja odottaa soittoa, ja asia on kiireellinen.
mail-callback-take = Katso soittajan tiedot ja ota soittopyyntö itsellesi
mail-callback-closed-subject = Soittopyyntö päättyi: { $company }
mail-callback-closed = Kirjasit tai täydensit tätä soittopyyntöä. Se on nyt päättynyt.
mail-callback-see = Katso, mitä tehtiin
mail-callback-reopened-subject = Soittopyyntö avattiin uudelleen: { $company }
mail-callback-reopened = Soittopyyntö avattiin uudelleen. Työnantaja odottaa taas soittoa.
mail-answer-asked-subject = Pyyntö soittaa työnantajalle: { $company }
mail-answer-asked-subject-urgent = Kiireellinen pyyntö soittaa työnantajalle: { $company }
mail-answer-asked = Työnantaja odottaa soittoa, ja asia kuuluu meidän tietojemme mukaan teille.
mail-answer-reminder-subject = Muistutus, työnantaja odottaa: { $company }
mail-answer-reminder = Työnantaja odottaa yhä soittoa. Emme ole vielä saaneet teiltä vastausta.
mail-answer-reminder-outcome = Kerroitte hoitavanne asian. Kertokaa vielä, miten kävi.
mail-answer-asker = Soittoa pyysi
mail-answer-way = Katsokaa soittajan tiedot ja kertokaa, miten asia etenee
mail-answer-how = Ette tarvitse tunnusta. Linkki on tarkoitettu teille: älkää lähettäkö sitä eteenpäin oman työyhteisönne ulkopuolelle.

# Tasks. What is to be done is never in a mail.
mail-task-due = Määräpäivä
mail-task-queue = Tiimi
mail-task-by = Antaja
mail-task-subject = Sait tehtävän
mail-task-subject-company = Sait tehtävän: { $company }
mail-task-subject-queue = Tiimin jonoon tuli tehtävä
mail-task-subject-queue-company = Tiimin jonoon tuli tehtävä: { $company }
mail-task-given = Sinulle on annettu tehtävä.
mail-task-queued = Tiimin jonossa on tehtävä, joka odottaa tekijää.
mail-task-see = Katso tehtävä
mail-tasks-returned-subject =
    { $count ->
        [one] Tiimin jonoon tuli tehtävä
       *[other] Tiimin jonoon tuli { $count } tehtävää
    }
mail-tasks-returned = Tehtävien aiempi tekijä ei enää hoida niitä. Ne odottavat uutta tekijää.
mail-tasks-team-ended = Tehtävät odottivat tiimin { $team } jonossa. Se on lakkautettu, ja ne odottavat uutta tekijää.
mail-tasks-count = Tehtäviä
mail-tasks-see = Katso tiimin jono ja jaa tehtävät

# The ladder: what nobody has done in time
mail-callback-not-taken-subject = Kukaan ei ole ottanut soittopyyntöä: { $company }
mail-callback-not-taken = Vastausaika on käytetty, eikä kukaan ole ottanut soittopyyntöä. Se on nyt jonon kärjessä.
mail-callback-still-not-taken-subject = Soittopyyntö odottaa yhä ottajaa: { $company }
mail-callback-still-not-taken = Vastausaika on ylittynyt reilusti, eikä kukaan ole vieläkään ottanut soittopyyntöä. Saat viestin, koska voit ottaa sen.
mail-callback-partner-silent-subject = Kumppani ei ole vastannut: { $company }
mail-callback-partner-silent = Kumppania on muistutettu, mutta soittopyyntöön ei ole tullut vastausta. Ota se takaisin, niin työnantaja saa soiton.
mail-callback-take-back = Ota soittopyyntö takaisin
mail-callback-no-attempt-subject = Soittamatta: { $company }
mail-callback-no-attempt = Sinulla on soittopyyntö, johon ei ole kirjattu soittoyritystä. Soita ja kirjaa yritys, tai palauta pyyntö jonoon, jos et ehdi.
mail-callback-goes-back = Palautuu jonoon
mail-callback-expired-subject = Soittopyyntö palautui jonoon: { $company }
mail-callback-expired = Soittoyritystä ei kirjattu ajoissa, joten soittopyyntö palautui tiimin jonoon. Työnantaja odottaa yhä soittoa.
mail-callback-call-again-subject = Sovit uudesta soitosta: { $company }
mail-callback-call-again = On aika soittaa uudelleen.
mail-callback-agreed = Sovittu aika
mail-callback-open = Avaa soittopyyntö

# To an employer
mail-callback-not-reached-subject = Emme tavoittaneet teitä puhelimitse ({ $organisation })
mail-callback-not-reached = Pyysitte meitä soittamaan { $day }. Olemme yrittäneet soittaa teille useita kertoja, mutta emme ole tavoittaneet teitä.
mail-callback-not-reached-way = Jos asianne on yhä ajankohtainen, vastatkaa tähän viestiin tai soittakaa meille uudelleen.

# Reminders
mail-task-reminder-subject = Muistutus tehtävästä
mail-task-reminder-subject-company = Muistutus tehtävästä: { $company }
mail-task-reminder = Sinulla on tehtävä, jonka aika on nyt.
mail-task-reminder-queue = Tiimin jonossa on tehtävä, jonka aika on nyt. Kukaan ei ole vielä ottanut sitä.
mail-tasks-given-subject =
    { $count ->
        [one] Sait tehtävän
       *[other] Sait { $count } tehtävää
    }
mail-tasks-given = Sinulle on annettu tehtäviä.
mail-tasks-given-queue = Tiimin jonoon tuli tehtäviä, jotka odottavat tekijää.
mail-tasks-given-see = Katso tehtävät

# Duty
mail-duty-swapped-subject = Päivystysvuoro vaihtui: { $team }
mail-duty-swapped = Päivystysvuoro on vaihdettu. Näin vuorot menevät nyt:
mail-duty-team = Tiimi
mail-duty-by = Vaihdon teki
mail-duty-see = Katso päivystysvuorot

# Accounts
mail-organisation = Organisaatio
mail-account = Kirjaudut osoitteella
mail-link-until = Linkki toimii asti
mail-link-once = Linkki on henkilökohtainen ja toimii kerran. Jos et odottanut kutsua, sinun ei tarvitse tehdä mitään.
mail-invitation-subject = Kutsu Kohtaantoon
mail-invitation = { $by } kutsui sinut käyttämään Kohtaantoa, työnantajapalvelujen yhteistä työvälinettä.
mail-invitation-way = Valitse salasana ja kirjaudu sisään
mail-password-subject = Uusi salasana Kohtaantoon
mail-password = Tunnuksellesi pyydettiin uutta salasanaa.
mail-password-way = Valitse uusi salasana
mail-password-once = Linkki on henkilökohtainen ja toimii kerran. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: vanha salasanasi toimii edelleen.
mail-address-subject = Tunnuksesi osoite Kohtaannossa vaihtui
mail-address = { $by } vaihtoi tunnuksesi sähköpostiosoitteen. Tällä osoitteella ei enää pääse Kohtaantoon.
mail-address-former = Entinen osoite
mail-address-way = Jos et tiennyt vaihdosta, ota yhteys työllisyysalueen pääkäyttäjään.
mail-membership-subject = Uusi organisaatio Kohtaannossa: { $organisation }
mail-membership = { $by } lisäsi sinulle uuden organisaation. Voit vaihtaa organisaatiota sivun yläreunan valikosta, nimesi kohdalta.
mail-membership-way = Avaa Kohtaanto

# The mail page
mails-title = Sähköpostit
mails-lead = Viestit, jotka Kohtaanto lähettää. Lähettäminen jatkuu itsestään.
mails-tab-waiting = Odottaa
mails-tab-failed = Epäonnistunut
mails-tab-sent = Lähetetty
mails-state = Tila
mails-recipient = Vastaanottaja
mails-subject = Otsikko
mails-created = Luotu
mails-sent = Lähetetty
mails-next-attempt = Seuraava lähetysyritys
mails-attempts = Lähetysyrityksiä
mails-last-reply = Palvelimen vastaus
mails-reply-to = Vastausosoite
mails-message-id = Viestin tunniste (Message-ID)
mails-sending = Lähettäminen
mails-body = Viesti
mails-body-hidden = Viestin sisältö näkyy vain vastaanottajalle.
mails-body-secret = Viestissä oli henkilökohtainen linkki, joten sisältö poistetaan lähetyksen jälkeen. Uuden linkin voi lähettää henkilön tai soittopyynnön sivulta.
mails-open-callback = Avaa soittopyyntö
mails-try-again = Lähetä uudelleen
mails-shown =
    { $count ->
        [one] 1 viesti
       *[other] { $count } viestiä
    }
mails-none-waiting = Yksikään viesti ei odota
mails-none-waiting-text = Kaikki viestit on käsitelty.
mails-none-failed = Yksikään viesti ei ole epäonnistunut
mails-none-failed-text = Tänne tulevat viestit, jotka vastaanottajan palvelin torjui.
mails-none-sent = Viestejä ei ole vielä lähetetty
mails-none-sent-text = Lähetetyt viestit näkyvät täällä.
mails-trouble = Sähköpostipalvelin ei ota viestejämme vastaan ({ $since } alkaen). Mitään ei katoa: kaikki viestit odottavat. Seuraava lähetysyritys on { $retry }.
mails-trouble-reply = Palvelin vastasi:
flash-mail-tried-again = Viesti lähetetään uudelleen.
flash-mail-not-failed = Viesti on jo lähetetty tai odottaa lähettämistä.

# The register brought itself up to date
mail-register-subject =
    { $count ->
        [one] YTJ:ssä on uutta yhdestä käsin korjatusta tiedosta
       *[other] YTJ:ssä on uutta { $count } käsin korjatusta tiedosta
    }
mail-register-failed-subject = Yritysrekisterin päivitys ei onnistunut
mail-register-lead = Yritysrekisteri on päivitetty avoimesta datasta. Joistakin käsin korjatuista tiedoista YTJ kertoo nyt jotain uutta: valitse, kumpi tieto pidetään.
mail-register-failed = Yritysrekisterin ajastettu päivitys ei onnistunut tai jäi kesken. Sitä yritetään uudelleen ensi yönä.
mail-register-hand-edits = Ratkaisua odottaa
mail-register-see = Katso raportti
