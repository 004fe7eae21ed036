-- The domain of the website: `https://www.Kone.fi/fi` is `kone.fi`. Empty where the website tells none; most companies have none.
ALTER TABLE companies ADD COLUMN web_domain TEXT NOT NULL DEFAULT '';

UPDATE companies SET web_domain = replace(replace(replace(lower(trim(website)), '://', '§'), '?', '/'), '#', '/') WHERE website LIKE '%.%';
UPDATE companies SET web_domain = replace(substr(web_domain, instr(web_domain, '§') + 1), ':', '/') || '/' WHERE web_domain <> '';
UPDATE companies SET web_domain = rtrim(substr(web_domain, 1, instr(web_domain, '/') - 1), '.') WHERE web_domain <> '';
UPDATE companies SET web_domain = substr(web_domain, 5) WHERE web_domain LIKE 'www.%';
UPDATE companies SET web_domain = '' WHERE web_domain <> '' AND (web_domain NOT LIKE '%_.__%' OR web_domain GLOB '*[ @,;()<>"]*');

CREATE INDEX companies_web_domain ON companies (web_domain) WHERE web_domain <> '';
-- Companies of one website are found by its domain now.
DROP INDEX companies_website;

-- A trade within a municipality, the filters that are used together most.
CREATE INDEX companies_municipality_division_name_sort ON companies (municipality, substr(industry_2025, 1, 2), name_sort, id);
