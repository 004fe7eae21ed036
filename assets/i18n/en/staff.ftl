sign-in-title = Sign in
sign-in-lead = Kohtaanto is the shared tool of the employment area's employer services.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-submit = Sign in
error-sign-in = The e-mail address or the password is wrong, or the account is closed for a moment after many attempts. Check them, or try again in a quarter of an hour.
error-sign-in-too-many = There have been too many attempts. Wait a moment and try again.
flash-signed-out = You have signed out.
