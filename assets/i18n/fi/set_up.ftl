# The first administrator's link
set-up-first-title = Ota Kohtaanto käyttöön
set-up-first-lead = Luo ensimmäinen tunnus. Sen jälkeen näet vaihe vaiheelta, mitä käyttöönottoon kuuluu. Aikaa kuluu noin kymmenen minuuttia, ja voit jatkaa myöhemmin.
set-up-first-area = Työllisyysalueen nimi
set-up-first-area-hint = Esimerkiksi Jokilaakson työllisyysalue
set-up-first-name = Oma nimesi
set-up-first-email = Sähköpostiosoitteesi
set-up-first-email-hint = Kirjaudut tällä osoitteella.
set-up-first-language = Kieli
set-up-first-takes-callbacks = Hoidan itsekin soittopyyntöjä
set-up-first-takes-callbacks-hint = Pääkäyttäjä voi kirjata soittopyynnön mutta ei ottaa sitä hoitaakseen. Valitse tämä, jos työskentelet itsekin työnantajapalveluissa.
set-up-first-submit = Luo tunnus ja jatka
set-up-unnamed-area = Nimeämätön työllisyysalue
set-up-begun-title = Käyttöönotto on jo aloitettu
set-up-begun = Ensimmäinen tunnus on luotu, joten tämä linkki ei enää toimi. Jos loit tunnuksen itse, kirjaudu sisään. Muuten pyydä kutsu siltä, joka sen loi.
set-up-unknown-title = Linkki ei toimi
set-up-unknown = Tarkista, että osoite on kokonainen. Linkki vaihtuu aina, kun palvelu käynnistyy uudelleen: katso uusin linkki palvelimen konsolista.
sign-in-empty = Kohtaantoa ei ole vielä otettu käyttöön, joten kukaan ei voi vielä kirjautua.
sign-in-empty-how = Palvelu tulostaa käynnistyessään konsoliin linkin, jolla ensimmäinen tunnus luodaan. Pyydä linkki palvelimen ylläpitäjältä.

# The list of steps
set-up-title = Käyttöönotto
set-up-lead = Tee vaiheet ylhäältä alas. Kaikki tallentuu heti, joten voit keskeyttää ja jatkaa milloin tahansa.
set-up-notice =
    { $count ->
        [one] Käyttöönotto on kesken: yksi vaihe jäljellä.
       *[other] Käyttöönotto on kesken: { $count } vaihetta jäljellä.
    }
set-up-continue = Jatka käyttöönottoa
set-up-progress = { $settled }/{ $all } vaihetta kunnossa
set-up-finished = Kohtaanto on valmis käyttöön. Soittopyynnöt löytävät perille ja viestit kulkevat.
set-up-to-work = Siirry omaan päivään
set-up-do = Tee tämä
set-up-skip = Ei tarvita
set-up-unskip = Tarvitaan sittenkin
set-up-skipped = Jätetty pois.
set-up-state-done = Kunnossa
set-up-state-skipped = Ei tarvita
set-up-state-optional = Vapaaehtoinen
set-up-state-next = Seuraavaksi
set-up-state-missing = Puuttuu
set-up-step-area = Työllisyysalue ja kunnat
set-up-step-teams = Tiimit
set-up-step-topics = Soittopyyntöjen aiheet
set-up-step-routing = Soittopyyntöjen ohjaus
set-up-step-mail = Sähköposti
set-up-step-phone_lines = Puhelinlinjat
set-up-step-import = Yritysrekisteri
set-up-step-invitations = Kutsu muut mukaan
set-up-area-done =
    { $count ->
        [one] Nimi ja yksi kunta on tallennettu.
       *[other] Nimi ja { $count } kuntaa on tallennettu.
    }
set-up-area-unnamed = Anna työllisyysalueelle nimi ja valitse sen kunnat.
set-up-area-missing = Valitse työllisyysalueen kunnat. Niiden avulla rekisteriin tuodaan oikeat yritykset.
set-up-teams-done =
    { $count ->
        [one] Yksi tiimi, jolla on postilaatikko ja jäseniä.
       *[other] { $count } tiimiä.
    }
set-up-teams-missing = Lisää tiimit, jotka hoitavat työnantajien asioita. Yksikin riittää alkuun.
set-up-teams-no-mailbox = Anna tiimille postilaatikko, johon uusista soittopyynnöistä kerrotaan.
set-up-teams-no-members = Tiimissä ei ole vielä ketään. Lisää sinne itsesi tai kutsu tiimin jäsenet.
set-up-topics-done =
    { $count ->
        [one] Yksi aihe.
       *[other] { $count } aihetta.
    }
