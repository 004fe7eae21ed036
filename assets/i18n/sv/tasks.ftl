task = Uppgift
task-title = Vad ska göras
task-due-on = Senast
task-company = Företag
task-company-hint = Skriv början av namnet eller FO-numret.
task-callback = Begäran om uppringning
task-about = Gäller
task-holder = Hos vem
task-holder-hint = Om du ger uppgiften till någon annan får hen ett meddelande.
task-holder-me = Jag ({ $name })
task-holder-queue = { $name }, teamets kö
task-in-queue = I kö
task-state = Läge
task-done = Klar
task-overdue = Försenad
task-today = I dag
task-complete = Klar
task-claim = Ta den själv
task-reopen = Öppna igen
task-undo = Ångra
task-marked-done = Uppgiften är markerad som klar: { $title }

# Lists
task-views = Uppgiftslistor
task-view-own = Mina
task-view-team = Teamets
task-view-done = Klara
task-list-title-own = Mina uppgifter
task-list-title-team = Teamets uppgifter
task-list-title-done = Klara uppgifter
task-list-lead-own = Vad du har lovat göra och när.
task-list-lead-team = Vad dina teamkamrater har lovat och vad som väntar på någon.
task-list-lead-done = Vad du har fått klart, det senaste först.
task-group-overdue = Försenade
task-group-today = I dag
task-group-week = Den här veckan
task-group-later = Senare
task-who = Vems uppgifter
task-who-all = Allas
task-who-show = Visa
task-none-open = Inga öppna uppgifter
task-none-open-hint = En uppgift skapas när du antecknar en kontakt, avslutar en begäran om uppringning eller gör den här.
task-none-team = Inga öppna uppgifter
task-none-team-hint = Här ser du teamkamraternas uppgifter och dem som väntar i teamets kö.
task-no-team = Du hör inte till något team
task-no-team-hint = Be administratören lägga till dig i ett team. Då ser du här också kollegornas uppgifter.
task-none-done = Inga klara uppgifter ännu
task-none-done-hint = När du markerar en uppgift som klar flyttas den hit.
task-count =
    { $count ->
        [one] 1 uppgift
       *[other] { $count } uppgifter
    }

# A new task
task-new = Ny uppgift
task-new-lead = Ett löfte med datum: vad som ska göras, för vilket företag och när.
task-add = Spara uppgiften
task-when-today = I dag
task-when-tomorrow = I morgon
task-when-week = Om en vecka
task-when-month = Om en månad
task-when-other = En annan dag
task-weekend = veckoslut
task-other-day = Vilken dag

# One task
task-message-from = { $name } skrev om uppgiften:
task-somebody-was-quicker = Någon hann före. Nedan ser du hur det står till med uppgiften nu.
task-move-title = Flytta till en annan dag
task-move-note = Varför du flyttar
task-move-day = Nytt datum
task-move = Flytta
task-move-to = Flytta: { $day }
task-hand-over-title = Ge till någon annan
task-hand-over-to = Till vem
task-hand-over-note = Meddelande till mottagaren
task-hand-over-note-hint = Mottagaren ser meddelandet på uppgiftens sida.
task-hand-over = Ge uppgiften
task-rename-title = Ändra texten
task-rename = Spara texten
task-history = Skeden
task-made = Uppgiften skapades
task-event-done = Markerades som klar
task-event-reopened = Öppnades igen
task-event-moved = Flyttades: { $from } → { $to }
task-event-handed_over = Gavs: { $from } → { $to }
task-event-taken = Togs: { $from } → { $to }
task-event-returned = Återgick till teamets kö ({ $to }): { $from } sköter den inte längre
task-event-team_ended = Flyttades till teamets kö ({ $to }) eftersom teamet avslutades: { $from }
task-event-renamed = Texten ändrades
task-event-former-title = Tidigare text: { $title }

# Reminders
task-remind = Påminn
task-reminder = Påminnelse
task-reminded-at = Påminns { $at }
task-snooze-title = Påminn om uppgiften
task-snooze-day = Dag för påminnelsen
task-snooze-time = Klockslag
task-snooze = Ställ in påminnelsen
task-snooze-later = I dag kl. { $time }
task-snooze-next_day = Nästa arbetsdag, { $day } kl. { $time }
task-snooze-next_week = Nästa vecka, { $day } kl. { $time }
task-snooze-other = Annan tid
task-unsnooze = Ta bort påminnelsen

# Several at once
task-choose = Välj: { $title }
task-several = Flera uppgifter på en gång
task-several-hint = Kryssa för uppgifterna i listan.
task-choose-all = Välj alla på denna sida
task-choose-none = Ta bort valen
task-all-chosen = Alla uppgifter på sidan är valda.
task-several-move = Flytta de valda
task-several-give = Ge de valda
task-batch-title = Vad som gjordes med uppgifterna
task-batch-changed =
    { $count ->
        [one] 1 uppgift ändrades.
       *[other] { $count } uppgifter ändrades.
    }
task-batch-unchanged = Ingen uppgift ändrades.
task-batch-undo = Ångra allt
task-became = Vad hände
task-became-moved = Flyttades
task-became-given = Gavs vidare
task-became-same = Var så redan
task-became-done = Var redan klar
task-became-elsewhere = Inte ändrad: någon annan har den redan
task-became-out_of_reach = Ändrades inte: någon vars uppgifter du inte sköter har den
task-became-undone = Återställdes
task-became-kept = Återställdes inte, eftersom uppgiften har ändrats efteråt

flash-task-added = Uppgiften är sparad.
flash-task-added-closed = Uppgiften är sparad. Observera att datumet infaller på ett veckoslut eller en helgdag.
flash-task-reopened = Uppgiften är öppen igen.
flash-task-taken = Uppgiften är nu hos dig.
flash-task-moved = Uppgiften har ett nytt datum.
flash-task-moved-closed = Uppgiften har ett nytt datum. Observera att det infaller på ett veckoslut eller en helgdag.
flash-task-handed-over = Uppgiften är given vidare.
flash-task-renamed = Texten är ändrad.
error-task-title = Skriv en rubrik för uppgiften eller ta bort dess datum.
error-task-date = Ge uppgiften ett datum eller ta bort dess rubrik.
error-task-day = Välj en dag.
error-task-past = Datumet har redan passerat. Välj i dag eller en senare dag.
error-task-company = Välj företaget i listan eller skriv dess FO-nummer.
error-task-done = Uppgiften är redan klar. Öppna den först igen.
error-task-elsewhere = Uppgiften har redan gått till någon annan. Se hos vem den är nu och försök igen.
error-task-same-holder = Uppgiften är redan där. Välj någon annan.
flash-task-snoozed = Påminnelsen är inställd. Datumet ändrades inte.
flash-task-unsnoozed = Påminnelsen är borttagen.
flash-tasks-undone = Ändringarna är ångrade.
error-task-none-chosen = Kryssa för minst en uppgift.
error-task-snooze-past = Den tiden har redan gått. Välj en senare.
