# Logging
callback-new-title = Anteckna begäran om uppringning
callback-new-lead = Anteckna vem som ringde och om vad. Rätt team får veta genast och ringer upp.
callback-company = Företag
callback-company-hint = Skriv namnet eller FO-numret. Om företaget inte hittas, lämna namnet i fältet.
callback-caller = Den som ringde
callback-caller-name = Namn på den som ringde
callback-caller-phone = Telefonnummer
callback-topic = Ämne
callback-note = Vad det gäller
callback-note-hint = Inga personbeteckningar och inga uppgifter om en arbetssökandes hälsa.
callback-urgent = Brådskande
callback-urgent-hint = Svarstiden är kortare och begäran går först i kön.
callback-more = Mer: när man nås, kontaktsätt, språk
callback-reachable = Nås
callback-reachable-from = Nås från
callback-reachable-until = Nås till
callback-reachable-hint = Till exempel 9.30
callback-source = Kontaktsätt
callback-source-phone = Telefon
callback-source-counter = Serviceställe
callback-source-email = E-post
callback-language = Språk
callback-submit = Anteckna begäran
callback-match-company = Företaget har redan en öppen begäran om uppringning.
callback-match-phone = Från detta nummer finns redan en öppen begäran ({ $company }).
callback-match-number = Från detta nummer finns redan en öppen begäran.
callback-match-holder = Den sköts av { $holder } (ämne: { $topic }).
callback-match-queue = Den är i kö: { $team } (ämne: { $topic }).
callback-match-open = Öppna den
callback-match-add = Lägg till uppgifter i den
callback-receiver = Begäran går till { $team }.
callback-receiver-duty = Jour i dag: { $duty }.
callback-receiver-no-duty = Ingen jour är antecknad, så hela teamet får veta.
callback-due-by = Ska tas senast { $due }.
callback-sum = { $response } öppettid: { $stretches }.
callback-sum-closed = { $response } öppettid: { $stretches }. Stängt: { $closed }.
callback-sum-moved = Därefter när den som ringde nås kl. { $window }.
callback-sum-day-closed = { $days } stängt
callback-sum-outdated = Räknat enligt de öppettider som gällde när begäran kom till kön. Tiderna har ändrats efter det, men tidsfristen består.
callback-closed-now = Det är stängt nu, så tiden börjar när teamet öppnar.

# The list
callback-list-title = Uppringningar
callback-list-changed = Listan uppdaterades.
callback-changed = Begäran ändrades.
callback-view-queue = I kö
callback-view-taken = Under arbete
callback-view-mine = Mina begäranden
callback-view-closed = Avslutade
callback-empty-queue = Kön är tom
callback-empty-text-queue = Ingen begäran väntar på att tas.
callback-empty-taken = Inget är under arbete
callback-empty-text-taken = När någon tar en begäran syns den här.
callback-empty-mine = Du har inte antecknat någon begäran ännu
callback-empty-text-mine = Det du har antecknat och hur det går syns här.
callback-empty-closed = Inga avslutade
callback-empty-text-closed = Avslutade begäranden syns här.
callback-added-title = Begäranden som du har lagt till uppgifter i
callback-due = Ska tas senast
callback-where = Hos
callback-late = Försenad
callback-urgent-badge = Brådskande
callback-handover-count =
    { $count ->
        [one] Överförd en gång
       *[other] Överförd { $count } gånger
    }

