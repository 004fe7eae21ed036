teams-title = Tiimit
teams-lead = Tiimi ottaa vastaan soittopyyntöjä. Sillä on jäsenet, postilaatikko ja aukioloajat.
teams-none = Tiimejä ei ole vielä
teams-none-text = Soittopyynnöt voi ohjata vasta, kun on tiimi, joka ottaa ne vastaan.
team-add = Lisää tiimi
team-new-lead = Jäsenet ja puhelinlinjat lisätään, kun tiimi on tallennettu.
team-facts = Tiimin tiedot
team-organisation = Organisaatio
team-name = Tiimin nimi
team-mailbox = Postilaatikko
team-mailbox-hint = Tähän osoitteeseen kerrotaan uusista soittopyynnöistä, ja tänne vastataan.
team-language = Kieli
team-language-hint = Postilaatikkoon tulevien viestien kieli.
team-hours-hint = Vastausaika lasketaan näistä ajoista. Esimerkiksi 9–12, 13–15. Jätä tyhjäksi, jos päivä on kiinni.
team-by-mail = Tiimi toimii vain sähköpostilla
team-by-mail-hint = Kumppanin tiimille, jolla ei ole tunnuksia. Postilaatikkoon tulee linkki, jolla vastataan ilman kirjautumista.
team-by-mail-members = Tiimi vastaa sähköpostitse, joten se ei tarvitse jäseniä.
team-answers-by-mail = vastaa sähköpostitse
error-team-by-mail-host = Työllisyysalueen oma tiimi tarvitsee tunnukset: sen soittopyynnöt otetaan Kohtaannossa. Poista valinta tai valitse kumppanin organisaatio.
team-members = Jäsenet
team-no-members = Ei jäseniä
team-members-none = Tiimissä ei ole vielä jäseniä. Uusista soittopyynnöistä kerrotaan vain postilaatikkoon.
team-lead = Vetäjä
team-make-lead = Nimeä vetäjäksi
team-unmake-lead = Poista vetäjän rooli
team-remove-member = Poista tiimistä
team-remove-member-confirm = Poistetaanko { $name } tiimistä? Hänen ottamansa tiimin soittopyynnöt palaavat jonoon ja tulevat päivystysvuorot vapautuvat.
team-add-member = Lisää jäsen
team-add-member-submit = Lisää tiimiin
team-no-candidates = Organisaatiossa ei ole muita henkilöitä. Kutsu uusi henkilö:
team-end = Tiimin lakkauttaminen
team-end-text = Lakkautettua tiimiä ei enää tarjota missään. Sen vanhat kirjaukset säilyvät.
team-end-go = Lakkauta tiimi…
team-end-title = Lakkauta tiimi: { $team }
team-end-blocked = Tiimiä ei voi vielä lakkauttaa: sille tulisi yhä työtä, jota kukaan ei hoitaisi.
team-end-rows = Soittopyyntöjä ohjataan tälle tiimille
team-end-rows-change = Vaihda näille ohjausriveille toinen tiimi:
team-end-rows-ask = Pyydä työllisyysalueen pääkäyttäjää vaihtamaan näille ohjausriveille toinen tiimi:
team-end-callbacks =
    { $count ->
        [one] Tiimillä on yksi avoin soittopyyntö
       *[other] Tiimillä on { $count } avointa soittopyyntöä
    }
team-end-callbacks-text = Tiimin jäsen tai koordinaattori päättää ne tai siirtää ne toiselle tiimille soittopyynnön sivulla.
team-end-stuck-tasks =
    { $count ->
        [one] Tiimin jonossa on yksi avoin tehtävä
       *[other] Tiimin jonossa on { $count } avointa tehtävää
    }
team-end-stuck-tasks-text = Organisaatiolla ei ole toista tiimiä, jonka jonoon ne voisi siirtää. Tiimin jäsen tai koordinaattori ottaa ne itselleen tai antaa ne kollegalle Tehtävät-sivulla.
team-end-tasks =
    { $count ->
        [one] Jonossa odottava tehtävä siirtyy tiimin { $team } jonoon.
       *[other] Jonossa odottavat { $count } tehtävää siirtyvät tiimin { $team } jonoon.
    }
team-end-consequence =
    { $count ->
        [one] Tiimin yksi jäsen ei näe enää tiimin jonoa. Tiimin voi avata myöhemmin uudelleen.
       *[other] Tiimin { $count } jäsentä eivät näe enää tiimin jonoa. Tiimin voi avata myöhemmin uudelleen.
    }
team-end-submit = Lakkauta tiimi
team-ended = Lakkautettu { $day }
team-is-ended = Tiimi on lakkautettu { $day }. Sitä ei tarjota missään.
team-reopen = Avaa tiimi uudelleen
flash-team-added = Tiimi on tallennettu. Lisää seuraavaksi jäsenet.
flash-team-saved = Tiimi on tallennettu.
flash-team-ended = Tiimi on lakkautettu.
flash-team-reopened = Tiimi on taas käytössä.
flash-team-member-added = Jäsen on lisätty.
flash-team-member-changed = Tiimin vetäjät on päivitetty.
flash-team-member-removed = Henkilö on poistettu tiimistä.
error-team-exists = Organisaatiolla on jo samanniminen tiimi. Anna toinen nimi.

# Phone lines
phone-lines = Puhelinlinjat
phone-lines-none = Tiimillä ei ole puhelinlinjoja.
phone-line-add = Lisää linja
phone-line-edit = Muokkaa puhelinlinjaa
phone-line-name = Linjan nimi
phone-line-name-hint = Esimerkiksi Työnantajien puhelinpalvelu.
phone-line-phone = Puhelinnumero
phone-line-remove = Poista puhelinlinja
phone-line-remove-text = Linja ja sen aukioloajat poistetaan. Soittopyyntöihin se ei vaikuta.
phone-line-remove-confirm = Poistetaanko puhelinlinja?
flash-phone-line-saved = Puhelinlinja on tallennettu.
flash-phone-line-removed = Puhelinlinja on poistettu.
