//! The route × role table. A line: method, path, the status for each person, and behind `|` the form that is sent.
//!
//! Path and form name samples (`routes/samples.rs`) in braces. `colleague` and `lead` are of the handler's team, `padmin` is
//! the partner organisation's administrator. What one may not see is 404, what one sees but may not do is 403, and who has
//! not signed in is sent to do so (303).

mod duty;

use reqwest::Method;

/// The columns of every table below.
const COLUMNS: &str = "visitor admin coord handler colleague lead caseh casel logger partner padmin reader log";

const FRAME: &str = "
                          visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /healthz             200     200   200   200     200       200  200   200   200    200     200    200    200
GET  /assets/{any}/{css}  200     200   200   200     200       200  200   200   200    200     200    200    200
GET  /login               200     200   200   200     200       200  200   200   200    200     200    200    200
POST /login               422     422   422   422     422       422  422   422   422    422     422    422    422  | email=x&password=x
POST /logout              303     303   303   303     303       303  303   303   303    303     303    303    303
GET  /                    303     200   200   200     200       200  200   200   200    200     200    200    200
POST /drafts              401     409   409   204     409       409  409   409   409    409     409    409    409  | draft=/companies/new&draft_of={member}&name=x
POST /drafts/removal      401     409   409   303     409       409  409   409   409    409     409    409    409  | draft=/companies/new&draft_of={member}
";

const CALLBACKS: &str = "
                                      visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /callbacks                       303     200   200   200     200       200  200   200   200    200     200    403    403
POST /callbacks                       303     303   303   303     303       303  303   303   303    303     303    403    403  | once={once}&company_id={company}&company=x&caller_name=x&caller_phone=0401234567&topic={topic}&source=phone&language=fi
GET  /callbacks/new                   303     200   200   200     200       200  200   200   200    200     200    403    403
GET  /callbacks/open-matches          303     200   200   200     200       200  200   200   200    200     200    403    403
GET  /callbacks/waiting               303     200   200   200     200       200  200   200   200    200     200    403    403
GET  /callbacks/{callback}            303     404   200   200     200       200  404   404   200    404     404    403    403
POST /callbacks/{callback}/claim      303     403   303   303     303       303  404   404   403    404     403    403    403
POST /callbacks/{taken}/claim         303     403   409   303     409       409  404   404   403    404     403    403    403
POST /callbacks/{taken}/release       303     403   303   303     403       403  404   404   403    404     403    403    403
POST /callbacks/{taken}/attempts      303     403   403   303     403       403  404   404   403    404     403    403    403  | once={once}&result=no_answer
GET  /callbacks/{taken}/handovers/new 303     403   200   200     200       200  404   404   403    404     403    403    403
POST /callbacks/{taken}/handovers     303     403   303   303     303       303  404   404   403    404     403    403    403  | once={once}&team={other_team}&reason=wrong_topic
GET  /callbacks/{taken}/handovers/due 303     403   200   200     200       200  404   404   403    404     403    403    403
GET  /callbacks/{taken}/closure/new   303     403   403   200     403       403  404   404   403    404     403    403    403
POST /callbacks/{taken}/closure       303     403   403   303     403       403  404   404   403    404     403    403    403  | once={once}&outcome=helped&visibility=shared
POST /callbacks/{asked}/answer-links    303   404   303   403     403       403  404   404   303    404     404    403    403
GET  /a/{answer_link}                   200   200   200   200     200       200  200   200   200    200     200    200    200
POST /a/{answer_link}                   422   422   422   422     422       422  422   422   422    422     422    422    422  | answer=x
POST /callbacks/{callback}/cancellation 303   404   403   403     403       403  404   404   303    404     404    403    403
POST /callbacks/{closed}/reopening    303     404   303   303     303       303  404   404   303    404     404    403    403
GET  /callbacks/{callback}/additions/new 303  404   200   200     200       200  404   404   200    404     404    403    403
POST /callbacks/{callback}/additions  303     404   303   303     303       303  404   404   303    404     404    403    403  | once={once}&note=x
POST /callbacks/{callback}/company    303     403   303   303     303       303  404   404   403    404     403    403    403  | company_id={company}&company=x
";

