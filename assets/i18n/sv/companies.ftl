# The list
company-list-title = Företag
company-list-lead = Det gemensamma företagsregistret. Sök med namn, FO-nummer, telefonnummer eller webbadress.
company-search = Sök företag
company-search-submit = Sök
company-search-clear = Töm sökningen
company-filter-municipality = Kommun
company-filter-municipality-all = Alla kommuner
company-filter-own-area = Eget område
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
company-site-there = arbetsställe: { $municipality }
company-ended = Nedlagt
company-formerly = tidigare { $name }
company-also = även { $name }
company-none-title = Inga företag hittades
company-none-text = Kontrollera stavningen, förkorta sökningen eller ta bort begränsningar. Nedlagda visas när du väljer ”Visa också nedlagda”.
company-none-yet-title = Registret är tomt
company-none-yet-import = Hämta företagen från FODS
company-none-yet-text = Företagen hämtas från FODS öppna data, och de kan läggas till för hand.
company-none-check-digit = Den sista siffran i FO-numret stämmer inte. Kontrollera numret.
flash-search-personal-identity-code = Det går inte att söka med personbeteckning. Ingen sökning gjordes.

# The form
company-new-title = Lägg till företag
company-new-lead = Lägg för hand till ett företag som saknas i registret, till exempel en enskild näringsidkare eller en förening.
company-edit-title = Redigera företagets uppgifter
company-edit-register = Uppgifterna kommer från FODS. När du ändrar en punkt visas din ändring för alla, och registrets uppgift bevaras bredvid den.
company-register-says = FODS: { $value }. Ändrat av { $editor } { $day }.
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
company-similar-title = I registret finns redan liknande företag. Är företaget något av dem?
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

# Filters
company-filters =
    { $count ->
        [0] Avgränsningar
       *[other] Avgränsningar ({ $count })
    }
company-filters-set = Valda avgränsningar
company-filter-remove = Ta bort avgränsningen:
company-filter-any = Alla
company-filter-company-form = Företagsform
company-filter-size = Personal
company-filter-tag = Etikett
company-filter-gone = används inte längre
company-filter-owner = Ansvarig person
company-filter-contact = Kontakter
company-filter-since = Dag
company-filter-since-form = dd.mm.åååå
company-filter-ended-too = Också nedlagda
company-contacted-since = Kontakt denna dag eller senare
company-contacted-not-since = Ingen kontakt denna dag eller senare
company-contacted-never = Aldrig kontaktade
company-contacted-chip-since = Kontakt { $day } eller senare
company-contacted-chip-not-since = Ingen kontakt { $day } eller senare
company-contacted-chip-never = Aldrig kontaktade
company-none-looser = Avgränsningarna är för snäva. Ta bort någon av dem:
company-none-without = Utan ”{ $filter }”
error-contacted-day-missing = Skriv dagen som kontakterna räknas från, till exempel 1.9.2026.
company-size-unknown = Inte känt
company-size-0-4 = 0–4 personer
company-size-5-9 = 5–9 personer
company-size-10-19 = 10–19 personer
company-size-20-49 = 20–49 personer
company-size-50-99 = 50–99 personer
company-size-100-249 = 100–249 personer
company-size-250-499 = 250–499 personer
company-size-500-999 = 500–999 personer
company-size-1000 = 1 000 personer eller fler

# A caller
caller-title = { $number } ringer
caller-number = Telefonnummer
caller-several = Flera har numret. Vem ringer?
caller-has-company = Numret är företagets eget.
caller-has-person = Kontaktperson med numret: { $people }
caller-none-title = Numret finns inte i registret
caller-none-text = Numret följer med till det som du väljer.
caller-add-person = Lägg till en kontaktperson för ett företag
error-caller-characters = Numret kan inte läsas. Skriv det med siffror, till exempel 040 123 4567.
error-caller-too-short = Numret är kort eller en anknytning och säger inte vem som ringer. Sök företaget med namn eller skriv hela numret.

