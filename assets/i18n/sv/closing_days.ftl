# Closing days
closing-title = Stängda dagar
closing-lead = På stängda dagar och helgdagar räknas ingen svarstid.
closing-coming = Kommande stängda dagar
closing-none = Inga kommande stängda dagar är antecknade.
closing-past =
    { $count ->
        [one] En tidigare stängd dag
       *[other] { $count } tidigare stängda dagar
    }
closing-days = Dag
closing-add = Lägg till en stängd dag
closing-name = Namn
closing-name-hint = Till exempel Personaldag. Namnet syns i uträkningen av tidsfristen.
closing-first-day = Dag
closing-last-day = Sista dagen
closing-scope = Vem har stängt
closing-all-teams = Alla team
closing-holidays = Kommande helgdagar och aftnar
closing-kept = Tidsfrister som redan getts ändras inte. En förkortad dag antecknas i teamets ändrade öppettider.
closing-remove-confirm = Ska den stängda dagen { $name } tas bort?
flash-closing-added = Den stängda dagen är tillagd.
flash-closing-removed = Den stängda dagen är borttagen.
error-closing-past = Dagen är redan förbi. Ange en kommande dag.
error-closing-holiday = Det är redan stängt då på grund av en helgdag eller afton. Det behöver inte antecknas.
error-closing-too-long = Högst tre månader i rad kan vara stängda dagar. En längre stängning antecknas i teamets ändrade öppettider.
error-closing-known = Denna stängda dag är redan antecknad.
