//! `import csv` on the command line: the same code, dry unless it is told otherwise.

use super::Desk;
use crate::support::{TempDir, program};
use std::process::Output;

fn run(desk: &Desk, dir: &TempDir, content: &str, more: &[&str]) -> Output {
    let file = dir.path().join("yritykset.csv");
    std::fs::write(&file, content).expect("the file");
    let mut command = program(&desk.app.config.database);
    command.args(["import", "csv", "--kind", "companies"]).args(more).arg(file).output().expect("the program runs")
}

#[actix_web::test]
async fn a_dry_run_first_and_then_the_deed() {
    let (desk, dir) = (Desk::set().await, TempDir::new());
    let me = ["--as", desk.cast.coordinator.email.as_str()];
    let words =
        |output: &Output| (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned());
    let dry = run(&desk, &dir, "Nimi;Kunta;Väri\nAlfa Oy;Salo;x\n", &me);
    let (out, err) = words(&dry);
    assert!(dry.status.success() && out.contains("1 new, 0 changed") && out.contains("dry run"), "{out} {err}");
    assert!(err.contains("not imported: column Väri"), "{err}");
    assert!(desk.facts("Alfa Oy").await.is_none());
    assert!(!desk.browser.get("/transfers").await.page().contains("yritykset.csv"));
    let bad = "Nimi;Kunta\nAlfa Oy;Salo\nBeta Oy;Atlantis\n";
    let refused = run(&desk, &dir, bad, &[&me[..], &["--confirm"]].concat());
    let (_, err) = words(&refused);
    assert!(!refused.status.success() && err.contains("row 3: Municipality:") && err.contains("nothing was written"), "{err}");
    assert!(desk.facts("Alfa Oy").await.is_none());
    let good = run(&desk, &dir, bad, &[&me[..], &["--confirm", "--good-rows"]].concat());
    let (out, err) = words(&good);
    assert!(!good.status.success() && out.contains("The import is done") && err.contains("1 rows were refused"), "{out} {err}");
    assert!(desk.facts("Alfa Oy").await.is_some() && desk.facts("Beta Oy").await.is_none());
    assert!(desk.browser.get("/transfers").await.page().contains("yritykset.csv"));
}

#[actix_web::test]
async fn needs_right() {
    let (desk, dir) = (Desk::set().await, TempDir::new());
    for (email, words) in [(desk.cast.partner.email.as_str(), "is no administrator or coordinator"), ("kukaan@alue.example", "no account")]
    {
        let output = run(&desk, &dir, "Nimi\nAlfa Oy\n", &["--as", email]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && told.contains(words) && !told.contains("panicked"), "{told}");
    }
}