const COMPANIES: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /companies                         303     200   200   200     200       200  200   200   200    200     200    200    403
POST /companies                         303     403   303   303     303       303  303   303   403    303     403    403    403  | once={once}&name=Uusi {once}
GET  /companies/new                     303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/lookup                  303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/lookup                  303     403   422   422     422       422  422   422   403    422     403    403    403  | once={once}&q=1234567-1
GET  /companies/suggestions             303     200   200   200     200       200  200   200   200    200     200    200    403
GET  /companies/matches                 303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/industries              303     200   200   200     200       200  200   200   200    200     200    200    403
POST /companies/batches                 303     403   303   303     303       303  303   303   403    404     403    403    403  | once={once}&companies={company}&deed=list&call_list={call_list}
GET  /companies/batches/new             303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/filters                 303     200   200   200     200       200  200   200   200    200     200    200    403
POST /companies/filters                 303     303   303   303     303       303  303   303   303    303     303    303    403  | once={once}&name=Rajaus {once}&query=q=x
GET  /companies/filters/new             303     200   200   200     200       200  200   200   200    200     200    200    403
POST /companies/filters/{saved_filter}/removal 303 403 303  303     303       303  303   303   403    404     404    403    403
GET  /companies/duplicates              303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/merges                  303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/merges/{merge}/undoing/new 303  403   200   200     200       200  200   200   403    403     403    403    403
POST /companies/merges/{merge}/undoing  303     403   303   303     303       303  303   303   403    403     403    403    403
GET  /companies/{company}/merges/new    303     403   200   200     200       200  200   200   403    403     403    403    403
POST /companies/{company}/merges        303     403   303   303     303       303  303   303   403    403     403    403    403  | other={twin}&seen=x
POST /companies/{company}/distinctions  303     403   303   303     303       303  303   303   403    403     403    403    403  | other={twin}
POST /companies/{company}/distinctions/removal 303 403 303  303     303       303  303   303   403    403     403    403    403  | other={twin}
GET  /companies/{company}/marks/new     303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/{company}/marks         303     403   303   303     303       303  303   303   403    303     403    403    403  | once={once}&kind=no_marketing&reason=x
POST /companies/{company}/marks/{mark}/ending 303 403 303   303     303       303  303   303   403    403     403    403    403
GET  /companies/export                  303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/{company}/edit          303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /companies/{company}/ending/new    303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/{company}/ending        303     403   303   303     303       303  303   303   403    303     403    403    403  | ended_on=1.11.2026
POST /companies/{company}/reopening     303     403   303   303     303       303  303   303   403    303     403    403    403
GET  /companies/tags                    303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/{company}/owner         303     403   303   303     303       303  303   303   403    303     403    403    403  | owner=
POST /companies/{company}/tags          303     403   303   303     303       303  303   303   403    303     403    403    403  | tag=kesätyö {once}
POST /companies/{company}/tags/{tag}/removal 303 403  303   303     303       303  303   303   403    303     403    403    403
POST /companies/{company}/restorations  303     403   303   303     303       303  303   303   403    303     403    403    403  | field=name
POST /companies/{company}               303     403   303   303     303       303  303   303   403    303     403    403    403  | name=Muu
GET  /companies/{company}              303     200     200     200     200     200     200     200     200     200     200     200     403
";

const GROUPS: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
POST /companies/{company}/group         303     403   422   422     422       422  422   422   403    422     403    403    403  | group=Toinen {once}
GET  /groups/suggestions                303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /groups/{group}                    303     200   200   200     200       200  200   200   200    200     200    200    403
POST /groups/{group}                    303     403   303   303     303       303  303   303   403    303     403    403    403  | group=Konserni {once}
POST /groups/{group}/members            303     403   303   303     303       303  303   303   403    303     403    403    403  | company_id={twin}&company=Esimerkki
POST /groups/{group}/members/{company}/removal 303 403 303  303     303       303  303   303   403    303     403    403    403
POST /groups/{group}/members/{company}/parenthood 303 403 303 303   303       303  303   303   403    303     403    403    403
POST /groups/{group}/parenthood/removal 303     403   303   303     303       303  303   303   403    303     403    403    403
";

