//! Every URL, grouped by noun, with who may call it. The table registers the routes, guards them and drives the
//! route × role test; what is not in it is 404, and a wrong method on a known path is 405.

mod gate;

use crate::web::page::NavItem;
use crate::web::viewer::Role::{self, *};
use crate::web::{Viewer, assets};
use crate::{i18n, overview, staff};
use actix_web::http::Method;
use actix_web::{HttpResponse, Route as Handler, guard, web};

/// Who may call a route.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    /// Also without signing in.
    Anyone,
    SignedIn,
    /// In any organisation, with one of these roles.
    Roles(&'static [Role]),
    /// At the host organisation, with one of these roles.
    AtHost(&'static [Role]),
}

impl Access {
    pub fn allows(self, viewer: &Viewer) -> bool {
        match self {
            Self::Anyone | Self::SignedIn => true,
            Self::Roles(roles) => viewer.has_any(roles),
            Self::AtHost(roles) => viewer.at_host && viewer.has_any(roles),
        }
    }
}

/// Reads the company register.
const READERS: Access = Access::Roles(&[Administrator, Coordinator, EmployerTeam, CaseHandler, CaseLead, Staff, Partner, Reader]);
/// Logs a call-back: everyone who may meet an employer.
const LOGGERS: Access = Access::Roles(&[Administrator, Coordinator, EmployerTeam, CaseHandler, CaseLead, Staff, Partner]);
/// Writes to the register and the contact log, and takes call-backs.
const WORKERS: Access = Access::Roles(&[Coordinator, EmployerTeam, CaseHandler, CaseLead, Partner]);
/// Sets up shared rows and sees the mail page.
const ADMINISTRATORS: Access = Access::AtHost(&[Administrator]);
/// Plans who is on duty.
const PLANNERS: Access = Access::AtHost(&[Administrator, Coordinator, EmployerTeam]);

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

    GET  "/" Access::SignedIn => overview::pages::my_day;

    // callbacks

    // companies

    // people

    // contacts

    // tasks

    // duty

    // routing

    // mail

    // staff
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
        config.service(resource.default_service(web::to(|| async { HttpResponse::MethodNotAllowed() })));
    }
}

pub use gate::gate;

fn find(method: &Method, pattern: &str) -> Option<&'static Route> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    ROUTES.iter().find(|route| route.path == pattern && route.method == *method)
}

/// The main navigation, in order: address, text key, who sees it.
const NAV: &[(&str, &str, Access)] = &[
    ("/", "nav-my-day", Access::SignedIn),
    ("/callbacks", "nav-callbacks", LOGGERS),
    ("/companies", "nav-companies", READERS),
    ("/tasks", "nav-tasks", WORKERS),
    ("/duty", "nav-duty", PLANNERS),
    ("/admin", "nav-admin", ADMINISTRATORS),
];

/// What of the navigation this viewer sees; the longest address that the path begins with is current.
fn navigation(viewer: &Viewer, path: &str) -> Vec<NavItem> {
    let begins = |href: &str| path == href || (href != "/" && path.starts_with(&format!("{href}/")));
    let current = NAV.iter().map(|item| item.0).filter(|href| begins(href)).max_by_key(|href| href.len());
    NAV.iter()
        .filter(|item| item.2.allows(viewer))
        .map(|&(href, key, _)| NavItem { href, label: i18n::text(viewer.lang, key), current: current == Some(href), count: None })
        .collect()
}
