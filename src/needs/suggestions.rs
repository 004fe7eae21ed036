//! What the field of occupations suggests while one types.

use crate::classifications::occupations;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const MOST: usize = 10;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Serialize)]
struct Suggestion {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
}

pub async fn occupations(asked: web::Query<Asked>) -> HttpResponse {
    let found = occupations::suggest(&asked.q, MOST);
    let rows = found.into_iter().map(|known| Suggestion { id: known.code, label: known.name, hint: known.code });
    HttpResponse::Ok().json(rows.collect::<Vec<_>>())
}