const SITES: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /companies/{company}/sites/new     303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/{company}/sites         303     403   303   303     303       303  303   303   403    303     403    403    403  | once={once}&name=Myymälä
GET  /sites/{site}/edit                 303     403   200   200     200       200  200   200   403    200     403    403    403
POST /sites/{site}                      303     403   303   303     303       303  303   303   403    303     403    403    403  | name=Myymälä
POST /sites/{site}/ending               303     403   303   303     303       303  303   303   403    303     403    403    403
POST /sites/{site}/reopening            303     403   303   303     303       303  303   303   403    303     403    403    403
";

const PEOPLE: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /companies/{company}/people/new    303     403   200   200     200       200  200   200   403    200     403    403    403
POST /companies/{company}/people        303     403   303   303     303       303  303   303   403    303     403    403    403  | once={once}&name=Maija
GET  /people/new                        303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /people/{person}/consents          303     200   200   200     200       200  200   200   200    200     200    200    403
POST /people/{person}/consents          303     403   303   303     303       303  303   303   403    303     403    403    403  | once={once}&purpose=surveys&channel=phone&given_on=1.11.2026
GET  /people/{person}/consents/{consent}/withdrawal/new 303 403 200 200 200   200  200   200   403    200     403    403    403
POST /people/{person}/consents/{consent}/withdrawal 303 403 303 303 303       303  303   303   403    303     403    403    403  | withdrawn_on=20.11.2026
GET  /people/{person}/edit              303     403   200   200     200       200  200   200   403    200     403    403    403
POST /people/{person}                   303     403   303   303     303       303  303   303   403    303     403    403    403  | name=Maija
POST /people/{person}/ending            303     403   303   303     303       303  303   303   403    303     403    403    403
";

const CONTACTS: &str = "
                                      visitor admin   coord   handler colleague lead    caseh   casel   logger  partner padmin  reader  log
GET  /companies/{company}/contacts/new 303     403     200     200     200     200     200     200     403     200     403     403     403
POST /companies/{company}/contacts     303     403     303     303     303     303     303     303     403     303     403     403     403     | once={once}&kind=call&outcome=reached&happened_on=2026-11-19&happened_at=12:00&visibility=shared
GET  /contacts/{contact}               303     200     200     200     200     200     200     200     200     200     200     200     403
POST /contacts/{contact}               303     403     303     303     403     303     403     303     403     403     403     403     403     | once={once}&outcome=agreed&note=x
POST /contacts/{contact}/visibility    303     403     303     303     403     303     403     303     403     403     403     403     403     | visibility=own
";

const CALL_LISTS: &str = "
                                      visitor admin   coord   handler colleague lead    caseh   casel   logger  partner padmin  reader  log
GET  /call-lists                       303     200     200     200     200     200     200     200     200     200     200     200     403
POST /call-lists                       303     403     303     303     303     303     303     303     403     422     403     403     403     | once={once}&name=x&purpose=call&callers={member}&companies={company}
GET  /call-lists/new                   303     403     200     200     200     200     200     200     403     200     403     403     403
GET  /call-lists/{call_list}           303     200     200     200     200     200     200     200     200     404     404     200     403
POST /call-lists/{call_list}           303     403     303     303     303     303     303     303     403     404     403     403     403     | once={once}&name=x&purpose=call&callers={member}
GET  /call-lists/{call_list}/edit      303     403     200     200     200     200     200     200     403     404     403     403     403
POST /call-lists/{call_list}/ending    303     403     303     303     303     303     303     303     403     404     403     403     403
POST /call-lists/{call_list}/reopening 303     403     303     303     303     303     303     303     403     404     403     403     403
POST /call-lists/{call_list}/turns     303     403     403     303     403     403     403     403     403     404     403     403     403
GET  /call-lists/{call_list}/companies/{call_entry} 303 403 200 200   200     200     200     200     403     404     403     403     403
POST /call-lists/{call_list}/companies/{call_entry}/claim 303 403 403 303 403 403     403     403     403     404     403     403     403
POST /call-lists/{call_list}/companies/{call_entry}/release 303 403 303 303 303 303   303     303     403     404     403     403     403
POST /call-lists/{call_list}/companies/{call_entry}/calls 303 403 409 303 409 409     409     409     403     404     403     403     403     | once={once}&outcome=reached&visibility=shared&then=stop
";

