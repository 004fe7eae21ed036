# The first administrator's link
set-up-first-title = Ta Kohtaanto i bruk
set-up-first-lead = Skapa det första kontot. Sedan ser du steg för steg vad som hör till ibruktagningen. Det tar ungefär tio minuter, och du kan fortsätta senare.
set-up-first-area = Sysselsättningsområdets namn
set-up-first-area-hint = Till exempel Ådalens sysselsättningsområde
set-up-first-name = Ditt namn
set-up-first-email = Din e-postadress
set-up-first-email-hint = Du loggar in med den här adressen.
set-up-first-language = Språk
set-up-first-takes-callbacks = Jag sköter också själv begäranden om uppringning
set-up-first-takes-callbacks-hint = En administratör kan registrera en begäran om uppringning men inte ta hand om den. Välj det här om du själv arbetar i företagstjänsterna.
set-up-first-submit = Skapa kontot och fortsätt
set-up-unnamed-area = Namnlöst sysselsättningsområde
set-up-begun-title = Ibruktagningen har redan börjat
set-up-begun = Det första kontot har skapats, så länken fungerar inte längre. Om du själv skapade kontot, logga in. Be annars om en inbjudan av den som skapade det.
set-up-unknown-title = Länken fungerar inte
set-up-unknown = Kontrollera att adressen är hel. Länken byts varje gång tjänsten startas om: den nyaste länken finns på serverns konsol.
sign-in-empty = Kohtaanto har ännu inte tagits i bruk, så ingen kan logga in ännu.
sign-in-empty-how = När tjänsten startar skriver den på konsolen en länk som det första kontot skapas med. Be serverns administratör om länken.

# The list of steps
set-up-title = Ibruktagning
set-up-lead = Gå igenom stegen uppifrån och ned. Allt sparas genast, så du kan avbryta och fortsätta när som helst.
set-up-notice =
    { $count ->
        [one] Ibruktagningen är inte klar: ett steg kvar.
       *[other] Ibruktagningen är inte klar: { $count } steg kvar.
    }
set-up-continue = Fortsätt ibruktagningen
set-up-progress = { $settled }/{ $all } steg klara
set-up-finished = Kohtaanto är klart att användas. Begäranden om uppringning hittar fram och meddelanden går i väg.
set-up-to-work = Gå till min dag
set-up-do = Gör det här
set-up-skip = Behövs inte
set-up-unskip = Behövs ändå
set-up-skipped = Utelämnat.
set-up-state-done = Klart
set-up-state-skipped = Behövs inte
set-up-state-optional = Frivilligt
set-up-state-next = Härnäst
set-up-state-missing = Saknas
set-up-step-area = Sysselsättningsområde och kommuner
set-up-step-teams = Team
set-up-step-topics = Ämnen för begäranden om uppringning
set-up-step-routing = Styrning av begäranden om uppringning
set-up-step-mail = E-post
set-up-step-phone_lines = Telefonlinjer
set-up-step-import = Företagsregister
set-up-step-invitations = Bjud in de andra
set-up-area-done =
    { $count ->
        [one] Namnet och en kommun har sparats.
       *[other] Namnet och { $count } kommuner har sparats.
    }
set-up-area-unnamed = Ge sysselsättningsområdet ett namn och välj dess kommuner.
set-up-area-missing = Välj sysselsättningsområdets kommuner. Med dem hämtas rätt företag till registret.
set-up-teams-done =
    { $count ->
        [one] Ett team med postlåda och medlemmar.
       *[other] { $count } team.
    }
set-up-teams-missing = Lägg till de team som sköter arbetsgivarnas ärenden. Ett räcker till en början.
set-up-teams-no-mailbox = Ge teamet en postlåda dit nya begäranden om uppringning meddelas.
set-up-teams-no-members = Teamet har inga medlemmar ännu. Lägg till dig själv eller bjud in medlemmarna.
set-up-topics-done =
    { $count ->
        [one] Ett ämne.
       *[other] { $count } ämnen.
    }
set-up-topics-missing = Lägg till ämnen som den som registrerar en begäran om uppringning väljer bland. Det finns ett färdigt förslag.
set-up-routing-done =
    { $count ->
        [one] Alla begäranden om uppringning har en mottagare.
       *[other] Alla begäranden om uppringning har en mottagare. Det finns { $count } rader.
    }
set-up-routing-missing = Välj det team som får begärandena om uppringning och tiden för svar.
set-up-routing-ended = Begäranden om uppringning går till ett team som inte längre används. Välj ett annat team.
set-up-mail-done = E-postservern tar emot våra meddelanden.
set-up-mail-missing = Skicka ett provmeddelande till dig själv, så vet du att begäranden om uppringning meddelas.
set-up-mail-no-server = Ingen e-postserver är inställd, så meddelanden går inte till någon.
set-up-phones-done =
    { $count ->
        [one] En telefonlinje.
       *[other] { $count } telefonlinjer.
    }
set-up-phones-missing = Berätta på teamens sidor vilka nummer arbetsgivarna har fått och när de besvaras.
set-up-import-done = Det finns företag i registret.
set-up-import-missing = Hämta områdets företag ur öppna data, så hittas den som ringer i registret.
set-up-invitations-done =
    { $count ->
        [one] Förutom du är en person med.
       *[other] Förutom du är { $count } personer med.
    }
set-up-invitations-missing = Skicka en inbjudan per e-post till arbetskamraterna.
admin-set-up-text = Vad av ibruktagningen som är gjort och vad som saknas.

