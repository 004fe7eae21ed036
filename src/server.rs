//! The web server: layers from the outside in (log, headers, compression, gate), then the routes.

use crate::app::App;
use crate::routes;
use crate::web::{headers, log};
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{Error, HttpServer, web};
use std::net::TcpListener;
use std::sync::Arc;

/// One actix application over the shared `App`; what `serve` and the tests run.
pub fn application(
    app: Arc<App>,
) -> actix_web::App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<impl MessageBody>, Error = Error, InitError = ()>,
> {
    let https = app.config.base_url.starts_with("https:");
    actix_web::App::new()
        .app_data(web::Data::from(app))
        .app_data(web::FormConfig::default().limit(routes::FORM_LIMIT))
        .configure(routes::configure)
        .wrap(from_fn(routes::gate))
        .wrap(Compress::default())
        .wrap(headers::security(https))
        .wrap(from_fn(log::request))
}

/// Binds nothing: the listener is at hand, so that a port in use is told before anything else starts.
/// Stops gracefully on SIGINT and SIGTERM.
pub fn serve(app: Arc<App>, listener: TcpListener) -> std::io::Result<Server> {
    let server = HttpServer::new(move || application(app.clone())).workers(2).tcp_nodelay(true).shutdown_timeout(10).listen(listener)?;
    Ok(server.run())
}
