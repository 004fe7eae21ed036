sign-in-title = Logga in
sign-in-lead = Kohtaanto är sysselsättningsområdets gemensamma arbetsredskap för arbetsgivarservicen.
sign-in-email = E-postadress
sign-in-password = Lösenord
sign-in-submit = Logga in
sign-in-ended = Inloggningen har gått ut. Logga in igen så fortsätter du där du var. Det du skrev är sparat.
sign-in-ended-own = Texten återställs bara när den som skrev den loggar in. Inget har skickats ännu.
error-sign-in = E-postadressen eller lösenordet är fel, eller så är kontot tillfälligt stängt efter många försök. Kontrollera dem eller försök igen om en kvart.
error-sign-in-too-many = Det har kommit för många försök. Vänta en stund och försök igen.
flash-signed-out = Du har loggat ut.
flash-kept-for-another = Texten i formuläret var någon annans och togs därför inte med.
sign-in-forgotten = Har du glömt lösenordet?

# Links that are sent by mail
forgotten-title = Glömt lösenord
forgotten-lead = Skriv den e-postadress som du loggar in med. Vi skickar en länk med vilken du väljer ett nytt lösenord.
forgotten-submit = Skicka länken
forgotten-sent-title = Titta i din e-post
forgotten-sent = Om adressen har ett konto kommer det snart ett meddelande. Länken i det fungerar i två timmar.
forgotten-sent-nothing = Kommer inget meddelande? Titta i skräpposten och kontrollera att adressen är rätt. Om du just har blivit inbjuden, använd länken i inbjudan eller be administratören om en ny.
forgotten-again = Beställ på nytt
link-to-sign-in = Gå till inloggningen
link-title-invitation = Välkommen till Kohtaanto
link-title-password = Nytt lösenord
link-lead-invitation = { $name }, välj ett lösenord. Efter det är du inloggad.
link-lead-password = { $name }, välj ett nytt lösenord. Dina inloggningar på andra ställen avslutas.
link-email = Du loggar in med adressen
link-submit = Spara och logga in
password-new = Nytt lösenord
password-hint = Minst 12 tecken. Några ord efter varandra är bra och lätta att minnas.
password-again = Samma lösenord igen
error-password-short = Lösenordet måste ha minst { $shortest } tecken. Lägg till ett eller två ord.
error-password-simple = Lösenordet är för lätt att gissa: samma tecken upprepas. Använd flera olika tecken.
error-password-own = Lösenordet får inte innehålla ditt namn eller din e-postadress. Välj andra ord.
error-password-differs = Lösenorden är inte lika. Skriv båda på nytt.
error-password-current = Det nuvarande lösenordet är fel. Om du inte minns det, logga ut och beställ ett nytt vid Har du glömt lösenordet?
flash-password-set = Lösenordet är sparat och du är inloggad.
link-unknown-title = Länken är okänd
link-unknown-text = Adressen har kanske kapats. Öppna länken direkt i meddelandet eller kopiera hela den.
link-used-title = Länken har redan använts
link-used-text = Ett lösenord har redan valts med länken. Logga in med det. Om du inte minns det, beställ en ny länk.
link-expired-title = Länken har gått ut
link-expired-text = Av säkerhetsskäl fungerar länken bara i två timmar. Beställ en ny: den kommer till din e-post.
link-expired-invitation = En inbjudan gäller i sju dagar. Be den som bjöd in dig eller administratören om en ny.
link-withdrawn-title = Länken gäller inte längre
link-withdrawn-text = Du har fått en nyare länk, eller så har ditt lösenord redan bytts. Öppna det nyaste meddelandet eller logga in.
link-other-person-title = En annan person är inloggad
link-other-person-text = I den här webbläsaren är { $viewer } inloggad, men länken är för en annan person. Logga först ut och öppna sedan länken igen. Länken fungerar fortfarande.
link-closed-title = Kontot är stängt
link-closed-text = Länken släpper inte in dig, eftersom kontot är stängt. Om det är ett misstag, kontakta din organisations administratör.
link-ended-title = Organisationens åtkomst har upphört
link-ended-text = Din organisation använder inte längre Kohtaanto. Om det är ett misstag, kontakta sysselsättningsområdet.