# One call-back
callback-title = Begäran om uppringning: { $company }
callback-state-title = Läge
callback-state = Status
callback-state-new = I kö
callback-state-taken = Under arbete
callback-state-closed = Avslutad
callback-logger = Antecknad av
callback-not-in-register = Inte i registret
callback-claim = Jag tar den
callback-close = Avsluta begäran
callback-hand-over = Överför till ett annat team
callback-release = Lämna tillbaka till kön
callback-reopen = Öppna på nytt
callback-cancel = Ta tillbaka begäran
callback-cancel-confirm = Ska begäran tas tillbaka? Teamet ringer inte längre upp.
callback-taken-by = Någon hann före: { $holder } sköter den.
callback-history = Vad som har gjorts
callback-holder-left = Tillbaka i kön: { $holder } sköter inte längre det här
callback-added = Tillägg
callback-partner-care = Partnern sköter ärendet
callback-partner-helped = Partnern svarade: fick hjälp
callback-partner-no_help_needed = Partnern svarade: hjälp behövdes inte längre
callback-partner-not_reached = Partnern svarade: inte anträffad
callback-partner-state = Partner per e-post
callback-partner-asked = Länk skickad { $at }, inget svar än
callback-partner-acknowledged = Berättade { $at } att de sköter ärendet
callback-partner-no-link = Ingen länk har skickats
callback-partner-ask-again = Skicka länken igen
callback-link-title = Företag ur registret
callback-link-company = Vilket företag är det
callback-link = Koppla företaget

# Attempts
callback-attempt-title = Anteckna ett försök
callback-attempt-result = Hur gick det
callback-attempt-reached = Jag nådde
callback-attempt-no_answer = Inget svar
callback-attempt-call_again = Jag ringer igen
callback-again-on = Nytt samtal, dag
callback-again-at = Klockslag
callback-again = Nytt samtal { $at }
callback-attempt-note = Anteckning
callback-attempt-submit = Anteckna försöket

# The ladder
callback-next = Vad händer härnäst
callback-next-not_taken = Om ingen tar denna senast { $at } får jouren och teamets ledare ett meddelande.
callback-next-still_not_taken = Om ingen tar denna senast { $at } får koordinatorn ett meddelande.
callback-next-still_not_taken-backup = Om ingen tar denna senast { $at } får reservteamet ({ $team }) och koordinatorn ett meddelande.
callback-next-partner_reminded = Om partnern inte svarar senast { $at } påminns den.
callback-next-partner_silent = Om partnern inte svarar senast { $at } får koordinatorn ett meddelande och kan ta tillbaka begäran.
callback-next-no_attempt = Om inget samtalsförsök antecknas senast { $at } påminns den som har begäran.
callback-next-no_attempt-own = Om du inte antecknar ett samtalsförsök senast { $at } får du en påminnelse.
callback-next-expired = Om inget samtalsförsök antecknas senast { $at } går begäran tillbaka till kön och teamets ledare får ett meddelande.
callback-next-agreed = Avtalat samtal { $at }
callback-next-end = Alla har fått veta. Begäran ligger först i kön tills någon tar den.
callback-step-not_taken = Ingen tog denna inom svarstiden
callback-step-still_not_taken = Ingen har ännu tagit denna
callback-step-partner_reminded = Partnern påmindes
callback-step-partner_silent = Partnern svarade inte
callback-step-no_attempt = Inget samtalsförsök antecknades i tid
callback-step-expired = Gick tillbaka till kön, eftersom inget samtalsförsök antecknades
callback-step-unanswered_attempts = Många samtalsförsök utan svar
callback-told-mailed = Ett meddelande skickades om det.
callback-told-shown = Inget meddelande skickades om det.
callback-told-superseded = Meddelandet skickades först om följande steg.
callback-gives-up = Arbetsgivaren har sökts många gånger. Du kan avsluta begäran och skicka arbetsgivaren ett e-postmeddelande om det, om adressen är känd.
callback-gives-up-close = Avsluta: inte anträffad
callback-mail-employer = Skicka arbetsgivaren ett e-postmeddelande ({ $address })
callback-mail-employer-hint = Meddelandet säger bara att vi inte nådde dem. Din anteckning syns inte i det.

# Additions
callback-add-title = Lägg till uppgifter i begäran
callback-add-note = Tillägg
callback-add = Lägg till

# Hand-over
callback-handed-over-before =
    { $count ->
        [one] Denna har redan överförts en gång. Se till att nästa team är rätt: arbetsgivaren ska inte skickas runt.
       *[other] Denna har redan överförts { $count } gånger. Se till att nästa team är rätt: arbetsgivaren ska inte skickas runt.
    }
