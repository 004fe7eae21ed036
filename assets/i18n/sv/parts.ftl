# The frame of every page
parts-product = Kohtaanto
parts-on-duty-today = Jour i dag
parts-on-duty = Jour i dag:
parts-on-duty-nobody = ingen jourhavande
parts-on-duty-you = (du)
parts-skip = Gå till innehållet
parts-menu = Meny
parts-main-menu = Huvudmeny
parts-log-callback = Anteckna begäran om uppringning
parts-shortcut = Kortkommando Alt+S
parts-switch = Byt organisation
parts-settings = Egna inställningar
parts-sign-out = Logga ut
parts-demo = Det här är en demonstration. Företagen och personerna är påhittade, och inga meddelanden skickas ut.
parts-footer = I Kohtaanto antecknas inga personbeteckningar och inga uppgifter om arbetssökande.
parts-notices = Meddelanden
parts-back = Tillbaka
parts-cancel = Avbryt
parts-remove = Ta bort
parts-close = Stäng
parts-waiting =
    { $count ->
        [one] 1 begäran om uppringning väntar
       *[other] { $count } begäranden om uppringning väntar
    }

# Forms
parts-optional = frivillig
parts-choose = Välj
parts-error = Fel:
parts-error-summary =
    { $count ->
        [one] Rätta en punkt
       *[other] Rätta { $count } punkter
    }
parts-warning-summary = Kontrollera ännu. Om allt stämmer, skicka på nytt.
parts-sending = Skickar…
parts-confirm-title = Bekräfta
parts-confirm-yes = Ja, fortsätt
parts-confirm-no = Gå tillbaka
parts-identity-search = Det går inte att söka med personbeteckning. Ta bort personbeteckningen. Sökningen skickades inte.
parts-identity-text = Texten innehåller en personbeteckning. Ta bort den innan du sparar.

# Suggestions while typing
parts-combobox-label = Förslag
parts-combobox-none = Inga förslag. Du kan fortsätta med namnet du skrev.
parts-combobox-one = Ett förslag. Välj med piltangenten och Enter.
parts-combobox-many = { $count } förslag. Välj med piltangenterna och Enter.
parts-combobox-picked = Valt: { $name }
parts-several-add = Lägg till med namnets första bokstäver
parts-several-remove = Ta bort { $name }
parts-several-removed = Borttagen: { $name }

# Lists
parts-pager = Listans sidor
parts-pager-previous = Föregående
parts-pager-next = Nästa

# Pages that update by themselves
parts-live-lost = Förbindelsen bröts. Uppgifterna uppdateras när den är tillbaka.
parts-live-back = Förbindelsen är tillbaka. Uppgifterna är aktuella.
parts-live-signed-out = Du är inte längre inloggad.
parts-live-sign-in = Logga in

# What was typed and not sent yet
parts-draft-restored = Det påbörjade formuläret återställdes ({ $when }). Det har inte skickats ännu.
parts-draft-discard = Börja från början
parts-draft-discard-changes = Förkasta de påbörjade ändringarna
parts-draft-discard-confirm = Ska den påbörjade texten tas bort? Den går inte att få tillbaka.
parts-draft-lost = Förbindelsen bröts. Det du skrev står kvar här och sparas när förbindelsen återkommer.
parts-draft-signed-out = Du är inte längre inloggad. Det du skrev står kvar här.
parts-draft-sign-in = Logga in på en ny flik
parts-draft-other = En annan person har loggat in i den här webbläsaren. Det du skriver sparas inte längre som utkast.

# Two people edited the same row
parts-disputed = Någon annan sparade samma fält under tiden
parts-disputed-by = Senast sparade { $who }.
parts-disputed-text = Inget har sparats ännu. I fälten står det du skrev, och ovanför dem det som den andra sparade. Välj vilket som gäller och spara på nytt.
parts-disputed-field = Någon annan ändrade också detta.
parts-theirs = Någon annan sparade under tiden:
parts-theirs-empty = Någon annan tömde fältet under tiden.

# Dates and times
parts-date-hint = Till exempel 31.12.2026
parts-last-day-hint = I formen d.m.åååå. Tomt: en dag.
parts-date-pick = Välj i kalendern
parts-time-hint = Till exempel 9.30
parts-up = Upp
parts-down = Ned
