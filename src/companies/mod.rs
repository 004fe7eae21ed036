//! The company register: shared by every organisation, from the YTJ open data and by hand.
