# Duty
duty-title = Jour: { $team }
duty-lead = Den som har jour får genast veta om nya uppringningsbegäranden. Om ingen har jour underrättas hela teamet.
duty-team = Team
duty-show = Visa
duty-today = I dag har { $name } jour.
duty-today-nobody = Ingen har jour i dag. Hela teamet underrättas om nya uppringningsbegäranden.
duty-no-members = Teamet har inga medlemmar, så ingen kan väljas till jouren.
duty-no-team = Det finns inga team än
duty-no-team-text = Jouren kan planeras när organisationen har ett team.
duty-previous = Föregående vecka
duty-next = Nästa vecka
duty-week = Vecka { $week }, { $days }
duty-gaps =
    { $count ->
        [one] En dag utan jour
       *[other] { $count } dagar utan jour
    }
duty-day = Dag
duty-is-today = I dag
duty-person = Jourhavande
duty-person-on = Jourhavande { $day }
duty-nobody = Ingen jourhavande
duty-nobody-was = Ingen jourhavande
duty-save = Spara
flash-duty-saved = Jourturerna är sparade.
error-duty-past-title = Dagen är redan förbi
error-duty-past = Jouren för en dag som är förbi kan inte ändras. Öppna joursidan på nytt.
error-duty-member-title = Personen hör inte längre till teamet
error-duty-member = Den valda personen är inte längre medlem i teamet. Öppna joursidan på nytt och välj någon annan. Ingenting sparades.

# Administration
admin-lead = Gemensamma inställningar. De gäller alla organisationer.
admin-page = Sida
admin-about = Vad som finns där
admin-routing-text = Vilket team får en uppringningsbegäran och hur snabbt den besvaras.
admin-duty-text = Vem i varje team som har jour vilken dag.
admin-staff = Personer och konton
admin-staff-text = Vilka som använder tjänsten och med vilka rättigheter. Här stängs kontot för den som slutat.
admin-mails = E-post
admin-mails-text = E-postmeddelanden som väntar, har skickats eller misslyckats.
