sign-in-title = Kirjaudu sisään
sign-in-lead = Kohtaanto on työllisyysalueen työnantajapalvelujen yhteinen työväline.
sign-in-email = Sähköpostiosoite
sign-in-password = Salasana
sign-in-submit = Kirjaudu sisään
sign-in-ended = Istunto on päättynyt. Kirjaudu, niin jatkat siitä mihin jäit. Mitä kirjoitit, on tallessa.
sign-in-ended-own = Teksti palautuu vain, kun sen kirjoittaja kirjautuu. Mitään ei ole vielä lähetetty.
error-sign-in = Sähköpostiosoite tai salasana on väärin, tai tunnus on hetkeksi suljettu monen kirjautumisyrityksen takia. Tarkista ne tai yritä vartin kuluttua uudelleen.
error-sign-in-too-many = Kirjautumisyrityksiä on tullut liian monta. Odota hetki ja yritä uudelleen.
flash-signed-out = Olet kirjautunut ulos.
flash-kept-for-another = Lomakkeen teksti oli toisen henkilön, joten sitä ei tuotu mukaan.

# The list of accounts
staff-lead = Uuden tunnuksen luo palvelimen ylläpitäjä komennolla staff add. Kun tunnus suljetaan, henkilö ei pääse enää sisään ja hänen avoimet soittopyyntönsä palaavat jonoon.
staff-name = Nimi
staff-organisation = Organisaatio
staff-roles = Oikeudet
staff-state = Tunnus
staff-active = Käytössä
staff-closed = Suljettu
staff-close = Sulje tunnus
staff-close-confirm = Suljetaanko tunnus: { $name }? Henkilö kirjataan heti ulos kaikkialta.
flash-account-closed = Tunnus on suljettu.
error-own-account-title = Omaa tunnusta ei voi sulkea
error-own-account = Pyydä toista pääkäyttäjää sulkemaan tunnuksesi.

role-administrator = pääkäyttäjä
role-coordinator = koordinaattori
role-employer_team = työnantajapalvelut
role-case_handler = tukiasioiden käsittelijä
role-case_lead = tukiasioiden vastaava
role-staff = henkilöstö
role-partner = kumppani
role-reader = lukija
role-log_reader = lokin lukija
