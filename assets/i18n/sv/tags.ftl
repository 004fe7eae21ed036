tags-title = Etiketter
tags-lead = Gemensamma etiketter för alla organisationer. En ny uppstår när någon skriver den på ett företags sida.
tags-none = Det finns inga etiketter ännu
tags-none-text = Lägg till den första på något företags sida.
tags-of-company-none = Företaget har inga etiketter.
tag-add = Lägg till en etikett
tag-submit = Lägg till
tag-add-hint = Till exempel sommarjobb. Tidigare etiketter föreslås när du skriver.
tag-name = Etikett
tag-companies = Används av
tag-save = Spara
tag-merge-title = Har samma sak två namn?
tag-merge-text = Företag som har etiketten { $name } får den andra etiketten i stället.
tag-merge-into = Etiketten som blir kvar
tag-merge = Slå ihop
tag-merge-confirm = Ska { $name } slås ihop med den valda etiketten? Det kan inte ångras.
tag-remove-title = Behövs etiketten inte?
tag-remove-text = Etiketten tas bort från alla företag. Andra uppgifter bevaras.
tag-remove = Ta bort etiketten
tag-remove-confirm =
    { $count ->
        [0] Ska { $name } tas bort?
        [one] Ska { $name } tas bort? Den försvinner från 1 företag, och det kan inte ångras.
       *[other] Ska { $name } tas bort? Den försvinner från { $count } företag, och det kan inte ångras.
    }
error-tag-empty = Skriv en etikett, till exempel sommarjobb.
error-tag-known = Etiketten finns redan. Du kan slå ihop dem nedan.
flash-tag-added = Etiketten har lagts till.
flash-tag-removed = Etiketten har tagits bort från företaget.
flash-tag-saved = Etiketten har sparats.
flash-tags-merged = Etiketterna har slagits ihop.
flash-tag-erased = Etiketten har tagits bort från alla företag.
admin-tags-text = Håll ordning på företagens etiketter.
