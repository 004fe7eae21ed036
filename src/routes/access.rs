//! Who may call a route.

use crate::web::Viewer;
use crate::web::viewer::Role;

/// Who may call a route.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    /// Also without signing in.
    Anyone,
    SignedIn,
    /// In any organisation, with one of these roles.
    Roles(&'static [Role]),
    /// At the host organisation, with one of these roles.
    AtHost(&'static [Role]),
    Either(&'static Access, &'static Access),
}

impl Access {
    pub fn allows(self, viewer: &Viewer) -> bool {
        match self {
            Self::Anyone | Self::SignedIn => true,
            Self::Roles(roles) => viewer.has_any(roles),
            Self::AtHost(roles) => viewer.at_host && viewer.has_any(roles),
            Self::Either(one, other) => one.allows(viewer) || other.allows(viewer),
        }
    }
}
