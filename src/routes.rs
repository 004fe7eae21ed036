//! Every URL, grouped by noun, with who may call it. The table registers the routes, guards them and drives the
//! route × role test; what is not in it is 404, and a wrong method on a known path is 405.

mod access;
mod gate;
mod kept;
mod navigation;

use crate::web::viewer::Role::{self, *};
use crate::web::{assets, drafts};
use crate::{
    absences, answers, call_lists, callbacks, companies, company_batches, contacts, duplicates, feeds, groups, imports, jobs, mail, needs,
    organisations, overview, people, reports, routing, set_up, settings, sites, staff, swaps, tasks, transfers,
};
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, Route as Handler, guard, web};

/// Reads the company register.
pub const READERS: Access = Access::Roles(&[Administrator, Coordinator, EmployerTeam, CaseHandler, CaseLead, Staff, Partner, Reader]);
/// Logs a call-back: everyone who may meet an employer.
const LOGGERS: Access = Access::Roles(&[Administrator, Coordinator, EmployerTeam, CaseHandler, CaseLead, Staff, Partner]);
pub const WORKER_ROLES: &[Role] = &[Coordinator, EmployerTeam, CaseHandler, CaseLead, Partner];
/// Writes to the register and the contact log, takes call-backs and holds tasks.
pub const WORKERS: Access = Access::Roles(WORKER_ROLES);
/// Merges companies that are in the register twice: a deed for all organisations, so the host's to do.
pub const MERGERS: Access = Access::AtHost(WORKER_ROLES);
/// Manages people and teams: the host's administrator those of every organisation, a partner's the own ones.
pub const PEOPLE_ADMINISTRATORS: Access = Access::Roles(&[Administrator]);
/// Brings tables of the register in: who moves the area in, and who leads its work.
pub const IMPORTERS: Access = Access::AtHost(&[Administrator, Coordinator]);
/// Sets up shared rows and sees the mail page.
pub const ADMINISTRATORS: Access = Access::AtHost(&[Administrator]);
/// Plans who is on duty in the teams of the own organisation, and enters who is away.
pub const PLANNERS: Access = Access::Either(&PEOPLE_ADMINISTRATORS, &Access::AtHost(&[Coordinator, EmployerTeam]));
/// Reads the roster of the own teams, or plans.
const DUTY_READERS: Access = Access::Either(&WORKERS, &PLANNERS);

/// Reads counts of the whole employment area: who leads work there, and who decides on it.
const REPORT_READERS: Access = Access::AtHost(&[Administrator, Coordinator, EmployerTeam, CaseLead, Reader]);

pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
    handler: fn() -> Handler,
}

macro_rules! routes {
    ($($method:ident $path:literal $access:expr => $handler:expr;)*) => {
        &[$(Route { method: Method::$method, path: $path, access: $access, handler: || on(Method::$method).to($handler) }),*]
    };
}

