# The list
duplicates-title = Duplicates
duplicates-lead = Companies that may be in the register twice. Merge them, or tell that they are two companies.
duplicates-probable = Probable
duplicates-dismissed = Two companies
duplicates-company = Company
duplicates-other = The other company
duplicates-reasons = Reasons
duplicates-reason-name = Same name
duplicates-reason-former-name = Same former name
duplicates-reason-name-elsewhere = Same name, other municipality
duplicates-reason-phone = Same telephone number
duplicates-reason-email = Same e-mail address
duplicates-reason-website = Same web pages
duplicates-no-business-id = No business ID
duplicates-source = Source
duplicates-by-hand = Added by hand
duplicates-from-register = YTJ
duplicates-compare = Compare and merge
duplicates-dismiss = They are two companies
duplicates-dismissed-on = Marked as two companies on { $day }
duplicates-restore = Back to the list
duplicates-none-title = No duplicates
duplicates-none-text = Companies added by hand are compared with the others all the time. Probable pairs come here.
duplicates-none-dismissed-title = Nothing marked
duplicates-none-dismissed-text = Pairs that were marked as two companies are shown here.
duplicates-note = The same company may be in the register twice.
duplicates-note-compare = Compare: { $name }
flash-duplicate-dismissed = Marked as two companies. The pair is under “Two companies”.
flash-duplicate-restored = The pair is on the list again.

# Merging
merge-title = Merge companies
merge-lead = Everything moves to the company that stays. Nothing is lost.
merge-stays = Stays
merge-goes = Is merged into it
merge-choose = They differ. Which is right?
merge-what-happens = What happens
merge-fills = { $field } is filled in: { $value }
merge-moves-people =
    { $count ->
        [one] 1 contact person moves
       *[other] { $count } contact persons move
    }
merge-moves-sites =
    { $count ->
        [one] 1 site moves
       *[other] { $count } sites move
    }
merge-moves-contacts =
    { $count ->
        [one] 1 contact moves
       *[other] { $count } contacts move
    }
merge-moves-callbacks =
    { $count ->
        [one] 1 call-back moves
       *[other] { $count } call-backs move
    }
merge-moves-tasks =
    { $count ->
        [one] 1 task moves
       *[other] { $count } tasks move
    }
merge-moves-hidden = ({ $count } of them are others’, which you don’t see)
merge-name-stays = The name { $name } finds the company that stays.
merge-address-stays = Old links go on working.
merge-can-be-undone = The merge can be undone for 30 days.
merge-with-another = Merge with another company
merge-submit = Merge
merge-choice-lead = Which company of the register is the same as { $name }?
merge-choice-company = The other company
error-merge-which = Choose the company from the suggestions, or write its whole name or business ID.
error-merge-itself-title = Not merged
error-merge-itself = A company can’t be merged into itself. Choose another company.
error-merge-two-business-ids-title = The companies can’t be merged
error-merge-two-business-ids = Each has a business ID of its own, so they are two companies. If the ID of a company added by hand is wrong, first remove it from the company’s details.
flash-companies-merged = The companies are merged. This can be undone for 30 days.
flash-merge-changed = Somebody changed the details meanwhile. Check them and merge again.
flash-merge-one-already = These are one company already.
flash-company-merged-meanwhile = The company was merged into this one meanwhile. Nothing was changed.

# Undoing
merges-title = Merged
merges-lead = The merges of the last 30 days. Each can be undone.
merges-merged = Merged
merges-into = Into
merges-when = When
merges-undone = Undone on { $day }
merges-merged-on = merged on
merges-none-title = No merged companies
merges-none-text = Merged companies are shown here for 30 days.
merges-note = { $name } was merged into this one on { $day }.
merge-undo = Undo the merge
merge-undo-title = Undo the merge
merge-undo-lead = { $merged } was merged into { $kept }.
merge-undo-back = { $name } comes back with its details, contact persons and history.
merge-undo-since = What was written since stays with { $kept }. The exception: what is about a contact person or call-back that goes back goes along.
merge-undo-edited = These were edited since, and stay with { $kept } as they are: { $fields }
merge-undo-until = Can be undone until { $day }.
merge-undo-over = This merge can’t be undone any more.
merge-hindered = Not undone. First see to these:
merge-hindered-merged-on = The company was merged on into { $name }. Undo that merge first.
merge-hindered-contact = The contact of { $at } ({ $who }) is about both companies.
merge-hindered-person = { $person } is put to the site { $site }, which is the other company’s. Change the person’s site.
merge-hindered-row = Row { $id } ({ $table }) is about both companies.
error-merge-too-old-title = The merge can’t be undone
error-merge-too-old = The merge is more than 30 days old and can’t be undone any more.
error-merge-hindered-title = Not undone
error-merge-hindered = Something written after the merge is about both companies.
flash-merge-undone = The merge is undone. The companies are apart again.
flash-merge-undone-edited = The merge is undone. Details edited since stayed with the other company.