const TASKS: &str = "
                                      visitor admin   coord   handler colleague lead    caseh   casel   logger  partner padmin  reader  log
GET  /tasks                            303     403     200     200     200     200     200     200     403     200     403     403     403
POST /tasks                            303     403     303     303     303     303     303     303     403     422     403     403     403     | once={once}&company_id={company}&company=Esimerkki Oy&title=x&when=today&holder=staff-{member}
GET  /tasks/new                        303     403     200     200     200     200     200     200     403     200     403     403     403
GET  /tasks/{task}                     303     200     200     200     200     200     200     200     200     404     404     200     403
POST /tasks/batches                    303     403     303     303     303     303     303     303     403     303     403     403     403     | once={once}&task={task}&deed=move&due_on=30.11.2026&back=/tasks
GET  /tasks/batches/{batch}            303     403     404     200     404     404     404     404     403     404     403     403     403
POST /tasks/batches/{batch}/undoing    303     403     404     303     404     404     404     404     403     404     403     403     403
POST /tasks/{task}/snoozes             303     403     303     303     303     303     403     403     403     404     403     403     403     | when=next_day&back=/tasks
POST /tasks/{task}/snoozes/removal     303     403     303     303     303     303     403     403     403     404     403     403     403     | back=/tasks
POST /tasks/{task}                     303     403     303     303     303     303     403     403     403     404     403     403     403     | once={once}&title=x
POST /tasks/{task}/completion          303     403     303     303     303     303     403     403     403     404     403     403     403     | back=/tasks
POST /tasks/{task}/reopening           303     403     303     303     303     303     403     403     403     404     403     403     403     | back=/tasks
POST /tasks/{task}/claim               303     403     303     303     303     303     403     403     403     404     403     403     403     | from=staff-{member}
POST /tasks/{task}/dates               303     403     303     303     303     303     403     403     403     404     403     403     403     | once={once}&due_on=30.11.2026
POST /tasks/{task}/handovers           303     403     303     303     303     303     403     403     403     404     403     403     403     | once={once}&from=staff-{member}&holder=team-{team}
";

const ORGANISATIONS: &str = "
                                                          visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/organisations                                 303  200   403  403  403  403  403  403  403  403  403  403  403
POST /admin/organisations                                 303  303   403  403  403  403  403  403  403  403  403  403  403  | once={once}&name=Hanke {once}&ends_on=31.12.2027
GET  /admin/organisations/new                             303  200   403  403  403  403  403  403  403  403  403  403  403
GET  /admin/organisations/municipalities                  303  200   403  403  403  403  403  403  403  403  403  403  403
GET  /admin/organisations/{partner_organisation}          303  200   403  403  403  403  403  403  403  403  403  403  403
POST /admin/organisations/{partner_organisation}          303  303   403  403  403  403  403  403  403  403  403  403  403  | name=Hanke {once}&ends_on=31.12.2027
GET  /admin/organisations/{host}                          303  200   403  403  403  403  403  403  403  403  403  403  403
POST /admin/organisations/{host}                          303  303   403  403  403  403  403  403  403  403  403  403  403  | name=Alue {once}&municipalities=Salo, 761
GET  /admin/sharing                                       303  200   403  403  403  403  403  403  403  403  200  403  403
POST /admin/sharing                                       303  303   403  403  403  403  403  403  403  403  303  403  403  | own_texts=true
";

const TEAMS: &str = "
                                                          visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/teams                                         303  200   403  403  403  403  403  403  403  403  200  403  403
