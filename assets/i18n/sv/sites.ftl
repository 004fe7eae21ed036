sites-title = Arbetsställen
sites-none = Inga arbetsställen har antecknats.
sites-former =
    { $count ->
        [one] 1 tidigare arbetsställe
       *[other] { $count } tidigare arbetsställen
    }
site-new = Lägg till ett arbetsställe
site-edit = Ändra
site-edit-title = Redigera arbetsstället
site-name = Arbetsställets namn
site-name-hint = Till exempel fabriken i Halikko eller butiken i Somero
site-municipality-hint = Företaget hittas i förteckningen också med den här kommunen.
site-save = Spara
site-ended = Upphörde { $day }
site-end-title = Finns arbetsstället inte längre?
site-end-text = Ett arbetsställe som upphört flyttas till företagets tidigare arbetsställen. Det kan återställas.
site-end = Markera som upphört
site-reopen = Återställ
site-of-person = Arbetsställe
site-of-person-none = Inget visst arbetsställe
flash-site-added = Arbetsstället har lagts till.
flash-site-saved = Arbetsställets uppgifter har sparats.
flash-site-ended = Arbetsstället har markerats som upphört. Det kan återställas bland de tidigare arbetsställena.
flash-site-reopened = Arbetsstället har återställts.
