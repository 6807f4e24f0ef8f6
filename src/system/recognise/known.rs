//! What a file is, and what is in it.

/// What a file seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// With its article: "an Excel workbook (.xlsx)".
    pub name: &'static str,
    /// What is in it.
    pub content: Content,
}

/// What is in a file, which decides what can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Files in one.
    Archive,
    /// Dates of a calendar.
    Calendar,
    /// Rows in a file that only its own program reads.
    Database,
    /// JSON or YAML of no known kind.
    Data,
    /// A letter with its head.
    Mail,
    /// Sound or moving pictures.
    Media,
    /// A document, a workbook or slides in a form that only their own program opens.
    Office,
    /// What this program imports, by the name of the format.
    Own(&'static str),
    /// A web page.
    Page,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Code of a machine, or bytes of no known kind.
    Program,
    /// References.
    References,
    /// A workbook.
    Sheet,
    /// Slides.
    Slides,
    /// Series in the XML of statistics offices.
    Statistics,
    /// A table as text: CSV.
    Table,
    /// Text with its layout.
    Text,
    /// XML of no known kind.
    Xml,
}

/// A name with what is in such a file.
pub(super) const fn known(name: &'static str, content: Content) -> Known {
    Known { name, content }
}
