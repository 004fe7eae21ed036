sign-in-title = Logga in
sign-in-lead = Kohtaanto är sysselsättningsområdets gemensamma arbetsredskap för arbetsgivarservicen.
sign-in-email = E-postadress
sign-in-password = Lösenord
sign-in-submit = Logga in
error-sign-in = E-postadressen eller lösenordet är fel, eller så är kontot tillfälligt stängt efter många försök. Kontrollera dem eller försök igen om en kvart.
error-sign-in-too-many = Det har kommit för många försök. Vänta en stund och försök igen.
flash-signed-out = Du har loggat ut.