set-up-topics-missing = Lisää aiheet, joista soittopyynnön kirjaaja valitsee. Valmiista ehdotuksesta pääsee alkuun.
set-up-routing-done =
    { $count ->
        [one] Kaikilla soittopyynnöillä on vastaanottaja.
       *[other] Kaikilla soittopyynnöillä on vastaanottaja. Rivejä on { $count }.
    }
set-up-routing-missing = Valitse tiimi, joka saa soittopyynnöt, ja aika, jossa niihin vastataan.
set-up-routing-ended = Soittopyynnöt ohjautuvat tiimille, joka ei ole enää käytössä. Valitse toinen tiimi.
set-up-mail-done = Sähköpostipalvelin ottaa viestimme vastaan.
set-up-mail-missing = Lähetä itsellesi koeviesti, niin tiedät, että soittopyynnöistä kerrotaan.
set-up-mail-no-server = Sähköpostipalvelinta ei ole asetettu, joten viestit eivät lähde kenellekään.
set-up-phones-done =
    { $count ->
        [one] Yksi puhelinlinja.
       *[other] { $count } puhelinlinjaa.
    }
set-up-phones-missing = Kerro tiimien sivuilla, mitkä puhelinnumerot työnantajille on annettu ja milloin niihin vastataan.
set-up-import-done = Rekisterissä on yrityksiä.
set-up-import-missing = Tuo alueen yritykset avoimesta datasta, niin soittaja löytyy rekisteristä.
set-up-invitations-done =
    { $count ->
        [one] Sinun lisäksesi mukana on yksi henkilö.
       *[other] Sinun lisäksesi mukana on { $count } henkilöä.
    }
set-up-invitations-missing = Lähetä työtovereille kutsu sähköpostilla.
admin-set-up-text = Mitä käyttöönotosta on tehty ja mitä puuttuu.

# Teams
set-up-teams-lead = Soittopyyntö menee tiimin jonoon, ja siitä kerrotaan tiimin postilaatikkoon. Tiimit ovat auki ma–pe klo 8.00–16.00, kunnes muutat sitä tiimin omalla sivulla.
set-up-teams-add = Lisää tiimejä
set-up-teams-known = Tiimit nyt
set-up-teams-none = Tiimejä ei ole vielä.
set-up-teams-more = Avaa tiimi, niin voit lisätä jäseniä ja puhelinlinjoja tai muuttaa aukioloaikoja ja postilaatikkoa.
set-up-team-number = Tiimi { $number }
set-up-team-name = Nimi
set-up-team-mailbox = Postilaatikko
set-up-team-mine = Kuulun tähän tiimiin itse
set-up-team-members =
    { $count ->
        [0] ei jäseniä
        [one] 1 jäsen
       *[other] { $count } jäsentä
    }
set-up-teams-save = Tallenna tiimit
flash-set-up-teams = Tiimit on tallennettu.
error-set-up-no-team = Kirjoita ainakin yhden tiimin nimi ja postilaatikko.
error-set-up-team-known = Samanniminen tiimi on jo olemassa. Anna toinen nimi tai tyhjennä rivi.

# Topics
set-up-topics-lead = Aiheesta näkee yhdellä silmäyksellä, mitä työnantaja haluaa, ja sen mukaan soittopyynnön voi ohjata oikealle tiimille.
set-up-topics-known = Aiheet nyt:
set-up-topics-label = Aiheet, yksi riville
set-up-topics-hint = Voit muuttaa ehdotusta vapaasti. Aiheita voi myöhemmin lisätä ja poistaa Ylläpidossa.
set-up-topics-suggested =
    Rekrytointi ja avoimet työpaikat
    Palkkatuki
    Starttiraha
    Yritysneuvonta ja yrityskäynti
    Muutosturva
    Oppisopimus ja oppilaitokset
    Muu asia
set-up-topics-save = Tallenna aiheet
flash-set-up-topics = Aiheet on tallennettu.
error-set-up-too-many-topics = Aiheita on liian monta. Jätä enintään 30: pitkästä luettelosta ei löydä oikeaa.

