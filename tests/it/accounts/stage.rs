//! What the tests of accounts share: passwords, links, and the mail that carries them.

use crate::support::{Answer, Browser, Person, TestApp};
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::schema::{mails, staff};
use kohtaanto::staff::links::{self, Purpose};
use kohtaanto::staff::passwords;
use reqwest::{Method, header};

pub const PASSWORD: &str = "kolme pientä porsasta";
pub const OTHER: &str = "seitsemän veljestä metsässä";

impl TestApp {
    /// Gives a person of the cast a password.
    pub async fn give_password(&self, person: &Person) {
        let (id, hash) = (person.id, passwords::hash(PASSWORD).expect("a hash"));
        self.write(move |conn| Ok(diesel::update(staff::table.find(id)).set(staff::password_hash.eq(hash)).execute(conn)?)).await;
    }

    /// A link for this person; gives its path.
    pub async fn link(&self, person: &Person, purpose: Purpose) -> String {
        let (id, now) = (person.id, self.app.now());
        let link = self.write(move |conn| Ok(links::issue(conn, id, purpose, None, now)?)).await;
        kohtaanto::staff::link_pages::address(purpose, &link.token)
    }

    /// The newest mail of this kind: recipient, text, HTML.
    pub async fn newest_mail(&self, kind: &'static str) -> (String, String, String) {
        let of_kind = move |conn: &mut Conn| {
            let newest = mails::table.filter(mails::kind.eq(kind)).order(mails::id.desc());
            Ok(newest.select((mails::recipient_address, mails::body_text, mails::body_html)).first(conn)?)
        };
        self.read(of_kind).await
    }

    /// The path of the link in the newest mail of this kind.
    pub async fn mailed_link(&self, kind: &'static str) -> String {
        let text = self.newest_mail(kind).await.1;
        let at = text.find(&self.base_url).expect("a link in the mail") + self.base_url.len();
        text[at..].split_whitespace().next().expect("a path").to_owned()
    }
}

pub async fn set_password(browser: &Browser, link: &str, password: &str) -> Answer {
    browser.post(link, &[("password", password), ("password_again", password)]).await
}

pub async fn sign_in(browser: &Browser, email: &str, password: &str) -> Answer {
    browser.post("/login", &[("email", email), ("password", password), ("next", "/")]).await
}

/// The session cookie of an answer, as the browser sends it back.
pub fn cookie_of(answer: &Answer) -> String {
    let mut cookies = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let session = cookies.rfind(|cookie| cookie.starts_with("session=")).expect("a session");
    session.split(';').next().expect("a cookie").to_owned()
}

pub async fn get_with(test: &TestApp, cookie: &str, path: &str) -> Answer {
    let request = test.visitor().request(Method::GET, path).header(header::COOKIE, cookie);
    Answer::of(request.send().await.expect("an answer")).await
}
