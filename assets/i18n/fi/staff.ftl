sign-in-title = Kirjaudu sisään
sign-in-lead = Kohtaanto on työllisyysalueen työnantajapalvelujen yhteinen työväline.
sign-in-email = Sähköpostiosoite
sign-in-password = Salasana
sign-in-submit = Kirjaudu sisään
error-sign-in = Sähköpostiosoite tai salasana on väärin, tai tunnus on hetkeksi suljettu monen yrityksen takia. Tarkista ne tai yritä vartin kuluttua uudelleen.
error-sign-in-too-many = Yrityksiä on tullut liian monta. Odota hetki ja yritä uudelleen.
flash-signed-out = Olet kirjautunut ulos.
