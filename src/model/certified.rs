//! The same text under other certificates, read again: what shows that none bears on an answer.

use super::complete;
use super::load::{Model, split, typed};
use super::parts::Architecture;
use crate::source::{Entry, Node, Scalar, Value};

/// What certifies an organisation.
const CERTIFICATES: [&str; 3] = ["hds", "hds_until", "secnumcloud"];

impl Model {
    /// The architecture that the same text makes once each organisation has every certificate, or none.
    pub fn recertified(&self, every: bool) -> Architecture {
        let mut root = self.tree.root.clone();
        for organisation in organisations(&mut root) {
            let Value::Map(entries) = &mut organisation.value else { continue };
            entries.retain(|entry| !CERTIFICATES.contains(&entry.key.as_str()));
            if every {
                let all = (1..=6).map(|activity| scalar(&activity.to_string())).collect();
                entries.push(entry("hds", Value::List(all)));
                entries.push(entry("hds_until", scalar("9999-12-31").value));
                entries.push(entry("secnumcloud", scalar("true").value));
            }
        }
        let parsed = typed(&root).expect("internal error: a model without its certificates is a model");
        let mut architecture = split(parsed).0;
        complete::complete(&mut architecture);
        architecture
    }
}

fn organisations(root: &mut Node) -> impl Iterator<Item = &mut Node> {
    let sections = match &mut root.value {
        Value::Map(sections) => sections.as_mut_slice(),
        _ => &mut [],
    };
    let section = sections.iter_mut().filter(|section| section.key == "organisations");
    section
        .flat_map(|section| match &mut section.node.value {
            Value::Map(entries) => entries.as_mut_slice().iter_mut(),
            _ => [].iter_mut(),
        })
        .map(|entry| &mut entry.node)
}

fn scalar(text: &str) -> Node {
    Node { value: Value::Scalar(Scalar { text: text.to_owned(), quoted: false }), span: 0..0 }
}

fn entry(key: &str, value: Value) -> Entry {
    Entry { key: key.to_owned(), quoted: false, key_span: 0..0, node: Node { value, span: 0..0 } }
}
