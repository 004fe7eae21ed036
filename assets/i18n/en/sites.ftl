sites-title = Sites
sites-none = No sites yet.
sites-former =
    { $count ->
        [one] 1 former site
       *[other] { $count } former sites
    }
site-new = Add a site
site-edit = Edit
site-edit-title = Edit the site
site-name = Name of the site
site-name-hint = For example the factory in Halikko or the shop in Somero
site-municipality-hint = The company is found in the list by this municipality too.
site-save = Save
site-ended = Ended { $day }
site-end-title = Is the site no more?
site-end-text = A site that has ended moves to the company’s former sites. It can be taken back.
site-end = Mark as ended
site-reopen = Take back
site-of-person = Site
site-of-person-none = No certain site
flash-site-added = The site has been added.
flash-site-saved = The site’s details have been saved.
flash-site-ended = The site has been marked as ended. It can be taken back among the former sites.
flash-site-reopened = The site has been taken back.
