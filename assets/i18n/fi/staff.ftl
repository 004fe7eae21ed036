sign-in-title = Kirjaudu sisään
sign-in-lead = Kohtaanto on työllisyysalueen työnantajapalvelujen yhteinen työväline.
sign-in-email = Sähköpostiosoite
sign-in-password = Salasana
sign-in-submit = Kirjaudu sisään
sign-in-ended = Kirjautumisesi päättyi. Kirjaudu uudelleen, niin jatkat siitä, mihin jäit. Kirjoittamasi on tallessa.
sign-in-ended-own = Teksti palautuu vain, kun sen kirjoittaja kirjautuu. Mitään ei ole vielä lähetetty.
error-sign-in = Sähköpostiosoite tai salasana on väärin, tai tunnus on hetkeksi suljettu monen kirjautumisyrityksen takia. Tarkista ne tai yritä vartin kuluttua uudelleen.
error-sign-in-too-many = Kirjautumisyrityksiä on tullut liian monta. Odota hetki ja yritä uudelleen.
flash-signed-out = Olet kirjautunut ulos.
flash-kept-for-another = Lomakkeen teksti oli toisen henkilön, joten sitä ei tuotu mukaan.
sign-in-forgotten = Unohtuiko salasana?

# Links that are sent by mail
forgotten-title = Unohtunut salasana
forgotten-lead = Kirjoita sähköpostiosoite, jolla kirjaudut. Lähetämme siihen linkin, jolla asetat uuden salasanan.
forgotten-submit = Lähetä linkki
forgotten-sent-title = Katso sähköpostisi
forgotten-sent = Jos osoitteella on tunnus, siihen tulee pian viesti. Viestin linkki toimii kaksi tuntia.
forgotten-sent-nothing = Eikö viestiä näy? Katso roskapostikansiosta ja tarkista, että osoite on oikein. Jos sinut on vasta kutsuttu, käytä kutsuviestin linkkiä tai pyydä pääkäyttäjältä uusi kutsu.
forgotten-again = Tilaa uudelleen
link-to-sign-in = Siirry kirjautumaan
link-title-invitation = Tervetuloa Kohtaantoon
link-title-password = Uusi salasana
link-lead-invitation = { $name }, valitse itsellesi salasana. Sen jälkeen olet kirjautunut sisään.
link-lead-password = { $name }, valitse uusi salasana. Muualla avoinna olevat kirjautumisesi päättyvät.
link-email = Kirjaudut osoitteella
link-submit = Tallenna ja kirjaudu sisään
password-new = Uusi salasana
password-hint = Vähintään 12 merkkiä. Muutama sana peräkkäin on hyvä ja helppo muistaa.
password-again = Sama salasana uudelleen
error-password-short = Salasanassa on oltava vähintään { $shortest } merkkiä. Lisää vaikka sana tai kaksi.
error-password-simple = Salasana on liian helppo arvata: siinä toistuvat samat merkit. Käytä useampia eri merkkejä.
error-password-own = Salasanassa ei saa olla nimeäsi eikä sähköpostiosoitettasi. Valitse muita sanoja.
error-password-differs = Salasanat eivät ole samat. Kirjoita molemmat uudelleen.
error-password-current = Nykyinen salasana on väärin. Jos et muista sitä, kirjaudu ulos ja tilaa uusi kohdasta Unohtuiko salasana?
flash-password-set = Salasana on tallennettu, ja olet kirjautunut sisään.
link-unknown-title = Linkkiä ei tunneta
link-unknown-text = Osoite on ehkä katkennut. Avaa linkki suoraan viestistä tai kopioi se sieltä kokonaan.
link-used-title = Linkki on jo käytetty
link-used-text = Linkillä on jo asetettu salasana. Kirjaudu sillä sisään. Jos et muista salasanaa, tilaa uusi linkki.
link-expired-title = Linkki on vanhentunut
link-expired-text = Turvallisuussyistä linkki toimii vain kaksi tuntia. Tilaa uusi: se tulee sähköpostiisi.
link-expired-invitation = Kutsu on voimassa seitsemän päivää. Pyydä kutsujalta tai pääkäyttäjältä uusi kutsu.
link-withdrawn-title = Linkki ei ole enää voimassa
link-withdrawn-text = Sinulle on lähetetty uudempi linkki, tai salasanasi on jo vaihdettu. Avaa uusin viesti tai kirjaudu sisään.
link-other-person-title = Toinen henkilö on kirjautuneena
link-other-person-text = Tässä selaimessa on kirjautuneena { $viewer }, mutta linkki on toiselle henkilölle. Kirjaudu ensin ulos ja avaa linkki sitten uudelleen. Linkki toimii edelleen.
link-closed-title = Tunnus on suljettu
link-closed-text = Tällä linkillä ei pääse sisään, koska tunnus on suljettu. Jos se on virhe, ota yhteyttä organisaatiosi pääkäyttäjään.
link-ended-title = Organisaation käyttöoikeus on päättynyt
link-ended-text = Organisaatiosi ei enää käytä Kohtaantoa. Jos se on virhe, ota yhteyttä työllisyysalueeseen.