# The live look-up
company-lookup-title = Hämta ett företag från FODS
company-lookup-lead = Du ser uppgifterna innan de sparas.
company-lookup-id = FO-nummer eller namn
company-lookup-submit = Hämta från FODS
company-lookup-add = Lägg till i registret
company-lookup-complete = Komplettera med uppgifter från FODS
company-lookup-completes = Företaget har lagts till för hand. Det som skrivits för hand blir kvar, och uppgiften i FODS visas bredvid.
company-lookup-ended = Enligt FODS är företaget inte längre verksamt. Kontrollera numret innan du lägger till det.
company-lookup-unknown = Numret { $id } finns inte i FODS öppna data.
company-lookup-unknown-hint = Kontrollera numret. En del firmor och föreningar saknas i öppna data och kan läggas till för hand.
company-lookup-by-hand = Du kan spara företaget för hand. Uppgifterna kompletteras vid nästa import.
company-lookup-manually = Lägg till för hand
error-ytj-unreachable = FODS går inte att nå just nu.
error-ytj-slow = FODS svarar inte i tid.
error-ytj-busy = FODS ber dig vänta. Försök igen om en stund.
error-ytj-broken = Det är en störning i FODS.
error-ytj-odd = FODS svarade något annat än det som frågades.
error-ytj-cut = Förbindelsen till FODS bröts.
error-lookup-id-title = Sökningen går inte att göra
error-lookup-id = FO-numret saknas eller är fel. Gå tillbaka till sökningen och skriv det på nytt.
flash-company-from-ytj = Företagets uppgifter har sparats från FODS.

# The end of a company added by hand
company-ending-title = Har verksamheten upphört?
company-ending-lead = Ett nedlagt företag visas inte i förteckningen om man inte söker nedlagda. Uppgifter och kontakter blir kvar.
company-ending-day = Sista verksamhetsdag
company-ending-submit = Markera som nedlagt
company-reopen-title = Är företaget verksamt ändå?
company-reopen-text = Företaget är markerat som nedlagt.
company-reopen = Markera som verksamt
error-company-ends-later = Dagen ligger framåt i tiden. Markera som nedlagt först när verksamheten har upphört.
error-company-of-register-title = Uppgiften kan inte ändras för hand
error-company-of-register = Företaget kommer från FODS, som berättar när verksamheten upphör.
flash-company-ended = Företaget är markerat som nedlagt.
flash-company-reopened = Företaget är markerat som verksamt.
flash-company-restored = Uppgiften från FODS har återställts.
company-filter-open-to = Kontaktförbud
company-open-to-call = Får kontaktas
company-open-to-marketing = Får ta emot marknadsföring
company-mark-do_not_contact = Ta inte kontakt
company-mark-coordinate_first = Kom överens först
company-mark-no_marketing = Ingen marknadsföring
company-mark-first = Kom först överens med { $person }
company-mark-person-left = inte längre här; fråga { $organisation }
company-mark-until = gäller till { $day }
company-mark-callback-fine = Om arbetsgivaren själv bad om ett samtal, anteckna begäran: den får besvaras.
company-mark-new = Lägg till märkning
company-mark-title = Märkning om företaget
company-mark-lead = Alla organisationer ser märkningen och orsaken innan de tar kontakt.
company-mark-kind = Märkning
company-mark-choice-do_not_contact = Ta inte kontakt: företaget vill inte bli kontaktat
company-mark-choice-coordinate_first = Kom överens först: tala med en viss person före kontakten
company-mark-choice-no_marketing = Ingen marknadsföring: man får ringa, men reklam skickas inte
company-mark-person = Med vem man först kommer överens
company-mark-person-hint = Gäller bara märkningen ”Kom överens först”.
company-mark-reason = Orsak
company-mark-reason-hint = Alla ser orsaken. Skriv inte personbeteckningar eller uppgifter om arbetssökande.
company-mark-ends-on = Sista giltighetsdag
company-mark-ends-on-hint = Lämna tomt om märkningen gäller tills vidare.
company-mark-save = Spara märkningen
company-mark-end = Avsluta märkningen
company-mark-end-confirm = Ska märkningen avslutas? Därefter varnar den ingen.
error-company-mark-person = Välj personen som man kommer överens med.
error-company-mark-past = Dagen har redan gått. Välj i dag eller senare.
error-company-mark-known = Företaget har redan denna märkning.
flash-company-mark-set = Märkningen är sparad. Alla ser den.
flash-company-mark-ended = Märkningen är avslutad.

