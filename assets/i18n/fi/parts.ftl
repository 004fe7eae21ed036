# The frame of every page
parts-product = Kohtaanto
parts-skip = Siirry sisältöön
parts-menu = Valikko
parts-main-menu = Päävalikko
parts-log-callback = Kirjaa soittopyyntö
parts-shortcut = Pikanäppäin Alt+S
parts-sign-out = Kirjaudu ulos
parts-demo = Tämä on kokeiltava esittely. Yritykset ja henkilöt ovat keksittyjä, eikä viestejä lähde kenellekään.
parts-footer = Kohtaantoon ei kirjata henkilötunnuksia eikä työnhakijoiden tietoja.
parts-notices = Ilmoitukset
parts-back = Takaisin
parts-cancel = Peruuta
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
parts-live-signed-out = Istuntosi on päättynyt.
parts-live-sign-in = Kirjaudu sisään