# People
staff-lead = Ketkä pääsevät sisään, millä oikeuksilla ja missä tiimeissä.
staff-name = Nimi
staff-email = Sähköpostiosoite
staff-email-hint = Henkilön oma työosoite: sillä kirjaudutaan, ja siihen kutsu lähtee.
staff-language = Kieli
staff-organisation = Organisaatio
staff-roles = Oikeudet
staff-teams = Tiimit
staff-teams-hint = Tiimin jäsenet näkevät sen soittopyynnöt ja voivat päivystää.
staff-leads = Vetäjä
staff-leads-lower = vetäjä
staff-no-teams = Ei tiimejä
staff-state = Tunnus
staff-state-label = Tila
staff-state-invited = Kutsuttu
staff-state-active = Käytössä
staff-state-closed = Suljettu
staff-search = Hae nimellä tai osoitteella
staff-search-submit = Hae
staff-none = Ketään ei löytynyt
staff-none-text = Tarkista haku tai katso koko luettelo.
staff-show-all = Näytä kaikki
staff-invite = Kutsu henkilö
staff-invite-lead = Henkilö saa sähköpostiinsa linkin, jolla hän valitsee salasanan. Linkki toimii seitsemän päivää.
staff-invite-submit = Lähetä kutsu
staff-choose-organisation = Vaihda organisaatio
staff-existing = Osoitteella { $email } on jo tunnus. Voit lisätä sille jäsenyyden: { $organisation }. Nimi ja kieli pysyvät ennallaan.
staff-add-existing = Lisää jäsenyys tähän tunnukseen
staff-cancel = Peruuta
staff-save = Tallenna
staff-edit = Muuta tietoja
staff-edit-title = Henkilön tiedot
staff-edit-rights = Muuta oikeuksia ja tiimejä
staff-rights-title = Oikeudet ja tiimit
staff-ends = Käyttöoikeus päättyy
staff-add-membership = Lisää jäsenyys
staff-end-membership = Päätä jäsenyys
staff-end-membership-confirm = Päätetäänkö jäsenyys: { $name }, { $organisation }? Henkilön avoimet soittopyynnöt ja tehtävät siellä palaavat jonoon. Yritykset, joista hän vastaa siellä, jäävät ilman vastuuhenkilöä.
staff-no-membership = Ei jäsenyyksiä
staff-no-membership-text = Henkilö ei pääse sisään, ennen kuin hänellä on jäsenyys jossakin organisaatiossa.
staff-elsewhere = Henkilö kuuluu myös toiseen organisaatioon. Siksi nimeä, osoitetta ja tunnusta hoitaa työllisyysalueen pääkäyttäjä. Sinä voit muuttaa oman organisaatiosi jäsenyyttä.
staff-closed-by-host = Työllisyysalue on sulkenut tunnuksen. Vain työllisyysalueen pääkäyttäjä voi avata sen uudelleen.
staff-new-address-hint = Jos vaihdat osoitteen, henkilö kirjataan ulos ja hän valitsee uuden salasanan. Kutsu lähtee uuteen osoitteeseen.
staff-invited-until = Kutsu voimassa
staff-invitation-over = Vanhentunut
staff-invite-again = Lähetä kutsu uudelleen
staff-send-password-link = Lähetä linkki uuteen salasanaan
staff-close = Sulje tunnus
staff-close-title = Suljetaanko tunnus: { $name }?
staff-close-text = Henkilö kirjataan heti ulos kaikkialta. Hänen kirjauksensa säilyvät. Tunnuksen voi avata myöhemmin uudelleen.
staff-close-callbacks =
    { $count ->
        [0] Hänellä ei ole avoimia soittopyyntöjä.
        [one] Yksi avoin soittopyyntö palaa jonoon, ja tiimi saa tiedon.
       *[other] { $count } avointa soittopyyntöä palaa jonoon, ja tiimit saavat tiedon.
    }
staff-close-tasks =
    { $count ->
        [0] Hänellä ei ole avoimia tehtäviä.
        [one] Yksi avoin tehtävä palaa tiimin jonoon.
       *[other] { $count } avointa tehtävää palaa tiimien jonoihin.
    }
staff-close-companies =
    { $count ->
        [0] Hän ei ole yhdenkään yrityksen vastuuhenkilö.
        [one] Yksi yritys jää ilman vastuuhenkilöä.
       *[other] { $count } yritystä jää ilman vastuuhenkilöä.
    }
