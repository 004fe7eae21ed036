//! Call-back requests, from the first ring to the ending that their logger gets to know.
