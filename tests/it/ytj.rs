//! The import of the YTJ open data.
