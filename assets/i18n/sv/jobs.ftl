jobs-title = Bakgrundsjobb
jobs-lead = Arbete som tjänsten gör av sig själv. Om något misslyckas visas orsaken här och arbetet försöks igen.
jobs-job = Jobb
jobs-state = Läge
jobs-succeeded = Lyckades senast
jobs-next = Nästa gång
jobs-run = Gör nu
jobs-fine = I sin ordning
jobs-late = Försenat
jobs-never = Inte gjort ännu
jobs-failing = { $count ->
    [one] Misslyckades
   *[other] Misslyckades { $count } gånger i rad
}
jobs-done = { $count ->
    [0] inget att göra
    [one] 1 gjort
   *[other] { $count } gjorda
}
job-password-requests = Skicka länkar till dem som har glömt sitt lösenord
job-old-password-requests = Ta bort gamla lösenordsbegäranden
job-expired-mails = Avbryt e-post vars länk har gått ut
job-leavers-mails = Håll kvar e-post till personer vars åtkomst har upphört
job-ladder = För vidare begäranden om uppringning som ingen har tagit
job-missing-reminders = Lägg till påminnelser som saknas
job-reminders = Skicka påminnelser
job-duplicates = Sök dubbletter
job-old-merges = Ta bort uppgifterna för att ångra sammanslagningar äldre än 30 dagar
job-register-refresh = Uppdatera företagsregistret ur öppna data, om det är schemalagt
job-old-register-changes = Ta bort ändringsrapporter som är 90 dagar gamla
job-old-transfers = Ta bort gamla importfiler
flash-job-ran = Jobbet är gjort.
flash-job-runs-already = Jobbet pågår just nu. Titta igen om en stund.
flash-job-failed = Jobbet misslyckades. Orsaken syns i listan.
