sites-title = Toimipaikat
sites-none = Toimipaikkoja ei ole kirjattu.
sites-former =
    { $count ->
        [one] 1 entinen toimipaikka
       *[other] { $count } entistä toimipaikkaa
    }
site-new = Lisää toimipaikka
site-edit = Muokkaa
site-edit-title = Muokkaa toimipaikkaa
site-name = Toimipaikan nimi
site-name-hint = Esimerkiksi Halikon tehdas tai Someron myymälä
site-municipality-hint = Yritys löytyy luettelosta myös tällä kunnalla.
site-save = Tallenna
site-ended = Päättynyt { $day }
site-end-title = Eikö toimipaikkaa enää ole?
site-end-text = Päättynyt toimipaikka siirtyy yrityksen entisiin toimipaikkoihin. Sen voi palauttaa.
site-end = Merkitse päättyneeksi
site-reopen = Palauta
site-of-person = Toimipaikka
site-of-person-none = Ei tiettyä toimipaikkaa
flash-site-added = Toimipaikka on lisätty.
flash-site-saved = Toimipaikan tiedot on tallennettu.
flash-site-ended = Toimipaikka on merkitty päättyneeksi. Sen voi palauttaa entisistä toimipaikoista.
flash-site-reopened = Toimipaikka on palautettu.
