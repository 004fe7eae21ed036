# The first administrator's link
set-up-first-title = Set up Kohtaanto
set-up-first-lead = Make the first account. After that you see step by step what setting up takes: about ten minutes, and you can continue later.
set-up-first-area = Name of the employment area
set-up-first-area-hint = For example River Valley Employment Area
set-up-first-name = Your name
set-up-first-email = Your e-mail address
set-up-first-email-hint = You sign in with this address.
set-up-first-language = Language
set-up-first-takes-callbacks = I also take call-backs myself
set-up-first-takes-callbacks-hint = An administrator can log a call-back but not take it. Choose this if you work in employer services yourself.
set-up-first-submit = Make the account and continue
set-up-unnamed-area = Unnamed employment area
set-up-begun-title = Setting up has begun already
set-up-begun = The first account exists, so this link does not work any more. If you made the account, sign in. Otherwise ask the person who made it for an invitation.
set-up-unknown-title = The link does not work
set-up-unknown = Check that the address is complete. The link changes every time the service starts: the latest one is on the server's console.
sign-in-empty = Kohtaanto has not been set up yet, so nobody can sign in yet.
sign-in-empty-how = When the service starts it prints a link on the console, with which the first account is made. Ask the server's administrator for the link.

# The list of steps
set-up-title = Set-up
set-up-lead = Take the steps from top to bottom. Everything is saved at once, so you can stop and continue at any time.
set-up-notice =
    { $count ->
        [one] Set-up is not finished: one step left.
       *[other] Set-up is not finished: { $count } steps left.
    }
set-up-continue = Continue set-up
set-up-progress = { $settled }/{ $all } steps settled
set-up-finished = Kohtaanto is ready for use. Call-backs find their way and mails go out.
set-up-to-work = Go to my day
set-up-do = Do this
set-up-skip = Not needed
set-up-unskip = Needed after all
set-up-skipped = Left out.
set-up-state-done = Done
set-up-state-skipped = Not needed
set-up-state-optional = Optional
set-up-state-next = Next
set-up-state-missing = Missing
set-up-step-area = Employment area and municipalities
set-up-step-teams = Teams
set-up-step-topics = Topics of call-backs
set-up-step-routing = Routing of call-backs
set-up-step-mail = E-mail
set-up-step-phone_lines = Phone lines
set-up-step-import = Company register
set-up-step-invitations = Invite the others
set-up-area-done =
    { $count ->
        [one] The name and one municipality are saved.
       *[other] The name and { $count } municipalities are saved.
    }
set-up-area-unnamed = Give the employment area a name and choose its municipalities.
set-up-area-missing = Choose the municipalities of the employment area. They bring the right companies into the register.
set-up-teams-done =
    { $count ->
        [one] One team, with a mailbox and members.
       *[other] { $count } teams.
    }
set-up-teams-missing = Add the teams that look after employers. One is enough to begin with.
set-up-teams-no-mailbox = Give the team a mailbox for notices of new call-backs.
set-up-teams-no-members = Nobody is in a team yet. Add yourself or invite its members.
set-up-topics-done =
    { $count ->
        [one] One topic.
       *[other] { $count } topics.
    }
set-up-topics-missing = Add the topics that one chooses from when logging a call-back. There is a ready suggestion.
set-up-routing-done =
    { $count ->
        [one] Every call-back has a receiver.
       *[other] Every call-back has a receiver. There are { $count } rows.
    }
set-up-routing-missing = Choose the team that gets call-backs, and the time in which they are answered.
set-up-routing-ended = Call-backs go to a team that is not in use any more. Choose another team.
set-up-mail-done = The mail server takes our mails.
set-up-mail-missing = Send yourself a test mail, so that you know that notices arrive.
set-up-mail-no-server = No mail server is set, so mails reach nobody.
set-up-phones-done =
    { $count ->
        [one] One phone line.
       *[other] { $count } phone lines.
    }
set-up-phones-missing = Tell on the teams' pages which numbers employers have been given and when they are answered.
set-up-import-done = There are companies in the register.
set-up-import-missing = Bring the area's companies from the open data, so that a caller is found in the register.
set-up-invitations-done =
    { $count ->
        [one] Beside you there is one person.
       *[other] Beside you there are { $count } persons.
    }
set-up-invitations-missing = Send your colleagues an invitation by e-mail.
admin-set-up-text = What of the set-up is done and what is missing.

