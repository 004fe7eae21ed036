sign-in-title = Sign in
sign-in-lead = Kohtaanto is the shared tool of the employment area's employer services.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-submit = Sign in
sign-in-ended = You were signed out. Sign in again and go on where you were. What you wrote is kept.
sign-in-ended-own = The text comes back only when the one who wrote it signs in. Nothing has been sent yet.
error-sign-in = The e-mail address or the password is wrong, or the account is closed for a moment after many attempts. Check them, or try again in a quarter of an hour.
error-sign-in-too-many = There have been too many attempts. Wait a moment and try again.
flash-signed-out = You have signed out.
flash-kept-for-another = The text of the form was someone else's, so it was not brought along.
sign-in-forgotten = Forgot your password?

# Links that are sent by mail
forgotten-title = Forgotten password
forgotten-lead = Enter the e-mail address that you sign in with. We will send it a link to set a new password.
forgotten-submit = Send the link
forgotten-sent-title = Look into your mail
forgotten-sent = If the address has an account, a message will soon arrive. The link in it works for two hours.
forgotten-sent-nothing = No message? Look into the spam folder and check that the address is right. If you have only just been invited, use the link in the invitation or ask the administrator for a new one.
forgotten-again = Ask again
link-to-sign-in = Go to sign-in
link-title-invitation = Welcome to Kohtaanto
link-title-password = New password
link-lead-invitation = { $name }, choose a password. After that you are signed in.
link-lead-password = { $name }, choose a new password. You will be signed out everywhere else.
link-email = You sign in with
link-submit = Save and sign in
password-new = New password
password-hint = At least 12 characters. A few words in a row are good and easy to remember.
password-again = The same password again
error-password-short = The password needs at least { $shortest } characters. Add a word or two.
error-password-simple = The password is too easy to guess: the same characters repeat. Use more different ones.
error-password-own = The password must not contain your name or e-mail address. Choose other words.
error-password-differs = The passwords are not the same. Type both again.
error-password-current = The current password is wrong. If you don’t remember it, sign out and use Forgot your password?
flash-password-set = Your password is saved, and you are signed in.
link-unknown-title = Unknown link
link-unknown-text = The address may have been cut off. Open the link from the message itself, or copy all of it.
link-used-title = The link has been used already
link-used-text = A password has been set with this link. Sign in with it. If you don’t remember it, ask for a new link.
link-expired-title = The link has expired
link-expired-text = For safety the link works for two hours only. Ask for a new one: it comes by mail.
link-expired-invitation = An invitation is valid for seven days. Ask the person who invited you, or the administrator, for a new one.
link-withdrawn-title = The link is no longer valid
link-withdrawn-text = A newer link has been sent to you, or your password has been changed already. Open the newest message, or sign in.
link-other-person-title = Someone else is signed in
link-other-person-text = In this browser { $viewer } is signed in, but the link is for someone else. Sign out first, then open the link again. The link still works.
link-closed-title = The account is closed
link-closed-text = This link doesn’t let you in, since the account is closed. If that is a mistake, contact your organisation’s administrator.
link-ended-title = The organisation’s access has ended
link-ended-text = Your organisation no longer uses Kohtaanto. If that is a mistake, contact the employment area.

# People
staff-lead = Who can get in, with which rights and in which teams.
staff-name = Name
staff-email = E-mail address
staff-email-hint = The person’s own work address: it is used to sign in, and the invitation goes there.
staff-language = Language
staff-organisation = Organisation
staff-roles = Rights
staff-teams = Teams
staff-teams-hint = Members see the team’s call-backs and can be on duty.
staff-leads = Leads
staff-leads-lower = leads
staff-no-teams = No teams
staff-state = Account
staff-state-label = State
staff-state-invited = Invited
staff-state-active = In use
staff-state-closed = Closed
staff-search = Search by name or address
staff-search-submit = Search
staff-none = Nobody was found
staff-none-text = Check the search, or see the whole list.
staff-show-all = Show everybody
staff-invite = Invite a person
staff-invite-lead = The person gets a link by mail and chooses a password. The link works for seven days.
staff-invite-submit = Send the invitation
staff-choose-organisation = Change organisation
staff-existing = { $email } has an account already. You can give it a membership: { $organisation }. Its name and language stay as they are.
staff-add-existing = Add the membership
staff-cancel = Cancel
staff-save = Save
staff-edit = Change details
staff-edit-title = Details of the person
staff-edit-rights = Change rights and teams
staff-rights-title = Rights and teams
staff-ends = Access ends
staff-add-membership = Add a membership
staff-end-membership = End the membership
staff-end-membership-confirm = End the membership: { $name }, { $organisation }? The person’s open call-backs and tasks there go back to the queue. Companies that the person is in charge of there are left with nobody in charge.
staff-no-membership = No memberships
staff-no-membership-text = The person can’t get in before belonging to an organisation.
staff-elsewhere = The person also belongs to another organisation. The employment area’s administrator therefore looks after name, address and account. You can change the membership in your own organisation.
staff-closed-by-host = The employment area has closed the account. Only the employment area’s administrator can open it again.
staff-new-address-hint = If you change the address, the person is signed out and chooses a new password. An invitation goes to the new address.
staff-invited-until = Invitation valid until
staff-invitation-over = Expired
staff-invite-again = Send the invitation again
staff-send-password-link = Send a link for a new password
staff-close = Close the account
staff-close-title = Close the account: { $name }?
staff-close-text = The person is signed out everywhere at once. What they have logged stays. The account can be opened again later.
staff-close-callbacks =
    { $count ->
        [0] The person holds no open call-backs.
        [one] One open call-back goes back to the queue, and the team is told.
       *[other] { $count } open call-backs go back to the queue, and the teams are told.
    }