# Routing
set-up-routing-lead = Yksi tiimi saa kaikki soittopyynnöt, joita ei ole erikseen ohjattu muualle. Vastausaika lasketaan tiimin aukioloajassa.
set-up-routing-team = Kenelle soittopyynnöt menevät
set-up-routing-more =
    { $count ->
        [0] Voit myöhemmin ohjata esimerkiksi palkkatukiasiat toiselle tiimille:
        [one] Lisäksi yksi rivi ohjaa osan soittopyynnöistä muualle:
       *[other] Lisäksi { $count } riviä ohjaa osan soittopyynnöistä muualle:
    }
set-up-routing-no-team = Lisää ensin tiimi
set-up-routing-no-team-text = Soittopyynnöt ohjataan tiimille, eikä tiimejä ole vielä.
error-set-up-routing-changed = Toinen pääkäyttäjä ehti juuri muuttaa ohjausta. Tarkista valintasi ja tallenna uudelleen, jos haluat sen voimaan.

# Mail
set-up-mail-lead = Uusista ja päättyneistä soittopyynnöistä ja kutsuista kerrotaan sähköpostilla. Kokeile, että viestit lähtevät.
set-up-mail-settings = Asetukset
set-up-mail-server = Palvelin
set-up-mail-server-none = ei asetettu
set-up-mail-line = Yhteys
set-up-mail-protected = salattu
set-up-mail-unprotected = salaamaton, vain samassa koneessa
set-up-mail-sender = Lähettäjä
set-up-mail-folder = Sähköpostipalvelinta ei ole asetettu. Viestit jäävät palvelimen kansioon { $folder }, eivätkä ne lähde kenellekään.
set-up-mail-how = Palvelimen ylläpitäjä asettaa ympäristömuuttujan SMTP_URL, esimerkiksi smtp://tunnus:salasana@posti.alue.fi, ja lähettäjän osoitteen MAIL_FROM. Sitten palvelu käynnistetään uudelleen.
set-up-mail-where = Asetukset ovat palvelimen ympäristömuuttujissa SMTP_URL ja MAIL_FROM. Ne luetaan, kun palvelu käynnistyy.
set-up-mail-test = Koeviesti
set-up-mail-test-text = Koeviesti lähtee omaan osoitteeseesi. Näet tässä, ottiko palvelin sen vastaan.
set-up-mail-works = Palvelin on ottanut viestejämme vastaan.
set-up-mail-send = Lähetä koeviesti minulle
set-up-mail-send-again = Lähetä toinen koeviesti
set-up-mail-try-again = Yritä uudelleen
set-up-mail-on-its-way = Koeviesti on matkalla osoitteeseen { $address }. Odota hetki, sivu päivittyy itse.
set-up-mail-sent = Palvelin otti vastaan koeviestin osoitteeseen { $address }.
set-up-mail-look = Katso vielä, että se tuli perille. Jos sitä ei näy, katso myös roskapostista.
set-up-mail-in-folder = Koeviesti jäi palvelimen kansioon { $folder }. Aseta sähköpostipalvelin ja lähetä koeviesti uudelleen.
set-up-mail-refused = Koeviesti ei lähtenyt. Tämä saatiin vastaukseksi:
set-up-mail-next = Yritämme itse uudelleen: { $at }.
set-up-mail-advice-connect = Palvelimeen ei saada yhteyttä. Tarkista osoite ja portti asetuksesta SMTP_URL, ja että palomuuri päästää läpi.
set-up-mail-advice-tls = Salattua yhteyttä ei saada. Tarkista, että osoite on sama kuin palvelimen varmenteessa. Oman varmentajan varmenne annetaan asetuksessa SMTP_CA_FILE.
set-up-mail-advice-auth = Palvelin ei hyväksy tunnusta tai salasanaa. Tarkista ne asetuksesta SMTP_URL.
set-up-mail-advice-sender = Palvelin ei hyväksy lähettäjän osoitetta. Tarkista asetus MAIL_FROM, ja että tunnuksella saa lähettää siitä osoitteesta.
set-up-mail-advice-recipient = Palvelin ei toimita viestejä osoitteeseesi. Tarkista, että oma sähköpostiosoitteesi on oikein.
set-up-mail-advice-folder = Viestien kansioon ei voi kirjoittaa. Tarkista asetus MAIL_DIR ja kansion oikeudet.
set-up-mail-advice-other = Tarkista asetukset ja kysy tarvittaessa sähköpostipalvelimen ylläpitäjältä: palvelimen vastaus kertoo hänelle syyn.
mail-test-subject = Koeviesti Kohtaannosta
mail-test = Sähköposti toimii: tämä viesti tuli perille. Sinun ei tarvitse tehdä mitään.
mail-test-way = Jatka käyttöönottoa
