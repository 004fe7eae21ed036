# Hours that hold for a time
seasons = Ändrade öppettider
seasons-none = De vanliga öppettiderna gäller tills vidare.
seasons-past =
    { $count ->
        [one] En avslutad
       *[other] { $count } avslutade
    }
season-now = Gäller nu
season-from = Från { $day }
season-add-short = Lägg till
season-add = Lägg till ändrade öppettider
season-edit = Ändrade öppettider
season-lead = Sommartider, en förkortad dag eller nya tider från en viss dag. Om två gäller samtidigt avgör den som började senare. På helgdagar är det alltid stängt.
season-first-day = Första dagen
season-last-day = Sista dagen
season-last-day-hint = I formen d.m.åååå. Tomt: gäller tills vidare.
season-closed = Stängt hela tiden
season-closed-hint = Tiderna nedan har då ingen betydelse.
season-remove = Ta bort dessa tider
season-remove-text = De vanliga öppettiderna gäller i stället. Tidsfrister som redan getts ändras inte.
season-remove-confirm = Ska dessa öppettider tas bort?
flash-season-saved = Öppettiderna är sparade. Tidsfrister som redan getts ändrades inte.
flash-season-removed = Öppettiderna är borttagna.
error-season-known = Från denna dag börjar redan andra tider. Ändra dem eller byt dag.
error-season-no-hours = Ange öppettid för minst en dag eller välj Stängt hela tiden.
error-season-closed-for-good = Ange en sista dag: svarstiderna måste fortsätta någon gång. Om teamets arbete upphör helt, avsluta teamet.
error-season-closed-too-long = Ett team kan vara stängt högst ett år åt gången. Ange en tidigare sista dag eller ange öppettider. Om teamets arbete upphör helt, avsluta teamet.
