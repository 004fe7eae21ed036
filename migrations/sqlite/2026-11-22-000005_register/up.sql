-- The size of its personnel, in Statistics Finland's classes; a person sets it, empty is unknown.
ALTER TABLE companies ADD COLUMN size_class TEXT NOT NULL DEFAULT '';

-- The filters of the register's list, each in the list's order. Few companies have a size class.
CREATE INDEX companies_company_form_name_sort ON companies (company_form, name_sort, id);
CREATE INDEX companies_size_class_name_sort ON companies (size_class, name_sort, id) WHERE size_class <> '';
CREATE INDEX contacts_happened ON contacts (happened_at, company_id);

-- A contact person has several telephone numbers, each as typed and in E.164.
CREATE TABLE person_phones (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place INTEGER NOT NULL,
    phone TEXT NOT NULL,
    phone_e164 TEXT NOT NULL
);
CREATE UNIQUE INDEX person_phones_person_place ON person_phones (person_id, place);
CREATE INDEX person_phones_e164 ON person_phones (phone_e164);
INSERT INTO person_phones (person_id, place, phone, phone_e164) SELECT id, 1, phone, phone_e164 FROM people WHERE phone <> '';
DROP INDEX people_phone_e164;
ALTER TABLE people DROP COLUMN phone;
ALTER TABLE people DROP COLUMN phone_e164;
