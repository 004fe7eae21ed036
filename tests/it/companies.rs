//! The register pages.
