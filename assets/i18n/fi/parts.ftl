# The frame of every page
parts-product = Kohtaanto
parts-on-duty-today = Päivystys tänään
parts-on-duty = Päivystää tänään:
parts-on-duty-nobody = ei päivystäjää
parts-on-duty-you = (sinä)
parts-skip = Siirry sisältöön
parts-menu = Valikko
parts-main-menu = Päävalikko
parts-log-callback = Kirjaa soittopyyntö
parts-shortcut = Pikanäppäin Alt+S
parts-switch = Vaihda organisaatiota
parts-settings = Omat asetukset
parts-sign-out = Kirjaudu ulos
parts-demo = Tämä on kokeiltava esittely. Yritykset ja henkilöt ovat keksittyjä, eikä viestejä lähde kenellekään.
parts-footer = Kohtaantoon ei kirjata henkilötunnuksia eikä työnhakijoiden tietoja.
parts-notices = Ilmoitukset
parts-back = Takaisin
parts-cancel = Peruuta
parts-remove = Poista
parts-close = Sulje
parts-waiting =
    { $count ->
        [one] 1 soittopyyntö odottaa
       *[other] { $count } soittopyyntöä odottaa
    }

# Forms
parts-optional = vapaaehtoinen
parts-choose = Valitse
parts-error = Virhe:
parts-error-summary =
    { $count ->
        [one] Korjaa yksi kohta
       *[other] Korjaa { $count } kohtaa
    }
parts-warning-summary = Tarkista vielä. Jos kaikki on oikein, lähetä uudelleen.
parts-sending = Lähetetään…
parts-confirm-title = Vahvista
parts-confirm-yes = Kyllä, jatka
parts-confirm-no = Palaa
parts-identity-search = Henkilötunnuksella ei voi hakea. Poista henkilötunnus. Hakua ei lähetetty.
parts-identity-text = Tekstissä on henkilötunnus. Poista se ennen tallentamista.

# Suggestions while typing
parts-combobox-label = Ehdotukset
parts-combobox-none = Ei ehdotuksia. Voit jatkaa kirjoittamallasi nimellä.
parts-combobox-one = Yksi ehdotus. Valitse nuolinäppäimellä ja Enterillä.
parts-combobox-many = { $count } ehdotusta. Valitse nuolinäppäimillä ja Enterillä.
parts-combobox-picked = Valittu: { $name }
parts-several-add = Lisää nimen alkukirjaimilla
parts-several-remove = Poista { $name }
parts-several-removed = Poistettu: { $name }

# Lists
parts-pager = Luettelon sivut
parts-pager-previous = Edelliset
parts-pager-next = Seuraavat

# Pages that update by themselves
parts-live-lost = Yhteys katkesi. Tiedot päivittyvät, kun yhteys palaa.
parts-live-back = Yhteys palasi. Tiedot ovat ajan tasalla.
parts-live-signed-out = Kirjautumisesi on päättynyt.
parts-live-sign-in = Kirjaudu sisään

# What was typed and not sent yet
parts-draft-restored = Keskeneräinen lomake palautettiin ({ $when }). Sitä ei ole vielä lähetetty.
parts-draft-discard = Aloita tyhjästä
parts-draft-discard-changes = Hylkää keskeneräiset muutokset
parts-draft-discard-confirm = Poistetaanko keskeneräinen teksti? Sitä ei saa takaisin.
parts-draft-lost = Yhteys katkesi. Kirjoittamasi pysyy tässä ja tallentuu, kun yhteys palaa.
parts-draft-signed-out = Kirjautumisesi on päättynyt. Kirjoittamasi pysyy tässä.
parts-draft-sign-in = Kirjaudu sisään uudessa välilehdessä
parts-draft-other = Tällä selaimella on kirjautunut toinen henkilö. Kirjoittamasi ei enää tallennu luonnokseksi.

# Two people edited the same row
parts-disputed = Toinen tallensi samoja kohtia sillä välin
parts-disputed-by = Viimeksi tallensi { $who }.
parts-disputed-text = Mitään ei ole vielä tallennettu. Kentissä on, mitä kirjoitit, ja niiden yllä, mitä toinen tallensi. Valitse, kumpi jää, ja tallenna uudelleen.
parts-disputed-field = Toinen muutti tätäkin.
parts-theirs = Toinen tallensi tällä välin:
parts-theirs-empty = Toinen tyhjensi tämän tällä välin.

# Dates and times
parts-date-hint = Esimerkiksi 31.12.2026
parts-last-day-hint = Muodossa p.k.vvvv. Tyhjä: yksi päivä.
parts-date-pick = Valitse kalenterista
parts-time-hint = Esimerkiksi 9.30
parts-up = Ylös
parts-down = Alas