# Teams
set-up-teams-lead = En begäran om uppringning går till teamets kö och meddelas till teamets postlåda. Teamen är öppna må–fr kl. 8.00–16.00 tills du ändrar det på teamets egen sida.
set-up-teams-add = Lägg till team
set-up-teams-known = Team nu
set-up-teams-none = Det finns inga team ännu.
set-up-teams-more = Öppna ett team för att lägga till medlemmar och telefonlinjer eller ändra öppettider och postlåda.
set-up-team-number = Team { $number }
set-up-team-name = Namn
set-up-team-mailbox = Postlåda
set-up-team-mine = Jag hör själv till det här teamet
set-up-team-members =
    { $count ->
        [0] inga medlemmar
        [one] 1 medlem
       *[other] { $count } medlemmar
    }
set-up-teams-save = Spara teamen
flash-set-up-teams = Teamen har sparats.
error-set-up-no-team = Skriv namn och postlåda för åtminstone ett team.
error-set-up-team-known = Det finns redan ett team med samma namn. Ge ett annat namn eller töm raden.

# Topics
set-up-topics-lead = Av ämnet ser man med en blick vad arbetsgivaren vill, och enligt det kan en begäran om uppringning styras till rätt team.
set-up-topics-known = Ämnen nu:
set-up-topics-label = Ämnen, ett per rad
set-up-topics-hint = Du kan fritt ändra förslaget. Ämnen kan senare läggas till och tas bort i Administration.
set-up-topics-suggested =
    Rekrytering och lediga arbetsplatser
    Lönesubvention
    Startpeng
    Företagsrådgivning och företagsbesök
    Omställningsskydd
    Läroavtal och läroanstalter
    Annat ärende
set-up-topics-save = Spara ämnena
flash-set-up-topics = Ämnena har sparats.
error-set-up-too-many-topics = Det är för många ämnen. Lämna högst 30: i en lång lista hittar man inte det rätta.

# Routing
set-up-routing-lead = Ett team får alla begäranden om uppringning som inte särskilt styrs någon annanstans. Svarstiden räknas i teamets öppettid.
set-up-routing-team = Vem som får begärandena om uppringning
set-up-routing-more =
    { $count ->
        [0] Senare kan du till exempel styra lönesubventioner till ett annat team:
        [one] Dessutom styr en rad en del av begärandena om uppringning någon annanstans:
       *[other] Dessutom styr { $count } rader en del av begärandena om uppringning någon annanstans:
    }
set-up-routing-no-team = Lägg först till ett team
set-up-routing-no-team-text = Begäranden om uppringning styrs till ett team, och det finns inga team ännu.
error-set-up-routing-changed = En annan administratör hann just ändra styrningen. Kontrollera ditt val och spara igen om du vill att det ska gälla.

# Mail
set-up-mail-lead = Nya och avslutade begäranden om uppringning samt inbjudningar meddelas per e-post. Prova att meddelandena går i väg.
set-up-mail-settings = Inställningar
set-up-mail-server = Server
set-up-mail-server-none = inte inställd
set-up-mail-line = Förbindelse
set-up-mail-protected = krypterad
set-up-mail-unprotected = okrypterad, endast inom samma dator
set-up-mail-sender = Avsändare
set-up-mail-folder = Ingen e-postserver är inställd. Meddelandena stannar i serverns mapp { $folder } och går inte till någon.
set-up-mail-how = Serverns administratör ställer in miljövariabeln SMTP_URL, till exempel smtp://konto:losenord@post.omrade.fi, och avsändarens adress MAIL_FROM. Sedan startas tjänsten om.
set-up-mail-where = Inställningarna finns i serverns miljövariabler SMTP_URL och MAIL_FROM. De läses när tjänsten startar.
set-up-mail-test = Provmeddelande
set-up-mail-test-text = Provmeddelandet går till din egen adress. Här ser du om servern tog emot det.
set-up-mail-works = Servern har tagit emot våra meddelanden.
set-up-mail-send = Skicka ett provmeddelande till mig
set-up-mail-send-again = Skicka ett till provmeddelande
set-up-mail-try-again = Försök igen
set-up-mail-on-its-way = Provmeddelandet är på väg till { $address }. Vänta en stund, sidan uppdateras av sig själv.
set-up-mail-sent = Servern tog emot provmeddelandet till { $address }.
set-up-mail-look = Kontrollera ännu att det kom fram. Om det inte syns, titta också i skräpposten.
set-up-mail-in-folder = Provmeddelandet stannade i serverns mapp { $folder }. Ställ in en e-postserver och skicka provmeddelandet på nytt.
set-up-mail-refused = Provmeddelandet gick inte i väg. Svaret var:
set-up-mail-next = Vi försöker själva igen: { $at }.
set-up-mail-advice-connect = Det går inte att få förbindelse med servern. Kontrollera adress och port i SMTP_URL, och att brandväggen släpper igenom.
set-up-mail-advice-tls = Det går inte att få en krypterad förbindelse. Kontrollera att adressen är den som står i serverns certifikat. En egen utfärdares certifikat anges i SMTP_CA_FILE.
set-up-mail-advice-auth = Servern godkänner inte kontot eller lösenordet. Kontrollera dem i SMTP_URL.
set-up-mail-advice-sender = Servern godkänner inte avsändarens adress. Kontrollera MAIL_FROM, och att kontot får skicka från den adressen.
set-up-mail-advice-recipient = Servern levererar inte till din adress. Kontrollera att din e-postadress är rätt.
set-up-mail-advice-folder = Det går inte att skriva i mappen för meddelanden. Kontrollera MAIL_DIR och mappens rättigheter.
set-up-mail-advice-other = Kontrollera inställningarna och fråga vid behov e-postserverns administratör: serverns svar säger orsaken.
mail-test-subject = Provmeddelande från Kohtaanto
mail-test = E-posten fungerar: det här meddelandet kom fram. Du behöver inte göra någonting.
mail-test-way = Fortsätt ibruktagningen
