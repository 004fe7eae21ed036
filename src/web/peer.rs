//! Whose machine a request comes from, for limits per peer.

use actix_web::HttpRequest;
use std::net::IpAddr;

/// The peer's address. A peer on this machine, or one of `proxies`, is the reverse proxy, whose last word in
/// `X-Forwarded-For` is whom it spoke with: without it a whole office would be one peer.
pub fn address(request: &HttpRequest, proxies: &[IpAddr]) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip()) else { return String::new() };
    let told = request.headers().get_all("X-Forwarded-For").last().and_then(|value| value.to_str().ok());
    let last = told.and_then(|value| value.rsplit(',').next()).and_then(|text| text.trim().parse::<IpAddr>().ok());
    let peer = peer.to_canonical();
    last.filter(|_| peer.is_loopback() || proxies.contains(&peer)).unwrap_or(peer).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn from(peer: &str, forwarded: &str) -> String {
        let request = TestRequest::default().peer_addr(format!("{peer}:1").parse().expect("an address"));
        let proxy = "172.17.0.1".parse().expect("an address");
        address(&request.insert_header(("X-Forwarded-For", forwarded)).to_http_request(), &[proxy])
    }

    #[test]
    fn the_proxy_is_believed_in_its_last_word() {
        assert_eq!(from("127.0.0.1", "192.0.2.7"), "192.0.2.7");
        assert_eq!(from("172.17.0.1", "198.51.100.1, 192.0.2.7"), "192.0.2.7");
        assert_eq!(from("[::1]", "2001:db8::7"), "2001:db8::7");
        assert_eq!(from("127.0.0.1", "nobody"), "127.0.0.1");
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(from("203.0.113.9", "192.0.2.7"), "203.0.113.9");
        assert_eq!(from("172.17.0.9", "192.0.2.7"), "172.17.0.9");
    }
}
