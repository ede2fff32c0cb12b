//! XML as a row of starts, ends and texts; nothing is kept, nothing recurses, no entity of a document is expanded.

use crate::fault::ExchangeFault;
use crate::format::Format;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::BufRead;

/// The attributes of an element.
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute, whatever its prefix.
    pub(crate) fn get(&self, local: &str) -> Option<String> {
        self.0.attributes().flatten().find_map(|attribute| {
            let same = attribute.key.local_name().as_ref() == local;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            same.then(|| value.ok().map(std::borrow::Cow::into_owned))
                .flatten()
        })
    }

    /// The value of an attribute with this very prefix, such as `r:id`.
    pub(crate) fn exact(&self, name: &str) -> Option<String> {
        let attribute = self.0.try_get_attribute(name).ok().flatten()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// The value of an attribute as a number.
    pub(crate) fn number<N: std::str::FromStr>(&self, local: &str) -> Option<N> {
        self.get(local)?.parse().ok()
    }
}

/// Takes what comes along; names are without their prefix.
pub(crate) trait Listener {
    /// An element begins.
    ///
    /// # Errors
    /// Whatever should stop the reading.
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault>;
    /// An element ends.
    ///
    /// # Errors
    /// Whatever should stop the reading.
    fn end(&mut self, name: &str) -> Result<(), ExchangeFault>;
    /// A piece of text.
    fn text(&mut self, text: &str);
}

/// Reads a part to its end.
///
/// # Errors
/// The listener's, or [`ExchangeFault::Corrupt`].
pub(crate) fn listen(
    source: &mut dyn BufRead,
    format: Format,
    part: &str,
    listener: &mut dyn Listener,
) -> Result<(), ExchangeFault> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| ExchangeFault::corrupt(format, part, error))?;
        match event {
            Event::Start(element) => {
                listener.start(element.local_name().as_ref(), &Attributes(&element))?;
            }
            Event::End(element) => listener.end(element.local_name().as_ref())?,
            Event::Text(text) => listener.text(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(text) => listener.text(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    listener.text(letter.encode_utf8(&mut [0; 4]));
                } else if let Some(text) =
                    quick_xml::escape::resolve_predefined_entity(&reference.into_inner())
                {
                    listener.text(text);
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Relationships of a part: id to target.
#[derive(Debug, Default)]
pub(crate) struct Relations(Vec<(String, String, String)>);

impl Relations {
    /// The target of an id.
    pub(crate) fn target(&self, id: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _, _)| known == id);
        found.map(|(_, _, target)| target.as_str())
    }

    /// The target of the first whose type ends so.
    pub(crate) fn of_type(&self, kind: &str) -> Option<&str> {
        let found = self.0.iter().find(|(_, known, _)| known.ends_with(kind));
        found.map(|(_, _, target)| target.as_str())
    }
}

impl Listener for Relations {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        if name == "Relationship"
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            let kind = attributes.get("Type").unwrap_or_default();
            self.0.push((id, kind, target));
        }
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ExchangeFault> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}
