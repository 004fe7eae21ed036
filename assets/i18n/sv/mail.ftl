# What every mail says
mail-footer = Meddelandet skickades av Kohtaanto, sysselsättningsområdets verktyg för arbetsgivarservice.
mail-footer-answers = Du kan svara på meddelandet: svaret går till teamet.
mail-company = Företag
mail-topic = Ämne
mail-due = Ring senast
mail-outcome = Resultat
mail-handed-over-from = Överfört av teamet
mail-is-urgent = Ärendet är brådskande.

# Call-backs. The caller's name, number and message are never in a mail.
mail-callback-arrived-subject = Ny begäran om uppringning: { $company }
mail-callback-arrived-subject-urgent = Brådskande begäran om uppringning: { $company }
mail-callback-arrived = En arbetsgivare väntar på samtal.
mail-callback-arrived-urgent = En arbetsgivare väntar på samtal, och ärendet är brådskande.
mail-callback-take = Se uppgifterna om den som ringde och ta dig an begäran
mail-callback-closed-subject = Begäran om uppringning är avslutad: { $company }
mail-callback-closed = Du har registrerat eller kompletterat denna begäran om uppringning. Den är nu avslutad.
mail-callback-see = Se vad som gjordes
mail-callback-reopened-subject = Begäran om uppringning öppnades igen: { $company }
mail-callback-reopened = Begäran om uppringning öppnades igen. Arbetsgivaren väntar på samtal på nytt.
mail-answer-asked-subject = Begäran att ringa en arbetsgivare: { $company }
mail-answer-asked-subject-urgent = Brådskande begäran att ringa en arbetsgivare: { $company }
mail-answer-asked = En arbetsgivare väntar på ett samtal, och enligt våra uppgifter hör ärendet till er.
mail-answer-reminder-subject = Påminnelse, arbetsgivaren väntar: { $company }
mail-answer-reminder = Arbetsgivaren väntar fortfarande på ett samtal. Vi har ännu inte fått svar av er.
mail-answer-reminder-outcome = Ni berättade att ni sköter ärendet. Berätta ännu hur det gick.
mail-answer-asker = Begärt av
mail-answer-way = Se vem som ringde och berätta hur ärendet går vidare
mail-answer-how = Ni behöver inget konto. Länken är avsedd för er: skicka den inte vidare utanför er egen arbetsplats.

# Tasks. What is to be done is never in a mail.
mail-task-due = Senast
mail-task-queue = Team
mail-task-by = Given av
mail-task-subject = Du fick en uppgift
mail-task-subject-company = Du fick en uppgift: { $company }
mail-task-subject-queue = En uppgift kom till teamets kö
mail-task-subject-queue-company = En uppgift kom till teamets kö: { $company }
mail-task-given = Du har fått en uppgift.
mail-task-queued = I teamets kö finns en uppgift som väntar på någon.
mail-task-see = Se uppgiften
mail-tasks-returned-subject =
    { $count ->
        [one] En uppgift återgick till teamets kö
       *[other] { $count } uppgifter återgick till teamets kö
    }
mail-tasks-returned = Den som hade uppgifterna sköter dem inte längre. De väntar på någon annan.
mail-tasks-team-ended = Uppgifterna väntade i kön för teamet { $team }. Det har avslutats, och de väntar på någon annan.
mail-tasks-count = Uppgifter
mail-tasks-see = Se teamets kö och fördela uppgifterna

# The ladder: what nobody has done in time
mail-callback-not-taken-subject = Ingen har tagit begäran om uppringning: { $company }
mail-callback-not-taken = Svarstiden är slut och ingen har tagit begäran om uppringning. Den ligger nu först i kön.
mail-callback-still-not-taken-subject = Begäran om uppringning väntar fortfarande: { $company }
mail-callback-still-not-taken = Svarstiden har gått ut för länge sedan och ingen har ännu tagit begäran. Du får meddelandet eftersom du kan ta den.
mail-callback-partner-silent-subject = Partnern har inte svarat: { $company }
mail-callback-partner-silent = Partnern har påmints, men inget svar har kommit på begäran. Ta den tillbaka, så blir arbetsgivaren uppringd.
mail-callback-take-back = Ta tillbaka begäran
mail-callback-no-attempt-subject = Inte uppringd: { $company }
mail-callback-no-attempt = Du har en begäran om uppringning utan något antecknat samtalsförsök. Ring och anteckna försöket, eller lämna begäran tillbaka till kön om du inte hinner.
mail-callback-goes-back = Går tillbaka till kön
mail-callback-expired-subject = Begäran om uppringning gick tillbaka till kön: { $company }
mail-callback-expired = Inget samtalsförsök antecknades i tid, så begäran gick tillbaka till teamets kö. Arbetsgivaren väntar fortfarande på samtal.
mail-callback-call-again-subject = Du kom överens om ett nytt samtal: { $company }
mail-callback-call-again = Det är dags att ringa igen.
mail-callback-agreed = Avtalad tid
mail-callback-open = Öppna begäran

