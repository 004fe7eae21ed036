# The list
duplicates-title = Kaksoiskappaleet
duplicates-lead = Yritykset, jotka ovat ehkä rekisterissä kahdesti. Yhdistä ne tai kerro, että ne ovat eri yrityksiä.
duplicates-probable = Todennäköiset
duplicates-dismissed = Eri yritykset
duplicates-company = Yritys
duplicates-other = Toinen yritys
duplicates-reasons = Syyt
duplicates-reason-name = Sama nimi
duplicates-reason-former-name = Sama aiempi nimi
duplicates-reason-name-elsewhere = Sama nimi, eri kunta
duplicates-reason-phone = Sama puhelinnumero
duplicates-reason-email = Sama sähköpostiosoite
duplicates-reason-website = Samat verkkosivut
duplicates-no-business-id = Ei Y-tunnusta
duplicates-source = Lähde
duplicates-by-hand = Lisätty käsin
duplicates-from-register = YTJ
duplicates-compare = Vertaa ja yhdistä
duplicates-dismiss = Ne ovat eri yrityksiä
duplicates-dismissed-on = Merkitty eri yrityksiksi { $day }
duplicates-restore = Palauta listalle
duplicates-none-title = Ei kaksoiskappaleita
duplicates-none-text = Käsin lisättyjä yrityksiä verrataan muihin jatkuvasti. Todennäköiset parit tulevat tähän.
duplicates-none-dismissed-title = Ei merkintöjä
duplicates-none-dismissed-text = Parit, jotka on merkitty eri yrityksiksi, näkyvät tässä.
duplicates-note = Sama yritys on ehkä rekisterissä kahdesti.
duplicates-note-compare = Vertaa: { $name }
flash-duplicate-dismissed = Merkitty eri yrityksiksi. Pari on välilehdellä ”Eri yritykset”.
flash-duplicate-restored = Pari on taas listalla.

# Merging
merge-title = Yhdistä yritykset
merge-lead = Kaikki tiedot siirtyvät jäävälle yritykselle. Mitään ei katoa.
merge-stays = Jää
merge-goes = Yhdistetään siihen
merge-choose = Tiedot eroavat. Kumpi on oikein?
merge-what-happens = Mitä tapahtuu
merge-fills = { $field } täydentyy: { $value }
merge-moves-people =
    { $count ->
        [one] 1 yhteyshenkilö siirtyy
       *[other] { $count } yhteyshenkilöä siirtyy
    }
merge-moves-sites =
    { $count ->
        [one] 1 toimipaikka siirtyy
       *[other] { $count } toimipaikkaa siirtyy
    }
merge-moves-contacts =
    { $count ->
        [one] 1 yhteydenotto siirtyy
       *[other] { $count } yhteydenottoa siirtyy
    }
merge-moves-callbacks =
    { $count ->
        [one] 1 soittopyyntö siirtyy
       *[other] { $count } soittopyyntöä siirtyy
    }
merge-moves-tasks =
    { $count ->
        [one] 1 tehtävä siirtyy
       *[other] { $count } tehtävää siirtyy
    }
merge-moves-hidden = (niistä { $count } muiden, et näe niitä)
merge-name-stays = Nimellä { $name } löytää jatkossa jäävän yrityksen.
merge-address-stays = Vanhat linkit toimivat edelleen.
merge-can-be-undone = Yhdistämisen voi perua 30 päivän ajan.
merge-with-another = Yhdistä toiseen yritykseen
merge-submit = Yhdistä
merge-choice-lead = Mikä rekisterin yritys on sama kuin { $name }?
merge-choice-company = Toinen yritys
error-merge-which = Valitse yritys ehdotuksista, tai kirjoita sen nimi tai Y-tunnus kokonaan.
error-merge-itself-title = Yhdistämistä ei tehty
error-merge-itself = Yritystä ei voi yhdistää itseensä. Valitse toinen yritys.
error-merge-two-business-ids-title = Yrityksiä ei voi yhdistää
error-merge-two-business-ids = Molemmilla on oma Y-tunnus, joten ne ovat eri yrityksiä. Jos käsin lisätyn yrityksen tunnus on väärä, poista se ensin yrityksen tiedoista.
flash-companies-merged = Yritykset on yhdistetty. Yhdistämisen voi perua 30 päivän ajan.
flash-merge-changed = Joku muutti tietoja sillä välin. Tarkista ne ja yhdistä uudelleen.
flash-merge-one-already = Nämä ovat jo sama yritys.
flash-company-merged-meanwhile = Yritys on sillä välin yhdistetty tähän. Mitään ei muutettu.

# Undoing
merges-title = Yhdistetyt
merges-lead = Viimeisten 30 päivän yhdistämiset. Jokaisen voi perua.
merges-merged = Yhdistetty
merges-into = Yritykseen
merges-when = Milloin
merges-undone = Peruttu { $day }
merges-merged-on = yhdistetty edelleen
merges-none-title = Ei yhdistettyjä yrityksiä
merges-none-text = Yhdistetyt yritykset näkyvät tässä 30 päivää.
merges-note = Tähän yhdistettiin { $name } { $day }.
merge-undo = Peru yhdistäminen
merge-undo-title = Peru yhdistäminen
merge-undo-lead = { $merged } yhdistettiin yritykseen { $kept }.
merge-undo-back = { $name } palaa rekisteriin tietoineen, yhteyshenkilöineen ja historioineen.
merge-undo-since = Yhdistämisen jälkeen kirjattu jää yritykselle { $kept }. Poikkeus: mikä koskee palaavaa yhteyshenkilöä tai soittopyyntöä, siirtyy sen mukana.
merge-undo-edited = Näitä on muokattu yhdistämisen jälkeen, ja ne jäävät ennalleen yritykselle { $kept }: { $fields }
merge-undo-until = Perua voi { $day } asti.
merge-undo-over = Tätä yhdistämistä ei voi enää perua.
merge-hindered = Yhdistämistä ei peruttu. Hoida ensin nämä:
merge-hindered-merged-on = Yritys on yhdistetty edelleen yritykseen { $name }. Peru ensin se yhdistäminen.
merge-hindered-contact = Yhteydenotto { $at } ({ $who }) koskee molempia yrityksiä.
merge-hindered-person = { $person } on merkitty toimipaikkaan { $site }, joka on toisen yrityksen. Vaihda henkilön toimipaikka.
merge-hindered-row = Rivi { $id } ({ $table }) koskee molempia yrityksiä.
error-merge-too-old-title = Yhdistämistä ei voi perua
error-merge-too-old = Yhdistämisestä on yli 30 päivää, eikä sitä voi enää perua.
error-merge-hindered-title = Yhdistämistä ei peruttu
error-merge-hindered = Jokin yhdistämisen jälkeen kirjattu koskee molempia yrityksiä.
flash-merge-undone = Yhdistäminen on peruttu. Yritykset ovat taas erillään.
flash-merge-undone-edited = Yhdistäminen on peruttu. Sen jälkeen muokatut tiedot jäivät toiselle yritykselle.
