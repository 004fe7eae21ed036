# The list
company-list-title = Companies
company-list-lead = The shared company register. Search by name, business ID, telephone number or web address.
company-search = Search for a company
company-search-submit = Search
company-search-clear = Clear the search
company-filter-municipality = Municipality
company-filter-municipality-all = All municipalities
company-filter-own-area = Own area
company-filter-industry = Industry
company-filter-industry-all = All industries
company-filter-ended = Show ended companies too
company-new = Add a company
company-count =
    { $count ->
        [0] No companies
        [one] 1 company
       *[other] { $count } companies
    }
company-count-over = { $count } companies
company-column-name = Name
company-column-business-id = Business ID
company-column-municipality = Municipality
company-column-industry = Industry
company-column-phone = Telephone
company-site-there = site: { $municipality }
company-ended = Ended
company-formerly = formerly { $name }
company-also = also { $name }
company-none-title = No company was found
company-none-text = Check the spelling, shorten the search or remove filters. Ended companies are shown when you choose “Show ended companies too”.
company-none-yet-title = The register is empty
company-none-yet-import = Bring the companies from YTJ
company-none-yet-text = Companies are imported from the BIS open data, and they can be added by hand.
company-none-check-digit = The last digit of the business ID does not match. Check the ID.
flash-search-personal-identity-code = You cannot search by personal identity code. No search was made.

# The form
company-new-title = Add a company
company-new-lead = Add by hand a company that is not in the register, such as a sole trader or an association.
company-edit-title = Edit the company’s details
company-edit-register = The details come from the BIS. When you change one, everybody sees your change and the register’s value is kept beside it.
company-register-says = YTJ: { $value }. Changed by { $editor } on { $day }.
company-register-nothing = nothing
company-section-basics = Basic details
company-section-address = Address
company-section-contact = Contact details
company-name = Name
company-business-id = Business ID
company-business-id-hint = For example 1234567-1
company-form = Company form
company-industry = Industry
company-industry-hint = Type the industry’s name or five-digit code
company-municipality = Municipality
company-street-address = Visiting address
company-post-code = Postal code
company-post-office = Post office
company-postal-address = Postal address
company-postal-address-hint = If it differs from the visiting address
company-website = Website
company-phone = Telephone
company-email = E-mail
company-tol-2008 = TOL 2008
company-add = Add the company
company-save = Save
company-cancel = Cancel
company-similar-title = The register already has similar companies. Is it one of these?
company-similar-go-on = If not, add the company below.
company-add-anyway = Add a new company
company-taken = The company is in the register already:
flash-company-added = The company has been added.
flash-company-saved = The details have been saved.

error-business-id-shape = A business ID has seven digits, a hyphen and a check digit, for example 1234567-1.
error-business-id-check-digit = The last digit of the business ID does not match the others. Check the ID.
error-business-id-taken = There is a company with this business ID in the register already.
error-company-not-added-title = The company was not added
error-company-not-added = Someone added a company with the same business ID just now. Search for it in the list of companies.
error-industry = Choose an industry from the suggestions or type its five-digit code, for example 62100.
error-website = Check the web address, for example www.company.fi.
error-phone-characters = Type one telephone number in digits, for example 040 123 4567.
error-phone-too-short = The telephone number lacks digits.
error-phone-too-long = The telephone number has too many digits. Type one number only.

# Filters
company-filters =
    { $count ->
        [0] Filters
       *[other] Filters ({ $count })
    }
