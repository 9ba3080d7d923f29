//! JSON, one element at a time: lists, documents that hold a list, one object a line.
//!
//! The text is cut into elements before it is parsed, so that memory is bounded by one element and not by the file:
//! a list of bare zeros takes thirty times its size once parsed. An element longer than [`LONGEST`] is skipped to its
//! end and said to be so.

use std::io::BufRead;

use serde::de::Error as _;
use serde_json::{Map, Value};

use crate::error::FormatError;
use crate::input::read_error;
use crate::report::RejectReason;
use crate::scan::{Raw, Scan};

/// Longest element, in bytes. The longest of the real lists at hand has 4 KB.
pub(crate) const LONGEST: usize = 1 << 20;

/// How deep in a document a list is looked for.
const DEEPEST: usize = 3;
/// Most keys of a document that are named where its list is missing.
const MET: usize = 8;

/// Where an element was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// A document of its own.
    Alone,
    /// In a list, or under `features`.
    Listed,
    /// Under `places`: the shape of the model.
    Model,
}

/// An element, or nothing where it is longer than [`LONGEST`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    pub(crate) value: Option<Value>,
    pub(crate) found: Found,
}

impl Element {
    /// The fields of an element that is an object.
    pub(crate) fn object(&self) -> Result<&Map<String, Value>, RejectReason> {
        let value = self.value.as_ref().ok_or_else(too_long)?;
        value.as_object().ok_or_else(no_object)
    }
}

pub(crate) fn too_long() -> RejectReason {
    let reason = format!("longer than {LONGEST} bytes");
    RejectReason::Unreadable { reason }
}

pub(crate) fn no_object() -> RejectReason {
    let reason = "not an object".to_owned();
    RejectReason::Unreadable { reason }
}

/// Which lists of a document hold its elements.
#[derive(Debug, Clone)]
enum Wanted {
    /// Those under `places` and `features`.
    Known,
    /// None: a document that is an object is an element.
    Nothing,
    /// The one under this path.
    Under(Vec<String>),
}

/// The elements of a stream of JSON documents.
pub(crate) struct Elements<R> {
    reader: R,
    wanted: Wanted,
    list: Option<List>,
    count: usize,
}

/// The list that is being read.
#[derive(Debug, Clone, Copy)]
struct List {
    found: Found,
    /// How many objects go on after the list.
    wrapped: usize,
    first: bool,
}

impl<R: BufRead> Elements<R> {
    /// Lists, the lists under `places` and `features`, objects.
    pub(crate) fn new(reader: R) -> Self {
        Self::wanting(reader, Wanted::Known)
    }

    /// Lists, and objects as they are.
    pub(crate) fn bare(reader: R) -> Self {
        Self::wanting(reader, Wanted::Nothing)
    }

    /// Lists, and the list under a path of each object.
    pub(crate) fn under(reader: R, path: Vec<String>) -> Self {
        Self::wanting(reader, Wanted::Under(path))
    }

    const fn wanting(reader: R, wanted: Wanted) -> Self {
        Self {
            reader,
            wanted,
            list: None,
            count: 0,
        }
    }

    /// The next element; nothing at the end of the file.
    pub(crate) fn next(&mut self) -> Result<Option<Element>, FormatError> {
        loop {
            let element = if let Some(list) = self.list.take() {
                self.listed(list)?
            } else {
                match self.peek()? {
                    None => return Ok(None),
                    Some(b'[') => {
                        self.enter(Found::Listed, 0);
                        None
                    }
                    Some(b'{') => match self.wanted.clone() {
                        Wanted::Under(path) => self.list_under(&path)?,
                        _ => self.object()?,
                    },
                    Some(_) => return Err(self.unknown_document()?),
                }
            };
            if element.is_some() {
                return Ok(element);
            }
        }
    }

    fn enter(&mut self, found: Found, wrapped: usize) {
        self.reader.consume(1);
        self.list = Some(List {
            found,
            wrapped,
            first: true,
        });
    }

    /// The next element of a list; nothing at its end.
    fn listed(&mut self, list: List) -> Result<Option<Element>, FormatError> {
        if self.peek()? == Some(b']') {
            self.reader.consume(1);
            for _ in 0..list.wrapped {
                while self.key(false)?.is_some() {
                    self.value()?;
                }
            }
            return Ok(None);
        }
        if !list.first {
            self.expect(b',')?;
        }
        let raw = self.value()?;
        self.list = Some(List {
            first: false,
            ..list
        });
        self.element(&raw, list.found).map(Some)
    }

