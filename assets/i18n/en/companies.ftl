# The list
company-list-title = Companies
company-list-lead = The shared company register. Search by name, business ID or telephone number.
company-search = Search for a company
company-search-submit = Search
company-search-clear = Clear the search
company-filter-municipality = Municipality
company-filter-municipality-all = All municipalities
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
company-ended = Ended
company-formerly = formerly { $name }
company-also = also { $name }
company-none-title = No company was found
company-none-text = Check the spelling, shorten the search or remove filters. Ended companies are shown when you choose “Show ended companies too”.
company-none-yet-title = The register is empty
company-none-yet-text = Companies are imported from the BIS open data, and they can be added by hand.
company-none-check-digit = The last digit of the business ID does not match. Check the ID.
flash-search-personal-identity-code = You cannot search by personal identity code. No search was made.

# The form
company-new-title = Add a company
company-new-lead = Add by hand a company that is not in the register, such as a sole trader or an association.
company-edit-title = Edit the company’s details
company-edit-register = The details come from the BIS. When you change one, everybody sees your change and the register’s value is kept beside it.
company-register-says = In the register: { $value }. Changed by { $editor } on { $day }.
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
company-similar-title = There are companies of the same name already. Is it one of these?
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