# To an employer
mail-callback-not-reached-subject = Vi nådde er inte per telefon ({ $organisation })
mail-callback-not-reached = Ni bad oss ringa den { $day }. Vi har försökt ringa er flera gånger men inte nått er.
mail-callback-not-reached-way = Om ert ärende fortfarande är aktuellt, svara på detta meddelande eller ring oss på nytt.

# Reminders
mail-task-reminder-subject = Påminnelse om en uppgift
mail-task-reminder-subject-company = Påminnelse om en uppgift: { $company }
mail-task-reminder = Du har en uppgift som det nu är dags för.
mail-task-reminder-queue = I teamets kö finns en uppgift som det nu är dags för. Ingen har tagit den ännu.
mail-tasks-given-subject =
    { $count ->
        [one] Du fick en uppgift
       *[other] Du fick { $count } uppgifter
    }
mail-tasks-given = Du har fått uppgifter.
mail-tasks-given-queue = Till teamets kö kom uppgifter som väntar på någon.
mail-tasks-given-see = Se uppgifterna

# Duty
mail-duty-swapped-subject = En jourtur byttes: { $team }
mail-duty-swapped = En jourtur har bytts. Så går turerna nu:
mail-duty-team = Team
mail-duty-by = Bytt av
mail-duty-see = Se jourturerna

# Accounts
mail-organisation = Organisation
mail-account = Du loggar in med adressen
mail-link-until = Länken fungerar till
mail-link-once = Länken är personlig och fungerar en gång. Om du inte väntade på en inbjudan behöver du inte göra något.
mail-invitation-subject = Inbjudan till Kohtaanto
mail-invitation = { $by } har bjudit in dig att använda Kohtaanto, arbetsgivarservicens gemensamma verktyg.
mail-invitation-way = Välj ett lösenord och logga in
mail-password-subject = Nytt lösenord till Kohtaanto
mail-password = Ett nytt lösenord har begärts för ditt konto.
mail-password-way = Välj ett nytt lösenord
mail-password-once = Länken är personlig och fungerar en gång. Om du inte bad om den behöver du inte göra något: ditt gamla lösenord fungerar fortfarande.
mail-address-subject = Adressen till ditt konto i Kohtaanto har bytts
mail-address = { $by } har bytt e-postadressen till ditt konto. Med den här adressen kommer man inte längre in i Kohtaanto.
mail-address-former = Tidigare adress
mail-address-way = Om du inte kände till bytet, kontakta sysselsättningsområdets administratör.
mail-membership-subject = Ny organisation i Kohtaanto: { $organisation }
mail-membership = { $by } har gett dig en ny organisation. Du byter organisation i menyn vid ditt namn högst upp på sidan.
mail-membership-way = Öppna Kohtaanto

# The mail page
mails-title = E-post
mails-lead = Meddelanden som Kohtaanto skickar. Sändningen fortsätter av sig själv.
mails-tab-waiting = Väntar
mails-tab-failed = Misslyckade
mails-tab-sent = Skickade
mails-state = Status
mails-recipient = Mottagare
mails-subject = Rubrik
mails-created = Skapat
mails-sent = Skickat
mails-next-attempt = Nästa försök
mails-attempts = Försök
mails-last-reply = Serverns svar
mails-reply-to = Svarsadress
mails-message-id = Meddelandets id (Message-ID)
mails-sending = Sändning
mails-body = Meddelande
mails-body-hidden = Innehållet visas endast för mottagaren.
mails-body-secret = Meddelandet hade en personlig länk, så innehållet tas bort efter sändningen. En ny länk kan skickas från personens eller begärans sida.
mails-open-callback = Öppna begäran om uppringning
mails-try-again = Skicka på nytt
mails-shown =
    { $count ->
        [one] 1 meddelande
       *[other] { $count } meddelanden
    }
mails-none-waiting = Inget meddelande väntar
mails-none-waiting-text = Alla meddelanden är behandlade.
mails-none-failed = Inget meddelande har misslyckats
mails-none-failed-text = Hit kommer meddelanden som mottagarens server avvisade.
mails-none-sent = Inga meddelanden har skickats ännu
mails-none-sent-text = Skickade meddelanden visas här.
mails-trouble = E-postservern tar inte emot våra meddelanden (sedan { $since }). Inget går förlorat: alla meddelanden väntar. Nästa försök görs { $retry }.
mails-trouble-reply = Servern svarade:
flash-mail-tried-again = Meddelandet skickas på nytt.
flash-mail-not-failed = Meddelandet är redan skickat eller väntar på att skickas.

# The register brought itself up to date
mail-register-subject =
    { $count ->
        [one] FODS har något nytt om en uppgift som rättats för hand
       *[other] FODS har något nytt om { $count } uppgifter som rättats för hand
    }
mail-register-failed-subject = Uppdateringen av företagsregistret misslyckades
mail-register-lead = Företagsregistret har uppdaterats ur öppna data. FODS har något nytt om uppgifter som rättats för hand: välj vilken uppgift som gäller.
mail-register-failed = Den schemalagda uppdateringen av företagsregistret misslyckades eller avbröts. Den görs om nästa natt.
mail-register-hand-edits = Väntar på avgörande
mail-register-see = Se rapporten
