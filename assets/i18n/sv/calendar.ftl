# Holidays and the eves on which offices are closed
holiday-new_year = Nyårsdagen
holiday-epiphany = Trettondagen
holiday-good_friday = Långfredagen
holiday-easter = Påskdagen
holiday-easter_monday = Annandag påsk
holiday-may_day = Första maj
holiday-ascension = Kristi himmelsfärdsdag
holiday-whit_sunday = Pingstdagen
holiday-midsummer_eve = Midsommarafton
holiday-midsummer = Midsommardagen
holiday-all_saints = Alla helgons dag
holiday-independence = Självständighetsdagen
holiday-christmas_eve = Julafton
holiday-christmas = Juldagen
holiday-st_stephen = Annandag jul
