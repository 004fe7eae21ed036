//! Contact persons of companies. (People who work here are `staff`.)
