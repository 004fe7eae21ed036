tags-title = Tags
tags-lead = Tags that all organisations share. A new one comes into being when somebody types it on a company’s page.
tags-none = No tags yet
tags-none-text = Add the first one on a company’s page.
tags-of-company-none = The company has no tags.
tag-add = Add a tag
tag-submit = Add
tag-add-hint = For example summer jobs. Earlier tags are suggested as you type.
tag-name = Tag
tag-companies = Used by
tag-save = Save
tag-merge-title = Does one thing have two names?
tag-merge-text = Companies tagged { $name } get the other tag instead.
tag-merge-into = The tag that stays
tag-merge = Merge
tag-merge-confirm = Merge { $name } into the chosen tag? This can’t be undone.
tag-remove-title = Is the tag not needed?
tag-remove-text = The tag is taken off every company. Everything else is kept.
tag-remove = Remove the tag
tag-remove-confirm =
    { $count ->
        [0] Remove { $name }?
        [one] Remove { $name }? It is taken off 1 company, and that can’t be undone.
       *[other] Remove { $name }? It is taken off { $count } companies, and that can’t be undone.
    }
error-tag-empty = Type a tag, for example summer jobs.
error-tag-known = There is such a tag. You can merge the two below.
flash-tag-added = The tag has been added.
flash-tag-removed = The tag has been taken off the company.
flash-tag-saved = The tag has been saved.
flash-tags-merged = The tags have been merged.
flash-tag-erased = The tag has been taken off every company.
admin-tags-text = Put the tags of companies in order.