company-filters-set = Filters that are set
company-filter-remove = Remove the filter:
company-filter-any = All
company-filter-company-form = Company form
company-filter-size = Personnel
company-filter-tag = Tag
company-filter-gone = no longer in use
company-filter-owner = Person in charge
company-filter-contact = Contacts
company-filter-since = Day
company-filter-since-form = dd.mm.yyyy
company-filter-ended-too = Ended ones too
company-contacted-since = Contacted on or after the day
company-contacted-not-since = Not contacted on or after the day
company-contacted-never = Never contacted
company-contacted-chip-since = Contacted on or after { $day }
company-contacted-chip-not-since = Not contacted on or after { $day }
company-contacted-chip-never = Never contacted
company-none-looser = The filters are too narrow. Remove one of them:
company-none-without = Without “{ $filter }”
error-contacted-day-missing = Write the day that contacts are counted from, for example 1.9.2026.
company-size-unknown = Not known
company-size-0-4 = 0–4 people
company-size-5-9 = 5–9 people
company-size-10-19 = 10–19 people
company-size-20-49 = 20–49 people
company-size-50-99 = 50–99 people
company-size-100-249 = 100–249 people
company-size-250-499 = 250–499 people
company-size-500-999 = 500–999 people
company-size-1000 = 1,000 people or more

# A caller
caller-title = Call from { $number }
caller-number = Phone number
caller-several = Several have this number. Who is calling?
caller-has-company = The number is the company’s own.
caller-has-person = Contact person with this number: { $people }
caller-none-title = The number is not in the register
caller-none-text = The number goes along to what you choose.
caller-add-person = Add a contact person to a company
error-caller-characters = The number can’t be read. Write it in digits, for example 040 123 4567.
error-caller-too-short = The number is short or an extension and doesn’t tell who is calling. Search the company by name or write the whole number.

# The live look-up
company-lookup-title = Look a company up in YTJ
company-lookup-lead = You see the details before they are saved.
company-lookup-id = Business ID or name
company-lookup-submit = Look up in YTJ
company-lookup-add = Add to the register
company-lookup-complete = Complete with YTJ’s details
company-lookup-completes = The company was added by hand. What was typed stays, and YTJ’s value is shown beside it.
company-lookup-ended = According to YTJ the company is no longer active. Check the ID before you add it.
company-lookup-unknown = YTJ’s open data doesn’t have the ID { $id }.
company-lookup-unknown-hint = Check the ID. Some sole traders and associations are missing from the open data and can be added by hand.
company-lookup-by-hand = You can save the company by hand. Its details are completed in the next import.
company-lookup-manually = Add by hand
error-ytj-unreachable = YTJ’s service can’t be reached right now.
error-ytj-slow = YTJ’s service doesn’t answer in time.
error-ytj-busy = YTJ’s service asks you to wait. Try again in a moment.
error-ytj-broken = YTJ’s service has a fault.
error-ytj-odd = YTJ’s service answered something else than was asked.
error-ytj-cut = The connection to YTJ’s service broke off.
error-lookup-id-title = The look-up can’t be made
error-lookup-id = The business ID is missing or wrong. Go back to the look-up and write it again.
flash-company-from-ytj = The company’s details were saved from YTJ.

# The end of a company added by hand
company-ending-title = Has it gone out of business?
company-ending-lead = An ended company isn’t shown in the list unless ended ones are searched. Its details and contacts stay.
company-ending-day = Last day in business
company-ending-submit = Mark as ended
company-reopen-title = Is the company in business after all?
company-reopen-text = The company is marked as ended.
company-reopen = Mark as active
error-company-ends-later = The day is still ahead. Mark the company as ended only when it has gone out of business.
error-company-of-register-title = This can’t be changed by hand
error-company-of-register = The company comes from YTJ, which tells when it goes out of business.
flash-company-ended = The company is marked as ended.
flash-company-reopened = The company is marked as active.
flash-company-restored = YTJ’s value is back.
company-filter-open-to = Contact bans
company-open-to-call = May be contacted
company-open-to-marketing = May get marketing
company-mark-do_not_contact = Do not contact
company-mark-coordinate_first = Coordinate first
company-mark-no_marketing = No marketing
company-mark-first = Coordinate first with { $person }
company-mark-person-left = no longer here; ask { $organisation }
company-mark-until = until { $day }
company-mark-callback-fine = If the employer asked for the call, log the call-back: it may be answered.
company-mark-new = Add a mark
company-mark-title = Mark on the company
company-mark-lead = All organisations see the mark and its reason before they contact the company.
company-mark-kind = Mark
company-mark-choice-do_not_contact = Do not contact: the company wants no contacts
company-mark-choice-coordinate_first = Coordinate first: talk to a certain person before the contact
company-mark-choice-no_marketing = No marketing: calls are welcome, advertising is not sent
company-mark-person = Whom to coordinate with
company-mark-person-hint = Only for the mark "Coordinate first".
company-mark-reason = Reason
company-mark-reason-hint = Everyone sees the reason. Do not write personal identity codes or anything about a jobseeker.
company-mark-ends-on = Last day
company-mark-ends-on-hint = Leave it empty if the mark stays until further notice.
company-mark-save = Save the mark
company-mark-end = End the mark
company-mark-end-confirm = End the mark? It warns nobody any more.
error-company-mark-person = Choose the person to coordinate with.
error-company-mark-past = The day is past. Choose today or a later day.
error-company-mark-known = The company has this mark already.
flash-company-mark-set = The mark is saved. Everyone sees it.
flash-company-mark-ended = The mark is ended.