POST /admin/teams                                         303  303   403  403  403  403  403  403  403  403  303  403  403  | once={once}&organisation={host}&name=Tiimi {once}&mailbox=tiimi@alue.example&language=fi&monday=9–12, 13–15
GET  /admin/teams/new                                     303  200   403  403  403  403  403  403  403  403  200  403  403
GET  /admin/teams/{free_team}                             303  200   403  403  403  403  403  403  403  403  404  403  403
GET  /admin/teams/{partner_team}                          303  200   403  403  403  403  403  403  403  403  200  403  403
POST /admin/teams/{free_team}                             303  303   403  403  403  403  403  403  403  403  404  403  403  | name=Tiimi {once}&mailbox=tiimi@alue.example&language=fi&monday=9–12, 13–15
POST /admin/teams/{partner_team}                          303  303   403  403  403  403  403  403  403  403  303  403  403  | name=Tiimi {once}&mailbox=tiimi@alue.example&language=fi&monday=9–12, 13–15
POST /admin/teams/{free_team}/members                     303  303   403  403  403  403  403  403  403  403  404  403  403  | staff={newcomer}
POST /admin/teams/{free_team}/members/{lead}              303  303   403  403  403  403  403  403  403  403  404  403  403  | lead=no
POST /admin/teams/{free_team}/members/{lead}/removal      303  303   403  403  403  403  403  403  403  403  404  403  403
GET  /admin/teams/{team}/ending/new                       303  200   403  403  403  403  403  403  403  403  404  403  403
GET  /admin/teams/{free_team}/ending/new                  303  200   403  403  403  403  403  403  403  403  404  403  403
POST /admin/teams/{free_team}/ending                      303  303   403  403  403  403  403  403  403  403  404  403  403
POST /admin/teams/{free_team}/reopening                   303  303   403  403  403  403  403  403  403  403  404  403  403
GET  /admin/teams/{free_team}/phone-lines/new             303  200   403  403  403  403  403  403  403  403  404  403  403
POST /admin/teams/{free_team}/phone-lines                 303  303   403  403  403  403  403  403  403  403  404  403  403  | once={once}&name=Neuvonta&phone=0501234567&monday=9–12, 13–15
GET  /admin/phone-lines/{line}                            303  200   403  403  403  403  403  403  403  403  404  403  403
POST /admin/phone-lines/{line}                            303  303   403  403  403  403  403  403  403  403  404  403  403  | name=Neuvonta&phone=0501234567&monday=9–12, 13–15
POST /admin/phone-lines/{line}/removal                    303  303   403  403  403  403  403  403  403  403  404  403  403
GET  /admin/teams/{free_team}/seasons/new                 303  200  403  403  403  403  403  403  403  403  404  403  403
POST /admin/teams/{free_team}/seasons                     303  303  403  403  403  403  403  403  403  403  404  403  403  | once={once}&first_day=1.6.2027&last_day=31.7.2027&monday=9–12
GET  /admin/phone-lines/{line}/seasons/new                303  200  403  403  403  403  403  403  403  403  404  403  403
POST /admin/phone-lines/{line}/seasons                    303  303  403  403  403  403  403  403  403  403  404  403  403  | once={once}&first_day=1.6.2027&last_day=31.7.2027&monday=9–12
GET  /admin/seasons/{season}                              303  200  403  403  403  403  403  403  403  403  404  403  403
POST /admin/seasons/{season}                              303  303  403  403  403  403  403  403  403  403  404  403  403  | first_day=1.6.2027&last_day=31.7.2027&monday=9–12
POST /admin/seasons/{season}/removal                      303  303  403  403  403  403  403  403  403  403  404  403  403
GET  /admin/closing-days                                  303  200  403  403  403  403  403  403  403  403  403  403  403
POST /admin/closing-days                                  303  303  403  403  403  403  403  403  403  403  403  403  403  | once={once}&name=Sulku&first_day=1.6.2027&scope=team-{free_team}
POST /admin/closing-days/{closing}/removal                303  303  403  403  403  403  403  403  403  403  403  403  403
";

const TOPICS: &str = "
                                                          visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/topics                                        303  200   403  403  403  403  403  403  403  403  403  403  403
