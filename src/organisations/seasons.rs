//! Opening hours that hold for a time instead of a team's or phone line's usual ones: summer hours, a shortened day, new
//! hours from a date on, closed throughout July. Where two overlap, the one that began last holds.

pub mod form;
pub mod pages;
pub mod store;
pub mod view;
