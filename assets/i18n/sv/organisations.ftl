# Duty
duty-title = Jour: { $team }
duty-lead = Den som har jour får genast veta om nya begäranden om uppringning. Om ingen har jour underrättas hela teamet.
duty-team = Team
duty-show = Visa
duty-no-members = Teamet har inga medlemmar, så ingen kan väljas till jouren.
duty-no-team = Det finns inga team än
duty-no-team-text = Jouren kan planeras när organisationen har ett team.
duty-previous = Föregående vecka
duty-next = Nästa vecka
duty-week = Vecka { $week }, { $days }
duty-gaps =
    { $count ->
        [one] En dag utan jourhavande
       *[other] { $count } dagar utan jourhavande
    }
duty-is-today = I dag
duty-person-on = Jourhavande { $day }
duty-nobody = Ingen jourhavande
duty-save = Spara
duty-weeks = Veckor
duty-weeks-near = Veckorna intill
duty-week-tab = Vecka { $week }{ $gaps ->
        [0] {""}
       *[other] {" "}· { $gaps } utan jour
    }
duty-closed = Stängt
duty-gap = Utan jourhavande
duty-away-choice = { $name } (borta)
duty-away-for = { $name } (borta) → { $to }
duty-away-nobody = { $name } är borta, ingen ersättare
duty-is-proposed = Förslag
duty-proposed =
    { $count ->
        [0] Ingen kan föreslås för de tomma dagarna. Välj de jourhavande själv.
        [one] En dag är ifylld med ett förslag. Det är inte sparat ännu. Kontrollera och spara.
       *[other] { $count } dagar är ifyllda med förslag. De är inte sparade ännu. Kontrollera och spara.
    }
duty-proposed-drop = Förkasta förslaget
duty-fill-copy = Fyll i som föregående vecka
duty-fill-turn = Fyll i turvis
duty-swap = Byt tur
duty-swaps = Bytta turer
duty-no-swaps = Inga turer har bytts.
duty-swap-given = { $day }: { $from } → { $to }
duty-swap-exchanged = { $day }: { $from } → { $to }, och { $other }: { $to } → { $from }
duty-open-until = öppet till kl. { $time }
duty-opens-today = öppnar kl. { $time }
duty-opens = öppnar { $day } kl. { $time }
flash-duty-saved = Jourturerna är sparade.
error-duty-past-title = Dagen är redan förbi
error-duty-past = Jouren för en dag som är förbi kan inte ändras. Öppna joursidan på nytt.
error-duty-member-title = Personen hör inte längre till teamet
error-duty-member = Den valda personen är inte längre medlem i teamet. Öppna joursidan på nytt och välj någon annan. Ingenting sparades.

# Administration
admin-lead = Gemensamma inställningar. De gäller alla organisationer.
admin-own-lead = Personerna och teamen i din egen organisation.
admin-people = De som arbetar här
admin-service = Tjänsten
admin-teams-text = Teamens medlemmar, postlådor, öppettider och telefonlinjer.
admin-organisations-text = Sysselsättningsområdets kommuner, partner och tidsbegränsade projekt.
admin-topics-text = Om vilka ärenden begäranden om uppringning och kontakter registreras.
admin-needs-text = Vad arbetsgivare tillfrågas om sina behov.
admin-save = Spara
admin-routing-text = Vilket team får en begäran om uppringning och hur snabbt den besvaras.
admin-duty-text = Vem i varje team som har jour vilken dag.
admin-staff = Personer och konton
admin-staff-text = Vilka som använder tjänsten och med vilka rättigheter. Här stängs kontot för den som slutat.
admin-mails = E-post
admin-mails-text = E-postmeddelanden som väntar, har skickats eller misslyckats.
admin-closing-text = Dagar då alla team eller ett team har stängt. Helgdagarna finns färdigt i kalendern.
admin-settings-text = Gränser för påminnelser, sändningstid för meddelanden och betalningsdagar.
admin-jobs-text = Vad tjänsten gör av sig själv och om det lyckades.

