# Holidays and the eves on which offices are closed
holiday-new_year = Uudenvuodenpäivä
holiday-epiphany = Loppiainen
holiday-good_friday = Pitkäperjantai
holiday-easter = Pääsiäispäivä
holiday-easter_monday = 2. pääsiäispäivä
holiday-may_day = Vappu
holiday-ascension = Helatorstai
holiday-whit_sunday = Helluntaipäivä
holiday-midsummer_eve = Juhannusaatto
holiday-midsummer = Juhannuspäivä
holiday-all_saints = Pyhäinpäivä
holiday-independence = Itsenäisyyspäivä
holiday-christmas_eve = Jouluaatto
holiday-christmas = Joulupäivä
holiday-st_stephen = Tapaninpäivä