    /// An object that is a document: itself an element, unless it holds a list of them.
    fn object(&mut self) -> Result<Option<Element>, FormatError> {
        self.reader.consume(1);
        let mut whole = Raw::default();
        whole.extend(b"{");
        let mut first = true;
        while let Some(key) = self.key(first)? {
            let found = match (&self.wanted, key.bytes.as_slice()) {
                (Wanted::Known, b"\"places\"") => Some(Found::Model),
                (Wanted::Known, b"\"features\"") => Some(Found::Listed),
                _ => None,
            };
            let list = self.peek()? == Some(b'[');
            if let Some(found) = found.filter(|_| list) {
                self.enter(found, 1);
                return Ok(None);
            }
            if !first {
                whole.extend(b",");
            }
            whole.join(&key);
            whole.extend(b":");
            whole.join(&self.value()?);
            first = false;
        }
        whole.extend(b"}");
        self.element(&whole, Found::Alone).map(Some)
    }

    /// Goes to the list under a path; an object without it is no element but an error.
    fn list_under(&mut self, path: &[String]) -> Result<Option<Element>, FormatError> {
        self.reader.consume(1);
        let (mut depth, mut first, mut met) = (0, true, Vec::new());
        loop {
            let Some(key) = self.key(first)? else {
                if depth == 0 {
                    return Err(no_list(path, &met));
                }
                (depth, first) = (depth - 1, false);
                continue;
            };
            let name = key.text();
            let rest = path.get(depth..).unwrap_or_default();
            match self.peek()? {
                Some(b'[') if name == rest.join(".") => {
                    self.enter(Found::Listed, depth + 1);
                    return Ok(None);
                }
                Some(b'{') if rest.len() > 1 && rest.first() == Some(&name) => {
                    self.reader.consume(1);
                    (depth, first) = (depth + 1, true);
                }
                _ => {
                    self.value()?;
                    first = false;
                }
            }
            if met.len() < MET {
                met.push(name);
            }
        }
    }

    /// The path of the list of objects that has most of them, in a document that is an object.
    pub(crate) fn longest_list(&mut self) -> Result<Option<Vec<String>>, FormatError> {
        self.peek()?;
        self.reader.consume(1);
        let (mut path, mut first, mut best) = (Vec::new(), true, (0, None));
        loop {
            let Some(key) = self.key(first)? else {
                if path.pop().is_none() {
                    return Ok(best.1);
                }
                first = false;
                continue;
            };
            first = false;
            match self.peek()? {
                Some(b'{') if path.len() < DEEPEST => {
                    self.reader.consume(1);
                    path.push(key.text());
                    first = true;
                }
                Some(b'[') => {
                    let count = self.objects()?;
                    if count > best.0 {
                        let whole = path.iter().cloned().chain([key.text()]);
                        best = (count, Some(whole.collect()));
                    }
                }
                _ => _ = self.value()?,
            }
        }
    }

    /// How many objects a list holds; none where it holds anything else.
    fn objects(&mut self) -> Result<usize, FormatError> {
        self.reader.consume(1);
        let (mut all, mut objects) = (0, 0);
        while self.peek()? != Some(b']') {
            if all > 0 {
                self.expect(b',')?;
            }
            all += 1;
            objects += usize::from(self.peek()? == Some(b'{'));
            self.value()?;
        }
        self.reader.consume(1);
        Ok(if all == objects { all } else { 0 })
    }

    /// The bytes of the next document, unparsed; nothing where it is longer than `longest`.
    pub(crate) fn document(&mut self, longest: usize) -> Result<Option<Vec<u8>>, FormatError> {
        let raw = self.value_within(longest)?;
        Ok((!raw.over).then_some(raw.bytes))
    }

    /// Whether another document follows.
    pub(crate) fn more(&mut self) -> Result<bool, FormatError> {
        Ok(self.peek()?.is_some())
    }

    pub(crate) fn into_reader(self) -> R {
        self.reader
    }

    /// The next key of an object, up to its colon; nothing at the end of the object.
    fn key(&mut self, first: bool) -> Result<Option<Raw>, FormatError> {
        if self.peek()? == Some(b'}') {
            self.reader.consume(1);
            return Ok(None);
        }
        if !first {
            self.expect(b',')?;
        }
        if self.peek()? != Some(b'"') {
            return Err(self.broken("a key in quotes is wanted"));
        }
        let key = self.value()?;
        self.expect(b':')?;
        Ok(Some(key))
    }

    fn element(&mut self, raw: &Raw, found: Found) -> Result<Element, FormatError> {
        self.count += 1;
        if raw.over {
            return Ok(Element { value: None, found });
        }
        let value = serde_json::from_slice(&raw.bytes)
            .map_err(|error: serde_json::Error| self.broken(&error.to_string()))?;
        Ok(Element {
            value: Some(value),
            found,
        })
    }

    /// The bytes of one value, unparsed.
    fn value(&mut self) -> Result<Raw, FormatError> {
        self.value_within(LONGEST)
    }