# What is nearly the same
company-similar-too = Similar names
company-similar-only = There is no name “{ $text }”. These are similar:
company-match-similar = similar name
company-match-lookup = Search YTJ: { $text }
company-match-lookup-hint = If the company is not in the register yet
company-name-finds = If the company is already in the register, it shows while you type. Open it from the suggestions.
company-likeness-name = same name
company-likeness-spelling = nearly the same name
company-likeness-phone = same telephone number
company-likeness-domain = same web address
company-lookup-named = Companies in YTJ by the name { $name }
company-lookup-unnamed = The YTJ open data has no company by the name { $name }.
company-lookup-more = There are more. Write the name more exactly.
company-lookup-is-known = Already in the register

# Saved filters
saved-filters = Saved filters
saved-filters-manage = Manage
saved-filters-lead = Your own filters and those that your organisation shares.
saved-filters-none = No saved filters yet
saved-filters-none-text = Filter the company list and choose “Save the filter”.
saved-filter-new = Save the filter
saved-filter-lead = You find the same filter in the company list with one click.
saved-filter-name = Name
saved-filter-name-hint = For example Metal companies of our area
saved-filter-shared = Share with the others of { $organisation }
saved-filter-save = Save the filter
saved-filter-what = What it filters
saved-filter-whose = Whose
saved-filter-own = Own
saved-filter-is-shared = Shared, saved by { $by }
saved-filter-remove = Remove
saved-filter-remove-confirm = Remove the filter { $name }?
error-saved-filter-nothing = There is no filter to save. Go back to the list and filter it first.
error-saved-filter-known = There is a filter of this name already. Give another name.
flash-saved-filter = The filter is saved.
flash-saved-filter-removed = The filter is removed.

# Several companies at once
batch-title = What to do with the companies
batch-chosen = With the chosen…
batch-all = With all that were found ({ $count })…
batch-choose = Choose { $name }
batch-list = Onto a call list
batch-put = Put on the list
batch-assign = Put in charge
batch-tag = Add the tag
batch-task = A task about each
batch-make-tasks = Make the tasks
error-batch-many-tasks = 200 tasks can be made at once. Narrow the filter or choose a call list.
error-batch-nobody = No company is chosen. Go back to the list and choose some.
flash-batch-none-chosen = First choose companies at the beginning of their rows.
flash-batch-listed = The companies are on the list. Those that must not be called were left out.
flash-batch-assigned = The person is in charge of the companies.
flash-batch-tagged = The companies have the tag.
flash-batch-tasks = The tasks are made. Companies that must not be contacted were left out.
owners-title = Person in charge
owners-none = Nobody is in charge of the company.
owner-of-ours = Person in charge in your organisation
owner-nobody = Nobody
owner-save = Save
error-owner-title = This person can’t be in charge
error-owner = They no longer work with companies in this organisation. Go back and choose somebody else.
flash-owner-saved = The person in charge is saved.
