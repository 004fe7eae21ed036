# The list
duplicates-title = Dubbletter
duplicates-lead = Företag som kanske finns två gånger i registret. Slå ihop dem eller berätta att de är olika företag.
duplicates-probable = Sannolika
duplicates-dismissed = Olika företag
duplicates-company = Företag
duplicates-other = Det andra företaget
duplicates-reasons = Orsaker
duplicates-reason-name = Samma namn
duplicates-reason-former-name = Samma tidigare namn
duplicates-reason-name-elsewhere = Samma namn, annan kommun
duplicates-reason-phone = Samma telefonnummer
duplicates-reason-email = Samma e-postadress
duplicates-reason-website = Samma webbplats
duplicates-no-business-id = Inget FO-nummer
duplicates-source = Källa
duplicates-by-hand = Tillagt för hand
duplicates-from-register = FODS
duplicates-compare = Jämför och slå ihop
duplicates-dismiss = De är olika företag
duplicates-dismissed-on = Märkta som olika företag { $day }
duplicates-restore = Tillbaka till listan
duplicates-none-title = Inga dubbletter
duplicates-none-text = Företag som lagts till för hand jämförs fortlöpande med andra. Sannolika par kommer hit.
duplicates-none-dismissed-title = Inga märkningar
duplicates-none-dismissed-text = Par som märkts som olika företag visas här.
duplicates-note = Samma företag finns kanske två gånger i registret.
duplicates-note-compare = Jämför: { $name }
flash-duplicate-dismissed = Märkta som olika företag. Paret finns på fliken ”Olika företag”.
flash-duplicate-restored = Paret finns på listan igen.

# Merging
merge-title = Slå ihop företag
merge-lead = Alla uppgifter flyttas till det företag som blir kvar. Ingenting försvinner.
merge-stays = Blir kvar
merge-goes = Slås ihop med det
merge-choose = Uppgifterna skiljer sig. Vilken är rätt?
merge-what-happens = Vad som händer
merge-fills = { $field } kompletteras: { $value }
merge-moves-people =
    { $count ->
        [one] 1 kontaktperson flyttas
       *[other] { $count } kontaktpersoner flyttas
    }
merge-moves-sites =
    { $count ->
        [one] 1 arbetsställe flyttas
       *[other] { $count } arbetsställen flyttas
    }
merge-moves-contacts =
    { $count ->
        [one] 1 kontakt flyttas
       *[other] { $count } kontakter flyttas
    }
merge-moves-callbacks =
    { $count ->
        [one] 1 begäran om uppringning flyttas
       *[other] { $count } begäranden om uppringning flyttas
    }
merge-moves-tasks =
    { $count ->
        [one] 1 uppgift flyttas
       *[other] { $count } uppgifter flyttas
    }
merge-moves-hidden = ({ $count } av dem hör till andra, du ser dem inte)
merge-name-stays = Med namnet { $name } hittar man det företag som blir kvar.
merge-address-stays = Gamla länkar fungerar fortfarande.
merge-can-be-undone = Sammanslagningen kan ångras i 30 dagar.
merge-with-another = Slå ihop med ett annat företag
merge-submit = Slå ihop
merge-choice-lead = Vilket företag i registret är detsamma som { $name }?
merge-choice-company = Det andra företaget
error-merge-which = Välj företaget bland förslagen, eller skriv hela namnet eller FO-numret.
error-merge-itself-title = Sammanslagningen gjordes inte
error-merge-itself = Ett företag kan inte slås ihop med sig självt. Välj ett annat företag.
error-merge-two-business-ids-title = Företagen kan inte slås ihop
error-merge-two-business-ids = Båda har ett eget FO-nummer, så de är olika företag. Om numret på ett företag som lagts till för hand är fel, ta först bort det från företagets uppgifter.
flash-companies-merged = Företagen har slagits ihop. Det kan ångras i 30 dagar.
flash-merge-changed = Någon ändrade uppgifterna under tiden. Kontrollera dem och slå ihop igen.
flash-merge-one-already = De är redan samma företag.
flash-company-merged-meanwhile = Företaget har under tiden slagits ihop med detta. Ingenting ändrades.

# Undoing
merges-title = Sammanslagna
merges-lead = Sammanslagningar under de senaste 30 dagarna. Alla kan ångras.
merges-merged = Sammanslaget
merges-into = Med företaget
merges-when = När
merges-undone = Ångrad { $day }
merges-merged-on = sammanslaget vidare
merges-none-title = Inga sammanslagna företag
merges-none-text = Sammanslagna företag visas här i 30 dagar.
merges-note = { $name } slogs ihop med detta { $day }.
merge-undo = Ångra sammanslagningen
merge-undo-title = Ångra sammanslagningen
merge-undo-lead = { $merged } slogs ihop med { $kept }.
merge-undo-back = { $name } kommer tillbaka till registret med sina uppgifter, kontaktpersoner och sin historia.
merge-undo-since = Det som skrivits efter sammanslagningen stannar hos { $kept }. Undantag: det som gäller en kontaktperson eller begäran om uppringning som går tillbaka följer med.
merge-undo-edited = De här har ändrats efter sammanslagningen och blir oförändrade hos { $kept }: { $fields }
merge-undo-until = Kan ångras till och med { $day }.
merge-undo-over = Den här sammanslagningen kan inte längre ångras.
merge-hindered = Sammanslagningen ångrades inte. Ta först hand om dessa:
merge-hindered-merged-on = Företaget har slagits ihop vidare med { $name }. Ångra först den sammanslagningen.
merge-hindered-contact = Kontakten { $at } ({ $who }) gäller båda företagen.
merge-hindered-person = { $person } är antecknad på arbetsstället { $site }, som hör till det andra företaget. Byt personens arbetsställe.
merge-hindered-row = Raden { $id } ({ $table }) gäller båda företagen.
error-merge-too-old-title = Sammanslagningen kan inte ångras
error-merge-too-old = Sammanslagningen är över 30 dagar gammal och kan inte längre ångras.
error-merge-hindered-title = Sammanslagningen ångrades inte
error-merge-hindered = Något som skrivits efter sammanslagningen gäller båda företagen.
flash-merge-undone = Sammanslagningen har ångrats. Företagen är åtskilda igen.
flash-merge-undone-edited = Sammanslagningen har ångrats. Uppgifter som ändrats efter den blev kvar hos det andra företaget.