# People
staff-lead = Vilka som har tillgång, med vilka rättigheter och i vilka team.
staff-name = Namn
staff-email = E-postadress
staff-email-hint = Personens egen arbetsadress: med den loggar man in och dit skickas inbjudan.
staff-language = Språk
staff-organisation = Organisation
staff-roles = Rättigheter
staff-teams = Team
staff-teams-hint = Teamets medlemmar ser dess begäranden om uppringning och kan ha jour.
staff-leads = Leder
staff-leads-lower = leder
staff-no-teams = Inga team
staff-state = Konto
staff-state-label = Status
staff-state-invited = Inbjuden
staff-state-active = I bruk
staff-state-closed = Stängt
staff-search = Sök med namn eller adress
staff-search-submit = Sök
staff-none = Ingen hittades
staff-none-text = Kontrollera sökningen eller se hela listan.
staff-show-all = Visa alla
staff-invite = Bjud in en person
staff-invite-lead = Personen får en länk per e-post och väljer själv ett lösenord. Länken fungerar i sju dagar.
staff-invite-submit = Skicka inbjudan
staff-choose-organisation = Byt organisation
staff-existing = Adressen { $email } har redan ett konto. Du kan ge det ett medlemskap: { $organisation }. Namn och språk ändras inte.
staff-add-existing = Lägg till medlemskapet
staff-cancel = Avbryt
staff-save = Spara
staff-edit = Ändra uppgifter
staff-edit-title = Personens uppgifter
staff-edit-rights = Ändra rättigheter och team
staff-rights-title = Rättigheter och team
staff-ends = Åtkomsten upphör
staff-add-membership = Lägg till medlemskap
staff-end-membership = Avsluta medlemskapet
staff-end-membership-confirm = Vill du avsluta medlemskapet: { $name }, { $organisation }? Personens öppna begäranden och uppgifter där går tillbaka till kön. Företag som personen ansvarar för där blir utan ansvarig.
staff-no-membership = Inga medlemskap
staff-no-membership-text = Personen kommer inte in innan hen är medlem i någon organisation.
staff-elsewhere = Personen hör också till en annan organisation. Därför sköts namn, adress och konto av sysselsättningsområdets administratör. Du kan ändra medlemskapet i din egen organisation.
staff-closed-by-host = Sysselsättningsområdet har stängt kontot. Bara sysselsättningsområdets administratör kan öppna det igen.
staff-new-address-hint = Om du byter adress loggas personen ut och väljer ett nytt lösenord. Inbjudan skickas till den nya adressen.
staff-invited-until = Inbjudan gäller till
staff-invitation-over = Utgången
staff-invite-again = Skicka inbjudan på nytt
staff-send-password-link = Skicka en länk för nytt lösenord
staff-close = Stäng kontot
staff-close-title = Stänga kontot: { $name }?
staff-close-text = Personen loggas genast ut överallt. Det som personen har registrerat finns kvar. Kontot kan öppnas igen senare.
staff-close-callbacks =
    { $count ->
        [0] Personen har inga öppna begäranden om uppringning.
        [one] En öppen begäran om uppringning går tillbaka till kön och teamet får veta det.
       *[other] { $count } öppna begäranden om uppringning går tillbaka till kön och teamen får veta det.
    }
staff-close-tasks =
    { $count ->
        [0] Personen har inga öppna uppgifter.
        [one] En öppen uppgift går tillbaka till teamets kö.
       *[other] { $count } öppna uppgifter går tillbaka till teamens köer.
    }
staff-close-companies =
    { $count ->
        [0] Personen är inte ansvarig för något företag.
        [one] Ett företag blir utan ansvarig person.
       *[other] { $count } företag blir utan ansvarig person.
    }
