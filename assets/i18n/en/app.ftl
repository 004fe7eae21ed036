# Dates
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
clock-at = at

# Errors on fields
error-required = Fill in this field.
error-choose = Choose one of the options.
error-email = Check the e-mail address, for example name@company.fi.
error-date = Write the date as day.month.year, for example 20.11.2026.
error-time = Write the time as hour.minute, for example 9.30.
error-too-long = The text may have at most { $limit } characters. Shorten it by { $over }.
error-personal-identity-code = The text holds a personal identity code (from character { $position }). Remove it: a personal identity code must not be stored here.
warning-personal-identity-code = The text holds something that looks like a personal identity code (from character { $position }). Check it. If it is not one, send the form again.

# Error pages
error-not-found-title = Page not found
error-not-found = There is nothing at this address, or it is not yours to see. Check the address or go to the front page.
error-forbidden-title = This is not allowed
error-forbidden = Your rights do not cover this. Ask the administrator for the right if you need it.
error-method-title = The request does not fit this page
error-method = The page can't be called like this. Go back to the previous page and try again.
error-too-large-title = The form is too large
error-too-large = The text is too long. Go back, shorten it and send it again.
error-bad-request-title = The request was not understood
error-bad-request = Something is wrong with the request. Go back to the previous page and try again.
error-other-origin-title = The form came from elsewhere
error-other-origin = The form was not sent from this site, so nothing was done. Open the page again and try again.
error-form-key-title = The form is out of date
error-form-key = Open the form again and send it then.
error-other-person-title = The form is someone else's
error-other-person = Someone else has signed in in this browser than the one who opened the form. The form was not saved. Open the page again.
error-internal-title = Something went wrong
error-internal = The fault is in the service, not in you. Nothing was saved. Try again in a moment.
error-home = To the front page

notice-no-mail-server = No mail server is set, so mails are not sent. See Administration, Set-up, E-mail.

# Navigation
nav-my-day = My day
nav-callbacks = Call-backs
nav-companies = Companies
nav-tasks = Tasks
nav-duty = Duty
nav-needs = Needs
nav-reports = Reports
nav-admin = Administration

yes = Yes
no = No
lang-fi = Finnish
lang-sv = Swedish
lang-en = English
