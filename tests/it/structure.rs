//! The two databases, the texts and the templates hang together.
