//! What every page shares. Knows no noun.

pub mod assets;
pub mod choice;
pub mod flash;
pub mod forms;
pub mod headers;
pub mod limits;
pub mod log;
pub mod once;
pub mod page;
pub mod paging;
pub mod peer;
pub mod templates;
pub mod token;
pub mod viewer;

pub use choice::Choice;
pub use flash::Flash;
pub use forms::{Errors, FormView};
pub use page::Page;
pub use viewer::{Role, Viewer};
