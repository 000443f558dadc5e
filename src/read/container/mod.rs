//! What documents come in: packages, compound files, signed envelopes; and the XML that is in packages.

pub mod compound;
pub mod envelope;
pub mod opendocument;
pub mod package;
pub mod xml;