# The list of organisations and the form of one
organisations-title = Organisationer
organisations-lead = Sysselsättningsområdet, dess partner och tidsbegränsade projekt. Alla ser samma företagsregister.
organisation-add = Lägg till en organisation
organisation-new-lead = En partner eller ett projekt vars personer använder samma register. Lägg sedan till ett team och bjud in personerna.
organisation-name = Namn
organisation-host = Sysselsättningsområde
organisation-access = Användning
organisation-lasting = Tills vidare
organisation-until = Till { $day }
organisation-over = Avslutad
organisation-people = Personer
organisation-people-count =
    { $count ->
        [one] En person med konto.
       *[other] { $count } personer med konto.
    }
organisation-teams = Team
organisation-no-teams = Det finns inga team än. Begäranden om uppringning styrs till team.
organisation-stray-rows =
    { $count ->
        [one] En styrningsrad leder begäranden om uppringning hit. Byt team på raden.
       *[other] { $count } styrningsrader leder begäranden om uppringning hit. Byt team på raderna.
    }
organisation-ends-on = Sista användningsdag
organisation-ends-on-hint = I formen d.m.åååå. Användningen upphör efter den här dagen. Kontakterna som registrerats finns kvar. Lämna tomt om det inte finns något slut.
organisation-municipalities = Områdets kommuner
organisation-municipalities-hint = Kommunens namn eller nummer. Skriv flera kommuner med komma emellan, till exempel Salo, Somero.
organisation-end-title = Dagen är redan förbi: användningen upphör genast
organisation-end-people =
    { $count ->
        [one] En person kan inte längre arbeta för den här organisationen.
       *[other] { $count } personer kan inte längre arbeta för den här organisationen.
    }
organisation-end-signed-in =
    { $count ->
        [one] En av dem är inloggad just nu.
       *[other] { $count } av dem är inloggade just nu.
    }
organisation-end-callbacks =
    { $count ->
        [one] Dess team har en öppen begäran om uppringning. Koordinatorn kan flytta den till ett annat team.
       *[other] Dess team har { $count } öppna begäranden om uppringning. Koordinatorn kan flytta dem till ett annat team.
    }
organisation-end-rows =
    { $count ->
        [one] En styrningsrad leder begäranden om uppringning till dess team. Byt team på raden, för rader till en avslutad organisation förbigås.
       *[other] { $count } styrningsrader leder begäranden om uppringning till dess team. Byt team på raderna, för rader till en avslutad organisation förbigås.
    }
organisation-to-routing = Till styrningen av begäranden om uppringning
organisation-end-kept = Kontakterna och kontaktpersonerna som den registrerat finns kvar.
organisation-end-now = Avsluta användningen genast
flash-organisation-added = Organisationen har lagts till. Lägg sedan till ett team.
flash-organisation-saved = Organisationen är sparad.
error-organisation-exists = Det finns redan en organisation med samma namn. Ge ett annat namn.
error-municipality-unknown = De här kommunerna finns inte: { $names }. Kontrollera namnet eller ta bort det.

# Opening hours
hours = Öppettider
hours-hint = Till exempel 9–12, 13–15. Lämna tomt om det är stängt den dagen.
hours-closed = Stängt
hours-copy = Kopiera måndagens tider må–fr
weekday-monday = Måndag
weekday-tuesday = Tisdag
weekday-wednesday = Onsdag
weekday-thursday = Torsdag
weekday-friday = Fredag
weekday-saturday = Lördag
weekday-sunday = Söndag
error-hours-shape = Skriv tiderna i formen 9–12, 13–15. Lämna tomt om det är stängt.
error-hours-order = Stängningstiden måste vara efter öppningstiden, till exempel 9–15.
error-hours-overlap = Tiderna överlappar. Skriv dem var för sig, till exempel 9–12, 13–15.
error-last-before-first = Sista dagen måste vara samma som den första eller senare.
error-hours-none = Ange öppettid för minst en dag: svarstiden räknas från den.
sharing-title = Anteckningarnas synlighet
sharing-lead = Skribenten väljer varje gång om anteckningen syns för alla. Här väljer du vad som är förvalt i blanketten.
sharing-own = Anteckningarna är som förval bara för den egna organisationen
sharing-own-hint = Utan kryss syns de som förval för alla. Redan skrivna anteckningar ändras inte.
admin-sharing-text = Om din organisations anteckningar som förval syns för alla.
flash-sharing-saved = Valet är sparat.
