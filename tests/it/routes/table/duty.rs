//! Duty, absences and calendars.

pub const DUTY: &str = "
                                        visitor admin coord handler colleague lead caseh casel logger partner padmin reader log
GET  /duty                              303     200   200   200     200       200  200   200   403    200     200    403    403
POST /duty                              303     303   303   303     303       303  403   403   403    403     404    403    403  | team={team}&from=2026-11-16&day-2026-11-23={member}
GET  /duty/{team}/feed                  303     200   200   200     200       200  403   403   403    403     404    403    403
POST /duty/{team}/feed                  303     200   200   200     200       200  403   403   403    403     404    403    403  | once={once}
POST /duty/{team}/feed/removal          303     303   303   303     303       303  403   403   403    403     404    403    403
GET  /duty/{team}/{shift_day}/swap      303     200   200   200     200       200  404   404   403    404     404    403    403
POST /duty/{team}/{shift_day}/swap      303     303   303   303     303       303  404   404   403    404     404    403    403  | once={once}&from={member}&with={lead}
GET  /absences                          303     200   200   200     200       200  200   200   403    200     200    403    403
POST /absences                          303     303   303   303     303       303  422   422   403    422     422    403    403  | once={once}&person={absentee}&from_on=1.12.2026
POST /absences/{absence}/removal        303     303   303   303     303       303  404   404   403    404     404    403    403
GET  /settings/calendar                 303     403   200   200     200       200  200   200   403    200     403    403    403
POST /settings/calendar                 303     403   200   200     200       200  200   200   403    200     403    403    403  | once={once}
POST /settings/calendar/removal         303     403   303   303     303       303  303   303   403    303     403    403    403
GET  /feeds/{feed}.ics                  200     200   200   200     200       200  200   200   200    200     200    200    200
";