POST /admin/topics                                        303  303   403  403  403  403  403  403  403  403  403  403  403  | once={once}&name=Aihe {once}
GET  /admin/topics/{topic}                                303  200   403  403  403  403  403  403  403  403  403  403  403
POST /admin/topics/{free_topic}                           303  303   403  403  403  403  403  403  403  403  403  403  403  | name=Aihe {once}
POST /admin/topics/{free_topic}/position                  303  303   403  403  403  403  403  403  403  403  403  403  403  | direction=up
POST /admin/topics/{free_topic}/ending                    303  303   403  403  403  403  403  403  403  403  403  403  403
POST /admin/topics/{free_topic}/reopening                 303  303   403  403  403  403  403  403  403  403  403  403  403
";

const TAGS: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/tags                        303     200   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/tags/{tag}                  303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/tags/{tag}                  303     303   403   403     403       403  403   403   403    403     403    403    403  | tag=Tunniste {once}
POST /admin/tags/{tag}/merging          303     303   403   403     403       403  403   403   403    403     403    403    403  | into={other_tag}
POST /admin/tags/{tag}/removal          303     303   403   403     403       403  403   403   403    403     403    403    403
";

const ROUTING: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/routing                     303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/routing                     303     303   403   403     403       403  403   403   403    403     403    403    403  | once={once}&topic={topic}&team={team}&response=4 h&urgent_response=1 h
GET  /admin/routing/new                 303     200   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/routing/{routing}           303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/routing/{routing}           303     303   403   403     403       403  403   403   403    403     403    403    403  | topic={topic}&team={team}&response=4 h&urgent_response=1 h
POST /admin/routing/{routing}/position  303     303   403   403     403       403  403   403   403    403     403    403    403  | direction=up
POST /admin/routing/{routing}/removal   303     303   403   403     403       403  403   403   403    403     403    403    403
";

const REPORTS: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /reports/handovers                 303     200   200   200     200       200  403   200   403    403     403    200    403
GET  /reports/needs                  303     200   200   200     200       200  200   200   200    200     200    200    403
GET  /reports/needs/{need_version}   303     200   200   200     200       200  200   200   200    200     200    200    403
GET  /needs/occupations              303     403   200   200     200       200  200   200   403    200     403    403    403
GET  /admin/needs                    303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/needs                    303     303   403   403     403       403  403   403   403    403     403    403    403  | once={once}&wording=Kysymys {once}&kind=yes_no
POST /admin/needs/defaults           303     303   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/needs/{need}             303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/needs/{need}             303     303   403   403     403       403  403   403   403    403     403    403    403  | wording=Kysymys {once}&kind=number&industry=C
POST /admin/needs/{need}/position    303     303   403   403     403       403  403   403   403    403     403    403    403  | direction=up
POST /admin/needs/{need}/ending      303     303   403   403     403       403  403   403   403    403     403    403    403
POST /admin/needs/{need}/reopening   303     303   403   403     403       403  403   403   403    403     403    403    403
";

const MAIL: &str = "
                                  visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/mails                 303     200   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/mails/{mail}          303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/mails/{mail}/attempts 303     303   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/settings              303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/settings              303     303   403   403     403       403  403   403   403    403     403    403    403  | payment_days=10, 25&payment_roll=next&sending_from=8&sending_until=17&still_not_taken_times=2&no_attempt_days=1&expired_days=2&unanswered_attempts=3&mailed_within_days=5
GET  /admin/jobs                  303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/jobs/{job}/runs       303     303   403   403     403       403  403   403   403    403     403    403    403
";

const SET_UP: &str = "
                          visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /setup               303     200   403   403     403       403  403   403   403    403     403    403    403