callback-handover-line = { $from } → { $to }
callback-handover-team = Till vilket team
callback-handover-reason = Orsak
callback-handover-note = Meddelande till nästa
callback-handover-why = Varför det överförs igen
callback-handover-why-hint = En mening räcker. Nästa team läser den, och arbetsgivaren behöver inte berätta sitt ärende på nytt.
callback-reason-wrong_topic = Ämnet hör till ett annat team
callback-reason-needs_expert = En specialist behövs
callback-reason-other_area = Ett annat område sköter det
callback-reason-other_language = Ett annat språk behövs
callback-reason-absence = Frånvaro eller rusning
callback-reason-help_elsewhere = Hjälpen finns på annat håll
callback-reason-not_ours = Partnern: ärendet hör inte till oss

# Ending
callback-outcome = Resultat
callback-outcome-helped = Fick hjälp
callback-outcome-no_help_needed = Hjälp behövdes inte längre
callback-outcome-not_reached = Inte anträffad
callback-outcome-referred = Hänvisades vidare
callback-outcome-cancelled = Tillbakatagen
callback-referred-to = Vart hänvisades
callback-referred-to-hint = Fyll i när arbetsgivaren hänvisades vidare.
callback-closing-note = Vad man kom överens om
callback-closing-note-hint = Sparas bland företagets kontakter.
callback-closing-note-hint-again =
    { $count ->
        [one] Sparas bland företagets kontakter. Begäran har redan överförts en gång: om du hänvisar arbetsgivaren vidare, skriv varför.
       *[other] Sparas bland företagets kontakter. Begäran har redan överförts { $count } gånger: om du hänvisar arbetsgivaren vidare, skriv varför.
    }
callback-note-visibility = Vem får läsa anteckningen
callback-task-title = Nästa uppgift
callback-task-due = Senast

# Messages
flash-callback-logged = Begäran är antecknad och teamet har fått veta.
flash-callback-claimed = Begäran är nu din.
flash-callback-released = Begäran är tillbaka i kön.
flash-callback-cancelled = Begäran är tillbakatagen.
flash-callback-reopened = Begäran är öppnad på nytt och teamet har fått veta.
flash-callback-attempt = Försöket är antecknat.
flash-callback-addition = Tillägget är sparat. Du får ett meddelande när begäran avslutas.
flash-callback-handed-over = Begäran är överförd och det nya teamet har fått veta.
flash-answer-link = Partnern får en ny länk. De tidigare länkarna fungerar fortfarande.
flash-answer-link-fresh = En länk gick till partnern alldeles nyss, så ingen ny skickades. Vänta några minuter och skicka sedan igen.
flash-callback-closed = Begäran är avslutad. Den som antecknade den får veta per e-post.
flash-callback-linked = Företaget är kopplat till begäran.
flash-callback-not-linked = Inget företag kopplades. Välj ett företag i listan.
error-callback-moved-title = Begäran är redan i ett annat skede
error-callback-moved = Någon annan hann ändra begäran. Öppna den på nytt och se läget.
error-callback-closed-title = Begäran är redan avslutad
error-callback-closed = Det går inte längre att lägga till uppgifter. Anteckna en ny begäran eller öppna den gamla på nytt.
error-callback-same-team = Välj ett annat team: begäran är redan hos detta.
error-callback-no-route = Inget team får begäranden ännu. Be administratören lägga till en rad i styrningen.
error-callback-own-note = Företaget finns inte i registret, så anteckningen stannar i begäran. Välj alla organisationer eller koppla företaget först.
error-callback-window = Slutet ska vara minst en kvart efter början.
error-callback-again = Skriv vilken dag du ringer igen.
error-callback-referred = Skriv vart arbetsgivaren hänvisades.
error-callback-handover-why-title = Skriv varför begäran överförs igen
error-callback-handover-why = Begäran har redan överförts. Skriv med en mening varför den överförs igen.
error-past = Välj en kommande dag.
error-callback-mail-outcome = Meddelandet skickas bara när resultatet är Inte anträffad. Välj det eller ta bort krysset.
