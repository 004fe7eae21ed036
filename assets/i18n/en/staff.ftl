sign-in-title = Sign in
sign-in-lead = Kohtaanto is the shared tool of the employment area's employer services.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-submit = Sign in
sign-in-ended = The session has ended. Sign in and go on where you were. What you wrote is kept.
sign-in-ended-own = The text comes back only when the one who wrote it signs in. Nothing has been sent yet.
error-sign-in = The e-mail address or the password is wrong, or the account is closed for a moment after many attempts. Check them, or try again in a quarter of an hour.
error-sign-in-too-many = There have been too many attempts. Wait a moment and try again.
flash-signed-out = You have signed out.
flash-kept-for-another = The text of the form was someone else's, so it was not brought along.

# The list of accounts
staff-lead = New accounts are made by whoever runs the service, with the command staff add. When an account is closed, the person can't get in any more and their open call-backs go back to the queue.
staff-name = Name
staff-organisation = Organisation
staff-roles = Rights
staff-state = Account
staff-active = In use
staff-closed = Closed
staff-close = Close the account
staff-close-confirm = Close the account: { $name }? The person is signed out everywhere at once.
flash-account-closed = The account is closed.
error-own-account-title = You can't close your own account
error-own-account = Ask another administrator to close your account.

role-administrator = administrator
role-coordinator = coordinator
role-employer_team = employer services
role-case_handler = case handler
role-case_lead = case lead
role-staff = staff
role-partner = partner
role-reader = reader
role-log_reader = log reader