POST /setup/skips         303     303   403   403     403       403  403   403   403    403     403    403    403  | step=import
POST /setup/skips/removal 303     303   403   403     403       403  403   403   403    403     403    403    403  | step=import
GET  /setup/teams         303     200   403   403     403       403  403   403   403    403     403    403    403
POST /setup/teams         303     303   403   403     403       403  403   403   403    403     403    403    403  | once={once}&name_1={once}&mailbox_1=tiimi@alue.example
GET  /setup/topics        303     200   403   403     403       403  403   403   403    403     403    403    403
POST /setup/topics        303     303   403   403     403       403  403   403   403    403     403    403    403  | topics=Uusi aihe
GET  /setup/routing       303     200   403   403     403       403  403   403   403    403     403    403    403
POST /setup/routing       303     303   403   403     403       403  403   403   403    403     403    403    403  | team={team}&response=4 h&urgent_response=1 h
GET  /setup/mail          303     200   403   403     403       403  403   403   403    403     403    403    403
POST /setup/mail/tests    303     303   403   403     403       403  403   403   403    403     403    403    403
GET  /setup/{any}         404     404   404   404     404       404  404   404   404    404     404    404    404
POST /setup/{any}         404     404   404   404     404       404  404   404   404    404     404    404    404  | area=x
";

const IMPORTS: &str = "
                             visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin/imports          303     200   403   403     403       403  403   403   403    403     403    403    403
POST /admin/imports          303     422   403   403     403       403  403   403   403    403     403    403    403
POST /admin/imports/downloads 303    303   403   403     403       403  403   403   403    403     403    403    403  | area_only=true
POST /admin/imports/schedule 303     303   403   403     403       403  403   403   403    403     403    403    403  | every=never
GET  /admin/imports/{import} 303     200   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/imports/{import}/changes 303 200 403  403     403       403  403   403   403    403     403    403    403
POST /admin/imports/{import}/changes/{change}/decision 303 303 403 403 403 403 403 403 403    403     403    403    403  | decision=kept
";

// A file that is not confirmed yet is for who sent it: here the coordinator.
const TRANSFERS: &str = "
                                       visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /transfers                        303     200   200   403     403       403  403   403   403    403     403    403    403
POST /transfers                        303     422   422   403     403       403  403   403   403    403     403    403    403
GET  /transfers/{transfer}             303     404   200   403     403       403  403   403   403    403     403    403    403
GET  /transfers/{transfer}/columns     303     404   200   403     403       403  403   403   403    403     403    403    403
POST /transfers/{transfer}/columns     303     404   303   403     403       403  403   403   403    403     403    403    403  | column-0=name
GET  /transfers/{transfer}/refusals    303     404   200   403     403       403  403   403   403    403     403    403    403
POST /transfers/{transfer}/confirmation 303    404   303   403     403       403  403   403   403    403     403    403    403  | rows=good
POST /transfers/{transfer}/undoing     303     404   303   403     403       403  403   403   403    403     403    403    403
POST /transfers/{transfer}/removal     303     404   303   403     403       403  403   403   403    403     403    403    403
";

const ACCOUNT: &str = "
                                                                  visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /password                                                    200     200   200   200     200       200  200   200   200    200     200    200    200
POST /password                                                    422     422   422   422     422       422  422   422   422    422     422    422    422  | email=x
GET  /password/{new_password}                                     200     409   409   409     409       409  409   409   409    409     409    409    409
POST /password/{new_password}                                     422     409   409   409     409       409  409   409   409    409     409    409    409  | password=x
GET  /invitations/{invitation}                                    200     409   409   409     409       409  409   409   409    409     409    409    409
POST /invitations/{invitation}                                    422     409   409   409     409       409  409   409   409    409     409    409    409  | password=x
POST /session/organisation                                        303     303   303   303     303       303  303   303   303    409     409    303    303  | organisation={host}
GET  /settings                                                    303     200   200   200     200       200  200   200   200    200     200    200    200
POST /settings                                                    303     303   303   303     303       303  303   303   303    303     303    303    303  | language=fi
POST /settings/password                                           303     422   422   422     422       422  422   422   422    422     422    422    422  | current=x&password=y
POST /settings/sessions/ending                                    303     303   303   303     303       303  303   303   303    303     303    303    303
";

const STAFF: &str = "
                                                                  visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /admin                                                       303     200   403   403     403       403  403   403   403    403     200    403    403
