//! Where the bytes come from: a file or standard input, plain or a ZIP that holds JSON files.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::PathBuf;
use zip::ZipArchive;

const ZIP_START: &[u8] = b"PK\x03\x04";

/// What the command line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    File(PathBuf),
    StandardInput,
}

impl From<PathBuf> for Input {
    /// `-` is standard input.
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::StandardInput } else { Self::File(path) }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::StandardInput => f.write_str("standard input"),
        }
    }
}

/// A JSON file, unpacked as it is read.
pub struct Document<'a> {
    /// The input's name, and the file's within a ZIP.
    pub label: String,
    /// The bytes of all JSON files of the input together; not known of a pipe.
    pub input_bytes: Option<u64>,
    pub reader: &'a mut dyn Read,
}

/// Takes the JSON files of an input one after the other; false means that no more are wanted.
type Taker<'a> = &'a mut dyn FnMut(Document<'_>) -> bool;

/// Hands every JSON file of the input to `each`.
pub fn open(input: &Input, each: Taker<'_>) -> io::Result<()> {
    match input {
        Input::File(path) => {
            let mut file = File::open(path)?;
            let metadata = file.metadata()?;
            if !metadata.is_file() {
                return stream(input, &mut file, each);
            }
            let is_zip = first_bytes(&mut file)? == ZIP_START;
            file.rewind()?;
            if is_zip {
                return unpack(input, file, each);
            }
            each(Document { label: input.to_string(), input_bytes: Some(metadata.len()), reader: &mut file });
            Ok(())
        }
        Input::StandardInput => stream(input, &mut io::stdin().lock(), each),
    }
}

/// Bytes that come once: standard input or a named pipe.
fn stream(input: &Input, reader: &mut dyn Read, each: Taker<'_>) -> io::Result<()> {
    let start = first_bytes(reader)?;
    let mut whole = start.as_slice().chain(reader);
    if start == ZIP_START {
        return unpack(input, spooled(&mut whole)?, each);
    }
    each(Document { label: input.to_string(), input_bytes: None, reader: &mut whole });
    Ok(())
}

fn first_bytes(reader: &mut (impl Read + ?Sized)) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    reader.take(ZIP_START.len() as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// A ZIP's directory stands at its end, so it can't be read from a pipe.
fn spooled(reader: &mut impl Read) -> io::Result<File> {
    let mut file = unnamed_file()?;
    io::copy(reader, &mut file)?;
    Ok(file)
}

/// A temporary file that nobody else opens and that is gone when it is closed.
fn unnamed_file() -> io::Result<File> {
    let path = std::env::temp_dir().join(format!("kohtaanto-import-{}", crate::web::token::random()));
    let file = File::options().read(true).write(true).create_new(true).open(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

fn unpack(input: &Input, file: File, each: Taker<'_>) -> io::Result<()> {
    let mut archive = ZipArchive::new(io::BufReader::new(file)).map_err(|error| io::Error::other(format!("broken ZIP: {error}")))?;
    let mut documents = Vec::new();
    let mut bytes = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index)?;
        if entry.is_file() && entry.name()?.to_ascii_lowercase().ends_with(".json") {
            documents.push(index);
            bytes += entry.size();
        }
    }
    if documents.is_empty() {
        return Err(io::Error::other("the ZIP holds no .json file"));
    }
    for index in documents {
        let mut entry = archive.by_index(index)?;
        let label = format!("{input}: {}", entry.name()?);
        if !each(Document { label, input_bytes: Some(bytes), reader: &mut entry }) {
            break;
        }
    }
    Ok(())
}
