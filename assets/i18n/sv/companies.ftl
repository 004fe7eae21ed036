# The list
company-list-title = Företag
company-list-lead = Det gemensamma företagsregistret. Sök på namn, FO-nummer eller telefonnummer.
company-search = Sök företag
company-search-submit = Sök
company-search-clear = Töm sökningen
company-filter-municipality = Kommun
company-filter-municipality-all = Alla kommuner
company-filter-industry = Bransch
company-filter-industry-all = Alla branscher
company-filter-ended = Visa också nedlagda
company-new = Lägg till företag
company-count =
    { $count ->
        [0] Inga företag
        [one] 1 företag
       *[other] { $count } företag
    }
company-count-over = { $count } företag
company-column-name = Namn
company-column-business-id = FO-nummer
company-column-municipality = Kommun
company-column-industry = Bransch
company-column-phone = Telefon
company-ended = Nedlagt
company-formerly = tidigare { $name }
company-also = även { $name }
company-none-title = Inga företag hittades
company-none-text = Kontrollera stavningen, förkorta sökningen eller ta bort begränsningar. Nedlagda visas när du väljer ”Visa också nedlagda”.
company-none-yet-title = Registret är tomt
company-none-yet-text = Företagen hämtas från FODS öppna data, och de kan läggas till för hand.
company-none-check-digit = Den sista siffran i FO-numret stämmer inte. Kontrollera numret.
flash-search-personal-identity-code = Det går inte att söka med personbeteckning. Ingen sökning gjordes.

# The form
company-new-title = Lägg till företag
company-new-lead = Lägg för hand till ett företag som saknas i registret, till exempel en enskild näringsidkare eller en förening.
company-edit-title = Redigera företagets uppgifter
company-edit-register = Uppgifterna kommer från FODS. När du ändrar en punkt visas din ändring för alla, och registrets uppgift bevaras bredvid den.
company-register-says = I registret: { $value }. Ändrat av { $editor } { $day }.
company-register-nothing = ingen uppgift
company-section-basics = Grunduppgifter
company-section-address = Adress
company-section-contact = Kontaktuppgifter
company-name = Namn
company-business-id = FO-nummer
company-business-id-hint = Till exempel 1234567-1
company-form = Företagsform
company-industry = Bransch
company-industry-hint = Skriv branschens namn eller femsiffriga kod
company-municipality = Kommun
company-street-address = Besöksadress
company-post-code = Postnummer
company-post-office = Postanstalt
company-postal-address = Postadress
company-postal-address-hint = Om den är en annan än besöksadressen
company-website = Webbplats
company-phone = Telefon
company-email = E-post
company-tol-2008 = TOL 2008
company-add = Lägg till företag
company-save = Spara
company-cancel = Avbryt
company-similar-title = Det finns redan företag med samma namn. Är det något av dessa?
company-similar-go-on = Om inte, lägg till företaget nedan.
company-add-anyway = Lägg till nytt företag
company-taken = Företaget finns redan i registret:
flash-company-added = Företaget har lagts till.
flash-company-saved = Uppgifterna har sparats.

error-business-id-shape = Ett FO-nummer har sju siffror, ett bindestreck och en kontrollsiffra, till exempel 1234567-1.
error-business-id-check-digit = Den sista siffran i FO-numret stämmer inte med de andra. Kontrollera numret.
error-business-id-taken = Det finns redan ett företag med detta FO-nummer i registret.
error-company-not-added-title = Företaget lades inte till
error-company-not-added = Någon lade alldeles nyss till ett företag med samma FO-nummer. Sök det i företagslistan.
error-industry = Välj en bransch bland förslagen eller skriv dess femsiffriga kod, till exempel 62100.
error-website = Kontrollera webbadressen, till exempel www.foretag.fi.
error-phone-characters = Skriv ett telefonnummer med siffror, till exempel 040 123 4567.
error-phone-too-short = Telefonnumret saknar siffror.
error-phone-too-long = Telefonnumret har för många siffror. Skriv bara ett nummer.
