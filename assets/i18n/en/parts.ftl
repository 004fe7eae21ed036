# The frame of every page
parts-product = Kohtaanto
parts-skip = Skip to content
parts-menu = Menu
parts-main-menu = Main menu
parts-log-callback = Log a call-back
parts-shortcut = Keyboard shortcut Alt+S
parts-sign-out = Sign out
parts-demo = This is a demonstration. The companies and persons are invented, and no messages leave the service.
parts-footer = No personal identity codes and no jobseekers’ details are recorded in Kohtaanto.
parts-notices = Notices
parts-back = Back
parts-cancel = Cancel
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
parts-live-signed-out = Your session has ended.
parts-live-sign-in = Sign in
