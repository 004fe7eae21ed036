//! Mail: what one is ([`message`]), the rows that wait to be sent ([`outbox`]), the worker that hands them to a server
//! ([`worker`], [`delivery`], [`sender`], [`smtp`]) or to the folder that takes its place ([`folder`]), whether that goes
//! well ([`health`]), what of it must not stay ([`secrets`]), and the page that shows it ([`pages`]). Knows no noun of the product.

pub mod delivery;
pub mod folder;
pub mod health;
pub mod listing;
pub mod message;
pub mod outbox;
pub mod pages;
pub mod secrets;
pub mod sender;
pub mod smtp;
pub mod worker;
