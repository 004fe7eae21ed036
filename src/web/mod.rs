//! What every page shares. Knows no noun.

pub mod assets;
pub mod choice;
pub mod drafts;
pub mod edits;
pub mod flash;
pub mod form_view;
pub mod forms;
pub mod headers;
pub mod limits;
pub mod log;
pub mod once;
pub mod order;
pub mod page;
pub mod paging;
pub mod peer;
pub mod templates;
pub mod token;
pub mod typed;
pub mod viewer;

pub use choice::{Choice, KeptChoices, Options};
pub use flash::Flash;
pub use form_view::FormView;
pub use forms::Errors;
pub use page::Page;
pub use viewer::{Role, Viewer};
