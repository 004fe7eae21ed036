//! The pages that gather from every noun: my day, the company page, administration, the gallery of parts, health; and what
//! happens when a person leaves, a team ends, or a team goes over to mail.

pub mod administration;
pub mod company;
pub mod departure;
pub mod gallery;
pub mod health;
pub mod my_day;
pub mod pages;
pub mod team_details;
pub mod team_ending;
