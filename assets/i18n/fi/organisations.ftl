# Duty
duty-title = Päivystys: { $team }
duty-lead = Päivystäjälle kerrotaan uusista soittopyynnöistä heti. Jos päivystäjää ei ole, niistä kerrotaan koko tiimille.
duty-team = Tiimi
duty-show = Näytä
duty-today = Tänään päivystää { $name }.
duty-today-nobody = Tänään kukaan ei päivystä. Uusista soittopyynnöistä kerrotaan koko tiimille.
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
duty-day = Päivä
duty-is-today = Tänään
duty-person = Päivystäjä
duty-person-on = Päivystäjä { $day }
duty-nobody = Ei päivystäjää
duty-nobody-was = Ei päivystäjää
duty-save = Tallenna
flash-duty-saved = Päivystysvuorot on tallennettu.
error-duty-past-title = Päivä on jo mennyt
error-duty-past = Menneen päivän päivystäjää ei voi vaihtaa. Avaa päivystyssivu uudelleen.
error-duty-member-title = Henkilö ei ole enää tiimissä
error-duty-member = Valittu henkilö ei ole enää tämän tiimin jäsen. Avaa päivystyssivu uudelleen ja valitse toinen. Mitään ei tallennettu.

# Administration
admin-lead = Yhteiset asetukset. Ne koskevat kaikkia organisaatioita.
admin-page = Sivu
admin-about = Mitä siellä on
admin-routing-text = Mikä tiimi saa soittopyynnön ja missä ajassa siihen vastataan.
admin-duty-text = Kuka kussakin tiimissä päivystää minäkin päivänä.
admin-staff = Henkilöt ja tunnukset
admin-staff-text = Ketkä käyttävät palvelua ja millä oikeuksilla. Täällä suljet lähteneen työntekijän tunnuksen.
admin-mails = Sähköpostit
admin-mails-text = Odottavat, lähteneet ja epäonnistuneet sähköpostit.
