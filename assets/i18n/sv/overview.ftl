overview-callback = Begäran om uppringning
overview-callback-with = Hos vem
overview-callback-due = Tidsfrist
overview-in-queue = I kö: { $team }
overview-urgent = Brådskande
overview-today = I dag
overview-yesterday = I går
overview-days-ago = För { $days } dagar sedan
company-page-log-contact = Anteckna en kontakt
company-page-edit = Ändra uppgifter
company-page-alive = Verksam
company-page-dead = Inte verksam
company-page-bankrupt = I konkurs
company-page-ended = Upphörde { $day }
company-page-also = Också: { $names }
company-page-former = Tidigare namn:
company-page-until = till { $day }
company-page-callbacks = Öppna begäranden om uppringning
company-page-callbacks-count =
    { $count ->
        [one] Företaget har 1 öppen begäran om uppringning. Du ser den inte.
       *[other] Företaget har { $count } öppna begäranden om uppringning. Alla visas inte här.
    }
company-page-no-tasks = Inga öppna uppgifter om företaget.
company-page-tasks = Den egna organisationens öppna uppgifter
company-page-people = Kontaktpersoner
company-page-add-person = Lägg till en kontaktperson
company-page-edit-person = Ändra
company-page-no-people = Inga kontaktpersoner ännu.
company-page-former-people =
    { $count ->
        [one] 1 tidigare kontaktperson
       *[other] { $count } tidigare kontaktpersoner
    }
company-page-person-ended = Slutade { $day }
company-page-timeline = Tidslinje
company-page-timeline-empty = Tidslinjen är tom
company-page-timeline-empty-hint = Här samlas alla organisationers kontakter och begäranden om uppringning.
company-page-timeline-older = Äldre händelser
company-page-timeline-newest = Nyaste händelser
company-page-facts = Basuppgifter
company-page-fact-business-id = FO-nummer
company-page-fact-name = Namn
company-page-fact-form = Företagsform
company-page-fact-industry = Näringsgren
company-page-fact-municipality = Kommun
company-page-fact-street-address = Besöksadress
company-page-fact-postal-address = Postadress
company-page-fact-website = Webbplats
company-page-fact-phone = Telefon
company-page-fact-email = E-post
company-page-fact-registered-on = Registrerat
company-page-by-hand = Ändrat för hand
company-page-caller = Ringer nu
company-page-by-hand-about = { $who }, { $day }.
company-page-register-says = FODS: { $value }
company-page-register-says-nothing = Uppgiften saknas i registret.
company-page-registers = Register
company-page-registers-unknown = Företaget har lagts till för hand; registeruppgifter saknas.
company-page-fact-size = Personal
company-page-restore = Återställ FODS uppgift
company-page-restore-confirm = Ska uppgiften i FODS ({ $register }) återställas? Det som skrivits för hand ({ $value }) försvinner.
company-page-vat = Momsskyldig
company-page-employer = Arbetsgivarregistret
company-page-prepayment = Förskottsuppbördsregistret
my-day-search = Sök företag
my-day-search-submit = Sök
my-day-tasks = Uppgifter i dag och de närmaste dagarna
my-day-all-tasks = Alla uppgifter
my-day-no-tasks = Inga uppgifter inom sju dagar.
my-day-late = Ingen har tagit dessa i tid
my-day-next = Vad händer härnäst
my-day-next-no_attempt = Ring och anteckna försöket senast { $at }
my-day-next-expired = Går tillbaka till kön { $at } om inget försök antecknas
my-day-agreed = Avtalat samtal { $at }
my-day-held = Begäranden om uppringning hos mig
my-day-queue = Kön
my-day-none-held = Du har inga begäranden om uppringning.
my-day-caller = Den som ringde
my-day-requests = Mina öppna begäranden
my-day-no-requests = Ingen av dina begäranden är öppen.
my-day-log-callback = Frågar en arbetsgivare något som du inte kan svara på? Anteckna en begäran om uppringning: rätt person ringer, och du ser hur det gick.
my-day-on-duty = Jourhavande i dag
my-day-you = { $name } (du)
my-day-nobody-on-duty = Ingen utsedd, hela teamet svarar
my-day-tasks-waiting = Uppgifter i kö
my-day-tasks-waiting-count =
    { $count ->
        [0] inga
        [one] 1 uppgift
       *[other] { $count } uppgifter
    }
my-day-waiting = I kön
my-day-waiting-count =
    { $count ->
        [one] 1 begäran
       *[other] { $count } begäranden
    }
my-day-nothing = Det finns inget för dig här
my-day-nothing-hint = Din roll använder inte den här sidan.
