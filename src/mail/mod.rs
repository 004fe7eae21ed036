//! Mail: what one is ([`message`]), how it is handed to a server ([`smtp`]), and the folder that
//! takes its place where no server is configured ([`folder`]). Knows no noun of the product.

pub mod folder;
pub mod message;
pub mod smtp;
