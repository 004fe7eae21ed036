//! The list of accounts.

use super::accounts::{self, Account, Membership};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::paging::{Cursor, Pager};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    after: String,
}

#[derive(Serialize)]
struct ListView {
    accounts: Vec<AccountView>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct AccountView {
    id: i64,
    name: String,
    email: String,
    memberships: Vec<MembershipView>,
    is_closed: bool,
    is_own: bool,
}

#[derive(Serialize)]
struct MembershipView {
    organisation: String,
    roles: String,
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let after = Cursor::decode(&query.after);
    let is_first = after.is_none();
    let slice = page.app.db.read(move |conn| Ok(accounts::page(conn, after)?)).await?;
    let pager = (!is_first || slice.next.is_some()).then(|| Pager {
        previous: (!is_first).then(|| "/admin/staff".to_owned()),
        next: slice.next.map(|cursor| format!("/admin/staff?after={cursor}")),
        shown: String::new(),
    });
    let accounts = slice.rows.into_iter().map(|account| account_view(account, &viewer)).collect();
    page.render("staff/list.html", &ListView { accounts, pager })
}

fn account_view(account: Account, viewer: &Viewer) -> AccountView {
    AccountView {
        id: account.id,
        name: account.name,
        email: account.email,
        memberships: account.memberships.into_iter().map(|membership| membership_view(membership, viewer.lang)).collect(),
        is_closed: account.deactivated_at.is_some(),
        is_own: account.id == viewer.staff_id,
    }
}

fn membership_view(membership: Membership, lang: Lang) -> MembershipView {
    let roles: Vec<String> = membership.roles.iter().map(|role| i18n::text(lang, &format!("role-{}", role.code()))).collect();
    MembershipView { organisation: membership.organisation, roles: roles.join(", ") }
}