staff-reopen = Öppna kontot igen
flash-account-closed = Kontot är stängt.
flash-account-opened = Kontot är öppet igen.
flash-invited = Inbjudan är skickad.
flash-link-just-sent = En länk har just skickats, så ingen ny skickades. Om meddelandet inte kommer fram, försök igen om fem minuter.
flash-password-link-sent = En länk för nytt lösenord är skickad.
flash-member-saved = Uppgifterna är sparade.
flash-rights-saved = Rättigheterna och teamen är sparade. De gäller genast.
flash-membership-added = Medlemskapet är tillagt.
flash-membership-ended = Medlemskapet är avslutat.
error-roles = Välj minst en rättighet.
error-own-administrator = Du kan inte ta bort din egen administratörsrättighet. Be en annan administratör göra det.
error-email-member = Personen hör redan till organisationen. Sök upp hen i listan.
error-email-closed = Adressen har ett stängt konto. Sysselsättningsområdets administratör kan öppna det på personens sida.
error-email-taken = Adressen används redan av ett annat konto. Kontrollera adressen.
error-own-account-title = Du kan inte stänga ditt eget konto
error-own-account = Be en annan administratör stänga ditt konto.
error-own-membership-title = Du kan inte avsluta ditt eget medlemskap
error-own-membership = Be en annan administratör avsluta ditt medlemskap.
error-last-administrator-title = Den sista administratören kan inte tas bort
error-last-administrator = Sysselsättningsområdet måste ha en administratör. Ge först rättigheten till en annan person.
error-has-membership-title = Personen hör redan till organisationen
error-has-membership = Öppna personens sida och ändra rättigheter och team där.
error-no-membership-title = Personen har inget medlemskap
error-no-membership = Ge personen först ett medlemskap i en organisation och skicka sedan länken.
error-account-closed-title = Kontot är stängt
error-account-closed = Öppna kontot först igen och skicka sedan länken.

# Own settings
settings-title = Egna inställningar
settings-language-mails = Språk och e-post
settings-language = Språket du använder Kohtaanto på
settings-mails = Vad jag får e-post om
settings-mails-hint = När du har jour får du alltid veta om teamets begäranden. Teamets gemensamma postlåda får alltid veta.
settings-mail-callback-arrived = Mitt team får en begäran om uppringning och ingen har jour
settings-mail-callback-reopened = Mitt teams begäran öppnas igen och ingen har jour
settings-mail-callback-closed = En begäran som jag registrerade eller kompletterade avslutas
settings-mail-task-due = En uppgift jag har förfaller, eller en påminnelse som begärts
settings-mail-duty-swapped = Min jourtur byts
settings-time = Frånvaro och kalender
settings-absences-text = Anteckna när du är borta och vem som har jour i ditt ställe.
settings-calendar-text = Uppgifter, begäranden om uppringning och jourturer i ditt eget kalenderprogram.
settings-password = Byta lösenord
settings-password-current = Nuvarande lösenord
settings-password-submit = Byt lösenord
settings-sessions = Öppna inloggningar
settings-sessions-text =
    { $count ->
        [one] Du är inloggad bara i den här webbläsaren.
       *[other] Du är inloggad i { $count } webbläsare, den här medräknad. Om någon av dem inte är din, logga ut på andra ställen och byt lösenord.
    }
settings-sessions-end = Logga ut överallt annars
flash-settings-saved = Inställningarna är sparade.
flash-password-changed = Lösenordet är bytt. Inloggningar på andra ställen avslutades.
flash-sessions-ended = Du är utloggad överallt annars.
flash-organisation-switched = Organisationen är bytt.
error-organisation-gone-title = Organisationen är inte längre tillgänglig
error-organisation-gone = Ditt medlemskap eller organisationens åtkomst har upphört. Gå tillbaka till startsidan.

# What a right allows
role-about-administrator = Bjuder in personer och sköter inställningarna.
role-about-coordinator = Ser alla begäranden om uppringning och styr dem till teamen.
role-about-employer_team = Sköter begäranden om uppringning, företag och kontakter.
role-about-case_handler = Handlägger lönesubvention och startpeng.
role-about-case_lead = Ansvarar för stödärenden och kan öppna dem igen.
role-about-staff = Registrerar begäranden om uppringning och läser företagsregistret.
role-about-partner = Registrerar kontakter och sköter den egna organisationens begäranden. Ser inte stödärenden.
role-about-reader = Läser företagsregistret, ändrar inget.
role-about-log_reader = Granskar vem som har sett och ändrat uppgifter.
role-administrator = administratör
role-coordinator = koordinator
role-employer_team = arbetsgivarservice
role-case_handler = handläggare av stöd
role-case_lead = ansvarig för stöd
role-staff = personal
role-partner = partner
role-reader = läsare
role-log_reader = loggläsare
