# The frame of every page
parts-product = Kohtaanto
parts-on-duty-today = On duty today
parts-on-duty = On duty today:
parts-on-duty-nobody = nobody on duty
parts-on-duty-you = (you)
parts-skip = Skip to content
parts-menu = Menu
parts-main-menu = Main menu
parts-log-callback = Log a call-back
parts-shortcut = Keyboard shortcut Alt+S
parts-switch = Switch organisation
parts-settings = My settings
parts-sign-out = Sign out
parts-demo = This is a demonstration. The companies and persons are invented, and no messages leave the service.
parts-footer = No personal identity codes and no jobseekers’ details are recorded in Kohtaanto.
parts-notices = Notices
parts-back = Back
parts-cancel = Cancel
parts-remove = Remove
parts-close = Close
parts-waiting =
    { $count ->
        [one] 1 call-back is waiting
       *[other] { $count } call-backs are waiting
    }

# Forms
parts-optional = optional
parts-choose = Choose
parts-error = Error:
parts-error-summary =
    { $count ->
        [one] Correct one thing
       *[other] Correct { $count } things
    }
parts-warning-summary = Please check. If everything is right, send again.
parts-sending = Sending…
parts-confirm-title = Confirm
parts-confirm-yes = Yes, continue
parts-confirm-no = Go back
parts-identity-search = You cannot search by personal identity code. Remove the code. The search was not sent.
parts-identity-text = The text contains a personal identity code. Remove it before saving.

# Suggestions while typing
parts-combobox-label = Suggestions
parts-combobox-none = No suggestions. You can go on with the name you typed.
parts-combobox-one = One suggestion. Choose with the arrow key and Enter.
parts-combobox-many = { $count } suggestions. Choose with the arrow keys and Enter.
parts-combobox-picked = Chosen: { $name }
parts-several-add = Add by the first letters of a name
parts-several-remove = Remove { $name }
parts-several-removed = Removed: { $name }

# Lists
parts-pager = Pages of the list
parts-pager-previous = Previous
parts-pager-next = Next

# Pages that update by themselves
parts-live-lost = The connection was lost. The page updates when it is back.
parts-live-back = The connection is back. The page is up to date.
parts-live-signed-out = You are no longer signed in.
parts-live-sign-in = Sign in

# What was typed and not sent yet
parts-draft-restored = Your unfinished form was brought back ({ $when }). It has not been sent yet.
parts-draft-discard = Start afresh
parts-draft-discard-changes = Discard the unfinished changes
parts-draft-discard-confirm = Remove the unfinished text? It can't be brought back.
parts-draft-lost = The connection was lost. What you wrote stays here and is kept when the connection returns.
parts-draft-signed-out = You are no longer signed in. What you wrote stays here.
parts-draft-sign-in = Sign in in a new tab
parts-draft-other = Someone else has signed in in this browser. What you write is no longer kept as a draft.

# Two people edited the same row
parts-disputed = Someone else saved the same fields meanwhile
parts-disputed-by = Saved last by { $who }.
parts-disputed-text = Nothing has been saved yet. The fields hold what you wrote; what the other saved stands above them. Choose which to keep, and save again.
parts-disputed-field = Someone else changed this too.
parts-theirs = Someone else saved meanwhile:
parts-theirs-empty = Someone else emptied this meanwhile.

# Dates and times
parts-date-hint = For example 31.12.2026
parts-last-day-hint = As d.m.yyyy. Empty: one day.
parts-date-pick = Choose from a calendar
parts-time-hint = For example 9.30
parts-up = Up
parts-down = Down