GET  /admin/parts                                                 303     200   403   403     403       403  403   403   403    403     403    403    403
GET  /admin/staff                                                 303     200   403   403     403       403  403   403   403    403     200    403    403
POST /admin/staff                                                 303     303   403   403     403       403  403   403   403    403     303    403    403  | once={once}&organisation={guest_organisation}&name=Uusi Tulokas&email={once}@alue.example&language=fi&roles=partner
GET  /admin/staff/new                                             303     200   403   403     403       403  403   403   403    403     200    403    403
GET  /admin/staff/{leaver}                                        303     200   403   403     403       403  403   403   403    403     200    403    403
POST /admin/staff/{leaver}                                        303     303   403   403     403       403  403   403   403    403     303    403    403  | name=Lasse Lähtevä&email={once}@alue.example&language=sv
GET  /admin/staff/{leaver}/edit                                   303     200   403   403     403       403  403   403   403    403     200    403    403
POST /admin/staff/{leaver}/links                                  303     303   403   403     403       403  403   403   403    403     303    403    403
POST /admin/staff/{leaver}/memberships                            303     303   403   403     403       403  403   403   403    403     409    403    403  | organisation={host}&roles=reader
GET  /admin/staff/{leaver}/memberships/new                        303     200   403   403     403       403  403   403   403    403     409    403    403
GET  /admin/staff/{leaver}/memberships/{guest_organisation}       303     200   403   403     403       403  403   403   403    403     200    403    403
POST /admin/staff/{leaver}/memberships/{guest_organisation}       303     303   403   403     403       403  403   403   403    403     303    403    403  | roles=reader
POST /admin/staff/{leaver}/memberships/{guest_organisation}/ending 303     303   403   403     403       403  403   403   403    403     303    403    403
GET  /admin/staff/{leaver}/deactivation                           303     200   403   403     403       403  403   403   403    403     200    403    403
POST /admin/staff/{leaver}/deactivation                           303     303   403   403     403       403  403   403   403    403     303    403    403
POST /admin/staff/{leaver}/reactivation                           303     303   403   403     403       403  403   403   403    403     303    403    403
GET  /admin/staff/{member}                                        303     200   403   403     403       403  403   403   403    403     404    403    403
";

#[derive(Clone, Debug)]
pub struct Entry {
    pub method: Method,
    pub path: &'static str,
    /// In the order of `COLUMNS`.
    pub statuses: Vec<u16>,
    /// The form, if the route reads one.
    pub body: Option<&'static str>,
}

impl Entry {
    /// The first administrator's link, which leads nowhere where there are accounts.
    pub fn is_closed(&self) -> bool {
        self.statuses.iter().all(|status| *status == 404)
    }
}

pub fn entries() -> Vec<Entry> {
    let tables = [
        FRAME,
        CALLBACKS,
        COMPANIES,
        GROUPS,
        SITES,
        PEOPLE,
        CONTACTS,
        CALL_LISTS,
        TASKS,
        duty::DUTY,
        ORGANISATIONS,
        TEAMS,
        TOPICS,
        TAGS,
        ROUTING,
        REPORTS,
        MAIL,
        SET_UP,
        IMPORTS,
        TRANSFERS,
        ACCOUNT,
        STAFF,
    ];
    let lines = tables.iter().flat_map(|table| table.lines());
    lines.filter(|line| !line.trim().is_empty() && !line.trim().starts_with("visitor ")).map(read).collect()
}

fn read(line: &'static str) -> Entry {
    let (head, body) = line.split_once('|').map_or((line, None), |(head, body)| (head, Some(body.trim())));
    let mut words = head.split_whitespace();
    let method = words.next().and_then(|method| method.parse().ok()).expect("a line begins with a method");
    let path = words.next().expect("then a path");
    let statuses: Vec<u16> = words.map(|status| status.parse().unwrap_or_else(|_| panic!("{line}: {status} is no status"))).collect();
    assert_eq!(statuses.len(), COLUMNS.split(' ').count(), "{line}: a status for each of {COLUMNS}");
    Entry { method, path, statuses, body }
}

/// The path with `{}` for whatever stands in braces.
pub fn pattern(path: &str) -> String {
    with_id(path, "{}")
}

/// The path with `id` in place of each name in braces.
pub fn with_id(path: &str, id: &str) -> String {
    let mut parts = path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |path, part| path + id + part.split_once('}').map_or("", |(_, rest)| rest))
}
