task = Uppgift
task-title = Vad ska göras
task-due-on = Senast
task-company = Företag
task-callback = Begäran om uppringning
task-owner = Ansvarig
task-overdue = Försenad
task-today = I dag
task-complete = Klar
task-reopen = Öppna igen
task-undo = Ångra
task-marked-done = Uppgiften är markerad som klar: { $title }
task-list-title = Mina uppgifter
task-list-title-done = Klara uppgifter
task-list-lead = Vad du har lovat göra och när.
task-show-open = Visa öppna
task-show-done = Visa klara
task-none-open = Inga öppna uppgifter
task-none-open-hint = En ny uppgift skapas när du antecknar en kontakt och dess nästa uppgift.
task-none-done = Inga klara uppgifter ännu
task-to-companies = Till företagen
task-count =
    { $count ->
        [one] 1 uppgift
       *[other] { $count } uppgifter
    }
flash-task-reopened = Uppgiften är öppen igen.
error-task-title = Skriv en rubrik för uppgiften eller ta bort dess datum.
error-task-date = Ge uppgiften ett datum eller ta bort dess rubrik.
error-task-past = Datumet har redan passerat. Välj i dag eller en senare dag.
