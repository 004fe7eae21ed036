# Who is away. No reason is asked.
absences-title = Poissaolot
absences-lead = Poissaolon ajan päivystysvuorot hoitaa sijainen. Syytä ei kysytä eikä tallenneta.
absence-enter = Merkitse poissaolo
absence-person = Kuka on poissa
absence-from = Ensimmäinen päivä
absence-until = Viimeinen päivä
absence-replacement = Sijainen
absence-replacement-hint = Sijainen päivystää niissä tiimeissä, joihin hän itsekin kuuluu. Ilman sijaista soittopyynnöistä kerrotaan koko tiimille.
absence-no-replacement = Ei sijaista
absence-save = Merkitse poissaolo
absence-confirm = Vahvista poissaolo
absence-holds = Poissaoloa ei ole vielä merkitty. Katso ensin, mitä poissa olevalla on:
absence-holds-shifts =
    { $count ->
        [one] Yksi päivystysvuoro
       *[other] { $count } päivystysvuoroa
    }
absence-shifts-replaced = Sijainen hoitaa.
absence-shifts-open = Jää ilman päivystäjää.
absence-holds-callbacks =
    { $count ->
        [one] Yksi otettu soittopyyntö
       *[other] { $count } otettua soittopyyntöä
    }
absence-holds-tasks =
    { $count ->
        [one] Yksi tehtävä, jonka määräpäivä on ennen paluuta
       *[other] { $count } tehtävää, joiden määräpäivä on ennen paluuta
    }
absence-release = Palauta otetut soittopyynnöt tiimin jonoon nyt
absence-hand-over = Anna tehtävät sijaiselle nyt
absences-coming = Merkityt poissaolot
absences-none = Poissaoloja ei ole merkitty.
absence-days = Päivät
absence-by = Merkinnyt { $name }
absence-remove-confirm = Poistetaanko poissaolo? { $name } on sitten taas paikalla näinä päivinä.
flash-absence-saved = Poissaolo on merkitty.
flash-absence-removed = Poissaolo on poistettu.
error-absence-far = Valitse päivä, joka on enintään kuukausi sitten ja enintään noin kahden vuoden päässä.
error-absence-past = Poissaolo on jo ohi. Valitse päivä, joka on tänään tai myöhemmin.
error-absence-self = Valitse sijaiseksi joku muu kuin poissa oleva.
error-absence-no-tasks = Tehtäviä ei voi antaa tälle sijaiselle. Valitse toinen sijainen tai poista rasti tehtävien antamisesta.
error-absence-overlap = Poissaolo { $days } on jo merkitty. Valitse muut päivät tai poista se ensin.
error-absence-overlap-title = Poissaolo on jo merkitty