pub static ROUTES: &[Route] = routes! {
    GET  "/healthz" Access::Anyone => overview::health::show;
    GET  "/assets/{fingerprint}/{path:.*}" Access::Anyone => assets::show;
    GET  "/login" Access::Anyone => staff::pages::sign_in_form;
    POST "/login" Access::Anyone => staff::pages::sign_in;
    POST "/logout" Access::SignedIn => staff::pages::sign_out;
    POST "/drafts" Access::SignedIn => drafts::pages::save;
    POST "/drafts/removal" Access::SignedIn => drafts::pages::remove;
    GET  "/password" Access::Anyone => staff::forgotten::show;
    POST "/password" Access::Anyone => staff::forgotten::request;
    GET  "/password/{token}" Access::Anyone => staff::link_pages::show_password;
    POST "/password/{token}" Access::Anyone => staff::link_pages::set_password;
    GET  "/invitations/{token}" Access::Anyone => staff::link_pages::show_invitation;
    POST "/invitations/{token}" Access::Anyone => staff::link_pages::accept_invitation;
    POST "/session/organisation" Access::SignedIn => staff::settings::switch;
    GET  "/settings" Access::SignedIn => staff::settings::show;
    POST "/settings" Access::SignedIn => staff::settings::save;
    POST "/settings/password" Access::SignedIn => staff::settings::change_password;
    POST "/settings/sessions/ending" Access::SignedIn => staff::settings::end_other_sessions;

    GET  "/" Access::SignedIn => overview::pages::my_day;

    // set-up
    GET  "/setup" ADMINISTRATORS => set_up::pages::list;
    POST "/setup/skips" ADMINISTRATORS => set_up::pages::skip;
    POST "/setup/skips/removal" ADMINISTRATORS => set_up::pages::unskip;
    GET  "/setup/teams" ADMINISTRATORS => set_up::teams::form;
    POST "/setup/teams" ADMINISTRATORS => set_up::teams::create;
    GET  "/setup/topics" ADMINISTRATORS => set_up::topics::form;
    POST "/setup/topics" ADMINISTRATORS => set_up::topics::create;
    GET  "/setup/routing" ADMINISTRATORS => set_up::routing::form;
    POST "/setup/routing" ADMINISTRATORS => set_up::routing::save;
    GET  "/setup/mail" ADMINISTRATORS => set_up::mail::show;
    POST "/setup/mail/tests" ADMINISTRATORS => set_up::mail::send;
    // The first administrator's link; after the steps, whose names no token has.
    GET  "/setup/{token}" Access::Anyone => set_up::first::form;
    POST "/setup/{token}" Access::Anyone => set_up::first::create;

    // callbacks
    GET  "/callbacks" LOGGERS => callbacks::queue::list;
    POST "/callbacks" LOGGERS => callbacks::pages::create;
    GET  "/callbacks/new" LOGGERS => callbacks::pages::new;
    GET  "/callbacks/open-matches" LOGGERS => callbacks::fragments::open_matches;
    GET  "/callbacks/waiting" LOGGERS => callbacks::fragments::waiting;
    GET  "/callbacks/{id}" LOGGERS => callbacks::show::show;
    POST "/callbacks/{id}/claim" WORKERS => callbacks::deeds::claim;
    POST "/callbacks/{id}/release" WORKERS => callbacks::deeds::release;
    POST "/callbacks/{id}/attempts" WORKERS => callbacks::attempts::create;
    GET  "/callbacks/{id}/handovers/new" WORKERS => callbacks::handovers::new;
    POST "/callbacks/{id}/handovers" WORKERS => callbacks::handovers::create;
    GET  "/callbacks/{id}/handovers/due" WORKERS => callbacks::handover_due::show;
    GET  "/callbacks/{id}/closure/new" WORKERS => callbacks::closures::new;
    POST "/callbacks/{id}/closure" WORKERS => callbacks::closures::create;
    POST "/callbacks/{id}/cancellation" LOGGERS => callbacks::deeds::cancel;
    POST "/callbacks/{id}/reopening" LOGGERS => callbacks::deeds::reopen;
    GET  "/callbacks/{id}/additions/new" LOGGERS => callbacks::additions::new;
    POST "/callbacks/{id}/additions" LOGGERS => callbacks::additions::create;
    POST "/callbacks/{id}/answer-links" LOGGERS => answers::send_again;
    POST "/callbacks/{id}/company" WORKERS => callbacks::linking::create;

    // answers: what a link in a mail asks
    GET  "/a/{token}" Access::Anyone => answers::pages::show;
    POST "/a/{token}" Access::Anyone => answers::pages::create;

    // companies
    GET  "/companies" READERS => companies::list::index;
    POST "/companies" WORKERS => companies::pages::create;
    GET  "/companies/new" WORKERS => companies::pages::new;
    GET  "/companies/lookup" WORKERS => companies::lookup::show;
    POST "/companies/lookup" WORKERS => companies::lookup::create;
    GET  "/companies/suggestions" READERS => companies::suggestions::companies;
    GET  "/companies/matches" WORKERS => companies::matches::show;
    GET  "/companies/industries" READERS => companies::suggestions::industries;
    GET  "/companies/tags" WORKERS => companies::tags::pages::suggestions;
    POST "/companies/batches" WORKERS => company_batches::pages::create;
    GET  "/companies/batches/new" WORKERS => company_batches::pages::new;
    GET  "/companies/filters" READERS => companies::saved_filters::pages::list;
    POST "/companies/filters" READERS => companies::saved_filters::pages::create;
    GET  "/companies/filters/new" READERS => companies::saved_filters::pages::new;
    POST "/companies/filters/{id}/removal" READERS => companies::saved_filters::pages::remove;
    GET  "/companies/duplicates" WORKERS => duplicates::list::index;
    GET  "/companies/merges" WORKERS => duplicates::merges::list;
    GET  "/companies/merges/{merge}/undoing/new" MERGERS => duplicates::undo_pages::new;
    POST "/companies/merges/{merge}/undoing" MERGERS => duplicates::undo_pages::create;
    GET  "/companies/{id}/merges/new" MERGERS => duplicates::merge_pages::new;
    POST "/companies/{id}/merges" MERGERS => duplicates::merge_pages::create;
    POST "/companies/{id}/distinctions" MERGERS => duplicates::distinctions::create;
    POST "/companies/{id}/distinctions/removal" MERGERS => duplicates::distinctions::remove;
    GET  "/companies/export" WORKERS => transfers::export::pages::show;
    GET  "/companies/{id}/ending/new" WORKERS => companies::endings::new;
    POST "/companies/{id}/ending" WORKERS => companies::endings::end;
    POST "/companies/{id}/reopening" WORKERS => companies::endings::reopen;
    POST "/companies/{id}/restorations" WORKERS => companies::restorations::create;
    GET  "/companies/{id}/marks/new" WORKERS => companies::marks::pages::new;
    POST "/companies/{id}/marks" WORKERS => companies::marks::pages::create;
    POST "/companies/{id}/marks/{mark}/ending" WORKERS => companies::marks::pages::end;
    POST "/companies/{id}/owner" WORKERS => companies::owners::pages::create;
    POST "/companies/{id}/tags" WORKERS => companies::tags::pages::create;
    POST "/companies/{id}/tags/{tag}/removal" WORKERS => companies::tags::pages::remove;
    GET  "/companies/{id}/edit" WORKERS => companies::pages::edit;
    POST "/companies/{id}" WORKERS => companies::pages::update;
    GET  "/companies/{id}" READERS => overview::pages::company;

    // groups
    POST "/companies/{id}/group" WORKERS => groups::pages::join;
    GET  "/groups/suggestions" WORKERS => groups::pages::suggestions;
    GET  "/groups/{id}" READERS => groups::pages::show;
    POST "/groups/{id}" WORKERS => groups::pages::rename;
    POST "/groups/{id}/members" WORKERS => groups::members::create;
    POST "/groups/{id}/members/{company}/removal" WORKERS => groups::members::remove;
    POST "/groups/{id}/members/{company}/parenthood" WORKERS => groups::members::set_parent;
    POST "/groups/{id}/parenthood/removal" WORKERS => groups::members::remove_parent;

    // sites
    GET  "/companies/{id}/sites/new" WORKERS => sites::pages::new;
    POST "/companies/{id}/sites" WORKERS => sites::pages::create;
    GET  "/sites/{id}/edit" WORKERS => sites::pages::edit;
    POST "/sites/{id}" WORKERS => sites::pages::update;
    POST "/sites/{id}/ending" WORKERS => sites::pages::end;
    POST "/sites/{id}/reopening" WORKERS => sites::pages::reopen;

    // people
    GET  "/companies/{id}/people/new" WORKERS => people::pages::new;
    POST "/companies/{id}/people" WORKERS => people::pages::create;
    GET  "/people/new" WORKERS => people::company_choice::show;
    GET  "/people/{id}/edit" WORKERS => people::pages::edit;
    GET  "/people/{id}/consents" READERS => people::consents::pages::list;
    POST "/people/{id}/consents" WORKERS => people::consents::pages::create;
    GET  "/people/{id}/consents/{consent}/withdrawal/new" WORKERS => people::consents::withdrawals::new;
    POST "/people/{id}/consents/{consent}/withdrawal" WORKERS => people::consents::withdrawals::create;
    POST "/people/{id}" WORKERS => people::pages::update;
    POST "/people/{id}/ending" WORKERS => people::pages::end;

    // contacts
    GET  "/companies/{id}/contacts/new" WORKERS => contacts::pages::new;
    POST "/companies/{id}/contacts" WORKERS => contacts::pages::create;
    GET  "/contacts/{id}" READERS => contacts::show::show;
    POST "/contacts/{id}" WORKERS => contacts::corrections::correct;
    POST "/contacts/{id}/visibility" WORKERS => contacts::corrections::change_visibility;

    // call lists
    GET  "/call-lists" READERS => call_lists::pages::index;
    POST "/call-lists" WORKERS => call_lists::making::create;
    GET  "/call-lists/new" WORKERS => call_lists::making::new;
    GET  "/call-lists/{id}" READERS => call_lists::show::show;
    POST "/call-lists/{id}" WORKERS => call_lists::pages::update;
    GET  "/call-lists/{id}/edit" WORKERS => call_lists::pages::edit;
    POST "/call-lists/{id}/ending" WORKERS => call_lists::deeds::end;
    POST "/call-lists/{id}/reopening" WORKERS => call_lists::deeds::reopen;
    POST "/call-lists/{id}/turns" WORKERS => call_lists::work::next;
    GET  "/call-lists/{id}/companies/{entry}" WORKERS => call_lists::work::show;
    POST "/call-lists/{id}/companies/{entry}/claim" WORKERS => call_lists::work::claim;
    POST "/call-lists/{id}/companies/{entry}/release" WORKERS => call_lists::work::release;
    POST "/call-lists/{id}/companies/{entry}/calls" WORKERS => call_lists::work::create;

    // tasks
    GET  "/tasks" WORKERS => tasks::pages::list;
    POST "/tasks" WORKERS => tasks::new::create;
    GET  "/tasks/new" WORKERS => tasks::new::new;
    POST "/tasks/batches" WORKERS => tasks::batches::pages::create;
    GET  "/tasks/batches/{id}" WORKERS => tasks::batches::pages::show;
    POST "/tasks/batches/{id}/undoing" WORKERS => tasks::batches::pages::undo;
    GET  "/tasks/{id}" READERS => tasks::show;
    POST "/tasks/{id}" WORKERS => tasks::rename;
    POST "/tasks/{id}/completion" WORKERS => tasks::complete;
    POST "/tasks/{id}/reopening" WORKERS => tasks::reopen;
    POST "/tasks/{id}/claim" WORKERS => tasks::claim;
    POST "/tasks/{id}/dates" WORKERS => tasks::reschedule;
    POST "/tasks/{id}/snoozes" WORKERS => tasks::snooze::create;
    POST "/tasks/{id}/snoozes/removal" WORKERS => tasks::snooze::remove;
    POST "/tasks/{id}/handovers" WORKERS => tasks::hand_over;

    // reports
    GET  "/reports/handovers" REPORT_READERS => reports::handovers::show;
    GET  "/reports/needs" READERS => reports::needs::show;
    GET  "/reports/needs/{version}" READERS => reports::needs::list;

    // needs
    GET  "/needs/occupations" WORKERS => needs::suggestions::occupations;
    GET  "/admin/needs" ADMINISTRATORS => needs::questions::pages::list;
    POST "/admin/needs" ADMINISTRATORS => needs::questions::pages::create;
    POST "/admin/needs/defaults" ADMINISTRATORS => needs::questions::pages::enter_defaults;
    GET  "/admin/needs/{id}" ADMINISTRATORS => needs::questions::pages::edit;
    POST "/admin/needs/{id}" ADMINISTRATORS => needs::questions::pages::change;
    POST "/admin/needs/{id}/position" ADMINISTRATORS => needs::questions::placing::shift;
    POST "/admin/needs/{id}/ending" ADMINISTRATORS => needs::questions::placing::end;
    POST "/admin/needs/{id}/reopening" ADMINISTRATORS => needs::questions::placing::reopen;

    // duty, absences, calendars
    GET  "/duty" DUTY_READERS => organisations::duty::pages::show;
    POST "/duty" PLANNERS => organisations::duty::pages::save;
    GET  "/duty/{team}/feed" PLANNERS => feeds::team_pages::show;
    POST "/duty/{team}/feed" PLANNERS => feeds::team_pages::make;
    POST "/duty/{team}/feed/removal" PLANNERS => feeds::team_pages::remove;
    GET  "/duty/{team}/{day}/swap" DUTY_READERS => swaps::pages::new;
    POST "/duty/{team}/{day}/swap" DUTY_READERS => swaps::pages::create;
    GET  "/absences" DUTY_READERS => absences::pages::list;
    POST "/absences" DUTY_READERS => absences::pages::create;
    POST "/absences/{id}/removal" DUTY_READERS => absences::pages::remove;
    GET  "/settings/calendar" WORKERS => feeds::pages::show;
    POST "/settings/calendar" WORKERS => feeds::pages::make;
    POST "/settings/calendar/removal" WORKERS => feeds::pages::remove;
    GET  "/feeds/{token}.ics" Access::Anyone => feeds::show::show;

    // organisations
    GET  "/admin/organisations" ADMINISTRATORS => organisations::pages::list;
    POST "/admin/organisations" ADMINISTRATORS => organisations::pages::create;
    GET  "/admin/organisations/new" ADMINISTRATORS => organisations::pages::new;
    GET  "/admin/organisations/municipalities" ADMINISTRATORS => organisations::area::suggestions;
    GET  "/admin/organisations/{id}" ADMINISTRATORS => organisations::pages::edit;
    POST "/admin/organisations/{id}" ADMINISTRATORS => organisations::pages::change;

    GET  "/admin/sharing" PEOPLE_ADMINISTRATORS => organisations::sharing::pages::show;
    POST "/admin/sharing" PEOPLE_ADMINISTRATORS => organisations::sharing::pages::change;

    // teams
    GET  "/admin/teams" PEOPLE_ADMINISTRATORS => organisations::teams::pages::list;
    POST "/admin/teams" PEOPLE_ADMINISTRATORS => organisations::teams::pages::create;
    GET  "/admin/teams/new" PEOPLE_ADMINISTRATORS => organisations::teams::pages::new;
    GET  "/admin/teams/{id}" PEOPLE_ADMINISTRATORS => organisations::teams::pages::show;
    POST "/admin/teams/{id}" PEOPLE_ADMINISTRATORS => overview::team_details::change;
    POST "/admin/teams/{id}/members" PEOPLE_ADMINISTRATORS => organisations::teams::members::create;
    POST "/admin/teams/{id}/members/{staff}" PEOPLE_ADMINISTRATORS => organisations::teams::members::change;
    POST "/admin/teams/{id}/members/{staff}/removal" PEOPLE_ADMINISTRATORS => overview::departure::leave_team;
    GET  "/admin/teams/{id}/ending/new" PEOPLE_ADMINISTRATORS => overview::team_ending::new;
    POST "/admin/teams/{id}/ending" PEOPLE_ADMINISTRATORS => overview::team_ending::create;
    POST "/admin/teams/{id}/reopening" PEOPLE_ADMINISTRATORS => organisations::teams::pages::reopen;
    GET  "/admin/teams/{id}/phone-lines/new" PEOPLE_ADMINISTRATORS => organisations::phone_lines::pages::new;
    POST "/admin/teams/{id}/phone-lines" PEOPLE_ADMINISTRATORS => organisations::phone_lines::pages::create;
    GET  "/admin/phone-lines/{id}" PEOPLE_ADMINISTRATORS => organisations::phone_lines::pages::edit;
    POST "/admin/phone-lines/{id}" PEOPLE_ADMINISTRATORS => organisations::phone_lines::pages::change;
    POST "/admin/phone-lines/{id}/removal" PEOPLE_ADMINISTRATORS => organisations::phone_lines::pages::remove;
    GET  "/admin/teams/{id}/seasons/new" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::new_of_team;
    POST "/admin/teams/{id}/seasons" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::create_of_team;
    GET  "/admin/phone-lines/{id}/seasons/new" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::new_of_line;
    POST "/admin/phone-lines/{id}/seasons" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::create_of_line;
    GET  "/admin/seasons/{id}" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::edit;
    POST "/admin/seasons/{id}" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::change;
    POST "/admin/seasons/{id}/removal" PEOPLE_ADMINISTRATORS => organisations::seasons::pages::remove;
    GET  "/admin/closing-days" ADMINISTRATORS => organisations::closing_days::pages::list;
    POST "/admin/closing-days" ADMINISTRATORS => organisations::closing_days::pages::create;
    POST "/admin/closing-days/{id}/removal" ADMINISTRATORS => organisations::closing_days::pages::remove;

    // topics
    GET  "/admin/topics" ADMINISTRATORS => organisations::topics::pages::list;
    POST "/admin/topics" ADMINISTRATORS => organisations::topics::pages::create;
    GET  "/admin/topics/{id}" ADMINISTRATORS => organisations::topics::pages::edit;
    POST "/admin/topics/{id}" ADMINISTRATORS => organisations::topics::pages::rename;
    POST "/admin/topics/{id}/position" ADMINISTRATORS => organisations::topics::pages::shift;
    POST "/admin/topics/{id}/ending" ADMINISTRATORS => organisations::topics::pages::end;
    POST "/admin/topics/{id}/reopening" ADMINISTRATORS => organisations::topics::pages::reopen;

    // tags
    GET  "/admin/tags" ADMINISTRATORS => companies::tags::admin::list;
    GET  "/admin/tags/{id}" ADMINISTRATORS => companies::tags::admin::edit;
    POST "/admin/tags/{id}" ADMINISTRATORS => companies::tags::admin::rename;
    POST "/admin/tags/{id}/merging" ADMINISTRATORS => companies::tags::admin::merge;
    POST "/admin/tags/{id}/removal" ADMINISTRATORS => companies::tags::admin::remove;

    // routing
    GET  "/admin/routing" ADMINISTRATORS => routing::pages::list;
    POST "/admin/routing" ADMINISTRATORS => routing::pages::create;
    GET  "/admin/routing/new" ADMINISTRATORS => routing::pages::new_form;
    GET  "/admin/routing/{id}" ADMINISTRATORS => routing::pages::edit_form;
    POST "/admin/routing/{id}" ADMINISTRATORS => routing::pages::change;
    POST "/admin/routing/{id}/position" ADMINISTRATORS => routing::pages::shift;
    POST "/admin/routing/{id}/removal" ADMINISTRATORS => routing::pages::remove;

    // settings
    GET  "/admin/settings" ADMINISTRATORS => settings::pages::show;
    POST "/admin/settings" ADMINISTRATORS => settings::pages::change;

    // mail
    GET  "/admin/mails" ADMINISTRATORS => mail::pages::list;
    GET  "/admin/mails/{id}" ADMINISTRATORS => mail::pages::show;
    POST "/admin/mails/{id}/attempts" ADMINISTRATORS => mail::pages::try_again;

    // jobs
    GET  "/admin/jobs" ADMINISTRATORS => jobs::pages::list;
    POST "/admin/jobs/{name}/runs" ADMINISTRATORS => jobs::pages::run;

    // imports
    GET  "/admin/imports" ADMINISTRATORS => imports::pages::list;
    POST "/admin/imports" ADMINISTRATORS => imports::pages::create;
    POST "/admin/imports/downloads" ADMINISTRATORS => imports::pages::download;
    POST "/admin/imports/schedule" ADMINISTRATORS => imports::pages::set_schedule;
    GET  "/admin/imports/{id}/changes" ADMINISTRATORS => imports::changes::pages::show;
    POST "/admin/imports/{id}/changes/{change}/decision" ADMINISTRATORS => imports::changes::deeds::create;
    GET  "/admin/imports/{id}" ADMINISTRATORS => imports::pages::show;

    // transfers
    GET  "/transfers" IMPORTERS => transfers::pages::list;
    POST "/transfers" IMPORTERS => transfers::pages::create;
    GET  "/transfers/{id}" IMPORTERS => transfers::show::show;
    GET  "/transfers/{id}/columns" IMPORTERS => transfers::pages::columns;
    POST "/transfers/{id}/columns" IMPORTERS => transfers::pages::set_columns;
    GET  "/transfers/{id}/refusals" IMPORTERS => transfers::show::refusals;
    POST "/transfers/{id}/confirmation" IMPORTERS => transfers::pages::confirmation;
    POST "/transfers/{id}/undoing" IMPORTERS => transfers::pages::undoing;
    POST "/transfers/{id}/removal" IMPORTERS => transfers::pages::removal;

    // staff
    GET  "/admin" PEOPLE_ADMINISTRATORS => overview::administration::show;
    GET  "/admin/parts" ADMINISTRATORS => overview::gallery::show;
    GET  "/admin/staff" PEOPLE_ADMINISTRATORS => staff::list::list;
    POST "/admin/staff" PEOPLE_ADMINISTRATORS => staff::invite_pages::create;
    GET  "/admin/staff/new" PEOPLE_ADMINISTRATORS => staff::invite_pages::new;
    GET  "/admin/staff/{id}" PEOPLE_ADMINISTRATORS => staff::member_pages::show;
    POST "/admin/staff/{id}" PEOPLE_ADMINISTRATORS => staff::member_pages::update;
    GET  "/admin/staff/{id}/edit" PEOPLE_ADMINISTRATORS => staff::member_pages::edit;
    POST "/admin/staff/{id}/links" PEOPLE_ADMINISTRATORS => staff::member_pages::send_link;
    POST "/admin/staff/{id}/memberships" PEOPLE_ADMINISTRATORS => staff::membership_pages::create;
    GET  "/admin/staff/{id}/memberships/new" PEOPLE_ADMINISTRATORS => staff::membership_pages::new;
    GET  "/admin/staff/{id}/memberships/{organisation}" PEOPLE_ADMINISTRATORS => staff::membership_pages::edit;
    POST "/admin/staff/{id}/memberships/{organisation}" PEOPLE_ADMINISTRATORS => staff::membership_pages::update;
    POST "/admin/staff/{id}/memberships/{organisation}/ending" PEOPLE_ADMINISTRATORS => overview::departure::end_membership;
    GET  "/admin/staff/{id}/deactivation" PEOPLE_ADMINISTRATORS => overview::departure::confirm;
    POST "/admin/staff/{id}/deactivation" PEOPLE_ADMINISTRATORS => overview::departure::close_account;
    POST "/admin/staff/{id}/reactivation" PEOPLE_ADMINISTRATORS => overview::departure::reopen_account;
};

/// A GET route answers HEAD too.
fn on(method: Method) -> Handler {
    match method {
        Method::GET => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        other => web::method(other),
    }
}

/// Registers the table, grouped by path.
pub fn configure(config: &mut web::ServiceConfig) {
    let mut done: Vec<&str> = Vec::new();
    for route in ROUTES {
        if done.contains(&route.path) {
            continue;
        }
        done.push(route.path);
        let same_path = ROUTES.iter().filter(|other| other.path == route.path);
        let resource = same_path.fold(web::resource(route.path), |resource, route| resource.route((route.handler)()));
        let path = route.path;
        let resource = resource.wrap(from_fn(move |request, next| gate::admit(path, request, next)));
        config.service(resource.default_service(web::to(|| async { HttpResponse::MethodNotAllowed().finish() })));
    }
}

pub use access::Access;
pub use gate::gate;
pub use kept::FORM_LIMIT;

fn find(method: &Method, pattern: &str) -> Option<&'static Route> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    ROUTES.iter().find(|route| route.path == pattern && route.method == *method)
}