staff-reopen = Avaa tunnus uudelleen
flash-account-closed = Tunnus on suljettu.
flash-account-opened = Tunnus on avattu uudelleen.
flash-invited = Kutsu on lähetetty.
flash-link-just-sent = Linkki on juuri lähetetty, joten uutta ei lähetetty. Jos viesti ei tule perille, yritä uudelleen viiden minuutin päästä.
flash-password-link-sent = Linkki uuteen salasanaan on lähetetty.
flash-member-saved = Tiedot on tallennettu.
flash-rights-saved = Oikeudet ja tiimit on tallennettu. Ne ovat heti voimassa.
flash-membership-added = Jäsenyys on lisätty.
flash-membership-ended = Jäsenyys on päättynyt.
error-roles = Valitse ainakin yksi oikeus.
error-own-administrator = Et voi poistaa omaa pääkäyttäjän oikeuttasi. Pyydä toista pääkäyttäjää tekemään se.
error-email-member = Henkilö kuuluu jo tähän organisaatioon. Etsi hänet luettelosta.
error-email-closed = Osoitteella on suljettu tunnus. Työllisyysalueen pääkäyttäjä voi avata sen henkilön sivulta.
error-email-taken = Osoite on jo toisella tunnuksella. Tarkista osoite.
error-own-account-title = Omaa tunnusta ei voi sulkea
error-own-account = Pyydä toista pääkäyttäjää sulkemaan tunnuksesi.
error-own-membership-title = Omaa jäsenyyttä ei voi päättää
error-own-membership = Pyydä toista pääkäyttäjää päättämään jäsenyytesi.
error-last-administrator-title = Viimeistä pääkäyttäjää ei voi poistaa
error-last-administrator = Työllisyysalueella on oltava pääkäyttäjä. Anna oikeus ensin toiselle henkilölle.
error-has-membership-title = Henkilö kuuluu jo organisaatioon
error-has-membership = Avaa henkilön sivu ja muuta siellä oikeuksia ja tiimejä.
error-no-membership-title = Henkilöllä ei ole jäsenyyttä
error-no-membership = Lisää henkilölle ensin jäsenyys organisaatioon ja lähetä linkki sitten.
error-account-closed-title = Tunnus on suljettu
error-account-closed = Avaa tunnus ensin uudelleen ja lähetä linkki sitten.

# Own settings
settings-title = Omat asetukset
settings-language-mails = Kieli ja sähköpostit
settings-language = Kieli, jolla käytät Kohtaantoa
settings-mails = Mistä saan sähköpostia
settings-mails-hint = Kun päivystät, saat aina tiedon tiimisi soittopyynnöistä. Tiimin yhteiseen postilaatikkoon tieto tulee joka kerta.
settings-mail-callback-arrived = Tiimilleni tulee soittopyyntö, eikä kukaan päivystä
settings-mail-callback-reopened = Tiimini soittopyyntö avataan uudelleen, eikä kukaan päivystä
settings-mail-callback-closed = Soittopyyntö, jonka kirjasin tai jota täydensin, päättyy
settings-mail-task-due = Tehtäväni määräpäivä tai pyydetty muistutus
settings-mail-duty-swapped = Päivystysvuoroni vaihdetaan
settings-time = Poissaolot ja kalenteri
settings-absences-text = Merkitse, milloin olet poissa ja kuka päivystää sijastasi.
settings-calendar-text = Tehtävät, soittopyynnöt ja päivystysvuorot omaan kalenteriohjelmaasi.
settings-password = Salasanan vaihto
settings-password-current = Nykyinen salasana
settings-password-submit = Vaihda salasana
settings-sessions = Avoimet kirjautumiset
settings-sessions-text =
    { $count ->
        [one] Olet kirjautunut vain tässä selaimessa.
       *[other] Olet kirjautunut { $count } selaimessa, tämä mukaan luettuna. Jos jokin niistä ei ole sinun, kirjaudu ulos muualta ja vaihda salasana.
    }
settings-sessions-end = Kirjaudu ulos kaikkialta muualta
flash-settings-saved = Asetukset on tallennettu.
flash-password-changed = Salasana on vaihdettu. Muualla avoinna olleet kirjautumiset päättyivät.
flash-sessions-ended = Olet kirjautunut ulos kaikkialta muualta.
flash-organisation-switched = Organisaatio on vaihdettu.
error-organisation-gone-title = Organisaatioon ei enää pääse
error-organisation-gone = Jäsenyytesi tai organisaation käyttöoikeus on päättynyt. Palaa etusivulle.

# What a right allows
role-about-administrator = Kutsuu henkilöitä ja hoitaa asetuksia.
role-about-coordinator = Näkee kaikki soittopyynnöt ja ohjaa niitä tiimeille.
role-about-employer_team = Hoitaa soittopyyntöjä, yrityksiä ja yhteydenottoja.
role-about-case_handler = Käsittelee palkkatuki- ja starttiraha-asioita.
role-about-case_lead = Vastaa tukiasioista ja voi avata ne uudelleen.
role-about-staff = Kirjaa soittopyyntöjä ja katselee yritysrekisteriä.
role-about-partner = Kirjaa yhteydenottoja ja hoitaa oman organisaation soittopyyntöjä. Ei näe tukiasioita.
role-about-reader = Katselee yritysrekisteriä, ei muuta mitään.
role-about-log_reader = Tarkastaa, kuka on katsonut ja muuttanut tietoja.
role-administrator = pääkäyttäjä
role-coordinator = koordinaattori
role-employer_team = työnantajapalvelut
role-case_handler = tukiasioiden käsittelijä
role-case_lead = tukiasioiden vastaava
role-staff = henkilöstö
role-partner = kumppani
role-reader = lukija
role-log_reader = lokin lukija
