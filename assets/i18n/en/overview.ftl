overview-callback = Call-back
overview-callback-with = With
overview-callback-due = Due
overview-in-queue = In the queue: { $team }
overview-urgent = Urgent
overview-today = Today
overview-yesterday = Yesterday
overview-days-ago = { $days } days ago
company-page-log-contact = Log a contact
company-page-edit = Edit facts
company-page-alive = Active
company-page-dead = Not active
company-page-bankrupt = Bankrupt
company-page-ended = Ended { $day }
company-page-also = Also: { $names }
company-page-former = Former names:
company-page-until = until { $day }
company-page-callbacks = Open call-backs
company-page-callbacks-count =
    { $count ->
        [one] The company has 1 open call-back. It is not yours to see.
       *[other] The company has { $count } open call-backs. Not all are shown here.
    }
company-page-no-tasks = No open tasks about the company.
company-page-tasks = Open tasks of my organisation
company-page-people = Contact persons
company-page-add-person = Add a contact person
company-page-edit-person = Edit
company-page-no-people = No contact persons yet.
company-page-former-people =
    { $count ->
        [one] 1 former contact person
       *[other] { $count } former contact persons
    }
company-page-person-ended = Left { $day }
company-page-timeline = Timeline
company-page-timeline-empty = The timeline is empty
company-page-timeline-empty-hint = Contacts and call-backs of all organisations gather here.
company-page-timeline-older = Older events
company-page-timeline-newest = Newest events
company-page-facts = Facts
company-page-fact-business-id = Business ID
company-page-fact-name = Name
company-page-fact-form = Company form
company-page-fact-industry = Industry
company-page-fact-municipality = Municipality
company-page-fact-street-address = Visiting address
company-page-fact-postal-address = Postal address
company-page-fact-website = Website
company-page-fact-phone = Telephone
company-page-fact-email = E-mail
company-page-fact-registered-on = Registered
company-page-by-hand = Edited by hand
company-page-caller = Calling now
company-page-by-hand-about = { $who }, { $day }.
company-page-register-says = YTJ: { $value }
company-page-register-says-nothing = The register has no value.
company-page-registers = Registers
company-page-registers-unknown = The company was added by hand; nothing is known from the registers.
company-page-fact-size = Personnel
company-page-restore = Back to YTJ’s value
company-page-restore-confirm = Go back to YTJ’s value ({ $register })? What was written by hand ({ $value }) is removed.
company-page-vat = VAT liable
company-page-employer = Employer register
company-page-prepayment = Prepayment register
my-day-search = Find a company
my-day-search-submit = Search
my-day-tasks = Tasks today and in the coming days
my-day-all-tasks = All tasks
my-day-no-tasks = No tasks within seven days.
my-day-late = Nobody has taken these in time
my-day-next = What comes next
my-day-next-no_attempt = Call and note the attempt by { $at }
my-day-next-expired = Goes back to the queue on { $at } unless an attempt is noted
my-day-agreed = Agreed call { $at }
my-day-held = Call-backs that I hold
my-day-queue = The queue
my-day-none-held = You hold no call-backs.
my-day-caller = Caller
my-day-requests = Open call-backs that I logged
my-day-no-requests = None of the call-backs that you logged is open.
my-day-log-callback = Does an employer ask what you cannot answer? Log a call-back: the right person calls, and you see what became of it.
my-day-on-duty = On duty today
my-day-you = { $name } (you)
my-day-nobody-on-duty = Nobody named, the whole team answers
my-day-tasks-waiting = Tasks in the queue
my-day-tasks-waiting-count =
    { $count ->
        [0] none
        [one] 1 task
       *[other] { $count } tasks
    }
my-day-waiting = In the queue
my-day-waiting-count =
    { $count ->
        [one] 1 call-back
       *[other] { $count } call-backs
    }
my-day-nothing = There is nothing for you here
my-day-nothing-hint = Your role does not use this page.