# Teams
set-up-teams-lead = A call-back goes to a team's queue, and a notice goes to the team's mailbox. Teams are open Mon–Fri 8.00–16.00 until you change that on the team's own page.
set-up-teams-add = Add teams
set-up-teams-known = Teams now
set-up-teams-none = There are no teams yet.
set-up-teams-more = Open a team to add members and phone lines or to change its opening hours and mailbox.
set-up-team-number = Team { $number }
set-up-team-name = Name
set-up-team-mailbox = Mailbox
set-up-team-mine = I belong to this team myself
set-up-team-members =
    { $count ->
        [0] no members
        [one] 1 member
       *[other] { $count } members
    }
set-up-teams-save = Save the teams
flash-set-up-teams = The teams are saved.
error-set-up-no-team = Write the name and mailbox of at least one team.
error-set-up-team-known = There is a team with this name already. Give another name or empty the row.

# Topics
set-up-topics-lead = The topic tells at a glance what the employer wants, and by it a call-back can be routed to the right team.
set-up-topics-known = Topics now:
set-up-topics-label = Topics, one a line
set-up-topics-hint = Change the suggestion as you like. Topics can be added and removed later in Administration.
set-up-topics-suggested =
    Recruitment and vacancies
    Pay subsidy
    Start-up grant
    Business advice and visits
    Change security
    Apprenticeship and schools
    Something else
set-up-topics-save = Save the topics
flash-set-up-topics = The topics are saved.
error-set-up-too-many-topics = There are too many topics. Keep 30 at most: nobody finds the right one in a long list.

# Routing
set-up-routing-lead = One team gets every call-back that is not routed elsewhere. The response time is counted in the team's opening hours.
set-up-routing-team = Who gets the call-backs
set-up-routing-more =
    { $count ->
        [0] Later you can, for example, route pay subsidies to another team:
        [one] Beside this one row routes some call-backs elsewhere:
       *[other] Beside this { $count } rows route some call-backs elsewhere:
    }
set-up-routing-no-team = Add a team first
set-up-routing-no-team-text = Call-backs are routed to a team, and there are no teams yet.
error-set-up-routing-changed = Another administrator has just changed the routing. Check your choice and save again if you want it to hold.

# Mail
set-up-mail-lead = New and ended call-backs and invitations are sent by e-mail. Check that mails go out.
set-up-mail-settings = Settings
set-up-mail-server = Server
set-up-mail-server-none = not set
set-up-mail-line = Line
set-up-mail-protected = encrypted
set-up-mail-unprotected = not encrypted, on the same machine only
set-up-mail-sender = Sender
set-up-mail-folder = No mail server is set. Mails stay in the folder { $folder } of the server and reach nobody.
set-up-mail-how = The server's administrator sets the environment variable SMTP_URL, for example smtp://user:password@mail.area.fi, and the sender's address MAIL_FROM. Then the service is started anew.
set-up-mail-where = The settings are in the server's environment variables SMTP_URL and MAIL_FROM. They are read when the service starts.
set-up-mail-test = Test mail
set-up-mail-test-text = The test mail goes to your own address. Here you see whether the server took it.
set-up-mail-works = The server has taken mails of ours.
set-up-mail-send = Send me a test mail
set-up-mail-send-again = Send another test mail
set-up-mail-try-again = Try again
set-up-mail-on-its-way = The test mail is on its way to { $address }. Wait a moment, the page updates by itself.
set-up-mail-sent = The server took the test mail to { $address }.
set-up-mail-look = Check that it has arrived. If you don't see it, look into the junk mail, too.
set-up-mail-in-folder = The test mail stayed in the folder { $folder } of the server. Set a mail server and send the test mail again.
set-up-mail-refused = The test mail did not go. The answer was:
set-up-mail-next = We try again by ourselves: { $at }.
set-up-mail-advice-connect = The server can't be reached. Check address and port in SMTP_URL, and that the firewall lets us through.
set-up-mail-advice-tls = There is no encrypted line to be had. Check that the address is the one in the server's certificate. The certificate of an authority of your own is named in SMTP_CA_FILE.
set-up-mail-advice-auth = The server does not accept the user or the password. Check them in SMTP_URL.
set-up-mail-advice-sender = The server does not accept the sender's address. Check MAIL_FROM, and that the user may send from that address.
set-up-mail-advice-recipient = The server does not deliver to your address. Check that your own e-mail address is right.
set-up-mail-advice-folder = The folder for mails can't be written. Check MAIL_DIR and the folder's rights.
set-up-mail-advice-other = Check the settings and ask the mail server's administrator if need be: the server's answer tells them why.
mail-test-subject = Test mail from Kohtaanto
mail-test = Mail works: this one has arrived. You need not do anything.
mail-test-way = Continue set-up
