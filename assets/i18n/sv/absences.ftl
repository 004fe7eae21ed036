# Who is away. No reason is asked.
absences-title = Frånvaro
absences-lead = Under frånvaron sköter en ersättare jourturerna. Orsaken varken frågas eller sparas.
absence-enter = Anteckna frånvaro
absence-person = Vem är borta
absence-from = Första dagen
absence-until = Sista dagen
absence-replacement = Ersättare
absence-replacement-hint = Ersättaren har jour i de team som hen själv hör till. Utan ersättare får hela teamet veta om begäranden om uppringning.
absence-no-replacement = Ingen ersättare
absence-save = Anteckna frånvaron
absence-confirm = Bekräfta frånvaron
absence-holds = Frånvaron är inte antecknad ännu. Se först vad personen har:
absence-holds-shifts =
    { $count ->
        [one] En jourtur
       *[other] { $count } jourturer
    }
absence-shifts-replaced = Ersättaren sköter.
absence-shifts-open = Blir utan jourhavande.
absence-holds-callbacks =
    { $count ->
        [one] En begäran om uppringning som tagits
       *[other] { $count } begäranden om uppringning som tagits
    }
absence-holds-tasks =
    { $count ->
        [one] En uppgift som förfaller före återkomsten
       *[other] { $count } uppgifter som förfaller före återkomsten
    }
absence-release = Lämna tillbaka tagna begäranden om uppringning till teamets kö nu
absence-hand-over = Ge uppgifterna till ersättaren nu
absences-coming = Antecknad frånvaro
absences-none = Ingen frånvaro är antecknad.
absence-days = Dagar
absence-by = Antecknad av { $name }
absence-remove-confirm = Ska frånvaron tas bort? { $name } är då åter på plats dessa dagar.
flash-absence-saved = Frånvaron är antecknad.
flash-absence-removed = Frånvaron är borttagen.
error-absence-far = Välj en dag som är högst en månad sedan och högst ungefär två år framåt.
error-absence-past = Frånvaron är redan över. Välj en dag som är i dag eller senare.
error-absence-self = Välj någon annan än den frånvarande till ersättare.
error-absence-no-tasks = Uppgifterna kan inte ges till den här ersättaren. Välj en annan ersättare eller låt bli att ge uppgifterna vidare.
error-absence-overlap = Frånvaron { $days } är redan antecknad. Välj andra dagar eller ta bort den först.
error-absence-overlap-title = Frånvaron är redan antecknad
