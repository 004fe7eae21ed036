# Dates
weekday-short-1 = mån
weekday-short-2 = tis
weekday-short-3 = ons
weekday-short-4 = tors
weekday-short-5 = fre
weekday-short-6 = lör
weekday-short-7 = sön
clock-at = kl.

# Errors on fields
error-required = Fyll i detta fält.
error-choose = Välj ett av alternativen.
error-email = Kontrollera e-postadressen, till exempel namn@foretag.fi.
error-date = Skriv datumet som dag.månad.år, till exempel 20.11.2026.
error-time = Skriv klockslaget som timme.minut, till exempel 9.30.
error-too-long = Texten får vara högst { $limit } tecken. Förkorta den med { $over } tecken.
error-personal-identity-code = Texten innehåller en personbeteckning (från tecken { $position }). Ta bort den: en personbeteckning får inte sparas här.
warning-personal-identity-code = Texten innehåller något som liknar en personbeteckning (från tecken { $position }). Kontrollera det. Om det inte är en personbeteckning, skicka formuläret igen.

# Error pages
error-not-found-title = Sidan hittades inte
error-not-found = Det finns inget på adressen, eller så är det inte för dig. Kontrollera adressen eller gå till startsidan.
error-forbidden-title = Detta är inte tillåtet
error-forbidden = Dina rättigheter räcker inte till detta. Be vid behov administratören om rättigheten.
error-method-title = Begäran passar inte denna sida
error-method = Sidan kan inte anropas så här. Gå tillbaka till föregående sida och försök igen.
error-too-large-title = Formuläret är för stort
error-too-large = Texten är för lång. Gå tillbaka, förkorta texten och skicka på nytt.
error-bad-request-title = Begäran kunde inte tolkas
error-bad-request = Något är fel i begäran. Gå tillbaka till föregående sida och försök igen.
error-other-origin-title = Formuläret kom från någon annanstans
error-other-origin = Formuläret skickades inte från denna webbplats och behandlades därför inte. Öppna sidan på nytt och försök igen.
error-form-key-title = Formuläret är föråldrat
error-form-key = Öppna formuläret på nytt och skicka det sedan.
error-other-person-title = Formuläret är någon annans
error-other-person = I den här webbläsaren har en annan person loggat in än den som öppnade formuläret. Formuläret sparades inte. Öppna sidan på nytt.
error-internal-title = Något gick fel
error-internal = Felet är i tjänsten, inte hos dig. Ingenting sparades. Försök igen om en stund.
error-home = Till startsidan

notice-no-mail-server = Ingen e-postserver är inställd, så meddelanden skickas inte. Se Administration, Ibruktagning, E-post.

# Navigation
nav-my-day = Min dag
nav-callbacks = Uppringningar
nav-companies = Företag
nav-tasks = Uppgifter
nav-duty = Jour
nav-needs = Behov
nav-reports = Rapporter
nav-admin = Administration

yes = Ja
no = Nej
lang-fi = finska
lang-sv = svenska
lang-en = engelska
