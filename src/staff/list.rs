//! The list of people: whom an administrator manages.

use super::accounts::{self, Account};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::paging::{Cursor, Pager};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// No password yet.
    Invited,
    Active,
    Closed,
}

impl State {
    pub fn of(password_hash: &str, deactivated_at: Option<NaiveDateTime>) -> Self {
        match deactivated_at {
            Some(_) => Self::Closed,
            None if password_hash.is_empty() => Self::Invited,
            None => Self::Active,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    q: String,
    after: String,
}

#[derive(Serialize)]
struct ListView {
    query: String,
    accounts: Vec<AccountView>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct AccountView {
    id: i64,
    name: String,
    email: String,
    state: State,
    memberships: Vec<MembershipView>,
}

#[derive(Serialize)]
struct MembershipView {
    organisation: String,
    roles: String,
    teams: String,
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let after = Cursor::decode(&query.after);
    let (is_first, words, lang) = (after.is_none(), crate::web::forms::clean(query.q.trim()), page.lang());
    let wanted = words.clone();
    let slice = page.app.db.read(move |conn| Ok(accounts::page(conn, &viewer, &wanted, after)?)).await?;
    let address = |after: Option<&str>| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("q", words.as_str()), ("after", after.unwrap_or_default())].iter().filter(|pair| !pair.1.is_empty()) {
            query.append_pair(name, value);
        }
        format!("/admin/staff?{}", query.finish()).trim_end_matches('?').to_owned()
    };
    let pager = (!is_first || slice.next.is_some()).then(|| Pager {
        previous: (!is_first).then(|| address(None)),
        next: slice.next.as_deref().map(|cursor| address(Some(cursor))),
        shown: String::new(),
    });
    let accounts = slice.rows.into_iter().map(|account| account_view(account, lang)).collect();
    page.render("staff/list.html", &ListView { query: words, accounts, pager })
}

fn account_view(account: Account, lang: Lang) -> AccountView {
    let membership = |membership: accounts::Membership| MembershipView {
        organisation: membership.organisation,
        roles: membership.roles.iter().map(|role| i18n::text(lang, &format!("role-{}", role.code()))).collect::<Vec<_>>().join(", "),
        teams: membership.teams.join(", "),
    };
    AccountView {
        id: account.id,
        name: account.name,
        email: account.email,
        state: account.state,
        memberships: account.memberships.into_iter().map(membership).collect(),
    }
}