# What is nearly the same
company-similar-too = Liknande namn
company-similar-only = Namnet ”{ $text }” finns inte. Dessa liknar det:
company-match-similar = liknande namn
company-match-lookup = Hämta från FODS: { $text }
company-match-lookup-hint = Om företaget ännu inte finns i registret
company-name-finds = Om företaget redan finns i registret visas det medan du skriver. Öppna det bland förslagen.
company-likeness-name = samma namn
company-likeness-spelling = nästan samma namn
company-likeness-phone = samma telefonnummer
company-likeness-domain = samma webbadress
company-lookup-named = Företag i FODS med namnet { $name }
company-lookup-unnamed = I FODS öppna data finns inget företag med namnet { $name }.
company-lookup-more = Det finns fler träffar. Skriv namnet noggrannare.
company-lookup-is-known = Redan i registret

# Saved filters
saved-filters = Sparade avgränsningar
saved-filters-manage = Hantera
saved-filters-lead = Dina egna avgränsningar och de som din organisation delar.
saved-filters-none = Inga sparade avgränsningar än
saved-filters-none-text = Avgränsa företagslistan och välj ”Spara avgränsningen”.
saved-filter-new = Spara avgränsningen
saved-filter-lead = Du hittar samma avgränsning i företagslistan med ett klick.
saved-filter-name = Namn
saved-filter-name-hint = Till exempel Metallföretag i det egna området
saved-filter-shared = Dela också med andra: { $organisation }
saved-filter-save = Spara avgränsningen
saved-filter-what = Vad den avgränsar
saved-filter-whose = Vems
saved-filter-own = Egen
saved-filter-is-shared = Gemensam, sparad av { $by }
saved-filter-remove = Ta bort
saved-filter-remove-confirm = Ska avgränsningen { $name } tas bort?
error-saved-filter-nothing = Det finns ingen avgränsning att spara. Gå tillbaka till listan och avgränsa den först.
error-saved-filter-known = Det finns redan en avgränsning med det namnet. Ge ett annat namn.
flash-saved-filter = Avgränsningen har sparats.
flash-saved-filter-removed = Avgränsningen har tagits bort.

# Several companies at once
batch-title = Vad som görs med företagen
batch-chosen = Med de valda…
batch-all = Med alla som hittades ({ $count })…
batch-choose = Välj { $name }
batch-list = Till en ringlista
batch-put = Lägg på listan
batch-assign = Utse ansvarig person
batch-tag = Lägg till etikett
batch-task = En uppgift om varje
batch-make-tasks = Skapa uppgifterna
error-batch-many-tasks = 200 uppgifter kan skapas på en gång. Avgränsa närmare eller välj en ringlista.
error-batch-nobody = Inget företag är valt. Gå tillbaka till listan och välj företag.
flash-batch-none-chosen = Välj först företag i början av raderna.
flash-batch-listed = Företagen är på listan. De som inte får ringas lämnades utanför.
flash-batch-assigned = Ansvarig person har utsetts.
flash-batch-tagged = Etiketten har lagts till på företagen.
flash-batch-tasks = Uppgifterna har skapats. Om företag som inte får kontaktas skapades ingen.
owners-title = Ansvarig person
owners-none = Företaget har ingen ansvarig person.
owner-of-ours = Ansvarig person i egen organisation
owner-nobody = Ingen
owner-save = Spara
error-owner-title = Den ansvariga personen kan inte väljas
error-owner = Personen sköter inte längre företag i denna organisation. Gå tillbaka och välj en annan.
flash-owner-saved = Ansvarig person har sparats.
