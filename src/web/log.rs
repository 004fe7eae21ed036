//! One line per request: route pattern, status, time. Never a path, a query or a body, which may hold tokens and names.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use std::time::Instant;

pub async fn request(request: ServiceRequest, next: Next<impl MessageBody>) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let response = next.call(request).await?;
    let status = response.status().as_u16();
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    match response.response().error() {
        Some(error) if status >= 500 => tracing::error!(%method, route, status, milliseconds, %error, "request"),
        _ => tracing::info!(%method, route, status, milliseconds, "request"),
    }
    Ok(response)
}
