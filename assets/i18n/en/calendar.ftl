# Holidays and the eves on which offices are closed
holiday-new_year = New Year’s Day
holiday-epiphany = Epiphany
holiday-good_friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter_monday = Easter Monday
holiday-may_day = May Day
holiday-ascension = Ascension Day
holiday-whit_sunday = Whit Sunday
holiday-midsummer_eve = Midsummer Eve
holiday-midsummer = Midsummer Day
holiday-all_saints = All Saints’ Day
holiday-independence = Independence Day
holiday-christmas_eve = Christmas Eve
holiday-christmas = Christmas Day
holiday-st_stephen = St Stephen’s Day