staff-close-tasks =
    { $count ->
        [0] The person has no open tasks.
        [one] One open task goes back to a team's queue.
       *[other] { $count } open tasks go back to the teams' queues.
    }
staff-close-companies =
    { $count ->
        [0] The person is in charge of no company.
        [one] One company is left with nobody in charge.
       *[other] { $count } companies are left with nobody in charge.
    }
staff-reopen = Open the account again
flash-account-closed = The account is closed.
flash-account-opened = The account is open again.
flash-invited = The invitation has been sent.
flash-link-just-sent = A link has just been sent, so no new one was. If the message doesn’t arrive, try again in five minutes.
flash-password-link-sent = A link for a new password has been sent.
flash-member-saved = The details are saved.
flash-rights-saved = Rights and teams are saved. They hold at once.
flash-membership-added = The membership is added.
flash-membership-ended = The membership has ended.
error-roles = Choose at least one right.
error-own-administrator = You can’t take away your own right to administer. Ask another administrator to do it.
error-email-member = The person belongs to this organisation already. Find them in the list.
error-email-closed = The address has a closed account. The employment area’s administrator can open it on the person’s page.
error-email-taken = Another account has this address already. Check the address.
error-own-account-title = You can’t close your own account
error-own-account = Ask another administrator to close your account.
error-own-membership-title = You can’t end your own membership
error-own-membership = Ask another administrator to end your membership.
error-last-administrator-title = The last administrator can’t be removed
error-last-administrator = The employment area needs an administrator. Give the right to another person first.
error-has-membership-title = The person belongs to the organisation already
error-has-membership = Open the person’s page and change rights and teams there.
error-no-membership-title = The person has no membership
error-no-membership = Give the person a membership in an organisation first, then send the link.
error-account-closed-title = The account is closed
error-account-closed = Open the account again first, then send the link.

# Own settings
settings-title = My settings
settings-language-mails = Language and mails
settings-language = The language you use Kohtaanto in
settings-mails = What I get mail about
settings-mails-hint = While you are on duty you are always told of your team’s call-backs. The team’s shared mailbox is told every time.
settings-mail-callback-arrived = My team gets a call-back, and nobody is on duty
settings-mail-callback-reopened = A call-back of my team is opened again, and nobody is on duty
settings-mail-callback-closed = A call-back that I logged or added to ends
settings-mail-task-due = A task of mine falls due, or a reminder that was asked for
settings-mail-duty-swapped = A duty shift of mine is swapped
settings-time = Absences and calendar
settings-absences-text = Enter when you are away and who is on duty in your place.
settings-calendar-text = Tasks, call-backs and duty shifts in your own calendar program.
settings-password = Change of password
settings-password-current = Current password
settings-password-submit = Change the password
settings-sessions = Open sessions
settings-sessions-text =
    { $count ->
        [one] You are signed in with this browser only.
       *[other] You are signed in with { $count } browsers, this one included. If one of them isn’t yours, sign out everywhere else and change the password.
    }
settings-sessions-end = Sign out everywhere else
flash-settings-saved = The settings are saved.
flash-password-changed = The password is changed. You were signed out everywhere else.
flash-sessions-ended = You are signed out everywhere else.
flash-organisation-switched = You act for another organisation now.
error-organisation-gone-title = You can’t act for this organisation any more
error-organisation-gone = Your membership or the organisation’s access has ended. Go back to the home page.

# What a right allows
role-about-administrator = Invites people and looks after the settings.
role-about-coordinator = Sees all call-backs and directs them to the teams.
role-about-employer_team = Handles call-backs, companies and contacts.
role-about-case_handler = Handles pay-subsidy and start-up-grant cases.
role-about-case_lead = Is in charge of the cases and can reopen them.
role-about-staff = Logs call-backs and reads the company register.
role-about-partner = Logs contacts and handles the own organisation’s call-backs. Doesn’t see cases.
role-about-reader = Reads the company register and changes nothing.
role-about-log_reader = Checks who has seen and changed data.
role-administrator = administrator
role-coordinator = coordinator
role-employer_team = employer services
role-case_handler = case handler
role-case_lead = case lead
role-staff = staff
role-partner = partner
role-reader = reader
role-log_reader = log reader
