//! Coded sets: enums that are stored as text and named in the texts by their code.

/// Makes an enum with `ALL` (in order), `code()` and `from_code()`.
macro_rules! codes {
    ($(#[$doc:meta])* $visibility:vis $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $visibility enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// How it is stored.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|known| known.code() == code)
            }
        }
    };
}

pub(crate) use codes;