    fn value_within(&mut self, longest: usize) -> Result<Raw, FormatError> {
        self.peek()?;
        let (mut raw, mut scan) = (Raw::within(longest), Scan::default());
        loop {
            let buffer = self.reader.fill_buf().map_err(read_error)?;
            let (taken, done) = scan.take(buffer);
            raw.extend(buffer.get(..taken).unwrap_or_default());
            let done = done || buffer.is_empty();
            self.reader.consume(taken);
            if done {
                return Ok(raw);
            }
        }
    }

    /// The next byte that is not blank, without consuming it.
    fn peek(&mut self) -> Result<Option<u8>, FormatError> {
        loop {
            let buffer = self.reader.fill_buf().map_err(read_error)?;
            let blanks = buffer.iter().take_while(|byte| byte.is_ascii_whitespace());
            let blanks = blanks.count();
            let (next, end) = (buffer.get(blanks).copied(), buffer.is_empty());
            self.reader.consume(blanks);
            if end || next.is_some() {
                return Ok(next);
            }
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), FormatError> {
        if self.peek()? == Some(byte) {
            self.reader.consume(1);
            return Ok(());
        }
        Err(self.broken(&format!("`{}` is wanted", char::from(byte))))
    }

    fn broken(&self, what: &str) -> FormatError {
        let what = format!("after element {}: {what}", self.count);
        FormatError::Json(serde_json::Error::custom(what))
    }

    fn unknown_document(&mut self) -> Result<FormatError, FormatError> {
        let buffer = self.reader.fill_buf().map_err(read_error)?;
        let found = String::from_utf8_lossy(buffer).chars().take(40).collect();
        Ok(FormatError::UnknownDocument { found })
    }
}

/// What the error of a missing list names.
fn no_list(path: &[String], met: &[String]) -> FormatError {
    FormatError::NoList {
        key: path.join("."),
        found: met.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use proptest::prelude::*;

    use super::*;

    fn all(text: &str) -> Result<Vec<Element>, FormatError> {
        // A buffer of three bytes: values lie across its edges.
        let mut elements = Elements::new(BufReader::with_capacity(3, Cursor::new(text.to_owned())));
        let mut read = Vec::new();
        while let Some(element) = elements.next()? {
            read.push(element);
        }
        Ok(read)
    }

    fn values(text: &str) -> Vec<Value> {
        let elements = all(text).unwrap().into_iter();
        elements.filter_map(|element| element.value).collect()
    }

    #[test]
    fn elements_of_every_shape_of_document_are_found() {
        let text = r#" [1, "a]\"}", {"b": [2, {}]} ,null] {"x":{"places":[3]},"id":"y"}
            {"type":"F","features":[{"c":1},{"c":2}],"bbox":[1,2]}{"places" : [ ] , "z" : 0} "#;
        let found: Vec<Found> = all(text).unwrap().iter().map(|one| one.found).collect();
        assert_eq!(found.iter().filter(|one| **one == Found::Alone).count(), 1);
        let wanted = serde_json::json!([1, "a]\"}", {"b": [2, {}]}, null, {"x":{"places":[3]},"id":"y"}, {"c":1}, {"c":2}]);
        assert_eq!(Value::Array(values(text)), wanted);
        assert_eq!(all(r#"{"places":[{}]}"#).unwrap()[0].found, Found::Model);
    }

    #[test]
    fn broken_documents_are_refused_and_never_half_understood() {
        for text in [
            "[1 2]",
            "[1,]",
            "[1",
            "[,1]",
            "[{]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "{\"a\":}",
            "[\"a",
            "[1}",
            "{\"places\":[1]",
            "{\"places\":[1] 2}",
        ] {
            assert!(matches!(all(text), Err(FormatError::Json(_))), "{text}");
        }
        assert!(matches!(
            all("[]7"),
            Err(FormatError::UnknownDocument { .. })
        ));
    }

    #[test]
    fn an_element_that_is_too_long_is_skipped_and_the_next_one_is_read() {
        let long = "x".repeat(LONGEST);
        for text in [
            format!("[\"{long}\",7]"),
            format!("[{{\"a\":\"{long}\"}},7]"),
            format!("{{\"a\":\"{long}\"}}[7]"),
            format!("[[{}0],7]", "0,".repeat(LONGEST / 2)),
        ] {
            let elements = all(&text).unwrap();
            assert_eq!(elements[0].value, None);
            assert_eq!(elements[1].value, Some(7.into()));
        }
    }

    proptest! {
        #[test]
        fn whatever_serde_reads_is_cut_the_same(texts in prop::collection::vec("[\\PC\"\\\\{}\\[\\],:]{0,12}", 0..6)) {
            let list: Value = texts.iter().map(|text| serde_json::json!({ text.as_str(): [text, 1.5] })).collect();
            prop_assert_eq!(Value::Array(values(&list.to_string())), list.clone());
            prop_assert_eq!(Value::Array(values(&serde_json::to_string_pretty(&list).unwrap())), list);
        }
    }
}
