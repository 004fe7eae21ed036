teams-title = Team
teams-lead = Ett team tar emot begäranden om uppringning. Det har medlemmar, en postlåda och öppettider.
teams-none = Det finns inga team än
teams-none-text = Begäranden om uppringning kan styras först när det finns ett team som tar emot dem.
team-add = Lägg till ett team
team-new-lead = Medlemmar och telefonlinjer läggs till när teamet är sparat.
team-facts = Teamets uppgifter
team-organisation = Organisation
team-name = Teamets namn
team-mailbox = Postlåda
team-mailbox-hint = Till den här adressen meddelas nya begäranden om uppringning, och hit går svaren.
team-language = Språk
team-language-hint = Språket i meddelandena till postlådan.
team-hours-hint = Svarstiden räknas inom dessa tider. Till exempel 9–12, 13–15. Lämna tomt om det är stängt den dagen.
team-by-mail = Teamet arbetar endast per e-post
team-by-mail-hint = För en partners team utan konton. Postlådan får en länk som man svarar med utan att logga in.
team-by-mail-members = Teamet svarar per e-post och behöver inga medlemmar.
team-answers-by-mail = svarar per e-post
error-team-by-mail-host = Sysselsättningsområdets eget team behöver konton: dess begäranden tas i Kohtaanto. Ta bort valet eller välj en partnerorganisation.
team-members = Medlemmar
team-no-members = Inga medlemmar
team-members-none = Teamet har inga medlemmar än. Nya begäranden om uppringning meddelas bara till postlådan.
team-lead = Ledare
team-make-lead = Utse till ledare
team-unmake-lead = Ta bort som ledare
team-remove-member = Ta bort ur teamet
team-remove-member-confirm = Ska { $name } tas bort ur teamet? Teamets begäranden om uppringning som personen tagit återgår till kön och kommande jourturer blir utan jourhavande.
team-add-member = Lägg till en medlem
team-add-member-submit = Lägg till i teamet
team-no-candidates = Organisationen har inga andra personer. Bjud in en ny:
team-end = Avsluta teamet
team-end-text = Ett avslutat team erbjuds inte längre någonstans. Dess gamla anteckningar finns kvar.
team-end-go = Avsluta teamet…
team-end-title = Avsluta teamet: { $team }
team-end-blocked = Teamet kan inte avslutas än: det skulle fortfarande få arbete som ingen sköter.
team-end-rows = Begäranden om uppringning styrs till det här teamet
team-end-rows-change = Byt team på de här styrningsraderna:
team-end-rows-ask = Be sysselsättningsområdets administratör byta team på de här styrningsraderna:
team-end-callbacks =
    { $count ->
        [one] Teamet har en öppen begäran om uppringning
       *[other] Teamet har { $count } öppna begäranden om uppringning
    }
team-end-callbacks-text = En teammedlem eller koordinatorn avslutar dem eller flyttar dem till ett annat team på sidan för begäran.
team-end-stuck-tasks =
    { $count ->
        [one] I teamets kö finns en öppen uppgift
       *[other] I teamets kö finns { $count } öppna uppgifter
    }
team-end-stuck-tasks-text = Organisationen har inget annat team vars kö kunde ta emot dem. En teammedlem eller koordinatorn tar dem själv eller ger dem till en kollega på sidan Uppgifter.
team-end-tasks =
    { $count ->
        [one] Uppgiften i kön flyttas till kön för teamet { $team }.
       *[other] De { $count } uppgifterna i kön flyttas till kön för teamet { $team }.
    }
team-end-consequence =
    { $count ->
        [one] Teamets enda medlem ser inte längre teamets kö. Teamet kan öppnas på nytt senare.
       *[other] Teamets { $count } medlemmar ser inte längre teamets kö. Teamet kan öppnas på nytt senare.
    }
team-end-submit = Avsluta teamet
team-ended = Avslutat { $day }
team-is-ended = Teamet avslutades { $day }. Det erbjuds inte någonstans.
team-reopen = Öppna teamet på nytt
flash-team-added = Teamet är sparat. Lägg sedan till medlemmar.
flash-team-saved = Teamet är sparat.
flash-team-ended = Teamet är avslutat.
flash-team-reopened = Teamet är i bruk igen.
flash-team-member-added = Medlemmen har lagts till.
flash-team-member-changed = Teamets ledare har uppdaterats.
flash-team-member-removed = Personen har tagits bort ur teamet.
error-team-exists = Organisationen har redan ett team med samma namn. Ge ett annat namn.

# Phone lines
phone-lines = Telefonlinjer
phone-lines-none = Teamet har inga telefonlinjer.
phone-line-add = Lägg till en linje
phone-line-edit = Ändra telefonlinjen
phone-line-name = Linjens namn
phone-line-name-hint = Till exempel Telefonservice för arbetsgivare.
phone-line-phone = Telefonnummer
phone-line-remove = Ta bort telefonlinjen
phone-line-remove-text = Linjen och dess öppettider tas bort. Det påverkar inte begäranden om uppringning.
phone-line-remove-confirm = Ska telefonlinjen tas bort?
flash-phone-line-saved = Telefonlinjen är sparad.
flash-phone-line-removed = Telefonlinjen är borttagen.
