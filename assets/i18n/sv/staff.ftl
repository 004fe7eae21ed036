sign-in-title = Logga in
sign-in-lead = Kohtaanto är sysselsättningsområdets gemensamma arbetsredskap för arbetsgivarservicen.
sign-in-email = E-postadress
sign-in-password = Lösenord
sign-in-submit = Logga in
sign-in-ended = Sessionen har avslutats. Logga in så fortsätter du där du var. Det du skrev är sparat.
sign-in-ended-own = Texten återställs bara när den som skrev den loggar in. Inget har skickats ännu.
error-sign-in = E-postadressen eller lösenordet är fel, eller så är kontot tillfälligt stängt efter många försök. Kontrollera dem eller försök igen om en kvart.
error-sign-in-too-many = Det har kommit för många försök. Vänta en stund och försök igen.
flash-signed-out = Du har loggat ut.
flash-kept-for-another = Texten i formuläret var någon annans och togs därför inte med.

# The list of accounts
staff-lead = Nya konton skapas av den som sköter servern med kommandot staff add. När ett konto stängs kommer personen inte längre in och öppna uppringningsbegäranden går tillbaka till kön.
staff-name = Namn
staff-organisation = Organisation
staff-roles = Rättigheter
staff-state = Konto
staff-active = I bruk
staff-closed = Stängt
staff-close = Stäng kontot
staff-close-confirm = Vill du stänga kontot: { $name }? Personen loggas genast ut överallt.
flash-account-closed = Kontot är stängt.
error-own-account-title = Du kan inte stänga ditt eget konto
error-own-account = Be en annan administratör stänga ditt konto.

role-administrator = administratör
role-coordinator = koordinator
role-employer_team = arbetsgivarservice
role-case_handler = handläggare av stöd
role-case_lead = ansvarig för stöd
role-staff = personal
role-partner = partner
role-reader = läsare
role-log_reader = loggläsare
