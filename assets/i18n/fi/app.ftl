# Dates
weekday-short-1 = ma
weekday-short-2 = ti
weekday-short-3 = ke
weekday-short-4 = to
weekday-short-5 = pe
weekday-short-6 = la
weekday-short-7 = su
clock-at = klo

# Errors on fields
error-required = Täytä tämä kohta.
error-choose = Valitse yksi vaihtoehdoista.
error-email = Tarkista sähköpostiosoite, esimerkiksi nimi@yritys.fi.
error-date = Kirjoita päivä muodossa päivä.kuukausi.vuosi, esimerkiksi 20.11.2026.
error-time = Kirjoita kellonaika muodossa tunti.minuutti, esimerkiksi 9.30.
error-too-long = Teksti saa olla enintään { $limit } merkkiä. Lyhennä sitä { $over } merkkiä.
error-personal-identity-code = Tekstissä on henkilötunnus (merkistä { $position } alkaen). Poista se: henkilötunnusta ei saa tallentaa tänne.
warning-personal-identity-code = Tekstissä on jotain, joka näyttää henkilötunnukselta (merkistä { $position } alkaen). Tarkista se. Jos se ei ole henkilötunnus, lähetä lomake uudelleen.

# Error pages
error-not-found-title = Sivua ei löytynyt
error-not-found = Tässä osoitteessa ei ole sivua, tai sinulla ei ole oikeutta nähdä sitä. Tarkista osoite tai palaa etusivulle.
error-forbidden-title = Tämä ei ole sallittu
error-forbidden = Oikeutesi eivät riitä tähän. Pyydä tarvittaessa oikeus pääkäyttäjältä.
error-method-title = Pyyntö ei sovi tälle sivulle
error-method = Sivua ei voi avata näin. Palaa edelliselle sivulle ja yritä uudelleen.
error-too-large-title = Lomake on liian suuri
error-too-large = Lähetetty teksti on liian pitkä. Palaa takaisin, lyhennä tekstiä ja lähetä uudelleen.
error-bad-request-title = Pyyntöä ei ymmärretty
error-bad-request = Pyynnössä on jotain vialla. Palaa edelliselle sivulle ja yritä uudelleen.
error-other-origin-title = Lomake tuli muualta
error-other-origin = Lomaketta ei lähetetty tältä sivustolta, joten sitä ei käsitelty. Avaa sivu uudelleen ja yritä uudelleen.
error-form-key-title = Lomake on vanhentunut
error-form-key = Avaa lomake uudelleen ja lähetä se sitten.
error-other-person-title = Lomake on toisen henkilön
error-other-person = Tällä selaimella on kirjautunut toinen henkilö kuin se, joka avasi lomakkeen. Lomaketta ei tallennettu. Avaa sivu uudelleen.
error-internal-title = Jokin meni vikaan
error-internal = Vika on palvelussa, ei sinussa. Mitään ei tallennettu. Yritä hetken kuluttua uudelleen.
error-home = Etusivulle

notice-no-mail-server = Sähköpostipalvelinta ei ole asetettu, joten viestit eivät lähde. Katso ohje: Ylläpito, Käyttöönotto, Sähköposti.

# Navigation
nav-my-day = Oma päivä
nav-callbacks = Soittopyynnöt
nav-companies = Yritykset
nav-tasks = Tehtävät
nav-duty = Päivystys
nav-needs = Tarpeet
nav-reports = Raportit
nav-admin = Ylläpito

yes = Kyllä
no = Ei
lang-fi = suomi
lang-sv = ruotsi
lang-en = englanti
