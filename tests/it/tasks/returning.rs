//! A person leaves: open tasks go to a queue, with a note that says why.

use super::{task, today};
use crate::contacts::{company, enter_callback};
use crate::support::TestApp;
use chrono::Days;
use diesel::prelude::*;
use kohtaanto::schema::{callbacks, mails, tasks};
use kohtaanto::tasks::About;

#[actix_web::test]
async fn open_tasks_go_to_the_right_queue() {
    let test = TestApp::start().await;
    let (company, cast) = (company(&test, "Paja Oy").await, test.cast.clone());
    let (host, handler) = (cast.host, &test.cast.handler);
    let own = task(&test, handler, host, About::Company(company), "Soita", today() + Days::new(1)).await;
    let more = task(&test, handler, host, About::Company(company), "Soita taas", today()).await;
    let callback = test.write(move |conn| Ok(enter_callback(conn, &cast, company)?)).await;
    let (subsidy, employers) = (test.cast.subsidy_team, test.cast.employer_team);
    test.write(move |conn| Ok(diesel::update(callbacks::table.find(callback)).set(callbacks::team_id.eq(subsidy)).execute(conn)?)).await;
    let about_callback = task(&test, handler, host, About::Callback(callback), "Kysy tuesta", today()).await;
    let kept = task(&test, handler, host, About::Company(company), "Tehty jo", today()).await;
    test.browser(handler).await.post(&format!("/tasks/{kept}/completion"), &[]).await.location();
    let teamless = task(&test, &test.cast.coordinator, host, About::Company(company), "Koordinoi", today()).await;
    let administrator = test.browser(&test.cast.administrator).await;
    for person in [handler, &test.cast.coordinator] {
        for _ in 0..2 {
            administrator.post(&format!("/admin/staff/{}/deactivation", person.id), &[]).await.location();
        }
    }
    let held: Vec<(i64, Option<i64>)> = test
        .read(|conn| Ok(tasks::table.filter(tasks::done_at.is_null()).order(tasks::id).select((tasks::id, tasks::team_id)).load(conn)?))
        .await;
    let expected = [(own, Some(employers)), (more, Some(employers)), (about_callback, Some(subsidy)), (teamless, Some(employers))];
    assert_eq!(held, expected, "the person's team, the call-back's team, the organisation's first team");
    let told: Vec<(String, String)> = test
        .read(|conn| {
            let returned = mails::table.filter(mails::kind.eq("tasks_returned")).order(mails::id);
            Ok(returned.select((mails::recipient_address, mails::subject)).load(conn)?)
        })
        .await;
    let some = |text: &str| text.to_owned();
    let expected = [
        (some("tyonantajat@alue.example"), some("Tiimin jonoon tuli 2 tehtävää")),
        (some("palkkatuki@alue.example"), some("Tiimin jonoon tuli tehtävä")),
        (some("tyonantajat@alue.example"), some("Tiimin jonoon tuli tehtävä")),
    ];
    assert_eq!(told, expected, "one mail to a team each time");
    let colleague = test.browser(&test.cast.colleague).await;
    assert!(colleague.get("/tasks?view=team").await.page().contains("Soita taas"));
    let shown = colleague.get(&format!("/tasks/{own}")).await;
    assert!(shown.page().contains("Palasi tiimin jonoon (Työnantajapalvelut): Heli Hoitaja ei enää hoida tehtävää"), "{}", shown.body);
    test.drain_mail().await;
}

#[actix_web::test]
async fn reopened_after_its_owner_left_it_is_with_who_reopened_it() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = super::of_company(&test, company).await;
    test.browser(&test.cast.handler).await.post(&format!("/tasks/{id}/completion"), &[]).await.location();
    test.browser(&test.cast.administrator).await.post(&format!("/admin/staff/{}/deactivation", test.cast.handler.id), &[]).await.location();
    test.browser(&test.cast.colleague).await.post(&format!("/tasks/{id}/reopening"), &[]).await.location();
    let owner: Option<i64> = test.read(move |conn| Ok(tasks::table.find(id).select(tasks::owner_id).first(conn)?)).await;
    assert_eq!(owner, Some(test.cast.colleague.id));
}
