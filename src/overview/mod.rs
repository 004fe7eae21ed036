//! The pages that gather from every noun: my day, health.

pub mod health;
pub mod pages;
